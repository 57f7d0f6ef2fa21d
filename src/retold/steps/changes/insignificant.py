"""Edits that are true and that no reader wants told: a person otherwise called, the same day, a small word.

    is_insignificant(material, unit)

Asked of what is left for wording, cuts and additions. Such an edit keeps its kind, and its weight is style.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from retold import parameters
from retold.model import Statement
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit, holds
from retold.steps.changes.values import Dated, agree, touching

_P = parameters.of("changes", "insignificant")
_WIDEST = _P.integer("widest")
_ROLE = _P.integer("role")
_KNOWN = _P.number("known")
# 4711.Q; $1 = 0.74 crowns; www.example.org
_CODE = re.compile(r"\d{3,6}\.[A-Z]{1,3}|\D?1 ?= ?[\d.,]+ ?[^.!?]{1,30}|(?:https?://|www\.)\S+")
_PLAIN = "said"  # the manner of a verb of speech that takes no stand


def is_insignificant(material: Material, unit: Unit) -> bool:
    """Whether the two sides of a unit tell a reader the same."""
    if not _may_be(material, unit):
        return False
    if _of_one_root(material, unit):
        return True
    if not len(unit.old) or not len(unit.new):
        alone = _alone(material.pair, unit)[:2]
        known = _told_elsewhere(material, unit) or _is_known_besides(material, unit)
        return known or _is_heading(*alone) or _is_code(*alone) or _is_conversion(*alone)
    asked = (_of_one_bearer, _of_same_name, _points_back, _of_one_day, _of_one_speaker)
    return any(test(material, unit) for test in asked)


def is_of_small_words(material: Material, unit: Unit) -> bool:
    """Whether both sides have the same telling words, or none: all that may change in a quotation unsaid."""
    return _may_be(material, unit) and _of_one_root(material, unit)


def _may_be(material: Material, unit: Unit) -> bool:
    """Whether the unit is short, in a language that is known, and turns nothing."""
    short = max(len(unit.old), len(unit.new)) <= _WIDEST
    return short and material.pair.language.packed and not _turns(material, unit)


def _alone(pair: Pair, unit: Unit) -> tuple[Side, range, Side]:
    """Of words in one version only: that version, the words, and the other version."""
    return (pair.old, unit.old, pair.new) if len(unit.old) else (pair.new, unit.new, pair.old)


def _turns(material: Material, unit: Unit) -> bool:
    """Whether a word that denies or another modal stands on one side only."""
    sense, pair = material.pair.editing.sense, material.pair
    ours, theirs = (
        {here.folded[k] for k in words} & (sense.negators | sense.modals.keys())
        for here, words in ((pair.old, unit.old), (pair.new, unit.new))
    )
    return bool({sense.modals.get(w, w) for w in ours} ^ {sense.modals.get(w, w) for w in theirs})


def is_idle(here: Side, k: int) -> bool:
    """Whether a word is one of the grammar or but joins what is told to what stands before."""
    return bool(here.small[k]) or here.folded[k] in here.editing.connecting


def _is_heading(here: Side, words: range) -> bool:
    """Whether the words are a heading: capitals between two sentences, a line without a stop: On the Bay."""
    line = _ends_line(here, words.start - 1) and _ends_line(here, words.stop - 1)
    if all(here.words[k].isupper() or not here.words[k].isalpha() for k in words):
        return line or _runs_in(here, words)
    titled = all(here.words[k][:1].isupper() or not here.words[k].isalpha() for k in _telling(here, words))
    return line and titled and not here.prose[words.start : words.stop].any()


def _runs_in(here: Side, words: range) -> bool:
    """Whether words in capitals, at least two, stand where a sentence opens, before its own first capital."""
    if len(words) < 2 or words.stop >= len(here.words) or not here.opens[words.start]:
        return False
    return here.words[words.stop].istitle() and not here.opens[words.stop]


def _is_code(here: Side, words: range) -> bool:
    """Whether the words are but a code of firms that are numbered, a rate of exchange or a web address."""
    return bool(_CODE.fullmatch(here.text(words)))


def _is_conversion(here: Side, words: range) -> bool:
    """Whether the words but say in brackets, in another measure, what stands before: miles (8 km)."""
    inside = words.start > 0 and words.stop < len(here.words)
    if not inside or "(" not in here.between(words.start - 1) or ")" not in here.between(words.stop - 1):
        return False
    ends = here.folded[words.start - 1], here.folded[words.stop - 1]
    return here.editing.sense.unlike_measures(*ends) is not None


def _ends_line(here: Side, k: int) -> bool:
    """Whether a line ends behind word k and no comma or colon goes on with it; before the first one does."""
    inside = 0 <= k < len(here.words) - 1
    return not inside or ("\n" in here.between(k) and set(here.between(k)).isdisjoint(",:;"))


def _telling(here: Side, words: Sequence[int]) -> list[int]:
    return [k for k in words if not is_idle(here, k)]


def _of_one_root(material: Material, unit: Unit) -> bool:
    """Whether both sides have the same telling words, in another form or among other small words."""
    pair, stem = material.pair, material.pair.language.stem
    ours, theirs = (
        [stem(here.folded[k]) for k in _telling(here, words)]
        for here, words in ((pair.old, unit.old), (pair.new, unit.new))
    )
    return ours == theirs


# ---- one person, place or body, otherwise called ----


def _of_one_bearer(material: Material, unit: Unit) -> bool:
    """Whether one side is part of the name on the other, and what stands besides is known: Orm, Ben Orm."""
    pair = material.pair
    sides = [(pair.old, unit.old, pair.new), (pair.new, unit.new, pair.old)]
    sides.sort(key=lambda side: len(side[1]))
    (here, words, _), (there, others, _) = sides
    short, long = _telling(here, words), _telling(there, others)
    named = all(here.words[k][:1].isupper() and not here.opens[k] for k in short)
    if not short or not named or len(short) >= len(long) or _lists(here, words) or _lists(there, others):
        return False
    names = {there.folded[k] for k in long}
    besides = [k for k in long if there.folded[k] not in {here.folded[m] for m in short}]
    known = [k for k in besides if here.counts[there.folded[k]] or _is_address(there, k)]
    return {here.folded[k] for k in short} <= names and len(known) >= _KNOWN * len(besides)


def _of_same_name(material: Material, unit: Unit) -> bool:
    """Whether both sides are names that are listed as one: the fed, the Federal Reserve."""
    known, pair = material.pair.editing.same_names, material.pair
    ours, theirs = (
        " ".join(here.folded[k] for k in words if not (here.small[k] and here.words[k].islower()))
        for here, words in ((pair.old, unit.old), (pair.new, unit.new))
    )
    return ours in known and known[ours] == known.get(theirs)


def _lists(here: Side, words: range) -> bool:
    """Whether a word among these begins another clause or goes on with a list."""
    return any(here.folded[k] in here.editing.clauses for k in words)


def _is_address(here: Side, k: int) -> bool:
    """Whether a word is a title or a first name."""
    names, word = here.names, here.folded[k]
    return names.is_title(word) or word in names.given_men or word in names.given_women


def _points_back(material: Material, unit: Unit) -> bool:
    """Whether a pronoun or a role stands on one side and a name that both versions have on the other.

    The article of a role may stand in both: the Nerin, the ferry.
    """
    pair = material.pair
    if _point(pair, unit.old, unit.new):
        return True
    old, new = range(unit.old_low - 1, unit.old_high), range(unit.new_low - 1, unit.new_high)
    shared = min(old.start, new.start) >= 0 and pair.alike(old[:1], new[:1])
    named = shared and (_is_name(pair.old, old[1:]) or _is_name(pair.new, new[1:]))
    return named and _point(pair, old, new)


def _point(pair: Pair, old: range, new: range) -> bool:
    sides = ((pair.old, old, pair.new, new), (pair.new, new, pair.old, old))
    return any(_is_pointer(a, b) and _is_known(c, d, a) for a, b, c, d in sides)


def _is_pointer(here: Side, words: range) -> bool:
    """Whether the words are a pronoun, or an article that points back with a role behind it: the company."""
    if len(words) == 1:
        return here.folded[words.start] in here.editing.pointing | here.language.grammar.pronouns
    return _is_role(here, words) and all(here.words[k].islower() for k in words[1:])


def _is_role(here: Side, words: range) -> bool:
    """Whether nothing but a noun or two stands behind an article that points back."""
    nouns = words[1:]
    plain = all(not is_idle(here, k) and not here.folded[k].isdigit() for k in nouns)
    return here.folded[words.start] in here.editing.pointing and 0 < len(nouns) <= _ROLE and plain


def _is_known(here: Side, words: range, there: Side) -> bool:
    """Whether the words are a pronoun, a role or a name of which the other version tells as well."""
    told = _telling(here, words)
    if not told:
        return True
    whole = len(told) == told[-1] - told[0] + 1
    if not whole or not (_is_name(here, told) or _is_role(here, words)):
        return False
    return _bares(here, [here.folded[k] for k in told]) <= _bares(there, there.counts)


def _is_name(here: Side, words: Sequence[int]) -> bool:
    """Whether all of these words have the capital of a name."""
    return all(here.words[k][:1].isupper() and here.folded[k] not in here.editing.no_names for k in words)


def _bares(here: Side, words: Iterable[str]) -> set[str]:
    """Folded words without the ending of an owner."""
    return {here.editing.possessive.sub("", word) for word in words}


# ---- one day ----


def _of_one_day(material: Material, unit: Unit) -> bool:
    """Whether both sides tell nothing but a day, and may tell the same one."""
    pair, dates = material.pair, material.values.dates
    ours, theirs = touching(dates[0], unit.old), touching(dates[1], unit.new)
    if len(ours) != 1 or len(theirs) != 1:
        return False
    alone = all(
        k in date.words
        for here, words, date in ((pair.old, unit.old, ours[0]), (pair.new, unit.new, theirs[0]))
        for k in _telling(here, words)
    )
    return alone and _may_agree(ours[0], theirs[0])


def _may_agree(ours: Dated, theirs: Dated) -> bool:
    """Whether one is the other or says less of it, or both count from unknown days of publication."""
    counted = ours.value[:1] == theirs.value[:1] == "P"
    return counted or agree(ours.value, theirs.value)


# ---- one speaker ----


def _of_one_speaker(material: Material, unit: Unit) -> bool:
    """Whether both sides say by a plain verb that one and the same spoke: he said, Kael told reporters."""
    pair, (old, new) = material.pair, material.said
    ours, theirs = _spoken(pair.old, unit.old, old), _spoken(pair.new, unit.new, new)
    if ours is None or theirs is None:
        return False
    names = [one.speaker_name or "" for one in (ours, theirs)]
    same = not pair.names.apart(*names) if all(names) else names[0] == names[1]
    return same and all(
        _only_speech(here, words, one)
        for here, words, one in ((pair.old, unit.old, ours), (pair.new, unit.new, theirs))
    )


def _is_known_besides(material: Material, unit: Unit) -> bool:
    """Whether a word or two were put in or left out of a sentence of which the other version tells elsewhere.

    A title tells nothing; a figure, a date and a word that compares (more) do wherever they stand, and so
    does who speaks, by more than a pronoun.
    """
    sense = material.pair.editing.sense
    here, words, there = _alone(material.pair, unit)
    told = [here.folded[k] for k in _telling(here, words) if not here.names.is_title(here.folded[k])]
    values, side = material.values, 0 if len(unit.old) else 1
    counted = bool(touching(values.figures[side], words)) or bool(touching(values.dates[side], words))
    spoken = any(one.cue is not None and holds(words, here.at(one.cue)) for one in material.said[side])
    whole = here.sentences(words) == words or (spoken and len(told) > 1)
    if whole or counted or len(told) > _ROLE or not sense.turning.isdisjoint(told):
        return False
    return _bares(here, told) <= _bares(there, there.counts)


def _told_elsewhere(material: Material, unit: Unit) -> bool:
    """Whether the words say who speaks, and the other version says so of the same words elsewhere."""
    pair, in_old = material.pair, len(unit.old) > 0
    here, words, there = _alone(pair, unit)
    for matched in material.matched:
        mine, other = (matched.old, matched.new) if in_old else (matched.new, matched.old)
        if mine.cue is None or not holds(words, here.at(mine.cue)) or not mine.speaker_name:
            continue
        same = bool(other.speaker_name) and not pair.names.apart(mine.speaker_name, other.speaker_name or "")
        told = [k for k in _telling(here, words) if k not in here.at(mine.cue)]
        known = [k for k in told if there.counts[here.folded[k]]]
        if same and mine.manner == other.manner and len(known) >= _KNOWN * len(told):
            return True
    return False


def _spoken(here: Side, words: range, said: Sequence[Statement]) -> Statement | None:
    """A statement whose plain cue stands in the words; none where there are several cues."""
    held = [one for one in said if one.cue is not None and holds(words, here.at(one.cue))]
    return held[0] if len({one.cue for one in held}) == 1 and held[0].manner == _PLAIN else None


def _only_speech(here: Side, words: range, one: Statement) -> bool:
    """Whether the words are the cue, who speaks and hears, on what occasion, titles and small words."""
    spans = [one.cue, one.occasion, *(p.mention for p in (*one.speakers, *one.addressees))]
    held = {k for span in spans if span is not None for k in here.at(span)}
    return all(k in held or _is_address(here, k) for k in _telling(here, words))
