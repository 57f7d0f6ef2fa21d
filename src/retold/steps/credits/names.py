"""Names of agencies and outlets: by the gazetteer, else by their form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Any

from retold import gazetteer, parameters
from retold.language import Language

_WORD = re.compile(r"[^\s/]+")  # names are joined by a slash, and hold none
_P = parameters.of("credits", "names")
_LONGEST = _P.integer("longest")
_SKIPPED = _P.integer("skipped")
_WINDOW = _P.integer("window")
_SPOKEN = _P.integer("spoken")
_SETS = (
    "articles", "doubtful", "plain", "forms", "sure_forms", "first_forms", "not_first", "describing",
    "joiners", "office_ends", "office_words", "title_ends", "title_heads", "desk_words", "first_sure",
)  # fmt: skip
_EDGE = ".,;:!?)]}\"”’'|"
_STOPPED = re.compile(r"[^\W\d_]{4}\.$")  # the stop of a sentence rather than of an abbreviation
_OPENING = frozenset('„“”"«»‚‘‹›')
_QUOTED = re.compile(r"(?P<name>[^\W\d_][^\n„“”\"«»‹›]{1,60}?)\s?[“”\"«»‘’›‹]")


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet named in a text: characters, canonical name, and how surely it is one."""

    start: int
    end: int
    name: str
    known: bool  # in the gazetteer
    doubtful: bool  # also a common word, a person or a body
    sure: bool  # the form alone is enough
    described: bool = False  # "the daily …" stood before, or a noun after
    agency: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """All names of one language's gazetteer, ready to be looked up."""

    known: Mapping[str, str]  # spelling → canonical name
    outlets: frozenset[str]  # all canonical names
    agencies: frozenset[str]  # canonical names
    heads: frozenset[str]  # first words of spellings
    tails: frozenset[str]  # last words of spellings
    doubtful: frozenset[str]
    plain: frozenset[str]
    forms: frozenset[str]
    sure_forms: frozenset[str]
    first_forms: frozenset[str]
    not_first: frozenset[str]
    describing: frozenset[str]
    joiners: frozenset[str]
    office_ends: frozenset[str]
    office_words: frozenset[str]
    title_ends: frozenset[str]
    title_heads: frozenset[str]
    desk_words: frozenset[str]
    articles: frozenset[str]  # that may stand before a name: the
    describing_ends: tuple[str, ...]
    possessives: tuple[str, ...]  # endings that are no part of a name
    nouns: re.Pattern[str]
    noun_words: frozenset[str]  # all words of them
    edges: str  # signs besides those of any language that may cling to the end of a name
    first_sure: frozenset[str]  # first words strong enough to name an outlet where the words around are weak
    lone: re.Pattern[str]  # one word that names an outlet by its form: Hanse-Kurier
    small_ends: re.Pattern[str]  # a word in small letters that ends a name: Courrier hanséatique
    cases: tuple[tuple[re.Pattern[str], str], ...]  # endings of other cases, and those that a name has
    pictures: re.Pattern[str]  # a second half that leaves no report of an agency's: dpa-Foto
    compounds: bool  # whether a name may be the first half of a word: dpa-Material

    def at(self, text: str, start: int) -> Named | None:
        """The outlet whose name begins at `start`, words that describe it allowed before."""
        line = text[start : start + _WINDOW].split("\n", 1)[0]
        first = _WORD.match(line)
        if first is None or not self._begins(first.group()):
            return self._first_half(first.group(), start) if first is not None else None
        found_words = islice(_WORD.finditer(line), _LONGEST + _SKIPPED)
        words = [(match.start(), match.group()) for match in found_words]
        for skipped in range(min(len(words), _SKIPPED + 1)):
            if skipped and not self._describes(words[skipped - 1][1]):
                return self._first_half(first.group(), start)
            found = self._from(line, words[skipped:], start, described=skipped > 0)
            if found is not None:
                return self._with_noun(text, found)
        return self._first_half(first.group(), start)

    def quoted(self, text: str, start: int) -> Named | None:
        """The name at `start` that fills a pair of quotation marks, one of which stands before it."""
        match = _QUOTED.match(text, start)
        before = text[max(0, start - 2) : start].strip()
        if match is None or before[-1:] not in _OPENING:
            return None
        told = match["name"].rstrip()
        words = told.split()
        titled = len(words) > 1 and words[0] in self.articles  # «El Correo»
        if len(words) > _LONGEST or (words[0] in self.not_first and not titled) or told[-1] in ".!?,":
            return None
        spelling = " ".join(told.replace("’", "'").split())
        name = self.canonical(spelling)
        known = name in self.outlets
        return Named(start, start + len(told), name, known, False, True, False, name in self.agencies)

    def placed(self, text: str, start: int) -> Named | None:
        """The run of capitalised words at `start`, where the place itself makes it an outlet's name."""
        line = text[start : start + _WINDOW].split("\n", 1)[0]
        bare = re.split(r"[()\[\]/.,;:]", line, maxsplit=1)[0]
        words = [(match.start(), match.group()) for match in _WORD.finditer(bare)][:_LONGEST]
        count = self._run(words)
        first = words[0][1] if count else ""
        if count == 0 or words[0][0] > 0 or (first in self.not_first - self.articles):
            return None
        if first in self.articles and (count == 1 or first.islower()):
            return None
        spelling, low, high = self._spelling(bare, words[:count])
        name = _bare(spelling, self.articles)
        sound = name.isprintable() and name != ""
        return Named(start + low, start + high, name, False, False, True) if sound else None

    def before(self, text: str, end: int) -> Named | None:
        """The outlet whose name ends at `end`."""
        low = max(0, end - _WINDOW)
        line = text[low:end].rsplit("\n", 1)[-1]
        begin = end - len(line)
        if not self._may_end(text, begin, end):
            return None
        places = [match.start() for match in _WORD.finditer(line)][-_LONGEST - 2 :]
        for place in places:
            found = self.at(text, begin + place)
            if found is not None and found.end == end:
                return found
        return None

    def _may_end(self, text: str, begin: int, end: int) -> bool:
        """Whether a name can end at `end`, in a line from `begin` on: cheap, before the dear test.

        Only a name that is known, one by its form or a noun behind a name ends with a small letter.
        """
        last = re.split(r"[\s/]", text[begin:end])[-1].replace("’", "'")
        if not last[:1].islower() or self.cases:
            return True
        return last in self.tails or last in self.noun_words or self.small_ends.search(last) is not None

    def canonical(self, name: str) -> str:
        """The gazetteer's name for `name`, or its words as they stand.

        >>> from retold import language
        >>> names(language.of("en")).canonical("The AP")
        'Associated Press'
        """
        told = " ".join(name.replace("’", "'").split())
        bare = self._as_named(_bare(told, self.articles))
        return self.known.get(told) or self.known.get(bare, bare)

    def is_title(self, name: str) -> bool:
        """Whether words behind a reporter's name may say what somebody is or the desk, and no outlet.

        A closed list of offices would end somewhere: a paper has a canals reporter, and a head of news.

        >>> from retold import language
        >>> en = names(language.of("en"))
        >>> [en.is_title(x) for x in ("Canals Reporter", "World News", "Head of News", "Tarn Gazette")]
        [True, True, True, False]
        """
        parts = [word for word in name.split() if word not in self.joiners]
        if not parts or name.split(maxsplit=1)[0] in self.articles:
            return False
        of_desk = all(word in self.desk_words or word in self.office_words for word in parts)
        return parts[-1] in self.title_ends or parts[0] in self.title_heads or of_desk

    def _as_named(self, spelling: str) -> str:
        """A spelling as a name has it: der Neuen Post is the Neue Post."""
        for ending, own in self.cases:
            spelling = ending.sub(own, spelling)
        return spelling

    def _first_half(self, word: str, start: int) -> Named | None:
        """The agency that is the first half of a word: the dpa of dpa-Material, the AFP of AFP-Reuters."""
        head, sign, rest = word.partition("-")
        paired = self.known.get(rest.rstrip(_EDGE)) in self.agencies
        parted = paired or (self.compounds and sign and not self.pictures.match(rest))
        name = self.known.get(head) if parted else None
        if name is None or name not in self.agencies:
            return None
        return Named(start, start + len(head), name, True, False, True, False, True)

    def _begins(self, word: str) -> bool:
        """Whether a name or its description can begin with this word: cheap, before the dear tests."""
        return word[0].isupper() or self._heads(word) or self._describes(word)

    def _heads(self, word: str) -> bool:
        """Whether a spelling of the gazetteer begins with this word."""
        plain = word.replace("’", "'")
        return plain in self.heads or plain.rstrip(_EDGE + self.edges) in self.heads

    def _from(self, line: str, words: list[tuple[int, str]], start: int, described: bool) -> Named | None:
        bent = any(ending.search(line) for ending, _ in self.cases)
        likely = bool(words) and (bent or self._heads(words[0][1]))
        for count in range(min(len(words), _LONGEST) if likely else 0, 0, -1):
            spelling, low, high = self._spelling(line, words[:count])
            if bent and spelling not in self.known:
                spelling = self._as_named(spelling)
            if spelling in self.known:
                longer = self._by_form(line, words, start)
                if (
                    longer is not None
                    and longer.sure
                    and longer.end > start + high
                    and self._sure_first(longer)
                ):
                    return longer
                name = self.known[spelling]
                doubtful = self._is_doubtful(spelling, described) or self._is_anybodys(spelling, line, words)
                agency = name in self.agencies
                return Named(start + low, start + high, name, True, doubtful, True, described, agency)
        return self._by_form(line, words, start)

    def _is_doubtful(self, spelling: str, described: bool) -> bool:
        return spelling in self.doubtful and not (described or spelling in self.plain)

    def _is_anybodys(self, spelling: str, line: str, words: list[tuple[int, str]]) -> bool:
        """Whether capitals that many bodies go by have nothing but an article before them: the AA, the PA."""
        bare = _bare(spelling, self.articles)
        if not (bare.isupper() and bare in self.doubtful - self.plain):
            return False
        before = line[: words[0][0]].split()
        return spelling != bare or (bool(before) and before[-1] in self.articles)

    def _sure_first(self, named: Named) -> bool:
        """Whether a name begins as only names do, and goes on: El Heraldo de Taven is not El Heraldo."""
        return named.name.partition(" ")[0] in self.first_sure

    def _by_form(self, line: str, words: list[tuple[int, str]], start: int) -> Named | None:
        """A run of capitalised words that ends (or begins) as names of outlets do."""
        for count in range(self._run(words), 0, -1):
            spelling, low, high = self._spelling(line, words[:count])
            parts = self._as_named(_bare(spelling, self.articles)).split()
            shown = self._shown(parts)
            if shown is not None:
                return Named(start + low, start + high, " ".join(parts), False, False, shown)
        return None

    def _shown(self, parts: Sequence[str]) -> bool | None:
        """Whether the form of a name alone shows surely that it is an outlet's; None where it does not."""
        if not parts or parts[0] in self.not_first or self._is_office(parts):
            return None
        if len(parts) == 1:
            return True if self.lone.fullmatch(parts[0]) else None
        if " ".join(parts) in self.doubtful:
            return None
        small = self.small_ends.search(parts[-1]) is not None
        if not parts[-1][:1].isupper() and not (small and parts[0] in self.first_forms):
            return None
        ending = {parts[-1], " ".join(parts[-2:])} if len(parts) > 2 else {parts[-1]}
        if ending & self.forms or parts[0] in self.first_forms:
            return bool(ending & self.sure_forms) or parts[0] in self.first_sure
        return None

    def _is_office(self, parts: Sequence[str]) -> bool:
        """Whether the words say what somebody is at a paper (Chief Reporter), and no outlet's name."""
        return parts[-1] in self.office_ends and all(word in self.office_words for word in parts[:-1])

    def _with_noun(self, text: str, found: Named) -> Named:
        """The name with the noun after it: Tasnim news agency."""
        match = self.nouns.match(text, found.end)
        if match is None or match.end() == found.end:
            return found
        return replace(found, end=match.end(), doubtful=False, sure=True, described=True)

    def _describes(self, word: str) -> bool:
        return word in self.describing or bool(
            self.describing_ends and word.replace("’", "'").endswith(self.describing_ends)
        )

    def _spelling(self, line: str, words: list[tuple[int, str]]) -> tuple[str, int, int]:
        """The words as one spelling without what clings to its edges, and its characters in the line."""
        low = words[0][0]
        high = words[-1][0] + len(words[-1][1])
        told = line[low:high].rstrip(_EDGE + self.edges)
        for own in self.possessives:
            told = told.removesuffix(own) if len(words) > 1 and told.endswith(own) else told
        spelling = " ".join(told.replace("’", "'").split())
        return spelling, low, low + len(told)

    def _run(self, words: list[tuple[int, str]]) -> int:
        """How many of the words are a run of capitalised ones, joined by small ones."""
        count = 0
        for number, (_, word) in enumerate(words[:_LONGEST], start=1):
            if word[:1].isupper() or self._elided(word):
                count = number
                if word.rstrip(".")[-1:] in tuple(",;:)!?“”»") or (self.first_sure and _STOPPED.search(word)):
                    break
            elif self._closes(words, number):
                return number
            elif word not in self.joiners and not (number == 1 and word in self.articles):
                break
        return count

    def _elided(self, word: str) -> bool:
        """Whether a word goes on with a name behind an elided one: La Dépêche d'Anzin."""
        head, sign, rest = word.replace("’", "'").partition("'")
        return head + sign in self.joiners and rest[:1].isupper()

    def _closes(self, words: list[tuple[int, str]], number: int) -> bool:
        """Whether a word in small letters ends a name of two words or three: le Courrier hanséatique."""
        bare = [word for _, word in words[: number - 1] if word not in self.articles]
        last = words[number - 1][1].rstrip(_EDGE + self.edges)
        return len(bare) == 1 and bare[0] in self.first_forms and self.small_ends.search(last) is not None


