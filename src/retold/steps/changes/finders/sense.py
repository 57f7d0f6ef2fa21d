"""What turns a sentence: a negation, the opposite direction, another unit, another modal.

Only in sentences that are each other's, beside words that both have: one small word differs, and the
sentence says something else. A sentence put in other words is compared by what it denies and by its
opposites, where it begins with the same subject. What may be the same said otherwise (not happy, unhappy)
is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retold import parameters
from retold.language.sense import Measure
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.finders.frames import is_rough
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.values import Figure, compared, touching

_P = parameters.of("changes", "sense")
_CONVERT = _P.number("convert")
_COUNTED = _P.integer("counted")
_KEPT = _P.number("kept")
_LEAST = _P.integer("least")
_STEM = _P.integer("stem")
_VERB = _P.integer("verb")
_WIDEST = _P.integer("widest")


class _Part(NamedTuple):
    """One side of a unit, with the sentences around it."""

    here: Side
    words: range
    around: list[int]  # word numbers of its group of linked sentences

    @property
    def forms(self) -> list[str]:
        """The folded words of the unit."""
        return [self.here.folded[k] for k in self.words]

    @property
    def context(self) -> list[str]:
        """The folded words of the sentences around it."""
        return [self.here.folded[k] for k in self.around]

    @property
    def negators(self) -> list[int]:
        """The word numbers of what denies in the sentences around; a number sign (No. 5) does not."""
        places = (self.around[k] for k in self.here.editing.sense.negations(self.context))
        return [k for k in places if not _is_number_sign(self.here, k)]

    @property
    def telling(self) -> list[str]:
        """The words of the unit that neither the grammar nor a negation asks for."""
        editing, here = self.here.editing, self.here
        idle = editing.sense.negators | editing.sense.auxiliary | editing.small
        forms = (editing.sense.bare(here.folded[k]) for k in self.words if not here.small[k])
        return [form for form in forms if form not in idle]


def turned_words(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """A unit of linked sentences that turns what they say."""
    pair = material.pair
    group = pair.group(unit)
    if group < 0 or max(len(unit.old), len(unit.new)) > _WIDEST or not _may_turn(pair, unit):
        return
    ours, theirs = pair.linked(group)
    old, new = _Part(pair.old, unit.old, ours), _Part(pair.new, unit.new, theirs)
    if _is_negation(old, new) or _is_refusal(old, new):
        yield candidate_of(pair, "sense", unit.old, unit.new, detail="negation")
    elif len(unit.old) and len(unit.new):
        yield from _exchanged(material, old, new)


def _may_turn(pair: Pair, unit: Unit) -> bool:
    """Whether the unit has a word that can turn a sentence, and stands at one place of it in both."""
    sense = pair.editing.sense
    forms = pair.old.folded[unit.old_low : unit.old_high] + pair.new.folded[unit.new_low : unit.new_high]
    return any(form in sense.turning or form in sense.states for form in forms) and _held(pair, unit)


def _held(pair: Pair, unit: Unit) -> bool:
    """Whether both sides stand behind or before the same word: they are at one place of the sentence."""
    before = unit.old_low > 0 and int(pair.to_new[unit.old_low - 1]) == unit.new_low - 1 >= 0
    return before or (unit.old_high < len(pair.to_new) and int(pair.to_new[unit.old_high]) == unit.new_high)


def _is_number_sign(here: Side, k: int) -> bool:
    return here.folded[k] == "no" and k + 1 < len(here.words) and here.words[k + 1][:1].isdigit()


# ---- negation ----


def _is_negation(old: _Part, new: _Part) -> bool:
    """Whether one side denies what the other says, and neither says it by another word."""
    denied = [len(set(part.negators) & set(part.words)) for part in (old, new)]
    if denied[0] == denied[1] or len(old.negators) == len(new.negators):
        return False
    sense = old.here.editing.sense
    if any(_answers(part) for part in (old, new)):
        return False
    if any(sense.denies(part.forms) for part in (old, new)) or _denied_elsewhere(old, new):
        return False
    return _one_verb(old.telling, new.telling)


def _answers(part: _Part) -> bool:
    """Whether a unit opens its sentence and is set off in it, with a small word more: Not so, she said."""
    here, words = part.here, part.words
    opens = bool(len(words)) and (
        words.start == 0 or here.sentence[words.start - 1] != here.sentence[words.start]
    )
    behind = range(words.stop - 1, min(words.stop + 1, len(here.words) - 1))
    return opens and any("," in here.between(k) for k in behind if here.small[k])


def _is_refusal(old: _Part, new: _Part) -> bool:
    """Whether a deed of one side is one that was not done on the other: apologised, refused to apologise."""
    undone = [_undone(part) for part in (old, new)]
    if (undone[0] is None) == (undone[1] is None) or old.negators or new.negators:
        return False
    part, other = (old, new) if undone[0] is not None else (new, old)
    stem = part.here.language.stem
    said = [stem(word)[:_VERB] for word in (undone[0] or undone[1] or [])]
    return [stem(word)[:_VERB] for word in other.telling] == said


def _undone(part: _Part) -> list[str] | None:
    """The telling words behind a word that leaves a deed undone and its infinitive; None without one."""
    sense, forms = part.here.editing.sense, part.forms
    for k in range(len(forms) - 1):
        if forms[k] in sense.leaving and forms[k + 1] in part.here.editing.infinitives:
            return [word for word in part.telling if word != forms[k]]
    return None


def _denied_elsewhere(old: _Part, new: _Part) -> bool:
    """Whether a word that denies by its meaning stands in one of the sentences only: failed, unhappy."""
    sense = old.here.editing.sense
    ours, theirs = set(old.context), set(new.context)
    made = {head + word for head in sense.heads for word in ours ^ theirs}
    return sense.denies(sorted(ours ^ theirs)) or bool(made & (ours ^ theirs))


def _one_verb(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether nothing tells beside the negator, or forms of one verb do."""
    if not old and not new:
        return True
    return len(old) == len(new) == 1 and old[0][:_VERB] == new[0][:_VERB]


