"""From an alignment to a pair: runs of equal words, and units of all else.

Sentences come first (`sentences.linked`): words that agree across sentences that are
not each other's agree by chance and are given back, so that a sentence is cut or
added whole; one told in other words from end to end is one unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from retold import parameters
from retold.algorithms.stretches import stretches
from retold.steps.changes import broken_off, sentences
from retold.steps.changes.pair import Pair, Side, Unit, shared_language, side
from retold.steps.changes.sentences import Sentences
from retold.steps.changes.spelling import spelling_of
from retold.tables import Alignment, Block, Ints
from retold.tables.tokens import Flags

_P = parameters.of("changes", "units")
_NEAR = _P.integer("near")
_MOVED = _P.integer("moved")
_TIMES = _P.integer("times")
_MORE = _P.integer("more")
_STEM = _P.integer("stem")


def prepared(alignment: Alignment, directed: bool) -> Pair:
    """The alignment's `a` is the source. Near linear in the number of words."""
    language = shared_language(alignment.a, alignment.b)
    old, new = broken_off.held_back(alignment, side(alignment.a, language), side(alignment.b, language))
    blocks = _solid(alignment, old, new)
    equal = [_unit(b) for b in blocks if b.kind == "equal"]
    dressed = [u for u in map(_unit, blocks) if _same_dressed(old, new, u)]
    found = sentences.linked(old, new, dressed)
    anew = np.zeros(len(old.words), np.bool_)
    for whole in found.rewritten:
        anew[whole.old_low : whole.old_high] = True
    carried = [run for unit in equal for run in _kept(unit, found)]
    held = [run for unit in carried for run in _outside(unit, anew)]
    replaced = [u for u in (_unit(b) for b in blocks if b.kind == "replaced") if _keeps(u, found, anew)]
    loose = _one_sided(old, new, found, [*held, *replaced, *found.rewritten])
    loose = [*replaced, *_opposed(loose, held + replaced, found)]
    ends = [end for unit in loose for end in _equal_ends(old, new, unit)]
    loose = _swapped(old, new, [rest for unit in loose for rest in _without_ends(old, new, unit)], found)
    parts = [part for unit in loose for part in _parted(old, new, unit)]
    units = sorted([*found.rewritten, *parts])
    held += ends
    to_new, to_old = _partners(alignment, carried + replaced, ends)
    numbers = _numbers(units, len(old.words), len(new.words))
    return Pair(
        old, new, to_new, to_old, tuple(sorted(held)), tuple(units), *numbers, found.old, found.new, directed
    )


def _numbers(units: list[Unit], of_old: int, of_new: int) -> tuple[Ints, Ints]:
    """For each word of both versions the number of its unit, -1 for none."""
    old, new = np.full(of_old, -1, np.int32), np.full(of_new, -1, np.int32)
    for number, unit in enumerate(units):
        old[unit.old_low : unit.old_high] = number
        new[unit.new_low : unit.new_high] = number
    return old, new


def _unit(block: Block) -> Unit:
    return Unit(block.a_low, block.a_high, block.b_low, block.b_high, block.moved)


def _solid(alignment: Alignment, old: Side, new: Side) -> list[Block]:
    """Blocks that set words against words; a moved one that is no whole sentence is no move."""
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
    solid = {b for g in groups if _is_move(g, old, new) for b in g}
    return [b for b in blocks if not b.moved or b in solid]


def _is_move(group: list[Block], old: Side, new: Side) -> bool:
    """Whether these words are most of the sentences in which they stand, on both sides, and enough."""
    equal = sum(b.a_high - b.a_low for b in group if b.kind == "equal")
    rooms = (
        _room(old, range(group[0].a_low, group[-1].a_high)),
        _room(new, range(min(b.b_low for b in group), max(b.b_high for b in group))),
    )
    return equal >= _MOVED and 2 * equal > min(rooms) and 3 * equal > max(rooms)


def _room(here: Side, words: range) -> int:
    """How many words the sentences have in which these stand."""
    return len(here.sentences(words))


def _same_dressed(old: Side, new: Side, unit: Unit) -> bool:
    """Whether both sides have the same words, in another spelling or not."""
    if len(unit.old) != len(unit.new):
        return False
    ours, theirs = old.folded[unit.old_low : unit.old_high], new.folded[unit.new_low : unit.new_high]
    key = spelling_of(old.language).key
    return ours == theirs or all(key((a,)) == key((b,)) for a, b in zip(ours, theirs, strict=True))


