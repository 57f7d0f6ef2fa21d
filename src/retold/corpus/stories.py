"""The wide half of the job: from a corpus to its stories, in flat arrays and batch by batch.

Only words are taken from every article. Sentences, quotations and whatever else
a witness has are made for those alone that share enough with another.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.algorithms import heap
from retold.corpus import across, digests, growing, postings, wide, withdrawals
from retold.corpus.articles import Corpus
from retold.corpus.cache import Cache, Tie
from retold.corpus.index import Index, Progress
from retold.corpus.ties import TASK, Aligner, aligner, in_context, reports_of
from retold.corpus.wide import Alike, Linked, LookedAt, Wide, Words
from retold.decisions import UNDECIDED, Rulings, corpora
from retold.messages import N_
from retold.model import Story
from retold.settings import Settings
from retold.steps import match, story
from retold.steps.match import Meetings
from retold.tables import Generation, Ints, Pairs, Ties

__all__ = ["Earlier", "Grouped", "Progress", "grouped"]

_P = parameters.of("pipeline", "stories")
_PRINTS_MUCH = _P.number("prints_much")


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """The stories of a corpus, the pairs of articles that were aligned, and the cache of alignments.

    `ties` are those of the alignments alone, before the other reports are looked at; `generation` is what the
    stories were told by; `decided` has the ids of the decisions by hand that made stories one or parted them.
    `digests` are articles that take from several stories, by number, with their sources. `wide` is what more
    articles are matched with, where it was asked for.
    """

    stories: list[Story]
    pairs: Pairs
    cache: Cache
    ties: Ties
    generation: Generation
    decided: frozenset[str] = frozenset()
    digests: digests.Sources = field(default_factory=dict)
    wide: Wide | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Earlier:
    """What is known of a corpus from an earlier one: the ties of pairs that stayed as they were, by number.

    With a `generation` words weigh what they did then. With `wide` its articles are the first ones of the
    corpus, and only those behind them are matched.
    """

    ties: Ties
    generation: Generation | None = None
    wide: Wide | None = None


def grouped(
    corpus: Corpus,
    settings: Settings,
    progress: Progress,
    earlier: Earlier | None = None,
    rulings: Rulings = UNDECIDED,
    *,
    keep: bool = False,
) -> Grouped:
    """Match, align and group the articles of a corpus; what is too large for memory goes beside its file.

    `keep` asks for what more articles are matched with.
    """
    cache, days = Cache(corpus, settings), corpus.days()
    half = _half(corpus, settings, progress, earlier, keep)
    with aligner(corpus, cache, settings) as ties_of_tasks:
        aligned = _Aligned(ties_of_tasks, progress, None if earlier is None else earlier.ties)
        told = _told(corpus, cache, half, aligned, (settings, rulings, keep))
        pairs = half.pairs
        del half  # its words are large
        heap.trim()
        rest = (pairs.share < _PRINTS_MUCH) & (story.inside(len(corpus), told.groups, pairs.a, pairs.b) >= 0)
        second = aligned.ties(pairs.a[rest], pairs.b[rest])
    every = Ties.joined([told.first, second])
    reports, generation = reports_of(corpus, told.groups), told.generation
    printing = generation.printing
    if printing is None:
        printing = story.peers.printing(story.peers.papers(every, reports))
        generation = replace(generation, printing=printing)
    ties, wired = in_context(every, reports, printing, corpus, cache, settings)
    found = story.stories(days, told.groups, ties, settings.story, wired)
    found = digests.stories(found, corpus.ids, told.digests)
    return Grouped(found, pairs, cache, every, generation, told.decided, told.digests, told.wide)


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """The groups on one event, and what they were told by: see `Grouped`."""

    groups: Sequence[story.Group]
    first: Ties  # of articles that print much of each other
    generation: Generation
    decided: frozenset[str]
    digests: digests.Sources
    wide: Wide | None


def _told(
    corpus: Corpus,
    cache: Cache,
    half: _Whole | _Grown,
    aligned: _Aligned,
    how: tuple[Settings, Rulings, bool],
) -> _Told:
    """Which articles tell one event. What is as large as the corpus goes with it, but for what is kept."""
    (settings, rulings, keep), pairs = how, half.pairs
    much = pairs.share >= _PRINTS_MUCH
    first = aligned.ties(pairs.a[much], pairs.b[much])
    prints = np.zeros(len(pairs), np.int8)
    prints[much] = story.prints(first)
    near = half.near(prints)
    words = half.words(near)
    found = digests.found(corpus, cache, pairs, words, near, half.no_digests)
    taken, untied = digests.ruled(found.sources, rulings)
    apart = digests.apart(near, taken, first)
    together = half.together(apart)
    groups = across.joined(cache, together, (pairs.a[much], pairs.b[much]), settings)
    noted = withdrawals.noted(corpus, settings, *half.notes)
    groups = withdrawals.moved(groups, withdrawals.reports(noted))
    groups, decided = corpora.settled(groups, corpus.ids, rulings)
    kept = None
    if keep:
        linked = Linked(*apart.edges, together)
        kept = half.kept(words, half.alike(near, prints), linked, LookedAt(found.none, noted))
    return _Told(groups, first, half.generation(near), frozenset({*decided, *untied}), taken, kept)


# ---- the corpus whole, or grown ----


def _half(
    corpus: Corpus, settings: Settings, progress: Progress, earlier: Earlier | None, keep: bool
) -> _Whole | _Grown:
    frozen = None if earlier is None else earlier.generation
    if earlier is not None and earlier.wide is not None and frozen is not None:
        found = growing.grown(corpus, earlier.wide, frozen, settings)
        if found is not None:
            return _Grown(corpus, found, settings)
    return _Whole(corpus, settings, progress, frozen, keep)


def _known_days(corpus: Corpus) -> story.nearness.Floats:
    return story.nearness.known(list(corpus.days().values()))


class _Whole:
    """The wide half of all articles."""

    no_digests: Collection[int] = ()  # nothing is known of digests
    notes: tuple[Mapping[int, withdrawals.Named], int] = withdrawals.NOTHING, 0  # nor of notes

    def __init__(
        self, corpus: Corpus, settings: Settings, progress: Progress, frozen: Generation | None, keep: bool
    ) -> None:
        self._corpus, self._settings, self._frozen = corpus, settings, frozen
        self._index = Index(corpus, settings.fingerprint, None if frozen is None else frozen.weights)
        folder = None if corpus.file is None else corpus.file.parent
        self._keeper = postings.Keeper(folder) if keep else None
        self._met: Meetings = match.meetings(
            self._index.grams(progress),
            settings.match,
            corpus.kernels,
            postings.partitions(folder),
            self._keeper,
        )
        self._bags = self._index.bags()
        self.pairs = self._met.pairs()
        heap.trim()

    def words(self, near: story.Near) -> Words:
        """The words of all, with the vectors by which they are alike."""
        return wide.words_of(self._bags, near.vectors)

    def near(self, prints: NDArray[np.int8]) -> story.Near:
        """Who is alike."""
        frozen = self._frozen
        known = None
        if frozen is not None:
            known = story.Frozen(frozen.weights, frozen.bars, self._index.priors())
        printed = story.Printed(self.pairs, prints, _known_days(self._corpus))
        return story.near(self._bags, printed, self._settings.story, self._corpus.kernels, known)

    def alike(self, near: story.Near, prints: NDArray[np.int8]) -> Alike:
        """Who is alike, those included that fill one template each with an event of its own."""
        return wide.alike_of(near, self.pairs, prints, self._settings.story, self._corpus.kernels)

    def together(self, alike: story.Near) -> list[story.Group]:
        """The groups on one event."""
        return story.together(self._corpus.days(), alike, self._settings.story)

    def generation(self, near: story.Near) -> Generation:
        """What the stories were told by."""
        return self._frozen or Generation(len(self._corpus), near.weights, near.bars, self._corpus.recurring)

    def kept(self, words: Words, alike: Alike, linked: Linked, looked_at: LookedAt) -> Wide:
        """What more articles are matched with; for a corpus whose postings were kept."""
        days, segments = list(self._corpus.days().values()), [self._keeper.segment()] if self._keeper else []
        return Wide(self._met, segments, words, alike, linked, looked_at, days)


class _Grown:
    """The same of a corpus that grew."""

    def __init__(self, corpus: Corpus, grown: growing.Grown, settings: Settings) -> None:
        self._corpus, self._grown, self._settings = corpus, grown, settings
        self._days = _known_days(corpus)
        self._alike: Alike = growing.alike(grown, self._days, settings, corpus.kernels)
        self.pairs = grown.pairs
        self.no_digests = grown.before.looked_at.digests
        self.notes = grown.before.looked_at.notes, len(grown.before.days)

    def words(self, near: story.Near) -> Words:  # noqa: ARG002  they were known before
        """See `_Whole.words`."""
        return self._grown.words

    def near(self, prints: NDArray[np.int8]) -> story.Near:
        """See `_Whole.near`."""
        printed = story.Printed(self.pairs, prints, self._days)
        return growing.near(self._grown, self._alike, printed, self._settings, self._corpus.kernels)

    def alike(self, near: story.Near, prints: NDArray[np.int8]) -> Alike:  # noqa: ARG002  it was asked before
        """See `_Whole.alike`."""
        return self._alike

    def together(self, alike: story.Near) -> list[story.Group]:
        """See `_Whole.together`."""
        days, before = list(self._corpus.days().values()), self._grown.before.linked
        return growing.together(days, self._corpus.ids, alike, before, self._settings)

    def generation(self, near: story.Near) -> Generation:  # noqa: ARG002  it was counted before
        """See `_Whole.generation`."""
        return self._grown.generation

    def kept(self, words: Words, alike: Alike, linked: Linked, looked_at: LookedAt) -> Wide:
        """See `_Whole.kept`."""
        days = list(self._corpus.days().values())
        return Wide(self._grown.met, self._grown.segments, words, alike, linked, looked_at, days)


class _Aligned:
    """The ties of pairs: those that are known, the others by alignment."""

    def __init__(self, ties_of_tasks: Aligner, progress: Progress, known: Ties | None) -> None:
        self._ties_of_tasks, self._progress, self._known = ties_of_tasks, progress, known

    def ties(self, a: Ints, b: Ints) -> Ties:
        """The ties of these pairs, in their order."""
        if self._known is None:
            return self._made(a, b)
        at = self._known.places(a, b)
        new = at < 0
        both = Ties.joined([self._known, self._made(a[new], b[new])])
        at[new] = np.arange(len(self._known), len(both))
        return both.some(at)

    def _made(self, a: Ints, b: Ints) -> Ties:
        every = list(zip(a.tolist(), b.tolist(), strict=True))
        tasks = [every[low : low + TASK] for low in range(0, len(every), TASK)]
        found: list[Tie] = []
        for done in self._ties_of_tasks(tasks):
            found += done
            self._progress(N_("aligning"), len(found), len(every))
        return story.ties([(*pair, *tie) for pair, tie in zip(every, found, strict=True)])
