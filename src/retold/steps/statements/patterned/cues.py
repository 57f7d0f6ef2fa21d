"""What tells speech in a sentence, and its subject, by the order of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from retold import parameters
from retold.language.patterns import Patterns
from retold.language.speech import Speech, Verb
from retold.steps.statements.patterned.people import People, Phrase
from retold.steps.statements.patterned.pieces import DASHES, Piece

_P = parameters.of("statements", "patterned")
_COMPLEMENT, _NOUN = _P.integer("complement"), _P.integer("noun")
_AFTER, _BACK, _PARTICLE = _P.integer("after"), _P.integer("back"), _P.integer("particle")
_ENDS = frozenset(".:;!?…")

Subject = Phrase | Piece  # a noun phrase, or a pronoun
Way = Literal["verb", "phrase", "guess"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Pieces low to before high that tell speech; a verb, a phrase such as laut, or a guess.

    `subject` is None where nobody is named; `dropped` then says that the language leaves him out.
    """

    low: int
    high: int
    way: Way
    verb: Verb
    subject: Subject | None
    dropped: bool = False
    negated: bool = False

    @property
    def end(self) -> int:
        """One past the last piece of cue and subject."""
        return max(self.high, self.subject.high if isinstance(self.subject, Phrase) else 0)

    @property
    def start(self) -> int:
        """The first piece of cue and subject."""
        return min(self.low, self.subject.low if isinstance(self.subject, Phrase) else self.low)


