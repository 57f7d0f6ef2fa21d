"""Reads an article from top to bottom: quotations and reported clauses, each with its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters
from retold.language import Language
from retold.language.patterns import Patterns
from retold.model import StatementKind
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.meant import NOBODY, Meant
from retold.steps.statements.names import Range
from retold.steps.statements.outlets import is_outlet, shares
from retold.steps.statements.patterned.cues import Cue, Finder
from retold.steps.statements.patterned.hearers import hearers
from retold.steps.statements.patterned.links import is_nobodys, link
from retold.steps.statements.patterned.named import is_term
from retold.steps.statements.patterned.nameless import nameless
from retold.steps.statements.patterned.people import People, Person, Phrase, lone_capitals
from retold.steps.statements.patterned.phrases import joined, named_phrases, with_surname
from retold.steps.statements.patterned.pieces import Piece, last_sentence, pieces, stretches
from retold.steps.statements.patterned.pointed import pointed
from retold.steps.statements.patterned.reported import Clause, in_report, main_clause, reported_clauses
from retold.steps.statements.patterned.turns import Turn, turn_at, turns
from retold.steps.statements.segments import Segment
from retold.steps.statements.utterance import Utterance, Who
from retold.tables import Witness

_P = parameters.of("statements", "patterned")
_COLON, _NEAR, _LEAD = (_P.number(name) for name in ("colon", "near", "lead"))
_BREATH, _SUBJECT, _GOES_ON, _INDIRECT = (
    _P.number(name) for name in ("breath", "subject", "goes_on", "indirect")
)
_DROPPED = _P.number("dropped")
_REMEMBERED, _FEWEST = (_P.integer(name) for name in ("remembered", "fewest"))


class PatternReader:
    """One pass over the sentences of an article."""

    def __init__(
        self,
        witness: Witness,
        segments: Sequence[Segment],
        language: Language,
        known: tuple[Lexicon, Patterns],
    ) -> None:
        self.lexicon, self.rules = known
        speech = self.lexicon.speech
        self.witness, self.segments = witness, segments
        self.people = People(self.rules, language.names, language.function_words | speech.verbs.keys())
        self.finder = Finder(speech, self.rules, self.people)
        self.speech, self.names = speech, language.names
        self.people.credited = frozenset(one.name.casefold() for one in witness.credits)
        self.rows = [
            (number, row)
            for number, one in enumerate(segments)
            for row in stretches(pieces(witness.text, one, witness.quotes, self.rules.clitic))
        ]
        self.recent: list[tuple[int, Person]] = []  # paragraph, person; the last first
        self.said: list[Utterance] = []
        self.lead: tuple[int, Who] | None = None  # segment that ends with a colon
        self.beside: dict[int, Who] = {}  # who speaks with the subject of a cue

    def read(self) -> list[Utterance]:
        """The utterances of the article in text order."""
        if self.rules.nouns:
            self.people.surnames = lone_capitals(row for _, row in self.rows)
        for _, row in self.rows:  # names that are only told later in full
            for phrase in named_phrases(self.people, row):
                self.people.met(phrase, row[phrase.low].start)
        for one in self.people.every:
            one.roles.clear()
        spoken = turns(self.witness.text, self.people, self.lexicon, self.rules)
        for number, row in self.rows:
            turn = turn_at(spoken, row[0].start) if row else None
            if turn is None:
                self._sentence(number, row)
            else:
                self._turn(number, row, turn)
        self._threaded()
        return sorted(self.said, key=lambda one: one.place)

    def _turn(self, number: int, row: Sequence[Piece], turn: Turn) -> None:
        """Keep what is said in a turn once, with its first sentence."""
        if turn.words and row[0].start <= turn.words[0][0] < row[-1].end:
            who = None if turn.meant.name is None else Who(turn.name, turn.meant, 1.0)
            self._made(number, list(turn.words), (who, None, None), "direct")
        self._remember(number, row, (), {})

    def _threaded(self) -> None:
        """Paragraphs of one quotation are said by who is named at its end."""
        for one in self.said:
            if one.speaker is None and one.cue is None and one.threads:
                whose = (other.speaker for other in self.said if other.threads & one.threads)
                known = next((who for who in whose if who is not None), None)
                one.speaker = None if known is None else known.carried(_BREATH, here=False)

    def _sentence(self, number: int, row: Sequence[Piece]) -> None:
        cues = [self._joined(row, one) for one in self.finder.cues(row) if not self._credited(row, one)]
        whos = {id(one): self._speaker(number, row, one) for one in cues}
        tied: set[int] = set()
        for at, piece in enumerate(row):
            if piece.quote >= 0:
                self._quotation(number, row, at, (cues, whos), tied)
        for clause in reported_clauses(row, cues, self.rules):
            if id(clause.cue) not in tied:
                self._clause(number, row, clause, whos)
        self._goes_on(number, row, cues)
        back = pointed(number, row, cues, self.rules, (self.rows, self.segments, self.said))
        if back is not None:
            self._clause_of(number, row, *back, whos[id(back[0])])
        self._remember(number, row, cues, whos)
        self.beside.clear()

    # ---- who ----

    def _speaker(self, number: int, row: Sequence[Piece], cue: Cue) -> Who | None:
        subject = cue.subject
        before = self._named_before(row, cue.start)
        recent = [*before, *self._people_of(number)]
        if subject is None:
            meant, _ = self.people.pronoun(None, recent) if cue.dropped else (NOBODY, None)
            return Who(None, meant, _DROPPED) if meant.name else None
        if isinstance(subject, Piece):
            woman = subject.lower in self.rules.women | self.rules.meant_women
            told = woman or subject.lower in self.rules.men | self.rules.meant_men
            meant = self.people.pronoun(woman, recent)[0] if told else NOBODY
            return Who((subject.start, subject.end), meant, 1.0)
        mention, leads = (row[subject.low].start, row[subject.high - 1].end), subject.high <= cue.low
        self.people.met(subject, mention[0])
        near = [*before, *self._people_of(number, (0,))]
        meant, _ = self.people.meant(subject, near, leads and row[0].quote < 0)
        return Who(mention, meant, 1.0)

    def _joined(self, row: Sequence[Piece], cue: Cue) -> Cue:
        """The cue with the whole name of its subject; who speaks with him is kept beside it."""
        phrase = joined(row, cue, self.people, self.lexicon)
        cue = with_surname(cue, phrase)
        if phrase is not None:
            mention = (row[phrase.low].start, row[phrase.high - 1].end)
            self.people.met(phrase, mention[0])
            self.beside[id(cue)] = Who(mention, self.people.meant(phrase, ())[0], 1.0)
        return cue

    def _named_before(self, row: Sequence[Piece], at: int) -> list[Person]:
        """Persons named in the sentence before a place, whom it is about first."""
        about = self.finder.subjects.about(row[:at])
        names = [] if about is None else [about.name]
        names += [phrase.name for phrase in named_phrases(self.people, row[:at])]
        found = (self.people.of_name(name) for name in names)
        return [one for one in found if one is not None]

    def _people_of(self, number: int, reach: Sequence[int] = (0, 1, 2)) -> list[Person]:
        """Persons named in this paragraph, the last subject first, else the one before, quotations aside."""
        paragraph = self.segments[number].paragraph
        for back in reach:
            found = [person for place, person in self.recent if place == paragraph - back]
            if found:
                return list(dict.fromkeys(found))
            if back and any(not one.bare for one in self.segments if one.paragraph == paragraph - back):
                break
        return []

    def _remember(
        self, number: int, row: Sequence[Piece], cues: Sequence[Cue], whos: dict[int, Who | None]
    ) -> None:
        """Keep whom the sentence names, who it is about, and who spoke in it."""
        paragraph = self.segments[number].paragraph
        for phrase in named_phrases(self.people, row):
            person = self.people.met(phrase, row[phrase.low].start)
            if person is not None:
                self.recent.insert(0, (paragraph, person))
        about = self.finder.subjects.about(row)
        told = [whos[id(one)] for one in cues]
        names = [one.meant.name for one in told if one is not None and one.meant.name]
        last = names[-1].split() if names else about.name if about is not None else ()
        person = self.people.of_name(last) if last else None
        if told and self._is_nameless(told[-1], cues[-1]):
            self.recent.insert(0, (paragraph, self.people.unknown(None)))
        elif person is not None:
            if about is not None and about.roles and self.people.of_name(about.name) is person:
                person.roles.update(about.roles)
            self.recent.insert(0, (paragraph, person))
        elif not cues and (other := nameless(row, self.people)) is not None:
            known = self.people.meant(other, self._people_of(number, (0,)), leads=True)[1]
            self.recent.insert(0, (paragraph, known or self.people.unknown(other.woman)))
        del self.recent[_REMEMBERED:]
        self.lead = None
        if row and row[-1].text == ":":
            who = next((one for one in reversed(told) if one is not None), None)
            if who is None and about is not None and person is not None:
                who = Who((row[about.low].start, row[about.high - 1].end), Meant(person.name, _SUBJECT), 1.0)
            self.lead = None if who is None else (number, who)

    def _is_nameless(self, who: Who | None, cue: Cue) -> bool:
        """Whether a noun phrase names who spoke last and says nobody's name: a pronoun may go on with him."""
        told = who is not None and who.meant.name is None
        return told and isinstance(cue.subject, Phrase) and self.people.may_speak(cue.subject)

    def _credited(self, row: Sequence[Piece], cue: Cue) -> bool:
        """Whether who is named is an outlet or an agency: a credit of the report."""
        return cue.way == "phrase" and self._is_report(row, cue)

    def _is_report(self, row: Sequence[Piece], cue: Cue) -> bool:
        if not isinstance(cue.subject, Phrase):
            return False
        start, end = row[cue.subject.low].start, row[cue.subject.high - 1].end
        named = " ".join(cue.subject.name) or self.witness.text[start:end]
        inside = [one for one in self.witness.credits if one.span.start < end and start < one.span.end]
        return any(shares(one.name, named) for one in inside) or is_outlet(named, self.names)

    # ---- quotations ----

    def _quotation(
        self,
        number: int,
        row: Sequence[Piece],
        at: int,
        known: tuple[Sequence[Cue], dict[int, Who | None]],
        tied: set[int],
    ) -> None:
        (cues, whos), quote = known, row[at].quote
        words = self.witness.quotes[quote].span.of(self.witness.text).strip()
        if is_outlet(words, self.names) or self.people.is_credited(words):
            return
        clausal = self.segments[number].is_clausal(quote) or not any(one.word for one in row)
        linked = link(row, at, cues)
        if is_term(row, at, None if linked is None else linked[0], (self.speech, self.rules)):
            return
        if linked is not None:
            cue, support = linked
            tied.add(id(cue))
            self._utter(number, row, (quote, clausal), cue, (whos[id(cue)], support))
            return
        nobody = (None, 0.0)
        who, support = nobody if is_nobodys(row, at, self.rules) else self._unled(number, row, at, clausal)
        if who is not None or clausal:
            self._utter(number, row, (quote, clausal), None, (who, support))

    def _unled(self, number: int, row: Sequence[Piece], at: int, clausal: bool) -> tuple[Who | None, float]:
        """The speaker of a quotation that no cue of its sentence leads to."""
        if at and row[at - 1].text == ":":
            lead = last_sentence(row[:at])
            about = self.finder.subjects.about(lead)
            if about is not None:
                meant, _ = self.people.meant(about, self._people_of(number, (0,)))
                return Who((lead[about.low].start, lead[about.high - 1].end), meant, 1.0), _LEAD
            if self.finder.subjects.is_told_of(lead):
                return None, 0.0
        last = self.said[-1] if self.said else None
        quote = self.witness.quotes[row[at].quote]
        if last is not None and quote.thread in last.threads and last.speaker is not None:
            return last.speaker.carried(1.0, here=False), _BREATH
        if not clausal:
            return self._passed_on(number, row, last)
        if self.lead is not None and number - self.lead[0] == 1:
            return self.lead[1].carried(1.0, here=False), _COLON
        return self._same_breath(number, last)

    def _passed_on(
        self, number: int, row: Sequence[Piece], last: Utterance | None
    ) -> tuple[Who | None, float]:
        """Who spoke just before, for a few quoted words in a sentence in the mood of report."""
        near = last is not None and last.speaker is not None and number - last.segment <= 2
        if not near or last is None or last.speaker is None or not in_report(row, self.rules):
            return None, 0.0
        other = self._somebody_else(row, last.speaker)
        if other is not None:
            return other, _SUBJECT
        here = self.segments[last.segment].paragraph == self.segments[number].paragraph
        return (last.speaker.carried(1.0, here=False), _GOES_ON) if here else (None, 0.0)

    def _somebody_else(self, row: Sequence[Piece], last: Who) -> Who | None:
        """Whom a sentence is about, if that is another than who spoke last."""
        about = self.finder.subjects.about(row)
        if about is None:
            return None
        meant, _ = self.people.meant(about, ())
        mention = (row[about.low].start, row[about.high - 1].end)
        return None if meant.name == last.meant.name else Who(mention, meant, 1.0)

    def _same_breath(self, number: int, last: Utterance | None) -> tuple[Who | None, float]:
        """Who spoke just before in the paragraph, else whom the sentence before is about."""
        here = self.segments[number].paragraph
        before = [person for place, person in self.recent if place == here]
        nobody = bool(before) and not before[0].words
        known = None if last is None or self.segments[last.segment].paragraph != here else last.speaker
        if last is not None and known is not None and not (nobody and known.meant.name):
            near = number - last.segment <= 1
            other = None if near else self._newcomer(number, known)
            if other is not None:
                return other, _SUBJECT
            return known.carried(1.0, here=False), _BREATH if near else _SUBJECT
        about = None if nobody or not before else Who(None, Meant(before[0].name, 1.0), 1.0)
        return about, 0.0 if about is None else _SUBJECT

    def _newcomer(self, number: int, last: Who) -> Who | None:
        """Whom the sentence before is about, where that is another in full than who spoke last."""
        row = next((row for k, row in self.rows if k == number - 1), [])
        about = self.finder.subjects.about(row)
        if about is None or len(about.name) < 2:
            return None
        return self._somebody_else(row, last)

    def _utter(
        self,
        number: int,
        row: Sequence[Piece],
        quotation: tuple[int, bool],
        cue: Cue | None,
        told: tuple[Who | None, float],
    ) -> None:
        """Keep a quotation as said; it goes with the one before it of the same cue."""
        (quote, clausal), (who, support) = quotation, told
        span = self.witness.quotes[quote].span
        content = (span.start, span.end)
        if not clausal and who is None:
            return
        speaker = None if who is None else Who(who.mention, who.meant, who.link * support)
        place = None if cue is None else (row[cue.low].start, row[cue.high - 1].end)
        last = self.said[-1] if self.said else None
        if (
            last is not None
            and place is not None
            and last.cue == place
            and last.kind == ("direct" if clausal else "mixed")
        ):
            last.content.append(content)
            last.threads.add(self.witness.quotes[quote].thread)
            return
        kind: StatementKind = "direct" if clausal else "mixed"
        made = self._made(number, [content], (speaker, cue, place), kind)
        made.threads.add(self.witness.quotes[quote].thread)
        made.addressees.extend(() if cue is None else hearers(self.witness.text, row, cue, self.rules))

    def _made(
        self,
        number: int,
        content: list[Range],
        told: tuple[Who | None, Cue | None, Range | None],
        kind: StatementKind,
    ) -> Utterance:
        speaker, cue, place = told
        manner = self.speech.plain.manner if cue is None else cue.verb.manner
        support = _INDIRECT if kind == "indirect" else 1.0
        made = Utterance(number, content, speaker, [], place, kind, manner, support)
        made.when = self._when(number, content)
        made.others = [self.beside[id(cue)]] if cue is not None and id(cue) in self.beside else []
        self.said.append(made)
        return made

    def _when(self, number: int, content: Sequence[Range]) -> str | None:
        """The day that the sentence names outside what was said."""
        part = self.segments[number]
        for one in self.witness.dates:
            inside = part.start <= one.span.start < part.end
            if (
                inside
                and one.kind in ("DATE", "TIME")
                and not any(a <= one.span.start < b for a, b in content)
            ):
                return one.value
        return None

    # ---- reported clauses ----

    def _clause(self, number: int, row: Sequence[Piece], clause: Clause, whos: dict[int, Who | None]) -> None:
        within = self.rules.reported.search(row[clause.cue.low].lower) is not None  # er habe gestanden
        if not clause.cue.negated and not within:
            end = row[clause.high - 1].end
            content = (row[clause.low].start, end + (self.witness.text[end : end + 1] == "%"))
            self._clause_of(number, row, clause.cue, content, whos[id(clause.cue)])

    def _clause_of(
        self, number: int, row: Sequence[Piece], cue: Cue, content: Range, who: Who | None
    ) -> None:
        """Keep words without marks as said by a cue, where who says them is no report."""
        if who is not None and not self._is_report(row, cue):
            place = (row[cue.low].start, row[cue.high - 1].end)
            told = Who(who.mention, who.meant, who.link * _NEAR)
            self._made(number, [content], (told, cue, place), "indirect")

    def _goes_on(self, number: int, row: Sequence[Piece], cues: Sequence[Cue]) -> None:
        """A sentence in the mood of report right behind what somebody said: he goes on."""
        last = self.said[-1] if self.said else None
        cues = [one for one in cues if not self.rules.reported.search(row[one.low].lower)]  # er habe gesagt
        if cues or last is None or last.speaker is None or number - last.segment != 1:
            return
        if self.segments[last.segment].paragraph != self.segments[number].paragraph:
            return
        words = [one for one in row if one.word]
        mood = in_report(main_clause(row, self.rules), self.rules)
        if len(words) >= _FEWEST and mood and self._somebody_else(row, last.speaker) is None:
            content = [(words[0].start, words[-1].end)]
            if all(one.quote < 0 for one in row):
                self._made(
                    number, content, (last.speaker.carried(_GOES_ON, here=False), None, None), "indirect"
                )
