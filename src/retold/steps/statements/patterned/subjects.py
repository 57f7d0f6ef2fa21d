"""Who is the subject of a verb or a sentence, by the order of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold import parameters
from retold.language.patterns import Patterns
from retold.language.speech import Speech
from retold.steps.statements.patterned.people import People, Phrase
from retold.steps.statements.patterned.pieces import Piece

_P = parameters.of("statements", "patterned")
_COMPLEMENT, _NOUN, _AFTER = (_P.integer(name) for name in ("complement", "noun", "after"))
ENDS = frozenset(".:;!?…")

Subject = Phrase | Piece  # a noun phrase, or a pronoun


class Subjects:
    """Finds the subjects in sentences of one article."""

    def __init__(self, speech: Speech, patterns: Patterns, people: People) -> None:
        self.speech, self.rules, self.people = speech, patterns, people

    def is_pronoun(self, row: Sequence[Piece], at: int) -> bool:
        """Whether a pronoun stands here, and no article of the noun behind it: dieser, dieser Zeitung."""
        if at >= len(row) or row[at].lower not in self.rules.subjects:
            return False
        behind = row[at + 1] if at + 1 < len(row) else None
        if behind is not None and behind.lower in self.rules.unnaming:
            return False
        noun = self.rules.nouns and behind is not None and behind.word and behind.capital
        return not (noun and row[at].lower in self.rules.articles)

    def after(self, row: Sequence[Piece], low: int, at: int) -> Subject | None:
        """The subject behind its verb: sagte am Montag der Hafenmeister Kael."""
        k = at + 1
        while k < min(len(row), at + 1 + _AFTER):
            if row[k].text == "," and k == at + 1 and self._said_before(row, low):
                past = self._past_aside(row, k)
                if past is None:
                    return None
                k = past
                continue
            if row[k].quote >= 0 or row[k].text in ENDS or row[k].text == "," or self._opens(row, k):
                return None
            if row[k].text == "(":
                k = behind_brackets(row, k)
                continue
            if row[k].lower in self.rules.prepositions:
                phrase = self.people.phrase(row, k + 1)
                led = k + 1 < len(row) and row[k + 1].lower in self.rules.indefinite
                k = phrase.high if phrase is not None else k + 1 + led
                continue
            if self.is_pronoun(row, k):
                return row[k]
            phrase = self.people.phrase(row, k)
            if phrase is not None and not self._no_subject(phrase):
                return self.named_after(row, phrase)
            described = None if phrase is not None else self._described(row, k)
            if low and (row[low - 1].text == "," or row[low - 1].quote >= 0):
                described = described or self._unnamed(row, k)
            if described is not None:
                return described
            k = phrase.high if phrase is not None else k + 1
        return None

    def _said_before(self, row: Sequence[Piece], low: int) -> bool:
        """Whether a quotation stands right before a verb, a comma or what is set on the verb between."""
        before = next((k for k in range(low - 1, -1, -1) if row[k].lower not in self.rules.reflexives), -1)
        quoted = before >= 0 and row[before].quote >= 0
        return quoted or (before > 0 and row[before].text == "," and row[before - 1].quote >= 0)

    def _past_aside(self, row: Sequence[Piece], comma: int) -> int | None:
        """One past the comma that closes an aside: s'emporte, devant les grilles, Ana; les yeux rougis, Ana.

        A preposition opens it, or an article and nobody is named in it.
        """
        first = row[comma + 1].lower if comma + 1 < len(row) else ""
        if first not in self.rules.prepositions | self.rules.articles:
            return None
        ahead = range(comma + 2, min(len(row), comma + 2 + _COMPLEMENT))
        closed = next((k for k in ahead if row[k].text == "," or row[k].text in ENDS), None)
        if closed is None or row[closed].text != ",":
            return None
        led = first in self.rules.prepositions
        return closed + 1 if led or self._is_aside(row, range(comma + 1, closed)) else None

    def _is_aside(self, row: Sequence[Piece], words: range) -> bool:
        """Whether nobody is in what stands between two commas, and somebody named in full right behind."""
        behind = self.people.phrase(row, words.stop + 1)
        nobody = all(not row[k].capital and not self.people.is_role(row[k].text) for k in words)
        return nobody and behind is not None and len(behind.name) > 1

    def past_relative(self, row: Sequence[Piece], low: int) -> Phrase | None:
        """A name at the head, with only its relative clause before the verb: Ana Kael, die ihn kennt, …

        A pronoun behind such a verb is its object.
        """
        chunks = list(self.chunks(row, low))
        if len(chunks) != 3 or chunks[0][0] < chunks[0][1]:  # the verb, its clause, the head
            return None
        (inner, _), (start, end) = chunks[1:]
        phrase = self.people.phrase(row, start) if row[inner].lower in self.rules.relatives else None
        return phrase if phrase is not None and phrase.name and phrase.high == end else None

    def _opens(self, row: Sequence[Piece], at: int) -> bool:
        """Whether what was said begins here: dijo que …"""
        return row[at].lower in self.rules.complements

    def _unnamed(self, row: Sequence[Piece], at: int) -> Phrase | None:
        """Somebody without a name: un alto funcionario, uno de sus responsables."""
        indefinite = row[at].lower in self.rules.indefinite & self.rules.articles
        ahead = row[at + 1] if at + 1 < len(row) else None
        if ahead is None or not ahead.word or not (indefinite or row[at].lower in self.rules.some):
            return None
        if self.rules.nouns or any(one.lower in self.rules.no_names for one in row[at + 1 : at + 3]):
            return None
        return Phrase(at, at + 2, (), (ahead.lower,), None, definite=False)

    def group(self, row: Sequence[Piece], at: int) -> Phrase | None:
        """Those who have no name behind a phrase such as selon: les gendarmes, la Policía."""
        if at >= len(row) or row[at].lower not in self.rules.articles or self.rules.nouns:
            return None
        end = next(
            (k for k in range(at, len(row)) if not row[k].word or row[k].lower in self.rules.prepositions),
            len(row),
        )
        return (
            Phrase(at, end, (), tuple(one.lower for one in row[at + 1 : end]), None, definite=False)
            if end > at + 1
            else None
        )

    def commenting(self, row: Sequence[Piece], low: int, at: int) -> Phrase | None:
        """Those without a name behind the verb of a comment: según informó ayer [la autoridad]."""
        start, _ = next(self.chunks(row, low), (low, low))
        if start >= low or row[start].lower not in self.rules.commenting:
            return None
        ahead = range(at + 1, min(len(row), at + 1 + _NOUN))
        article = next((k for k in ahead if row[k].lower in self.rules.articles or not row[k].word), at)
        led = row[article].lower in self.rules.prepositions
        return None if article == at or led else self.group(row, article)

    def closing(self, row: Sequence[Piece], low: int, at: int) -> Phrase | None:
        """Those without a name who close the sentence behind a cue: …, a annoncé dimanche [la préfecture]."""
        apart = low > 0 and (row[low - 1].text == "," or row[low - 1].quote >= 0)
        if not apart or self.rules.drops:  # where subjects are left out it may be what is told
            return None
        ahead = range(at + 1, min(len(row), at + 1 + _NOUN))
        article = next((k for k in ahead if row[k].lower not in self.rules.no_names), at)
        led = article == at or row[article].lower in self.rules.prepositions
        found = None if led else self.group(row, article)
        ends = found is not None and (found.high == len(row) or row[found.high].text in ENDS)
        nouns = row[article + 1 : found.high] if found is not None else ()
        return found if ends and not any(one.lower in self.rules.no_names for one in nouns) else None

    def _described(self, row: Sequence[Piece], at: int) -> Phrase | None:
        """A noun that no list has, with the full name behind its comma: une vacancière, Ana Kael."""
        comma = self._comma(row, at + 1) if row[at].lower in self.rules.articles else None
        behind = None if comma is None or comma > at + _NOUN else self.people.phrase(row, comma + 1)
        if behind is None or len(behind.name) < 2:
            return None
        return Phrase(at, behind.high, behind.name, behind.roles, behind.woman)

    def named_after(self, row: Sequence[Piece], phrase: Phrase | None) -> Phrase | None:
        """A phrase without a name, with the name that stands behind its comma: le maire, Lucien Kael."""
        named = phrase is not None and bool(phrase.name) and not self._is_acronym(phrase)
        comma = None if phrase is None or named else self._comma(row, phrase.high)
        if phrase is None or comma is None:
            return phrase
        behind = self.people.phrase(row, comma + 1)
        if behind is None or not behind.name:
            return phrase
        if row[comma + 1].lower in self.rules.articles and (phrase.definite or len(behind.name) < 2):
            return phrase
        return Phrase(phrase.low, behind.high, behind.name, (*phrase.roles, *behind.roles), phrase.woman)

    def _is_acronym(self, phrase: Phrase) -> bool:
        """Whether a role has the letters of a body behind it, and no name: la déléguée CGT, Ana Kael."""
        word = phrase.name[0]
        return len(phrase.name) == 1 and bool(phrase.roles) and len(word) > 1 and word.isupper()

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
        """Whether a phrase names a time or an outlet, or is a word with the capital of its sentence alone."""
        if phrase.name:
            if " ".join(phrase.name).casefold() in self.people.credited:
                return True
            alone = opens and len(phrase.name) == 1 and not phrase.roles and phrase.high - phrase.low == 1
            return alone and not self.people.is_known(phrase.name[0])
        return any(role in self.rules.no_names for role in phrase.roles)

    def before(self, row: Sequence[Piece], low: int, _: int) -> Subject | None:
        """The subject before its verb, past what is set between commas."""
        chunks = list(self.chunks(row, low))
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

    def unnamed_before(self, row: Sequence[Piece], low: int) -> Phrase | None:
        """Those before a verb who have no name and no role that a list has: la direction a confirmé que."""
        if self.rules.nouns:
            return None
        for start, end in self.chunks(row, low):
            opens = row[start].lower in self.rules.relatives if start < end else True
            relative = opens and start < end and start > 0 and row[start - 1].text == "," and end < low
            found = None if relative else self._first_noun(row, start, end)
            if found is not None:
                return found
        return None

    def is_told_of(self, row: Sequence[Piece]) -> bool:
        """Whether a sentence is about somebody without a name, by a noun, and about no pronoun.

        What it leads to by a colon is not said by who spoke before: son voisin hoche la tête : …
        """
        if any(self.is_pronoun(row, k) for k in range(len(row))):
            return False
        articles = self.rules.articles - self.rules.prepositions
        nouns = (row[k + 1] for k in range(len(row) - 1) if row[k].lower in articles)
        return any(one.word and one.lower not in self.rules.no_names for one in nouns)

    def _first_noun(self, row: Sequence[Piece], start: int, end: int) -> Phrase | None:
        """The first noun behind an article that no preposition leads, no word of time."""
        for k in range(start, end - 1):
            led = k > 0 and row[k - 1].lower in self.rules.prepositions
            noun = row[k + 1]
            plain = noun.word and not noun.capital and noun.lower not in self.rules.no_names
            if row[k].lower in self.rules.articles - self.rules.prepositions and plain and not led:
                return Phrase(k, self._field_end(row, k + 2, end), (), (noun.lower,), None)
        return None

    def _field_end(self, row: Sequence[Piece], at: int, end: int) -> int:
        """One past what a house is of, told in capitals: le ministère [de la Culture et du Patrimoine]."""
        small, last = self.rules.prepositions | self.rules.articles | self.rules.also, at
        for k in range(at, end):
            if row[k].capital and row[k - 1].lower in small:
                last = k + 1
            elif row[k].lower not in small:
                break
        return last

    def _set_between(self, chunks: Sequence[tuple[int, int]], row: Sequence[Piece]) -> bool:
        """Whether the verb stands right behind a comma: who speaks is then before it."""
        start, end = chunks[0]
        return start >= end or all(row[k].lower in self.rules.reflexives for k in range(start, end))

    def chunks(self, row: Sequence[Piece], low: int) -> Iterator[tuple[int, int]]:
        """What stands between commas before a verb, the nearest first, as far as its sentence goes."""
        end = low
        for k in range(low - 1, -1, -1):
            if row[k].quote >= 0 or row[k].text in ENDS or row[k].lower in self.rules.conjunctions:
                yield k + 1, end
                return
            if row[k].text == ",":
                yield k + 1, end
                end = k
        yield 0, end

    def _first(self, row: Sequence[Piece], start: int, end: int) -> Subject | None:
        """The first phrase or pronoun between two places that no preposition leads."""
        k = start + (start < end and row[start].lower in self.rules.commenting)  # wie Kael sagte
        while k < end:
            if row[k].text == "(":
                k = behind_brackets(row, k)
                continue
            if row[k].lower in self.rules.prepositions:
                phrase = self.people.phrase(row, k + 1)
                k = phrase.high if phrase is not None else k + 1
                continue
            if self.is_pronoun(row, k):
                return row[k]
            phrase = self.people.phrase(row, k)
            if phrase is not None and phrase.high <= end and not self._no_subject(phrase, opens=k == 0):
                return phrase
            k = phrase.high if phrase is not None else k + 1
        return None

    def about(self, row: Sequence[Piece]) -> Phrase | None:
        """The first named phrase of a sentence that no preposition leads: who it is about."""
        k = 0
        while k < len(row):
            if row[k].text == "(":
                k = behind_brackets(row, k)
                continue
            led = row[k].lower in self.rules.prepositions or (row[k].quote >= 0 and not row[k].stops)
            phrase = self.people.phrase(row, k + led)
            if phrase is not None and not led:
                named = self.named_after(row, phrase)
                if named is not None and named.name and not self._is_common(named, k):
                    return named
            k = phrase.high if phrase is not None else k + 1
        return None


def behind_brackets(row: Sequence[Piece], at: int) -> int:
    """One past what stands in brackets: an agency, a party, an age is no subject.

    Where they do not close in this row, one past their first word.
    """
    closed = next((k for k in range(at, len(row)) if row[k].text == ")"), at)
    return closed + 1