# ---- one word for another ----


def _exchanged(material: Material, old: _Part, new: _Part) -> Iterator[Candidate]:
    """A word that stands for its opposite, another modal or another unit."""
    if len(old.negators) != len(new.negators):
        return
    pair, sense = material.pair, old.here.editing.sense
    if _tell_two_states(old, new):
        yield candidate_of(pair, "sense", old.words, new.words, detail="state")
        return
    for i in (i for i in old.words if not touching(material.values.dates[0], range(i, i + 1))):
        for j in (j for j in new.words if not touching(material.values.dates[1], range(j, j + 1))):
            one, other = old.here.folded[i], new.here.folded[j]
            turned = _turned(old, new, i, j)
            if turned == "state" and _count_unlike(material, i, j):
                continue
            if turned:
                yield candidate_of(pair, "sense", range(i, i + 1), range(j, j + 1), detail=turned)
            elif sense.are_unlike_modals(one, other) and _alone(old, i) and _alone(new, j):
                if old.here.words[i].islower() and new.here.words[j].islower():
                    yield candidate_of(pair, "sense", range(i, i + 1), range(j, j + 1), detail="modality")
            else:
                yield from _other_unit(material, (i, one), (j, other))


def _tell_two_states(old: _Part, new: _Part) -> bool:
    """Whether one unit tells one state and the other another in several words: missing, found alive."""
    sense, (ours, theirs) = old.here.editing.sense, (old.telling, new.telling)
    several = bool(ours and theirs) and len(ours) + len(theirs) > 2
    unlike = all(sense.are_unlike_states(one, other) for one in ours for other in theirs)
    return several and unlike and not set(ours) & set(new.context) and not set(theirs) & set(old.context)


def _turned(old: _Part, new: _Part, i: int, j: int) -> str:
    """What two words turn that are opposites or tell two states of one thing; "" where they turn nothing.

    Each is the only telling one of its unit or its verb, and stands in its own sentence alone.
    """
    one, other, sense = old.here.folded[i], new.here.folded[j], old.here.editing.sense
    detail = "direction" if sense.are_opposite(one, other) else "state"
    if detail == "state" and not sense.are_unlike_states(one, other):
        return ""
    placed = (_alone(old, i) and _alone(new, j)) or (_is_verb(old, i) and _is_verb(new, j))
    placed = placed and not (is_rough(old.here, i) or is_rough(new.here, j))
    known = (other in old.context) + (one in new.context)
    return detail if placed and (not known or (known == 1 and _in_place(old, new, i, j))) else ""


