"""Which cue of its sentence a quotation belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters
from retold.language.patterns import Patterns
from retold.steps.statements.patterned.cues import Cue
from retold.steps.statements.patterned.pieces import DASHES, Piece

_P = parameters.of("statements", "patterned")
_BESIDE, _COLON, _NEAR, _GUESS = (_P.number(name) for name in ("beside", "colon", "near", "guess"))
_FAR = _P.integer("far")


def link(row: Sequence[Piece], at: int, cues: Sequence[Cue]) -> tuple[Cue, float] | None:
    """The cue that a quotation belongs to, and how surely."""
    cues = [one for one in cues if not _parted(row, at, one)]
    behind = [one for one in cues if at < one.start and _only_breaks(row, at + 1, one.start)]
    if behind:
        return behind[0], _GUESS if behind[0].way == "guess" else _BESIDE
    around = [one for one in cues if one.low < at < one.high]  # hat es „gut“ genannt
    if around:
        return around[-1], _BESIDE
    before = [one for one in cues if one.end <= at or one.high <= at]
    if before and at and row[at - 1].text == ":":
        return before[-1], _COLON
    if before and at - before[-1].high <= _FAR:
        cut = _only_breaks(row, before[-1].end, at)
        return before[-1], _BESIDE if cut else _NEAR
    later = [one for one in cues if one.start > at and one.start - at <= _FAR]
    return (later[0], _NEAR) if later else None


def _parted(row: Sequence[Piece], at: int, cue: Cue) -> bool:
    """Whether a quotation between a place and a cue, or at the place, ends a sentence of its own."""
    low, high = (at, cue.start) if at < cue.start else (cue.end, at)
    return any(_ends_sentence(row, k) for k in range(low, min(high, len(row) - 1)) if row[k].quote >= 0)


def _ends_sentence(row: Sequence[Piece], at: int) -> bool:
    """Whether a quotation has its full stop within its marks and a capital behind it."""
    return row[at].stops and row[at + 1].capital and row[at + 1].quote < 0


def _only_breaks(row: Sequence[Piece], low: int, high: int) -> bool:
    return all(row[k].text in (",", "(", ".") or row[k].text in DASHES for k in range(low, high))


def is_nobodys(row: Sequence[Piece], at: int, rules: Patterns) -> bool:
    """Whether a verb without anybody stands behind a quotation (hieß es in Taven), and no paper that says it.

    A paper has an article: hieß es in einer Mitteilung.
    """
    behind = row[at + 1 : at + 7]
    if not behind or behind[0].text != ",":
        return False
    found = [k for k, piece in enumerate(behind[:3]) if piece.lower in rules.impersonal]
    return bool(found) and not any(piece.lower in rules.articles for piece in behind[found[0] + 1 :])
