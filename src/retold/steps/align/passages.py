"""Passages two texts share: runs and sentences alike, extended as far as their words allow, and merged.

Neighbours are merged before anything is reported: a passage in pieces counts
as several finds where a reader sees one (plagdet's granularity, PAN 2010).
Where it is known which text is the source, pieces that stand close in the copy
and in the same order, far apart, in the source are a passage cut short, and are
merged as well. The other way round the copy has put in words of its own, and
those are not taken from anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from retold import parameters
from retold.model import Passage
from retold.steps.align import extension
from retold.steps.align.extension import Range, Side
from retold.steps.align.rewording import Likeness
from retold.steps.align.workspace import Run, Workspace
from retold.tables import Ints

_P = parameters.of("align", "passages")
_LEAST_WORDS = _P.integer("least_words")
_RUN = _P.integer("run")
_VERBATIM = _P.number("verbatim")
_COVERED = _P.number("covered")
_LATEST = _P.integer("latest")
_OWN = _P.integer("own")
_CUT = _P.integer("cut")
_SHORTER = _P.integer("shorter")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a against words of b; the core is what it began with, before it was extended."""

    a: Range
    b: Range
    core_a: Range
    core_b: Range
    equal: int  # words that are the same
    likeness: float = 0.0  # of reworded sentences

    def turned(self) -> _Piece:
        """The same seen from b."""
        return _Piece(self.b, self.a, self.core_b, self.core_a, self.equal, self.likeness)


_Belong = Callable[[_Piece, _Piece], bool]


def of(workspace: Workspace, likenesses: list[Likeness], source: str | None = None) -> tuple[Passage, ...]:
    """All passages, in a's order; `source` is the id of the text that the other had them from, if known."""
    runs = (_piece(run) for run in sorted(workspace.main + workspace.moved))
    seeds = [seed for seed in _merged(runs, _follows) if seed.equal >= _LEAST_WORDS]
    seeds += _reworded(workspace, seeds, likenesses)
    both = extension.sides(workspace)
    whole = _neighbours([piece for seed in seeds for piece in _extended(workspace, both, seed)], workspace)
    if source is not None:
        # what was cut short and is whole now may lie over pieces that it had been too far from
        whole = _neighbours(_condensed(whole, copy_is_a=source == workspace.encoded.b.id), workspace)
    return tuple(_passage(workspace, piece) for piece in whole)


def _piece(run: Run) -> _Piece:
    a, b = (run.a_low, run.a_high), (run.b_low, run.b_high)
    return _Piece(a, b, a, b, run.a_high - run.a_low if run.equal else 0)


def _order(piece: _Piece) -> tuple[Range, Range]:
    return piece.a, piece.b


# ---- merging ----


def _neighbours(pieces: Iterable[_Piece], workspace: Workspace) -> list[_Piece]:
    """Pieces merged that lie near each other in both texts; in a's order."""
    join = workspace.encoded.settings.join
    found = _merged(sorted(pieces, key=_order), lambda one, other: max(_apart(one, other)) <= join)
    return sorted(found, key=_order)


def _merged(pieces: Iterable[_Piece], belong: _Belong) -> list[_Piece]:
    """Pieces in a's order, each taken into the last that it belongs to."""
    done: list[_Piece] = []
    for piece in pieces:
        latest = islice(reversed(range(len(done))), _LATEST)
        home = next((k for k in latest if belong(done[k], piece)), None)
        if home is None:
            done.append(piece)
        else:
            done[home] = _both(done[home], piece)
    return done


def _both(one: _Piece, other: _Piece) -> _Piece:
    return _Piece(
        _hull(one.a, other.a), _hull(one.b, other.b),
        _hull(one.core_a, other.core_a), _hull(one.core_b, other.core_b),
        one.equal + other.equal, max(one.likeness, other.likeness),
    )  # fmt: skip