@cache
def names(language: Language) -> Names:
    """The gazetteer's names with the forms of `language`; built once."""
    data = language.credits
    rows = (*gazetteer.csv("agencies"), *gazetteer.csv("outlets"))
    known: dict[str, str] = {}
    lists = _lists(data)
    for row in rows:
        for spelling in gazetteer.spellings(row):
            _learn(known, spelling, row["name"], lists["articles"])
    known |= data.get("spellings", {})
    if data.get("titled"):
        titled = _titled(known)
        known |= titled
        lists["doubtful"] |= titled.keys()
    agencies = frozenset(row["name"] for row in gazetteer.csv("agencies"))
    heads = frozenset(spelling.split()[0] for spelling in known)
    tails = frozenset(spelling.split()[-1].rpartition("/")[2] for spelling in known)
    outlets = frozenset(known.values())
    return Names(known=known, outlets=outlets, agencies=agencies, heads=heads, tails=tails, **lists)


def _titled(known: Mapping[str, str]) -> dict[str, str]:
    """Acronyms that are spoken as words, with one capital as some presses print them: Tass, Ria Novosti."""
    found = {}
    for spelling, name in known.items():
        words = spelling.split()
        told = " ".join(word.capitalize() if word.isupper() else word for word in words)
        if len(spelling) >= _SPOKEN and all(word.isalpha() for word in words) and told not in known:
            found[told] = name
    return found


