"""TEI P5 with a critical apparatus by parallel segmentation: one file for each report of several versions.

Where all versions agree the words stand bare; elsewhere an `app` has a `rdg` for each reading, with the
sigla of the versions that have it. No version is put above another: there is no `lem`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from retold.export import collations
from retold.export.formats.base import ExportFormat, FileNames, Piece, element, xml_piece, xml_text
from retold.version import __version__

if TYPE_CHECKING:
    from retold.archive.store import Trace

_SPACE = "http://www.tei-c.org/ns/1.0"
_ID = "xml:id"


def _pieces(trace: Trace) -> Iterator[Piece]:
    names = FileNames()
    for report in collations.reports(trace):
        yield xml_piece(names.of(f"{report.title}-{report.number}"), ".xml", document(report))


def document(report: collations.Report) -> ElementTree.Element:
    """One report as a TEI document."""
    sigil = dict(zip((a.id for a in report.articles), collations.sigla(), strict=False))
    root = element(None, "TEI", {"xmlns": _SPACE})
    _header(root, report, sigil)
    body = element(element(root, "text"), "body")
    _text(element(body, "p"), report, [sigil[one] for one in report.collation.sigils])
    return root


def _header(root: ElementTree.Element, report: collations.Report, sigil: dict[str, str]) -> None:
    header = element(root, "teiHeader")
    about = element(header, "fileDesc")
    element(element(about, "titleStmt"), "title", text=report.title)
    element(element(about, "publicationStmt"), "p", text=f"Collated by retold {__version__}")
    source = element(element(about, "sourceDesc"), "listWit")
    for one in report.articles:
        _witness(source, sigil[one.id], report.names[one.id], one.id, str(one.published or ""), one.url or "")
    encoding = element(header, "encodingDesc")
    element(encoding, "variantEncoding", {"method": "parallel-segmentation", "location": "internal"})


def _witness(parent: ElementTree.Element, sigil: str, name: str, ident: str, when: str, url: str) -> None:
    made = element(parent, "witness", {_ID: sigil})
    element(made, "name", text=name)
    element(made, "idno", {"type": "retold"}, ident)
    if url:
        element(made, "idno", {"type": "URL"}, url)
    if when:
        element(made, "date", text=when)


def _text(parent: ElementTree.Element, report: collations.Report, sigla: Sequence[str]) -> None:
    """Words that all share as text, an `app` for every other place."""
    last: ElementTree.Element | None = None
    for column in report.collation.columns:
        words = [" ".join(xml_text(token).split()) for token in column]
        if len(set(words)) == 1:
            _append(parent, last, f"{words[0]} ")
            continue
        last = element(parent, "app")
        for reading in dict.fromkeys(words):
            who = " ".join(f"#{s}" for s, word in zip(sigla, words, strict=True) if word == reading)
            element(last, "rdg", {"wit": who}, reading)
        last.tail = " "


def _append(parent: ElementTree.Element, last: ElementTree.Element | None, words: str) -> None:
    if last is None:
        parent.text = (parent.text or "") + words
    else:
        last.tail = (last.tail or "") + words


FORMAT = ExportFormat("tei", "an apparatus for each report of several versions", _pieces, single=False)
