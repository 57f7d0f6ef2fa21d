"""Small words that turn what a sentence says: negators, opposites, modals, units of measure.

Read from `sense.toml`; a list that a language lacks is empty, and nothing is found by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

from retold import parameters
from retold.language.folding import fold

_WIDEST = parameters.of("language", "sense").integer("widest")


class Measure(NamedTuple):
    """A unit of measure: what it measures, its name, its size by the measure of its group, or 0.

    `zero` is what nought of it is in the measure of its group: 32 of degrees centigrade.
    """

    group: str
    name: str
    size: float
    zero: float = 0.0


@dataclass(frozen=True, slots=True)
class Sense:
    """The words of one language; all folded."""

    negators: frozenset[str]
    denying: frozenset[str]  # words that deny by their meaning: failed, without
    auxiliary: frozenset[str]  # words that come and go with a negator: did not pay, paid
    heads: tuple[str, ...]  # by which a word is made its own opposite: unhappy
    passed_over: frozenset[str]  # phrases in which a negator denies nothing: not only
    opposites: Mapping[str, frozenset[tuple[int, int]]]  # by word: number of the pair, and which end
    modals: Mapping[str, str]  # by word: the class of what it says
    measures: Mapping[str, tuple[Measure, ...]]  # by form of the unit
    turning: frozenset[str]  # every word by which a sentence may be turned
    passive: frozenset[str] = frozenset()  # words before a verb in the passive
    participles: tuple[str, ...] = ()  # endings of such verbs
    agent: frozenset[str] = frozenset()  # the word before its doer: by
    modal_phrases: Mapping[str, str] = field(default_factory=dict)  # by two words: the class of what they say
    relations: frozenset[str] = frozenset()  # opposites that stand between two things
    paired: frozenset[str] = frozenset()  # negators that go on with a denial before or behind them: nor
    leading: frozenset[str] = frozenset()  # the word before a verb that a negation asks for: ne
    behind: frozenset[str] = frozenset()  # words that deny behind a leading one only: ne … plus
    leaving: frozenset[str] = frozenset()  # with an infinitive these leave it undone: refused to
    mutual: frozenset[str] = frozenset()  # what two do to each other: met, married
    states: Mapping[str, frozenset[tuple[str, int]]] = field(default_factory=dict)  # by word: group, number
    intending: frozenset[str] = frozenset()  # with an infinitive these tell what is not done yet: plans to
    perfect: frozenset[str] = frozenset()  # words between a doer and what he has done: had
    elided: tuple[str, ...] = ()  # what a negation sets on a verb and the negator behind it tells: n'est pas
    governing: frozenset[str] = frozenset()  # opposites about what is right behind them: despite rain
    particles: frozenset[str] = frozenset()  # opposites that say something else with each verb: burned down
    hoping: frozenset[str] = frozenset()  # with an infinitive these tell what may never be done: hopes to
    firm: frozenset[str] = frozenset()  # modals that tell it as certain: will
    journey: tuple[str, ...] = ()  # before where somebody sets out, and before where he goes: from, to

    @staticmethod
    def of(lists: Mapping[str, Any]) -> Sense:
        """The section from the lists of a language."""
        lists = _folded(lists)
        opposites = _ends(lists.get("opposites", ()))
        modals, phrases = (_classes(lists.get(name, {})) for name in ("modals", "modal_phrases"))
        measures = _measures(lists.get("measures", {}))
        negators = frozenset(lists.get("negators", ()))
        return Sense(
            negators,
            frozenset(lists.get("denying", ())),
            frozenset(lists.get("auxiliary", ())),
            tuple(lists.get("denying_heads", ())),
            frozenset(lists.get("no_denial", ())),
            opposites,
            modals,
            measures,
            negators
            | opposites.keys()
            | modals.keys()
            | measures.keys()
            | frozenset(lists.get("leaving", ())),
            frozenset(lists.get("passive", ())),
            tuple(lists.get("participles", ())),
            frozenset(lists.get("agent", ())),
            phrases,
            frozenset(lists.get("relations", ())),
            frozenset(lists.get("paired", ())),
            frozenset(lists.get("leading", ())),
            frozenset(lists.get("behind", ())),
            frozenset(lists.get("leaving", ())),
            frozenset(lists.get("mutual", ())),
            _states(lists.get("states", {})),
            frozenset(lists.get("intending", ())),
            frozenset(lists.get("perfect", ())),
            tuple(lists.get("elided", ())),
            frozenset(lists.get("governing", ())),
            frozenset(lists.get("particles", ())),
            frozenset(lists.get("hoping", ())),
            frozenset(lists.get("firm", ())),
            tuple(lists.get("journey", ())),
        )

    def negations(self, words: Sequence[str]) -> list[int]:
        """The places of the words that deny, those of phrases that deny nothing passed over.

        >>> from retold import language
        >>> sense = language.of("en").editing.sense
        >>> sense.negations("it was not only wet but it did not stop".split())
        [8]
        >>> language.of("fr").editing.sense.negations("il ne viendra plus et n'a rien de plus".split())
        [3, 6]
        """
        idle = set(chain.from_iterable(self._idle(words, k) for k in range(len(words))))
        return [
            k
            for k, word in enumerate(words)
            if k not in idle and (word in self.negators or (word in self.behind and self._is_led(words, k)))
        ]

    def _is_led(self, words: Sequence[str], k: int) -> bool:
        """Whether what a negation asks for stands before a place, and nothing that denies between."""
        for word in reversed(words[max(0, k - _WIDEST) : k]):
            if word in self.leading or (self.elided and word.startswith(self.elided)):
                return True
            if word in self.negators:
                return False
        return False

    def bare(self, word: str) -> str:
        """A folded word without what a negation sets on it.

        >>> from retold import language
        >>> language.of("fr").editing.sense.bare("n'est")
        'est'
        """
        head = next((one for one in self.elided if word.startswith(one)), "")
        return word.removeprefix(head)

    def denies(self, words: Sequence[str]) -> bool:
        """Whether a word denies by its meaning: failed, without."""
        return any(word in self.denying for word in words)

    def are_opposite(self, one: str, other: str) -> bool:
        """Whether two words stand on either side of a line.

        >>> from retold import language
        >>> sense = language.of("en").editing.sense
        >>> sense.are_opposite("rose", "fell"), sense.are_opposite("rose", "climbed")
        (True, False)
        """
        theirs = self.opposites.get(other, frozenset())
        return any((pair, 1 - end) in theirs for pair, end in self.opposites.get(one, ()))

    def are_unlike_states(self, one: str, other: str) -> bool:
        """Whether two words tell two states of one thing, of which one is not the other.

        >>> from retold import language
        >>> sense = language.of("en").editing.sense
        >>> sense.are_unlike_states("missing", "dead"), sense.are_unlike_states("hurt", "injured")
        (True, False)
        """
        ours, theirs = (self.states.get(word, frozenset()) for word in (one, other))
        groups = {group for group, _ in ours} & {group for group, _ in theirs}
        return bool(groups) and ours.isdisjoint(theirs)

    def are_unlike_modals(self, one: str, other: str) -> bool:
        """Whether two modals say unlike things: will and may, but not will and would."""
        return one in self.modals and other in self.modals and self.modals[one] != self.modals[other]

    def modal(self, words: Sequence[str]) -> tuple[int, str]:
        """How many of the first folded words are a modal, and its class; 0 and "" for none.

        >>> from retold import language
        >>> sense = language.of("en").editing.sense
        >>> sense.modal(["may", "go"]), sense.modal(["has", "to", "go"]), sense.modal(["has", "gone"])
        ((1, 'may'), (2, 'must'), (0, ''))
        """
        for size, known in ((2, self.modal_phrases), (1, self.modals)):
            kind = known.get(" ".join(words[:size]), "")
            if kind:
                return size, kind
        return 0, ""

    def unlike_measures(self, one: str, other: str) -> tuple[Measure, Measure] | None:
        """Two units of one group that are not the same unit; None where they are, or are no units.

        >>> from retold import language
        >>> sense = language.of("en").editing.sense
        >>> [m.name for m in sense.unlike_measures("miles", "km")], sense.unlike_measures("mile", "miles")
        (['mile', 'kilometre'], None)
        """
        both = [
            (a, b)
            for a in self.measures.get(one, ())
            for b in self.measures.get(other, ())
            if a.group == b.group
        ]
        return both[0] if both and all(a.name != b.name for a, b in both) else None

    def _idle(self, words: Sequence[str], k: int) -> range:
        sizes = range(min(_WIDEST, len(words) - k), 1, -1)
        size = next((n for n in sizes if " ".join(words[k : k + n]) in self.passed_over), 0)
        return range(k, k + size)


def _folded(lists: Any) -> Any:
    """The lists with every word as the words of a text are compared; names of groups stay."""
    if isinstance(lists, str):
        return fold(lists)
    if isinstance(lists, Mapping):
        return {name: _folded(held) for name, held in lists.items()}
    return [_folded(one) for one in lists] if isinstance(lists, Sequence) else lists


def _classes(lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {form: name for name, forms in lists.items() for form in forms}


def _ends(pairs: Sequence[Sequence[Sequence[str]]]) -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for number, pair in enumerate(pairs):
        for end, forms in enumerate(pair):
            for form in forms:
                found.setdefault(form, set()).add((number, end))
    return {form: frozenset(ends) for form, ends in found.items()}


def _states(groups: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, frozenset[tuple[str, int]]]:
    found: dict[str, set[tuple[str, int]]] = {}
    for group, states in groups.items():
        for number, forms in enumerate(states):
            for form in forms:
                found.setdefault(form, set()).add((group, number))
    return {form: frozenset(places) for form, places in found.items()}


def _measures(groups: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[Measure, ...]]:
    found: dict[str, tuple[Measure, ...]] = {}
    for group, units in groups.items():
        for name, unit in units.items():
            measure = Measure(group, name, float(unit.get("size", 0)), float(unit.get("zero", 0)))
            for form in unit["forms"]:
                found[form] = (*found.get(form, ()), measure)
    return found
