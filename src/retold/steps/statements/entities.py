"""Who occurs in an article: persons and bodies, joined from all the ways they are named.

Names are joined by surname, by initials of a body, and by a slip of the pen
(one letter more, less, other, or two letters swapped). What is told of them beside
their names is read in `roles`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile

from retold import parameters
from retold.language.grammar import Grammar
from retold.language.names import Names, name_key, transliterated
from retold.steps.statements.around import NO_PERSONS, Persons
from retold.steps.statements.bodies import Token
from retold.steps.statements.couples import with_surnames
from retold.steps.statements.entity import Entity
from retold.steps.statements.headings import without_headings
from retold.steps.statements.names import Name, names, tokens, told_by
from retold.steps.statements.outlets import is_outlet
from retold.steps.statements.roles import Surroundings, roles_in

_P = parameters.of("statements", "entities")
_MANY = _P.integer("many")
_BEHIND = parameters.of("statements", "resolve").integer("titles")
_SLIP_LENGTH, _SLIP_TIMES, _KNOWN_TIMES = (
    _P.integer(n) for n in ("slip_length", "slip_times", "known_times")
)


__all__ = ["Entities", "Entity"]


class Entities:
    """The entities of one article, and where each is named."""

    def __init__(
        self,
        text: str,
        starts: Iterable[int],
        lists: Names,
        grammar: Grammar,
        hidden: Sequence[tuple[int, int]] = (),
        persons: Persons = NO_PERSONS,
    ) -> None:
        """`starts` are first characters of sentences, `hidden` characters in which no name is looked for.

        `persons` are nouns of persons that may stand before a name at the head of a sentence.
        """
        self.lists, self.grammar = lists, grammar
        self.stream = tokens(text)
        self._token_starts = [start for _, start, _ in self.stream]
        heads = frozenset(starts)  # first characters of sentences
        self._around = Surroundings(self.stream, self._token_starts, heads, lists, grammar)
        every = names(self.stream, heads, lists, grammar, persons)
        found = [name for name in every if not any(low <= name.start < high for low, high in hidden)]
        found = with_surnames(without_headings(found, text), self.stream, lists, grammar)
        self.every: list[Entity] = []
        self._by_last: dict[str, list[Entity]] = defaultdict(list)
        self._by_any: dict[str, list[Entity]] = defaultdict(list)
        self._of: dict[int, Entity] = {}
        self.namings = sorted(found, key=lambda name: name.start)
        self._starts = [name.start for name in self.namings]
        self._gather(found)

    def of(self, name: Name) -> Entity | None:
        """The entity that this naming means; None where it is not clear."""
        return self._of.get(name.start)

    def between(self, start: int, end: int) -> Sequence[Name]:
        """The namings that begin within these characters."""
        return self.namings[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def is_known_surname(self, start: int, end: int) -> bool:
        """Whether the one word between the characters names a person surely told of elsewhere."""
        name = next(iter(self.between(start, start + 1)), None)
        if name is None or name.end != end or len(name.keys) > 1:
            return False
        entity = self.of(name)
        if entity is None or not entity.person:
            return False
        shared = any(_full(one) and one.person for one in self._by_last.get(name.keys[0], ()))
        return shared or any(not one.initial for one in entity.mentions if one is not name)

    def over(self, start: int, end: int) -> list[Name]:
        """The namings that share a character with these."""
        low = max(0, bisect_right(self._starts, start) - 1)
        return [n for n in self.namings[low : bisect_left(self._starts, end)] if n.end > start]

    def words(self, start: int, end: int) -> list[Token]:
        """The words and signs that begin within these characters."""
        low = bisect_left(self._token_starts, start)
        return self.stream[low : bisect_left(self._token_starts, end)]

    def field(self, start: int, end: int | None) -> set[str]:
        """The words behind "of" that say of what somebody is the head: the chairman of the [River Board]."""
        behind = [word for word, _, _ in self.words(start, end)] if end is not None else []
        if not behind or behind[0].lower() not in self.grammar.genitive:
            return set()
        return {name_key(w) for w in behind[1:] if w.isalpha() and w.lower() not in self.lists.links}

    def word_before(self, name: Name) -> str:
        """The lower-case word before a naming and its titles, '' at the head of the text."""
        at = bisect_left(self._token_starts, name.start) - len(name.titles)
        while at > 0 and (step := self._title_before(at)):
            at -= step
        return self.stream[at - 1][0].lower() if at > 0 else ""

    def _title_before(self, at: int) -> int:
        """How many tokens right before one are part of a title: two of [Secretary of] Defense Kael."""
        if self._is_title(self.stream[at - 1][0]):
            return 1
        office = self.stream[at - 2][0] if at > 1 else ""
        led = self.stream[at - 1][0] in self.grammar.genitive
        return 2 if led and office[:1].isupper() and name_key(office) in self.lists.ranks else 0

    def _is_title(self, word: str) -> bool:
        return word in self.lists.definite or name_key(word) in self.lists.ranks

    def qualifies(self, name: Name) -> bool:
        """Whether the naming tells of what follows: her Tarn home, Tarn boss Ana Kael."""
        behind = [word for word, _, _ in self.words(name.end, name.end + _BEHIND)]
        roles = list(takewhile(lambda word: word in self.lists.kin or word in self.lists.ranks, behind))
        if roles and len(roles) < len(behind) and behind[len(roles)][0].isupper():
            return True
        at = bisect_left(self._token_starts, name.start)
        return at > 0 and not name.titles and self.stream[at - 1][0].lower() in self.grammar.apposed

    def labels(self, name: Name) -> bool:
        """Whether a naming stands before a colon, as a label does."""
        return self._around.behind(name, 1) == [":"]

    def credited(self, name: Name) -> bool:
        """Whether the naming signs a photo, or a report: Ana Kael/AP; Harbour Radio's Ana Kael reports."""
        behind = self._around.behind(name, 2)
        return behind[:1] == ["/"] or (behind[1:] == ["."] and behind[0] in self.grammar.filing)

    def possessive(self, name: Name) -> bool:
        """Whether the naming owns what follows (Kael’s plan)."""
        at = bisect_right(self._token_starts, name.end - 1) - 1
        owner = at >= 0 and self.stream[at][2] > name.end
        return owner or (name.words[-1].endswith("s") and self._ends_in_mark(name.end))

    def _ends_in_mark(self, end: int) -> bool:
        """Whether a mark and then a word stand right behind a character: Orms’ plan."""
        at = bisect_left(self._token_starts, end)
        mark, word = [*self.stream[at : at + 2], ("", 0, 0), ("", 0, 0)][:2]
        return mark[0] in ("'", "’") and mark[1] == end and word[0][:1].isalnum() and word[1] > mark[2]

    # ---- joining ----

    def _gather(self, found: list[Name]) -> None:
        for name in found:
            if len(name.keys) > 1:
                self._add(name, self._same_full(name))
        for name in found:
            if len(name.keys) == 1:
                self._add(name, self._same_short(name))
        self._mend_slips()
        for entity in self.every:
            entity.outlet = not self._is_addressed(entity) and is_outlet(entity.printed, self.lists)
        self.every = [entity for entity in self.every if entity.mentions]
        for entity in self.every:
            self._describe(entity)

    def _same_full(self, name: Name) -> Entity | None:
        for entity in self._by_last.get(name.keys[-1], ()):
            theirs = entity.name.keys
            if theirs[0] == name.keys[0] or theirs[0][:1] == name.keys[0] or name.keys[0][:1] == theirs[0]:
                return entity
        return None

    def _same_short(self, name: Name) -> Entity | None:
        last = name.keys[-1]
        owners = self._by_last.get(last) or [f for f in self._by_any.get(last, ()) if self._may_be_called(f)]
        man = told_by(name, self.lists)
        fitting = [f for f in owners if man is None or f.man in (None, man)]
        fitting = [f for f in fitting if man is not None and f.man is man] or fitting  # Mrs Kael is Ida
        fitting = [f for f in fitting if not self._of_family(f, name)]
        persons = [entity for entity in fitting if entity.person]
        if len(fitting) > 1 and not persons:
            return None  # Korea is neither North Korea nor South Korea
        if man is None and (start := _introduced(persons)) is not None:
            lone = next((f for f in owners if f.mentions[0].start < start), None)
            if lone is not None or name.start < start:
                return lone
        fitting = persons or fitting
        if len(fitting) > 1:
            earlier = [f for f in fitting if f.mentions[0].start < name.start] or fitting
            earlier.sort(key=lambda f: (-len(f.mentions), f.number))
            bare = (f for f in fitting if not _full(f))  # of whom this was said before
            alike = len(earlier) > 1 and not name.titles and self._are_alike(*earlier[:2])
            return next(bare, None) if alike else earlier[0]
        return fitting[0] if fitting else None

    def _are_alike(self, one: Entity, other: Entity) -> bool:
        """Whether two of one surname are named in full as often, by first names that are surely of two."""
        first, second = one.name.keys[0], other.name.keys[0]
        given = self.lists.given
        two = first in given and second in given and not self.lists.near(first, second)
        return two and _full(one) == _full(other)

    def _may_be_called(self, entity: Entity) -> bool:
        """Whether he may go by a word of his name that is not the last one; no site does: Kael Bridge."""
        site = entity.name.keys[-1] in self.lists.sites and not self._is_given(entity.name)
        return entity.person and not site

    def _of_family(self, entity: Entity, name: Name) -> bool:
        """Whether somebody is told as kin of one who comes first: Kael and his wife Ana; Ms Kael, her son."""
        first = entity.mentions[0]
        if name.start > first.start and (name.titles or not entity.kin_of):
            return entity.kin_of and not name.titles
        at = bisect_left(self._token_starts, first.start)
        kin = self.lists.family.intersection([*first.titles, *self._around.before(at)])
        entity.kin_of = entity.kin_of or bool(kin)
        return entity.kin_of

    def _add(self, name: Name, entity: Entity | None) -> None:
        if entity is None:
            entity = Entity(len(self.every), name)
            self.every.append(entity)
            self._by_last[name.keys[-1]].append(entity)
        if self._fullness(name) > self._fullness(entity.name):
            entity.name = name
        entity.mentions.append(name)
        self._of[name.start] = entity
        for one in name.keys[:-1]:
            if entity not in self._by_any[one]:
                self._by_any[one].append(entity)
        man, lists = told_by(name, self.lists), self.lists
        if man is not None:
            entity.man = man
        elif entity.man is None and len(name.keys) > 1 and not name.body:
            entity.man = _gender(self._first(name), lists.given_men, lists.given_women)

    def _fullness(self, name: Name) -> tuple[bool, bool, int]:
        """How well a naming tells who is meant; one of a heading in capitals hardly: READ KAEL’S LETTER."""
        heading = len(name.words) > 1 and all(word.isupper() for word in name.words)
        return not name.body, not heading or self._is_given(name), len(name.keys)

    def _is_addressed(self, entity: Entity) -> bool:
        """Whether a title of a man or a woman stands before the name somewhere."""
        titles = self.lists.men | self.lists.women
        return any(titles.intersection(name.titles) for name in entity.mentions)

    def _mend_slips(self) -> None:
        """Join a surname that occurs once or twice to a known one it is a slip of."""
        if len(self.every) > _MANY:
            return
        counts = Counter(name.keys[-1] for entity in self.every for name in entity.mentions)
        known = [f for f in self.every if counts[f.name.keys[-1]] >= _KNOWN_TIMES and f.person]
        for entity in [f for f in self.every if len(f.name.keys) == 1 and f.person]:
            mine = entity.name.keys[-1]
            if len(mine) < _SLIP_LENGTH or counts[mine] > _SLIP_TIMES:
                continue
            right = [f for f in known if f is not entity and _slip(mine, f.name.keys[-1])]
            if len(right) == 1 and counts[right[0].name.keys[-1]] > counts[mine]:
                self._join(entity, right[0])

    def _join(self, slip: Entity, right: Entity) -> None:
        for name in slip.mentions:
            self._of[name.start] = right
            right.slips.add(name.start)
        right.mentions.extend(slip.mentions)
        slip.mentions = []

    # ---- roles ----

    def _describe(self, entity: Entity) -> None:
        entity.mentions.sort(key=lambda name: name.start)
        lists = self.lists
        for name in entity.mentions:
            at = bisect_left(self._token_starts, name.start)
            before = self._around.before(at)
            if at and (self.stream[at - 1][0].lower() in lists.placing or self._in_a_place(at, name)):
                entity.placed += 2 if self._around.before_pronoun(name) else 1
            elif self._around.behind(name, 1)[:1] and self._around.behind(name, 1)[0] in lists.regions:
                entity.placed += 2  # Tarn province
            words = [*before, *name.titles]
            entity.roles.extend(roles_in(words, name.start, lists))
            self._appose(entity, name)
            entity.called_body = entity.called_body or self._is_called_body(at, name)
            kin = bool(lists.family.intersection(before[-1:]))
            entity.articled += self._around.is_articled(name)
            entity.given = entity.given or not lists.given.isdisjoint(name.keys[:-1])
            entity.age = entity.age or self._around.age(name)
            entity.attested = entity.attested or kin or bool(entity.age)
            if entity.man is None and before[-1:]:
                entity.man = _gender(before[-1], lists.men, lists.women)
            if entity.man is None and (len(name.keys) > 1 or not name.initial):
                entity.man = _gender(self._first(name), lists.given_men, lists.given_women)

    def _is_called_body(self, at: int, name: Name) -> bool:
        """Whether the noun of a body stands beside a name: the group Tern, Ledger Weekly magazine.

        With a comma between them another follows: the group, Tern, said; not “for his party, Kael spoke”.
        """
        if self._is_given(name):
            return False
        behind = self._around.behind(name, 1)
        if len(name.keys) > 1 and not self.lists.naming.isdisjoint(behind):
            return True
        beside = [word.lower() for word, _, _ in self.stream[max(0, at - 2) : at]]
        if beside[-1:] == [","] and behind == [","]:
            beside.pop()
        return not name.titles and not name.initial and not self.lists.naming.isdisjoint(beside[-1:])

    def _first(self, name: Name) -> str:
        """The first name in a naming, be it behind a word in a capital: Democrat [Ana] Kael."""
        known = (word for word in name.keys[:-1] if word in self.lists.given)
        return next(known, name.keys[0])

    def _in_a_place(self, at: int, name: Name) -> bool:
        """Whether a name stands behind a place that holds it: in Elmhart, Indrana, he said.

        A sign ends it, and nothing follows that tells of somebody: not in “In Elmhart, Ana Kael, the mayor”.
        """
        if at < 2 or self.stream[at - 1][0] != "," or self._is_given(name):
            return False
        after = self._around.behind(name, 2)
        if len(after) == 2 and (after[0][0].isalnum() or after[1] in self.lists.articles):
            return False
        town = next(iter(self.over(self.stream[at - 2][1], self.stream[at - 2][2])), None)
        behind = self.stream[bisect_left(self._token_starts, town.end) : at] if town is not None else []
        first = bisect_left(self._token_starts, town.start) if town is not None else 0
        return len(behind) == 1 and first > 0 and self.stream[first - 1][0].lower() in self.lists.placing

    def _is_given(self, name: Name) -> bool:
        """Whether a name of several words begins with somebody's first name."""
        return len(name.keys) > 1 and name.keys[0] in self.lists.given

    def _appose(self, entity: Entity, name: Name) -> None:
        """Give the roles of an apposition to its entity, or one each to two entities joined by "and"."""
        words = self._around.apposition(name)
        parts = self._around.shared_out(words)
        other = self._partner(name) if parts else None
        if other is None:
            entity.roles.extend(roles_in(words, name.start, self.lists))
            return
        for one, part in ((other, parts[0]), (entity, parts[1])):
            one.roles.extend(roles_in(part, name.start, self.lists))

    def _partner(self, name: Name) -> Entity | None:
        """The entity named just before, if a joining word alone stands between."""
        at = bisect_left(self._token_starts, name.start)
        if at < 2 or self.stream[at - 1][0] not in self.grammar.joining:
            return None
        before = self.over(self.stream[at - 2][1], self.stream[at - 2][2])
        return self.of(before[-1]) if before else None


def _full(entity: Entity) -> int:
    """How often somebody is named in full."""
    return sum(len(name.keys) > 1 for name in entity.mentions)


def _introduced(persons: Sequence[Entity]) -> int | None:
    """Where the first of a man and a woman of one surname is told in full; None where there are no such two.

    A surname that stands alone before may be that of either, and goes on meaning the same one.
    """
    full = [one for one in persons if _full(one)]
    two = {one.man for one in full} >= {True, False}
    return min(one.mentions[0].start for one in full) if two else None


def _gender(word: str, men: frozenset[str], women: frozenset[str]) -> bool | None:
    return True if word in men else False if word in women else None


def _slip(one: str, other: str) -> bool:
    """Whether two names differ by one slip, or only by how they are spelt in our letters."""
    if one == other or abs(len(one) - len(other)) > 2 or one[0] != other[0]:
        return False
    if transliterated(one) == transliterated(other):
        return True
    if min(len(one), len(other)) < _SLIP_LENGTH:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=1) <= 1
