"""What no other kind takes: pieces that people see as one change are put together before they are told.

An edited sentence falls into small pieces wherever a word happens to be the same
in both. Pieces parted by a word or two are one change of wording; so are words
that went from one place of a sentence to another, and two phrases that both tell
who speaks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import compress

import numpy as np

from retold import parameters
from retold.model import Statement
from retold.steps.changes.matched_quotations import Matched
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.tables.tokens import Flags

_MARK = re.compile(r"[,;:()\[\]—–\"“”]|\s-+\s")
_P = parameters.of("changes", "merging")
_BETWEEN = _P.integer("between")
_PIECE = _P.integer("piece")
_TAG = _P.integer("tag")
_PHRASE = _P.integer("phrase")
_NEARLY = _P.number("nearly")
_MANY = _P.integer("many")
_REACH = _P.integer("reach")
_TIMES = _P.integer("times")
_MORE = _P.integer("more")
_STEM = _P.integer("stem")

Cues = tuple[Flags, Flags]  # words that say that somebody speaks


def merged_units(material: Material, rest: Rest, units: Sequence[Unit]) -> list[Unit]:
    """The units, with those of one linked sentence made one where they are one change."""
    pair, said = material.pair, material.said
    cues = _cues(pair.old, said[0]), _cues(pair.new, said[1])
    groups: dict[int, list[Unit]] = defaultdict(list)
    for unit in units:
        groups[pair.group(unit)].append(unit)
    unlinked = groups.pop(-1, [])
    inside = [
        _crossed(list(_chained(rest, held)), partial(_same_matter, pair, cues)) for held in groups.values()
    ]
    pieces = [unit for held in inside for unit in held]
    is_tag = [_tag(cues[0], u.old) or _tag(cues[1], u.new) for u in pieces]
    tags = list(_of_one_quotation(pair, compress(pieces, is_tag), material.matched))
    tags = _crossed(tags, partial(_same_tag, cues))
    together = [*(u for u, tag in zip(pieces, is_tag, strict=True) if not tag), *tags]
    trimmed = [part for unit in together for part in _trimmed(pair, unit)]
    return sorted(_crossed(unlinked + trimmed, partial(_same_phrase, pair)))


def is_same_phrase(pair: Pair, unit: Unit) -> bool:
    """Whether both sides are nearly the same words: a phrase that went to another place."""
    return _same_phrase(pair, unit, unit)


def _same_phrase(pair: Pair, cut: Unit, add: Unit) -> bool:
    if min(len(cut.old), len(add.new)) < _PHRASE:
        return False
    old, new = (
        Counter(here.folded[k] for k in words) for here, words in ((pair.old, cut.old), (pair.new, add.new))
    )
    return (old & new).total() >= _NEARLY * max(old.total(), new.total())


def _trimmed(pair: Pair, unit: Unit) -> list[Unit]:
    """The unit without the words with which both sides begin or end; an before a vowel is a."""
    alternants = pair.editing.alternants
    old = [alternants.get(w, w) for w in pair.old.folded[unit.old_low : unit.old_high]]
    new = [alternants.get(w, w) for w in pair.new.folded[unit.new_low : unit.new_high]]
    if not old or not new or old == new:
        return [unit]
    low = next((k for k, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    room = min(len(old), len(new)) - low
    tails = zip(old[: low - 1 if low else None : -1], new[: low - 1 if low else None : -1], strict=False)
    high = next((k for k, (a, b) in enumerate(tails) if a != b), room)
    high = min(high, room)
    return [
        Unit(unit.old_low + low, unit.old_high - high, unit.new_low + low, unit.new_high - high, unit.moved)
    ]


def _chained(rest: Rest, units: Iterable[Unit]) -> Iterator[Unit]:
    """Pieces that stand close to each other in both versions, as one."""
    last: Unit | None = None
    for unit in sorted(units):
        if last is not None and _near(rest, last, unit):
            last = Unit(last.old_low, unit.old_high, last.new_low, unit.new_high, last.moved)
            continue
        if last is not None:
            yield last
        last = unit
    if last is not None:
        yield last


def _near(rest: Rest, one: Unit, other: Unit) -> bool:
    old, new = range(one.old_high, other.old_low), range(one.new_high, other.new_low)
    if other.old_low < one.old_high or other.new_low < one.new_high or max(len(old), len(new)) > _BETWEEN:
        return False
    both = (one.old or other.old) and (one.new or other.new)
    spoken = rest.touched(rest.pair.old, old) or rest.touched(rest.pair.new, new)
    if not both or spoken or not _light(one) or not _light(other):
        return False
    return not _parted(rest.pair.old, old, one.old, other.old) and not _parted(
        rest.pair.new, new, one.new, other.new
    )


def _parted(here: Side, words: range, before: range, behind: range) -> bool:
    """Whether a comma, a dash or a mark parts two pieces that have `words` between them.

    Where one version lacks a piece, the mark may be that before the missing words.
    """
    first = words.start - 1 if len(before) else words.start
    last = words.stop if len(behind) else words.stop - 1
    return any(_MARK.search(here.between(k)) for k in range(max(0, first), last) if k + 1 < len(here.words))


def _light(unit: Unit) -> bool:
    """Whether a piece is no matter of its own."""
    return bool(len(unit.old) and len(unit.new)) or max(len(unit.old), len(unit.new)) <= _PIECE


def _crossed(units: list[Unit], same: Callable[[Unit, Unit], bool]) -> list[Unit]:
    """A piece that only the source has and one that only the copy has, made one where they tell the same."""
    cuts = [u for u in units if not len(u.new)]
    adds = [u for u in units if not len(u.old)]
    found = [u for u in units if len(u.old) and len(u.new)]
    if len(cuts) * len(adds) > _MANY:
        return units
    for one in cuts:
        fit = [add for add in adds if same(one, add)]
        if not fit:
            found.append(one)
            continue
        partner = min(fit, key=lambda add: abs(add.new_low - one.new_low))
        adds.remove(partner)
        found.append(Unit(one.old_low, one.old_high, partner.new_low, partner.new_high, one.moved))
    return found + adds


def _same_matter(pair: Pair, cues: Cues, cut: Unit, add: Unit) -> bool:
    """Whether both tell who speaks, or share a telling word and are alike in size."""
    if _tag(cues[0], cut.old) and _tag(cues[1], add.new):
        return True
    return (
        bool(_stems(pair.old, cut.old) & _stems(pair.new, add.new))
        and len(cut.old) <= _TIMES * len(add.new) + _MORE
    )


def _of_one_quotation(pair: Pair, tags: Iterable[Unit], matched: Iterable[Matched]) -> Iterator[Unit]:
    """Phrases that tell who speaks, those of one quotation made one, wherever it stands."""
    left = list(tags)
    for one in matched:
        cut = next((u for u in left if not len(u.new) and _tells(pair.old, u.old, one.old)), None)
        add = next((u for u in left if not len(u.old) and _tells(pair.new, u.new, one.new)), None)
        if cut is not None and add is not None:
            left = [u for u in left if u not in (cut, add)]
            yield Unit(cut.old_low, cut.old_high, add.new_low, add.new_high, cut.moved)
    yield from left


def _tells(here: Side, words: range, statement: Statement) -> bool:
    """Whether the cue of a statement stands among these words."""
    return statement.cue is not None and here.span(words)[0].meets(statement.cue)


def _same_tag(cues: Cues, cut: Unit, add: Unit) -> bool:
    """Whether both tell who speaks, of neighbouring sentences of one quotation."""
    near = abs(add.new_low - cut.new_low) <= _REACH
    return near and _tag(cues[0], cut.old) and _tag(cues[1], add.new)


def _stems(here: Side, words: range) -> set[str]:
    return {here.folded[k][:_STEM] for k in words if not here.small[k]}


def _tag(cues: Flags, words: range) -> bool:
    """Whether these few words tell who speaks: he wrote, the mayor said on Friday."""
    return len(words) <= _TAG and bool(cues[words.start : words.stop].any())


def _cues(here: Side, said: Sequence[Statement]) -> Flags:
    flags = np.zeros(len(here.words), np.bool_)
    for statement in said:
        if statement.cue is not None:
            cue = here.at(statement.cue)
            flags[cue.start : cue.stop] = True
    return flags
