"""A trace that is served: its stories, what is found in it, its decisions, and what was collated of it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from retold import pipeline
from retold.archive import graph
from retold.archive.graph import StoryGraph
from retold.archive.store import Trace
from retold.decisions import Decision, ledger
from retold.errors import InputError
from retold.messages import N_
from retold.model import Article, Span
from retold.report.sections import Beside
from retold.server import catalogue_files
from retold.server.parts import Parts
from retold.server.retelling import Retelling, Told
from retold.settings import Settings

if TYPE_CHECKING:
    from retold.server.catalogue_files import Progress

Stamp = tuple[int, int]
_HELD = 8  # collations that are remembered
_PAGES = 64  # pages that are
_NO_GRAPH = ("alignments", "claims", "furniture", "set_aside", "statements")
MOST = 40  # articles that are collated at a time


class ServedTrace:
    """One trace with its catalogue. `decisions` is the file of decisions on it, None where there is none."""

    def __init__(
        self,
        trace: Trace,
        settings: Settings,
        progress: Progress,
        stored: Path | None = None,
        decisions: Path | None = None,
    ) -> None:
        self.trace, self.settings, self.decisions, self.stored = trace, settings, decisions, stored
        self.catalogue = catalogue_files.opened(trace, stored, progress)
        self.parts = Parts(trace, self.catalogue)
        self.beside = Beside.of(trace)
        self.made_with = self.beside.decisions
        self._retelling = Retelling(self.parts, self.catalogue, self.made_with)
        self._ledger: tuple[Stamp, ledger.Ledger] = ((0, 0), ledger.Ledger())
        self._collated: OrderedDict[tuple[str, ...], Trace] = OrderedDict()
        self._pages: OrderedDict[Hashable, str] = OrderedDict()
        self._lock = Lock()

    def graphs(self, names: Iterable[str]) -> Iterator[StoryGraph]:
        """Several stories, by the names of their pages, as graphs, in the order of the trace.

        So each group of rows is read once, and one story is held at a time.
        """
        numbers = {number for name in names if (number := self.catalogue.number(name)) is not None}
        for number in sorted(numbers):
            yield from graph.stories(self.parts.of(number, _NO_GRAPH))

    def ledger(self) -> ledger.Ledger:
        """The decisions as they stand now: another server may write them too."""
        stamp = self._stamp()
        if self.decisions is None or not any(stamp):
            return ledger.Ledger()
        if self._ledger[0] != stamp:
            self._ledger = stamp, ledger.read(self.decisions)
        return self._ledger[1]

    def holding(self) -> tuple[Decision, ...]:
        """The decisions that hold: those of the file, and those of the trace that nobody took back."""
        written = self.ledger()
        known = {one.id for one in written.holding} | {one.decision.id for one in written.undone}
        return (*(one for one in self.made_with if one.id not in known), *written.holding)

    def told(self, number: int, patience: float | None = None) -> Told:
        """A story by the decisions that hold now."""
        return self._retelling.of(number, self.holding(), patience)

    def waiting(self) -> list[Decision]:
        """The decisions in which the trace and what holds now differ."""
        now = self.holding()
        before, after = {one.id for one in self.made_with}, {one.id for one in now}
        return [
            *(one for one in now if one.id not in before),
            *(d for d in self.made_with if d.id not in after),
        ]

    def touched(self) -> dict[int, list[Decision]]:
        """The stories that the waiting decisions name, by number."""
        found: dict[int, list[Decision]] = {}
        for one in self.waiting():
            named = [self.catalogue.number(one.story)] if one.story else []
            named += [self.catalogue.story_of(name) for name in one.articles]
            for number in dict.fromkeys(n for n in named if n is not None):
                found.setdefault(number, []).append(one)
        return found

    def page(self, key: Hashable, make: Callable[[], tuple[str, bool]]) -> str:
        """A page by what it is made of; the latest are remembered while the decisions stay as they are.

        `make` also says whether it is to be remembered.
        """
        whole = (key, self._stamp())
        found = self._pages.get(whole)
        if found is None:
            found, kept = make()
            if not kept:
                return found
            self._pages[whole] = found
            while len(self._pages) > _PAGES:
                with suppress(KeyError):  # another thread was faster
                    self._pages.popitem(last=False)
        return found

    def _stamp(self) -> Stamp:
        """Stands for the decisions as they are now."""
        try:
            state = None if self.decisions is None else self.decisions.stat()
        except OSError:
            state = None
        return (0, 0) if state is None else (state.st_mtime_ns, state.st_size)

    def collated(self, names: Sequence[str]) -> Trace:
        """Some articles of the trace as one story, traced now; raises `InputError` for what cannot be.

        Which of them copied from which is found as in any trace: to be looked at together is no tie.
        """
        asked = tuple(dict.fromkeys(names))
        if not 2 <= len(asked) <= MOST:
            cure = N_("choose 2 to {most} to collate").format(most=MOST)
            raise InputError(N_("{count} articles were chosen").format(count=len(asked)), cure)
        with self._lock:  # one at a time: each keeps a core busy
            if asked not in self._collated:
                self._collated[asked] = self._collate(asked)
                while len(self._collated) > _HELD:
                    self._collated.popitem(last=False)
            self._collated.move_to_end(asked)
            return self._collated[asked]

    def _collate(self, names: tuple[str, ...]) -> Trace:
        found = [(name, self.catalogue.article(name)) for name in names]
        lacking = [name for name, article in found if article is None]
        if lacking:
            cause = N_("no article {name!r:.80} in this trace").format(name=lacking[0])
            raise InputError(cause, N_("choose articles of this trace"))
        articles = [article for _, article in found if article is not None]
        rulings = [Decision("merge", articles=names, id="together"), *self._furniture(articles)]
        made = pipeline.trace(articles, self.settings, decisions=rulings)
        return replace(made, manifest=self.trace.manifest, set_aside=())

    def _furniture(self, articles: Iterable[Article]) -> list[Decision]:
        """What the whole trace knows to be furniture of these: few articles do not show it."""
        found: list[Decision] = []
        for one in articles:
            number = self.catalogue.story_of(one.id)
            spans = () if number is None else self.parts.of(number).furniture
            found += [_as_furniture(one, span) for span, _ in spans if span.article == one.id]
        return found

    def close(self) -> None:
        """Close the catalogue, and tell nothing more."""
        self._retelling.close()
        self.catalogue.close()


def _as_furniture(article: Article, span: Span) -> Decision:
    words = span.of(article.text)
    return Decision("furniture", articles=(article.id,), words=words, id=f"{span.start} {article.id}")
