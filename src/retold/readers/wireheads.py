"""The head of a report as it came over a wire: the slug with its count of words, right above the headline."""

from __future__ import annotations

import re

from retold import parameters

_HEAD = re.compile(
    r"\A\s{0,20}(?P<slug>[A-Za-z]{1,4}--?[A-Z][^\n]{1,80}),[ \t]?\d{2,4}[ \t]*\n"
    r"[ \t]*(?P<title>[^\n]*[^\n.:;,])[ \t]*\n(?=[ \t]*\S)"
)


_MARKED = re.compile(r"^[ \t]{0,3}\^[^\n]*[<=][ \t]*$", re.MULTILINE)
_CODES = re.compile(r"\A\s*[a-z]\d{3,4}[^\n^]{0,80}\n(?=[ \t]*\^)")
_FOOT = re.compile(r"\n[ \t]*(?:\^?_{2,3}=?[ \t]*\n[ \t]*)?\^?[A-Z]{2,4}-\d\d-\d\d-\d\d \d{4}[A-Z]{3}<?\s*\Z")
_INDENTED = re.compile(r"\n[ \t]{2,8}(?=\S)")
_P = parameters.of("readers", "wireheads")
_HEAD_CHARS, _FEWEST_MARKED = _P.integer("head"), _P.integer("marked")
_EDITORS = re.compile(r"^(?:Eds|Editors|EDS|EDITORS)\b[:.][^\n]*\n", re.MULTILINE)


def unmarked(text: str) -> str:
    r"""A report in the form of old wires (ANPA) as plain text; any other text as it is.

    Its head has lines between a caret and an angle bracket, its paragraphs are indented, two graves or
    apostrophes are quotation marks, and a line of day and clock stands below.

    >>> unmarked("a0412 r i BC-Ferry 03-04 0021\n^BC-Ferry,0021<\n^Ferry sinks<\n   A ``fine'' ferry sank.\n")
    'BC-Ferry,0021\nFerry sinks\n\nA “fine” ferry sank.\n'
    """
    if len(_MARKED.findall(text[:_HEAD_CHARS])) < _FEWEST_MARKED:
        return text
    bare = _FOOT.sub("\n", _CODES.sub("", text))
    bare = re.sub(r"^[ \t]{0,3}\^", "", bare, flags=re.MULTILINE)
    bare = re.sub(r"[<=][ \t]*$", "", bare, flags=re.MULTILINE)
    bare = _EDITORS.sub("", bare)
    return _INDENTED.sub("\n\n", bare.replace("``", "“").replace("''", "”"))


def without_slug(text: str) -> tuple[str, str | None]:
    r"""A text without the line of its slug, the headline set apart, and the slug; None where there is none.

    >>> without_slug("BC-Ferry Sinks, 2nd Ld-Writethru,210\nFerry sinks\nBy I CORRIE\nLISSEL _ A ferry sank.")
    ('Ferry sinks\n\nBy I CORRIE\nLISSEL _ A ferry sank.', 'BC-Ferry Sinks, 2nd Ld-Writethru')
    >>> without_slug("A ferry sank.")
    ('A ferry sank.', None)
    """
    head = _HEAD.match(text)
    if head is None:
        return text, None
    return f"{head['title']}\n\n{text[head.end() :]}", head["slug"]
