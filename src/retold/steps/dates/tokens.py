"""The pieces of a text that matter to dates, each with one mark for its set of classes.

A text of n words becomes a string of n marks, so that a rule is an ordinary
regular expression over marks: fast, linear, and free of the words of a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

Value = int | float | str
_SHAPES = (
    "iso",
    "slash",
    "clock",
    "qn",
    "decade",
    "shortdecade",
    "shortyear",
    "dayth",
    "half",
    "number",
    "fiscalyear",
    "own",
    "word",
    "gap",
)
_NUMBER_SETS = ({"N"}, {"N", "DAY"}, {"N", "YEAR"})
_OTHER_SETS = (
    {"ISO"}, {"SLASH"}, {"CLOCK"}, {"DECADE"}, {"SHORTDECADE"}, {"SHORTYEAR"}, {"DAYTH", "ORDINAL"}, {"OWN"},
    {"QN"}, {"FISCALYEAR"}, {"HALF"}, {"WORD"}, {"NAME"}, {","}, {"-"}, {"STOP"}, set[str](),
)  # fmt: skip
_MONEY = "$£€¥₹#№"
_APOSTROPHE, _APOSTROPHES = "'", "['’]"
_KEPT = 1 << 14  # words
_STOPS = ".!?;\n"
_DASHES = "-‐‑–"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The pieces of one text: where they stand, how they read, and their marks."""

    words: list[str]  # folded to lower case, straight apostrophes
    starts: list[int]  # characters
    ends: list[int]
    marks: str  # one character a piece


@dataclass(frozen=True, slots=True)
class Endings:
    """What a language sets on the end of a number or a word: 22nd, weekday's, won't. Any may be empty."""

    ordinals: Iterable[str] = ()
    owners: Iterable[str] = ()
    contractions: Iterable[str] = ()
    day_first: Iterable[str] = ()  # signs between the numbers of a date besides the slash: 22.5.2021
    compounds: tuple[Iterable[str], Iterable[str]] = ((), ())  # first and second halves of what is two words
    clocks: Iterable[str] = ()  # expressions for times of day besides 14:30, as 14h30
    elided: Iterable[str] = ()  # words that lose their vowel before another: the l of l'année
    fiscal: Iterable[str] = ()  # letters before the number of a year of accounts: the FY of FY2022


_NO_ENDINGS = Endings()


class Lexicon:
    """Which classes a piece belongs to, and its value in each.

    `classes` gives each class its words with values; `capital` names the classes
    that need a capital letter, `small` those that need none; `literals` are words that rules name
    themselves.
    """

    def __init__(
        self,
        classes: Mapping[str, Mapping[str, Value]],
        capital: Iterable[str],
        literals: Iterable[str],
        endings: Endings = _NO_ENDINGS,
        small: Iterable[str] = (),
    ) -> None:
        self.classes = {name.upper(): words for name, words in classes.items()}
        self.capital = frozenset(name.upper() for name in capital)
        self.small = frozenset(name.upper() for name in small)
        self._marks: dict[frozenset[str], str] = {}
        self._words: dict[str, tuple[str, str]] = {}  # word → mark in lower case, mark with a capital
        for shape in (*_NUMBER_SETS, *_OTHER_SETS):
            self._mark(shape)
        self._unknown = (self._mark({"WORD"}), self._mark({"NAME"}))
        self._learn(frozenset(literals))
        whole = (word for word in self._words if word.endswith(".") or "-" in word)
        self.pattern = _tokeniser(whole, endings)
        self._word = lru_cache(_KEPT)(self._read_word)  # a few thousand words are most of any text

    def charset(self, name: str) -> str:
        """A regular expression for one piece of class (or literal) `name`."""
        marks = self.marks(name)
        if not marks:
            raise ValueError(f"no word is of class {name}: name a class of the file or one of its words")
        return f"[{re.escape(marks)}]"

    def marks(self, name: str) -> str:
        """All marks of pieces of class (or literal) `name`."""
        return "".join(mark for classes, mark in self._marks.items() if name in classes)

    def tokens(self, text: str) -> Tokens:
        """`text` cut into pieces; time and memory grow with its length alone."""
        found = Tokens([], [], [], "")
        marks = []
        for match in self.pattern.finditer(text):
            plain = match.lastgroup == "word"
            word, mark = self._word(match.group()) if plain else self._told(match, text)
            start, end = match.span()
            found.words.append(word)
            found.starts.append(start)
            found.ends.append(end)
            marks.append(mark)
        return Tokens(found.words, found.starts, found.ends, "".join(marks))

    def _learn(self, literals: frozenset[str]) -> None:
        words = literals.union(*(words for words in self.classes.values()))
        for word in words:
            classes = {name for name, listed in self.classes.items() if word in listed}
            own = {word} if word in literals else set()
            lower = (classes - self.capital) | own
            self._words[word] = (
                self._mark(lower | {"WORD"}),
                self._mark((classes - self.small) | own | {"NAME"}),
            )

    def _mark(self, classes: set[str]) -> str:
        return self._marks.setdefault(frozenset(classes), chr(0x4E00 + len(self._marks)))

    def _told(self, match: re.Match[str], text: str) -> tuple[str, str]:
        """How a piece that is no word reads, and its mark."""
        word, shape = _folded(match.group()), match.lastgroup
        if shape == "number":
            return word, self._mark(_number(match, text))
        if shape == "dayth":
            return word, self._mark({"DAYTH", "ORDINAL"})
        if shape == "fiscalyear":
            return _whole_year(word), self._mark({"FISCALYEAR"})
        if shape == "gap":
            return word, self._mark({"STOP"})
        return word, self._mark(_point(word) if shape is None else {shape.upper()})

    def _read_word(self, given: str) -> tuple[str, str]:
        """How a word reads, and its mark."""
        word = _folded(given)
        return word, self._words.get(word, self._unknown)[given[0].isupper()]


