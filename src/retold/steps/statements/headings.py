"""Lines in a text whose words all have capitals, as headlines have: what stands there is mostly no name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retold import parameters
from retold.steps.statements.names import Name, Range

_P = parameters.of("statements", "headings")
_LETTERS, _WORDS, _SMALL = (_P.integer(name) for name in ("letters", "words", "small"))
_SHARE = _P.number("share")
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NONE = re.compile(r"[:“”\"«»„]|[.!?…]\s*$")  # speech, a label, or a sentence


def headings(text: str) -> Iterator[Range]:
    r"""The characters of each such line; some of its words must stand in small letters elsewhere in the text.

    >>> list(headings("The river falls after the rain.\nMayor Says River Falls\n"))
    [(32, 54)]
    """
    common = {word for word in _WORD.findall(text) if word.islower()}
    for line in _LINE.finditer(text):
        if _NONE.search(line.group()) is None and _is_heading(line.group(), common):
            yield line.span()


def _is_heading(line: str, common: set[str]) -> bool:
    long = [word for word in _WORD.findall(line) if len(word) > _LETTERS]
    capitals = [word for word in long if word[0].isupper()]
    if len(long) < _WORDS or len(capitals) < _SHARE * len(long) or line.isupper():
        return False
    return sum(word.lower() in common for word in capitals) >= _SMALL


def without_headings(found: Sequence[Name], text: str) -> list[Name]:
    """The names without those of headings that stand nowhere else in the text."""
    lines = list(headings(text))
    inside = [any(low <= name.start < high for low, high in lines) for name in found]
    told = {name.keys for name, one in zip(found, inside, strict=True) if not one}
    return [name for name, one in zip(found, inside, strict=True) if not one or name.keys in told]