def _learn(known: dict[str, str], spelling: str, name: str, articles: frozenset[str]) -> None:
    folded = spelling.replace("’", "'")
    known[folded] = name
    if " " in folded:  # a name in capitals, as datelines and bylines have it
        known.setdefault(folded.upper(), name)
    bare = _bare(folded, articles)
    for article in articles:
        known.setdefault(f"{article} {bare}", name)


def _bare(spelling: str, articles: frozenset[str]) -> str:
    """A name without the article before it."""
    first, _, rest = spelling.partition(" ")
    if rest and first in articles:
        return rest
    elided, mark, rest = spelling.partition("'")
    return rest if rest and elided + mark in articles else spelling


def _lists(data: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {key: frozenset(data.get(key, ())) for key in _SETS}
    nouns = re.compile(data.get("nouns", "(?!)"))
    ends = {key: tuple(data.get(key, ())) for key in ("describing_ends", "possessives")}
    shapes = {key: re.compile(data.get(key, "(?!)")) for key in ("lone", "small_ends", "pictures")}
    cases = tuple((re.compile(ending), str(own)) for ending, own in data.get("cases", ()))
    noun_words = frozenset(re.findall(r"[^\W\d_]+", nouns.pattern.replace("\\s", " ")))
    more = {"nouns": nouns, "noun_words": noun_words, "edges": str(data.get("edges", "")), "cases": cases}
    return found | ends | shapes | more | {"compounds": bool(data.get("compounds"))}