def _folded(given: str) -> str:
    """A piece in lower case, with straight apostrophes and none at its end."""
    word = given.lower()
    if word.isalpha():  # as nearly all are: no apostrophe is looked for in them
        return word
    word = word.replace("’", "'").replace("‘", "'")
    return word.rstrip("'") or word


def _whole_year(word: str) -> str:
    """The four digits of a year of accounts, the first of two: fy2022, fy22, fy2022/23."""
    digits = re.findall(r"\d+", word)[0]
    return digits if len(digits) == 4 else f"20{digits}"


def _point(word: str) -> set[str]:
    if word == ",":
        return {","}
    if word in _DASHES:
        return {"-"}
    return {"STOP"} if word in _STOPS else set()


def _number(match: re.Match[str], text: str) -> set[str]:
    """The classes of a number: one in money or a share is none of them."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    digits = match.group()
    if (before and before in _MONEY) or after == "%" or len(digits) > 9:
        return set()
    if not digits.isdigit():
        return {"N"}
    number = int(digits)
    if len(digits) == 4 and 1000 <= number < 2200:
        return {"N", "YEAR"}
    return {"N", "DAY"} if 1 <= number <= 31 and len(digits) <= 2 else {"N"}


def _any(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest first; it matches nowhere without any."""
    found = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return f"(?:{found.replace(_APOSTROPHE, _APOSTROPHES)})" if found else "(?!)"


def _halved(endings: Endings) -> str:
    """The first half of a word that is two: the Montag of Montagabend."""
    first, second = map(_any, endings.compounds)
    return rf"(?i:{first}(?={second}s?\b))"


def _elision(endings: Endings) -> str:
    """A word without its vowel, close to the next: the l' of l'année."""
    return rf"(?i:{_any(endings.elided)})['’](?=\w)"


def _tokeniser(whole: Iterator[str], endings: Endings) -> re.Pattern[str]:
    """One expression for all pieces; `whole` are the words that keep their point or hyphen."""
    shapes = (
        r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-])",
        rf"\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}})(?![\w/])"
        rf"|\d{{1,2}}{_any(endings.day_first)}\s?\d{{1,2}}{_any(endings.day_first)}\s?(?:\d{{4}}|\d{{2}})(?!\w|\.\w)",
        r"\d{1,2}:\d{2}(?::\d{2})?(?![\w:])|\d{1,2}\.\d{2}(?=\s?[ap]\.?m\b)"
        rf"|(?<![\w.,])(?:{'|'.join(endings.clocks) or '(?!)'})(?!\w)",
        r"\b[Qq][1-4](?!\w)",
        r"[12]\d{2}0['’]?s\b",
        r"['’‘]?[2-9]0s\b",
        r"['’‘]\d{2}(?!\w)",
        rf"\d{{1,2}}{_any(endings.ordinals)}(?!\w)",
        r"(?<!\d)1/2(?![\w/])|½",
        r"(?<!\w)[0-9]{1,30}(?:[.,][0-9]{1,30}){0,9}",
        rf"(?<!\w){_any(endings.fiscal)} ?['’]?(?:\d{{4}}|\d{{2}})(?:[/–-]\d{{2,4}})?(?!\w)",
        rf"{_any(endings.owners)}\b",
        rf"(?i:{_any(whole)})(?!\w)|{_halved(endings)}|{_elision(endings)}|[^\W\d_]+(?:['’]{_any(endings.contractions)}\b)?",
        r"\n[^\S\n]*\n",
    )
    named = [f"(?P<{name}>{shape})" for name, shape in zip(_SHAPES, shapes, strict=True)]
    digits = _SHAPES.index("number") + 1  # so many begin with a digit, an apostrophe or the q of a quarter
    each = [rf"(?=[\d'’‘qQ½])(?:{'|'.join(named[:digits])})", *named[digits:], r"[^\s\w\[\]]"]
    return re.compile(
        rf"(?![^\S\n])(?:{'|'.join(each)})"
    )  # an editor's brackets part nothing: [Ten] years ago