def _kept(run: Unit, found: Sentences) -> list[Unit]:
    """The parts of a run of equal words inside sentences that are each other's."""
    shift = run.new_low - run.old_low
    ours, theirs = found.old[run.old_low : run.old_high], found.new[run.new_low : run.new_high]
    keep = (ours == theirs) & (ours >= 0)
    return [
        Unit(part.start, part.stop, part.start + shift, part.stop + shift, run.moved)
        for part in stretches(keep, run.old_low)
    ]


def _outside(run: Unit, anew: Flags) -> list[Unit]:
    """The parts of a run outside sentences told in other words; `anew` marks those in the source."""
    shift = run.new_low - run.old_low
    return [
        Unit(part.start, part.stop, part.start + shift, part.stop + shift, run.moved)
        for part in stretches(~anew[run.old_low : run.old_high], run.old_low)
    ]


def _keeps(unit: Unit, found: Sentences, anew: Flags) -> bool:
    """Whether a replacement stands in sentences that are each other's and were not told anew."""
    if anew[unit.old_low : unit.old_high].any():
        return False
    ours = set(found.old[unit.old_low : unit.old_high].tolist())
    theirs = set(found.new[unit.new_low : unit.new_high].tolist())
    return ours == theirs and -1 not in ours


def _one_sided(old: Side, new: Side, found: Sentences, held: list[Unit]) -> list[Unit]:
    """What no run or replaced unit holds, with the place in the other text where it is missing."""
    free_old, free_new = np.ones(len(found.old), np.bool_), np.ones(len(found.new), np.bool_)
    for unit in held:
        free_old[unit.old_low : unit.old_high] = False
        free_new[unit.new_low : unit.new_high] = False
    after_old = {u.old_high: u.new_high for u in held if len(u.old)}
    after_new = {u.new_high: u.old_high for u in held if len(u.new)}
    cut = [
        Unit(part.start, part.stop, place, place)
        for whole in stretches(free_old)
        for part in _by_group(old, found.old, whole)
        for place in [after_old.get(whole.start, 0)]
    ]
    added = [
        Unit(place, place, part.start, part.stop)
        for whole in stretches(free_new)
        for part in _by_group(new, found.new, whole)
        for place in [after_new.get(whole.start, 0)]
    ]
    return cut + added


def _by_group(here: Side, groups: Ints, words: range) -> list[range]:
    """A stretch parted where sentences that the other version lacks, or headlines, begin or end."""
    inside = (
        groups[words.start : words.stop]
        - (groups < 0)[words.start : words.stop] * ~here.prose[words.start : words.stop]
    )
    cuts = (np.flatnonzero(np.diff(inside)) + words.start + 1).tolist()
    return [range(low, high) for low, high in pairwise([words.start, *cuts, words.stop])]


def _opposed(units: list[Unit], held: list[Unit], found: Sentences) -> list[Unit]:
    """One-sided units of linked sentences beside the same run, made one: a replacement."""
    starts_old, ends_old = {u.old_low: u for u in held}, {u.old_high: u for u in held}
    starts_new, ends_new = {u.new_low: u for u in held}, {u.new_high: u for u in held}
    beside: dict[tuple[Unit | None, bool, int], Unit] = {}
    for unit in units:
        if len(unit.new):
            for key in _beside(found.new, unit.new, starts_new, ends_new):
                beside.setdefault(key, unit)
    pairs = []
    for unit in units:
        keys = _beside(found.old, unit.old, starts_old, ends_old) if len(unit.old) else []
        pairs += [(unit, beside[key]) for key in keys if key in beside]
    return _joined(units, pairs)


def _beside(
    groups: Ints, words: range, starts: dict[int, Unit], ends: dict[int, Unit]
) -> list[tuple[Unit | None, bool, int]]:
    """The runs that touch these words, whether each lies before them, and their group of sentences."""
    group = int(groups[words.start])
    if group < 0:
        return []
    found: list[tuple[Unit | None, bool, int]] = []
    if words.start in ends and groups[words.start - 1] == group:
        found.append((ends[words.start], True, group))
    if words.stop in starts and groups[words.stop] == group:
        found.append((starts[words.stop], False, group))
    return found


