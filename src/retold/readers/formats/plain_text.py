"""Plain text: an optional front matter block, an optional headline, the report."""

from __future__ import annotations

from retold.model import Article
from retold.readers import decode, fields, printed, signatures, topline, wireheads
from retold.readers.content import Head
from retold.readers.frontmatter import front_matter
from retold.readers.registry import ANY, NEVER, ArticleFormat, Format
from retold.readers.texts import of_article


def read(text: str) -> Article | None:
    r"""The article of a text file; None if nothing is left of it. The id is '' if none is given.

    >>> read("---\noutlet: Harbour Post\n---\nFerry sinks\n\nA ferry sank.").outlet
    'Harbour Post'
    """
    head, rest = front_matter(decode.tidy(text))
    rest, url = printed.without_edges(rest)
    rest, slug = wireheads.without_slug(rest)
    told = {key: value for key, value in (("url", url), ("slugline", slug)) if value is not None}
    line, rest = topline.above(rest)
    return fields.article({**told, **line, **head}, rest)


def _probe(head: Head) -> float:
    """Whatever is text and nobody else's."""
    return NEVER if head.folder is not None or signatures.is_binary(head.data) else ANY


FORMAT: ArticleFormat = Format(
    "plain text",
    (".txt", ".text"),
    _probe,
    of_article(read),
    "a block of `key: value` lines at the top, a first line that is a title, the text",
)
