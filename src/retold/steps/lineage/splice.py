"""Second sources: a version spliced from two, block by block.

Contamination in news comes in blocks. A second source is accepted only for a
run of two or more sentences that it has and the first one lacks. Blocks are set
in anywhere, so that sentences are looked up by their word triples and not by place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retold.model import Evidence, Span
from retold.settings import LineageSearch
from retold.steps.lineage import orient, vocabulary
from retold.steps.lineage.draft import Draft, Edge
from retold.steps.lineage.orient import Scene
from retold.steps.lineage.readings import Floats
from retold.tables import Hashes, Ints, Witness

LEAST_SENTENCES = 2
LEAST_HELD = 0.4  # share of a sentence's word triples that a source of it has
MOST_HELD = 0.3  # share at which a version may still owe the sentence to another
SMALL_FAMILY = 30  # versions up to which each is tried as a second origin
EARLIER = 1.0  # log-odds from the clock that settle who had a block first


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of sentences of a copy that another source explains."""

    source: int
    low: int  # sentences, half-open
    high: int
    saved: float  # weighted readings
    held: float  # share of the block that the source has


def drafted(one: Scene, settings: LineageSearch) -> Draft:
    """The best draft with its second sources.

    X→Z→Y with Y stamped before Z is rather X→Z←Y, two sources of Z. So where the
    branching runs against the clock, versions are tried as a second origin beside the first.
    """
    kept = holdings(one.grid.witnesses)
    best = _with_seconds(one, kept, settings, frozenset())
    if not orient.against_time(best, one, settings):
        return best
    least = orient.value(best, one, settings)
    first = _earliest(one)
    for version in _roots_to_try(best, one, settings):
        other = _with_seconds(one, kept, settings, frozenset([first, version]))
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


def _with_seconds(one: Scene, kept: Holdings, settings: LineageSearch, apart: frozenset[int]) -> Draft:
    """A draft with a second source for each version that has one."""
    made = orient.draft(one, settings, apart)
    for copy in range(made.versions):
        block = _best_block(made, one, kept, copy, settings)
        if block is not None:
            _accept(made, one, copy, block, settings)
    return made


def _accept(made: Draft, one: Scene, copy: int, block: _Block, settings: LineageSearch) -> None:
    """The second source as an edge of the draft."""
    witness = one.grid.witnesses[copy]
    start, end = int(witness.sentences[block.low, 0]), int(witness.sentences[block.high - 1, 1])
    spare = settings.sharpness * (block.saved - settings.second_source)
    support = float(1 / (1 + np.exp(-1.0 - spare)))
    words = f"{block.high - block.low} sentences of {witness.id} follow another text than the rest"
    why = Evidence("splice", (Span(witness.id, start, end),), block.saved, words)
    made.edges[block.source, copy] = Edge(support, True, [why], second=True, saved=block.saved)


@dataclass(frozen=True, slots=True, eq=False)
class Holdings:
    """For each version, what share of its sentences' word triples each other version has."""

    held: tuple[Floats, ...]  # of each copy [versions, sentences]
    weights: tuple[Floats, ...]  # of each copy [sentences] weighted readings


def holdings(witnesses: Sequence[Witness]) -> Holdings:
    """Who has which sentence of whom, wherever it stands there."""
    triples = [_triples(w.words.forms) for w in witnesses]
    held, weights = [], []
    for copy, witness in enumerate(witnesses):
        sentence = _sentence_of(witness)
        size = np.bincount(sentence, minlength=len(witness.sentences)).astype(float)
        share = np.zeros((len(witnesses), len(size)))
        for source in range(len(witnesses)):
            found = np.isin(triples[copy], triples[source])
            share[source] = np.bincount(sentence, weights=found, minlength=len(size)) / size.clip(min=1)
        held.append(share)
        weights.append(vocabulary.PLAIN * size)
    return Holdings(tuple(held), tuple(weights))


def _triples(forms: Hashes) -> Hashes:
    """A number for each three words in a row; at the end of a text the last ones again."""
    if len(forms) < 3:
        return forms
    mixed = (forms[:-2] * 31 + forms[1:-1]) * 31 + forms[2:]
    return np.concatenate([mixed, mixed[-1:], mixed[-1:]])


def _sentence_of(witness: Witness) -> Ints:
    """The number of the sentence that each word stands in."""
    if not len(witness.sentences):
        return np.zeros(len(witness.words), dtype=np.int32)
    found = np.searchsorted(witness.sentences[:, 0], witness.words.starts, side="right") - 1
    return found.clip(min=0).astype(np.int32)


def _best_block(made: Draft, one: Scene, kept: Holdings, copy: int, settings: LineageSearch) -> _Block | None:
    """The block that a second source explains best, if it saves enough."""
    mine = _held_by_first(made, kept, copy)
    if mine is None or len(mine) <= LEAST_SENTENCES:
        return None
    best = None
    for source in _candidates(made, one, copy):
        theirs = kept.held[copy][source]
        gain = kept.weights[copy] * np.where(
            (theirs >= LEAST_HELD) & (mine <= MOST_HELD), theirs - mine, -1.0
        )
        low, high, saved = _densest(gain)
        if high - low < LEAST_SENTENCES or saved < settings.second_source:
            continue
        held = float(theirs[low:high].mean())
        if _owns(made, one, kept, source, copy, (low, high)) and (best is None or held > best.held + 0.02):
            best = _Block(source, low, high, saved, held)
    return best


def _held_by_first(made: Draft, kept: Holdings, copy: int) -> Floats | None:
    """What the copy's first source has of its sentences; an unseen one has what its other copies have."""
    first = next((u for u in made.sources(copy) if not made.edges[u, copy].second), None)
    if first is None:
        return None
    if first < made.versions:
        held: Floats = kept.held[copy][first]
        return held
    others = [v for v in made.copies(first) if v != copy and v < made.versions]
    others += [u for u in made.sources(first) if u < made.versions]
    most: Floats | None = kept.held[copy][others].max(axis=0) if others else None
    return most


def _candidates(made: Draft, one: Scene, copy: int) -> list[int]:
    """Seen versions that may be a second source: no kin below, none stamped later."""
    found = []
    for source in range(made.versions):
        kin = source == copy or source in made.sources(copy) or copy in made.ancestors(source)
        if not kin and one.clues.time[source, copy] > -EARLIER:
            found.append(source)
    return found


def _owns(made: Draft, one: Scene, kept: Holdings, source: int, copy: int, block: tuple[int, int]) -> bool:
    """Whether the source had the block first: from its own source, as an origin, or by the clock."""
    if one.clues.time[copy, source] < -EARLIER:
        return True
    first = next(iter(made.sources(source)), None)
    if first is None:
        return True
    return first < made.versions and float(kept.held[copy][first][slice(*block)].mean()) >= LEAST_HELD


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
