"""An invented event: its facts, its people and what they said about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from evaluation.generator import names, stock_sentences
from evaluation.generator.grammar import Context, Day, Fact, Figure
from evaluation.generator.names import Person
from evaluation.generator.word_lists import KINDS, VOCABULARY, Kind

FIRST_DAY = date(2029, 1, 8)  # stories lie within six years of this day


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something said at the event; any report may quote it. `second` is a further sentence."""

    id: str
    speaker: str
    kind: str  # direct, mixed or indirect
    cue: str
    template: str
    second: str
    seed: str
    addressee: str
    occasion: str


@dataclass(slots=True)
class Event:
    """Something that happened, as far as anybody knows it."""

    kind: Kind
    day: date
    facts: dict[str, Fact]
    people: dict[str, Person]
    utterances: list[Utterance]

    def context(self, more: dict[str, Fact] | None = None) -> Context:
        """What templates may draw on when telling of this event."""
        return Context({**self.facts, **(more or {})}, VOCABULARY)


def happen(rng: Random, kind: Kind | None = None) -> Event:
    """Let something happen."""
    kind = kind or rng.choice(KINDS)
    day = FIRST_DAY + timedelta(days=rng.randrange(2200))
    facts = _places(rng, kind)
    people = _people(rng, kind)
    people["b1"] = Person("b1", "", str(facts["body"]), "", "", "")
    facts.update(people)
    facts.update(_figures(rng, kind))
    facts["day"] = Day(day.isoformat(), day.weekday())
    event = Event(kind, day, facts, people, [])
    event.utterances.extend(_utterances(rng, event))
    return event


def _places(rng: Random, kind: Kind) -> dict[str, Fact]:
    towns = names.several(rng, 4, "town")
    countries = names.several(rng, 2, "country")
    outlets = names.several(rng, 1, "outlet")
    region = towns[2] + rng.choice((" County", " Valley", " District", "shire", " Province", " Coast"))
    street = rng.choice(VOCABULARY["street"])
    facts: dict[str, Fact] = {
        "town": towns[0], "town2": towns[1], "region": region, "river": "River " + towns[3].split()[-1],
        "country": countries[0], "country2": countries[1], "street": street, "outlet2": outlets[0],
        "it": kind.topic, "site": rng.choice(VOCABULARY["site"]),
    }  # fmt: skip
    pattern = rng.choice(kind.bodies)
    facts["body"] = pattern.format(**facts)
    return facts


def _people(rng: Random, kind: Kind) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for number, noun in enumerate(kind.roles, 1):
        made = names.person(rng, f"p{number}", stock_sentences.TITLES.get(noun, ""), noun)
        while any(made.last == other.last for other in people.values()):
            made = names.person(rng, f"p{number}", made.title, noun)
        people[made.id] = made
    return people


def _figures(rng: Random, kind: Kind) -> dict[str, Fact]:
    figures: dict[str, Fact] = {}
    taken: set[str] = set()
    for name, form, low, high in kind.figures:
        value = str(rng.randint(low, high))
        while value in taken:
            value = str(rng.randint(low, high))
        taken.add(value)
        if form != "n" and rng.random() < 0.5:
            value += f".{rng.randint(1, 9)}"
        figures[name] = Figure(form, value)
    return figures


def _utterances(rng: Random, event: Event) -> list[Utterance]:
    count = rng.randint(8, 11)
    direct = rng.sample(stock_sentences.DIRECT, 2 * count)
    reported = rng.sample(stock_sentences.REPORTED, min(count, len(stock_sentences.REPORTED)))
    partial = rng.sample(stock_sentences.PARTIAL, min(count, len(stock_sentences.PARTIAL)))
    made = []
    for number in range(count):
        speaker = rng.choice(sorted(event.people))
        kind = rng.choice(("direct", "direct", "direct", "direct", "indirect", "mixed"))
        template = {"direct": direct, "indirect": reported, "mixed": partial}[kind][number % 10]
        second = direct[count + number] if rng.random() < 0.45 else ""
        made.append(
            Utterance(
                f"q{number}", speaker, kind, _cue(rng, kind), template, second, f"{rng.random()}",
                *_occasion(rng, event, speaker),
            )
        )  # fmt: skip
    return made


def _cue(rng: Random, kind: str) -> str:
    if kind == "mixed":
        return "called"
    choices = ("said",) * 6 + (
        "warned",
        "admitted",
        "claimed",
        "insisted",
        "stressed",
        "promised",
        "complained",
    )
    return rng.choice(choices)


def _occasion(rng: Random, event: Event, speaker: str) -> tuple[str, str]:
    """Whom the words were said to, and on what occasion; mostly not told."""
    calls = 0.5 if event.kind.name in ("calls", "talks") else 0.12
    chance = rng.random()
    if chance < calls:
        other = rng.choice([name for name in sorted(event.people) if name != speaker])
        return other, rng.choice(stock_sentences.OCCASIONS)
    if chance < calls + 0.3:
        return rng.choice(stock_sentences.AUDIENCES[:9]).format(**event.facts), ""
    return "", ""


def with_figure(event: Event, name: str, value: str) -> Event:
    """The event as known later: one figure has another value."""
    old = event.facts[name]
    assert isinstance(old, Figure)
    return replace(event, facts={**event.facts, name: Figure(old.form, value)})
