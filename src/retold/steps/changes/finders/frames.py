"""What turns a sentence, told by what stands around it: words of one unit against words anywhere in the
linked sentences of the other version.

A sentence that was put in other words falls into units whose sides say nothing by themselves, or is one unit
as a whole. So each word that can turn a sentence is set against such a word of the other version that has
the same telling words around it, in the same order: the cost of flour had risen by a fifth, flour had fallen
in cost by a fifth. The word for the opposite may stand in neither version besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from retold import parameters
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.values import Figure, touching

_P = parameters.of("changes", "frames")
_COUNTED = _P.integer("counted")
_GOVERNED = _P.integer("governed")
_REACH = _P.integer("reach")
_SHARED = _P.integer("shared")
_VERB = _P.integer("verb")
_STEM = _P.integer("stem")
_DUE, _FIRM = "due", frozenset(("will", "must"))  # classes of modals


_Found = tuple[range, range, str]


class Linked(NamedTuple):
    """The linked sentences of one version."""

    here: Side
    words: Sequence[int]  # their word numbers, in order

    @property
    def forms(self) -> list[str]:
        """Their folded words."""
        return [self.here.folded[k] for k in self.words]

    @property
    def negators(self) -> list[int]:
        """The word numbers of what denies."""
        return [self.words[k] for k in self.here.editing.sense.negations(self.forms)]

    def behind(self, k: int) -> Iterator[int]:
        """The telling words behind word k in its sentence, the nearest first."""
        return (m for m in range(k + 1, len(self.here.words)) if self._tells(m, k))

    def before(self, k: int) -> Iterator[int]:
        """The telling words before word k in its sentence, the nearest first."""
        return (m for m in range(k - 1, -1, -1) if self._tells(m, k))

    def _tells(self, m: int, k: int) -> bool:
        idle = self.here.editing.sense.auxiliary | self.here.editing.sense.passive
        same = self.here.sentence[m] == self.here.sentence[k]
        return bool(same) and not self.here.small[m] and self.here.folded[m] not in idle


def turned_frames(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """Words of a unit that turn its sentences, each against the word in its place in the other version."""
    pair, group = material.pair, material.pair.group(unit)
    sense = pair.editing.sense
    if group < 0 or (sense.turning | sense.states.keys()).isdisjoint(_forms(pair, unit)):
        return
    ours, theirs = pair.linked(group)
    old, new = Linked(pair.old, ours), Linked(pair.new, theirs)
    for found in (
        *_opposites(old, new, unit),
        *_states(material, old, new, unit),
        *_modals(old, new, unit),
        *_measures(material, old, new, unit),
    ):
        if all(touching(material.values.dates[k], (found[0], found[1])[k]) for k in (0, 1)):
            continue  # the beginning of May, the end of May
        yield candidate_of(pair, "sense", found[0], found[1], detail=found[2], overlaps=unit.rewritten)
    yield from _denials(pair, old, new, unit)


def turned_openings(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """An opening in other words that says the opposite of the one it stands for: acquitted, convicted.

    Of sentences that nobody linked, or that were put in other words from end to end; neither word may stand
    in the other version at all.
    """
    pair = material.pair
    if len(rest.opening.old) != 1 or len(rest.opening.new) != 1:
        return
    (first,), (second,) = rest.opening.old, rest.opening.new
    if not _are_apart(pair, first, second):
        return  # as any linked sentences
    old, new = Linked(pair.old, first), Linked(pair.new, second)
    unit = Unit(first.start, first.stop, second.start, second.stop)
    for ours, theirs, detail in _turned(material, old, new, unit):
        one, other = (here.text(held).casefold() for here, held in ((pair.old, ours), (pair.new, theirs)))
        if not pair.new.counts[one] and not pair.old.counts[other]:
            yield candidate_of(pair, "sense", ours, theirs, detail=detail, overlaps=True)


def _turned(material: Material, old: Linked, new: Linked, unit: Unit) -> Iterator[_Found]:
    """What two openings turn: opposites, states and modals."""
    yield from _opposites(old, new, unit)
    yield from _states(material, old, new, unit)
    yield from _modals(old, new, unit)


def _are_apart(pair: Pair, first: range, second: range) -> bool:
    """Whether two openings are not linked, or only as sentences that have little in common."""
    groups = set(pair.group_old[first].tolist()) & set(pair.group_new[second].tolist()) - {-1}
    held = (u for u in pair.units if u.rewritten and pair.group(u) in groups)
    return not groups or any(first.start in u.old and second.start in u.new for u in held)


def _forms(pair: Pair, unit: Unit) -> tuple[str, ...]:
    return pair.old.folded[unit.old_low : unit.old_high] + pair.new.folded[unit.new_low : unit.new_high]


def _one(k: int) -> range:
    return range(k, k + 1)


# ---- what stands around two words ----


def _stems(part: Linked, words: Iterator[int]) -> list[str]:
    return [part.here.language.stem(part.here.folded[m])[:_STEM] for m in islice(words, _REACH)]


def _around(old: Linked, i: int, new: Linked, j: int) -> tuple[list[set[str]], list[set[str]]]:
    """The stems before two words, and those behind them."""
    before = [set(_stems(part, part.before(k))) for part, k in ((old, i), (new, j))]
    behind = [set(_stems(part, part.behind(k))) for part, k in ((old, i), (new, j))]
    return before, behind


def of_one_frame(old: Linked, i: int, new: Linked, j: int) -> bool:
    """Whether enough telling words around two words are the same."""
    before, behind = _around(old, i, new, j)
    return len((before[0] | behind[0]) & (before[1] | behind[1])) >= _SHARED


def _in_one_order(old: Linked, i: int, new: Linked, j: int, both_sides: bool) -> bool:
    """Whether most of what stands around both is on the same side: won against one, lost to one.

    With `both_sides` some must be before and some behind both.
    """
    before, behind = _around(old, i, new, j)
    straight = len(before[0] & before[1]), len(behind[0] & behind[1])
    crossed = len(before[0] & behind[1]) + len(behind[0] & before[1])
    return (all(straight) or not both_sides) and sum(straight) > crossed


# ---- opposites ----


def _opposites(old: Linked, new: Linked, unit: Unit) -> Iterator[_Found]:
    sense = old.here.editing.sense
    if len(old.negators) != len(new.negators):
        return
    lone = [set(old.forms) - set(new.forms), set(new.forms) - set(old.forms)]
    for i in (k for k in unit.old if old.here.folded[k] in lone[0] & sense.opposites.keys()):
        one = old.here.folded[i]
        for j in (k for k in new.words if new.here.folded[k] in lone[1] & sense.opposites.keys()):
            other = new.here.folded[j]
            amounts = not sense.auxiliary.isdisjoint((one, other))  # all, some: they go with a noun
            plain = _is_plain(old, i) and _is_plain(new, j) and (not amounts or _of_one(old, i, new, j))
            if sense.are_opposite(one, other) and plain and _of_one_verb(old, i, new, j):
                relates = not sense.relations.isdisjoint((one, other))
                placed = of_one_frame(old, i, new, j) and _in_one_order(old, i, new, j, relates)
                if placed or _govern_alike(old, i, new, j):
                    yield _one(i), _one(j), "direction"


def _govern_alike(old: Linked, i: int, new: Linked, j: int) -> bool:
    """Whether both words are about what stands right behind them, and that is one: despite the rain."""
    governing = old.here.editing.sense.governing
    if not {old.here.folded[i], new.here.folded[j]} <= governing:
        return False
    ours, theirs = (_stems(part, part.behind(k))[:_GOVERNED] for part, k in ((old, i), (new, j)))
    return len(ours) == _GOVERNED and ours == theirs


# ---- states ----


def _states(material: Material, old: Linked, new: Linked, unit: Unit) -> Iterator[_Found]:
    """Words for two states of one thing, of which either version has but one: charged, convicted.

    A state of so many (three killed, seven hurt) is told with its figure.
    """
    sense = old.here.editing.sense
    if len(old.negators) != len(new.negators):
        return
    ours, theirs = (_lone_states(part) for part in (old, new))
    for group in sorted(ours.keys() & theirs.keys()):
        i, j = ours[group], theirs[group]
        one, other = old.here.folded[i], new.here.folded[j]
        if i not in unit.old or not sense.are_unlike_states(one, other):
            continue
        counts = _is_counted(old.here, i, material.values.figures[0])
        counts = counts or _is_counted(new.here, j, material.values.figures[1])
        plain = _is_plain(old, i) and _is_plain(new, j) and not counts
        if plain and of_one_frame(old, i, new, j) and _in_one_order(old, i, new, j, both_sides=False):
            yield _one(i), _one(j), "state"


def _lone_states(part: Linked) -> dict[str, int]:
    """By group the one word for a state in the sentences; none where these have two."""
    held: dict[str, list[int]] = {}
    for k in part.words:
        for group, _ in part.here.editing.sense.states.get(part.here.folded[k], ()):
            held.setdefault(group, []).append(k)
    return {group: places[0] for group, places in held.items() if len(places) == 1}


def _is_counted(here: Side, k: int, figures: Sequence[Figure]) -> bool:
    """Whether a figure stands within a few words of a word of its sentence."""
    near = touching(figures, range(max(0, k - _COUNTED), k + _COUNTED))
    return any(here.sentence[one.words.start] == here.sentence[k] for one in near)


def _of_one(old: Linked, i: int, new: Linked, j: int) -> bool:
    """Whether one word stands right behind both words: all crews, some crews."""
    return old.here.folded[i + 1 : i + 2] == new.here.folded[j + 1 : j + 2]


def _of_one_verb(old: Linked, i: int, new: Linked, j: int) -> bool:
    """Whether two particles stand behind one verb, or behind none: went up, went down."""
    sense = old.here.editing.sense
    if not {old.here.folded[i], new.here.folded[j]} <= sense.particles:
        return True
    verbs = {_before(part.here, k) for part, k in ((old, i), (new, j))}
    return len(verbs) == 1


def _before(here: Side, k: int) -> str:
    """The stem of the word right before another one, "" for one of the grammar."""
    idle = k == 0 or here.small[k - 1] or here.folded[k - 1] in here.editing.sense.passive
    return "" if idle else here.language.stem(here.folded[k - 1])


def _is_plain(part: Linked, k: int) -> bool:
    """Whether a word is no part of a name, makes no number rough, and nothing right before it denies it."""
    here = part.here
    opens = bool(here.opens[k]) and here.folded[k] in here.editing.sense.governing
    plain = here.words[k].islower() or opens
    return plain and not is_rough(here, k) and not _denied(part, k - _VERB, k)


def is_rough(here: Side, k: int) -> bool:
    """Whether a word but makes the number behind it a rough one: some 300."""
    behind, numbers = here.folded[k + 1 : k + 2], here.language.numbers
    counted = bool(behind) and (behind[0][:1].isdigit() or behind[0] in numbers.words)
    return counted and numbers.is_bound([here.folded[k]])


# ---- modals ----


def _modals(old: Linked, new: Linked, unit: Unit) -> Iterator[_Found]:
    """Modals of two classes before one verb."""
    ours, theirs = dict(_modal_verbs(old)), dict(_modal_verbs(new))
    for verb in ours.keys() & theirs.keys():
        (words, kind), (others, other) = ours[verb], theirs[verb]
        if (
            _unlike(kind, other)
            and words.start in unit.old
            and of_one_frame(old, words.start, new, others.start)
        ):
            yield words, others, "modality"


def _unlike(one: str, other: str) -> bool:
    """Whether two classes of modals say unlike things: what is to be will be, and must."""
    both = {one, other}
    return len(both) > 1 and (_DUE not in both or both.isdisjoint(_FIRM))


def _modal_verbs(part: Linked) -> Iterator[tuple[str, tuple[range, str]]]:
    """By the stem of the verb behind it the place and the class of each modal; verbs met but once."""
    found: dict[str, list[tuple[range, str]]] = {}
    sense, past = part.here.editing.sense, -1
    for k in part.words:
        size, kind = sense.modal(part.here.folded[k : k + 2]) if k > past else (0, "")
        if size == 1 and sense.modal(part.here.folded[k + 1 : k + 3])[0] == 2:  # might (have to) play
            size, kind, past = 3, _DUE if kind in _FIRM else kind, k + 2
        verb = next(part.behind(k + size - 1), None) if size and part.here.words[k].islower() else None
        unsure = verb is not None and (_denied(part, k, verb) or _hedged(part, k, verb))
        if verb is not None and verb - k - size < _VERB and not unsure:
            found.setdefault(part.here.folded[verb], []).append((range(k, k + size), kind))
    return ((verb, held[0]) for verb, held in found.items() if len(held) == 1)


def _hedged(part: Linked, low: int, high: int) -> bool:
    """Whether a word from one to another makes it less sure, as a weaker modal does: would possibly."""
    return any(part.here.folded[k] in part.here.editing.hedges for k in range(low + 1, high + 1))


def _denied(part: Linked, low: int, high: int) -> bool:
    """Whether something from one word to another denies."""
    return any(low <= k <= high for k in part.negators)


# ---- units of measure ----


def _measures(material: Material, old: Linked, new: Linked, unit: Unit) -> Iterator[_Found]:
    """The unit of one value that is another unit, where neither version has the other's."""
    figures, sense = material.values.figures, old.here.editing.sense
    if unit.rewritten:
        return  # `sense.turned_sentences` tells it
    ours, theirs = _measured(old, figures[0]), _measured(new, figures[1])
    for value in ours.keys() & theirs.keys():
        i, j = ours[value], theirs[value]
        one, other = old.here.folded[i], new.here.folded[j]
        unlike = sense.unlike_measures(one, other) and one not in new.forms and other not in old.forms
        if i in unit.old and unlike and of_one_frame(old, i, new, j):
            yield _one(i), _one(j), "unit"


