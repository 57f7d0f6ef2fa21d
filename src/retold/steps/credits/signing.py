"""Who signs: stretches at the edges of an article that hold nothing but who wrote it.

"Von Ana Kael, mit Material der dpa", "R. B. / EFE / Reuters" and "(sid) / Bilder: imago, AFP" have one
grammar: names of agencies, writers and initials, parted by marks or joining words, each led by words that
only a signature has. A stretch with any other word signs nothing, so a heading or a sentence that tells of
an agency is none; what shows who took a picture is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from retold import parameters
from retold.steps.credits.names import Named, Names

_P = parameters.of("credits", "signing")
_HEAD, _FOOT = _P.integer("head"), _P.integer("foot")
_LONGEST, _PARTS = _P.integer("longest"), _P.integer("parts")
SUPPORT = _P.number("support")
_CLOSE = "[“”»«\"’')\\]]*"
_END = re.compile(rf"\n|(?:(?<=[^\W\d_]{{2}})|(?<=[\s\d]%)|(?<=\d{{3}}))\s?{_CLOSE}[.!?…]{_CLOSE}\s+")
_MARK = re.compile(r"[/,;()\[\]|&+©*.]|--?|[–—]")
_WORD = re.compile(r"[^\W\d_]+['’]|[^\W\d_][\w-]*|\d[\d.:/]*")
_LETTERS = re.compile(r"(?:[^\W\d_]\.\s?){1,3}(?:[^\W\d_][\w’'-]+)?")  # J. M. Kael
_PART = re.compile(r"\s?(?P<part>[^\W\d_][\w’'-]*)")
_COLON = re.compile(r"\s?:")
_INITIALS = re.compile(r"[^\W\d_]{1,4}(?=$|[\s/,;)\]|.-])")


@dataclass(frozen=True, slots=True)
class Signing:
    """How a language signs; the words in small letters."""

    leads: frozenset[str]  # before a name: von, source, agencia
    joins: frozenset[str]  # between two: und, avec, con
    behind: frozenset[str]  # after one: Material der dpa wurde verwendet
    lends: frozenset[str]  # with these an agency only gave something to it: mit, avec, con
    shown: re.Pattern[str]  # words behind which stands who took a picture
    by: frozenset[str]  # with these and a writer's name a byline begins, which may say what he is
    itself: re.Pattern[str]  # a sentence that begins so tells of its own text: this article …
    small: frozenset[str]  # words of the grammar, which are nobody's initials

    @staticmethod
    def of(lists: Mapping[str, Any], small: frozenset[str]) -> Signing | None:
        """The section from the table `signing` of `credits.toml`; None where a language has none."""
        if not lists:
            return None
        sets = {key: frozenset(lists[key]) for key in ("leads", "joins", "behind", "lends", "by")}
        shown, itself = (re.compile(lists[key]) for key in ("shown", "itself"))
        return Signing(**sets, shown=shown, itself=itself, small=small)


@dataclass(frozen=True, slots=True)
class Signed:
    """An agency that signs, and whether it only gave something to the report."""

    named: Named
    lent: bool


def signed(text: str, signing: Signing, known: Names) -> Iterator[Signed]:
    """The agencies that sign a text at its head or its end."""
    for low, high in _stretches(text):
        begin = high - len(text[low:high].lstrip(" \t([*–—-"))
        if signing.itself.match(text, begin, high):
            yield from (Signed(named, False) for named in _agencies(text, begin, high, known))
        elif high - low <= _LONGEST:
            yield from _Reader(text, high, signing, known).read(low)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Sentences and lines of which a part lies near an end of the text."""
    ends = [match.end() for match in _END.finditer(text)]
    for low, high in zip([0, *ends], [*ends, len(text)], strict=True):
        if low <= _HEAD or high >= len(text) - _FOOT:
            yield low, high


def _agencies(text: str, low: int, high: int, known: Names) -> Iterator[Named]:
    """The agencies that a stretch names anywhere."""
    at = low
    while (word := _WORD.search(text, at, high)) is not None:
        named = _agency(text, word.start(), known)
        if named is not None:
            yield named
        at = max(word.end(), 0 if named is None else named.end)


def _agency(text: str, at: int, known: Names) -> Named | None:
    named = known.at(text, at)
    return named if named is not None and named.known and named.agency and not named.doubtful else None


@dataclass(slots=True)
class _Reader:
    """Reads one stretch from left to right; `open` says whether a name may begin here."""

    text: str
    high: int
    signing: Signing
    known: Names
    open: bool = True
    lent: bool = False
    spare: int = 0  # words that may still say what a writer is: service des sports

    def read(self, low: int) -> list[Signed]:
        """The agencies of the stretch, none where it holds what no signature has."""
        found: list[Signed] = []
        at = low
        while at < self.high:
            if self.text[at].isspace():
                at += 1
                continue
            end = self._past(at, found)
            if end is None:
                return []
            at = end
        return found

    def _past(self, at: int, found: list[Signed]) -> int | None:
        """The end of the piece that begins at `at`; None where nothing fits."""
        shown = self.signing.shown.match(self.text, at, self.high)
        if shown is not None:
            self.open = True
            return shown.end()
        mark = _MARK.match(self.text, at, self.high)
        if mark is not None:
            self.open = True
            return mark.end()
        named = _agency(self.text, at, self.known) if self.open else None
        if named is not None and named.end <= self.high:
            found.append(Signed(named, self.lent))
            self.open = False
            return named.end
        return self._past_word(at, bool(found))

    def _past_word(self, at: int, any_found: bool) -> int | None:
        word = _WORD.match(self.text, at, self.high)
        if word is None:
            return None
        if word.group()[0].isdigit():  # a day, or the number of a dispatch
            return word.end()
        small = word.group().lower().replace("’", "'")
        if small in self.signing.joins or (self.open and small in self.signing.leads):
            self.spare = _PARTS if small in self.signing.by else self.spare
            self.open, self.lent = True, self.lent or small in self.signing.lends
            colon = _COLON.match(self.text, word.end(), self.high)
            return word.end() if colon is None else colon.end()
        if any_found and small in self.signing.behind:
            return word.end()
        return self._past_writer(at, word.group(), any_found)

    def _past_writer(self, at: int, word: str, any_found: bool) -> int | None:
        """The end of a writer's name or initials."""
        small = word.lower()
        initials = _INITIALS.match(self.text, at, self.high)
        cased = word.islower() or word.isupper()
        if initials is not None and cased and small not in self.signing.small and (self.open or any_found):
            self.open = False
            return initials.end()
        if self.open and word[0].isupper():
            self.open = False
            return self._past_name(at)
        self.spare -= 1
        return at + len(word) if self.spare >= 0 and not any_found else None

    def _past_name(self, at: int) -> int:
        """The end of a run of capitalised words or of single letters with stops."""
        letters = _LETTERS.match(self.text, at, self.high)
        end = at if letters is None else letters.end()
        for _ in range(_PARTS if letters is None else 0):
            part = _PART.match(self.text, end, self.high)
            if part is None or not part["part"][0].isupper():
                break
            end = part.end()
        return end
