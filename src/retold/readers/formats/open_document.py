"""Text documents in OpenDocument (ODT, ISO 26300): their paragraphs and headings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from retold import parameters
from retold.messages import N_
from retold.readers import documents, xmltree, zipdocs
from retold.readers.content import Content, Head
from retold.readers.documents import Paragraph
from retold.readers.registry import ArticleFormat, Format, Found

_TYPE = b"application/vnd.oasis.opendocument.text"
_BLOCKS = ("p", "h")
_OUTSIDE = ("tracked-changes", "annotation", "note", "frame")
_SPACES = {"s": " ", "tab": "\t", "line-break": "\n"}
_MOST_SPACES = parameters.of("readers", "open_document").integer("spaces")


def _probe(head: Head) -> float:
    return zipdocs.claim_by_mimetype(head, _TYPE)


def _read(content: Content) -> Found:
    with zipdocs.package(content, N_("OpenDocument text")) as package:
        root = package.tree("content.xml")
    yield from documents.records(list(paragraphs(root)), content.where)


def paragraphs(root: Any) -> Iterator[Paragraph]:
    """The paragraphs of a document in their order, without notes, comments and what was struck out."""
    for element in root.iter():
        if xmltree.name(element) in _BLOCKS and not _is_outside(element):
            text = "".join(_words(element)).strip()
            if text:
                yield Paragraph(text, _level(element))


def _is_outside(element: Any) -> bool:
    return any(xmltree.name(above) in _OUTSIDE for above in element.iterancestors())


def _words(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = xmltree.name(child)
        if name in _SPACES:
            yield _SPACES[name] * _count(child)
        elif name not in _OUTSIDE:
            yield from _words(child)
        yield child.tail or ""


def _count(element: Any) -> int:
    given = next((value for key, value in element.attrib.items() if key.endswith("}c")), "1")
    return min(int(given), _MOST_SPACES) if given.isdecimal() and len(given) < 6 else 1


def _level(element: Any) -> int:
    given = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
    if xmltree.name(element) == "h":
        level = given.get("outline-level", "1")
        return int(level) if level.isdecimal() and len(level) < 3 else 1
    return 1 if given.get("style-name") == "Title" else 0


FORMAT: ArticleFormat = Format(
    "OpenDocument text (ODT)", (".odt", ".ott"), _probe, _read, "paragraphs, a title by its heading"
)
