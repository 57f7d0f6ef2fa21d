"""Those before whom something was said: vor dem Stadtrat, devant le conseil municipal."""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters
from retold.language.patterns import Patterns
from retold.steps.statements.meant import Meant
from retold.steps.statements.patterned.cues import Cue
from retold.steps.statements.patterned.pieces import Piece
from retold.steps.statements.utterance import Who

_P = parameters.of("statements", "patterned")
_HEARER, _BEHIND = _P.number("hearer"), _P.integer("hearers")


def hearers(text: str, row: Sequence[Piece], cue: Cue, rules: Patterns) -> list[Who]:
    """The first group that is named behind a cue as spoken to, if any is."""
    for k in range(cue.low, min(len(row) - 1, cue.end + _BEHIND)):
        if row[k].lower in rules.addressing and row[k].quote < 0:
            end = _group(row, k + 1, rules)
            if end is not None:
                mention = (row[k + 1].start, row[end].end)
                return [Who(mention, Meant(" ".join(text[slice(*mention)].split()), 1.0), _HEARER)]
    return []


def _group(row: Sequence[Piece], at: int, rules: Patterns) -> int | None:
    """The last word of a group of hearers that begins at a place: le conseil municipal."""
    last = None
    for k in range(at, len(row)):
        found = row[k].word and rules.hearer.search(row[k].lower) is not None
        if not row[k].word or row[k].lower in rules.prepositions - rules.articles or (last and not found):
            return last
        last = k if found else last
    return last
