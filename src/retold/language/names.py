"""Names in one language: the lists that cut them, and whether two can be one person's, place's or body's.

Conservative both ways: names that share a part, an acronym, a stem or the
skeleton of their consonants may be the same and are never said to differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from retold.language.sentences import Abbreviations

Forms = frozenset[str]
Lists = Mapping[str, Any]

_BODIES = (
    "marks", "never", "plain", "heads", "going_on", "places", "offices", "legal_forms", "owners", "naming",
    "kindred", "topics", "fields", "sites", "regions", "urging",
    "urged_before", "urged_behind", "surnames",
)  # fmt: skip


class Names:
    """What a language knows of names; of an unknown language the rules on letters alone hold.

    The word lists: `ranks` (with the titles of men and women), `short_ranks` (in capitals before a name in
    full: DC Ana Kael), `men`, `women`, `particles`, `suffixes`, `generations` (such that
    tell a child from a parent),
    `family` (kin by blood or marriage), `relatives` (several at once: a couple),
    `kin` (role noun → the noun that stands for its kin),
    `camps` (noun of those who speak → their camp), `camp_kin` (camp → camps of one body), `bodies` (nouns),
    `marks` (words that mark a name as a body's), `heads` and `going_on` (the Bank of Tarnland),
    `offices` (such heads whose field may be two: the Department of Health and Care), `legal_forms` (Ltd),
    `owners` (women: the Women's Institute), `naming` (the group Direct Action), `kindred` (Harrow and Sons),
    `urging` (Save the Estuary) with the verbs behind it (`urged_before`)
    and the articles in it (`urged_behind`),
    `sites` (a bridge, which may be a surname as well), `regions` (Tarn province),
    `topics` and `fields` (the Committee on Health), `surnames` (marks that are also surnames),
    `places`, `never`, `plain`, `openers`, `given` (that is
    `given_men` and `given_women`), `definite` (articles before a title), `realms` (unions of states, word
    by word), and the small words around names: `prepositions`, `placing`, `articles`, `links`, `breaks`,
    `weekdays` and the words with which a weekday is a name (`of_weekdays`). `outlet` matches the end of an
    outlet's name.
    """

    ranks: Forms
    short_ranks: Forms
    men: Forms
    women: Forms
    particles: Forms
    suffixes: Forms
    generations: Forms
    family: Forms
    relatives: Forms
    kin: Mapping[str, str]
    camps: Mapping[str, str]
    camp_kin: Mapping[str, Forms]
    bodies: Forms
    marks: Forms
    sites: Forms
    regions: Forms
    never: Forms
    heads: Forms
    going_on: Forms
    places: Forms
    plain: Forms
    openers: Forms
    given: Forms
    given_men: Forms
    given_women: Forms
    prepositions: Forms
    placing: Forms
    articles: Forms
    links: Forms
    breaks: Forms
    definite: Forms
    weekdays: Forms
    of_weekdays: Forms
    offices: Forms
    legal_forms: Forms
    owners: Forms
    naming: Forms
    kindred: Forms
    topics: Forms
    fields: Forms
    urging: Forms
    urged_before: Forms
    urged_behind: Forms
    surnames: Forms
    realms: tuple[tuple[str, ...], ...]
    outlet: re.Pattern[str]

    def __init__(
        self,
        titles: Lists,
        roles: Lists,
        nicknames: Lists,
        openers: Forms,
    ) -> None:
        """The lists as `titles.toml`, `roles.toml` and `nicknames.toml` have them; any may be empty."""
        for name in (
            "men",
            "women",
            "particles",
            "suffixes",
            "family",
            "relatives",
            "short_ranks",
            "generations",
        ):
            setattr(self, name, frozenset(titles.get(name, ())))
        self.ranks = frozenset(titles.get("ranks", ())) | self.men | self.women
        self.kin = {noun: kin for kin, nouns in roles.get("kin", {}).items() for noun in nouns}
        self.camps = {noun: camp for camp, nouns in roles.get("camps", {}).items() for noun in nouns}
        self.camp_kin = {camp: frozenset(row) for camp, row in roles.get("camp_kin", {}).items()}
        bodies = roles.get("bodies", {})
        self.bodies = frozenset(bodies.get("nouns", ()))
        for name in _BODIES:
            setattr(self, name, frozenset(bodies.get(name, ())))
        given = titles.get("given", {})
        self.given_men, self.given_women = frozenset(given.get("men", ())), frozenset(given.get("women", ()))
        self.given = self.given_men | self.given_women
        for name in ("prepositions", "placing", "articles", "links", "breaks", "weekdays", "of_weekdays"):
            setattr(self, name, frozenset(titles.get("around", {}).get(name, ())))
        self.openers = openers
        self.definite = frozenset(titles.get("articles", ()))
        self.realms = tuple(tuple(realm.split()) for realm in titles.get("realms", ()))
        self.outlet = _ending(bodies.get("outlets", ()))
        self._address = self.ranks | self.suffixes | self.definite
        self._nicknames = frozenset((a, b) for row in nicknames.get("same", ()) for a in row for b in row)
        self.near = lru_cache(maxsize=1 << 14)(self._near)

    @staticmethod
    def of(
        titles: Lists,
        roles: Lists,
        nicknames: Lists,
        abbreviations: Abbreviations,
    ) -> Names:
        """The section from the lists of a language."""
        return Names(titles, roles, nicknames, abbreviations.openers)

    def is_body(self, word: str) -> bool:
        """Whether a folded word marks a name as that of a body: corp, council."""
        return word in self.bodies or word in self.marks

    def is_title(self, word: str) -> bool:
        """Whether a folded word is a rank, a title, a form of address or an article before one."""
        return word in self._address

    def tokens(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words of a name as they are compared: bare letters, without titles and particles.

        >>> from retold import language
        >>> language.of("en").names.tokens(["General", "Tomas", "al-Verrin’s"])
        ('tomas', 'verrin')
        """
        found: list[str] = []
        for word in words:
            for part in re.split(r"[\s-]+", word):
                bare = _bare(part)
                if bare and bare not in self._address and bare not in self.particles:
                    found.append(bare)
        return tuple(found)

    def is_short_for(self, a: str, b: str) -> bool:
        """Whether two name parts are forms of one given name: William, Bill."""
        return a != b and (a, b) in self._nicknames

    def same(self, a: Sequence[str], b: Sequence[str]) -> bool:
        """Whether two names (as `tokens`) may mean the same; True when in doubt.

        >>> from retold import language
        >>> same = language.of("en").names.same
        >>> same(("ilan", "verrin"), ("verrin",)), same(("verrin",), ("tolk",))
        (True, False)
        >>> same(("unc",), ("united", "nautical", "council")), same(("nm",), ("north", "mills", "corp"))
        (True, True)
        >>> same(("kel",), ("karla", "evrin")), same(("ke",), ("karla", "evrin"))
        (False, True)
        """
        if not a or not b:
            return True
        shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
        if all(any(self.near(x, y) for y in longer) for x in shorter):
            return True
        return self._acronym(shorter, longer)

    def apart(self, a: str, b: str) -> bool:
        """Whether two resolved names surely mean two: no part of one is near a part of the other.

        >>> from retold import language
        >>> apart = language.of("en").names.apart
        >>> apart("Ilan Verrin", "General Verrin"), apart("Ilan Verrin", "Osk Tolk")
        (False, True)
        """
        ours, theirs = self.tokens(a.split()), self.tokens(b.split())
        if not ours or not theirs or self.same(ours, theirs):
            return False
        if self._initials_of(a, b) or self._initials_of(b, a):
            return False
        return not any(self.near(x, y) for x in ours for y in theirs)

    def _near(self, a: str, b: str) -> bool:
        """Whether two name parts may be one: a slip, an initial, a nickname, a stem, another transliteration.

        Asked as `near`, which remembers.
        """
        if a == b or (a, b) in self._nicknames:
            return True
        if min(len(a), len(b)) == 1:
            return a[0] == b[0]
        if len(a) < 4 or len(b) < 4 or any(c.isdigit() for c in a + b):
            return False  # by another digit a type, a road or a year is another one
        from rapidfuzz.distance import OSA

        distance = OSA.distance(a, b)
        if distance <= 1 + (min(len(a), len(b)) >= 8):
            return True
        if a[0] == b[0] and distance <= 3 and skeleton(a) == skeleton(b) and len(skeleton(a)) >= 2:
            return True
        stem = min(len(a), len(b), 5)
        return a[: max(4, stem)] == b[: max(4, stem)] and abs(len(a) - len(b)) <= 4

    def _initials_of(self, short: str, long: str) -> bool:
        """Whether one is the initials of the other's capitals, a title among them (Captain Gale Corp, CG)."""
        capitals = [_bare(word) for word in long.split() if word[:1].isupper()]
        return self._acronym([_bare(short)], [word for word in capitals if word])

    def _acronym(self, shorter: Sequence[str], longer: Sequence[str]) -> bool:
        """Whether the shorter is the other's initials; of a body's name either may have one more."""
        if len(shorter) != 1 or len(longer) < 2 or len(shorter[0]) < 2:
            return False
        initials = "".join(part[0] for part in longer)
        if not self.is_body(longer[-1]) or abs(len(initials) - len(shorter[0])) > 1:
            return initials == shorter[0]
        return initials.startswith(shorter[0]) or shorter[0].startswith(initials)


def skeleton(word: str) -> str:
    """The consonants by which transliterations of one name agree.

    >>> skeleton("qaseem") == skeleton("kasim")
    True
    """
    plain = word.translate(str.maketrans("qcgvz", "kkjws"))
    plain = re.sub(r"ph", "f", plain)
    kept = plain[:1] + re.sub(r"[aeiouyhw]", "", plain[1:])
    return re.sub(r"(.)\1+", r"\1", kept)


_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:al|el|ul|an|ar|as|ash|at|az|ad)-(?=[^\W\d_])", re.IGNORECASE)

# Ways in which one sound of a name is carried into Latin letters, in the order in which they are made one.
TRANSLITERATIONS = (
    ("aa", "a"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("ei", "i"), ("ai", "i"), ("ay", "i"), ("e", "a"),
    ("o", "u"),
)  # fmt: skip
_LETTERS = (
    ("q", "k"),
    ("ll", "l"),
    ("mm", "m"),
    ("ss", "s"),
)  # the same of consonants, the last h dropped before


@lru_cache(maxsize=1 << 16)  # asked for each word of each name several times over
def name_key(word: str) -> str:
    """A word of a name as it is compared: folded, without accents, article or possessive.

    >>> name_key("al-Borouni’s"), name_key("Müller"), name_key("O’Marrow")
    ('borouni', 'muller', "o'marrow")
    """
    bare = _ARTICLE.sub("", unowned(word)).replace(".", "").replace("’", "'")
    decomposed = unicodedata.normalize("NFKD", bare)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def unowned(word: str) -> str:
    """A word without the ending that makes it an owner: Kael of Kael’s."""
    return _POSSESSIVE.sub("", word)


def has_article(word: str) -> bool:
    """Whether a word of a name begins with an article that Arabic names carry: al-Borouni."""
    return _ARTICLE.match(word) is not None


def transliterated(word: str) -> str:
    """One spelling for the ways in which a name is carried into Latin letters.

    >>> transliterated("borouni") == transliterated("boruni")
    True
    """
    for ours, one in TRANSLITERATIONS:
        word = word.replace(ours, one)
    word = word.rstrip("h")
    for ours, one in _LETTERS:
        word = word.replace(ours, one)
    return word


def _ending(nouns: Sequence[str]) -> re.Pattern[str]:
    """An expression for a name that ends in one of these nouns; matches nowhere without any."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, nouns))})$" if nouns else r"(?!)", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def _bare(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word).casefold()
    folded = re.sub(r"['’]s?$", "", folded)
    return "".join(c for c in folded if c.isalnum())