def _hull(one: Range, other: Range) -> Range:
    return min(one[0], other[0]), max(one[1], other[1])


def _follows(one: _Piece, other: _Piece) -> bool:
    return other.a[0] - one.a[1] <= _RUN and 0 <= other.b[0] - one.b[1] <= _RUN


def _apart(one: _Piece, other: _Piece) -> Range:
    """Words between two pieces in a and in b, in whatever order; negative where they overlap."""
    apart_a = max(other.a[0] - one.a[1], one.a[0] - other.a[1])
    return apart_a, max(other.b[0] - one.b[1], one.b[0] - other.b[1])


# ---- cut short ----


def _condensed(pieces: list[_Piece], copy_is_a: bool) -> list[_Piece]:
    """Pieces merged that are one passage cut short in the copy."""
    if copy_is_a:
        return _cut_short(pieces)
    return [p.turned() for p in _cut_short([p.turned() for p in pieces])]


def _cut_short(pieces: list[_Piece]) -> list[_Piece]:
    """Rows of pieces that a has close together and b far apart, each as one where that is much longer."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=_order):
        if rows and _goes_on(rows[-1][-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [piece for row in rows for piece in _as_one(row)]


def _goes_on(one: _Piece, other: _Piece) -> bool:
    """Whether `other` is what a passage cut short in a has next: cores in one order, words dropped."""
    in_order = other.core_a[0] >= one.core_a[1] and other.core_b[0] >= one.core_b[1]
    return in_order and other.a[0] - one.a[1] <= _OWN and other.b[0] - one.b[1] <= _CUT


def _as_one(row: list[_Piece]) -> list[_Piece]:
    whole = row[0]
    for piece in row[1:]:
        whole = _both(whole, piece)
    longer = whole.b[1] - whole.b[0] >= _SHORTER * (whole.a[1] - whole.a[0])
    return [whole] if longer else row


# ---- sentences alike ----


def _reworded(workspace: Workspace, seeds: list[_Piece], likenesses: list[Likeness]) -> list[_Piece]:
    """Sentences alike that the seeds do not cover yet, each sentence once."""
    covered_a = np.zeros(len(workspace.encoded.ids_a), np.bool_)
    covered_b = np.zeros(len(workspace.encoded.ids_b), np.bool_)
    for seed in seeds:
        covered_a[slice(*seed.a)] = covered_b[slice(*seed.b)] = True
    found = []
    for i, j, score in likenesses:
        a, b = _range(workspace.encoded.sentences_a[i]), _range(workspace.encoded.sentences_b[j])
        if covered_a[slice(*a)].mean() < _COVERED and covered_b[slice(*b)].mean() < _COVERED:
            found.append(_Piece(a, b, a, b, 0, score))
            covered_a[slice(*a)] = covered_b[slice(*b)] = True
    return found


def _range(row: Ints) -> Range:
    return int(row[0]), int(row[1])


# ---- from seed to passage ----


def _extended(workspace: Workspace, both: tuple[Side, Side], seed: _Piece) -> list[_Piece]:
    """The seed with both its sides as far as they reach; nothing if one of them comes to too little."""
    settings = workspace.encoded.settings
    left = extension.extended(both[0], both[1], seed.a, seed.b, settings)
    right = extension.extended(both[1], both[0], seed.b, seed.a, settings) if left else None
    return [replace(seed, a=left, b=right)] if left and right else []


def _passage(workspace: Workspace, piece: _Piece) -> Passage:
    size = max(piece.a[1] - piece.a[0], piece.b[1] - piece.b[0])
    equal = min(1.0, piece.equal / size)
    verbatim = equal >= _VERBATIM and piece.likeness == 0.0
    return Passage(
        a=workspace.encoded.a.span(*piece.a),
        b=workspace.encoded.b.span(*piece.b),
        kind="verbatim" if verbatim else "reworded",
        score=round(max(equal, piece.likeness), 4),
    )
