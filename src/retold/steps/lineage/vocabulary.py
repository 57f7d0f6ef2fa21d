"""The words of a family's versions: how much each weighs, and which look like slips."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from retold import gazetteer, parameters
from retold.tables import Grid, Hashes, Ints, Witness

_P = parameters.of("lineage", "vocabulary")
PLAIN = _P.number("plain")
SMALL = _P.number("small")
NAME = _P.number("name")
FIGURE = _P.number("figure")
QUOTED = _P.number("quoted")
LONGEST_READ = 40  # characters of a word that are looked at


@cache
def _listed(name: str) -> frozenset[str]:
    """One of the lists of words in the gazetteer."""
    return frozenset(gazetteer.toml("en/readings")[name])


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(p), plain) for p, plain in gazetteer.toml("en/readings")["spellings"])


@cache
def _customs() -> dict[str, str]:
    """Words that houses write differently, and one form for each."""
    same = gazetteer.toml("en/style")["same"]
    forms = {form: _spelling(forms[0]) for forms in same for form in forms if form.isalpha()}
    return forms | {word: str(value) for word, value in gazetteer.toml("en/numbers")["words"].items()}


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
    """The words of all versions, and at how many places each form stands."""

    witnesses: tuple[Witness, ...]
    quoted: tuple[Ints, ...]  # for each version, 1 at its words inside quotation marks
    openers: tuple[frozenset[int], ...]  # for each version, the first words of its sentences
    places: Counter[str]  # at how many places some version reads the folded word

    def word(self, version: int, number: int) -> Word:
        """Word `number` of a version."""
        witness = self.witnesses[version]
        start, end = int(witness.words.starts[number]), int(witness.words.ends[number])
        text = witness.text[start : min(end, start + LONGEST_READ)]
        return Word(text, _kind(text, number in self.openers[version]), bool(self.quoted[version][number]))

    def slips(self, readings: Sequence[Sequence[Word]]) -> tuple[bool, ...]:
        """For each reading, whether it is one word a letter off another reading, met nowhere else."""
        single = [reading[0].text.casefold() if len(reading) == 1 else "" for reading in readings]
        return tuple(
            bool(mine) and any(self._slip_of(mine, other) for other in single if other and other != mine)
            for mine in single
        )

    def _slip_of(self, mine: str, other: str) -> bool:
        """Whether `mine` looks like `other` gone wrong rather than the other way about."""
        if len(mine) < 4 or not mine.isalpha() or self.places[mine] > 1 or self.places[other] < 2:
            return False
        return one_off(mine, other) and not _inflected(mine, other) and _spelling(mine) != _spelling(other)


def learn(grid: Grid, cells: Ints, forms: Hashes) -> Vocabulary:
    """The vocabulary of a grid."""
    places: Counter[str] = Counter()
    for row, line in zip(cells, forms, strict=True):
        firsts = {int(f): v for v, f in reversed(list(enumerate(line))) if f}
        for version in firsts.values():
            witness = grid.witnesses[version]
            start = int(witness.words.starts[row[version]])
            end = min(int(witness.words.ends[row[version]]), start + LONGEST_READ)
            places[witness.text[start:end].casefold()] += 1
    quoted = tuple(_quoted(w) for w in grid.witnesses)
    return Vocabulary(grid.witnesses, quoted, tuple(_openers(w) for w in grid.witnesses), places)


def style_key(reading: Sequence[Word]) -> str:
    """Equal for readings that differ only in how a house spells, shortens and counts.

    >>> style_key([Word("organised", "plain", False)]) == style_key([Word("organized", "plain", False)])
    True
    >>> style_key([Word("six", "figure", False)]), style_key([Word("6", "figure", False)])
    ('6', '6')
    """
    return "".join(_plain(word.text) for word in reading)


def one_off(a: str, b: str) -> bool:
    """Whether one letter added, dropped or changed, or two swapped, turns `a` into `b`.

    >>> one_off("habror", "harbor"), one_off("harbor", "harbors"), one_off("ferry", "lorry")
    (True, True, False)
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        swapped = a[head : head + 2] == b[head : head + 2][::-1] and a[head + 2 :] == b[head + 2 :]
        return a[head + 1 :] == b[head + 1 :] or swapped
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[head + 1 :] == shorter[head:]


def _plain(text: str) -> str:
    """The word as one house among all would write it: numbers in digits, one form of each abbreviation."""
    folded = text.casefold().strip(".")
    return _customs().get(folded) or _spelling(folded)


@lru_cache(maxsize=1 << 14)
def _spelling(word: str) -> str:
    """The word with the customs of spelling taken out."""
    bare = "".join(c for c in word if c.isalnum())
    for pattern, plain in _spellings():
        bare = pattern.sub(plain, bare)
    return bare


def _inflected(a: str, b: str) -> bool:
    """Whether two words differ only in a usual ending."""
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return head >= 3 and {a[head:], b[head:]} <= _listed("endings")


def _kind(text: str, opener: bool) -> str:
    folded = text.casefold()
    if any(c.isdigit() for c in text) or folded in _listed("numbers"):
        return "figure"
    if folded in _listed("small"):
        return "small"
    return "name" if text[:1].isupper() and not opener else "plain"


def _quoted(witness: Witness) -> Ints:
    inside = np.zeros(len(witness.words) + 1, dtype=np.int32)
    for quote in witness.quotes:
        low, high = witness.words.within(quote.span.start, quote.span.end)
        inside[low:high] = 1
    return inside


def _openers(witness: Witness) -> frozenset[int]:
    """The first words of sentences and quotations, where a capital says nothing."""
    starts = [int(s) for s in witness.sentences[:, 0]] if len(witness.sentences) else [0]
    starts += [q.span.start for q in witness.quotes]
    found = np.searchsorted(witness.words.starts, np.array(starts, dtype=np.int64))
    return frozenset(int(f) for f in found)
