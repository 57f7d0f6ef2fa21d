"""What lies among the articles and is none: results of retold, pictures, scripts; one line for a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from retold.messages import N_
from retold.model import SetAside
from retold.readers.registry import Found
from retold.readers.sources import Source

_SHOWN = 3  # names in the line


class Skipped(SetAside):
    """A line on what lies among the articles and is none.

    No article was lost by it, so it is told, but belongs in no trace.
    """

    __slots__ = ()


class NoArticle(Skipped):
    """A line on a file that holds no article by its kind: a picture, a style sheet, a program."""

    __slots__ = ()


def result(source: Source, kind: str, cure: str) -> Found:
    """The line for a result: only one that was named is refused, one in a folder is skipped."""
    made = SetAside if source.named else Skipped
    yield made(source.where, N_("is {our_kind}, not an article").format(our_kind=kind), cure)


@dataclass(slots=True)
class Passed:
    """What one reading passed over: the first few by name, the rest by number."""

    every: bool = False  # whether each file is told, instead of one line for all
    results: list[Skipped] = field(default_factory=list)
    files: list[NoArticle] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    more_results: int = 0
    taken: int = 0  # all that were ever taken

    def take(self, one: Skipped) -> None:
        """Remember a line."""
        self.taken += 1
        if isinstance(one, NoArticle):
            self.kinds[PurePosixPath(one.where).suffix.lower().removeprefix(".") or N_("without suffix")] += 1
            self.files += [one] if self.every or not self.files else []
        elif self.every or len(self.results) < _SHOWN:
            self.results.append(one)
        else:
            self.more_results += 1

    def lines(self) -> Iterator[Skipped]:
        """The lines for all that was taken; nothing is remembered afterwards."""
        if self.every:
            yield from (*self.files, *self.results)
        else:
            yield from self._grouped()
        self.results, self.files, self.kinds, self.more_results = [], [], Counter(), 0

    def _grouped(self) -> Iterator[Skipped]:
        count = self.kinds.total()
        if count == 1:
            yield self.files[0]
        elif count:
            told = ", ".join(f"{number:,} {kind}" for kind, number in self.kinds.most_common())
            where = N_("{where} and {count:,} more").format(where=self.files[0].where, count=count - 1)
            why = N_("{count:,} files are no articles: {told}").format(count=count, told=told)
            yield NoArticle(where, why, N_("`retold read --list-skipped` names each"))
        if self.results:
            yield skipped_line(self.results, self.more_results)


def skipped_line(skipped: list[Skipped], more: int = 0) -> Skipped:
    """One line for all results; `more`: how many are not among them.

    >>> print(skipped_line([Skipped("p/out.html", "is a page of results, not an article", "")]))
    p/out.html: made by retold, not read; keep results in a folder of their own
    """
    names = ", ".join(one.where for one in skipped)
    where = N_("{names} and {more:,} more").format(names=names, more=more) if more > 0 else names
    return Skipped(where, N_("made by retold, not read"), N_("keep results in a folder of their own"))
