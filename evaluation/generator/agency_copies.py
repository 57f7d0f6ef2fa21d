"""Invented piles of agency reports, the papers that print them and say so, and papers that report themselves.

A pile tells every event of `texts/copies_CODE.toml` once. A story has a source (an agency's dispatch, or
a paper's own report that others take up), which in a part of the stories is not in the pile; copies of it,
cut and partly rewritten, each of which names the source in one of the forms of its language; and one report
of a paper that wrote its own. Everything follows from the seed.

>>> first = pile("de", 7)
>>> first.articles == pile("de", 7).articles
True
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from retold.model import Article

CODES = ("de", "fr", "es")
CLOCKS = ("minute", "day", "none")
_TEXTS = Path(__file__).parent / "texts"
_SOURCE_SEEN = 0.75  # share of stories whose source is in the pile
_PAPER = 0.2  # share of stories whose source is a paper
_BOTH = 0.12  # share of namings that name a second agency
_REWRITTEN = (0.0, 0.5, 1.0)  # share of the sentences that fall to a copy that it words anew
_CUT = (0, 2, 4)  # sentences that a copy drops at its end
_COPIES = (2, 4)
_WRITERS = ("jk", "mho", "kle", "rab", "sts", "pmb")
_SHOWN = {"head": 3, "tail": 3, "line": 3, "first": 1, "clause": 3}  # how often a form stands in each place


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that was taken from a source and names it: the source's key, and all names that it credits."""

    id: str
    source: str
    credited: tuple[str, ...]


@dataclass(slots=True)
class Pile:
    """Articles of several events, and what is true of them.

    `copies` name sources by the id of an article, or by a key of no article where the source is unseen;
    `sources` are the ids of the sources at hand, `own` those of reports that took nothing.
    """

    clock: str
    articles: list[Article] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _House:
    """Who prints, and when; the source prints on the hour, others (`late` is 1) after it."""

    outlet: str
    day: int
    hour: int
    late: int


@dataclass(frozen=True, slots=True)
class _Source:
    key: str
    outlet: str
    form: str  # of the name in a naming
    paper: bool
    values: dict[str, str]


def pile(code: str, seed: int | str) -> Pile:
    """One pile in a language; its clocks are told to the minute, to the day or not at all, by turns."""
    random, lists = Random(f"agency copies {code} {seed}"), _lists(code)
    made = Pile(random.choice(CLOCKS))
    for number, event in enumerate(random.sample(lists["events"], len(lists["events"]))):
        _tell(made, f"{code}{seed}-{number}", event, lists, random)
    random.shuffle(made.articles)
    return made


def _tell(made: Pile, key: str, event: Mapping[str, Any], lists: Mapping[str, Any], random: Random) -> None:
    """Add the reports of one event."""
    source = _source(key, lists, random)
    day, hour = random.randrange(3, 9), random.randrange(5, 12)
    outlets = random.sample([one for one in lists["outlets"] if one != source.outlet], _COPIES[1] + 1)
    seen = random.random() < _SOURCE_SEEN
    if seen:
        text = _body(event["sentences"], source, {"head": _opening(source, lists, random)})
        made.sources.append(key)
        made.articles.append(
            _article(key, text, event, _House(source.outlet, day, hour, 0), made.clock, random)
        )
    count = random.randint(_COPIES[0] + (not seen), _COPIES[1])
    for number, mine in enumerate(_shares(len(event["sentences"]), count, random)):
        text, names = _retold(event["sentences"], source, mine, lists, random)
        house = _House(outlets[number], day, hour + 1 + random.randrange(6), 1)
        made.copies.append(Copy(f"{key}-{number}", key, names))
        made.articles.append(_article(f"{key}-{number}", text, event, house, made.clock, random))
    text = "\n\n".join(one.format_map(source.values) for one in event["own"])
    made.own.append(f"{key}-own")
    house = _House(outlets[-1], day, hour + 2, 1)
    made.articles.append(_article(f"{key}-own", text, event, house, made.clock, random))


