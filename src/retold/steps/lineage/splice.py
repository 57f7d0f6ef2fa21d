"""Second sources: a version spliced from two, block by block.

Contamination in news comes in blocks. A second source is accepted only for a
run of two or more sentences in which it saves enough over the first one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retold.model import Evidence, Span
from retold.settings import LineageSearch
from retold.steps.lineage import orient
from retold.steps.lineage.draft import Draft, Edge
from retold.steps.lineage.orient import Scene
from retold.steps.lineage.readings import Floats
from retold.tables import Ints

LEAST_SENTENCES = 2
SMALL_FAMILY = 30  # versions up to which each is tried as a second origin
LEAST_SHARED = 0.7  # of the block's words that the second source must have


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of sentences of a copy that another source explains better."""

    source: int
    low: int  # sentences, half-open
    high: int
    saved: float


def drafted(one: Scene, settings: LineageSearch) -> Draft:
    """The best draft with its second sources.

    X→Z→Y with Y stamped before Z is rather X→Z←Y, two sources of Z. So where the
    branching runs against the clock, versions are tried as a second origin beside the first.
    """
    best = _with_seconds(one, settings, frozenset())
    if not orient.against_time(best, one, settings):
        return best
    least = orient.value(best, one, settings)
    first = _earliest(one)
    for version in _roots_to_try(best, one, settings):
        other = _with_seconds(one, settings, frozenset([first, version]))
        worth = orient.value(other, one, settings)
        if worth < least - 1e-9:
            best, least = other, worth
    return best


def _earliest(one: Scene) -> int:
    """The version that the clock makes the source of most others."""
    return int(one.clues.time[: len(one.grid.witnesses)].sum(axis=1).argmax())


def _roots_to_try(made: Draft, one: Scene, settings: LineageSearch) -> list[int]:
    """Versions stamped before a source of theirs; all of them in a small family."""
    if made.versions <= SMALL_FAMILY:
        return list(range(made.versions))
    late = -orient.STRIKING * settings.clock
    return sorted({v for u, v in made.edges if max(u, v) < made.versions and one.clues.time[u, v] < late})


def _with_seconds(one: Scene, settings: LineageSearch, apart: frozenset[int]) -> Draft:
    """A draft with a second source for each version that has one."""
    made = orient.draft(one, settings, apart)
    for copy in range(made.versions):
        block = _best_block(made, one, copy, settings)
        if block is not None:
            _accept(made, one, copy, block, settings)
    return made


def _accept(made: Draft, one: Scene, copy: int, block: _Block, settings: LineageSearch) -> None:
    """The second source as an edge of the draft."""
    witness = one.grid.witnesses[copy]
    start, end = int(witness.sentences[block.low, 0]), int(witness.sentences[block.high - 1, 1])
    spare = settings.sharpness * (block.saved - settings.second_source) / 2
    support = float(1 / (1 + np.exp(-1.0 - spare)))
    words = f"{block.high - block.low} sentences of {witness.id} follow another text than the rest"
    why = Evidence("splice", (Span(witness.id, start, end),), block.saved, words)
    made.edges[block.source, copy] = Edge(support, True, [why], second=True, saved=block.saved)


def _best_block(made: Draft, one: Scene, copy: int, settings: LineageSearch) -> _Block | None:
    """The block that a second source explains best, if it saves enough."""
    first = next(iter(made.sources(copy)), None)
    sentences = len(one.grid.witnesses[copy].sentences)
    if first is None or first >= len(one.rows) or sentences <= LEAST_SENTENCES:
        return None
    cost = {u: _by_sentence(one, u, copy, sentences) for u in _candidates(made, one, copy)}
    mine = _by_sentence(one, first, copy, sentences)
    best = None
    for source, theirs in sorted(cost.items()):
        low, high, saved = _densest(mine - theirs)
        long = high - low >= LEAST_SENTENCES and saved >= settings.second_source
        if long and (best is None or saved > best.saved) and _has(one, source, copy, low, high):
            best = _Block(source, low, high, saved)
    return best


def _candidates(made: Draft, one: Scene, copy: int) -> list[int]:
    """Seen versions that may be a second source: no kin below, none stamped later."""
    found = []
    for source in range(made.versions):
        kin = source == copy or source in made.sources(copy) or copy in made.ancestors(source)
        if not kin and one.clues.time[source, copy] > -1.0:
            found.append(source)
    return found


def _by_sentence(one: Scene, source: int, copy: int, sentences: int) -> Floats:
    """What each sentence of the copy costs if it came from this source."""
    row = one.rows[copy]
    units = np.arange(len(row))
    differ = one.rows[source] != row
    sizes = one.readings.places[:, 1] - one.readings.places[:, 0]
    cost = np.where(differ, one.readings.weights[units, row.clip(0)], 0.0) / sizes.clip(min=1)
    # A unit may run over several sentences; each has its share by places.
    places = np.repeat(one.readings.places[:, 0], sizes) + _count_up(sizes)
    found: Floats = np.bincount(
        _sentences(one, copy)[places], weights=np.repeat(cost, sizes), minlength=sentences
    )
    return found[:sentences]


def _count_up(sizes: Ints) -> Ints:
    """0 … size - 1 for each size, end to end."""
    if not len(sizes):
        return np.zeros(0, dtype=np.int32)
    starts = np.cumsum(sizes) - sizes
    return (np.arange(int(sizes.sum())) - np.repeat(starts, sizes)).astype(np.int32)


def _sentences(one: Scene, copy: int) -> Ints:
    """For each place, the sentence of the copy in which or after which it stands."""
    witness, cells = one.grid.witnesses[copy], one.readings.cells
    if not len(witness.words):
        return np.zeros(len(cells), dtype=np.int32)
    last = np.maximum.accumulate(np.where(cells[:, copy] >= 0, cells[:, copy], 0))
    found = np.searchsorted(witness.sentences[:, 0], witness.words.starts[last], side="right") - 1
    return found.clip(min=0).astype(np.int32)


def _densest(gain: Floats) -> tuple[int, int, float]:
    """The run of sentences with the greatest sum (Kadane), and that sum."""
    best, run, start = (0, 0, 0.0), 0.0, 0
    for at, value in enumerate(gain):
        if run <= 0:
            run, start = 0.0, at
        run += float(value)
        if run > best[2]:
            best = (start, at + 1, run)
    return best


def _has(one: Scene, source: int, copy: int, low: int, high: int) -> bool:
    """Whether the source has most words of the block, and the same ones."""
    witness, cells = one.grid.witnesses[copy], one.readings.cells
    first, last = witness.words.within(int(witness.sentences[low, 0]), int(witness.sentences[high - 1, 1]))
    places = np.flatnonzero((cells[:, copy] >= first) & (cells[:, copy] < last))
    theirs = cells[places, source]
    mine = witness.words.forms[cells[places, copy]]
    other = one.grid.witnesses[source].words.forms
    shared = sum(int(t) >= 0 and other[t] == m for t, m in zip(theirs, mine, strict=True))
    return shared >= LEAST_SHARED * max(1, len(places))
