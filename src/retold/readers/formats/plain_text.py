"""Plain text: an optional front matter block, an optional headline, the report."""

from __future__ import annotations

from collections.abc import Iterator

from retold.model import Article, SetAside
from retold.readers import collected, decode, fields, printed, signatures, topline, wireheads
from retold.readers.content import Content, Head
from retold.readers.frontmatter import front_matter
from retold.readers.registry import ANY, NEVER, ArticleFormat, Format, Record
from retold.readers.texts import NO_TEXT, of_article_records


def read(text: str) -> Article | None:
    r"""The article of a text file; None if nothing is left of it. The id is '' if none is given.

    >>> read("---\noutlet: Harbour Post\n---\nFerry sinks\n\nA ferry sank.").outlet
    'Harbour Post'
    """
    head, rest = front_matter(decode.tidy(text))
    rest = wireheads.unmarked(rest)
    rest, url = printed.without_edges(rest)
    rest, slug = wireheads.without_slug(rest)
    told = {key: value for key, value in (("url", url), ("slugline", slug)) if value is not None}
    line, rest = topline.above(rest)
    return fields.article({**told, **line, **head}, rest)


def _parse(text: str, content: Content) -> Iterator[Record | SetAside]:
    """The article of a file, or those of a collection in one."""
    found = collected.parts(text)
    for number, part in enumerate(found, 1):
        article, tail = read(part), f":{number}" if len(found) > 1 else ""
        place = f"{content.where}{tail}"
        yield SetAside(place, *NO_TEXT) if article is None else Record(article, tail)


def _probe(head: Head) -> float:
    """Whatever is text and nobody else's."""
    return NEVER if head.folder is not None or signatures.is_binary(head.data) else ANY


FORMAT: ArticleFormat = Format(
    "plain text",
    (".txt", ".text"),
    _probe,
    of_article_records(_parse),
    "a block of `key: value` lines at the top, a first line that is a title, the text; "
    "several texts under blocks of the same fields",
)