def _in_place(old: _Part, new: _Part, i: int, j: int) -> bool:
    """Whether a word stands alone in its unit, and the same words stand right before and behind it.

    Then it is the other's word whoever else has it: exports fell by a tenth, imports rose.
    """
    alone = len(old.words) == len(new.words) == 1
    ours, theirs = (
        here.folded[k - 1 : k] + here.folded[k + 1 : k + 2] for here, k in ((old.here, i), (new.here, j))
    )
    return alone and len(ours) > 1 and ours == theirs and not old.here.small[i - 1]


def _count_unlike(material: Material, i: int, j: int) -> bool:
    """Whether an unlike number of people is told of either state: three were killed, seven were hurt."""
    pair, (old, new) = material.pair, material.values.figures
    ours, theirs = _counted_before(pair.old, old, i), _counted_before(pair.new, new, j)
    return ours is not None and theirs is not None and not ours.equals(theirs)


def _counted_before(here: Side, figures: list[Figure], k: int) -> Figure | None:
    """The nearest figure within a few words before a word of its sentence."""
    near = touching(figures, range(max(0, k - _COUNTED), k))
    inside = [one for one in near if here.sentence[one.words.start] == here.sentence[k]]
    return inside[-1] if inside else None


def _is_verb(part: _Part, k: int) -> bool:
    """Whether only an auxiliary stands before the word in the unit: (were) freed on Monday without bail."""
    sense = part.here.editing.sense
    before = [part.here.folded[m] for m in part.words if m < k]
    return bool(before) and set(before) <= sense.passive | sense.auxiliary


def _alone(part: _Part, k: int) -> bool:
    """Whether no other word of the unit tells anything."""
    auxiliary = part.here.editing.sense.auxiliary
    return all(m == k or part.here.small[m] or part.here.folded[m] in auxiliary for m in part.words)


def _other_unit(material: Material, old: tuple[int, str], new: tuple[int, str]) -> Iterator[Candidate]:
    """The same figure in another unit; another figure in another unit is another figure, or a conversion."""
    pair = material.pair
    measures = pair.editing.sense.unlike_measures(old[1], new[1])
    if measures is None:
        return
    ours = _figure_before(material.values.figures[0], old[0])
    theirs = _figure_before(material.values.figures[1], new[0])
    if ours is None or theirs is None:
        if _counts_one(pair.old, old[0]) and _counts_one(pair.new, new[0]):
            yield candidate_of(pair, "sense", *_at(old[0], new[0]), detail="unit")
    elif ours.equals(theirs):
        yield candidate_of(pair, "sense", *_at(old[0], new[0]), detail="unit")
    elif measures[0].size and measures[1].size:
        same = _is_one_size(ours, theirs, measures)
        words = range(ours.words.start, old[0] + 1), range(theirs.words.start, new[0] + 1)
        yield from compared(pair, "figure", *words, same)


def _is_one_size(ours: Figure, theirs: Figure, measures: tuple[Measure, Measure]) -> bool:
    """Whether two figures in two units are about the same."""
    told = zip((ours, theirs), measures, strict=True)
    values = [figure.said.value * one.size + one.zero for figure, one in told]
    return abs(values[0] - values[1]) <= _CONVERT * max(values)


def is_converted(pair: Pair, ours: Figure, theirs: Figure) -> bool:
    """Whether two figures are about the same in the units right behind them: 120 metres, 394 feet."""
    one, other = _unit_of(pair.old, ours), _unit_of(pair.new, theirs)
    measures = pair.editing.sense.unlike_measures(one, other)
    sized = measures is not None and bool(measures[0].size and measures[1].size)
    return measures is not None and sized and _is_one_size(ours, theirs, measures)


def _unit_of(here: Side, value: Figure) -> str:
    """The word behind a figure, or the letters that are set on it: 35C."""
    last, behind = here.folded[value.words.stop - 1], here.folded[value.words.stop : value.words.stop + 1]
    return last.lstrip("-0123456789.,") if last[:1].isdigit() and last[-1:].isalpha() else "".join(behind)


