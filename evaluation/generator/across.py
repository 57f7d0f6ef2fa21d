"""Events told in several languages, and reports that only look like them: piles whose stories are known.

Some are made of sentences with gaps (`pile`), some were written by hand (`written`).

Of each pile some reports are near misses of an event: of its town and nothing else, of its persons and its
town on another matter, of its figures elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from evaluation.generator.names import FAR_TOWNS, OUTLET_HEADS, OUTLET_TAILS, PEOPLES, TOWN_HEADS, TOWN_TAILS
from evaluation.generator.word_lists import FOLDER, read
from retold.model import Article

CODES = ("de", "fr", "es", "en")
_EVENTS = 12  # of a pile
_MISSES = 12  # near misses of a pile
_BEGIN = date(2033, 3, 14)
_SPAN = 5  # days in which a pile is published
_ROUNDED = 0.15  # of the reports give a count in tens
_MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "en": "January February March April May June July August September October November December",
}
_WEEKDAYS = {
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_DAYS = {"de": "{}. {}", "fr": "{} {}", "es": "{} de {}", "en": "{} {}"}


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: its kind, who and where, how many, and when."""

    kind: Mapping[str, Any]
    people: tuple[str, str]
    town: str
    body: str
    counts: tuple[int, int, float]
    day: date
    other: date


@dataclass(frozen=True, slots=True)
class Pile:
    """Reports, and the event of each by its id."""

    articles: list[Article]
    event_of: Mapping[str, int]


def pile(part: str, seed: int) -> Pile:
    """A pile of the events of a part, `first` or `second`."""
    rng = Random(f"{part}-{seed}")
    kinds = read("across")[part]
    events = [_event(rng, rng.choice(kinds)) for _ in range(_EVENTS)]
    told = [(event, code) for event in events for code in rng.sample(CODES, rng.randint(2, len(CODES)))]
    misses = [_missed(rng, rng.choice(events), kinds) for _ in range(_MISSES)]
    told += [(miss, code) for miss in misses for code in rng.sample(CODES, rng.choice((1, 1, 2)))]
    every = [*events, *misses]
    articles = [_report(rng, number, event, code) for number, (event, code) in enumerate(told)]
    rng.shuffle(articles)
    number_of = {id(event): number for number, event in enumerate(every)}
    return Pile(articles, {str(n): number_of[id(event)] for n, (event, _) in enumerate(told)})


def piles(part: str, count: int) -> Iterator[Pile]:
    """So many piles of a part."""
    for seed in range(count):
        yield pile(part, seed)


def written(part: str) -> Pile:
    """The pile of a part that was written by hand."""
    text = (FOLDER / f"across_{part}.txt").read_text(encoding="utf-8")
    articles: list[Article] = []
    event_of: dict[str, int] = {}
    kinds: dict[str, int] = {}
    for number, block in enumerate(re.split(r"(?m)^## ", text)[1:]):
        head, _, body = block.partition("\n")
        kind, code, day = (cell.strip() for cell in head.split("|"))
        articles.append(Article(str(number), body.strip(), language=code, published=day))
        event_of[str(number)] = kinds.setdefault(kind, len(kinds))
    return Pile(articles, event_of)


def _event(rng: Random, kind: Mapping[str, Any]) -> Event:
    day = _BEGIN + timedelta(days=rng.randrange(_SPAN))
    away = rng.choice((-1, 1)) * rng.randint(20, 100)
    counts = rng.randint(11, 980), rng.randint(4, 300), round(rng.uniform(1.1, 90), 1)
    town = rng.choice((*FAR_TOWNS, rng.choice(TOWN_HEADS) + rng.choice(TOWN_TAILS)))
    body = f"{rng.choice(TOWN_HEADS)}{rng.choice(('tec', 'via', 'med', 'nor', 'gas'))}"
    return Event(kind, (_person(rng), _person(rng)), town, body, counts, day, day + timedelta(days=away))


def _missed(rng: Random, event: Event, kinds: list[Mapping[str, Any]]) -> Event:
    """Another event with something of this one."""
    others = [kind for kind in kinds if kind is not event.kind]
    fresh = _event(rng, rng.choice(others))
    sort = rng.choice(("town", "persons", "persons", "figures"))
    if sort == "town":
        return replace(fresh, town=event.town)
    if sort == "persons":
        return replace(fresh, town=event.town, people=event.people, body=rng.choice((event.body, fresh.body)))
    return replace(fresh, counts=event.counts)


def _person(rng: Random) -> str:
    women, men, surnames = rng.choice(PEOPLES)
    return f"{rng.choice(rng.choice((women, men)))} {rng.choice(surnames)}"


def _report(rng: Random, number: int, event: Event, code: str) -> Article:
    published = event.day + timedelta(days=rng.choice((0, 1, 1, 2)))
    sentences = list(event.kind[code])
    if rng.random() < 0.5:
        sentences.pop(rng.randrange(1, len(sentences)))
    text = " ".join(sentences).format(**_words(rng, event, code))
    outlet = f"{rng.choice(OUTLET_HEADS)} {rng.choice(OUTLET_TAILS)}"
    return Article(str(number), text, outlet=outlet, language=code, published=published.isoformat())


def _words(rng: Random, event: Event, code: str) -> dict[str, str]:
    n, m, k = event.counts
    if rng.random() < _ROUNDED:
        n = round(n, -1)
    part = f"{k:.1f}".removesuffix(".0")
    return {
        "A": event.people[0],
        "B": event.people[1],
        "T": event.town,
        "R": event.body,
        "n": str(n),
        "m": str(m),
        "k": part if code == "en" else part.replace(".", ","),
        "D": _DAYS[code].format(event.other.day, _MONTHS[code].split()[event.other.month - 1]),
        "W": _WEEKDAYS[code].split()[event.day.weekday()],
    }
