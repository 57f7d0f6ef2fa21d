"""Witnesses from a critical apparatus in TEI, by parallel segmentation (TEI P5 Guidelines, chapter 12).

What carries a collation is read and nothing else. No entity is expanded.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from retold.errors import InputError
from retold.readers.content import Content, Head
from retold.readers.registry import LIKELY, NO, Format
from retold.readers.witnesses.tables import Columns, WitnessFormat, text_of

_OUTSIDE = frozenset({"teiHeader", "front", "back", "note", "witDetail", "fw"})


def columns(name: str, text: str) -> Columns:
    """The tokens of each witness of a TEI apparatus, '' for a gap, all of one length.

    Words outside of `app` are everybody's. Of an `app` each witness has the `rdg` or `lem`
    that names it; one that none names has the `lem` that names nobody, or nothing.
    Raises `InputError` for what is no XML, declares entities, or names no witness.
    """
    if "<!ENTITY" in text:
        raise InputError(f"{name}: declares entities", "give the file with its entities written out")
    try:
        # as a str, because bytes would be read in the charset that the file had
        root = ElementTree.fromstring(text.encode("utf-8", "replace").decode())
    except (ElementTree.ParseError, ValueError) as error:
        raise InputError(f"{name}: no XML ({error})", "give a well-formed TEI file") from error
    sigils = sorted({sigil for element in root.iter() for sigil in _named(element)})
    if not sigils:
        raise InputError(f"{name}: no reading names a witness", 'give readings as <rdg wit="#A #B">')
    try:
        return _columns(root, sigils)
    except RecursionError as error:
        raise InputError(f"{name}: entries within entries without end", "give a flat apparatus") from error


def _columns(root: ElementTree.Element, sigils: list[str]) -> Columns:
    """The tokens of each witness, part by part, each filled up to the longest reading."""
    columns: Columns = {sigil: [] for sigil in sigils}
    for part in _parts(root):
        shared = part.split() if isinstance(part, str) else None
        read = {s: shared if shared is not None else _reading(part, s) for s in sigils}
        width = max(map(len, read.values()))
        for sigil, tokens in read.items():
            columns[sigil] += tokens + [""] * (width - len(tokens))
    return columns


def _parts(root: ElementTree.Element) -> Iterator[str | ElementTree.Element]:
    """Text and apparatus entries in order; without recursion, for deep files."""
    waiting: list[str | ElementTree.Element] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str) or _tag(one) == "app":
            yield one
            continue
        if _tag(one) in _OUTSIDE:
            continue
        inside: list[str | ElementTree.Element] = [one.text or ""]
        for child in one:
            inside += [child, child.tail or ""]
        waiting += reversed(inside)


def _reading(app: str | ElementTree.Element, sigil: str) -> list[str]:
    """What one witness reads in one apparatus entry, entries within it included."""
    assert not isinstance(app, str)  # text has no readings
    groups = [app, *(child for child in app if _tag(child) == "rdgGrp")]
    readings = [r for group in groups for r in group if _tag(r) in ("rdg", "lem")]
    own = next((r for r in readings if sigil in _named(r)), None)
    if own is None:
        own = next((r for r in readings if _tag(r) == "lem" and not _named(r)), None)
    if own is None:
        return []
    found: list[str] = []
    for part in _parts(own):
        found += part.split() if isinstance(part, str) else _reading(part, sigil)
    return found


def _named(element: ElementTree.Element) -> list[str]:
    """The witnesses that a reading names."""
    given = element.get("wit", "") if _tag(element) in ("rdg", "lem") else ""
    return [word.removeprefix("#") for word in given.split() if word != "#"]


def _tag(element: ElementTree.Element) -> str:
    """The name without its namespace; '' for comments and instructions."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _probe(head: Head) -> float:
    return LIKELY if head.start.startswith("<") else NO


def _read(content: Content) -> Columns:
    return columns(content.where, text_of(content, marked_up=True))


FORMAT: WitnessFormat = Format(
    "TEI apparatus", (".xml", ".tei"), _probe, _read, "the readings of each witness of `<rdg wit>`"
)
