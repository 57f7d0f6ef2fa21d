"""Documents of Word (DOCX, Office Open XML): their paragraphs, without what was struck out or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from retold.messages import N_
from retold.readers import documents, xmltree, zipdocs
from retold.readers.content import Content, Head
from retold.readers.documents import Paragraph
from retold.readers.registry import ArticleFormat, Format, Found

_SUFFIXES = (".docx", ".docm", ".dotx")
_MEMBER = "word/document.xml"
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop)\s?(\d)", re.IGNORECASE)
_TITLES = ("title", "titel", "titre", "título", "titolo")
_STRUCK = ("del", "movefrom", "instrtext", "deltext", "fallback", "footnotereference", "txbxcontent")
_OFF = ("0", "false", "off")  # values by which a property is taken back
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "-"}


def _probe(head: Head) -> float:
    return zipdocs.claim(head, _SUFFIXES, _MEMBER.encode())


def _read(content: Content) -> Found:
    with zipdocs.package(content, N_("Word document")) as package:
        root = package.tree(_MEMBER)
    yield from documents.records(list(paragraphs(root)), content.where)


def paragraphs(root: Any) -> Iterator[Paragraph]:
    """The paragraphs of a document's body in their order, those in tables too; empty ones are left out."""
    for element in root.iter():
        if xmltree.name(element) == "p" and not _is_again(element):
            text = "".join(_words(element)).strip()
            if text:
                yield Paragraph(text, _level(element))


def _is_again(paragraph: Any) -> bool:
    """Whether a paragraph is the second form of a drawing's text, for programs that cannot show the first."""
    return any(xmltree.name(above) == "fallback" for above in paragraph.iterancestors())


def _words(element: Any) -> Iterator[str]:
    """The text of a paragraph: its runs, without deleted and hidden text, codes of fields and boxes in it."""
    for child in element:
        name = xmltree.name(child)
        if name == "t":
            yield child.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name not in _STRUCK and name != "ppr" and not _is_hidden(child):
            yield from _words(child)


def _is_hidden(run: Any) -> bool:
    """Whether the words of a run are neither shown nor printed, as notes to the desk may be."""
    own = (one for one in run if xmltree.name(one) == "rpr")
    marks = (mark for properties in own for mark in properties if xmltree.name(mark) == "vanish")
    return any(not any(value in _OFF for value in mark.attrib.values()) for mark in marks)


def _level(paragraph: Any) -> int:
    style = next((one for one in xmltree.within(paragraph, "pstyle")), None)
    given = next((value for key, value in (style.attrib.items() if style is not None else ())), "")
    heading = _HEADING.match(given)
    if heading is not None:
        return int(heading[1]) or 1
    return 1 if given.lower() in _TITLES else 0


FORMAT: ArticleFormat = Format(
    "Word document (DOCX)",
    _SUFFIXES,
    _probe,
    _read,
    "paragraphs, a title by its style; downloads of a press archive are told apart",
)
