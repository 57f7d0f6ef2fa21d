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
from zoneinfo import ZoneInfo

LAYOUTS = Path(__file__).resolve().parent.parent / "layouts"

_OUTLETS = (
    ("Quenby Echo", "www.quenbyecho.example"),
    ("The Gull Rock Gazette", "gullrockgazette.example"),
    ("Taven Post & Courier", "www.tavenpost.example"),
    ("Nordhafen heute", "nordhafen-heute.example"),
)
_WRITERS = ("Ida Corrie", "Tom Vale-Harrow", "Zoë O’Dunn", "Maarten van der Quay")
_EASTERN, _CENTRAL = ZoneInfo("America/New_York"), ZoneInfo("Europe/Berlin")
_AGENCIES = ("Gannet News Agency", "Northline Press", "Skerry Wire", "Gannet News Agency")
_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
_SHORT_FROM = 47  # the layouts from this number on have short paragraphs as well


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


def is_left_out(layout: str) -> bool:
    """Whether nothing is mended on a layout."""
    return _number(layout) in _facts()["left_out"]


def is_fresh(layout: str) -> bool:
    """Whether a layout was written before a page of it had been read."""
    return _number(layout) in _facts()["fresh"]


def is_fresh_second(layout: str) -> bool:
    """Whether a layout belongs to the second group that was written so."""
    return _number(layout) in _facts()["fresh_second"]


def _number(layout: str) -> str:
    return layout.partition("-")[0]


def pages(layout: str, seed: int = 7) -> Iterator[WebPage]:
    """A page of each outlet in one layout."""
    from jinja2 import Environment, FileSystemLoader

    # A page of news escapes its words; what stands in scripts escapes itself.
    template = Environment(autoescape=True, loader=FileSystemLoader(LAYOUTS)).get_template(f"{layout}.html")
    for number, (outlet, host) in enumerate(_OUTLETS):
        truth = _truth(layout, number, outlet, Random(f"{seed}-{layout}-{number}"))
        yield replace(truth, html=template.render({**_values(truth, host), **times(_written(truth))}))


def _truth(layout: str, number: int, outlet: str, random: Random) -> WebPage:
    language = _facts()["languages"].get(_number(layout), "en")
    begin = datetime(2019, 3, 4, 9, 30, tzinfo=UTC)
    written = begin + timedelta(days=random.randrange(200), minutes=random.randrange(600))
    return WebPage(
        layout=layout,
        number=number,
        html="",
        outlet=outlet,
        title=_title(layout, language, number),
        byline=_byline(layout, number),
        day=written.date().isoformat(),
        minute=None if _is("day_alone", layout) else written,
        paragraphs=tuple(_paragraphs(language, random, int(_number(layout)) >= _SHORT_FROM)),
    )


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((LAYOUTS / "words.toml").read_text(encoding="utf-8"))


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads((LAYOUTS / "facts.toml").read_text(encoding="utf-8"))


def _is(fact: str, layout: str) -> bool:
    return _number(layout) in _facts()[fact]


def _title(layout: str, language: str, number: int) -> str:
    title: str = _words()["titles"][language][number]
    return f"{title}, {_words()['titles']['rest']}" if _is("long_headline", layout) else title


def _byline(layout: str, number: int) -> str | None:
    if _is("unsigned", layout):
        return None
    if _is("agency", layout):
        return _AGENCIES[number]
    writer, second = _WRITERS[number], _WRITERS[(number + 1) % len(_WRITERS)]
    writer = writer.upper() if _is("in_capitals", layout) else writer
    return f"{writer}, {second}" if _is("two_writers", layout) else writer