class Finder:
    """Finds the cues of sentences of one article."""

    def __init__(self, speech: Speech, patterns: Patterns, people: People) -> None:
        self.speech, self.rules, self.people = speech, patterns, people

    def cues(self, row: Sequence[Piece]) -> list[Cue]:
        """The cues of a sentence in order; of two over the same words the first."""
        found: list[Cue] = []
        for at in range(len(row)):
            one = self._led(row, at) or self._viewed(row, at) or self._followed(row, at)
            one = one or self._verb(row, at) or self._guess(row, at)
            if one is not None and not (found and one.low < found[-1].high):
                found.append(one)
        return found

    # ---- phrases: laut Kael, so Kael, Kael zufolge ----

    def _led(self, row: Sequence[Piece], at: int) -> Cue | None:
        if row[at].lower in self.rules.so and self._breaks(row, at - 1):
            phrase = self.people.phrase(row, at + 1)
            pronoun = row[at + 1] if phrase is None and self._is_pronoun(row, at + 1) else None
            return self._cue(at, at + 1, "phrase", phrase or pronoun)
        for words in self.rules.own:
            if tuple(one.lower for one in row[at : at + len(words)]) == words:
                return Cue(at, at + len(words), "phrase", self.speech.plain, None, dropped=True)
        for words in self.rules.before:
            if tuple(one.lower for one in row[at : at + len(words)]) == words:
                subject = self._named_after(row, self.people.phrase(row, at + len(words)))
                if subject is None and self._is_pronoun(row, at + len(words)):
                    return self._cue(at, at + len(words), "phrase", row[at + len(words)])
                return self._cue(at, at + len(words), "phrase", subject)
        return None

    def _viewed(self, row: Sequence[Piece], at: int) -> Cue | None:
        """“Pour Ana Kael, …” around a few quoted words: what she thinks of it."""
        opens = at == 0 or row[at - 1].text in (",", ";", "–", "—") or row[at - 1].lower in self.rules.also
        if row[at].lower not in self.rules.views or not opens or all(one.quote < 0 for one in row[at:]):
            return None
        phrase = self._named_after(row, self.people.phrase(row, at + 1))
        if phrase is None or not phrase.name or not (phrase.roles or phrase.courtesy or len(phrase.name) > 1):
            known = phrase is not None and phrase.name and self.people.is_known(phrase.name[0])
            return self._cue(at, at + 1, "phrase", phrase) if known else None
        return self._cue(at, at + 1, "phrase", phrase)

    def _followed(self, row: Sequence[Piece], at: int) -> Cue | None:
        if row[at].lower not in self.rules.behind:
            return None
        spans = (self.people.phrase(row, low) for low in range(max(0, at - _BACK), at))
        return self._cue(
            at, at + 1, "phrase", next((one for one in spans if one is not None and one.high == at), None)
        )

    def _cue(self, low: int, high: int, way: Way, subject: Subject | None) -> Cue | None:
        return None if subject is None else Cue(low, high, way, self.speech.plain, subject)

    def _breaks(self, row: Sequence[Piece], at: int) -> bool:
        """Whether a comma, a dash or a quotation stands here."""
        return at >= 0 and (row[at].quote >= 0 or row[at].text in DASHES or row[at].text == ",")

    # ---- verbs ----

    def _verb(self, row: Sequence[Piece], at: int) -> Cue | None:
        one = row[at]
        verb = self.speech.verbs.get(one.lower) if one.word and (not one.capital or at == 0) else None
        if verb is None or not self._complete(row, at):
            return None
        if at and row[at - 1].lower in self.rules.noun_leads:
            return None
        low = at
        if self.rules.participle.search(one.lower):
            auxiliary = self._auxiliary(row, at)
            if auxiliary is None:
                return None
            low = auxiliary
        return self._with_subject(row, low, at, verb, "verb")

    def _complete(self, row: Sequence[Piece], at: int) -> bool:
        """Whether a verb that is split has its particle, and one that needs a word before it has that.

        fügte … hinzu; se mostró.
        """
        leading = self.rules.led.get(row[at].lower)
        if leading is not None and not (at and row[at - 1].lower in leading):
            return False
        wanted = self.rules.separable.get(row[at].lower)
        if wanted is None:
            return True
        ahead = (one.lower for one in row[at + 1 : at + 1 + _PARTICLE] if one.quote < 0)
        return any(word in wanted for word in ahead)

    def _auxiliary(self, row: Sequence[Piece], at: int) -> int | None:
        for k in range(at - 1, max(-1, at - _AFTER), -1):
            if row[k].lower in self.rules.auxiliaries:
                return k
            if row[k].text in _ENDS or (row[k].text == "," and not self.rules.nouns):
                return None
        return None

    def _guess(self, row: Sequence[Piece], at: int) -> Cue | None:
        """A verb that no list has, right behind a quotation and before a name."""
        one, low = row[at], at
        while low and row[low - 1].lower in self.rules.reflexives:
            low -= 1
        behind = low > 0 and (
            row[low - 1].quote >= 0 or (low > 1 and row[low - 1].text == "," and row[low - 2].quote >= 0)
        )
        if (
            not behind
            or one.lower in self.rules.reflexives
            or not one.word
            or one.capital
            or not self.rules.guess.search(one.lower)
        ):
            return None
        cue = self._with_subject(row, low, at, self.speech.plain, "guess")
        if cue is not None and self._set_on(row, at, cue):
            return cue
        return cue if cue is not None and isinstance(cue.subject, Phrase) and cue.subject.name else None

    def _set_on(self, row: Sequence[Piece], at: int, cue: Cue) -> bool:
        """Whether nothing but a pronoun goes with a guessed verb, or nothing at all: sourit-il; sonríe."""
        ends = at + 1 >= len(row) or row[at + 1].text in _ENDS
        if cue.subject is None:
            return cue.dropped and ends
        return isinstance(cue.subject, Piece) and cue.subject.text.startswith("-")

    def _with_subject(self, row: Sequence[Piece], low: int, at: int, verb: Verb, way: Way) -> Cue | None:
        places = (*range(low, at), at + 1)  # a-t-elle dit, sagte sie
        inner = next((row[k] for k in places if self._is_pronoun(row, k)), None)
        quoted = self._breaks(row, low - 1) and any(one.quote >= 0 for one in row[max(0, low - 2) : low])
        inverted = quoted or low == 0 or self._told_before(row, low)
        first, second = (self._after, self._before) if inverted else (self._before, self._after)
        subject = inner or self._quoted_one(row, at) or first(row, low, at)
        if subject is None and not inverted and low and row[low - 1].lower in self.rules.also:
            subject = self._before(row, low - 1, at)
        if subject is None and not (quoted and self.rules.nouns):
            subject = second(row, low, at)
        around = {one.lower for one in row[max(0, low - 2) : at + 3] if one.quote < 0}
        if isinstance(subject, Piece) and subject.lower in self.rules.impersonal:
            return None
        negated = bool(around & self.rules.negated)
        dropped = subject is None and self.rules.drops and self._drops(row, low, at)
        return Cue(low, at + 1, way, verb, subject, dropped, negated)

    def _drops(self, row: Sequence[Piece], low: int, at: int) -> bool:
        """Whether a verb without a subject leaves out one person: no noun phrase of its clause may be it."""
        if self.rules.several.search(row[at].lower):
            return False
        start, _ = next(self._chunks(row, low), (0, 0))
        marks = (
            k for k in range(at + 1, len(row)) if not row[k].word or row[k].lower in self.rules.complements
        )
        end = next(marks, len(row))
        known = self.rules.articles - self.rules.indefinite
        places = [k for k in range(start, low) if row[k].lower in self.rules.articles]
        places += [k for k in range(at + 1, end) if row[k].lower in known]
        return all(k and row[k - 1].lower in self.rules.prepositions for k in places)

    def _quoted_one(self, row: Sequence[Piece], at: int) -> Phrase | None:
        """Whom an outlet quotes: zitiert das Blatt die Statikerin Ana Kael."""
        if row[at].lower not in self.rules.quoting:
            return None
        spans = (self.people.phrase(row, k) for k in range(at + 1, min(len(row), at + 1 + _AFTER)))
        return next((one for one in spans if one is not None and len(one.name) > 1), None)

    def _told_before(self, row: Sequence[Piece], low: int) -> bool:
        """Whether a clause in the mood of report leads to the verb: das Boot sei alt, sagte Kael."""
        chunks = list(self._chunks(row, low))
        told = row[slice(*chunks[1])] if len(chunks) > 1 and chunks[0][0] >= chunks[0][1] else ()
        return any(self.rules.reported.search(one.lower) for one in told if one.word)

    # ---- subjects ----

    def _is_pronoun(self, row: Sequence[Piece], at: int) -> bool:
        """Whether a pronoun stands here, and no article of the noun behind it: dieser, dieser Zeitung."""
        if at >= len(row) or row[at].lower not in self.rules.subjects:
            return False
        behind = row[at + 1] if at + 1 < len(row) else None
        noun = self.rules.nouns and behind is not None and behind.word and behind.capital
        return not (noun and row[at].lower in self.rules.articles)

    def _after(self, row: Sequence[Piece], _: int, at: int) -> Subject | None:
        """The subject behind its verb: sagte am Montag der Hafenmeister Kael."""
        k = at + 1
        while k < min(len(row), at + 1 + _AFTER):
            if row[k].quote >= 0 or row[k].text in _ENDS or row[k].text == ",":
                return None
            if row[k].lower in self.rules.prepositions:
                phrase = self.people.phrase(row, k + 1)
                k = phrase.high if phrase is not None else k + 1
                continue
            if self._is_pronoun(row, k):
                return row[k]
            phrase = self.people.phrase(row, k)
            if phrase is not None and not self._no_subject(phrase):
                return self._named_after(row, phrase)
            described = None if phrase is not None else self._described(row, k)
            if described is not None:
                return described
            k = phrase.high if phrase is not None else k + 1
        return None

    def _described(self, row: Sequence[Piece], at: int) -> Phrase | None:
        """A noun that no list has, with the full name behind its comma: une vacancière, Ana Kael."""
        comma = self._comma(row, at + 1) if row[at].lower in self.rules.articles else None
        behind = None if comma is None or comma > at + _NOUN else self.people.phrase(row, comma + 1)
        if behind is None or len(behind.name) < 2:
            return None
        return Phrase(at, behind.high, behind.name, behind.roles, behind.woman)

    def _named_after(self, row: Sequence[Piece], phrase: Phrase | None) -> Phrase | None:
        """A phrase without a name, with the name that stands behind its comma: le maire, Lucien Kael."""
        comma = None if phrase is None or phrase.name else self._comma(row, phrase.high)
        if phrase is None or comma is None:
            return phrase
        behind = self.people.phrase(row, comma + 1)
        if behind is None or not behind.name:
            return phrase
        if row[comma + 1].lower in self.rules.articles and (phrase.definite or len(behind.name) < 2):
            return phrase
        return Phrase(phrase.low, behind.high, behind.name, (*phrase.roles, *behind.roles), phrase.woman)

    def _comma(self, row: Sequence[Piece], at: int) -> int | None:
        """The comma behind a role and what belongs to it: le maire de la vieille ville, …"""
        for k in range(at, min(len(row) - 1, at + _COMPLEMENT)):
            if row[k].text == ",":
                return k
            if row[k].quote >= 0 or not row[k].word or row[k].lower in self.rules.auxiliaries:
                return None
            if k == at and row[k].lower not in self.rules.prepositions and row[k].lower in self.speech.verbs:
                return None
        return None

    def _is_common(self, phrase: Phrase, at: int) -> bool:
        """Whether a phrase may be a common noun with a capital, or a word at the head of its sentence."""
        noun = self.rules.nouns and len(phrase.name) == 1 and not (phrase.roles or phrase.courtesy)
        return self._no_subject(phrase, opens=at == 0) or (noun and not self.people.is_known(phrase.name[0]))

    def _no_subject(self, phrase: Phrase, opens: bool = False) -> bool:
        """Whether a phrase names a time, or is a word that has its capital from the head of the sentence."""
        if phrase.name:
            alone = opens and len(phrase.name) == 1 and not phrase.roles and phrase.high - phrase.low == 1
            return alone and not self.people.is_known(phrase.name[0])
        return any(role in self.rules.no_names for role in phrase.roles)

    def _before(self, row: Sequence[Piece], low: int, _: int) -> Subject | None:
        """The subject before its verb, past what is set between commas."""
        chunks = list(self._chunks(row, low))
        for number, (start, end) in enumerate(chunks):
            if 0 < start < end and row[start - 1].text == "," and row[start].lower in self.rules.relatives:
                continue
            if number and not self._set_between(chunks, row):
                return None
            found = self._first(row, start, end)
            if found is not None:
                return found
            if number >= 2:
                return None
        return None

    def _set_between(self, chunks: Sequence[tuple[int, int]], row: Sequence[Piece]) -> bool:
        """Whether the verb stands right behind a comma: who speaks is then before it."""
        start, end = chunks[0]
        return start >= end or all(row[k].lower in self.rules.reflexives for k in range(start, end))

    def _chunks(self, row: Sequence[Piece], low: int) -> Iterator[tuple[int, int]]:
        """What stands between commas before a verb, the nearest first, as far as its sentence goes."""
        end = low
        for k in range(low - 1, -1, -1):
            if row[k].quote >= 0 or row[k].text in _ENDS or row[k].lower in self.rules.conjunctions:
                yield k + 1, end
                return
            if row[k].text == ",":
                yield k + 1, end
                end = k
        yield 0, end

    def _first(self, row: Sequence[Piece], start: int, end: int) -> Subject | None:
        """The first phrase or pronoun between two places that no preposition leads."""
        k = start
        while k < end:
            if row[k].lower in self.rules.prepositions:
                phrase = self.people.phrase(row, k + 1)
                k = phrase.high if phrase is not None else k + 1
                continue
            if self._is_pronoun(row, k):
                return row[k]
            phrase = self.people.phrase(row, k)
            if phrase is not None and phrase.high <= end and not self._no_subject(phrase, opens=k == 0):
                return phrase
            k = phrase.high if phrase is not None else k + 1
        return None

    def subject(self, row: Sequence[Piece]) -> Phrase | None:
        """The first named phrase of a sentence that no preposition leads: who it is about."""
        k = 0
        while k < len(row):
            led = row[k].lower in self.rules.prepositions or row[k].quote >= 0
            phrase = self.people.phrase(row, k + led)
            if phrase is not None and not led:
                named = self._named_after(row, phrase)
                if named is not None and named.name and not self._is_common(named, k):
                    return named
            k = phrase.high if phrase is not None else k + 1
        return None
