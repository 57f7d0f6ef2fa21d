"""From a grid to weighted readings: what differs between the versions, one event at a time.

A unit is a run of loci at which the versions part in the same way. An omission
of eighty words is one unit, a changed word is one, a replaced clause is one.
Each version has one reading per unit, and each reading a weight: what it costs,
in changed words, to bring it in. A cut is cheap, eighty new words are dear, so
that a text which lacks them cannot pass for the source of two that have them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.steps.lineage import signatures, vocabulary
from retold.tables import MISSING, NOTHING, Grid, Hashes, Ints

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_P = parameters.of("lineage", "readings")
OPEN = _P.number("open")
LOSS = _P.number("loss")
LONGER = _P.number("longer")
LOSS_WORDS = _P.integer("loss_words")
FULL = _P.number("full")
ACCIDENTALS = _P.number("accidentals")
UNKNOWN = -1  # in place of a reading that no version kept, or that a version has lost
LONGEST_TOKEN = 60  # characters of a word with its marks that are looked at
STYLE = _P.number("style")
SLIP = _P.number("slip")
MOVED = _P.number("moved")


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """What the versions of one text read where they differ.

    `states[u, v]` numbers the reading of version v in unit u, from 0, `UNKNOWN` where it is lost;
    `weights[u, s]` is the cost of bringing in reading s (0 where there is none);
    `loci[u]` is the half-open range of loci, `kinds[u]` a short name;
    `cells` is the grid's, with moved blocks set where the others have them;
    `absent[u]` is the reading that has no word, -1 where all have some.
    """

    states: Ints
    weights: Floats
    loci: Ints
    kinds: tuple[str, ...]
    cells: Ints
    absent: Ints
    slips: Bools  # [units, readings] whether the reading looks like a slip
    shares: Floats  # [units] how much of the gaps they lie in the empty readings are

    def __len__(self) -> int:
        return len(self.states)

    def restored(self, rows: Ints) -> Readings:
        """The same with what the versions have lost as `rows` [nodes, units] gives it back."""
        return replace(self, states=rows[: self.states.shape[1]].T)


@dataclass(frozen=True, slots=True)
class _Unit:
    low: int
    high: int
    states: tuple[int, ...]
    weights: tuple[float, ...]
    kind: str
    absent: int = -1
    slips: tuple[bool, ...] = ()
    share: float = 1.0


def read(grid: Grid) -> Readings:
    """The weighted readings of a grid; units in the order of their loci."""
    cells, moved = settled(grid)
    if len(grid.witnesses) == 1:  # most articles of a corpus are told once
        return _table([], cells)
    forms = _forms(grid, cells)
    labels = _labels(forms, cells == MISSING)
    gaps = _gap_lengths(cells)
    words = vocabulary.learn(grid, cells, forms)
    signed = _signed(grid, cells)
    units = [_unit(low, high, labels, cells, gaps, words) for low, high in _runs(labels, signed)]
    units = [_light(one) if signed[one.low] else one for one in units]
    return _table([*units, *moved, *_accidentals(grid, cells, forms)], cells)


def _signed(grid: Grid, cells: Ints) -> Bools:
    """For each locus whether all that stands there is somebody's dateline or credit."""
    other = np.zeros(len(cells), dtype=np.bool_)
    for version, witness in enumerate(grid.witnesses):
        there = np.flatnonzero(cells[:, version] >= 0)
        other[there] |= ~signatures.signed(witness)[cells[there, version]]
    return ~other


def _light(unit: _Unit) -> _Unit:
    """The unit with the weight that matters of style have, and with nothing cut."""
    weights = tuple(weight * STYLE for weight in unit.weights)
    return replace(unit, weights=weights, kind="signature", absent=-1)


def settled(grid: Grid) -> tuple[Ints, list[_Unit]]:
    """The cells with every moved block at home and furniture out, and one unit for each move."""
    cells = _without_furniture(grid)
    number = {w.id: v for v, w in enumerate(grid.witnesses)}
    movers: dict[tuple[int, int], set[int]] = {}
    for move in grid.moves:
        version = number.get(move.sigil)
        if version is not None and _bring_home(grid, cells, version, move.columns, move.home):
            movers.setdefault(move.home, set()).add(version)
    units = []
    for (low, high), versions in sorted(movers.items()):
        states = tuple(int(v in versions) for v in range(len(grid.witnesses)))
        if 0 < sum(states) < len(states):
            units.append(_Unit(low, high, states, (MOVED, MOVED), "moved"))
    return cells, units


