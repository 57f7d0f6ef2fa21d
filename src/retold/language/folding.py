"""Words as they are compared, in every language: one fold for the whole program.

What is read alike has one form: case, curly and straight apostrophes, the points of an
acronym, soft hyphens, joiners and tatweel make no difference (Unicode NFKC and case folding).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_STRAIGHT = dict.fromkeys(map(ord, "’‘ʼ＇"), "'")
_UNSEEN = dict.fromkeys((0xAD, 0x200C, 0x200D, 0x640))  # soft hyphen, joiners, tatweel
_POINTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")


def fold(word: str) -> str:
    """The word as it is compared: NFKC, case folded, apostrophes straight, an acronym's points dropped.

    >>> fold("U.S."), fold("Envoy’s"), fold("1,500.5"), fold("x.com")
    ('us', "envoy's", '1,500.5', 'x.com')
    """
    if word.isascii():
        plain = word.lower()
    else:
        plain = unicodedata.normalize("NFKC", word.translate(_STRAIGHT | _UNSEEN)).casefold()
    if "." in plain and _POINTED.fullmatch(plain):
        return plain.replace(".", "")
    return plain


def form(word: str) -> int:
    """A 63-bit hash of the folded word (FNV-1a), never 0, the same on every machine."""
    value = 0xCBF29CE484222325
    for byte in fold(word).encode("utf-8", "surrogatepass"):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return (value ^ (value >> 32)) >> 1 or 1


kept_fold = lru_cache(maxsize=1 << 16)(fold)
kept_form = lru_cache(maxsize=1 << 17)(form)
