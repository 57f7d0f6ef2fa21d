r"""Words that the end of a line breaks, as on a scanned page: Mr Pen-\nhale, the COMMIS-\nSIONERS."""

from __future__ import annotations

import re

BROKEN = re.compile(r"(?<=[^\W\d_])[-¬‐][ \t]*\n[ \t]*(?=[^\W\d_])")


def healed(words: str) -> str:
    r"""The words with their broken ones whole; a name of two keeps its hyphen.

    >>> healed("Mr Pen-\nhale"), healed("Ana Orr-\nKael")
    ('Mr Penhale', 'Ana Orr-Kael')
    """
    return BROKEN.sub(_joint, words) if "\n" in words else words


def keeps_hyphen(text: str, start: int, end: int) -> bool:
    """Whether a break from `start` to `end` stands in a name of two: a capital behind a small letter."""
    return text[end].isupper() and not text[start - 1].isupper()


def _joint(found: re.Match[str]) -> str:
    return "-" if keeps_hyphen(found.string, *found.span()) else ""
