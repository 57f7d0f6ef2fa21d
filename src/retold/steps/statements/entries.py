"""Lines that sign the entries of a live page: a name behind a dash, below words of a reporter."""

from __future__ import annotations

import re
from functools import lru_cache

from retold.model import Span

CLOSING = "\"”’'»"  # marks that end a quotation
# A line with a name alone behind a dash, and words between marks
_LINE = re.compile(
    r"^[^\S\n]*(?:[—–―]|--?)[^\S\n]*[^\W\d_a-zß-ÿ][\w.'’-]+(?:[^\S\n]+[^\W\d_a-zß-ÿ][\w.'’-]*){1,3}[^\S\n]*$",
    re.MULTILINE,
)
_QUOTED = re.compile(r"[“\"][^“”\"\n]*[”\"]|‘[^‘’\n]*’|«[^«»\n]*»")


def signs_entry(text: str, outer: Span, name: int) -> bool:
    """Whether a line below a quotation signs what stands above it, as each entry of a live page is signed.

    `outer` are the characters of the quotation with its marks, `name` is where the name in the line begins.
    Words of the writer stand beside the quotation, or another such line stands below words of his.
    """
    if "\n" not in text[outer.end : name]:
        return False
    line = text.rfind("\n", 0, outer.start) + 1
    beside = _QUOTED.sub("", text[line : outer.start])
    return any(map(str.isalpha, beside)) or _are_entries_signed(text)


@lru_cache(maxsize=8)  # each quotation of a text asks it
def _are_entries_signed(text: str) -> bool:
    """Whether a line with a name alone behind a dash stands below words that no quotation ends."""
    ends = (_end_above(text, one.start()) for one in _LINE.finditer(text))
    return any(end and end not in CLOSING for end in ends)


def _end_above(text: str, at: int) -> str:
    """The last character before a place but for space and stops, '' for none."""
    while at and text[at - 1] in " \t\n.,":
        at -= 1
    return text[at - 1 : at]
