"""From an alignment to a pair: runs of equal words, and units of all else.

A sentence of which next to nothing found a partner is a sentence of its own:
the few words it shares by chance are given back, so that it is cut or added whole.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from retold.steps.changes.pair import Flags, Pair, Side, Unit, side, stretches
from retold.tables import Alignment, Block, Ints

_LOST = 0.3  # a sentence with a smaller share of partners is another sentence
_RUN = 6  # equal words in a row that show the sentence is the same after all
_NEAR = 9  # words within which moved blocks belong together
_SHORT = 4  # words that are set against each other though the aligner kept them apart
_MOVED = 5  # equal words that a moved stretch needs; fewer are chance


def prepare(alignment: Alignment, directed: bool) -> Pair:
    """The alignment's `a` is the source. Near linear in the number of words."""
    old, new = side(alignment.a), side(alignment.b)
    blocks = _solid(alignment)
    lost_old = _lost(old, blocks, of_old=True)
    lost_new = _lost(new, blocks, of_old=False)
    runs = [run for b in blocks if b.kind == "equal" for run in _kept(b, lost_old, lost_new)]
    replaced = [_unit(b) for b in blocks if b.kind == "replaced" and not _in(b, lost_old, lost_new)]
    loose = _opposed(old, new, _one_sided(old, new, runs + replaced), runs + replaced)
    units = sorted(part for unit in (*replaced, *loose) for part in _parted(old, new, unit))
    to_new, to_old = _partners(alignment, runs + replaced)
    numbers = _numbers(units, len(old.words), len(new.words))
    return Pair(old, new, to_new, to_old, tuple(sorted(runs)), tuple(units), *numbers, directed)


def _numbers(units: list[Unit], of_old: int, of_new: int) -> tuple[Ints, Ints]:
    """For each word of both versions the number of its unit, -1 for none."""
    old, new = np.full(of_old, -1, np.int32), np.full(of_new, -1, np.int32)
    for number, unit in enumerate(units):
        old[unit.old_low : unit.old_high] = number
        new[unit.new_low : unit.new_high] = number
    return old, new


def _unit(block: Block) -> Unit:
    return Unit(block.a_low, block.a_high, block.b_low, block.b_high, block.moved)


def _solid(alignment: Alignment) -> list[Block]:
    """Blocks that set words against words; a moved one without equal words in or near it is no move."""
    blocks = [b for b in alignment.blocks if b.kind in ("equal", "replaced")]
    moved = [b for b in blocks if b.moved]
    groups: list[list[Block]] = []
    for block in moved:
        last = groups[-1][-1] if groups else None
        near = (
            last is not None and block.a_low - last.a_high < _NEAR and 0 <= block.b_low - last.b_high < _NEAR
        )
        if near:
            groups[-1].append(block)
        else:
            groups.append([block])
    solid = {
        b for g in groups if sum(b.a_high - b.a_low for b in g if b.kind == "equal") >= _MOVED for b in g
    }
    return [b for b in blocks if not b.moved or b in solid]


def _lost(here: Side, blocks: list[Block], of_old: bool) -> Flags:
    """For each word, whether its sentence is one that the other version lacks."""
    equal = np.zeros(len(here.words), np.int32)
    long_run = np.zeros(len(here.words), np.int32)
    for block in blocks:
        low, high = (block.a_low, block.a_high) if of_old else (block.b_low, block.b_high)
        if block.kind == "equal":
            equal[low:high] = 1
            long_run[low:high] = high - low >= _RUN
    numbers = here.sentence + 1
    total = np.bincount(numbers, minlength=1)
    share = np.bincount(numbers, equal, minlength=1) / np.maximum(total, 1)
    same = np.bincount(numbers, long_run, minlength=1) > 0
    lost = (share < _LOST) & ~same & (total >= 4)
    return np.asarray(lost[numbers], np.bool_)


def _in(block: Block, lost_old: Flags, lost_new: Flags) -> bool:
    return bool(lost_old[block.a_low : block.a_high].any() or lost_new[block.b_low : block.b_high].any())


def _kept(block: Block, lost_old: Flags, lost_new: Flags) -> list[Unit]:
    """The parts of an equal block outside lost sentences."""
    shift = block.b_low - block.a_low
    keep = ~(lost_old[block.a_low : block.a_high] | lost_new[block.b_low : block.b_high])
    return [
        Unit(part.start, part.stop, part.start + shift, part.stop + shift, block.moved)
        for part in stretches(keep, block.a_low)
    ]


def _one_sided(old: Side, new: Side, held: list[Unit]) -> list[Unit]:
    """What no run or replaced unit holds, with the place in the other text where it is missing."""
    free_old, free_new = np.ones(len(old.words), np.bool_), np.ones(len(new.words), np.bool_)
    for unit in held:
        free_old[unit.old_low : unit.old_high] = False
        free_new[unit.new_low : unit.new_high] = False
    after_old = {u.old_high: u.new_high for u in held if len(u.old)}
    after_new = {u.new_high: u.old_high for u in held if len(u.new)}
    cut = [
        Unit(part.start, part.stop, place, place)
        for part in _by_sentence(old, free_old)
        for place in [after_old.get(_floor(free_old, part.start), 0)]
    ]
    added = [
        Unit(place, place, part.start, part.stop)
        for part in _by_sentence(new, free_new)
        for place in [after_new.get(_floor(free_new, part.start), 0)]
    ]
    return cut + added


