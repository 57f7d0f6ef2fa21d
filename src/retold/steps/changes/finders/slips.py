"""Slips of the pen: words gone wrong in one version, mended in the copy, or shared by both.

Without a dictionary, a slip is told by its neighbours: it differs from its
partner by one letter or two letters swapped, is no other form of the same
word, and stands nowhere else in the two texts, while its partner may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold import parameters
from retold.steps.changes import values
from retold.steps.changes.candidates import Candidate, candidate_of_unit
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.spelling import spelling_of

_P = parameters.of("changes", "slips")
_LEAST_READ = _P.integer("least_read")
_SHAPES = str.maketrans("1I|0O56", "lllooSb")  # what reading machines take for each other
_UNWRITTEN = re.compile(r"[a-z][I|]|[a-z][A-Z][a-z]?\Z|[a-z][0156|]|[01356|][a-z]{2}|^[1|][a-z]")
_LONG = _P.integer("long")
_LEAST = _P.integer("least")
_LEAST_SHARED = _P.integer("least_shared")
_OFTEN = _P.integer("often")
_DROPPED = _P.integer("dropped")
_MOST = _P.integer("most")


def whole_unit_slips(material: Material, rest: Rest, unit: Unit) -> Iterator[Candidate]:
    """A unit that is a slip as it stands; two values are never that."""
    if rest.untouched(unit) and not values.counted(values.known_in(material.values, rest, unit), unit):
        yield from slips(material, rest, unit)


def misread_letters(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """Words in which a machine took a letter for one of its shape: 1amp, siIk; in a quotation too."""
    if len(unit.old) != len(unit.new) or not 1 <= len(unit.old) <= _MOST:
        return
    pair = material.pair
    both = [(pair.old.words[k], pair.new.words[j]) for k, j in zip(unit.old, unit.new, strict=True)]
    sides = {_misread(one, other) for one, other in both if one != other}
    if len(sides) == 1 and None not in sides:
        yield candidate_of_unit(pair, "slip", unit, _happened(pair, sides.pop() or ""))


def _misread(old: str, new: str) -> str | None:
    """Which of two words, alike but for the shape of letters, no pen would write; None for neither."""
    if old.translate(_SHAPES).casefold() != new.translate(_SHAPES).casefold():
        return None
    odd = [bool(_UNWRITTEN.search(word)) for word in (old, new)]
    if odd[0] == odd[1] or sum(c.isalpha() for c in (old, new)[odd[0]]) < _LEAST_READ:
        return None
    return "old" if odd[0] else "new"


def slips(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """A slip that takes the whole unit."""
    found = slip_of(material.pair, unit)
    if found is not None:
        yield candidate_of_unit(material.pair, "slip", unit, found)


def slip_of(pair: Pair, unit: Unit) -> str | None:
    """What happened, if the unit is a slip: new, mended, or "in one" where no way is known."""
    if len(unit.old) != len(unit.new) and 0 < len(unit.old) + len(unit.new) == 3:
        return _split(pair, unit)
    if len(unit.old) != len(unit.new) or not 1 <= len(unit.old) <= _MOST:
        return None
    ours = zip(pair.old.folded[unit.old_low : unit.old_high], unit.old, strict=True)
    theirs = zip(pair.new.folded[unit.new_low : unit.new_high], unit.new, strict=True)
    key = spelling_of(pair.language).key
    unlike = [(k, j) for (a, k), (b, j) in zip(ours, theirs, strict=True) if key((a,)) != key((b,))]
    sides = [_odd(pair, k, j) for k, j in unlike]
    if None in sides or len(set(sides)) != 1:
        return None
    return _happened(pair, sides[0] or "")


def _happened(pair: Pair, side: str) -> str:
    """What a slip of this side (old, new) says of the copy."""
    if not pair.directed:
        return "in one"
    return "new" if side == "new" else "mended"


def _split(pair: Pair, unit: Unit) -> str | None:
    """A word that fell in two with a letter wrong besides: the two words are the slip."""
    whole, parts = (unit.old, unit.new) if len(unit.old) == 1 else (unit.new, unit.old)
    if len(whole) != 1:
        return None
    here, there = (pair.old, pair.new) if whole == unit.old else (pair.new, pair.old)
    joined = "".join(there.folded[k] for k in parts)
    if spelling_of(pair.language).mistake(here.folded[whole[0]], joined) is None:
        return None
    return _happened(pair, "new" if there is pair.new else "old")


def _odd(pair: Pair, k: int, j: int) -> str | None:
    """Which side's word went wrong: old or new; None where neither did."""
    old, new = pair.old.folded[k], pair.new.folded[j]
    if not old.isalpha() or not new.isalpha() or min(len(old), len(new)) < _LEAST:
        return None
    fixed = _truncated(pair, k, j)
    if fixed is not None:
        return fixed
    how = spelling_of(pair.language).mistake(old, new)
    if how is None:
        return None
    often_old, often_new = pair.seen(old), pair.seen(new)
    if (often_old > 1 and often_new > 1) or (how == "changed" and min(len(old), len(new)) < _LONG):
        return None
    if often_old != often_new:
        return "new" if often_new < often_old else "old"
    return _by_look(pair, old, new, how)


