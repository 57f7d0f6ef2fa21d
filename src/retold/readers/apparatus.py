"""Witnesses from a critical apparatus: TEI parallel segmentation, and Nexus matrices.

The parts of both that carry a collation are read and nothing else (TEI P5 Guidelines,
chapter 12; Maddison, Swofford and Maddison 1997). No entity is expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from retold.errors import InputError

Columns = dict[str, list[str]]

_OUTSIDE = frozenset({"teiHeader", "front", "back", "note", "witDetail", "fw"})
_COMMENT = re.compile(r"\[[^\[\]]*\]")
_MATRIX = re.compile(r"\bmatrix\b(.*?);", re.IGNORECASE | re.DOTALL)
_FORMAT = re.compile(r"\bformat\b([^;]*);", re.IGNORECASE)
_ROW = re.compile(r"('(?:[^']|'')*'|\S+)\s+(.*\S)")
_STATE = re.compile(r"\{[^{}]*\}|\([^()]*\)|\S")


# ---- TEI ----


def tei(name: str, text: str) -> Columns:
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


# ---- Nexus ----


def nexus(name: str, text: str) -> Columns:
    """The states of each taxon of a Nexus matrix, '' for a gap or a missing state.

    Interleaved matrices are put together, and a state written by the match character is
    the first taxon's. Raises `InputError` when there is no matrix,
    or when its rows differ in length.
    """
    plain = _COMMENT.sub(" ", text)
    matrix, form = _MATRIX.search(plain), _FORMAT.search(plain)
    if matrix is None:
        raise InputError(f"{name}: has no matrix", "give a Nexus file with a DATA or CHARACTERS block")
    columns = _rows(matrix[1])
    if len({len(states) for states in columns.values()}) != 1:
        raise InputError(f"{name}: its rows differ in length", "give every taxon as many states")
    same, first = _symbol(form, "matchchar", ""), next(iter(columns.values()))
    empty = {_symbol(form, "gap", "-"), _symbol(form, "missing", "?")}
    for sigil, states in columns.items():
        meant = (f if s == same else s for s, f in zip(states, first, strict=True))
        columns[sigil] = ["" if s in empty else s for s in meant]
    return columns


def _rows(matrix: str) -> Columns:
    """The states of each taxon as they are written."""
    columns: Columns = {}
    for line in matrix.split("\n"):
        row = _ROW.fullmatch(line.strip())
        if row is not None:
            sigil = row[1].strip("'").replace("''", "'")
            columns.setdefault(sigil, []).extend(s.strip("{}()") for s in _STATE.findall(row[2]))
    return columns


def _symbol(form: re.Match[str] | None, key: str, usual: str) -> str:
    given = re.search(rf"\b{key}\s*=\s*(\S)", form[1], re.IGNORECASE) if form is not None else None
    return given[1] if given is not None else usual
