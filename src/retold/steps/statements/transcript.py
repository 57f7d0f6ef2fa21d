"""Transcripts: lines that begin with who speaks, without quotation marks.

    VANN: The pier is safe.
    BREL: It is not.

A list of facts ("Date: …", "Place: …") looks alike; but in a talk a name comes back.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from retold import parameters
from retold.language.names import Names
from retold.steps.statements.utterance import Range

_P = parameters.of("statements", "transcript")
_LEAST = _P.integer("least")
_LINE = re.compile(
    r"^[ \t]*(?P<name>[^\W\d_][\w.'’-]*(?:[ \t]+[^\W\d_][\w.'’-]*){0,4})[ \t]*"
    r"(?:\([^()\n]{1,60}\))?:[ \t]+(?P<words>[^\s\"“«„][^\n]*)$",
    re.MULTILINE,
)


class Turn(NamedTuple):
    """One turn: the characters of the name, and those of what is said."""

    name: Range
    words: Range


def turns(text: str, names: Names) -> list[Turn]:
    r"""The turns of a talk in text order; none unless there are two speakers and one comes back.

    >>> from retold import language
    >>> text, names = "VANN: Yes.\nBREL: No.\nVANN: Why?", language.of("en").names
    >>> [text[slice(*turn.name)] for turn in turns(text, names)]
    ['VANN', 'BREL', 'VANN']
    """
    found = [match for match in _LINE.finditer(text) if _is_name(match["name"], names)]
    speakers = Counter(match["name"].split()[-1].casefold() for match in found)
    if len(found) < _LEAST or len(speakers) < 2 or max(speakers.values()) < 2:
        return []
    return [
        Turn(match.span("name"), (match.start("words"), match.start("words") + len(match["words"].rstrip())))
        for match in found
    ]


def _is_name(words: str, names: Names) -> bool:
    return all(word[0].isupper() or word in names.particles for word in words.split())
