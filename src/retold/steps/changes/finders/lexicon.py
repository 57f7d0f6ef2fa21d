"""Hedges and loaded words, found by lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retold import parameters
from retold.algorithms.stretches import stretches
from retold.language.editing import Entry, Lexicon
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.finders.openings import of_one_matter
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.tables.tokens import Flags

_P = parameters.of("changes", "lexicon")
_LONGEST = _P.integer("longest")
_SMALL_UNIT = _P.integer("small_unit")
_QUOTES = frozenset('“”"„«»‘’')
_INSTEAD = _P.integer("instead")
_STEM = _P.integer("stem")
_SOURCE = _P.integer("source")


class Hit(NamedTuple):
    """A phrase found in a text."""

    words: range
    entry: Entry
    form: str


def hits(here: Side, words: range, lexicon: Lexicon) -> list[Hit]:
    """Phrases of the lexicon that have a word among these, the longest first at each place.

    A phrase may reach beyond: tax relief became tax giveaway by one word.
    """
    found: list[Hit] = []
    if not len(words):
        return found
    k = max(0, words.start - _LONGEST + 1)
    while k < words.stop:
        hit = _hit(here, k, max(1, words.start - k + 1), lexicon)
        if hit is not None and not _in_name(here, hit) and not _as_cue(here, hit):
            found.append(hit)
        k = k + 1 if hit is None else hit.words.stop
    return found


def _in_name(here: Side, hit: Hit) -> bool:
    """Whether the word is part of a name: capitalised inside a sentence, and not in capitals throughout."""
    word, behind = here.words[hit.words.start], hit.words.stop
    if word[:1].isupper() and here.words[behind : behind + 1] and here.words[behind][:1].isdigit():
        return True  # May 5
    if here.language.capital_nouns:
        return word[:1].isupper() and _beside_capital(here, hit)
    return word[:1].isupper() and not word.isupper() and not bool(here.opens[hit.words.start])


def _beside_capital(here: Side, hit: Hit) -> bool:
    """Whether a word with a capital stands right beside: where nouns have them, a run of two is a name."""
    low, high = hit.words.start, hit.words.stop
    before = low > 0 and here.between(low - 1) == " " and here.words[low - 1][:1].isupper()
    behind = high < len(here.words) and here.between(high - 1) == " " and here.words[high][:1].isupper()
    return bool(before and not here.opens[low - 1]) or bool(behind)


def _as_cue(here: Side, hit: Hit) -> bool:
    """Whether the word tells what somebody said: alleged that, “…”, alleged Verrin."""
    last, editing = hit.words.stop - 1, here.editing
    if hit.form not in editing.doubting_verbs or last + 1 >= len(here.words):
        return False
    beside = here.between(last) + (here.between(hit.words.start - 1) if hit.words.start else "")
    return (
        here.folded[last + 1] in editing.complements
        or any(mark in _QUOTES for mark in beside)
        or ":" in beside
    )


def _hit(here: Side, k: int, least: int, lexicon: Lexicon) -> Hit | None:
    """The longest phrase of at least so many words that begins at a word."""
    for size in range(min(_LONGEST, len(here.words) - k), least - 1, -1):
        form = " ".join(here.folded[k : k + size])
        if form in lexicon:
            return Hit(range(k, k + size), lexicon[form], form)
    return None


def changed_hedges(material: Material, rest: Rest, unit: Unit) -> Iterator[Candidate]:
    """Hedges put in, left out or exchanged for one of another class."""
    return _changed(material.pair, rest, unit, material.pair.editing.hedges)


def changed_loaded_words(material: Material, rest: Rest, unit: Unit) -> Iterator[Candidate]:
    """Evaluative words put in, left out or exchanged."""
    return _changed(material.pair, rest, unit, material.pair.editing.loaded)


def loaded_openings(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """Evaluative words that one opening has and the other version, which opens in other words, has nowhere.

    Both must tell of one matter. What a quotation judges is the word of who is quoted.
    """
    pair = material.pair
    if len(rest.opening.old) != 1 or len(rest.opening.new) != 1:
        return
    (old,), (new,) = rest.opening.old, rest.opening.new
    if not of_one_matter(pair, old, new):
        return
    ours, theirs = (
        hits(here, held, pair.editing.loaded) for here, held in ((pair.old, old), (pair.new, new))
    )
    for hit in (one for one in ours if _is_judged_alone(pair.old, one, pair.new, theirs)):
        yield candidate_of(pair, "loaded", hit.words, range(new.start, new.start), detail=hit.entry.group)
    for hit in (one for one in theirs if _is_judged_alone(pair.new, one, pair.old, ours)):
        yield candidate_of(pair, "loaded", range(old.start, old.start), hit.words, detail=hit.entry.group)


def _is_judged_alone(here: Side, hit: Hit, there: Side, others: Sequence[Hit]) -> bool:
    """Whether a loaded word that nobody quotes has no like in the other version, nor one of its group."""
    stems = {here.language.stem(here.folded[k]) for k in hit.words if not here.small[k]}
    known = any(there.language.stem(word) in stems for word in there.counts)
    quoted = bool(here.quote[hit.words.start : hit.words.stop].any())
    rival = any(one.entry.group == hit.entry.group for one in others)
    return _says(hit) and here.is_told(hit.words.start) and not (known or quoted or rival)


def _changed(pair: Pair, rest: Rest, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """Words of the lexicon that one side of the unit has and the other has not, or has otherwise."""
    if max(len(unit.old), len(unit.new)) > _SMALL_UNIT:
        return
    old, new = _unlike(hits(pair.old, unit.old, lexicon), hits(pair.new, unit.new, lexicon))
    for ours, theirs in _paired(old, new):
        tells = _says(ours) or _says(theirs) or _relabelled(pair, ours, theirs)
        tells = tells and not _is_idle(pair, unit, ours, theirs) and not _is_kept(pair, unit, ours, theirs)
        if tells and not _one_hedge(ours, theirs) and not _moved(pair, unit, lexicon, ours, theirs):
            yield _candidate(pair, rest, unit, ours, theirs)


def _says(hit: Hit | None) -> bool:
    return hit is not None and hit.entry.lean != "plain"


def _is_idle(pair: Pair, unit: Unit, ours: Hit | None, theirs: Hit | None) -> bool:
    """Whether a hedge that one side alone has makes nothing less sure.

    It stands in a headline, tells a name from others (the disputed Tarn Islands), names a source
    where the other version has other words for it, or has the same source (a survey found), or is a modal
    where the other version has one of its class: readers can, may keep it.
    """
    hit = ours or theirs
    if (ours is not None and theirs is not None) or hit is None or hit.entry.kind != "hedge":
        return False
    here, there, others = (
        (pair.old, pair.new, unit.new) if ours is not None else (pair.new, pair.old, unit.old)
    )
    behind = here.words[hit.words.stop : hit.words.stop + 1]
    before_name = hit.entry.group == "doubt" and bool(behind) and behind[0][:1].isupper()
    source = hit.form == " ".join(here.editing.source)
    retold = source and (len(others) > 0 or _is_named_too(pair, here, hit))
    return retold or before_name or _is_modal_too(there, hit, others) or not here.is_told(hit.words.start)


def _is_modal_too(there: Side, hit: Hit, others: range) -> bool:
    """Whether a hedge is a modal, and the other side of the unit has one of its class."""
    modals = there.editing.sense.modals
    return hit.form in modals and any(modals.get(there.folded[k]) == modals[hit.form] for k in others)


def _is_named_too(pair: Pair, here: Side, hit: Hit) -> bool:
    """Whether the source behind the phrase stands in the linked sentences of the other version as well."""
    in_old = here is pair.old
    partners, groups = (pair.to_new, pair.group_new) if in_old else (pair.to_old, pair.group_old)
    behind = range(hit.words.stop, min(len(here.words), hit.words.stop + _SOURCE))
    named = next((k for k in behind if not here.small[k]), None)
    if named is None or partners[named] < 0:
        return False
    group = int((pair.group_old if in_old else pair.group_new)[named])
    return group >= 0 and int(groups[partners[named]]) == group


def _is_kept(pair: Pair, unit: Unit, ours: Hit | None, theirs: Hit | None) -> bool:
    """Whether a loaded word that one side has judges nothing that the other does not.

    It stands in a line of its own (a heading), the other version has it elsewhere, or another form of
    it in its place: modest, modestly.
    """
    hit = ours or theirs
    if hit is None or hit.entry.kind != "loaded":
        return False
    here, there, others = (pair.old, pair.new, unit.new) if hit is ours else (pair.new, pair.old, unit.old)
    turned = ours is not None and theirs is not None and ours.entry.lean != theirs.entry.lean
    stems = {there.folded[k][:_STEM] for k in others}
    if any(len(here.folded[k]) >= _STEM and here.folded[k][:_STEM] in stems for k in hit.words):
        return not turned
    if ours is not None and theirs is not None:
        return False
    last = here.folded[hit.words.stop - 1]
    return not here.is_told(hit.words.start) or there.counts[last] >= here.counts[last]


def _relabelled(pair: Pair, ours: Hit | None, theirs: Hit | None) -> bool:
    """Whether a plain word stands for a label of the same people, or the other way: fighters, militants."""
    if ours is None or theirs is None or ours.entry.group != theirs.entry.group:
        return False
    return (ours.form in pair.editing.labels) != (theirs.form in pair.editing.labels)


def _moved(pair: Pair, unit: Unit, lexicon: Lexicon, ours: Hit | None, theirs: Hit | None) -> bool:
    """Whether a hedge of one class stands elsewhere in the other sentence, which has as many of them."""
    hit = ours or theirs
    if (ours is not None and theirs is not None) or hit is None or hit.entry.kind != "hedge":
        return False
    group = pair.group(unit)
    sides = ((pair.old, pair.group_old), (pair.new, pair.group_new))
    counts = [_hedges_in(here, groups == group, lexicon, hit.entry.group) for here, groups in sides]
    return group >= 0 and counts[0] == counts[1]


def _hedges_in(here: Side, inside: Flags, lexicon: Lexicon, group: str) -> int:
    """How many phrases of one class stand in these words."""
    found = (hit for words in stretches(inside) for hit in hits(here, words, lexicon))
    return sum(hit.entry.group == group for hit in found)


def _one_hedge(ours: Hit | None, theirs: Hit | None) -> bool:
    """Whether a hedge was only put in other words."""
    if ours is None or theirs is None:
        return False
    return ours.entry.kind == "hedge" and ours.entry.group == theirs.entry.group


def _unlike(old: Sequence[Hit], new: Sequence[Hit]) -> tuple[list[Hit], list[Hit]]:
    """Hits that the other side has not in the same form."""
    left_old, left_new = list(old), list(new)
    for hit in old:
        twin = next((h for h in left_new if h.form == hit.form), None)
        if twin is not None:
            left_old.remove(hit)
            left_new.remove(twin)
    return left_old, left_new


def _paired(old: list[Hit], new: list[Hit]) -> list[tuple[Hit | None, Hit | None]]:
    """A word and the one that stands for it: of the same group first, then in order."""
    left_new = list(new)
    found: list[tuple[Hit | None, Hit | None]] = []
    for hit in sorted(old, key=lambda h: not _says(h)):
        twin = next((h for h in left_new if h.entry.group == hit.entry.group), None)
        twin = twin or next((h for h in left_new if _says(h) and _says(hit)), None)
        if twin is not None:
            left_new.remove(twin)
        found.append((hit, twin))
    return [*found, *((None, h) for h in left_new)]


def _candidate(pair: Pair, rest: Rest, unit: Unit, ours: Hit | None, theirs: Hit | None) -> Candidate:
    ours, theirs = _whole(pair.old, ours, unit.old), _whole(pair.new, theirs, unit.new)
    old = ours.words if ours is not None else _instead(rest, pair.old, unit, theirs)
    new = theirs.words if theirs is not None else _instead(rest, pair.new, unit, ours)
    one = ours or theirs
    assert one is not None
    return candidate_of(pair, one.entry.kind, old, new, detail=one.entry.group)


def _whole(here: Side, hit: Hit | None, words: range) -> Hit | None:
    """A phrase that needs a name (according to) goes with the rest of its unit."""
    source = " ".join(here.editing.source)
    if hit is None or hit.form != source or hit.words.start != words.start:
        return hit
    return Hit(words, hit.entry, hit.form)


def _instead(rest: Rest, here: Side, unit: Unit, hit: Hit | None) -> range:
    """What stands where the other side has the hit: a few words beside it, if that is all there is."""
    assert hit is not None
    of_old = here is rest.pair.old
    words, there, others = (
        (unit.old, rest.pair.new, unit.new) if of_old else (unit.new, rest.pair.old, unit.old)
    )
    nothing_else = all(k in hit.words or there.small[k] for k in others)
    free = rest.free(here, words)
    if len(free) == 1 and len(free[0]) <= _INSTEAD and nothing_else:
        return free[0]
    place = words.start if hit.words.start == others.start else words.stop
    return range(place, place)
