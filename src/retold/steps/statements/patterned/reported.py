"""Clauses that pass on what somebody said without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from retold import parameters
from retold.language.patterns import Patterns
from retold.steps.statements.patterned.cues import Cue
from retold.steps.statements.patterned.pieces import Piece
from retold.steps.statements.patterned.subjects import ENDS

_P = parameters.of("statements", "patterned")
_FEWEST = _P.integer("fewest")


@dataclass(frozen=True, slots=True)
class Clause:
    """Pieces low to before high that tell what the cue's subject said."""

    low: int
    high: int
    cue: Cue


def reported_clauses(row: Sequence[Piece], cues: Sequence[Cue], rules: Patterns) -> Iterator[Clause]:
    """The clause of each cue that has one without quotations in it."""
    for cue in cues:
        found = (
            _of_phrase(row, cue, alone=len(cues) == 1),
            _tagged(row, cue),
            _opened(row, cue, rules, min((one.low for one in cues if one.low > cue.low), default=len(row))),
            _commented(row, cue, rules),
            _moody(row, cue, rules),
        )
        for low, high in (_trimmed(row, *place) for place in found):
            plain = all(one.quote < 0 for one in row[low:high])
            if plain and sum(one.word for one in row[low:high]) >= _FEWEST:
                yield Clause(low, high, cue)
                break


def _of_phrase(row: Sequence[Piece], cue: Cue, alone: bool) -> tuple[int, int]:
    """“Laut Kael”: what follows it, what went before it at the end of a sentence, else all around it."""
    if cue.way != "phrase":
        return 0, 0
    if cue.start == 0:
        return cue.end, len(row)
    if cue.end >= len(row) - 1:
        return 0, cue.start
    return (0, len(row)) if alone else (0, 0)


def _commented(row: Sequence[Piece], cue: Cue, rules: Patterns) -> tuple[int, int]:
    """“As Kael said, …”: the clause behind its comma, or before it."""
    if cue.way == "phrase":
        return 0, 0
    led = next((k for k in range(cue.start - 1, -1, -1) if row[k].text == "," or row[k].quote >= 0), -1) + 1
    if led >= len(row) or row[led].lower not in rules.commenting:
        return 0, 0
    behind = next((k for k in range(max(cue.end, cue.high), len(row)) if row[k].text == ","), len(row))
    return (behind + 1, len(row)) if led == 0 else (0, led)


def _tagged(row: Sequence[Piece], cue: Cue) -> tuple[int, int]:
    """“The pier leaks, said Kael”: what stands before the verb."""
    if not cue.tag:
        return 0, 0
    low = next((k for k in range(cue.low - 1, -1, -1) if row[k].text in ENDS or row[k].quote >= 0), -1)
    return low + 1, cue.low


def _opened(row: Sequence[Piece], cue: Cue, rules: Patterns, limit: int) -> tuple[int, int]:
    """“Kael said that”: what stands behind the word that opens it, if no other verb of saying comes first."""
    if cue.way == "phrase":
        return 0, 0
    for k in range(cue.high, min(limit, max(cue.end, cue.high) + 4)):
        if row[k].lower in rules.complements:
            return k + 1, len(row)
    return 0, 0


def _moody(row: Sequence[Piece], cue: Cue, rules: Patterns) -> tuple[int, int]:
    """A clause in the mood of report behind the cue's comma, or before it."""
    if cue.way == "phrase":
        return 0, 0
    behind = next((k for k in range(cue.high, len(row)) if row[k].text in (",", ":")), len(row))
    for low, high in ((behind + 1, len(row)), (0, cue.start)):
        if in_report(row[low:high], rules):
            return low, high
    return 0, 0


def in_report(row: Sequence[Piece], rules: Patterns) -> bool:
    """Whether a stretch stands in the mood of report: das Boot sei alt, er tue nichts."""
    words = [one.lower for one in row if one.word]
    alone = any(map(rules.reported.search, words))
    return alone or any(rules.reported_pair.search(" ".join(two)) for two in pairwise(words))


def main_clause(row: Sequence[Piece], rules: Patterns) -> Sequence[Piece]:
    """A sentence as far as the word that opens what somebody said: er weist darauf hin, dass …"""
    ends = (k for k, one in enumerate(row) if one.lower in rules.complements)
    return row[: next(ends, len(row))]


def _trimmed(row: Sequence[Piece], low: int, high: int) -> tuple[int, int]:
    """Without marks at the edges."""
    while low < high and not row[low].word and row[low].quote < 0:
        low += 1
    while low < high and not row[high - 1].word and row[high - 1].quote < 0:
        high -= 1
    return low, high
