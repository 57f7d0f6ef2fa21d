"""Sentences in which somebody speaks, in many forms of attribution."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from evaluation.generator.document import Piece, Recipe, Said, Sentence
from evaluation.generator.event import Event, Utterance
from evaluation.generator.grammar import realise
from evaluation.generator.names import Person
from evaluation.generator.outlet_words import CUES

PRONOUNS = ("he", "she", "it")
ASIDES = ("In a statement", "Speaking in {town2}", "At a news conference", "In a letter", "On the radio")


@dataclass(slots=True)
class Stage:
    """Who has been introduced in a report so far, and who spoke last."""

    known: set[str] = field(default_factory=set)
    last: str = ""


def word(key: str, text: str, tag: str = "word", value: str = "", tight: bool = False) -> Piece:
    """A piece outside quotation marks."""
    return Piece(key, text, tag, value or text.lower(), tight)


def words(key: str, text: str, tag: str = "word", value: str = "") -> list[Piece]:
    """Several pieces from plain text; commas and points are split off."""
    made: list[Piece] = []
    for number, token in enumerate(text.split()):
        body = token.rstrip(",.:")
        if body:
            made.append(word(f"{key}.{number}", body, tag, value))
        if body != token:
            made.append(word(f"{key}.{number}p", token[len(body) :], "punct", tight=True))
    return made


def introduction(person: Person, key: str, tag: str) -> list[Piece]:
    """A first mention before the verb: "harbour master Ada Roe", "Professor Ada Roe"."""
    name = word(f"{key}.n", person.full, tag, person.id)
    if not person.first:
        return [name]
    if person.title:
        return [word(f"{key}.t", person.title, "title", person.title), name]
    return [*words(f"{key}.r", person.noun, tag, person.id), name]


def mention(person: Person, key: str, stage: Stage, tag: str = "name") -> list[Piece]:
    """The person by surname, or introduced when new to the reader."""
    if person.id in stage.known:
        return [word(f"{key}.n", person.last, tag, person.id)]
    stage.known.add(person.id)
    return introduction(person, key, tag)


def content(utterance: Utterance, event: Event, key: str, which: str = "template") -> list[Piece]:
    """The words between the marks, without marks; the first has a capital."""
    template = getattr(utterance, which)
    made = list(realise(Recipe(template, f"{utterance.seed}{which}"), event.context(), key, inside=True))
    if utterance.kind == "direct":
        made[0] = replace(made[0], text=made[0].text[:1].upper() + made[0].text[1:])
    return made


def between(key: str, inner: list[Piece], stop: str = "") -> list[Piece]:
    """The words with quotation marks around them and `stop` inside the closing one."""
    first = replace(inner[0], tight=True)
    ended = [Piece(f"{key}.stop", stop, "punct", stop, tight=True, inside=True)] if stop else []
    opened = Piece(f"{key}.open", "“", "mark", "open", inside=True)
    closed = Piece(f"{key}.close", "”", "mark", "close", tight=True, inside=True)
    return [opened, first, *inner[1:], *ended, closed]


@dataclass(slots=True)
class Speaker:
    """How one sentence names who speaks."""

    event: Event
    rng: Random
    key: str
    stage: Stage

    def subject(self, person: Person, final: bool = False) -> tuple[list[Piece], bool]:
        """The speaker's mention, and whether it leans on the sentence before."""
        key = f"{self.key}.s"
        if person.id not in self.stage.known:
            self.stage.known.add(person.id)
            return self._new(person, key, final), False
        if self.stage.last == person.id and self.rng.random() < 0.6:
            return [word(f"{key}.he", person.pronoun, "speaker", person.id)], True
        if person.noun and self.rng.random() < 0.22:
            return words(f"{key}.r", f"the {person.noun}", "speaker", person.id), False
        return [word(f"{key}.n", person.last, "speaker", person.id)], False

    def _new(self, person: Person, key: str, final: bool) -> list[Piece]:
        if final and person.noun and self.rng.random() < 0.6:
            name = word(f"{key}.n", person.full, "speaker", person.id)
            title = [word(f"{key}.t", person.title, "title", person.title)] if person.title else []
            return [*title, name, word(f"{key}.c", ",", "punct", tight=True),
                    *words(f"{key}.r", f"the {person.noun}", "speaker", person.id)]  # fmt: skip
        return introduction(person, key, "speaker")

    def cue(self, name: str) -> Piece:
        """The reporting verb."""
        text = self.rng.choice(CUES[name]) if name in CUES else name
        return word(f"{self.key}.cue", text, "cue", name)

    def audience(self, utterance: Utterance) -> tuple[list[Piece], str]:
        """The one spoken to, and the name to be remembered."""
        person = self.event.people.get(utterance.addressee)
        if person is not None:
            return mention(person, f"{self.key}.a", self.stage), person.full
        return words(f"{self.key}.a", utterance.addressee), utterance.addressee


def speak(utterance: Utterance, event: Event, rng: Random, key: str, stage: Stage) -> Sentence:
    """A sentence that tells who said it, in a form chosen at random."""
    speaker = Speaker(event, rng, key, stage)
    form = rng.choice(_FORMS[_form_class(utterance)])
    pieces, said = form(speaker, utterance)
    stage.last = utterance.speaker
    return Sentence(key, tuple(pieces), "quote", said)


def _form_class(utterance: Utterance) -> str:
    if utterance.occasion:
        return f"{utterance.kind}-call"
    if utterance.addressee and utterance.kind == "direct":
        return "direct-told"
    return utterance.kind


def _said(
    utterance: Utterance, addressee: str = "", leans: bool = False, cue: str = "", kind: str = ""
) -> Said:
    return Said(
        utterance.id, utterance.speaker, cue or utterance.cue, addressee, kind or utterance.kind, leans
    )


