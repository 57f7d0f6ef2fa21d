"""Who is named in an article, and who is meant by a noun phrase or a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from retold import parameters
from retold.language.names import Names, name_key
from retold.language.patterns import Patterns
from retold.steps.statements.meant import NOBODY, Meant
from retold.steps.statements.patterned.pieces import Piece

_P = parameters.of("statements", "patterned")
_FULL, _ONCE, _ROLE, _LATEST = (_P.number(name) for name in ("full", "once", "role", "latest"))
_LONE = _P.number("lone")
_PRONOUN, _RIVAL = _P.number("pronoun"), _P.number("rival")
_PLACE = _P.integer("place")
_LONG_NOUN = _P.integer("long_noun")
Keys = tuple[str, ...]  # the words of a name as they are compared


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in full or by the surname: the fullest name met, and the place among all persons."""

    words: tuple[str, ...]
    number: int
    woman: bool | None = None
    roles: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)  # first characters of namings

    @property
    def name(self) -> str:
        """The name as printed."""
        return printed(self.words)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: pieces low to before high; the name in it, and the roles before the name."""

    low: int
    high: int
    name: tuple[str, ...]
    roles: tuple[str, ...]
    woman: bool | None
    courtesy: bool = False
    definite: bool = True
    pointing: bool = False  # cette spécialiste


class NameIndex:
    """The numbers of persons by their names: one among thousands is found at once."""

    def __init__(self) -> None:
        self._ending: dict[Keys, int] = {}  # by each end of a name, whole names too: the last who has it
        self._inside: dict[str, int] = {}  # by each word but the first
        self._whole: dict[Keys, list[int]] = {}

    def add(self, number: int, keys: Keys, before: Keys = ()) -> None:
        """Know a person by a name, in place of the one `before`."""
        if before in self._whole:
            self._whole[before].remove(number)
        self._whole.setdefault(keys, []).append(number)
        for k in range(len(keys)):
            self._ending[keys[k:]] = max(number, self._ending.get(keys[k:], -1))
        for key in keys[1:]:
            self._inside[key] = max(number, self._inside.get(key, -1))

    def last_of(self, keys: Keys) -> int | None:
        """The last person with this name, a longer one that ends so, or a shorter one that this ends with."""
        found = [self._ending.get(keys, -1)]
        found += [max(self._whole.get(keys[k:], ()), default=-1) for k in range(len(keys))]
        found += [self._inside.get(keys[0], -1)] if len(keys) == 1 else []
        return max(found) if max(found) >= 0 else None


def printed(words: Sequence[str]) -> str:
    """The words of a name as they are printed; an elided one stands close to the next.

    >>> printed(["Ana", "d'", "Alba"])
    "Ana d'Alba"
    """
    return re.sub(r"(['’]) ", r"\1", " ".join(words))


class People:
    """The persons of one article, in the order in which they are met."""

    def __init__(self, patterns: Patterns, names: Names, function: frozenset[str] = frozenset()) -> None:
        """`function` words begin no name, whatever their first letter."""
        self.patterns, self.names, self.function = patterns, names, function
        self.credited: frozenset[str] = frozenset()  # names of outlets that the article credits
        self.surnames: frozenset[str] = frozenset()  # that stand alone somewhere, where nouns have capitals
        self.every: list[Person] = []
        self._index = NameIndex()
        self._surnames: set[str] = set()  # of those who are named in full

    # ---- phrases ----

    def phrase(self, row: Sequence[Piece], at: int) -> Phrase | None:
        """The noun phrase that begins at a piece: an article, adjectives, roles, a name."""
        rules, low = self.patterns, at
        opened = at < len(row) and row[at].lower in rules.articles
        articles = row[at].lower if opened else ""
        at += opened
        while opened and at < len(row) and row[at].word and not row[at].capital and at - low <= 3:
            if self.is_role(row[at].text) or row[at].lower in rules.articles | rules.prepositions:
                break
            at += 1
        run = self._without_whose(row, self._run(row, at), opened)
        if not run:
            return None
        roles, name = self._cut([row[k] for k in run], opened)
        if articles in rules.plural_articles and not name:
            return None
        woman = self._sex(articles, roles, [row[k].lower for k in run], name)
        courtesy = any(row[k].lower.rstrip(".") in rules.courtesy for k in run)
        definite = articles not in rules.indefinite
        told = tuple(one.lower() for one in roles)
        pointing = articles in rules.pointing
        return Phrase(low, run[-1] + 1, name, told, woman, courtesy, definite, pointing)

    def _run(self, row: Sequence[Piece], at: int) -> list[int]:
        """Places of the capitalised words, particles, titles and role nouns that follow each other."""
        found: list[int] = []
        while at < len(row):
            one = row[at]
            if one.text == "." and found and self._titled(row[found[-1]]):
                at += 1
                continue
            if self._belongs(row, at, found):
                found.append(at)
            else:
                break
            at += 1
        while found and not row[found[-1]].capital and not self.is_role(row[found[-1]].text):
            found.pop()
        return found

    def _without_whose(self, row: Sequence[Piece], run: list[int], opened: bool) -> list[int]:
        """A run without the person behind a noun or joined to another: der Trennung von Winzer Kael."""
        ties = [k for k, at in enumerate(run) if row[at].lower in self.patterns.also]
        if ties and len(run) - ties[0] > _PLACE:  # Ana Kael y Timm Orel, and not José Orel y Kael
            return run[: ties[0]]
        joints = [k for k, at in enumerate(run) if row[at].lower in self.patterns.particles]
        if not (self.patterns.nouns and joints and joints[0]):
            return run
        joint, first = joints[0], row[run[0]].text
        role = joint + 1 < len(run) and self.is_role(row[run[joint + 1]].text)
        noun = opened and joint == 1 and not self.is_role(first) and not self.is_known(first)
        return run[:joint] if role or noun else run

    def _belongs(self, row: Sequence[Piece], at: int, found: Sequence[int]) -> bool:
        """Whether a piece goes on with a run: a capital, a role, a title, or what stands between such."""
        one = row[at]
        if (one.capital and (bool(found) or one.lower not in self.function)) or self.is_role(one.text):
            return True
        if self._titled(one) or not found:
            return self._titled(one)
        inside = self._inside(row, at) and self._goes_on(row, at)
        return inside or self._qualifies(row, found[-1], at)

    def _qualifies(self, row: Sequence[Piece], last: int, at: int) -> bool:
        """Whether a word in small letters belongs to the role before it: la déléguée syndicale Ana Kael."""
        if self.patterns.nouns or not self.is_role(row[last].text) or not row[at].word:
            return False
        ahead = at + 1 < len(row) and row[at + 1].capital
        return (
            ahead and row[at].lower not in self.function and row[at].lower not in self.patterns.prepositions
        )

    def _inside(self, row: Sequence[Piece], at: int) -> bool:
        """Whether a small word may stand within a name: von, and the der of von der."""
        lower, rules = row[at].lower, self.patterns
        behind = at > 0 and row[at - 1].lower in rules.particles and lower in rules.articles
        return behind or lower in rules.particles or lower in rules.genitives

    def _goes_on(self, row: Sequence[Piece], at: int) -> bool:
        ahead = row[at + 1 : at + 3]
        if ahead and ahead[0].capital:
            return True
        return len(ahead) > 1 and self._inside(row, at + 1) and ahead[1].capital

    def _titled(self, one: Piece) -> bool:
        return one.lower.rstrip(".") in self.patterns.courtesy

    def is_role(self, word: str) -> bool:
        """Whether a word says what somebody is."""
        lower = word.lower()
        return lower in self.names.kin or lower in self.names.ranks or bool(self.patterns.role.search(lower))

    def _cut(self, run: Sequence[Piece], opened: bool) -> tuple[list[str], tuple[str, ...]]:
        """The roles at the head of a run, and the name behind them."""
        words = [one.text for one in run if not self._titled(one)]
        rules, cut = self.patterns, 0
        house = [k for k, word in enumerate(words) if k >= _PLACE and word.lower() in rules.joints]
        words = words[: house[0]] if house else words
        roles = [
            k
            for k, word in enumerate(words[:-1])
            if self.is_role(word) and word.lower() not in rules.first_names
        ]
        if roles and len(words) > 1:
            cut = roles[-1] + 1
        elif rules.nouns and len(words) >= 2 and words[0].lower() not in rules.first_names:
            long = len(words[0]) >= _LONG_NOUN or opened
            head = words[: _PLACE if long else _PLACE + 1]  # Kai Orel von der Zentrale has two names
            whole = any(word.lower() in rules.particles for word in head)
            cut = 1 if (long or len(words) > _PLACE) and not whole else 0
        if (
            len(words) == 1
            and (self.is_role(words[0]) or (opened and rules.nouns))
            and not self.is_known(words[0])
        ):
            return words, ()
        if not rules.nouns:
            cut = self._last_small(words)
        name = self._without_noun(tuple(words[cut:]))
        if name and cut and name[0].lower() in rules.particles:
            named = name[_PLACE:] if len(name) >= _PLACE + 2 else ()  # le maire de Taven Ana Kael
            named = () if named and named[0].lower() in rules.particles else named  # del Tribunal de Cuentas
            return words[: len(words) - len(named)], named
        if any(word.lower() in rules.no_names for word in name) or self._is_of_house(words, cut):
            return words, ()
        if len(name) > 1 and name[0].casefold() in self.credited:  # zitiert Interfax Ana Kael
            name = name[1:]
        return words[:cut], self._without_house(name)

    def _is_of_house(self, words: Sequence[str], cut: int) -> bool:
        """Whether one word behind a role and a preposition says of what: le chef de l'État."""
        small = self.patterns.articles | self.patterns.prepositions
        return 1 < cut == len(words) - 1 and words[cut - 1].lower().replace("’", "'") in small

    def _without_noun(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """A name without the noun behind it: laut Ana Kael Kinder, where nouns have capitals."""
        return name[:2] if len(name) == 3 and name[1] in self.surnames else name

    def _without_house(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """A full name without the house that its bearer is of: Ana Kael von der Hansebank, de la Banque."""
        rules = self.patterns
        joints = [k for k, word in enumerate(name) if word.lower() in rules.particles]
        for k in joints:
            behind = next((word for word in name[k:] if word.lower() not in rules.particles), "")
            if k >= _PLACE and (rules.nouns or self.names.is_body(behind.lower())):
                return name[:k]
        return name

    def _last_small(self, words: Sequence[str]) -> int:
        """One past the last word of a run that is in small letters and no particle: names have capitals."""
        small = [
            k
            for k, word in enumerate(words)
            if word[0].islower() and word.lower() not in self.patterns.particles
        ]
        return small[-1] + 1 if small else 0

    def may_speak(self, phrase: Phrase) -> bool:
        """Whether a phrase without a name brings in somebody or tells a role: no house, no paper."""
        return not phrase.definite or all(map(self.is_role, phrase.roles))

    def is_known(self, word: str) -> bool:
        """Whether it is the surname of somebody who is named in full."""
        return _key(word) in self._surnames

    def _sex(
        self, article: str, roles: Sequence[str], words: Sequence[str], name: Sequence[str]
    ) -> bool | None:
        """Whether a woman is meant, by the role, the form of address, the article, else the first name."""
        rules, bare = self.patterns, {word.rstrip(".") for word in words}
        last = next((role.lower() for role in reversed(roles) if self.is_role(role)), "")
        if rules.woman.search(last) or bare & self.names.women:
            return True
        if bare & self.names.men:
            return False
        if roles and article in rules.women_articles:
            return True
        if (roles and article in rules.men_articles) or (name and rules.man.search(last)):
            return False
        first = name[0].lower() if len(name) > 1 else ""
        return True if rules.women_names.search(first) else False if rules.men_names.search(first) else None

    # ---- persons ----

    def met(self, phrase: Phrase, place: int) -> Person | None:
        """The person whom a phrase names, made known if he is new; None where it names nobody."""
        if not phrase.name:
            return None
        found = self.of_name(phrase.name)
        if found is None:
            found = Person(phrase.name, len(self.every))
            self.every.append(found)
            self._know(found)
        elif len(phrase.name) > len(found.words):
            before, found.words = _keys(found.words), phrase.name
            self._know(found, before)
        found.places.append(place)
        found.roles.update(phrase.roles)
        if found.woman is None:
            found.woman = phrase.woman
        return found

    def of_name(self, words: Sequence[str]) -> Person | None:
        """Who has this name, or this surname; the last one met of several."""
        number = self._index.last_of(_keys(words)) if words else None
        return None if number is None else self.every[number]

    def is_credited(self, words: str) -> bool:
        """Whether these are the name of an outlet that the article credits, an article before it or not."""
        folded = words.casefold()
        return folded in self.credited or folded.partition(" ")[2] in self.credited - {""}

    def unknown(self, woman: bool | None) -> Person:
        """Somebody who is told of and has no name."""
        return Person((), -1, woman)

    def _know(self, one: Person, before: Keys = ()) -> None:
        keys = _keys(one.words)
        self._index.add(one.number, keys, before)
        self._surnames |= {keys[-1]} if len(keys) > 1 else set()

    def meant(
        self, phrase: Phrase, recent: Sequence[Person], leads: bool = False
    ) -> tuple[Meant, Person | None]:
        """Who is meant by a phrase: by the name, else by a role met before, else by the last who may be.

        `recent` are those named in the paragraph before the phrase. One that `leads` its sentence brings in
        somebody else where the last has a role of his own: the captain said so. The coach admitted …
        """
        person = self.of_name(phrase.name) if phrase.name else None
        if person is not None:
            sure = len(person.words) > 1 or len(person.places) > 1 or phrase.courtesy
            lone = self.patterns.nouns and len(person.words) == 1 and not (person.roles or phrase.courtesy)
            return Meant(person.name, _LONE if lone else _FULL if sure else _ONCE), person
        if phrase.name:
            lone = self.patterns.nouns and len(phrase.name) == 1 and not (phrase.roles or phrase.courtesy)
            return Meant(printed(phrase.name), _LONE if lone else _ONCE), None
        head = phrase.roles[:1] if phrase.pointing else phrase.roles[-1:]  # cette spécialiste du climat
        if not phrase.definite or not all(map(self.is_role, head)) or not head:
            return NOBODY, None
        holders = [one for one in self.every if one.roles & set(phrase.roles)]
        if len(holders) == 1:
            return Meant(holders[0].name, _ROLE), holders[0]
        meant, last = self._latest(phrase.woman, [one for one in recent if one.words], _LATEST)
        other = leads and last is not None and any(map(self.is_role, last.roles))
        return (NOBODY, None) if other else (meant, last)

    def pronoun(self, woman: bool | None, recent: Sequence[Person]) -> tuple[Meant, Person | None]:
        """Who “he” or “she” is: the last of those just named or heard who may be."""
        return self._latest(woman, recent, _PRONOUN)

    def _is_body(self, one: Person) -> bool:
        """Whether a body or an outlet has the name, and nobody who is meant by a pronoun."""
        heads = {word.lower() for word in (one.words[0], one.words[-1])}
        return any(map(self.names.is_body, heads)) or " ".join(one.words).casefold() in self.credited

    def _latest(
        self, woman: bool | None, recent: Sequence[Person], support: float
    ) -> tuple[Meant, Person | None]:
        fitting = [one for one in recent if woman is None or one.woman in (None, woman)]
        fitting = [one for one in fitting if not one.words or not self._is_body(one)]
        if not fitting or not fitting[0].words:
            return NOBODY, None
        rivals = {id(one) for one in fitting}
        first = fitting[0]
        if woman is not None and first.woman is None:
            first = next((one for one in fitting if one.woman is woman), first)
            first.woman = woman
        return Meant(first.name, support if len(rivals) == 1 else support * _RIVAL), first


@lru_cache(maxsize=10_000)
def _key(word: str) -> str:
    return name_key(word)


def _keys(words: Sequence[str]) -> Keys:
    return tuple(map(_key, words))


def lone_capitals(rows: Iterable[Sequence[Piece]]) -> frozenset[str]:
    """Words with a capital that stand somewhere without another such word beside them."""
    return frozenset(
        row[k].text
        for row in rows
        for k in range(len(row))
        if row[k].capital and not (k and row[k - 1].capital) and not (k + 1 < len(row) and row[k + 1].capital)
    )