def _joined(units: list[Unit], pairs: list[tuple[Unit, Unit]]) -> list[Unit]:
    """The units, those that stand for each other made one; each is joined once."""
    used: set[Unit] = set()
    joined: list[Unit] = []
    for ours, theirs in pairs:
        if ours in used or theirs in used or not _alike_in_size(len(ours.old), len(theirs.new)):
            continue
        used |= {ours, theirs}
        joined.append(Unit(ours.old_low, ours.old_high, theirs.new_low, theirs.new_high))
    return joined + [u for u in units if u not in used]


def _alike_in_size(one: int, other: int) -> bool:
    """Whether so many words can stand for so many; far more of them were added or cut."""
    return max(one, other) <= _TIMES * min(one, other) + _MORE


def _swapped(old: Side, new: Side, units: list[Unit], found: Sentences) -> list[Unit]:
    """What one linked sentence has here and the other elsewhere, made one: words that changed places."""
    waiting: dict[tuple[int, str], Unit] = {}
    for unit in units:
        if len(unit.new) and not len(unit.old):
            for stem in _stems(new, unit.new):
                waiting.setdefault((int(found.new[unit.new_low]), stem), unit)
    pairs = []
    for unit in units:
        if len(unit.old) and not len(unit.new) and found.old[unit.old_low] >= 0:
            group = int(found.old[unit.old_low])
            pairs += [
                (unit, waiting[group, stem]) for stem in _stems(old, unit.old) if (group, stem) in waiting
            ]
    return _joined(units, pairs)


def _stems(here: Side, words: range) -> list[str]:
    return [here.folded[k][:_STEM] for k in words if not here.small[k]]


def _equal_ends(old: Side, new: Side, unit: Unit) -> list[Unit]:
    """The equal words with which both sides of a replacement begin and end: they were kept."""
    ours, theirs = old.folded[unit.old_low : unit.old_high], new.folded[unit.new_low : unit.new_high]
    room = min(len(ours), len(theirs))
    head = next((k for k in range(room) if ours[k] != theirs[k]), room)
    room -= head
    tail = next((k for k in range(room) if ours[-1 - k] != theirs[-1 - k]), room)
    before = Unit(unit.old_low, unit.old_low + head, unit.new_low, unit.new_low + head, unit.moved)
    behind = Unit(unit.old_high - tail, unit.old_high, unit.new_high - tail, unit.new_high, unit.moved)
    return [end for end in (before, behind) if len(end.old)]


def _without_ends(old: Side, new: Side, unit: Unit) -> list[Unit]:
    """What is left of a replacement between its equal ends, if anything."""
    for end in _equal_ends(old, new, unit):
        if end.old_low == unit.old_low:
            unit = unit._replace(old_low=end.old_high, new_low=end.new_high)
        else:
            unit = unit._replace(old_high=end.old_low, new_high=end.new_low)
    return [unit] if len(unit.old) or len(unit.new) else []


def _parted(old: Side, new: Side, unit: Unit) -> list[Unit]:
    """A replacement that runs over the end of a sentence or quotation, parted there."""
    if not len(unit.old) or not len(unit.new):
        return list(_by_quotes(old, new, unit))
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


def _by_quotes(old: Side, new: Side, unit: Unit) -> Iterator[Unit]:
    """Words of part of a sentence that only one version has, parted where a quotation begins or ends."""
    here, words = (old, unit.old) if len(unit.old) else (new, unit.new)
    whole = here.opens[words.start] and (words.stop == len(here.words) or here.opens[words.stop])
    cuts = [] if whole else [k for k in words[1:] if here.quote[k] != here.quote[k - 1]]
    for low, high in pairwise([words.start, *cuts, words.stop]):
        if len(unit.old):
            yield Unit(low, high, unit.new_low, unit.new_high, unit.moved)
        else:
            yield Unit(unit.old_low, unit.old_high, low, high, unit.moved)


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


def _partners(alignment: Alignment, held: list[Unit], ends: list[Unit]) -> tuple[Ints, Ints]:
    """The aligner's partners, without those of words given back, and with those of `ends`."""
    to_new = np.full(len(alignment.to_b), -1, np.int32)
    to_old = np.full(len(alignment.to_a), -1, np.int32)
    for unit in held:
        to_new[unit.old_low : unit.old_high] = alignment.to_b[unit.old_low : unit.old_high]
        to_old[unit.new_low : unit.new_high] = alignment.to_a[unit.new_low : unit.new_high]
    for unit in ends:
        to_new[unit.old_low : unit.old_high] = np.arange(unit.new_low, unit.new_high)
        to_old[unit.new_low : unit.new_high] = np.arange(unit.old_low, unit.old_high)
    return to_new, to_old