def _stop(key: str) -> Piece:
    return word(f"{key}.end", ".", "punct", tight=True)


def _after(self: Speaker, it: Utterance) -> tuple[list[Piece], Said]:
    """“…,” said X. / “…,” X said. “…”"""
    person = self.event.people[it.speaker]
    turned = self.rng.random() < 0.35
    who, leans = self.subject(person, final=turned)
    pronoun = len(who) == 1 and who[0].text in PRONOUNS
    cue = self.cue(it.cue)
    tail = [cue, *who] if turned and not pronoun else [*who, cue]
    made = between(f"{self.key}.q", content(it, self.event, f"{self.key}.q"), ",")
    made += [*tail, _stop(self.key)]
    if it.second:
        made += between(f"{self.key}.z", content(it, self.event, f"{self.key}.z", "second"), ".")
    return made, _said(it, leans=leans)


def _before(self: Speaker, it: Utterance) -> tuple[list[Piece], Said]:
    """X said: “…” / In a statement, X said: “…”"""
    aside: list[Piece] = []
    if self.rng.random() < 0.25:
        text = self.rng.choice(ASIDES).format(**self.event.facts) + ","
        aside = words(f"{self.key}.aside", text)
    who, leans = self.subject(self.event.people[it.speaker])
    stop = self.rng.choice((":", ","))
    made = [*aside, *who, self.cue(it.cue), word(f"{self.key}.colon", stop, "punct", tight=True)]
    return [*made, *_quoted(self, it)], _said(it, leans=leans)


def _quoted(self: Speaker, it: Utterance) -> list[Piece]:
    """One pair of marks around all that was said."""
    inner = content(it, self.event, f"{self.key}.q")
    if it.second:
        inner.append(Piece(f"{self.key}.mid", ".", "punct", ".", tight=True, inside=True))
        inner += content(it, self.event, f"{self.key}.z", "second")
    return between(f"{self.key}.q", inner, ".")


def _told(self: Speaker, it: Utterance) -> tuple[list[Piece], Said]:
    """X told reporters: “…” / “…,” X told reporters."""
    who, leans = self.subject(self.event.people[it.speaker])
    whom, named = self.audience(it)
    told = [*who, self.cue("told"), *whom]
    said = _said(it, named, leans, "told")
    if self.rng.random() < 0.5:
        colon = word(f"{self.key}.colon", self.rng.choice((":", ",")), "punct", tight=True)
        return [*told, colon, *_quoted(self, it)], said
    made = between(f"{self.key}.q", content(it, self.event, f"{self.key}.q"), ",")
    return [*made, *told, _stop(self.key)], said


def _call(self: Speaker, it: Utterance) -> tuple[list[Piece], Said]:
    """In a telephone call with Y, X said: “…”"""
    lead = self.rng.choice(
        (f"In {it.occasion} with", f"During {it.occasion} with", f"Speaking in {it.occasion} to")
    )
    made = words(f"{self.key}.l", lead)
    whom, named = self.audience(it)
    who, _ = self.subject(self.event.people[it.speaker])
    leans = who[0].text in PRONOUNS
    if leans:  # a pronoun after another name would be read as that name
        who, leans = (
            [word(f"{self.key}.s.n", self.event.people[it.speaker].last, "speaker", it.speaker)],
            False,
        )
    made += [*whom, word(f"{self.key}.c", ",", "punct", tight=True), *who, self.cue(it.cue)]
    if it.kind == "indirect":
        return [*made, word(f"{self.key}.that", "that"), *_reported(self, it)], _said(it, named)
    colon = word(f"{self.key}.colon", self.rng.choice((":", ",")), "punct", tight=True)
    return [*made, colon, *_quoted(self, it)], _said(it, named)


def _reported(self: Speaker, it: Utterance) -> list[Piece]:
    inner = content(it, self.event, f"{self.key}.q")
    return [*(replace(piece, inside=False) for piece in inner), _stop(self.key)]


def _that(self: Speaker, it: Utterance) -> tuple[list[Piece], Said]:
    """X said that … / X told reporters that …"""
    who, leans = self.subject(self.event.people[it.speaker])
    that = word(f"{self.key}.that", "that")
    if not it.addressee:
        return [*who, self.cue(it.cue), that, *_reported(self, it)], _said(it, leans=leans)
    whom, named = self.audience(it)
    made = [*who, self.cue("told"), *whom, that, *_reported(self, it)]
    return made, _said(it, named, leans, "told")


def _according(self: Speaker, it: Utterance) -> tuple[list[Piece], Said]:
    """According to X, …"""
    lead = words(f"{self.key}.cue", "According to", "cue", "according")
    who = mention(self.event.people[it.speaker], f"{self.key}.s", self.stage, "speaker")
    comma = word(f"{self.key}.c", ",", "punct", tight=True)
    return [*lead, *who, comma, *_reported(self, it)], _said(it, cue="according")


def _called(self: Speaker, it: Utterance) -> tuple[list[Piece], Said]:
    """X called the fire “a …”."""
    who, leans = self.subject(self.event.people[it.speaker])
    verb = self.rng.choice(("called", "described"))
    made = [*who, self.cue(verb), *words(f"{self.key}.o", self.event.kind.topic)]
    if verb == "described":
        made.append(word(f"{self.key}.as", "as"))
    inner = content(it, self.event, f"{self.key}.q")
    return [*made, *between(f"{self.key}.q", inner), _stop(self.key)], _said(it, leans=leans, cue=verb)


_FORMS = {
    "direct": (_after, _after, _before),
    "direct-told": (_told,),
    "direct-call": (_call,),
    "indirect": (_that, _that, _according),
    "indirect-call": (_call,),
    "mixed": (_called,),
    "mixed-call": (_called,),
}