def _without_furniture(grid: Grid) -> Ints:
    """The cells without words of page furniture, which no report handed down."""
    cells = grid.cells.copy()
    for version, witness in enumerate(grid.witnesses):
        column = cells[:, version]
        there = np.flatnonzero(column >= 0)
        column[there[witness.tokens.furniture[column[there]]]] = -1
    return cells


def _bring_home(grid: Grid, cells: Ints, version: int, away: tuple[int, int], home: tuple[int, int]) -> bool:
    """Set the version's words of `away` at the loci of `home`, as far as they match."""
    forms = grid.witnesses[version].words.forms
    column = cells[slice(*away), version]
    words = [int(w) for w in column if w >= 0]
    if not words or (cells[slice(*home), version] >= 0).any():
        return False
    cells[slice(*away), version] = -1
    locus = home[0]
    for at, word in enumerate(words):
        room = home[1] - (len(words) - at - 1)
        found = _locus_of(grid, cells, int(forms[word]), locus, min(home[1], max(locus + 1, room)))
        if found >= home[1]:
            break
        cells[found, version] = word
        locus = found + 1
    return True


def _locus_of(grid: Grid, cells: Ints, form: int, low: int, high: int) -> int:
    """The first locus from `low` at which some version reads `form`; `low` if there is none."""
    for locus in range(low, high):
        for version, word in enumerate(cells[locus]):
            if word >= 0 and int(grid.witnesses[version].words.forms[word]) == form:
                return locus
    return low


def _forms(grid: Grid, cells: Ints) -> Hashes:
    """The folded form at each locus of each version, 0 for nothing."""
    forms = np.zeros(cells.shape, dtype=np.int64)
    for version, witness in enumerate(grid.witnesses):
        there = cells[:, version] >= 0
        forms[there, version] = witness.words.forms[cells[there, version]]
    return forms


