"""Witnesses from a Nexus matrix (Maddison, Swofford and Maddison 1997)."""

from __future__ import annotations

import re

from retold.errors import InputError
from retold.messages import N_
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, Format
from retold.readers.witnesses.tables import Columns, WitnessFormat, check_size, text_of

_MARK = "#NEXUS"
_COMMENT = re.compile(r"\[[^\[\]]*\]")
_MATRIX = re.compile(r"\bmatrix\b", re.IGNORECASE)
_FORMAT = re.compile(r"\bformat\b", re.IGNORECASE)
_ROW = re.compile(r"('(?:[^']|'')*'|\S+)\s+(.*\S)")
_STATE = re.compile(r"\{[^{}]*\}|\([^()]*\)|\S")


def columns(name: str, text: str) -> Columns:
    """The states of each taxon of a Nexus matrix, '' for a gap and None for a missing state.

    Interleaved matrices are put together, and a state written by the match character is
    the first taxon's. Raises `InputError` when there is no matrix,
    or when its rows differ in length.
    """
    plain = _COMMENT.sub(" ", text)
    matrix, form = _command(_MATRIX, plain), _command(_FORMAT, plain)
    if matrix is None:
        raise InputError(
            N_("{name}: has no matrix").format(name=name),
            N_("give a Nexus file with a DATA or CHARACTERS block"),
        )
    states_of = _rows(matrix)
    check_size(name, len(states_of))
    if len({len(states) for states in states_of.values()}) != 1:
        raise InputError(
            N_("{name}: its rows differ in length").format(name=name), N_("give every taxon as many states")
        )
    same, first = _symbol(form, "matchchar", ""), next(iter(states_of.values()))
    meaning: dict[str | None, str | None] = {
        _symbol(form, "gap", "-"): "", _symbol(form, "missing", "?"): None
    }  # fmt: skip
    for sigil, states in states_of.items():
        meant = (f if s == same else s for s, f in zip(states, first, strict=True))
        states_of[sigil] = [meaning.get(s, s) for s in meant]
    return states_of


def _rows(matrix: str) -> Columns:
    """The states of each taxon as they are written."""
    found: Columns = {}
    for line in matrix.split("\n"):
        row = _ROW.fullmatch(line.strip())
        if row is not None:
            sigil = row[1].strip("'").replace("''", "'")
            found.setdefault(sigil, []).extend(s.strip("{}()") for s in _STATE.findall(row[2]))
    return found


def _command(word: re.Pattern[str], text: str) -> str | None:
    """What stands between a word and the next semicolon, None where there is none."""
    begin = word.search(text)
    end = text.find(";", begin.end()) if begin is not None else -1
    return None if begin is None or end < 0 else text[begin.end() : end]


def _symbol(form: str | None, key: str, usual: str) -> str:
    given = re.search(rf"\b{key}\s*=\s*(\S)", form, re.IGNORECASE) if form is not None else None
    return given[1] if given is not None else usual


def _probe(head: Head) -> float:
    return CERTAIN if head.start[: len(_MARK)].upper() == _MARK else NO


def _read(content: Content) -> Columns:
    return columns(content.where, text_of(content))


FORMAT: WitnessFormat = Format(
    "Nexus matrix", (".nex", ".nexus", ".nxs"), _probe, _read, "each taxon's states"
)
