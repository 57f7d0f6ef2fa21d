"""The words of a family's versions: how much each weighs, and which look like slips."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import numpy as np

from retold import parameters
from retold.algorithms.edits import is_one_edit
from retold.language import Language
from retold.tables import Grid, Hashes, Ints, Witness

_P = parameters.of("lineage", "vocabulary")
PLAIN = _P.number("plain")
SMALL = _P.number("small")
NAME = _P.number("name")
FIGURE = _P.number("figure")
QUOTED = _P.number("quoted")
SLIP_LETTERS = _P.integer("slip_letters")
STEM = _P.integer("stem")
LISTED = _P.number("listed")
LONGEST_READ = 40  # characters of a word that are looked at


@dataclass(frozen=True, slots=True, eq=False)
class Customs:
    """What a language says of its words that bears on how they weigh; empty where nothing is known."""

    small: frozenset[str]  # words of the grammar
    numbers: frozenset[str]
    endings: frozenset[str]  # that turn one form of a word into another
    spellings: tuple[tuple[re.Pattern[str], str], ...]  # customs of spelling, and what they are read as
    forms: Mapping[str, str]  # words that houses write differently, and one form for each
    capital_nouns: bool = False  # whether a capital alone makes no name
    one_ending: frozenset[frozenset[str]] = frozenset()  # pairs of which a stem has one ending or the other

    def spelling(self, word: str) -> str:
        """The word with the customs of spelling taken out."""
        return _spelt(self.spellings, word)

    def plain(self, text: str) -> str:
        """The word as every house might write it: numbers in digits, one form of each abbreviation."""
        folded = text.casefold().strip(".")
        return self.forms.get(folded) or self.spelling(folded)

    def kind(self, text: str, opener: bool) -> str:
        """Whether a word is a figure, a small word, a name or a plain one."""
        folded = text.casefold()
        if any(c.isdigit() for c in text) or folded in self.numbers:
            return "figure"
        if folded in self.small:
            return "small"
        return "name" if text[:1].isupper() and not (opener or self.capital_nouns) else "plain"

    def inflected(self, a: str, b: str) -> bool:
        """Whether two words differ only in a usual ending."""
        head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
        tails = frozenset((a[head:], b[head:]))
        return head >= STEM and tails <= self.endings and tails not in self.one_ending


@lru_cache(maxsize=1 << 14)
def _spelt(customs: tuple[tuple[re.Pattern[str], str], ...], word: str) -> str:
    bare = "".join(c for c in word if c.isalnum())
    for pattern, plain in customs:
        bare = pattern.sub(plain, bare)
    return bare


@cache
def customs(language: Language) -> Customs:
    """The customs of a language, from its lists."""
    lists = language.lists("readings")
    spellings = tuple((re.compile(pattern), plain) for pattern, plain in lists.get("spellings", ()))
    small, numbers, endings = (frozenset(lists.get(name, ())) for name in ("small", "numbers", "endings"))
    one_ending = frozenset(map(frozenset, lists.get("one_ending", ())))
    bare = Customs(small, numbers, endings, spellings, {}, language.capital_nouns, one_ending)
    same = language.lists("style").get("same", ())
    forms = {form: bare.spelling(group[0]) for group in same for form in group if form.isalpha()}
    values = language.lists("numbers").get("words", {})
    return replace(bare, forms=forms | {word: str(value) for word, value in values.items()})


@dataclass(frozen=True, slots=True)
class Word:
    """One word of one version, with what makes it weigh."""

    text: str
    kind: str  # figure, name, small or plain
    quoted: bool

    @property
    def weight(self) -> float:
        """What it costs to bring the word in."""
        base = {"figure": FIGURE, "name": NAME, "small": SMALL}.get(self.kind, PLAIN)
        return base * QUOTED if self.quoted else base


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of all versions, and at how many loci each form stands."""

    witnesses: tuple[Witness, ...]
    loci: Counter[str]  # at how many loci some version reads the folded word
    listed: frozenset[str] = frozenset()  # of those the ones known to the language; none where few are

    def word(self, version: int, number: int) -> Word:
        """Word `number` of a version."""
        witness = self.witnesses[version]
        start, end = int(witness.words.starts[number]), int(witness.words.ends[number])
        text = witness.text[start : min(end, start + LONGEST_READ)]
        opener, quoted = bool(witness.tokens.opener[number]), bool(witness.tokens.quotation[number])
        return Word(text, customs(witness.language).kind(text, opener), quoted)

    def slips(self, readings: Sequence[Sequence[Word]]) -> tuple[bool, ...]:
        """For each reading, whether it is one word a letter off another reading, met nowhere else.

        The other one is a word for sure: it stands elsewhere, or the language knows it and not the first.
        """
        single = [reading[0].text.casefold() if len(reading) == 1 else "" for reading in readings]
        return tuple(
            bool(mine) and any(self._slip_of(mine, other) for other in single if other and other != mine)
            for mine in single
        )

    def _slip_of(self, mine: str, other: str) -> bool:
        """Whether `mine` looks like `other` gone wrong rather than the other way about."""
        if len(mine) < SLIP_LETTERS or not mine.isalpha() or self.loci[mine] > 1:
            return False
        if self.loci[other] < 2 and not (other in self.listed and mine not in self.listed):
            return False
        known = self._customs
        if known.inflected(mine, other) or known.plain(mine) == known.plain(other):
            return False
        return is_one_edit(mine, other)

    def style_key(self, reading: Sequence[Word]) -> str:
        """Equal for readings that differ only in how a house spells, shortens and counts."""
        return "".join(self._customs.plain(word.text) for word in reading)

    @property
    def _customs(self) -> Customs:
        return customs(self.witnesses[0].language)


def learn(grid: Grid, cells: Ints, forms: Hashes) -> Vocabulary:
    """The vocabulary of a grid."""
    loci: Counter[str] = Counter()
    known, listed = _known(grid, forms), set[str]()
    for row, line in zip(cells, forms, strict=True):
        firsts = {int(f): v for v, f in reversed(list(enumerate(line))) if f}
        for version in firsts.values():
            witness = grid.witnesses[version]
            start = int(witness.words.starts[row[version]])
            end = min(int(witness.words.ends[row[version]]), start + LONGEST_READ)
            word = witness.text[start:end].casefold()
            loci[word] += 1
            listed |= {word} if int(line[version]) in known else set()
    return Vocabulary(grid.witnesses, loci, frozenset(listed))


def _known(grid: Grid, forms: Hashes) -> set[int]:
    """The forms that the language lists as its words; none where the versions are hardly of its words.

    A text of another age, or of a field with a language of its own, spells its words as no list has them, and
    whoever copies one by hand slips as often as not: only what outlets print is looked up.
    """
    of_outlets = any(one.article.outlet for one in grid.witnesses)
    background = grid.witnesses[0].language.background if of_outlets else None
    if background is None:
        return set()
    there = np.unique(forms[forms != 0])
    listed: Hashes = there[np.isin(there, background.forms)]
    return set(listed.tolist()) if len(listed) >= LISTED * len(there) else set()