def _paragraphs(language: str, random: Random, short: bool) -> Iterator[str]:
    who, what, when = (_words()[language][part] for part in ("who", "what", "when"))
    seen: set[str] = set()
    for number in range(9):
        said: list[str] = []
        while len(said) < 1 + number % 3:
            sentence = f"{random.choice(who)} {random.choice(what)} {random.choice(when)}"
            if sentence not in seen:
                seen.add(sentence)
                said.append(sentence)
        yield " ".join(said)
        if short and number in (2, 5):
            yield _words()[language]["short"][number // 3]


def _values(truth: WebPage, host: str) -> dict[str, object]:
    """The words that a template may ask for."""
    second = _WRITERS[(truth.number + 1) % len(_WRITERS)]
    return {
        **asdict(truth),
        "byline": truth.byline or "",
        "first": (truth.byline or "").split(", ")[0],
        "second": second,
        "agency": _AGENCIES[truth.number],
        "social_title": _words()["titles"]["social"][truth.number],
        "seo_title": _words()["titles"]["search"][truth.number],
        "host": host,
        "bare_host": host.removeprefix("www."),
        "url": f"https://{host}/news/{truth.day}/report-{truth.number}",
    }


def _written(truth: WebPage) -> datetime:
    return truth.minute or datetime.fromisoformat(f"{truth.day}T09:30:00+00:00")


def times(written: datetime) -> dict[str, object]:
    """A time, and one five hours later, in the forms in which sites write them."""
    later = written + timedelta(hours=5)
    east, central = written.astimezone(_EASTERN), written.astimezone(_CENTRAL)
    late_east = later.astimezone(_EASTERN)
    return {
        **_stamps(written),
        "year": written.year,
        "long_day": written.strftime("%A, %B %-d, %Y"),
        "short_day": written.strftime("%b %-d, %Y"),
        "long_day_today": "Monday, November 4, 2019",
        "later_iso": later.isoformat(),
        "later_ms": int(later.timestamp() * 1000),
        "later_day": later.strftime("%A, %B %-d, %Y %-I:%M %p GMT"),
        "words_gmt": written.strftime("%-d %B %Y, %H:%M GMT"),
        "clock12": written.strftime("%-I:%M %p"),
        "clock24": written.strftime("%H:%M"),
        "iso_cet": central.isoformat(),
        "iso_rfc_zone": east.isoformat(),
        "et_day": f"{east:%b %-d, %Y, %-I:%M%p %Z}".replace("AM", "am").replace("PM", "pm"),
        "et_words": f"{east:%B %-d, %Y at %-I:%M} {_half(east)} {east:%Z}",
        "et_clock_day": f"{east:%-I:%M} {_half(east)} ET {east:%B %-d, %Y}",
        "et_later": f"{late_east:%-I:%M} {_half(late_east)} ET {late_east:%B %-d, %Y}",
        "german_day": central.strftime("%d.%m.%Y, %H:%M Uhr"),
        "french_day": f"{written.day} {_month(written, 'fr')} {written.year} à {written:%Hh%M}",
        "spanish_day": f"{central:%d} {_month(central, 'es')[:3]} {central:%Y - %H:%M %Z}",
        "russian_day": f"{written.day} {_month(written, 'ru')} {written.year}, {written:%H:%M}",
        "arabic_day": f"{written.day} {_month(written, 'ar')} {written.year}",
        "spanish_words": f"{central.day} de {_month(central, 'es')} de {central:%Y, %H:%M}",
    }


def _month(moment: datetime, code: str) -> str:
    return _MONTHS[code].split()[moment.month - 1]


def _stamps(written: datetime) -> dict[str, object]:
    """A time as systems write it."""
    return {
        "iso": written.isoformat(),
        "iso_z": written.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "iso_ms": written.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "iso_no_colon": written.strftime("%Y-%m-%dT%H:%M:%S+0000"),
        "iso_no_zone": written.strftime("%Y-%m-%dT%H:%M:%S"),
        "iso_no_seconds": written.strftime("%Y-%m-%dT%H:%M"),
        "rfc": written.strftime("%a, %d %b %Y %H:%M:%S +0000"),
        "js_date": written.strftime("%a %b %d %Y %H:%M:%S GMT+0000 (Coordinated Universal Time)"),
        "epoch": int(written.timestamp()),
        "epoch_ms": int(written.timestamp() * 1000),
    }


def _half(when: datetime) -> str:
    return "a.m." if when.hour < 12 else "p.m."
