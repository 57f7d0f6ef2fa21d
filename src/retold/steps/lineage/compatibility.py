"""How much a locus says about descent: loci that contradict the others say little.

Two readings that were each brought in once part the versions so that, of the four
ways to have one, the other, both or neither, one does not occur (the test of Le
Quesne, "A method of selection of characters in numerical taxonomy", 1969). Where
all four occur, one of the two came up twice or went back. A locus that meets such
contradictions as often as chance would have it (Meacham, "A probability measure for
character compatibility", 1994) follows no descent: houses spell, count and abridge
alike without copying. No tree is assumed, and lost versions do no harm.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.steps.lineage.readings import UNKNOWN, Floats, Readings
from retold.tables import Ints

_P = parameters.of("lineage", "compatibility")
HEAVIEST = _P.integer("heaviest")
LEAST = _P.number("least")
ENOUGH = _P.number("enough")
PART = 256  # splits handled at a time


@dataclass(frozen=True, slots=True, eq=False)
class _Splits:
    """Ways in which one reading parts the versions in two, both sides of two or more."""

    inside: Floats  # [splits, versions] 1 for those on the smaller side
    outside: Floats  # [splits, versions] 1 for those on the other; neither where a reading is lost
    weights: Floats  # [splits] of all readings that part the versions so
    units: Ints  # [readings that do] the unit of each
    of: Ints  # [readings that do] its split


def weighted(readings: Readings) -> Readings:
    """The same readings, each locus's weights lowered by how far it contradicts the others.

    They stay as they are where few readings are shared, so that one contradiction would tell much.
    """
    if readings.states.shape[1] < 4 or not len(readings):
        return readings
    splits = _splits(readings)
    if splits.weights.sum() < ENOUGH:
        return readings
    trust = _trust(splits, len(readings))
    return replace(readings, weights=readings.weights * trust[:, None])


def _splits(readings: Readings) -> _Splits:
    """The splits of all readings that two or more versions share and two or more lack."""
    count = readings.states.shape[1]
    # What a locus tells is what it costs to explain it, not how long a text the others left out.
    least = readings.weights.sum(axis=1) - readings.weights.max(axis=1)
    sides, known, units, weights = [], [], [], []
    kept = readings.states != UNKNOWN
    counts = kept.sum(axis=1)
    for state in range(readings.weights.shape[1]):
        side = readings.states == state
        size = side.sum(axis=1)
        rows = np.flatnonzero((size >= 2) & (size <= counts - 2))
        sides.append(side[rows])
        known.append(kept[rows])
        units.append(rows)
        weights.append(np.minimum(readings.weights[rows, state], least[rows]))
    held = np.concatenate(sides)
    there = np.concatenate(known)
    held ^= (held.sum(axis=1) * 2 + held[:, 0] > there.sum(axis=1))[:, None]
    held &= there
    parted, inverse = np.unique(np.hstack([held, there & ~held]), axis=0, return_inverse=True)
    inside, outside = parted[:, :count].astype(np.float64), parted[:, count:].astype(np.float64)
    of: Ints = inverse.reshape(-1).astype(np.int32)
    total: Floats = np.bincount(of, np.concatenate(weights), minlength=len(inside)).astype(np.float64)
    return _Splits(inside, outside, total, np.concatenate(units).astype(np.int32), of)


def _trust(splits: _Splits, units: int) -> Floats:
    """For each unit 1 where its splits contradict none, near 0 where they do as often as chance."""
    met, chance = (np.bincount(splits.units, found[splits.of], units) for found in _contradictions(splits))
    share = np.divide(met, chance, out=np.zeros(units), where=chance > 0)
    trust: Floats = np.clip(1.0 - share, LEAST, 1.0)
    return trust


def _contradictions(splits: _Splits) -> tuple[Floats, Floats]:
    """For each split, the weight of those it contradicts, and of those it would by chance."""
    heaviest = np.sort(np.argsort(-splits.weights, kind="stable")[:HEAVIEST])
    theirs, weights = splits.inside[heaviest], splits.weights[heaviest]
    others = splits.outside[heaviest]
    count = splits.inside.shape[1]
    sizes, their_sizes = splits.inside.sum(axis=1).astype(int), theirs.sum(axis=1).astype(int)
    chance = _chances(count)
    met, expected = np.zeros(len(sizes)), np.zeros(len(sizes))
    for low in range(0, len(sizes), PART):
        part = slice(low, low + PART)
        inside, outside = splits.inside[part], splits.outside[part]
        four = (inside @ theirs.T > 0) & (inside @ others.T > 0)
        four &= (outside @ theirs.T > 0) & (outside @ others.T > 0)
        met[part] = four @ weights
        expected[part] = chance[sizes[part, None], their_sizes] @ weights
    return met, expected


def _chances(count: int) -> Floats:
    """How likely two splits with smaller sides of these sizes contradict each other if drawn blindly."""
    size = np.arange(count // 2 + 1)
    a, b = size[:, None], size[None, :]
    apart = _log_choices(count - a, b) - _log_choices(count, b)
    within = _log_choices(np.maximum(a, b), np.minimum(a, b)) - _log_choices(count, np.minimum(a, b))
    chance: Floats = (1.0 - np.exp(apart) - np.exp(within)).clip(min=0.0)
    return chance


def _log_choices(among: NDArray[np.int64] | int, chosen: NDArray[np.int64]) -> Floats:
    """The logarithm of the number of ways to choose so many among so many."""
    factorials = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, int(np.max(among)) + 1)))])
    found: Floats = factorials[among] - factorials[chosen] - factorials[(among - chosen).clip(min=0)]
    return np.where(among >= chosen, found, -np.inf)