def _shares(sentences: int, copies: int, random: Random) -> list[frozenset[int]]:
    """The sentences that each copy words anew: none of two copies, since no two writers choose alike."""
    rewriters = [random.randrange(copies) for _ in range(sentences)]
    shares = [random.choice(_REWRITTEN) for _ in range(copies)]
    return [
        frozenset(k for k, one in enumerate(rewriters) if one == number and random.random() < shares[number])
        for number in range(copies)
    ]


def _source(key: str, lists: Mapping[str, Any], random: Random) -> _Source:
    paper = random.random() < _PAPER
    outlet = random.choice(sorted(lists["papers"] if paper else lists["agencies"]))
    first, second = random.sample(lists["names"], 2)
    small, middle, large = random.sample(range(2, 10), 1), random.randrange(11, 60), random.randrange(3, 40)
    town = random.choice(lists["towns"])
    values = {"T": town, "S": town.upper(), "A": first, "B": second, "n": str(small[0] + 1)}
    values |= {
        "m": str(middle),
        "k": str(large),
        "w": random.choice(_WRITERS),
        "x": str(random.randrange(10**5, 10**6)),
    }
    form = outlet if paper else random.choice(lists["agencies"][outlet]["initials"])
    return _Source(key, outlet, form, paper, values)


def _opening(source: _Source, lists: Mapping[str, Any], random: Random) -> str:
    """How a dispatch opens; a paper's own report just begins."""
    if source.paper:
        return ""
    return str(random.choice(lists["forms"]["head"])).format_map(source.values | {"a": source.form})


def _retold(
    sentences: Sequence[Sequence[str]],
    source: _Source,
    mine: frozenset[int],
    lists: Mapping[str, Any],
    random: Random,
) -> tuple[str, tuple[str, ...]]:
    """A copy's text and the names that it credits: cut, partly in other words, its source named somewhere."""
    forms = lists["paper_forms" if source.paper else "forms"]
    place = random.choice([one for one, often in _SHOWN.items() if one in forms for _ in range(often)])
    form, names = str(random.choice(forms[place])), [_bare(source.outlet, lists)]
    naming = source.form
    if not source.paper and place != "clause" and "({a})" in form and random.random() < _BOTH:
        other = random.choice([one for one in sorted(lists["agencies"]) if one != source.outlet])
        naming = f"{naming}/{random.choice(lists['agencies'][other]['initials'])}"
        names.append(other)
    dative = lists.get("datives", {}).get(source.outlet, source.outlet)
    house = f"{naming}-infocom" if naming == "dpa" else naming
    words = form.format_map(source.values | {"a": naming, "c": house, "P": source.outlet, "D": dative})
    kept = sentences[: len(sentences) - random.choice(_CUT)]
    return _body(kept, source, {place: words}, mine), tuple(names)


def _body(
    sentences: Sequence[Sequence[str]],
    source: _Source,
    naming: Mapping[str, str],
    anew: frozenset[int] = frozenset(),
) -> str:
    """The sentences in paragraphs of two, those of `anew` in other words, with the naming in its place."""
    told = [one[k in anew].format_map(source.values) for k, one in enumerate(sentences)]
    told[0] = naming.get("head", "") + told[0]
    if "clause" in naming:
        told[0] = told[0].removesuffix(".") + naming["clause"] + "."
    told[-1] += naming.get("tail", "")
    paragraphs = [" ".join(told[k : k + 2]) for k in range(0, len(told), 2)]
    return "\n\n".join(filter(None, [naming.get("first"), *paragraphs, naming.get("line")]))


def _bare(outlet: str, lists: Mapping[str, Any]) -> str:
    """An outlet's name without its article, which is no part of it."""
    first, _, rest = outlet.partition(" ")
    return rest if first in lists.get("articles", ()) else outlet


def _article(
    name: str, text: str, event: Mapping[str, Any], house: _House, clock: str, random: Random
) -> Article:
    stamp = f"2031-03-{house.day:02}T{house.hour:02}:{house.late * random.randrange(60):02}:00+01:00"
    published = {"minute": stamp, "day": stamp[:10], "none": None}[clock]
    return Article(name, text, house.outlet, published=published, title=random.choice(event["title"]))


@cache
def _lists(code: str) -> Mapping[str, Any]:
    return tomllib.loads((_TEXTS / f"copies_{code}.toml").read_text(encoding="utf-8"))
