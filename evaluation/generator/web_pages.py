"""Pages of news sites with their truth: a report, dressed in each of the layouts of `evaluation/layouts`.

Every layout is a template of a kind of site: where it writes its outlet, headline, writer and times,
and what it sets around and between the paragraphs. The words are ours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

LAYOUTS = Path(__file__).resolve().parent.parent / "layouts"

_OUTLETS = (
    ("Quenby Echo", "www.quenbyecho.example"),
    ("The Gull Rock Gazette", "gullrockgazette.example"),
    ("Taven Post & Courier", "www.tavenpost.example"),
    ("Nordhafen heute", "nordhafen-heute.example"),
)
_WRITERS = ("Ida Corrie", "Tom Vale-Harrow", "Zoë O’Dunn", "Maarten van der Quay")
_LANGUAGES = {"20-french": "fr", "21-german": "de", "22-spanish": "es"}
_AGENCIES = ("Gannet News Agency", "Northline Press", "Skerry Wire", "Gannet News Agency")
_FRENCH = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
)  # fmt: skip
_DAY_ALONE = ("03-", "08-", "18-")  # layouts that show no clock, or one without a zone
_NO_ZONE = ("20-",)


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page and its truth; `minute` is None where the page tells a day alone."""

    layout: str
    number: int
    html: str
    outlet: str
    title: str
    byline: str | None
    day: str
    minute: datetime | None
    paragraphs: tuple[str, ...]


def layouts() -> list[str]:
    """The names of all layouts."""
    return sorted(file.stem for file in LAYOUTS.glob("*.html"))


def pages(layout: str, seed: int = 7) -> Iterator[WebPage]:
    """A page of each outlet in one layout."""
    from jinja2 import Environment

    # A page of news escapes its words; what stands in scripts escapes itself.
    template = Environment(autoescape=True).from_string(
        (LAYOUTS / f"{layout}.html").read_text(encoding="utf-8")
    )
    for number, (outlet, host) in enumerate(_OUTLETS):
        truth = _truth(layout, number, outlet, Random(f"{seed}-{layout}-{number}"))
        yield replace(truth, html=template.render(_values(truth, host)))


def _truth(layout: str, number: int, outlet: str, random: Random) -> WebPage:
    language = _LANGUAGES.get(layout, "en")
    begin = datetime(2019, 3, 4, 9, 30, tzinfo=UTC)
    written = begin + timedelta(days=random.randrange(200), minutes=random.randrange(600))
    return WebPage(
        layout=layout,
        number=number,
        html="",
        outlet=outlet,
        title=_words()["titles"][language][number],
        byline=_byline(layout, number),
        day=written.date().isoformat(),
        minute=None if layout.startswith((*_DAY_ALONE, *_NO_ZONE)) else written,
        paragraphs=tuple(_paragraphs(language, random)),
    )


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((LAYOUTS / "words.toml").read_text(encoding="utf-8"))


def _byline(layout: str, number: int) -> str | None:
    if layout.startswith("07-"):
        return None
    if layout.startswith("14-"):
        return _AGENCIES[number]
    second = _WRITERS[(number + 1) % len(_WRITERS)]
    return f"{_WRITERS[number]}, {second}" if layout.startswith("23-") else _WRITERS[number]


def _paragraphs(language: str, random: Random) -> Iterator[str]:
    who, what, when = (_words()[language][part] for part in ("who", "what", "when"))
    seen: set[str] = set()
    while len(seen) < 9:
        count = 1 + (len(seen) % 3)
        said = [f"{random.choice(who)} {random.choice(what)} {random.choice(when)}" for _ in range(count)]
        paragraph = " ".join(dict.fromkeys(said))
        if paragraph not in seen:
            seen.add(paragraph)
            yield paragraph


def _values(truth: WebPage, host: str) -> dict[str, object]:
    """What a template may ask for."""
    written = truth.minute or datetime.fromisoformat(f"{truth.day}T09:30:00+00:00")
    later = written + timedelta(hours=5)
    return {
        **asdict(truth),
        "byline": truth.byline or "",
        "host": host,
        "url": f"https://{host}/news/{truth.day}/report-{truth.number}",
        "iso": written.isoformat(),
        "rfc": written.strftime("%a, %d %b %Y %H:%M:%S +0000"),
        "year": written.year,
        "long_day": written.strftime("%A, %B %-d, %Y"),
        "later_day": later.strftime("%A, %B %-d, %Y %-I:%M %p GMT"),
        "clock12": written.strftime("%-I:%M %p"),
        "clock24": written.strftime("%H:%M"),
        "french_day": f"{written.day} {_FRENCH[written.month - 1]} {written.year} à {written:%Hh%M}",
    }
