"""Blocks that stand elsewhere in one version than in the others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

import numpy as np

from retold import parameters
from retold.algorithms.stretches import stretches
from retold.model import Move
from retold.steps.collate.profiles import Text
from retold.tables import Ints, Witness
from retold.tables.tokens import Flags

_P = parameters.of("collate", "moving")
_STRAY = _P.integer("stray")
_SHARE = _P.number("share")

WordPlaces = Mapping[int, Sequence[int]]  # of each word the places where it stands, rising


def moves(witnesses: Sequence[Witness], cells: Ints, texts: Sequence[Text], least: int) -> tuple[Move, ...]:
    """Runs of at least `least` loci that few versions fill, and whose words the others have elsewhere.

    Where as many versions have either order, the version with the smallest id is said to have moved.
    """
    found: list[Move] = []
    share = (cells >= 0).mean(axis=1)
    for version, witness in enumerate(witnesses):
        has = cells[:, version] >= 0
        own = _runs(has & (share <= 0.5), least)
        lacking = [
            (low, _places_of(_consensus(cells[low:high], texts)))
            for low, high in (_runs(~has & (share >= 0.5), least) if own else ())
        ]
        for here in own:
            home = _home(here, lacking, cells, version, texts)
            if home is not None and not any(_mirrors(one, here, home) for one in found):
                found.append(Move(witness.id, here, home))
    return tuple(found)


def _mirrors(move: Move, here: tuple[int, int], home: tuple[int, int]) -> bool:
    """Whether the move is the same crossing, seen from a version on the other side."""
    return _meet(move.columns, home) and _meet(move.home, here)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _runs(mask: Flags, least: int) -> list[tuple[int, int]]:
    return [(run.start, run.stop) for run in stretches(mask) if len(run) >= least]


def _home(
    here: tuple[int, int],
    lacking: Sequence[tuple[int, WordPlaces]],
    cells: Ints,
    version: int,
    texts: Sequence[Text],
) -> tuple[int, int] | None:
    """The run of loci where most others have these words and this version has none."""
    own = texts[version].ids[cells[here[0] : here[1], version]].tolist()
    best, share = None, _SHARE
    for low, others in lacking:
        loci = _loci_of(own, others)
        if len(loci) >= share * len(own):
            best, share = (low + loci[0], low + loci[-1] + 1), len(loci) / len(own)
    return best


def _consensus(cells: Ints, texts: Sequence[Text]) -> list[int]:
    """What the first version that has a word there reads."""
    column = np.argmax(cells >= 0, axis=1).tolist()
    return [int(texts[v].ids[cells[k, v]]) for k, v in enumerate(column)]


def _places_of(words: Sequence[int]) -> WordPlaces:
    """Where each word stands, rising."""
    found: dict[int, list[int]] = {}
    for place, word in enumerate(words):
        found.setdefault(word, []).append(place)
    return found


def _loci_of(own: list[int], others: WordPlaces) -> list[int]:
    """Where the others have these words in this order: a greedy walk, good enough for runs."""
    loci: list[int] = []
    for word in own:
        places = others.get(word, ())
        at = bisect_right(places, loci[-1]) if loci else 0
        if at < len(places) and (not loci or places[at] - loci[-1] <= _STRAY):
            loci.append(places[at])
    return loci
