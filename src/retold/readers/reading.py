"""Paths to articles: every source is opened, its format chosen, and what is inside read in turn.

One bad file never stops the rest: whatever its reader refuses or meets becomes one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from retold.messages import N_
from retold.model import Article, SetAside
from retold.readers import formats, guide, liveblogs, partitions, signatures
from retold.readers.content import Content, opened
from retold.readers.guide import Guide, following
from retold.readers.identities import Identities
from retold.readers.limits import Limits
from retold.readers.registry import Found, Record
from retold.readers.skipped import Passed, Skipped
from retold.readers.sources import FileSource, Refused, Source, named, unreadable
from retold.readers.sources.files import StrPath
from retold.settings import Clean

Item = Article | SetAside


@dataclass(slots=True)
class Reading:
    """One call of `read`: its limits, and what it has met so far."""

    limits: Limits
    identities: Identities = field(default_factory=Identities)
    passed: Passed = field(default_factory=Passed)
    guide: Guide = field(default_factory=Guide)
    posts_apart: bool = False  # whether each post of a live report is an article of its own

    @classmethod
    def under(cls, settings: Clean, passed: Passed | None = None, guide: Guide | None = None) -> Reading:
        """A reading as the settings have it."""
        limits, apart = Limits.of(settings), settings.posts == "apart"
        return cls(limits, passed=passed or Passed(), guide=guide or Guide(), posts_apart=apart)

    def of(self, paths: Iterable[StrPath]) -> Iterator[Item]:
        """The articles of the paths; last, a line for each kind of thing that was passed over."""
        for given in paths:
            self.identities.next_path()
            for one in named(given):
                yield from self._below(one) if isinstance(one, Source) else [one]
        yield from self.passed.lines()

    def _below(self, source: Source) -> Iterator[Item]:
        """Everything that one given path holds; a line if a folder holds nothing."""
        empty, before = True, self.passed.taken
        for item in self._tree(source):
            empty = False
            yield item
        if empty and before == self.passed.taken and isinstance(source, FileSource) and source.path.is_dir():
            yield SetAside(source.where, N_("holds no file to read"), N_("name a folder that holds articles"))

    def _tree(self, source: Source) -> Iterator[Item]:
        """A source and the sources inside, depth first; without recursion, for deep folders."""
        waiting = [self._inside(source)]
        while waiting:
            with following(self.guide):
                item = next(waiting[-1], None)
            if item is None:
                waiting.pop()
            elif isinstance(item, Source):
                waiting.append(self._inside(item))
            elif isinstance(item, Skipped):
                self.passed.take(item)
            else:
                yield item

    def _inside(self, source: Source) -> Iterator[Item | Source]:
        """What one source holds, or the line that says why it is not read."""
        try:
            with opened(source, self.limits, self.identities) as content:
                for found in self._parted(_found(content)):
                    settled = self._settled(found, source)
                    yield settled
                    if isinstance(settled, Article):
                        yield from _notes(settled, source)
        except Refused as refused:
            yield refused.note
        except OSError as error:
            yield unreadable(source.where, error)
        except Exception as error:  # a reader may choke on anything, and the rest must go on
            why = N_("cannot be read ({name}: {error})").format(
                name=type(error).__name__, error=str(error)[:120]
            )
            yield SetAside(source.where, why, N_("check that the file is whole"))

    def _parted(self, every: Found) -> Found:
        """The same, with the posts of live reports apart where that is wanted."""
        for found in every:
            if not (self.posts_apart and isinstance(found, Record) and "posts" in found.article.extra):
                yield found
                continue
            for number, one in enumerate(liveblogs.apart(found.article), 1):
                yield Record(one, f"{found.tail}:{number}")

    def _settled(self, found: Record | SetAside | Source, source: Source) -> Item | Source:
        if not isinstance(found, Record):
            return found
        return self.identities.admit(_completed(found.article, source), source, found.tail)


def _found(content: Content) -> Found:
    """What the format that claims a content finds in it; raises `Refused` where none does."""
    if content.head.folder is None and not content.head.data.strip():
        why = N_("is empty") if content.head.complete else N_("opens with thousands of blanks")
        raise Refused(content.where, why, N_("remove it or give it a text"))
    form = formats.registry().choice(content.head)
    if form is None:
        raise Refused(
            content.where, N_("is {our_kind}, not text").format(our_kind=signatures.UNKNOWN), signatures.CURE
        )
    return form.reader(content)


def _completed(article: Article, source: Source) -> Article:
    """The article with what its container knows, and the names of its folders, where it is silent itself."""
    parts, others = partitions.told(source.where)
    known = {**parts, **source.known}
    missing: dict[str, object] = {
        name: value for name, value in known.items() if getattr(article, name) is None
    }
    for name in parts.keys() & missing.keys():
        guide.current().note(name, source.where, missing[name], N_("the name of its folder"))
    if not set(others) <= set(article.extra):
        missing["extra"] = {**others, **article.extra}
    return replace(article, **missing) if missing else article  # type: ignore[arg-type]  # names are fields


def _notes(article: Article, source: Source) -> Iterator[SetAside]:
    """What of an article is not used as it was given: a stamp that means no time, a text that breaks off."""
    where = f"{source.where} ({article.id})"
    lost, missing = article.extra.get("no_time"), article.extra.get("cut_off")
    for name, value in lost.items() if isinstance(lost, dict) else ():
        yield SetAside(
            where,
            N_("its time ({name}) is {value!r}, which means none").format(name=name, value=value),
            N_("give the day if it is known"),
        )
    if isinstance(missing, int) and missing:
        why = N_("its text breaks off: {missing:,} characters are missing").format(missing=missing)
        yield SetAside(where, why, N_("give the whole text, and do not compare what it lacks"))
