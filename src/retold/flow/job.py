"""A whole job on an engine: the articles are read here, and the trace is written here, story by story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from math import ceil
from pathlib import Path

from retold.corpus import digests as corpus_digests
from retold.corpus import memory, withdrawals
from retold.corpus.articles import Corpus
from retold.corpus.index import Progress, silent
from retold.corpus.reading import taken_in
from retold.decisions import Rulings, corpora, kinds
from retold.engines import choice
from retold.engines.choice import Engine
from retold.engines.connect import Stages
from retold.errors import InputError
from retold.flow import articles, digests, linking, records
from retold.flow.context import Context
from retold.flow.plan import Plan
from retold.messages import N_
from retold.model import Article, SetAside, StoryRecord
from retold.settings import Settings
from retold.steps import story

_FEWEST, _LETTERS = 8, 32_000_000  # partitions, and the letters of one
_STEPS = 5  # before the stories: furniture, pairs, ties, likeness, groups


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The articles, and the records of their stories, which are made as they are asked for."""

    corpus: Corpus
    set_aside: Sequence[SetAside]
    records: Iterator[StoryRecord]
    decided: frozenset[str]  # the decisions that changed the corpus


@contextmanager
def found(
    given: Iterable[Article | SetAside],
    settings: Settings,
    engine: Engine,
    rulings: Rulings,
    progress: Progress | None = None,
) -> Iterator[Found]:
    """What an engine finds in articles. Raises as `choice.session` and `Stages` do."""
    if settings.story.across_languages:
        raise InputError(
            "a cluster joins no stories across languages", "leave [story] across_languages out, or the engine"
        )
    set_aside: list[SetAside] = []
    with taken_in(given, settings.clean, set_aside) as (corpus, folder), choice.session(engine) as session:
        context = Context(settings, corpus.words)
        work = _work(corpus, settings, rulings) if engine.work else ""
        place, parts = _place(engine, folder), engine.partitions or _partitions(corpus)
        stages = Stages(session, place, work, parts, sorts=engine.name == "spark")
        job = _Job(Plan(stages, context, len(corpus)), corpus, rulings, progress or silent)
        yield job.found(set_aside)


def _place(engine: Engine, folder: Path) -> str:
    if engine.work is None:
        return str(folder / "stages")
    return engine.work if "://" in engine.work else str(Path(engine.work).resolve())


def _partitions(corpus: Corpus) -> int:
    """By the letters of all texts, so that the rows of one part have room in a worker."""
    return max(_FEWEST, ceil(6 * corpus.words / _LETTERS))


def _work(corpus: Corpus, settings: Settings, rulings: Rulings) -> str:
    """A digest of all that the tables depend on."""
    decided = [kinds.row_of(one) for one in rulings.decisions]
    return memory.digest([memory.made_by(settings), decided, memory.digests(corpus)])


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    plan: Plan
    corpus: Corpus
    rulings: Rulings
    progress: Progress

    def found(self, set_aside: Sequence[SetAside]) -> Found:
        """Run the steps up to the stories, which are followed when their records are asked for."""
        marks = self.plan.furniture(partial(articles.rows, self.corpus))
        by_hand, marking = corpora.furniture(self.corpus, self.rulings)
        corpus = self.corpus.marked([*marks, *by_hand])
        self._done(1)
        self.plan.pairs(corpus.furniture)
        self._done(2)
        self.plan.first_ties()
        self._done(3)
        bars = self.plan.near()
        sources, untied = self._digests(corpus)
        self._done(4)
        self.plan.groups(bars)
        decided = self._settled() | untied
        self.plan.second_ties()
        self._done(5)
        printing = story.peers.printing(self.plan.papers())
        given = records.Given(self.plan.context, self.rulings, sources, printing)
        of_groups, of_lone = partial(records.of_groups, given), partial(records.of_lone, given)
        return Found(corpus, set_aside, self.plan.records(of_groups, of_lone), frozenset(decided | marking))

    def _digests(self, corpus: Corpus) -> tuple[digests.Sources, set[str]]:
        """The sources of each digest, and the decisions by hand that took one away."""
        found = digests.found(self.plan.stages, corpus, self.plan.context.settings)
        taken, untied = corpus_digests.ruled(found.sources, self.rulings)
        sources = {corpus.ids[number]: several for number, several in taken.items()}
        self.plan.apart(partial(digests.rows, corpus, sources))
        return sources, untied

    def _settled(self) -> set[str]:
        """Groups as notes that withdraw a report and decisions by hand have them; those that changed any.

        They are all looked at here, if there are notes or decisions.
        """
        noted = withdrawals.found(self.corpus, self.plan.context.settings)
        if not noted and not any(self.rulings.of("merge", "split")):
            return set()
        number = {name: n for n, name in enumerate(self.corpus.ids)}
        held = withdrawals.moved(linking.numbered(self.plan.linked(), number), noted)
        groups, decided = corpora.settled(held, self.corpus.ids, self.rulings)
        self.plan.settle(partial(linking.rows, groups, self.corpus.ids))
        return decided

    def _done(self, step: int) -> None:
        self.progress(N_("matching"), step, _STEPS)
