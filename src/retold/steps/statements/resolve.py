"""Who is meant by the words beside a quotation: a name, a role noun or a pronoun.

Names go through the entities; "the union leader" through a role met earlier;
"he" through the last one who spoke or was the subject. What none of these
settles stays without a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters
from retold.language.names import name_key
from retold.steps.statements.antecedents import (
    is_body,
    is_head,
    is_people,
    may_be,
    of_role,
)
from retold.steps.statements.around import NO_PERSONS, Persons
from retold.steps.statements.entities import Entities, Entity
from retold.steps.statements.meant import NOBODY, Meant, Turns
from retold.steps.statements.names import Name, Range
from retold.steps.statements.pronouns import Pronouns
from retold.steps.statements.scene import Scene

_P = parameters.of("statements", "resolve")
_TITLES = _P.integer("titles")
_SLIP, _FULL, _ONCE, _NEXT, _TITLED = (_P.number(way) for way in ("slip", "full", "once", "next", "titled"))
_BODY, _BODY_BACK = _P.number("body"), _P.integer("body_back")


class Resolver:
    """Remembers who has spoken, and says who is meant."""

    def __init__(
        self,
        entities: Entities,
        ranges: Sequence[Range],
        quoted: frozenset[int] = frozenset(),
        persons: Persons = NO_PERSONS,
    ) -> None:
        self._entities, self._persons = entities, persons
        self.lists, self.grammar = entities.lists, entities.grammar
        self.turns = Turns(self.grammar)
        self._scene = Scene(entities, ranges, quoted, persons, self.turns)
        self._pronouns = Pronouns(self._scene)

    def spoke(self, segment: int, meant: Meant, words: str = "") -> None:
        """Remember a speaker, and that somebody unknown spoke."""
        self.turns.add(segment, meant, words)

    def who(
        self,
        segment: int,
        start: int,
        end: int,
        words: Sequence[str],
        reach: int | None = None,
        proper: bool = True,
    ) -> Meant:
        """Who the phrase from start to end means; `words` are its lower-case words, the head last.

        `reach` is how far the phrase goes with all that depends on it; `proper`
        whether the head is read as a proper noun.
        """
        if len(words) == 1 and words[0] in self.grammar.pronouns:
            return self.pronoun(segment, start, words[0])
        named = self._named(start, end, words, proper)
        head, lists = words[-1] if words else "", self.lists
        if named is None and not proper and not self.grammar.is_plural(head):
            named = self._next(end, head)
        one = head in lists.ranks or (head in lists.kin and not proper)
        if named is None and reach is not None and one and not self.grammar.is_plural(head):
            named = self._titled(end, reach)
        if named is not None:
            return NOBODY if is_people(words, named.entity, lists, self.grammar) else named
        return of_role(self._entities, self.turns, start, words, self._entities.field(end, reach))

    def subject(self, start: int, end: int) -> Name | None:
        """The first person named between the characters as a subject may be."""
        for name in self._entities.between(start, end):
            entity = self._entities.of(name)
            if (
                entity is not None
                and (may_be(entity, True) or may_be(entity, False))
                and self._scene.leads(name)
            ):
                return name
        return None

    def persons(self, start: int, end: int) -> list[Name]:
        """The namings between the characters of persons who are named in full somewhere."""
        found = []
        for name in self._entities.between(start, end):
            entity = self._entities.of(name)
            if entity is not None and entity.person and (len(entity.name.keys) > 1 or entity.name.titles):
                found.append(name)
        return found

    def places(self, entity: Entity, start: int, end: int) -> list[int]:
        """Where somebody is named between the characters: the first one of each naming."""
        return [n.start for n in self._entities.between(start, end) if self._entities.of(n) is entity]

    def first(self, start: int, end: int) -> Name | None:
        """The first naming between the characters, if it is a person's, in full or with a title."""
        for name in self._entities.between(start, end)[:1]:
            entity = self._entities.of(name)
            full = len(name.keys) > 1 or bool(name.titles)
            if entity is not None and full and not entity.name.body and not entity.outlet:
                return name
        return None

    def follows(self, name: Name, word: str) -> bool:
        """Whether a naming, with its titles, stands right behind a word."""
        return self._entities.word_before(name) == word

    def told_elsewhere(self, start: int, end: int) -> bool:
        """Whether the label between the characters names a person whom the text also names in another way.

        Away from labels, or in full in one label and by the surname in another.
        """
        for name in self._entities.over(start, end):
            entity = self._entities.of(name)
            if entity is None or not entity.person:
                continue
            apart = any(not self._entities.labels(one) for one in entity.mentions)
            if apart or len({len(one.keys) for one in entity.mentions}) > 1:
                return True
        return False

    def naming_from(self, start: int) -> Name | None:
        """The naming that begins at a character, if one does."""
        return next(iter(self._entities.between(start, start + 1)), None)

    def named(self, name: Name) -> Meant:
        """Who a naming means."""
        entity = self._entities.of(name)
        return NOBODY if entity is None else Meant(entity.printed, _ONCE, entity)

    # ---- names ----

    def name_range(self, start: int, end: int) -> tuple[int, int]:
        """A phrase with the name that ends it and may go on around it: the Bank of Tarnland, Marl & Co."""
        last = self._entities.over(start, end)[-1:]
        return min([start, *(name.start for name in last)]), max([end, *(name.end for name in last)])

    def _named(self, start: int, end: int, words: Sequence[str], proper: bool) -> Meant | None:
        """The entity whose naming ends the phrase; none where a role noun does."""
        over = self._entities.over(start, end)
        if not over:
            return None
        name = over[-1]
        entity = self._entities.of(name)
        titled = len(words) > 1 and words[-1].strip(".") in self.lists.suffixes  # Ana Kael [KC]
        last = words[-1 - titled] if words else ""
        cut = name.body and name.end > end and name.start <= end - len(last)  # the Farmers’ [Bank of Tarn]
        if entity is None or not (cut or is_head(name, last)):
            return None
        if titled and words[-1].strip(".") in self.lists.generations and self._is_shared(entity):
            return NOBODY  # Kael Jr., where Kael is named as well
        if not proper and all(one.initial and len(one.keys) == 1 for one in entity.mentions):
            return None  # a common noun at the head of its sentence
        if name.start in entity.slips:
            return Meant(entity.printed, _SLIP, entity)
        full = len(name.keys) > 1 or len(entity.mentions) > 1
        return Meant(entity.printed, _FULL if full else _ONCE, entity)

    def _is_shared(self, entity: Entity) -> bool:
        """Whether a full name stands both with a suffix that tells a child from a parent and without."""
        full = [name for name in entity.mentions if len(name.keys) > 1]
        behind = (self._entities.words(name.end, name.end + _TITLES)[:2] for name in full)
        told = [any(name_key(word) in self.lists.generations for word, _, _ in some) for some in behind]
        return any(told) and not all(told)

    def _next(self, end: int, head: str) -> Meant | None:
        """Who is named right behind a common noun: curator Ana Kael, the firm Tern.com."""
        lists = self.lists
        for name in self._entities.between(end, end + _TITLES)[:1]:
            entity = self._entities.of(name)
            apart = self._entities.word_before(name) != head or self._entities.possessive(name)
            if entity is None or apart or lists.never.intersection(name.keys):
                return None
            fits = head in lists.bodies or name.body or (entity.person and head not in self._persons.papers)
            return Meant(entity.printed, _NEXT, entity) if fits else None
        return None

    def next_end(self, end: int, meant: Meant) -> int:
        """Where the naming ends by which a common noun before it was told who is meant; `end` for none."""
        near = self._entities.between(end, end + _TITLES)[:1]
        told = meant.entity is not None and meant.support == _NEXT and near and near[0].titles == ()
        return near[0].end if told and self._entities.of(near[0]) is meant.entity else end

    def _titled(self, start: int, end: int) -> Meant | None:
        """The person behind a title: Chief Commander of the Coast Guard General Kael."""
        for name in reversed(self._entities.over(start, end)):
            entity = self._entities.of(name)
            apart = (len(name.keys) > 1 or name.titles) and not self._is_led(start, name)
            if apart and entity is not None and entity.person and self._scene.leads(name):
                return Meant(entity.printed, _TITLED, entity)
        return None

    def _is_led(self, start: int, name: Name) -> bool:
        """Whether a preposition behind a title leads to the name: for the singer Ana Kael; of no body."""
        words = [word for word, _, _ in self._entities.words(start, name.start)]
        last = max((n for n, word in enumerate(words) if word in self.lists.prepositions), default=None)
        between = [] if last is None else words[last + 1 : len(words) - len(name.titles)]
        titled = bool(name.titles) and last is not None and words[last] not in self.grammar.genitive
        apart = any(word[0].isupper() for word in between) or self.lists.bodies.intersection(between[-1:])
        return last is not None and (titled or not apart)  # a spokesman for Energy Secretary Ana Kael

    # ---- pronouns ----

    def pronoun(self, segment: int, at: int, word: str, told: Range | None = None) -> Meant:
        """Who a lower-case pronoun at a character means: nobody whom the words that he tells speak of.

        “Vann could visit the island, he said.” (`told` is what stands before the comma): not Vann, unless
        the sentences before are his.
        """
        if word in self.grammar.bodies:
            return self._body(segment)
        if word not in self.grammar.men | self.grammar.women:
            return NOBODY
        return self._pronouns.meant(segment, at, word in self.grammar.men, told)

    def hearer(self, segment: int, at: int, word: str, speaker: Entity | None) -> Meant:
        """Whom "him" or "her" means behind a verb of telling: never its subject."""
        return self._pronouns.meant(segment, at, word in self.grammar.men, but=speaker)

    def _body(self, segment: int) -> Meant:
        """“It”, “they”: the body that spoke last, if it was the last to speak and did so just before."""
        last = self.turns.every[-1] if self.turns.every else None
        if last is None or last.entity is None or segment - last.segment > _BODY_BACK:
            return NOBODY
        last.entity.called_body = is_body(last.entity)  # it said so, and no man
        return Meant(last.entity.printed, _BODY, last.entity) if last.entity.called_body else NOBODY