def _opposed(old: Side, new: Side, units: list[Unit], held: list[Unit]) -> list[Unit]:
    """Short one-sided units beside the same run, in its sentence, made one: a replacement."""
    starts_old, ends_old = {u.old_low: u for u in held}, {u.old_high: u for u in held}
    starts_new, ends_new = {u.new_low: u for u in held}, {u.new_high: u for u in held}
    beside: dict[tuple[Unit, bool], Unit] = {}
    for unit in units:
        if 0 < len(unit.new) <= _SHORT:
            for run, before in _beside(new, unit.new, starts_new, ends_new):
                beside.setdefault((run, before), unit)
    found: list[Unit] = []
    used: set[Unit] = set()
    for unit in units:
        keys = _beside(old, unit.old, starts_old, ends_old) if 0 < len(unit.old) <= _SHORT else []
        other = next((beside[key] for key in keys if key in beside and beside[key] not in used), None)
        if other is not None:
            used |= {unit, other}
            found.append(Unit(unit.old_low, unit.old_high, other.new_low, other.new_high, keys[0][0].moved))
    return found + [u for u in units if u not in used]


def _beside(
    here: Side, words: range, starts: dict[int, Unit], ends: dict[int, Unit]
) -> list[tuple[Unit, bool]]:
    """The runs that touch these words in the same sentence, and whether each lies before them."""
    found = []
    if words.start in ends and here.sentence[words.start - 1] == here.sentence[words.start]:
        found.append((ends[words.start], True))
    if words.stop in starts and here.sentence[words.stop - 1] == here.sentence[words.stop]:
        found.append((starts[words.stop], False))
    return found


def _parted(old: Side, new: Side, unit: Unit) -> list[Unit]:
    """A replacement that runs over the end of a sentence or quotation, parted there."""
    cuts_old, cuts_new = _joints(old, unit.old), _joints(new, unit.new)
    if len(cuts_old) == len(cuts_new):
        edges_old = [unit.old_low, *cuts_old, unit.old_high]
        edges_new = [unit.new_low, *cuts_new, unit.new_high]
        ranges = zip(pairwise(edges_old), pairwise(edges_new), strict=True)
        return [Unit(*ours, *theirs, unit.moved) for ours, theirs in ranges]
    if not cuts_old and len(cuts_new) == 1 and len(unit.old):
        return _after_tail(unit, unit.old_low, cuts_new[0], _joint(old, unit.old_low))
    if not cuts_new and len(cuts_old) == 1 and len(unit.new):
        return _after_tail(unit, cuts_old[0], unit.new_low, _joint(new, unit.new_low))
    return [unit]


def _after_tail(unit: Unit, old: int, new: int, begins: bool) -> list[Unit]:
    """One side begins a sentence: what the other has before its own new sentence stands alone."""
    if not begins:
        return [unit]
    return [
        Unit(unit.old_low, old, unit.new_low, new, unit.moved),
        Unit(old, unit.old_high, new, unit.new_high, unit.moved),
    ]


def _joint(here: Side, k: int) -> bool:
    """Whether a sentence or a quotation begins or ends before word k."""
    other = here.sentence[k] != here.sentence[k - 1] or here.quote[k] != here.quote[k - 1] if k else True
    return bool(other)


def _joints(here: Side, words: range) -> list[int]:
    """Word numbers inside the range at which a sentence or a quotation begins or ends."""
    return [k for k in range(words.start + 1, words.stop) if _joint(here, k)]


def _floor(free: Flags, place: int) -> int:
    """Where the stretch of free words around `place` begins."""
    while place > 0 and free[place - 1]:
        place -= 1
    return place


def _by_sentence(here: Side, free: Flags) -> list[range]:
    """Free stretches, parted where a whole sentence begins or ends inside them."""
    found: list[range] = []
    bounds = set(np.flatnonzero(np.diff(here.sentence, prepend=-2)).tolist()) | {len(here.words)}
    for part in stretches(free):
        cuts = sorted(b for b in _few(bounds, part) if part.start < b < part.stop)
        first = cuts[0] if cuts and part.start not in bounds else part.start
        last = cuts[-1] if cuts and part.stop not in bounds else part.stop
        edges = sorted({part.start, first, max(first, last), part.stop})
        found += [range(low, high) for low, high in pairwise(edges) if low < high]
    return found


def _few(bounds: set[int], part: range) -> list[int]:
    return [b for b in part if b in bounds]


def _partners(alignment: Alignment, held: list[Unit]) -> tuple[Ints, Ints]:
    """The aligner's partners, without those of words that were given back."""
    to_new = np.full(len(alignment.to_b), -1, np.int32)
    to_old = np.full(len(alignment.to_a), -1, np.int32)
    for unit in held:
        to_new[unit.old_low : unit.old_high] = alignment.to_b[unit.old_low : unit.old_high]
        to_old[unit.new_low : unit.new_high] = alignment.to_a[unit.new_low : unit.new_high]
    return to_new, to_old
