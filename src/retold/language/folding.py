"""Words as they are compared, in every language: one fold for the whole program.

What is read alike has one form: case, curly and straight apostrophes, the points of an
acronym, soft hyphens, joiners and tatweel make no difference (Unicode NFKC and case folding).
Nor do the vowel points of Arabic and Hebrew, which most writers leave out, the two keyboards'
letters for the same yeh and kaf, or the digits of another script.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_STRAIGHT = dict.fromkeys(map(ord, "’‘ʼ＇"), "'")
_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0x640))  # soft hyphen, joiners, tatweel
_POINTS = dict.fromkeys((*range(0x64B, 0x653), 0x670, *range(0x591, 0x5BE), 0x5BF, 0x5C1, 0x5C2, 0x5C7))
_KEYBOARDS = {0x64A: 0x6CC, 0x643: 0x6A9}  # Arabic yeh and kaf, as Persian has them
_DIGITS = {
    code: ord("0") + digit
    for start in (
        0x660,
        0x6F0,
        0x966,
        0x9E6,
        0xA66,
        0xAE6,
        0xB66,
        0xBE6,
        0xC66,
        0xCE6,
        0xD66,
        0xE50,
        0xED0,
        0x1040,
        0x17E0,
    )
    for digit, code in enumerate(range(start, start + 10))
}
_ALIKE = _STRAIGHT | _UNSEEN | _POINTS | _KEYBOARDS | _DIGITS
_POINTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")


def fold(word: str) -> str:
    """The word as it is compared: NFKC, case folded, apostrophes straight, an acronym's points dropped.

    >>> fold("U.S."), fold("Envoy’s"), fold("1,500.5"), fold("x.com")
    ('us', "envoy's", '1,500.5', 'x.com')
    >>> fold("كِتَاب") == fold("کتاب"), fold("٢٠")
    (True, '20')
    """
    if word.isascii():
        plain = word.lower()
    else:
        plain = unicodedata.normalize("NFKC", word.translate(_ALIKE)).translate(_ALIKE).casefold()
    if "." in plain and _POINTED.fullmatch(plain):
        return plain.replace(".", "")
    return plain


def key_of(phrase: str) -> str:
    """A phrase of a list as the words of a text are compared: folded, a hyphen parting two words.

    >>> key_of("mutmaßlich"), key_of("peut-être")
    ('mutmasslich', 'peut être')
    """
    return " ".join(map(fold, phrase.replace("-", " ").split()))


def form(word: str) -> int:
    """A 63-bit hash of the folded word (FNV-1a), never 0, the same on every machine."""
    value = 0xCBF29CE484222325
    for byte in fold(word).encode("utf-8", "surrogatepass"):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return (value ^ (value >> 32)) >> 1 or 1


kept_fold = lru_cache(maxsize=1 << 16)(fold)
kept_form = lru_cache(maxsize=1 << 17)(form)