def _by_look(pair: Pair, old: str, new: str, how: str) -> str | None:
    """Both stand once: the less English of the two is the slip."""
    strange = spelling_of(pair.language).strange
    strange_old, strange_new = strange(old), strange(new)
    if abs(strange_old - strange_new) < 1e-9:
        return "new" if how == "swapped" else None
    return "new" if strange_new > strange_old else "old"


def _truncated(pair: Pair, k: int, j: int) -> str | None:
    """A word cut short inside a proper name (Corps, Corp), where the rest of the name is the same."""
    old, new = pair.old.folded[k], pair.new.folded[j]
    longer, shorter = (old, new) if len(old) > len(new) else (new, old)
    if shorter not in pair.editing.fixed.get(longer, ()):
        return None
    if not (_within_name(pair.old, k) and _within_name(pair.new, j)):
        return None
    return "new" if new == shorter else "old"


def _within_name(here: Side, k: int) -> bool:
    """Whether the capitalised word stands behind another one."""
    capital = here.words[k][:1].isupper()
    return capital and k > 0 and here.words[k - 1][:1].isupper() and here.between(k - 1) in (" ", "-")


# ---- slips that both share ----


def shared_slips(material: Material, _: Rest, __: Unit) -> Iterator[Candidate]:
    """Odd spellings that stand at the same place in both, beside right ones elsewhere in both."""
    pair = material.pair
    rights = _rights(pair)
    once = (w for w in pair.old.counts if pair.old.counts[w] == 1 and pair.new.counts[w] == 1)
    for word in sorted(w for w in once if len(w) >= _LEAST_SHARED and w.isalpha()):
        if not any(_misses(pair, word, right) for right in _likely(word, rights)):
            continue
        k = pair.old.folded.index(word)
        j = int(pair.to_new[k])
        if j >= 0 and pair.new.folded[j] == word:
            spans = (pair.old.span(range(k, k + 1)), pair.new.span(range(j, j + 1)))
            yield Candidate("slip", *spans, pair.old.words[k], pair.new.words[j], "shared")


def _rights(pair: Pair) -> dict[str, list[str]]:
    """Words that both texts have, together at least three times, by their letters and by their parts."""
    found: dict[str, list[str]] = {}
    for form in pair.old.counts:
        if (
            len(form) >= _LEAST_SHARED
            and pair.new.counts[form]
            and pair.seen(form) >= _OFTEN
            and form.isalpha()
        ):
            found.setdefault("".join(sorted(form)), []).append(form)
            for part in {form[:i] + form[i + 1 :] for i in range(1, len(form))}:
                found.setdefault(f"-{part}", []).append(form)
    return found


def _likely(word: str, rights: dict[str, list[str]]) -> list[str]:
    swapped = rights.get("".join(sorted(word)), [])
    return [*swapped, *rights.get(f"-{word}", [])]


def _misses(pair: Pair, word: str, right: str) -> bool:
    """Whether a word is the right one with two letters swapped, or a letter dropped from a long one."""
    how = spelling_of(pair.language).mistake(word, right)
    return how == "swapped" or (
        how == "dropped" and len(right) >= _DROPPED and not pair.names.is_title(right)
    )
