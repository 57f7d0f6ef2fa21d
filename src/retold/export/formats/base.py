"""What a format of export is, and the little that several share: file names, plain text, XML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

if TYPE_CHECKING:
    from retold.archive.store import Trace

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 60  # characters of a file's name


@dataclass(frozen=True, slots=True)
class Piece:
    """One file: its name without the suffix, the suffix, and its bytes in blocks."""

    name: str
    suffix: str
    content: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: what it is called on the command line, what it is for, and how a trace becomes it.

    `single` formats are always one file; the others are one for each table, report or story. `text` ones may
    go to a terminal. `tables` says that the pieces are the flat tables of a trace.
    """

    name: str
    purpose: str
    pieces: Callable[[Trace], Iterator[Piece]]
    single: bool = True
    text: bool = True
    tables: bool = False


def text_piece(name: str, suffix: str, text: str) -> Piece:
    """A file of text in UTF-8; half characters become a question mark."""
    return Piece(name, suffix, [text.encode("utf-8", "replace")])


def xml_text(text: str) -> str:
    r"""The text with each character that XML cannot hold replaced by one, so that offsets stay.

    >>> xml_text("calm\x00sea")
    'calm�sea'
    """
    return _NOT_XML.sub("\ufffd", text)


def element(
    parent: ElementTree.Element | None, tag: str, attributes: Mapping[str, Any] | None = None, text: str = ""
) -> ElementTree.Element:
    """A new XML element, below `parent` if one is given; values are made fit for XML, None is left out."""
    given = {key: xml_text(str(value)) for key, value in (attributes or {}).items() if value is not None}
    made = ElementTree.Element(tag, given) if parent is None else ElementTree.SubElement(parent, tag, given)
    made.text = xml_text(text) or None
    return made


def xml_piece(name: str, suffix: str, root: ElementTree.Element) -> Piece:
    """An XML document as a file."""
    body = ElementTree.tostring(root, encoding="unicode")
    return text_piece(name, suffix, f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n')


class FileNames:
    """Names for files, each used once: letters, digits, points and dashes of what they are named after."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, label: str) -> str:
        """A name for a file that is about `label`."""
        plain = _NOT_IN_NAMES.sub("-", label).strip("-.")[:_LONGEST_NAME] or "untitled"
        name, number = plain, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{plain}-{number}"
        self._taken.add(name.casefold())
        return name
