"""Who occurs in an article: persons and bodies, joined from all the ways they are named.

Names are joined by surname, by initials of a body, and by a slip of the pen
(one letter more, less, other, or two letters swapped). Roles come from the
words before a name (the union leader Ana Kael) and from appositions.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from retold import parameters
from retold.steps.statements.names import Name, key, names, titles, tokens

_P = parameters.of("statements", "cast")
_WINDOW = _P.integer("window")
_MANY = _P.integer("many")
_SLIP_LENGTH = _P.integer("slip_length")


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun said of somebody, with the words around it, at a place of the text."""

    kin: str
    words: frozenset[str]
    at: int


@dataclass(slots=True)
class Figure:
    """A person or body of the article."""

    number: int
    name: Name
    mentions: list[Name] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    man: bool | None = None
    placed: int = 0  # namings behind "in", "near" and the like
    slips: set[int] = field(default_factory=set)  # starts of namings that are slips

    @property
    def person(self) -> bool:
        """Whether this may be a person."""
        return not self.name.body and self.placed * 2 <= len(self.mentions)

    @property
    def printed(self) -> str:
        """The fullest form of the name in the article."""
        return self.name.printed


class Cast:
    """The figures of one article, and where each is named."""

    def __init__(self, text: str, starts: Iterable[int]) -> None:
        self.stream = tokens(text)
        self._token_starts = [start for _, start, _ in self.stream]
        self._heads = frozenset(starts)  # first characters of sentences
        found = list(names(self.stream, self._heads))
        self.figures: list[Figure] = []
        self._by_last: dict[str, list[Figure]] = defaultdict(list)
        self._by_any: dict[str, list[Figure]] = defaultdict(list)
        self._of: dict[int, Figure] = {}
        self.namings = sorted(found, key=lambda name: name.start)
        self._starts = [name.start for name in self.namings]
        self._gather(found)

    def of(self, name: Name) -> Figure | None:
        """The figure that this naming means; None where it is not clear."""
        return self._of.get(name.start)

    def between(self, start: int, end: int) -> Sequence[Name]:
        """The namings that begin within these characters."""
        return self.namings[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def over(self, start: int, end: int) -> list[Name]:
        """The namings that share a character with these."""
        low = max(0, bisect_right(self._starts, start) - 1)
        return [n for n in self.namings[low : bisect_left(self._starts, end)] if n.end > start]

    def word_before(self, name: Name) -> str:
        """The lower-case word before a naming and its titles, '' at the head of the text."""
        at = bisect_left(self._token_starts, name.start) - len(name.titles)
        while at > 0 and (self.stream[at - 1][0] == "the" or key(self.stream[at - 1][0]) in titles().ranks):
            at -= 1
        return self.stream[at - 1][0].lower() if at > 0 else ""

    def possessive(self, name: Name) -> bool:
        """Whether the naming owns what follows (Kael’s plan)."""
        at = bisect_right(self._token_starts, name.end - 1) - 1
        return at >= 0 and self.stream[at][2] > name.end

    # ---- joining ----

    def _gather(self, found: list[Name]) -> None:
        for name in found:
            if len(name.keys) > 1:
                self._add(name, self._same_full(name))
        for name in found:
            if len(name.keys) == 1:
                self._add(name, self._same_short(name))
        self._mend_slips()
        self.figures = [figure for figure in self.figures if figure.mentions]
        for figure in self.figures:
            self._describe(figure)

    def _same_full(self, name: Name) -> Figure | None:
        for figure in self._by_last.get(name.keys[-1], ()):
            theirs = figure.name.keys
            if theirs[0] == name.keys[0] or theirs[0][:1] == name.keys[0] or name.keys[0][:1] == theirs[0]:
                return figure
        return None

    def _same_short(self, name: Name) -> Figure | None:
        last = name.keys[-1]
        owners = self._by_last.get(last) or [f for f in self._by_any.get(last, ()) if f.person]
        fitting = [f for f in owners if _agrees(f, name)]
        persons = [figure for figure in fitting if figure.person]
        if len(fitting) > 1 and not persons:
            return None  # Korea is neither North Korea nor South Korea
        fitting = persons or fitting
        if len(fitting) > 1:
            earlier = [f for f in fitting if f.mentions[0].start < name.start] or fitting
            return max(earlier, key=lambda f: (len(f.mentions), -f.number))
        return fitting[0] if fitting else None

    def _add(self, name: Name, figure: Figure | None) -> None:
        if figure is None:
            figure = Figure(len(self.figures), name)
            self.figures.append(figure)
            self._by_last[name.keys[-1]].append(figure)
        if (not name.body, len(name.keys)) > (not figure.name.body, len(figure.name.keys)):
            figure.name = name
        figure.mentions.append(name)
        self._of[name.start] = figure
        for one in name.keys[:-1]:
            if figure not in self._by_any[one]:
                self._by_any[one].append(figure)
        lists = titles()
        if lists.men.intersection(name.titles):
            figure.man = True
        elif lists.women.intersection(name.titles):
            figure.man = False

    def _mend_slips(self) -> None:
        """Join a surname that occurs once or twice to a known one it is a slip of."""
        if len(self.figures) > _MANY:
            return
        counts = Counter(name.keys[-1] for figure in self.figures for name in figure.mentions)
        known = [f for f in self.figures if counts[f.name.keys[-1]] >= 2 and f.person]
        for figure in [f for f in self.figures if len(f.name.keys) == 1 and f.person]:
            mine = figure.name.keys[-1]
            if len(mine) < _SLIP_LENGTH or counts[mine] > 2:
                continue
            right = [f for f in known if f is not figure and _slip(mine, f.name.keys[-1])]
            if len(right) == 1 and counts[right[0].name.keys[-1]] > counts[mine]:
                self._join(figure, right[0])

    def _join(self, slip: Figure, right: Figure) -> None:
        for name in slip.mentions:
            self._of[name.start] = right
            right.slips.add(name.start)
        right.mentions.extend(slip.mentions)
        slip.mentions = []

    # ---- roles ----

    def _describe(self, figure: Figure) -> None:
        figure.mentions.sort(key=lambda name: name.start)
        lists = titles()
        for name in figure.mentions:
            at = bisect_left(self._token_starts, name.start)
            before = self._before(at)
            if at and self.stream[at - 1][0] in lists.placing:
                figure.placed += 1
            words = [*before, *name.titles]
            figure.roles.extend(_roles(words, name.start))
            self._appose(figure, name)
            if figure.man is None and before[-1:]:
                figure.man = _gender(before[-1], lists.men, lists.women)
            if figure.man is None and len(name.keys) > 1:
                figure.man = _gender(name.keys[0], lists.given_men, lists.given_women)

    def _before(self, at: int) -> list[str]:
        """Words that lead up to a name without a break: the head of the dock union."""
        found: list[str] = []
        comma = at > 0 and self.stream[at - 1][0] == ","
        at -= comma
        for word, start, _ in reversed(self.stream[max(0, at - _WINDOW) : at]):
            if not _leads_up(word) or (word == "and" and _has_role(found)):
                break
            found.append(key(word))
            if start in self._heads:
                break
        found.reverse()
        if comma and found[:1] not in (["the"], ["a"], ["an"], ["its"], ["their"], ["his"], ["her"]):
            return []
        return found

    def _appose(self, figure: Figure, name: Name) -> None:
        """Give the roles of an apposition to its figure, or one each to two figures joined by "and"."""
        words = self._behind(name)
        parts = _shared_out(words)
        other = self._partner(name) if parts else None
        if other is None:
            figure.roles.extend(_roles(words, name.start))
            return
        for one, part in ((other, parts[0]), (figure, parts[1])):
            one.roles.extend(_roles(part, name.start))

    def _partner(self, name: Name) -> Figure | None:
        """The figure named just before, if "and" alone stands between."""
        at = bisect_left(self._token_starts, name.start)
        if at < 2 or self.stream[at - 1][0] != "and":
            return None
        before = self.over(self.stream[at - 2][1], self.stream[at - 2][2])
        return self.of(before[-1]) if before else None

    def _behind(self, name: Name) -> list[str]:
        """Words of an apposition: Ana Kael, the head of the dock union,"""
        at = bisect_left(self._token_starts, name.end)
        if not (self.stream[at : at + 1] and self.stream[at][0] == ","):
            return []
        words = []
        for word, _, _ in self.stream[at + 1 : at + 1 + _WINDOW]:
            if not _leads_up(word):
                break
            words.append(key(word))
        return words if words[:1] and (words[0] in titles().articles or words[0] in titles().kin) else []


def _leads_up(word: str) -> bool:
    """Whether a word may stand within a title: capitals, role nouns, their links and qualifiers."""
    lower = word.lower()
    lists = titles()
    if not word[0].isalnum():
        return word in lists.links
    known = lower in lists.links or lower in lists.ranks or lower in lists.kin or lower in lists.plain
    return known or word[0].isupper() or lower in lists.bodies or _plain_noun(lower)


def _plain_noun(word: str) -> bool:
    """A lower-case word that may qualify a role: long enough, and no common verb ending."""
    return (
        len(word) > 2
        and word.isalpha()
        and not word.endswith(("ed", "ing", "ly"))
        and word not in titles().breaks
    )


def _has_role(words: Sequence[str]) -> bool:
    return any(word in titles().kin for word in words)


def _shared_out(words: Sequence[str]) -> list[list[str]]:
    """“leaders of the dockers and the pilots” as one role for each of two."""
    lists = titles()
    plural = bool(words) and words[0] in lists.kin and words[0].endswith("s")
    if not plural or list(words).count("and") != 1 or "of" not in words:
        return []
    at = list(words).index("and")
    return [list(words[:at]), [words[0], *words[at + 1 :]]]


def _roles(words: Sequence[str], at: int) -> list[Role]:
    lists = titles()
    around = frozenset(word for word in words if word not in lists.links and word not in lists.plain)
    heads = {lists.kin[word] for word in words if word in lists.kin}
    return [Role(head, around, at) for head in sorted(heads)]


def _gender(word: str, men: frozenset[str], women: frozenset[str]) -> bool | None:
    return True if word in men else False if word in women else None


def _agrees(figure: Figure, name: Name) -> bool:
    """Whether a bare surname with its title may mean this figure."""
    lists = titles()
    if lists.men.intersection(name.titles):
        return figure.man is not False
    if lists.women.intersection(name.titles):
        return figure.man is not True
    return True


def _slip(one: str, other: str) -> bool:
    """Whether two names differ by one slip, or only by how they are spelt in our letters."""
    if one == other or abs(len(one) - len(other)) > 2 or one[0] != other[0]:
        return False
    return _spelt(one) == _spelt(other) or (
        min(len(one), len(other)) >= _SLIP_LENGTH and _one_edit(one, other)
    )


def _one_edit(one: str, other: str) -> bool:
    """One letter more, less or other, or two neighbours swapped (Damerau's four slips)."""
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )


_SPELLINGS = (
    ("aa", "a"),
    ("ee", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("ei", "i"),
    ("ai", "i"),
    ("ay", "i"),
    ("e", "a"),
    ("o", "u"),
)


def _spelt(word: str) -> str:
    """One spelling for the ways a name is carried into our letters."""
    for ours, one in _SPELLINGS:
        word = word.replace(ours, one)
    return word.rstrip("h").replace("q", "k").replace("ll", "l").replace("mm", "m").replace("ss", "s")
