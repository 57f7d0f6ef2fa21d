"""The texts of a family: reports that only share blocks which one took over from another.

A version spliced from two reports ties both into one family. No tree holds two
texts, so that each is followed by itself, and what crosses over is a second source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from retold import parameters
from retold.algorithms import components, linkage
from retold.model import Move
from retold.steps.lineage import vocabulary
from retold.steps.lineage.readings import Bools, Floats
from retold.tables import Grid, Hashes, Ints, Witness

_P = parameters.of("lineage", "texts")
TOUCHED = _P.number("touched")
LIKE = _P.number("like")
SHARED = _P.number("shared")
HELD = _P.number("held")
BLOCK = _P.integer("block")
BRIDGED = _P.number("bridged")


@dataclass(frozen=True, slots=True, eq=False)
class Holdings:
    """For each version, what share of its sentences' word triples each other version has."""

    held: tuple[Floats, ...]  # of each copy [versions, sentences]
    weights: tuple[Floats, ...]  # of each copy [sentences] weighted readings


def number_at(bounds: Sequence[Sequence[int]], place: int) -> int | None:
    """The number of the sentence or paragraph in which a character stands, None where it is in none."""
    return next((k for k, (low, high) in enumerate(bounds) if low <= place < high), None)


def holdings(witnesses: Sequence[Witness]) -> Holdings:
    """Who has which sentence of whom, wherever it stands there."""
    triples = [_triples(w.words.forms[~w.tokens.furniture]) for w in witnesses]
    known = np.unique(np.concatenate(triples)) if triples else np.zeros(0, dtype=np.int64)
    numbers = [np.searchsorted(known, t) for t in triples]
    has = np.zeros((len(witnesses), len(known)), dtype=bool)
    for version, found in enumerate(numbers):
        has[version, found] = True
    held, weights = [], []
    for witness, found in zip(witnesses, numbers, strict=True):
        size = sentence_sizes(witness)
        ends = np.cumsum(size).astype(np.int64)
        sums = np.concatenate([np.zeros((len(has), 1)), has[:, found].cumsum(axis=1)], axis=1)
        counts = sums[:, ends] - sums[:, ends - size.astype(np.int64)]
        held.append(counts / size.clip(min=1))
        weights.append(vocabulary.PLAIN * size)
    return Holdings(tuple(held), tuple(weights))


def sentence_sizes(witness: Witness, among: Bools | None = None) -> Floats:
    """How many words each sentence has, furniture left out; `among` says which words count.

    Words before the first sentence go with it.
    """
    shown = ~witness.tokens.furniture if among is None else among & ~witness.tokens.furniture
    sentence = witness.tokens.sentence[shown].clip(min=0)
    return np.bincount(sentence, minlength=max(1, len(witness.sentences))).astype(np.float64)


def _triples(forms: Hashes) -> Hashes:
    """A number for each three words in a row; at the end of a text the last ones again."""
    if len(forms) < 3:
        return forms
    mixed = (forms[:-2] * 31 + forms[1:-1]) * 31 + forms[2:]
    return np.concatenate([mixed, mixed[-1:], mixed[-1:]])


def parted(kept: Holdings) -> list[list[int]]:
    """The versions of each text, in order; mostly all are of one.

    Groups are joined by the mean of their likenesses, the nearest first (average
    linkage). One text that is retold again and again drifts away from itself, step by step: groups are one
    text where a version of one and a version of the other tell the same throughout, which a splice of two
    texts does with neither, and where hardly a block is in common, so that nothing shows a splice.
    """
    like, bridged = _likeness(kept), _bridged(kept)
    groups = _as_retold(linkage.groups(like, 1.0), kept)
    alone = [
        g for g in groups if not any(bridged[np.ix_(g, h)].mean() >= BRIDGED for h in groups if h is not g)
    ]
    others = [g for g in groups if g not in alone]
    joined = sorted(v for g in alone for v in g)
    if joined and others:
        nearest = max(others, key=lambda g: float(like[np.ix_(joined, g)].mean()))
        others[others.index(nearest)] = sorted(nearest + joined)
    return sorted(others or [joined])


def _as_retold(groups: list[list[int]], kept: Holdings) -> list[list[int]]:
    """The groups, those as one between which a step of retelling leads."""
    each = zip(kept.held, kept.weights, strict=True)
    touched = np.stack([_touched(held, w) / max(w.sum(), 1e-9) for held, w in each])
    steps = np.argwhere(np.minimum(touched, touched.T) >= LIKE)
    within = [(group[0], version) for group in groups for version in group]
    everybody = range(len(kept.held))
    return components.members(everybody, [*within, *((int(a), int(b)) for a, b in steps)])


def _likeness(kept: Holdings) -> Floats:
    """How like one text each two versions are, by what the other has of the shorter one: 1 settles it."""
    size = np.array([w.sum() for w in kept.weights])
    each = [
        np.maximum(_touched(held, w) / LIKE, held @ w / SHARED) / max(w.sum(), 1e-9)
        for held, w in zip(kept.held, kept.weights, strict=True)
    ]
    found = np.stack(each)  # [copies, sources]
    shorter = size[:, None] <= size[None, :]
    return np.where(shorter & shorter.T, np.maximum(found, found.T), np.where(shorter, found, found.T))


def _touched(held: Floats, weights: Floats) -> Floats:
    """[versions] the weight of a copy's sentences of which each other version has more than a trace."""
    found: Floats = (held > TOUCHED) @ weights
    return found


def _bridged(kept: Holdings) -> Bools:
    """Which two versions have a block in common."""
    found = np.zeros((len(kept.held), len(kept.held)), dtype=bool)
    for copy, held in enumerate(kept.held):
        runs = np.ones((len(held), max(0, held.shape[1] - BLOCK + 1)), dtype=bool)
        for at in range(BLOCK):
            runs &= held[:, at : at + runs.shape[1]] >= HELD
        found[copy] = runs.any(axis=1)
    return found | found.T


def only(grid: Grid, members: Sequence[int]) -> Grid:
    """The collation of some versions alone, without the loci where none of them has a word."""
    if len(members) == len(grid.witnesses):
        return grid
    cells = grid.cells[:, list(members)]
    there = (cells >= 0).any(axis=1)
    locus = np.concatenate([[0], there.cumsum()])
    witnesses = tuple(grid.witnesses[m] for m in members)
    ids = {w.id for w in witnesses}
    moves = [_moved(m, locus) for m in grid.moves if m.sigil in ids]
    kept = tuple(m for m in moves if m.columns[0] < m.columns[1] and m.home[0] < m.home[1])
    return replace(grid, witnesses=witnesses, cells=cells[there], moves=kept)


def _moved(move: Move, locus: Ints) -> Move:
    """The move by the new numbers of its loci."""
    columns, home = ((int(locus[low]), int(locus[high])) for low, high in (move.columns, move.home))
    return Move(move.sigil, columns, home)
