"""Plain text: an optional front matter block, an optional headline, the report."""

from __future__ import annotations

import re

from retold import parameters
from retold.model import Article
from retold.readers import decode, fields, signatures
from retold.readers.content import Head
from retold.readers.registry import ANY, NEVER, ArticleFormat, Format
from retold.readers.texts import of_article

_FENCE = "---"
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(.*))?\Z")
_LONGEST_BLOCK = parameters.of("readers", "plain_text").integer("block")  # lines


def read(text: str) -> Article | None:
    r"""The article of a text file; None if nothing is left of it. The id is '' if none is given.

    >>> read("---\noutlet: Harbour Post\n---\nFerry sinks\n\nA ferry sank.").outlet
    'Harbour Post'
    """
    head, rest = front_matter(decode.tidy(text))
    return fields.article(head, rest)


def front_matter(text: str) -> tuple[dict[str, object], str]:
    """The `key: value` lines between two lines of dashes at the top, and what follows them.

    A block with any other line, or that names nothing we know, is part of the text.
    """
    lines = text.split("\n", _LONGEST_BLOCK + 1)
    if lines[0].rstrip() != _FENCE:
        return {}, text
    end = next((i for i, line in enumerate(lines[1:_LONGEST_BLOCK], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        return {}, text
    pairs = [_PAIR.match(line.strip()) for line in lines[1:end] if line.strip()]
    if None in pairs:
        return {}, text
    head: dict[str, object] = {pair[1]: _unquoted(pair[2] or "") for pair in pairs if pair is not None}
    return (head, "\n".join(lines[end + 1 :])) if fields.roles(list(head)) else ({}, text)


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _probe(head: Head) -> float:
    """Whatever is text and nobody else's."""
    return NEVER if head.folder is not None or signatures.is_binary(head.data) else ANY


FORMAT: ArticleFormat = Format(
    "plain text",
    (".txt", ".text", ".md", ".markdown"),
    _probe,
    of_article(read),
    "a block of `key: value` lines at the top, a first line that is a title, the text",
)
