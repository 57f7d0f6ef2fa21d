"""Passages two texts share: runs joined over small differences, and sentences said in other words.

Neighbours are merged before anything is reported: a passage in pieces counts
as several finds where a reader sees one (plagdet's granularity, PAN 2010).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retold.model import Passage
from retold.steps.align.ground import Draft, Run
from retold.steps.align.rewording import Likeness

_LEAST_WORDS = 5  # equal words of the shortest passage
_LEAST_WEIGHT = 2.0  # weight of its words: about two rare ones
_VERBATIM = 0.8  # share of equal words from which a passage is verbatim


@dataclass(frozen=True, slots=True)
class _Piece:
    a_low: int
    a_high: int
    b_low: int
    b_high: int
    equal: int  # words that are the same
    likeness: float = 0.0  # of reworded sentences


def find(draft: Draft, likenesses: list[Likeness]) -> tuple[Passage, ...]:
    """All passages, in a's order."""
    runs = sorted(draft.main + draft.moved)
    pieces = _joined([_piece(run) for run in runs], draft.ground.settings.join)
    solid = [piece for piece in pieces if _is_solid(draft, piece)]
    whole = _absorbed(solid + _reworded(draft, solid, likenesses), draft.ground.settings.join)
    return tuple(_passage(draft, piece) for piece in sorted(whole, key=lambda p: (p.a_low, p.b_low)))


def _piece(run: Run) -> _Piece:
    return _Piece(run.a_low, run.a_high, run.b_low, run.b_high, run.a_high - run.a_low if run.equal else 0)


def _joined(pieces: list[_Piece], reach: int) -> list[_Piece]:
    """Pieces in a's order merged with the last that they follow closely in both texts."""
    done: list[_Piece] = []
    for piece in pieces:
        home = next((k for k in range(len(done) - 1, max(-1, len(done) - 9), -1)
                     if _close(done[k], piece, reach)), None)  # fmt: skip
        if home is None:
            done.append(piece)
        else:
            done[home] = _merged(done[home], piece)
    return done


def _close(one: _Piece, other: _Piece, reach: int) -> bool:
    ahead_a, ahead_b = other.a_low - one.a_high, other.b_low - one.b_high
    return ahead_a <= reach and 0 <= ahead_b <= reach


def _merged(one: _Piece, other: _Piece) -> _Piece:
    return _Piece(
        min(one.a_low, other.a_low), max(one.a_high, other.a_high),
        min(one.b_low, other.b_low), max(one.b_high, other.b_high),
        one.equal + other.equal, max(one.likeness, other.likeness),
    )  # fmt: skip


def _is_solid(draft: Draft, piece: _Piece) -> bool:
    """Whether its equal words are many and telling enough to be no accident."""
    places = np.arange(piece.a_low, piece.a_high)
    partners = draft.to_b[places]
    shared = places[(partners >= piece.b_low) & (partners < piece.b_high)]
    weight = float(draft.ground.weight[draft.ground.ids_a[shared]].sum())
    return piece.equal >= _LEAST_WORDS and weight >= _LEAST_WEIGHT


def _reworded(draft: Draft, solid: list[_Piece], likenesses: list[Likeness]) -> list[_Piece]:
    """Sentences alike that the solid pieces do not cover yet, each sentence once."""
    covered_a = np.zeros(len(draft.ground.ids_a), np.bool_)
    covered_b = np.zeros(len(draft.ground.ids_b), np.bool_)
    for piece in solid:
        covered_a[piece.a_low : piece.a_high] = True
        covered_b[piece.b_low : piece.b_high] = True
    found = []
    for i, j, score in likenesses:
        (low_a, high_a), (low_b, high_b) = (
            draft.ground.sentences_a[i].tolist(), draft.ground.sentences_b[j].tolist()
        )  # fmt: skip
        if covered_a[low_a:high_a].mean() < 0.5 and covered_b[low_b:high_b].mean() < 0.5:
            found.append(_Piece(low_a, high_a, low_b, high_b, 0, score))
            covered_a[low_a:high_a] = covered_b[low_b:high_b] = True
    return found


def _absorbed(pieces: list[_Piece], reach: int) -> list[_Piece]:
    """Merge pieces that overlap, or follow closely, in both texts."""
    done: list[_Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.a_low, p.b_low)):
        home = next((k for k in range(len(done) - 1, max(-1, len(done) - 9), -1)
                     if _touch(done[k], piece, reach)), None)  # fmt: skip
        if home is None:
            done.append(piece)
        else:
            done[home] = _merged(done[home], piece)
    return done


def _touch(one: _Piece, other: _Piece, reach: int) -> bool:
    near_a = other.a_low - one.a_high <= reach and one.a_low - other.a_high <= reach
    near_b = other.b_low - one.b_high <= reach and one.b_low - other.b_high <= reach
    return near_a and near_b


def _passage(draft: Draft, piece: _Piece) -> Passage:
    size = max(piece.a_high - piece.a_low, piece.b_high - piece.b_low)
    equal = min(1.0, piece.equal / size)
    verbatim = equal >= _VERBATIM and piece.likeness == 0.0
    return Passage(
        a=draft.ground.a.span(piece.a_low, piece.a_high),
        b=draft.ground.b.span(piece.b_low, piece.b_high),
        kind="verbatim" if verbatim else "reworded",
        score=round(max(equal, piece.likeness), 4),
    )
