"""Two versions made ready for finding what differs: words, quotations, sentences, partners.

`Side` is one version, `Pair` both, the source first. Word numbers are those of
`Witness.words`. A `Unit` is the smallest stretch that the alignment sets apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from retold import parameters
from retold.language import UNIVERSAL, Language
from retold.language.editing import Editing
from retold.language.names import Names
from retold.model import Span
from retold.tables import Ints, Witness
from retold.tables.tokens import Flags, touched

LONGEST_WORD = 60  # characters of a word that are looked at
_P = parameters.of("changes", "pair")
_CREDIT = _P.integer("credit")
_TAIL = _P.integer("tail")
# Codes of a feed for firms: ( QUAY.L ), <QUAY.L>, QUAY.PK; no initials.
_CODE = re.compile(
    r"\(\s*[A-Z][A-Za-z0-9]{0,8}\.[A-Z]{1,3}\s*\)|<[A-Z0-9^.:=]{2,12}>|\b[A-Z]{3,8}n?\.[A-Z]{1,3}\b(?!\.)"
)
# The head of a take as the wire sends it: a time, a day in figures, the number of the page and a catchword.
_TAKE = re.compile(r"^[ \t]*\d{1,2}[:.]\d{2}[ \t]+\d{1,2}[/.]\d{1,2}[/.]\d{2,4}[^.!?\n]{0,80}$", re.MULTILINE)
_ENDED = re.compile(r"[.!?…:][^\w.!?…:]*\Z")


class Unit(NamedTuple):
    """Words `old_low` to before `old_high` of the source against such a range of the copy.

    Either may be empty: it then says where the words are missing.
    """

    old_low: int
    old_high: int
    new_low: int
    new_high: int
    moved: bool = False
    rewritten: bool = False  # whole sentences, put in other words from end to end

    @property
    def old(self) -> range:
        """Word numbers in the source."""
        return range(self.old_low, self.old_high)

    @property
    def new(self) -> range:
        """Word numbers in the copy."""
        return range(self.new_low, self.new_high)

    def without(self, old: tuple[int, int], new: tuple[int, int]) -> list[Unit]:
        """What is left before and behind the given ranges; empty pieces are left out."""
        before = Unit(self.old_low, old[0], self.new_low, new[0], self.moved)
        behind = Unit(old[1], self.old_high, new[1], self.new_high, self.moved)
        return [u for u in (before, behind) if len(u.old) or len(u.new)]


def _is_loud(word: str) -> bool:
    """Whether a word stands in capitals as those of a heading do; a code with digits does not (FY2022)."""
    return len(word) > 1 and word.isupper() and word.isalpha()


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One version: what stands at each of its words, by word number."""

    witness: Witness
    language: Language  # by which it is read
    words: tuple[str, ...]  # as printed
    folded: tuple[str, ...]  # as `Language.fold` has them
    small: Flags  # [n] a word of the grammar, which tells nothing by itself
    quote: Ints  # [n] 1 + number of the outermost quotation around the word, 0 for none
    sentence: Ints  # [n] number of its sentence, -1 before the first
    opens: Flags  # [n] first word of a sentence or a quotation, where a capital says nothing
    furniture: Flags  # [n] part of the page and not of the report: no change speaks of it
    counts: Counter[str]  # how often each folded word stands here
    prose: Flags  # [n] the paragraph ends like one: no headline, caption or line of codes
    caption: Flags  # [n] the paragraph tells of a picture and ends with whose it is
    places: dict[tuple[int, int], range] = field(default_factory=dict)  # what `at` has answered

    @property
    def editing(self) -> Editing:
        """How editors change words in the language by which it is read."""
        return self.language.editing

    @property
    def names(self) -> Names:
        """What that language knows of names."""
        return self.language.names

    @property
    def first_told(self) -> int:
        """The first word of prose: captions and headlines come before it; 0 where there is none."""
        return int(self.prose.argmax()) if len(self.words) else 0

    def span(self, words: range) -> tuple[Span, ...]:
        """The words as one span, none for no words."""
        return (self.witness.span(words.start, words.stop),) if len(words) else ()

    def text(self, words: range) -> str:
        """What is printed from the first to the last of the words."""
        return "".join(span.of(self.witness.text) for span in self.span(words))

    def quotes_at(self, words: range) -> set[int]:
        """The quotation that holds all of these words, or those on either side of a place; none for none."""
        if len(words):
            held = self.quote[words.start : words.stop]
            return {int(held[0])} - {0} if (held == held[0]).all() else set()
        return set(self.quote[max(0, words.start - 1) : words.start + 1].tolist()) - {0}

    def tells(self, words: Iterable[int]) -> bool:
        """Whether one of the words is no small word."""
        return any(not self.small[k] for k in words)

    def is_page(self, spans: Sequence[Span]) -> bool:
        """Whether these places, at least one, all lie in the furniture of the page."""
        page = self.witness.furniture
        return bool(spans) and all(any(part.holds(span) for part in page) for span in spans)

    def at(self, span: Span) -> range:
        """The numbers of the words that a span touches; every finder asks for those of every statement."""
        key = (span.start, span.end)
        place = self.places.get(key)
        if place is None:
            place = self.places[key] = range(*self.witness.words.touching(*key))
        return place

    def sentences(self, words: range) -> range:
        """The words of the sentences in which these, at least one, stand."""
        ends = [self.sentence[words.start], self.sentence[words.stop - 1] + 1]
        low, high = np.searchsorted(self.sentence, ends).tolist()
        return range(low, high)

    def is_told(self, word: int) -> bool:
        """Whether a word stands in a sentence with a stop, behind no label (Updated:) and not in capitals."""
        number = int(self.sentence[word])
        if number < 0 or _is_loud(self.words[word]):
            return False
        start, end = self.witness.sentences[number].tolist()
        ended = _ENDED.search(self.witness.text[max(start, end - _TAIL) : end])
        return bool(ended) and not (word and ":" in self.between(word - 1))

    def between(self, word: int) -> str:
        """What is printed between a word and the next."""
        words = self.witness.words
        return self.witness.text[int(words.ends[word]) : int(words.starts[word + 1])]


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two versions with their partners; `old` is the source, `new` the copy.

    `runs` are stretches of equal words, `units` everything else.
    `to_new` and `to_old` give each word's partner, -1 for none, among equal
    words and those the aligner takes for two readings of one place.
    """

    old: Side
    new: Side
    to_new: Ints
    to_old: Ints
    runs: tuple[Unit, ...]
    units: tuple[Unit, ...]
    unit_of_old: Ints  # [words of the source] the number of its unit, -1 for none
    unit_of_new: Ints
    group_old: Ints  # [words of the source] the number of its group of linked sentences, -1 for none
    group_new: Ints
    directed: bool

    @property
    def language(self) -> Language:
        """The language by which both are read."""
        return self.old.language

    @property
    def editing(self) -> Editing:
        """How editors change words in that language."""
        return self.language.editing

    @property
    def names(self) -> Names:
        """What that language knows of names."""
        return self.language.names

    def units_at(self, words: range, of_old: bool) -> list[Unit]:
        """The units that hold some of these words of the source, or of the copy."""
        numbers = (self.unit_of_old if of_old else self.unit_of_new)[words.start : words.stop]
        return [self.units[k] for k in sorted(set(numbers.tolist()) - {-1})]

    def group(self, unit: Unit) -> int:
        """The group of linked sentences in which a unit stands, -1 for none."""
        return int(self.group_old[unit.old_low]) if len(unit.old) else int(self.group_new[unit.new_low])

    def linked(self, group: int) -> tuple[list[int], list[int]]:
        """The words of a group of linked sentences, in the source and in the copy."""
        old, new = (np.flatnonzero(one == group).tolist() for one in (self.group_old, self.group_new))
        return old, new

    def alike(self, ours: range, theirs: range) -> bool:
        """Whether words of the source and words of the copy are the same, their print aside."""
        return self.old.folded[ours.start : ours.stop] == self.new.folded[theirs.start : theirs.stop]

    def seen(self, word: str) -> int:
        """How often a folded word stands in both texts together."""
        return self.old.counts[word] + self.new.counts[word]


def holds(words: range, part: range) -> bool:
    """Whether some words, at least one, stand among others.

    >>> holds(range(3, 9), range(4, 6)), holds(range(3, 9), range(8, 10)), holds(range(3, 9), range(4, 4))
    (True, False, False)
    """
    return len(part) > 0 and words.start <= part.start and part.stop <= words.stop


def side(witness: Witness, language: Language | None = None) -> Side:
    """One version made ready, read by its own language or by the one that two versions share."""
    language = language or witness.language
    words = tuple(_printed(witness))
    folded = tuple(map(language.fold, words))
    table = witness.tokens
    small = np.fromiter((word in language.editing.small for word in folded), np.bool_, len(folded))
    return Side(
        witness=witness,
        language=language,
        words=words,
        folded=folded,
        small=small,
        quote=table.quotation,
        sentence=table.sentence,
        opens=table.opener,
        furniture=table.furniture | _codes(witness),
        counts=Counter(folded),
        prose=_in_prose(witness, language) & ~table.furniture,
        caption=_in_captions(witness, language),
    )


def _codes(witness: Witness) -> Flags:
    """Words of codes that a feed puts behind the names of firms, and of the heads of its takes."""
    found = (match.span() for pattern in (_CODE, _TAKE) for match in pattern.finditer(witness.text))
    return touched(witness.words, sorted(found))


def shared_language(a: Witness, b: Witness) -> Language:
    """The language of two versions, the universal one where they have two."""
    return a.language if a.language.code == b.language.code else UNIVERSAL


def _printed(witness: Witness) -> Iterator[str]:
    text, words = witness.text, witness.words
    for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True):
        yield text[start : min(end, start + LONGEST_WORD)]


def _in_prose(witness: Witness, language: Language) -> Flags:
    """Words of paragraphs that end with a stop and stand over no line that tells whose a picture is."""
    inside = np.zeros(len(witness.words), np.bool_)
    places = witness.paragraphs.tolist()
    heads = [witness.text[start : min(end, start + _TAIL)] for start, end in places] + [""]
    for (start, end), after in zip(places, heads[1:], strict=True):
        ended = _ENDED.search(witness.text[max(start, end - _TAIL) : end])
        if ended and not language.editing.picture.match(after):
            low, high = witness.words.within(start, end)
            inside[low:high] = True
    return inside


def _in_captions(witness: Witness, language: Language) -> Flags:
    credit = language.editing.picture_credit
    inside = np.zeros(len(witness.words), np.bool_)
    for start, end in witness.paragraphs.tolist():
        if credit.search(witness.text[max(start, end - _CREDIT) : end]):
            low, high = witness.words.within(start, end)
            inside[low:high] = True
    return inside
