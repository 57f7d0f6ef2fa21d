"""What tells speech in a sentence, and its subject, by the order of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from retold import parameters
from retold.language.patterns import Patterns
from retold.language.speech import Speech, Verb
from retold.steps.statements.patterned.people import People, Phrase
from retold.steps.statements.patterned.pieces import DASHES, Piece
from retold.steps.statements.patterned.subjects import ENDS, Subject, Subjects

_P = parameters.of("statements", "patterned")
_AFTER, _BACK, _PARTICLE = _P.integer("after"), _P.integer("back"), _P.integer("particle")
_FEWEST, _LED, _NEAR, _OPENS = (_P.integer(name) for name in ("fewest", "led", "opens", "complements"))
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
    tag: bool = False  # set behind what was said: the pier leaks, said Kael

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
        self.subjects = Subjects(speech, patterns, people)
        self._around_owner = {words[:2] for words in patterns.before if words[2:] and patterns.nouns}
        self._joined = {  # in a clause that hangs on another a verb is whole again: wie Kael mitteilte
            particle + form: speech.verbs[form]
            for form, particles in patterns.separable.items()
            for particle in particles
            if form in speech.verbs
        }

    def cues(self, row: Sequence[Piece]) -> list[Cue]:
        """The cues of a sentence in order; of two over the same words the first."""
        found: list[Cue] = []
        for at in range(len(row)):
            one = self._led(row, at) or self._viewed(row, at) or self._followed(row, at)
            one = one or self._verb(row, at, found[-1] if found else None) or self._guess(row, at)
            if one is not None and not (found and one.low < found[-1].high):
                found.append(one)
        return found

    # ---- phrases: laut Kael, so Kael, Kael zufolge ----

    def _led(self, row: Sequence[Piece], at: int) -> Cue | None:
        if row[at].lower in self.rules.so and self._breaks(row, at - 1):
            phrase = self.people.phrase(row, at + 1)
            pronoun = row[at + 1] if phrase is None and self.subjects.is_pronoun(row, at + 1) else None
            return self._cue(at, at + 1, "phrase", phrase or pronoun)
        for words in self.rules.own:
            if tuple(one.lower for one in row[at : at + len(words)]) == words:
                return Cue(at, at + len(words), "phrase", self.speech.plain, None, dropped=True)
        owner = self._owner(row, at)
        if owner is not None:
            return self._cue(at, owner.high + 1, "phrase", owner)
        for words in self.rules.before:
            if tuple(one.lower for one in row[at : at + len(words)]) == words:
                subject = self.subjects.named_after(row, self.people.phrase(row, at + len(words)))
                if subject is None and self._is_meant(row, at + len(words)):
                    return self._cue(at, at + len(words) + 1, "phrase", row[at + len(words)])
                subject = subject or self.subjects.group(row, at + len(words))
                return self._cue(at, at + len(words), "phrase", subject)
        return None

    def _owner(self, row: Sequence[Piece], at: int) -> Phrase | None:
        """Whose words or view a phrase names in the genitive: nach Kaels Worten, as nach Worten von Kael."""
        if at + 2 >= len(row) or (row[at].lower, row[at + 2].lower) not in self._around_owner:
            return None
        name = row[at + 1].text[:-1]
        known = row[at + 1].text[-1] in "s’'" and self.people.is_known(name)
        return Phrase(at + 1, at + 2, (name,), (), None) if known else None

    def _viewed(self, row: Sequence[Piece], at: int) -> Cue | None:
        """“Pour Ana Kael, …” around a few quoted words: what she thinks of it."""
        opens = at == 0 or row[at - 1].text in (",", ";", "–", "—") or row[at - 1].lower in self.rules.also
        if row[at].lower not in self.rules.views or not opens or all(one.quote < 0 for one in row[at:]):
            return None
        phrase = self.subjects.named_after(row, self.people.phrase(row, at + 1))
        if phrase is None or not phrase.name or not (phrase.roles or phrase.courtesy or len(phrase.name) > 1):
            known = phrase is not None and phrase.name and self.people.is_known(phrase.name[0])
            return self._cue(at, at + 1, "phrase", phrase) if known else None
        return self._cue(at, at + 1, "phrase", phrase)

    def _followed(self, row: Sequence[Piece], at: int) -> Cue | None:
        if row[at].lower not in self.rules.behind:
            return None
        if at and row[at - 1].lower in self.rules.meant_men | self.rules.meant_women:
            return self._cue(at - 1, at + 1, "phrase", row[at - 1])
        spans = (self.people.phrase(row, low) for low in range(max(0, at - _BACK), at))
        return self._cue(
            at, at + 1, "phrase", next((one for one in spans if one is not None and one.high == at), None)
        )

    def _is_meant(self, row: Sequence[Piece], at: int) -> bool:
        """Whether a pronoun stands here: selon elle."""
        oblique = self.rules.meant_men | self.rules.meant_women
        return self.subjects.is_pronoun(row, at) or (at < len(row) and row[at].lower in oblique)

    def _cue(self, low: int, high: int, way: Way, subject: Subject | None) -> Cue | None:
        return None if subject is None else Cue(low, high, way, self.speech.plain, subject)

    def _breaks(self, row: Sequence[Piece], at: int) -> bool:
        """Whether a comma, a dash or a quotation stands here."""
        return at >= 0 and (row[at].quote >= 0 or row[at].text in DASHES or row[at].text == ",")

    # ---- verbs ----

    def _verb(self, row: Sequence[Piece], at: int, previous: Cue | None) -> Cue | None:
        """The cue of a verb of saying here; `previous` is the cue before it in the sentence."""
        one = row[at]
        small = one.word and (not one.capital or at == 0)
        verb = (self.speech.verbs.get(one.lower) or self._whole(row, at)) if small else None
        if verb is None or not self._complete(row, at):
            return None
        opens = at + 1 < len(row) and row[at + 1].lower in self.rules.complements  # à confirmer que
        if at and row[at - 1].lower in self.rules.noun_leads and not opens:
            return None
        auxiliary = None
        split = self.rules.participle.search(one.lower) is not None
        late = not self.rules.nouns or self._closes(
            row, at + 1
        )  # where nouns have capitals it ends its clause
        if split or (self.rules.both.search(one.lower) and late):
            auxiliary = self._auxiliary(row, at)
        if split and auxiliary is None:
            return None
        low = at if auxiliary is None else auxiliary
        if at and previous is not None and self._shares(row, at):
            return Cue(low, at + 1, "verb", verb, previous.subject, previous.dropped)
        cue = self._with_subject(row, low, at, verb, "verb")
        lacks = cue is not None and cue.subject is None and low and row[low - 1].lower in self.rules.also
        if cue is not None and lacks and previous is not None:
            return replace(cue, subject=previous.subject)
        return self._of_unnamed(row, at, cue) if cue is not None and not lacks else cue

    def _of_unnamed(self, row: Sequence[Piece], at: int, cue: Cue) -> Cue:
        """A cue that leads to a clause, by those before it who have no name: la direction confirme que."""
        ahead = row[at + 1 : at + 1 + _OPENS]
        if (
            cue.subject is not None
            or cue.dropped
            or all(one.lower not in self.rules.complements for one in ahead)
        ):
            return cue
        return replace(cue, subject=self.subjects.unnamed_before(row, cue.low))

    def _whole(self, row: Sequence[Piece], at: int) -> Verb | None:
        """A verb that else is split, in a clause such as wie Kael mitteilte."""
        verb = self._joined.get(row[at].lower)
        start, _ = next(self.subjects.chunks(row, at), (at, at)) if verb is not None else (at, at)
        return verb if row[start].lower in self.rules.commenting else None

    def _shares(self, row: Sequence[Piece], at: int) -> bool:
        """Whether a form has the subject of the verb before it: …, ajoutant que; donde sostuvo que."""
        gerund = self.rules.gerund.search(row[at].lower) is not None
        return gerund or row[at - 1].lower in self.rules.places

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
            if row[k].text in ENDS or (row[k].text == "," and not self.rules.nouns):
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
        ends = at + 1 >= len(row) or row[at + 1].text in ENDS
        if cue.subject is None:
            return cue.dropped and ends
        pronouns = self.rules.men | self.rules.women
        return isinstance(cue.subject, Piece) and cue.subject.lower in pronouns

    def _with_subject(self, row: Sequence[Piece], low: int, at: int, verb: Verb, way: Way) -> Cue | None:
        places = (*range(low, at), at + 1)  # a-t-elle dit, sagte sie
        inner = next((row[k] for k in places if self.subjects.is_pronoun(row, k)), None)
        quoted = self._breaks(row, low - 1) and any(one.quote >= 0 for one in row[max(0, low - 2) : low])
        led = None if inner is None else self.subjects.past_relative(row, low)
        tag = not quoted and led is None and self._is_tag(row, low, at, inner)
        subject = led or inner or self._quoted_one(row, at)
        if subject is None and tag:
            subject = self.subjects.after(row, low, at)
        elif subject is None:
            subject = self._by_order(row, low, at, quoted)
        subject = self.subjects.commenting(row, low, at) if subject is None else subject
        if subject is None and (told := self.subjects.closing(row, low, at)) is not None:
            subject, tag = told, low > _FEWEST and not quoted
        around = {one.lower for one in row[max(0, low - 2) : at + 3] if one.quote < 0}
        if isinstance(subject, Piece) and subject.lower in self.rules.impersonal:
            return None
        negated = bool(around & self.rules.negated)
        dropped = subject is None and self.rules.drops and self._drops(row, low, at)
        return Cue(low, at + 1, way, verb, subject, dropped, negated, tag)

    def _by_order(self, row: Sequence[Piece], low: int, at: int, quoted: bool) -> Subject | None:
        """The subject before or behind its verb, as the place of the verb has it."""
        inverted = quoted or low == 0 or self._told_before(row, low)
        before, after = self.subjects.before, self.subjects.after
        first, second = (after, before) if inverted else (before, after)
        subject = first(row, low, at)
        if subject is None and not inverted and low and row[low - 1].lower in self.rules.also:
            subject = before(row, low - 1, at)
        if subject is None and not (quoted and self.rules.nouns):
            subject = second(row, low, at)
        return subject

    def _is_tag(self, row: Sequence[Piece], low: int, at: int, inner: Subject | None) -> bool:
        """Whether a verb of saying is set behind a clause that it passes on: the pier leaks, said Kael.

        Not so where the comma before it closes what is set on a name: Kael, the minister, said.
        """
        if low <= _FEWEST or row[low - 1].text != "," or self.rules.gerund.search(row[at].lower):
            return False
        start = next(iter(list(self.subjects.chunks(row, low))[-1:]), (0, 0))[0]
        clause = row[start : low - 1]
        if any(one.quote >= 0 for one in clause) or not self._is_clause(row, start, low - 1):
            return False
        behind = self.subjects.after(row, low, at)
        closed = behind.high if isinstance(behind, Phrase) else at + 1
        rest = row[at + 1 : closed + _NEAR]
        ends = next((k for k, one in enumerate(rest) if one.text == "," and at + 1 + k >= closed), len(rest))
        if any(one.lower in self.rules.complements for one in rest[:ends]):
            return False
        left_out = self.rules.drops and all(one.text != "," for one in clause)
        return inner is not None or behind is not None or left_out or self._closes(row, at + 1)

    def _is_clause(self, row: Sequence[Piece], start: int, end: int) -> bool:
        """Whether a sentence of its own stands between two places, as far as its words show."""
        words = [one for one in row[start:end] if one.word]
        small = self.rules.conjunctions | self.rules.commenting | self.rules.opening
        small |= self.rules.relatives if start else frozenset()  # who hides debts, said Kael
        amount = " ".join(one.lower for one in row[start : start + 2]) in self.rules.amounts
        if len(words) < _FEWEST or (row[start].lower in small and not amount):
            return False
        first = next((k for k in range(start, end) if row[k].text == ","), end)
        if row[start].lower in self.rules.prepositions:
            return len(words) > _LED or any(self._is_finite(one) for one in words)
        return first == end or not self._is_bare_phrase(row, start, first)

    def _closes(self, row: Sequence[Piece], at: int) -> bool:
        """Whether the sentence or its clause ends here."""
        return at >= len(row) or row[at].text in ENDS or row[at].text == ","

    def _is_bare_phrase(self, row: Sequence[Piece], start: int, end: int) -> bool:
        """Whether nothing but a noun phrase and what belongs to it stands between two places."""
        phrase = self.people.phrase(row, start)
        if phrase is None and row[start].lower not in self.rules.articles:
            return False
        rest = start + 2 if phrase is None else phrase.high
        while rest < end and row[rest].word and not self._is_finite(row[rest]):
            if row[rest].lower in self.rules.prepositions:
                return True
            rest += 1
        return rest >= end or row[rest].text == "("

    def _is_finite(self, one: Piece) -> bool:
        """Whether a word looks like a verb that has a subject, as far as it can be told without a parser.

        Where common nouns have capitals, a verb has none: der Kaufleute.
        """
        if self.rules.nouns and one.capital:
            return False
        small = self.rules.auxiliaries | self.rules.reflexives | self.rules.subjects
        return one.lower in small or self.rules.finite.search(one.lower) is not None

    def _is_title(self, row: Sequence[Piece], at: int) -> bool:
        """Whether a quotation follows its noun without a mark: la revista «Tablas» hablaba."""
        behind = at > 1 and row[at].quote >= 0 and row[at - 1].word
        return behind and any(one.lower in self.rules.articles for one in row[max(0, at - 3) : at - 1])

    def _drops(self, row: Sequence[Piece], low: int, at: int) -> bool:
        """Whether a verb without a subject leaves out one person: no noun phrase of its clause may be it."""
        if self.rules.several.search(row[at].lower):
            return False
        start, _ = next(self.subjects.chunks(row, low), (0, 0))
        if start == low and self._is_title(row, low - 1):
            return False
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
        chunks = list(self.subjects.chunks(row, low))
        told = row[slice(*chunks[1])] if len(chunks) > 1 and chunks[0][0] >= chunks[0][1] else ()
        return any(self.rules.reported.search(one.lower) for one in told if one.word)
