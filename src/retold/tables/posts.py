"""Posts of a network that stand in a text as pages embed them: the words, then a dash, the name, the account.

The ferry is late again.
— Ana Kael (@anakael) May 4, 2024

Pages that lost their line breaks have all of it in one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from retold import parameters

# The line of the signature, or its end behind the words: then the day stands there.
_NAME = r"([^\W\d_][^\n(@:“”\"]{1,60}?)[ \t]*\(@\w{1,30}\)"
_SIGNED = re.compile(
    rf"^[ \t]*(?:[—–―]|--?)[ \t]*{_NAME}[^\n]*$"
    rf"|(?<=[.!?…\w\"”] )(?:[—–―]|--)[ \t]*{_NAME}[^\n]{{0,16}}\b\d{{4}}[^\n\w]{{0,4}}$",
    re.MULTILINE,
)
_ADDRESS = re.compile(r"\w++://\S+|\w++(?:\.\w++)+/\S+")
_WORD = re.compile(r"\S+")
_LONGEST = parameters.of("words", "posts").integer("longest")
_BREAK = re.compile(r"\n\s*")
_QUOTED = frozenset("\"“”‘’'«»")


Range = tuple[int, int]  # characters, half-open


class Post(NamedTuple):
    """One post: the characters of its author's name, of its words and of the line that signs it."""

    name: Range
    words: Range
    line: Range


def posts(text: str) -> Iterator[Post]:
    r"""The posts of a text in text order; those between quotation marks are left to the quotations.

    >>> text = "Late again.\n— Ana Kael (@anakael) May 4, 2024"
    >>> [(text[slice(*post.words)], text[slice(*post.name)]) for post in posts(text)]
    [('Late again.', 'Ana Kael')]
    """
    if "(@" not in text:
        return
    last = 0
    for match in _SIGNED.finditer(text):
        end = len(text[: match.start()].rstrip())
        start = _first_line(text, max(text.rfind("\n\n", 0, end), last), end)
        last = match.end()
        end = _before_links(text, start, end)
        if start < end and text[start] not in _QUOTED:
            yield Post(match.span(match.lastindex or 1), (start, end), match.span())


def _first_line(text: str, start: int, end: int) -> int:
    """Where the post begins that ends at `end` and before which nothing of it stands behind `start`.

    A paragraph that is no longer than a post may be is one. Of a longer one, whose lines are paragraphs, it
    is what follows a line that leads to it with a colon, else the last line; `end` where that is too long.
    """
    begins = start + len(text[start:end]) - len(text[start:end].lstrip())
    if end - begins <= _LONGEST:
        return begins
    lines = [begins, *(match.end() for match in _BREAK.finditer(text, begins, end))]
    near = [line for line in lines if end - line <= _LONGEST]
    led = [line for line in near if text[:line].rstrip().endswith(":")]
    return led[-1] if led else near[-1] if near else end


def _before_links(text: str, start: int, end: int) -> int:
    """Where a post ends without the addresses of pictures and pages behind its words."""
    words = (word.end() for word in _WORD.finditer(text, start, end) if not _ADDRESS.fullmatch(word.group()))
    return max(words, default=start)