def _measured(part: Linked, figures: Sequence[Figure]) -> dict[float, int]:
    """By value the word of its unit: the last of the figure, the next or the one after (degrees)."""
    inside, found = set(part.words), {}
    sense = part.here.editing.sense
    for one in (f for f in figures if f.words.start in inside):
        near = (one.words.stop - 1, one.words.stop, one.words.stop + 1)
        word = next((k for k in near if k in inside and part.here.folded[k] in sense.measures), None)
        if word is not None:
            found[one.said.value] = -1 if one.said.value in found else word
    return {value: word for value, word in found.items() if word >= 0}


# ---- negations ----


def _denials(pair: Pair, old: Linked, new: Linked, unit: Unit) -> Iterator[Candidate]:
    """A verb or noun that one version denies and the other, which denies nothing more, does not."""
    ours, theirs = old.negators, new.negators
    if abs(len(ours) - len(theirs)) != 1 or denied_elsewhere(old, new):
        return
    denying, saying = (old, new) if len(ours) > len(theirs) else (new, old)
    room = unit.old if denying is old else unit.new
    paired = pair.editing.sense.paired
    for k in (k for k in denying.negators if k in room and denying.here.folded[k] not in paired):
        place = _undenied(denying, k, saying)
        if place is not None:
            words, gap = _one(k), range(place, place)
            sides = (words, gap) if denying is old else (gap, words)
            yield candidate_of(pair, "sense", *sides, detail="negation", overlaps=unit.rewritten)
            return


def _undenied(denying: Linked, k: int, saying: Linked) -> int | None:
    """Where the other version says the word that is denied here, in the same frame."""
    verb = next(denying.behind(k), None)
    if verb is None:
        return None
    told = denying.here.language.stem(denying.here.folded[verb])
    places = [j for j in saying.words if saying.here.language.stem(saying.here.folded[j]) == told]
    if len(places) != 1 or not of_one_frame(denying, k, saying, places[0]) or _denies_it(saying.here, told):
        return None
    return places[0]


def _denies_it(here: Side, told: str) -> bool:
    """Whether a word that denies stands right before this stem anywhere in the version."""
    stem, forms = here.language.stem, here.folded
    places = (k for k, word in enumerate(forms) if stem(word) == told)
    return any(not here.editing.sense.negators.isdisjoint(forms[max(0, k - _VERB) : k]) for k in places)


def denied_elsewhere(old: Linked, new: Linked) -> bool:
    """Whether a word that denies by its meaning stands in one of the sentences only: failed, unhappy."""
    sense = old.here.editing.sense
    unlike = set(old.forms) ^ set(new.forms)
    made = {head + word for head in sense.heads for word in unlike}
    return sense.denies(sorted(unlike)) or bool(made & unlike)
