"""Markdown (CommonMark): a block of fields at the top, headings, paragraphs and items without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from retold import parameters
from retold.model import SetAside
from retold.readers import decode, documents, signatures
from retold.readers.content import Content, Head
from retold.readers.documents import Paragraph
from retold.readers.frontmatter import front_matter
from retold.readers.registry import BY_SUFFIX, NEVER, NO, ArticleFormat, Format, Record
from retold.readers.texts import of_article_records

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
# A note at the foot, which this grammar does not know: its number in the text, and where it stands.
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:")
_LONGEST = parameters.of("readers", "markdown_text").integer("longest")


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The headings, paragraphs and items of a text; code, markup and notes at the foot are left out."""
    from markdown_it import MarkdownIt

    level, first = 0, True
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline":
            words = "".join(_words(token)).strip()
            if words and not _NOTE.match(words):
                yield Paragraph(_NOTE_MARK.sub("", words), 1 if level and first else level)
                first = False


def _words(token: Any) -> Iterator[str]:
    """The text of a line: of links and emphasis their words, of pictures nothing."""
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            yield child.content
        elif child.type == "softbreak":
            yield " "
        elif child.type == "hardbreak":
            yield "\n"


def _probe(head: Head) -> float:
    if head.folder is not None or signatures.is_binary(head.data):
        return NEVER
    return BY_SUFFIX if head.suffix in _SUFFIXES else NO


def _parse(text: str, content: Content) -> Iterator[Record | SetAside]:
    head, rest = front_matter(decode.tidy(text))
    if len(rest) > _LONGEST:
        yield from documents.records(
            [Paragraph(line) for line in rest.split("\n") if line], content.where, head
        )
        return
    yield from documents.records(list(paragraphs(rest)), content.where, head)


FORMAT: ArticleFormat = Format(
    "Markdown",
    _SUFFIXES,
    _probe,
    of_article_records(_parse),
    "a block of `key: value` lines at the top, the first heading as title, the text without its marks",
)
