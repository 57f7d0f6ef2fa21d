"""A story of a served trace told anew by the decisions that hold now, while the trace stays as it is.

What a decision says of one story (a tie that is none, a change that is false, one person under two names,
furniture) is counted at once; which articles belong together is a matter of the whole corpus, and is
counted when the trace is made anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooSlow
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING

from retold import settings as choices
from retold import story
from retold.decisions import Decision, Rulings, corpora
from retold.model import Article, Span
from retold.views.decided import WIDE

if TYPE_CHECKING:
    from retold.archive.store import Trace
    from retold.server.catalogue import Catalogue
    from retold.server.parts import Parts

_KEPT = 64  # stories that are remembered as they were told anew
_PATIENCE = 4.0  # seconds a page waits for its story; then it shows what the trace has, and says so


@dataclass(frozen=True, slots=True)
class Told:
    """A story as it is now. `shown` are the ids of the decisions that count in it.

    `begun` says that it is being told anew, and that this is what the trace has until then.
    """

    part: Trace
    shown: frozenset[str]
    begun: bool = False


Key = tuple[int, tuple[str, ...]]  # number of a story, and ids of decisions


class Retelling:
    """Stories of one trace told anew, one at a time, in a thread of its own; the latest are remembered.

    `made_with` are the decisions that the trace was made with.
    """

    def __init__(self, parts: Parts, catalogue: Catalogue, made_with: Sequence[Decision]) -> None:
        self._parts, self._catalogue = parts, catalogue
        self._made_with = tuple(made_with)
        self._told: OrderedDict[Key, Future[Told]] = OrderedDict()
        self._pool: ThreadPoolExecutor | None = None
        self._lock = Lock()

    def of(self, number: int, holding: Sequence[Decision], patience: float | None = None) -> Told:
        """A story by the decisions that hold; raises what telling it raised."""
        before = frozenset(one.id for one in self._made_with)
        part = self._parts.of(number)
        if before == {one.id for one in holding}:
            return Told(part, before)
        named = self._named((*self._made_with, *holding))
        now = _bearing(part, holding, named)
        was = _bearing(part, self._made_with, named)
        if {one.id for one in now} == {one.id for one in was}:
            return Told(part, before)
        asked = self._asked((number, tuple(one.id for one in now)), part, now, named)
        try:
            found = asked.result(_PATIENCE if patience is None else patience)
        except TooSlow:
            return Told(part, before, begun=True)
        wide = {one.id for one in self._made_with if one.kind in WIDE}
        return replace(found, shown=found.shown | wide | (before & {one.id for one in now}))

    def _asked(
        self, key: Key, part: Trace, now: Sequence[Decision], named: Sequence[Article]
    ) -> Future[Told]:
        """The story told anew, or being told."""
        with self._lock:
            if key not in self._told:
                if self._pool is None:
                    self._pool = ThreadPoolExecutor(1, thread_name_prefix="retelling")
                self._told[key] = self._pool.submit(retold, part, now, named)
                while len(self._told) > _KEPT:
                    self._told.popitem(last=False)[1].cancel()
            self._told.move_to_end(key)
            return self._told[key]

    def _named(self, decisions: Iterable[Decision]) -> list[Article]:
        """The articles that words were said to be furniture in: their outlets' other articles follow."""
        names = dict.fromkeys(name for one in decisions if one.kind == "furniture" for name in one.articles)
        return [article for name in names if (article := self._catalogue.article(name)) is not None]

    def close(self) -> None:
        """Tell nothing more."""
        with self._lock:
            if self._pool is not None:
                self._pool.shutdown(wait=False, cancel_futures=True)


def _bearing(part: Trace, decisions: Sequence[Decision], named: Sequence[Article]) -> list[Decision]:
    """The decisions that bear on a story alone."""
    one = part.stories[0]
    marked = _marked(part, [d for d in decisions if d.kind == "furniture"], named)[1]
    inside = {d.id for d in Rulings(tuple(decisions)).on(one).decisions}
    ids = {one.id, *one.former, ""}
    return [
        d for d in decisions
        if d.id in marked or (d.id in inside and (d.kind != "change_false" or d.story in ids))
    ]  # fmt: skip


def _marked(
    part: Trace, decisions: Sequence[Decision], named: Sequence[Article]
) -> tuple[list[tuple[Span, str]], set[str]]:
    """What of a story was decided to be furniture, and the ids of the decisions that found some."""
    here = {one.id for one in part.articles}
    spans: list[tuple[Span, str]] = []
    effective: set[str] = set()
    every = [*part.articles, *(one for one in named if one.id not in here)]
    for one in decisions:
        found = [(s, why) for s, why in corpora.furniture(every, Rulings((one,)))[0] if s.article in here]
        spans += found
        effective |= {one.id} if found else set()
    return spans, effective


def retold(part: Trace, decisions: Sequence[Decision], named: Sequence[Article]) -> Told:
    """A story with all that is found in it by these decisions; `part` is what a trace has of it."""
    spans, marking = _marked(part, [one for one in decisions if one.kind == "furniture"], named)
    furniture = tuple(dict.fromkeys([*_found_alone(part), *spans]))
    record = story.record(_task(part, decisions, [span for span, _ in furniture]))
    made = replace(
        part,
        stories=(record.story,),
        lineages={record.story.id: record.lineage},
        statements=record.statements,
        changes=record.changes,
        claims=record.claims,
        furniture=furniture,
        alignments=record.alignments,
    )
    return Told(made, frozenset({*record.decided, *marking}))


def _found_alone(part: Trace) -> Iterator[tuple[Span, str]]:
    """The furniture that nobody decided on."""
    return (one for one in part.furniture if one[1] != corpora.REASON)


def _task(part: Trace, decisions: Sequence[Decision], furniture: Sequence[Span]) -> story.StoryTask:
    """What the trace was made from as a unit of work: the pairs that it has are those worth aligning."""
    one = part.stories[0]
    articles = {article.id: article for article in part.articles}
    known = part.manifest.get("settings")
    return story.StoryTask(
        story=one,
        articles=tuple(articles[name] for name in one.articles),
        furniture=tuple(furniture),
        pairs=tuple((pair.a, pair.b) for pair in part.alignments),
        settings=choices.from_mapping(known if isinstance(known, dict) else {}),
        rulings=Rulings(tuple(decisions)),
    )
