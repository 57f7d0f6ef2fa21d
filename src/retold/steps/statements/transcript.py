"""Transcripts: lines that begin with who speaks, without quotation marks.

    VANN: The pier is safe, and I have seen it.
    BREL: Have you?

Charges, results and notes under the names of teams look alike. A talk is known by its form over
many lines: names of persons told elsewhere come back, and lines ask or speak of the speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from retold import parameters
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.utterance import Range

_P = parameters.of("statements", "transcript")
_LEAST = _P.integer("least")
_KNOWN, _TALKING, _DENSE = (_P.number(name) for name in ("known", "talking", "dense"))
_WORD = re.compile(r"[^\W\d_]+")
_LINE = re.compile(
    r"^[ \t]*(?P<name>[^\W\d_][\w.'’-]*(?:[ \t]+[^\W\d_][\w.'’-]*){0,4})[ \t]*"
    r"(?:\([^()\n]{1,60}\))?:[ \t]+(?P<words>[^\s\"“«„][^\n]*)$",
    re.MULTILINE,
)
_LETTER = re.compile(r"^[ \t]*(?P<name>[^\W\d_]{1,11})[.:][ \t]+(?P<words>[^\n]+)$", re.MULTILINE)


class Turn(NamedTuple):
    """One turn: the characters of the name, and those of what is said."""

    name: Range
    words: Range


def turns(text: str, lexicon: Lexicon, told: Callable[[int, int], bool]) -> list[Turn]:
    """The turns of a talk in text order; none where the lines do not show that it is one.

    `told` says whether the name between two characters is that of a person whom the text names elsewhere.
    """
    found = [match for match in _LINE.finditer(text) if _is_name(match["name"], lexicon)]
    speakers = Counter(match["name"].split()[-1].casefold() for match in found)
    if len(found) < _LEAST or len(speakers) < 2 or max(speakers.values()) < 2:
        return []
    known = sum(told(*match.span("name")) for match in found)
    talking = sum(_talks(match["words"], lexicon) for match in found)
    if known < _KNOWN * len(found) or talking < _TALKING * len(found) or not _dense(text, found):
        return []
    return [_turn(match) for match in found]


def interview(text: str, lexicon: Lexicon) -> tuple[list[Turn], list[Turn]]:
    """The questions and the answers of an interview printed as such; none where they do not alternate."""
    speech = lexicon.speech
    lines = [
        m
        for m in _LETTER.finditer(text)
        if m["name"].lower() in speech.labels_questions | speech.labels_answers
    ]
    asked = [m for m in lines if m["name"].lower() in speech.labels_questions]
    given = [m for m in lines if m["name"].lower() in speech.labels_answers]
    if len(asked) < 2 or len(given) < 2 or abs(len(asked) - len(given)) > 1:
        return [], []
    return [_turn(match) for match in asked], [_turn(match) for match in given]


def _turn(match: re.Match[str]) -> Turn:
    start = match.start("words")
    return Turn(match.span("name"), (start, start + len(match["words"].rstrip())))


def _talks(words: str, lexicon: Lexicon) -> bool:
    """Whether a line asks, or speaks of itself or of who is spoken to."""
    return "?" in words or bool(lexicon.speech.selves & {word.lower() for word in _WORD.findall(words)})


def _dense(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether the lines stand together: most of those from the first to the last begin with a name."""
    between = [line for line in text[found[0].start() : found[-1].end()].split("\n") if line.strip()]
    return len(found) >= _DENSE * len(between)


def _is_name(words: str, lexicon: Lexicon) -> bool:
    parts = words.split()
    if {part.lower() for part in parts} & (lexicon.speech.labels_others | lexicon.speech.labels_questions):
        return False
    return all(word[0].isupper() or word in lexicon.names.particles for word in parts)