def _labels(forms: Hashes, lost: Bools) -> Ints:
    """For each locus and version, the first version that reads the same there, UNKNOWN where it is lost."""
    labels = np.zeros(forms.shape, dtype=np.int32)
    forms = np.where(lost, np.iinfo(np.int64).min, forms)
    varying = np.flatnonzero((forms != forms[:, :1]).any(axis=1))
    for part in np.array_split(varying, 1 + len(varying) * forms.shape[1] ** 2 // 4_000_000):
        same = forms[part][:, :, None] == forms[part][:, None, :]
        labels[part] = same.argmax(axis=2)
    labels[lost] = UNKNOWN
    return labels


def _runs(labels: Ints, signed: Bools) -> list[tuple[int, int]]:
    """Ranges of loci at which the versions part in one and the same way, `signed` ones and others apart."""
    if not len(labels):
        return []
    apart = np.hstack([labels, signed[:, None]])
    turns = np.flatnonzero((apart[1:] != apart[:-1]).any(axis=1)) + 1
    bounds = [0, *turns.tolist(), len(labels)]
    return [(low, high) for low, high in pairwise(bounds) if len(set(labels[low].tolist()) - {UNKNOWN}) > 1]


def _gap_lengths(cells: Ints) -> Ints:
    """For each empty cell, the length of the gap in its version that it belongs to."""
    lengths = np.zeros(cells.shape, dtype=np.int32)
    for version in range(cells.shape[1]):
        empty = np.concatenate([[0], (cells[:, version] == NOTHING).astype(np.int8), [0]])
        starts, ends = np.flatnonzero(np.diff(empty) == 1), np.flatnonzero(np.diff(empty) == -1)
        for start, end in zip(starts, ends, strict=True):
            lengths[start:end, version] = end - start
    return lengths


def _unit(low: int, high: int, labels: Ints, cells: Ints, gaps: Ints, words: vocabulary.Vocabulary) -> _Unit:
    """One unit: its readings numbered by their first version, weighed and named."""
    known = labels[low] != UNKNOWN
    firsts, numbers = np.unique(labels[low][known], return_inverse=True)
    states = np.full(len(known), UNKNOWN)
    states[known] = numbers
    columns = [cells[low:high, first] for first in firsts]
    tokens = [[words.word(int(f), int(w)) for w in c if w >= 0] for f, c in zip(firsts, columns, strict=True)]
    absent = next((s for s, reading in enumerate(tokens) if not reading), -1)
    slips = words.slips(tokens)
    rare = [slip or _is_of_fact(tokens, n) for n, slip in enumerate(slips)]
    weights = [_weight(reading, one) for reading, one in zip(tokens, rare, strict=True)]
    share = 1.0
    if absent >= 0:
        share = float(((high - low) / gaps[low, states == absent].clip(min=1)).mean())
        weights[absent] = _loss(gaps[low, states == absent], high - low)
    kind = _kind(words, tokens, slips, absent)
    if kind == "style":
        weights = [w * STYLE for w in weights]
    return _Unit(low, high, tuple(states.tolist()), tuple(weights), kind, absent, slips, share)


def _accidentals(grid: Grid, cells: Ints, forms: Hashes) -> list[_Unit]:
    """Punctuation, capitals and line breaks, the "accidentals" of Greg ("The rationale of copy-text", 1950).

    One unit stands for all loci that part the versions alike.
    A house turns all its quotation marks; that is one decision, not two hundred.
    """
    counts: dict[tuple[int, ...], list[int]] = {}
    for locus, row in enumerate(_tokens_as_written(grid, cells)):
        known = cells[locus] != MISSING
        number = {key: n for n, key in enumerate(dict.fromkeys(k for k in row if k is not None))}
        if len(number) > len(set(forms[locus][known].tolist())):
            counts.setdefault(tuple(UNKNOWN if k is None else number[k] for k in row), []).append(locus)
    units = []
    for states, loci in counts.items():
        weight = ACCIDENTALS * (1.0 + math.log(len(loci)))
        first = cells[loci[0]]
        bare = next((states[v] for v in np.flatnonzero(first == NOTHING)), -1)
        weights = tuple(0.0 if s == bare else weight for s in range(max(states) + 1))
        units.append(_Unit(loci[0], loci[0] + 1, states, weights, "accidentals"))
    return units


def _tokens_as_written(grid: Grid, cells: Ints) -> list[list[str | None]]:
    """Each locus's words as written, marks and blanks behind them; '' for no word, None for a lost one."""
    rows = [[None if lost else "" for lost in row] for row in (cells == MISSING).tolist()]
    for version, witness in enumerate(grid.witnesses):
        starts = witness.words.starts.tolist()
        ends = [*starts[1:], len(witness.text)]
        for locus in np.flatnonzero(cells[:, version] >= 0).tolist():
            word = int(cells[locus, version])
            written = witness.text[starts[word] : min(ends[word], starts[word] + LONGEST_TOKEN)]
            rows[locus][version] = written
    return rows


def _is_of_fact(tokens: Sequence[Sequence[vocabulary.Word]], number: int) -> bool:
    """Whether a reading is one figure or name where others have another: no two desks err in one way."""
    kinds = [reading[0].kind if len(reading) == 1 else "" for reading in tokens]
    return kinds[number] in ("figure", "name") and kinds.count(kinds[number]) > 1


def _weight(reading: Sequence[vocabulary.Word], rare: bool) -> float:
    """What bringing in these words costs."""
    full = (SLIP if rare else OPEN) + sum(word.weight for word in reading)
    return full if full <= FULL else FULL * (1.0 + math.log(full / FULL))


def _loss(gaps: Ints, loci: int) -> float:
    """What leaving these loci out costs, as a share of the gaps they lie in."""
    whole = LOSS + LONGER * np.log(np.maximum(gaps, LOSS_WORDS) / LOSS_WORDS)
    return float((whole * loci / gaps.clip(min=1)).mean())


def _kind(
    words: vocabulary.Vocabulary,
    tokens: Sequence[Sequence[vocabulary.Word]],
    slips: Sequence[bool],
    absent: int,
) -> str:
    """A short name for what the readings differ in, the gravest first."""
    if len({words.style_key(reading) for reading in tokens}) == 1:
        return "style"
    if any(slips):
        return "slip"
    present = [word for reading in tokens for word in reading]
    if absent >= 0 and len(tokens) == 2:
        return "quoted words" if all(word.quoted for word in present) else "words"
    for kind in ("figure", "name"):
        if any(word.kind == kind for word in present):
            return kind
    return "quotation" if any(word.quoted for word in present) else "wording"


def _table(units: Sequence[_Unit], cells: Ints) -> Readings:
    """The units as arrays."""
    units = sorted(units, key=lambda u: (u.low, u.high, u.kind))
    most = max((len(u.weights) for u in units), default=1)
    weights = np.zeros((len(units), most))
    slips = np.zeros((len(units), most), dtype=bool)
    for row, unit in enumerate(units):
        weights[row, : len(unit.weights)] = unit.weights
        slips[row, : len(unit.slips)] = unit.slips
    return Readings(
        states=np.array([u.states for u in units], dtype=np.int32).reshape(len(units), cells.shape[1]),
        weights=weights,
        loci=np.array([(u.low, u.high) for u in units], dtype=np.int32).reshape(len(units), 2),
        kinds=tuple(u.kind for u in units),
        cells=cells,
        absent=np.array([u.absent for u in units], dtype=np.int32),
        slips=slips,
        shares=np.array([u.share for u in units]),
    )