def _at(i: int, j: int) -> tuple[range, range]:
    return range(i, i + 1), range(j, j + 1)


def _figure_before(figures: list[Figure], k: int) -> Figure | None:
    return next(iter(touching(figures, range(k - 1, k))), None) if k else None


def _counts_one(here: Side, k: int) -> bool:
    """Whether an article stands before the unit: a day, a week."""
    return k > 0 and here.folded[k - 1] in here.editing.indefinite


# ---- sentences put in other words ----


def turned_sentences(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """A sentence in other words that denies what the other says of its subject, or says the opposite."""
    pair = material.pair
    if not _is_sentence(pair.old, unit.old) or not _is_sentence(pair.new, unit.new):
        return
    old = _Part(pair.old, unit.old, list(unit.old))
    new = _Part(pair.new, unit.new, list(unit.new))
    yield from _same_figure_other_unit(material, old, new)
    if not _of_one_matter(old, new):
        return
    found = _denied_word(old, new) or _opposed_words(old, new)
    if found is not None:
        yield candidate_of(pair, "sense", found[0], found[1], detail=found[2], overlaps=True)


def _same_figure_other_unit(material: Material, old: _Part, new: _Part) -> Iterator[Candidate]:
    """The unit of a figure that both sentences have, if it is another one and they share telling words."""
    figures, sense = material.values.figures, old.here.editing.sense
    if len(set(_stems(old)) & set(_stems(new))) < _LEAST:
        return
    for ours in (f for f in touching(figures[0], old.words) if f.words.stop in old.words):
        for theirs in (f for f in touching(figures[1], new.words) if f.words.stop in new.words):
            i, j = ours.words.stop, theirs.words.stop
            unlike = sense.unlike_measures(old.here.folded[i], new.here.folded[j])
            if unlike is not None and ours.said.value == theirs.said.value:
                yield candidate_of(material.pair, "sense", *_at(i, j), detail="unit", overlaps=True)


def _is_sentence(here: Side, words: range) -> bool:
    return len(words) > 0 and bool(here.sentence[words.start] == here.sentence[words.stop - 1])


def _stems(part: _Part) -> list[str]:
    return [form[:_STEM] for form in part.telling]


def _of_one_matter(old: _Part, new: _Part) -> bool:
    """Whether both begin with one telling word and have most of the others in common."""
    ours, theirs = _stems(old), _stems(new)
    if min(len(ours), len(theirs)) < _LEAST or ours[0] != theirs[0]:
        return False
    return len(set(ours) & set(theirs)) >= _KEPT * min(len(set(ours)), len(set(theirs)))


_Found = tuple[range, range, str]


def _denied_word(old: _Part, new: _Part) -> _Found | None:
    """A word that one sentence denies and the other, which denies nothing, says."""
    if {len(old.negators), len(new.negators)} != {0, 1} or _denied_elsewhere(old, new):
        return None
    denying, saying = (old, new) if old.negators else (new, old)
    start = denying.negators[0]
    words = [k for k in denying.words if k > start and not denying.here.small[k]]
    words = [k for k in words if denying.here.folded[k] not in denying.here.editing.sense.auxiliary][:1]
    there = [
        k for k in saying.words for m in words if _one_stem(saying.here.folded[k], denying.here.folded[m])
    ]
    if not words or not there:
        return None
    ranges = range(start, words[0] + 1), range(there[0], there[0] + 1)
    return (*(ranges if old.negators else ranges[::-1]), "negation")


def _one_stem(one: str, other: str) -> bool:
    return one[:_STEM] == other[:_STEM]


def _opposed_words(old: _Part, new: _Part) -> _Found | None:
    """Opposites of which each stands in one sentence only, where neither denies anything."""
    if old.negators or new.negators:
        return None
    sense, ours, theirs = old.here.editing.sense, set(old.forms), set(new.forms)
    pairs = [
        (i, j)
        for i in old.words
        if not old.here.small[i] and old.here.folded[i] not in theirs
        for j in new.words
        if not is_rough(new.here, j)
        and new.here.folded[j] not in ours
        and sense.are_opposite(old.here.folded[i], new.here.folded[j])
    ]
    return (*_at(*pairs[0]), "direction") if len(pairs) == 1 else None
