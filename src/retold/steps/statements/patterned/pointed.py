"""A sentence that only tells who said the one before it: Das teilte die Polizei mit. Así lo dijo Ana Kael."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retold import parameters
from retold.language.patterns import Patterns
from retold.steps.statements.names import Range
from retold.steps.statements.patterned.cues import Cue
from retold.steps.statements.patterned.pieces import Piece
from retold.steps.statements.segments import Segment
from retold.steps.statements.utterance import Utterance

_FEWEST = parameters.of("statements", "patterned").integer("fewest")
Rows = Sequence[tuple[int, Sequence[Piece]]]  # pieces by the number of their sentence
Before = tuple[Rows, Sequence[Segment], Sequence[Utterance]]


def pointed(
    number: int, row: Sequence[Piece], cues: Iterable[Cue], rules: Patterns, before: Before
) -> tuple[Cue, Range] | None:
    """The cue of such a sentence, and the characters of the one before it in its paragraph."""
    cue = _pointing_cue(row, cues, rules)
    words = None if cue is None else _sentence_before(number, *before)
    return None if cue is None or words is None else (cue, words)


def _pointing_cue(row: Sequence[Piece], cues: Iterable[Cue], rules: Patterns) -> Cue | None:
    """The cue of a sentence that begins with a word for the one before it and has no words of its own."""
    if any(one.quote >= 0 or one.text == ":" or one.lower in rules.negated for one in row):
        return None
    able = (one for one in cues if one.way == "verb" and one.subject is not None and not one.negated)
    return next((one for one in able if tuple(p.lower for p in row[: one.low]) in rules.backward), None)


def _sentence_before(
    number: int, rows: Rows, segments: Sequence[Segment], said: Sequence[Utterance]
) -> Range | None:
    """The characters of the sentence before one in its paragraph, if nothing else is told or quoted in it."""
    if not number or segments[number - 1].paragraph != segments[number].paragraph:
        return None
    row = [piece for at, part in rows if at == number - 1 for piece in part]
    words = [one for one in row if one.word]
    quoted = any(one.quote >= 0 for one in row)
    if quoted or len(words) < _FEWEST or any(one.segment == number - 1 for one in said):
        return None
    return words[0].start, words[-1].end
