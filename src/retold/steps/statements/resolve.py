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
    agrees,
    is_bare,
    is_body,
    is_head,
    is_odd,
    is_people,
    known_first,
    main_first,
    may_be,
    of_role,
)
from retold.steps.statements.around import NO_PERSONS, Persons
from retold.steps.statements.bodies import Token
from retold.steps.statements.entities import Entities, Entity
from retold.steps.statements.meant import NOBODY, Meant, Turns
from retold.steps.statements.names import Name, tokens
from retold.steps.statements.unnamed import is_man, unnamed_subject

_P = parameters.of("statements", "resolve")
_TITLES = _P.integer("titles")
_SLIP, _FULL, _ONCE, _NEXT, _TITLED = (_P.number(way) for way in ("slip", "full", "once", "next", "titled"))
_HERE, _ALONE, _RIVAL, _EARLIER = (_P.number(way) for way in ("here", "alone", "rival", "earlier"))
_BODY, _UNSEXED, _JOINED = (_P.number(way) for way in ("body", "unsexed", "joined"))
_BACK, _NEAR, _BODY_BACK, _JOINT = (_P.integer(reach) for reach in ("back", "near", "body_back", "joint"))


class Resolver:
    """Remembers who has spoken, and says who is meant."""

    def __init__(
        self,
        entities: Entities,
        ranges: Sequence[tuple[int, int]],
        quoted: frozenset[int] = frozenset(),
        persons: Persons = NO_PERSONS,
    ) -> None:
        self._entities, self._persons = entities, persons
        self.lists, self.grammar = entities.lists, entities.grammar
        self._ranges = ranges  # of the segments
        self._quoted = quoted  # first characters of words inside quotations
        self.turns = Turns(self.grammar)

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
            if entity is not None and (may_be(entity, True) or may_be(entity, False)) and self._leads(name):
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
            if apart and entity is not None and entity.person and self._leads(name):
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

    def pronoun(self, segment: int, at: int, word: str, told: tuple[int, int] | None = None) -> Meant:
        """Who a lower-case pronoun at a character means: nobody whom the words that he tells speak of.

        “Vann could visit the island, he said.” (`told` is what stands before the comma): not Vann, unless
        the sentences before are his.
        """
        if word in self.grammar.bodies:
            return self._body(segment)
        if word not in self.grammar.men | self.grammar.women:
            return NOBODY
        man = word in self.grammar.men
        low, _ = self._ranges[segment]
        here = self._subjects(low, at if told is None else told[0], man)
        if here:
            return self._sure(known_first(here, man)[0], man, _HERE)
        if self._barely_named(low, at, man) or self._unnamed(low, at, man) == NOBODY:
            return NOBODY
        return self._before(segment, at, man)

    def hearer(self, segment: int, at: int, word: str, speaker: Entity | None) -> Meant:
        """Whom "him" or "her" means behind a verb of telling: never its subject."""
        man = word in self.grammar.men
        here = [one for one in self._subjects(self._ranges[segment][0], at, man) if one is not speaker]
        return (
            self._sure(known_first(here, man)[0], man, _HERE)
            if here
            else self._before(segment, at, man, speaker)
        )

    def _before(self, segment: int, at: int, man: bool, but: Entity | None = None) -> Meant:
        """Who spoke, or was the subject, in the sentences before one; nobody where that one has no name."""
        for back in range(segment - 1, max(-1, segment - _BACK - 1), -1):
            meant = self._spoken_in(back, man, but)
            if meant is not None:
                if self._joined(back, meant, man):
                    return self._sure(meant, man, _JOINED)
                near = segment - back <= _NEAR
                opens = self._ranges[segment][0] > self._ranges[segment - 1][1] + 1  # a paragraph
                rivals = self._rivals(meant, man, self._ranges[back][0], at)
                # Rowe put it to [Mrs Orme] that … “No,” she said; most who are named are men
                low = self._ranges[max(0, segment - _BACK) if opens or is_bare(meant) else back][0]
                women = () if man or meant.man is not None else self._rivals(meant, man, low, at)
                woman = any(one.man is False for one in women)
                same = self.turns.stays_open(back, man, meant)
                if woman or same or self._opened(back, meant, man):
                    return NOBODY
                return self._sure(meant, man, (_RIVAL if rivals else _ALONE) if near else _EARLIER)
            same = self.turns.stays_open(back, man, None)
            if same or self._unnamed_in(back, man) or self._barely_named(*self._ranges[back], man):
                return NOBODY
        alone = self._alone(*self._ranges[segment - 1], man) if segment else None
        return NOBODY if alone is None or alone is but else self._sure(alone, man, _EARLIER)

    def _alone(self, start: int, end: int, man: bool) -> Entity | None:
        """The one man, or woman, named in full between the characters: a reply from Ana Kael."""
        named = [n for n in self._entities.between(start, end) if n.start not in self._quoted]
        fitting = [(n, e) for n in named if (e := self._entities.of(n)) is not None and may_be(e, man)]
        if len({id(one) for _, one in fitting}) != 1:
            return None
        name, one = fitting[0]
        owns = (
            self._entities.possessive(name) or self._entities.qualifies(name) or self._entities.credited(name)
        )
        return one if one.man is man and len(name.keys) > 1 and not owns else None

    def _opened(self, segment: int, meant: Entity, man: bool) -> bool:
        """Whether a lone name that opens a segment where nobody spoke may be meant: Orme met [Rowe]."""
        named = self._entities.between(*self._ranges[segment])[:1]
        if not is_bare(meant) or self.turns.within(segment):
            return False
        held = [(n, e) for n in named if n.initial and (e := self._entities.of(n)) is not None]
        return any(e is not meant and agrees(e, man) and is_odd(e) and self._leads(n) for n, e in held)

    def _joined(self, segment: int, meant: Entity, man: bool) -> bool:
        """Whether nobody spoke in a segment and two may be meant who are its subject: Ana and Ida Kael."""
        if self.turns.within(segment):
            return False
        low, high = self._ranges[segment]
        named = [(n, e) for n in self._entities.between(low, high) if (e := self._entities.of(n)) is not None]
        both = [name for name, one in named if may_be(one, man)][:2]
        if len(both) < 2 or self._entities.of(both[0]) is not meant:
            return False
        between = [word for word, _, _ in self._entities.words(both[0].end, both[1].start)]
        return between[:1] != [] and between[0] in self.grammar.joining and len(between) <= _JOINT

    def _unnamed_in(self, segment: int, man: bool) -> bool:
        """Whether somebody without a name speaks in a segment, or is its subject, whom it may mean."""
        lone = [tokens(turn.words) for turn in self.turns.within(segment) if turn.entity is None]
        spoke = any(
            self._fits(words[found[1]][0], man)
            for words in lone
            if (found := self._subject_of(words)) is not None
        )
        another = any(words[-1][0].lower() in self.grammar.indefinite for words in lone if words)
        odd = any(t.entity and agrees(t.entity, man) and is_odd(t.entity) for t in self.turns.within(segment))
        return spoke or another or odd or self._unnamed(*self._ranges[segment], man) == NOBODY

    def _unnamed(self, start: int, end: int, man: bool) -> Meant | None:
        """Who is meant by a role without a name that opens a sentence; None where none does that fits."""
        words = self._entities.words(start, end)
        found = self._subject_of(words)
        if found is None or words[found[0]][1] in self._quoted or not self._fits(words[found[1]][0], man):
            return None
        told = [word.lower() for word, _, _ in words[found[0] : found[1] + 1]]
        return of_role(self._entities, self.turns, words[found[0]][1], told)

    def _subject_of(self, words: list[Token]) -> tuple[int, int] | None:
        return unnamed_subject(words, self._persons, self.lists, self.grammar)

    def _fits(self, noun: str, man: bool) -> bool:
        return is_man(noun.lower(), self.lists, self.grammar) in (None, man)

    def _barely_named(self, start: int, end: int, man: bool) -> bool:
        """Whether a single word between the characters may name such a person: when asked, Kael said he …"""
        for name in self._entities.between(start, end):
            entity = self._entities.of(name)
            behind = [word for word, _, _ in self._entities.words(name.end, name.end + _TITLES)[:1]]
            lone = not name.initial or not self.grammar.being.isdisjoint(
                behind
            )  # Kael was blunt. “No,” he said
            fits = entity is not None and agrees(entity, man) and is_odd(entity) and lone
            if fits and self._leads(name) and not self.lists.never.intersection(name.keys):
                return True
        return False

    def _body(self, segment: int) -> Meant:
        """“It”, “they”: the body that spoke last, if it was the last to speak and did so just before."""
        last = self.turns.every[-1] if self.turns.every else None
        if last is None or last.entity is None or segment - last.segment > _BODY_BACK:
            return NOBODY
        last.entity.called_body = is_body(last.entity)  # it said so, and no man
        return Meant(last.entity.printed, _BODY, last.entity) if last.entity.called_body else NOBODY

    def _rivals(self, entity: Entity, man: bool, start: int, end: int) -> list[Entity]:
        """Others named between the characters whom the pronoun may mean."""
        others = (self._entities.of(name) for name in self._entities.between(start, end))
        return [o for o in others if o is not None and o is not entity and may_be(o, man)]

    def _spoken_in(self, segment: int, man: bool, but: Entity | None = None) -> Entity | None:
        """Who spoke in a segment, else who seems its subject; not `but`."""
        spoke = [turn.entity for turn in self.turns.within(segment) if turn.entity is not but]
        fitting = [entity for entity in spoke if entity is not None and may_be(entity, man)]
        if fitting:
            return known_first(fitting, man)[-1]
        low, high = self._ranges[segment]
        opening = next((word.lower() for word, _, _ in self._entities.words(low, high)[:1]), "")
        alike = (self.grammar.men if man else self.grammar.women) - self.grammar.apposed
        if not spoke and segment and opening in alike:
            return self.pronoun(segment, low, opening).entity  # He laughed, and so did Vann
        role = self._unnamed(low, high, man)
        if role is not None:
            return role.entity if role.entity is not None and may_be(role.entity, man) else None
        subjects = [one for one in self._subjects(low, high, man) if one is not but]
        return known_first(subjects, man)[0] if subjects else None

    def _subjects(self, start: int, end: int, man: bool) -> list[Entity]:
        """Persons named between the characters, outside quotations and behind no preposition."""
        every = self._entities
        fit = [(n, e) for n in every.between(start, end) if (e := every.of(n)) is not None and may_be(e, man)]
        led = [(n.start, e) for n, e in fit if self._leads(n) or self._has_kin(n, man)]
        return main_first(led, every.words(start, end), self.grammar)

    def _has_kin(self, name: Name, man: bool) -> bool:
        """Whether kin of the other sex stand right behind who owns them: Kael’s sister asked, and he said."""
        behind = self._entities.words(name.end, name.end + _TITLES)
        kin = next((word.lower() for word, _, _ in behind if word[0].isalpha()), "")
        other = is_man(kin, self.lists, self.grammar) is (not man) and kin in self.lists.family
        return other and self._entities.possessive(name) and name.start not in self._quoted

    def _leads(self, name: Name) -> bool:
        """Whether a naming may be a subject: outside quotations, behind no preposition, owning nothing."""
        apart = (
            self._entities.possessive(name) or self._entities.qualifies(name) or self._entities.credited(name)
        )
        if name.start in self._quoted or apart or self._entities.labels(name):
            return False
        return self._entities.word_before(name) not in self.lists.prepositions

    def _sure(self, entity: Entity, man: bool, support: float) -> Meant:
        if entity.man is None:
            entity.man = man
            return Meant(entity.printed, support - _UNSEXED, entity)
        return Meant(entity.printed, support, entity)
