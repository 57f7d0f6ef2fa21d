"""Pages of news sites with their truth: a report, dressed in each of the layouts of `evaluation/layouts`.

Every layout is a template of a kind of site: where it writes its outlet, headline, writer and times, and what it
sets around and between the paragraphs. The words are ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

LAYOUTS = Path(__file__).resolve().parent.parent / "layouts"

_OUTLETS = (
    ("Quenby Echo", "www.quenbyecho.example"),
    ("The Gull Rock Gazette", "gullrockgazette.example"),
    ("Taven Post & Courier", "www.tavenpost.example"),
    ("Nordhafen heute", "nordhafen-heute.example"),
)
_WRITERS = ("Ida Corrie", "Tom Vale-Harrow", "Zoë O’Dunn", "Maarten van der Quay")
_TITLES = {
    "en": ("Ferry to Gull Rock runs late again", "Council keeps the lamp – for one more winter", "Taven’s old crane: who pays?", "Two boats, one berth: harbour row ends in a draw"),
    "fr": ("Le bac de Gull Rock encore en retard", "Le phare reste allumé un hiver de plus", "La vieille grue de Taven : qui paie ?", "Deux bateaux pour un quai"),
    "de": ("Fähre nach Gull Rock wieder verspätet", "Das Licht bleibt noch einen Winter an", "Tavens alter Kran: Wer zahlt?", "Zwei Boote, ein Liegeplatz"),
    "es": ("El transbordador de Gull Rock vuelve a retrasarse", "El faro seguirá encendido otro invierno", "La vieja grúa de Taven: ¿quién paga?", "Dos barcos para un muelle"),
}  # fmt: skip
_PARTS = {
    "en": (
        ("The harbour master", "A clerk of the council", "The skipper of the Tern", "The keeper of the lamp", "A baker from the market square", "The owner of the slipway"),
        ("said the crossing had taken twice as long as the timetable allows", "counted eleven crates that nobody had come to collect", "asked why the new pontoon had been moored on the wrong side", "promised that the accounts would be read aloud before Easter", "refused to move the nets until somebody paid for the rope"),
        ("on Monday evening, when the tide had already turned.", "after a meeting that lasted until the candles were out.", "because the channel had not been dredged since the storm.", "while the children fed what was left of the bread to the gulls.", "and wrote as much in a letter that the council will answer."),
    ),
    "fr": (
        ("Le capitaine du port", "Une employée de la mairie", "Le gardien du phare", "Un boulanger de la place"),
        ("a expliqué que la traversée avait duré deux fois plus longtemps que prévu", "a compté onze caisses que personne n’était venu chercher", "a demandé pourquoi le ponton avait été amarré du mauvais côté"),
        ("lundi soir, quand la marée avait déjà tourné.", "après une réunion qui a duré jusqu’à la nuit.", "parce que le chenal n’a pas été dragué depuis la tempête."),
    ),
    "de": (
        ("Der Hafenmeister", "Eine Angestellte der Gemeinde", "Der Wärter des Leuchtturms", "Ein Bäcker vom Marktplatz"),
        ("sagte, die Überfahrt habe doppelt so lange gedauert wie vorgesehen,", "zählte elf Kisten, die niemand abgeholt hatte,", "fragte, warum der Ponton auf der falschen Seite liege,"),
        ("als am Montagabend die Flut schon gewechselt hatte.", "nachdem die Sitzung bis in die Nacht gedauert hatte.", "weil die Rinne seit dem Sturm nicht ausgebaggert wurde."),
    ),
    "es": (
        ("El capitán del puerto", "Una empleada del ayuntamiento", "El guardián del faro", "Un panadero de la plaza"),
        ("explicó que la travesía había durado el doble de lo previsto", "contó once cajas que nadie había ido a recoger", "preguntó por qué el pontón estaba amarrado en el lado equivocado"),
        ("el lunes por la noche, cuando la marea ya había cambiado.", "después de una reunión que duró hasta la noche.", "porque el canal no se draga desde la tormenta."),
    ),
}  # fmt: skip
_LANGUAGES = {"20-french": "fr", "21-german": "de", "22-spanish": "es"}
_AGENCIES = ("Gannet News Agency", "Northline Press", "Skerry Wire", "Gannet News Agency")
_FRENCH = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")  # fmt: skip
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
        random = Random(f"{seed}-{layout}-{number}")
        truth = _truth(layout, number, outlet, random)
        yield WebPage(html=template.render(_values(truth, host)), **truth)


def _truth(layout: str, number: int, outlet: str, random: Random) -> dict[str, object]:
    language = _LANGUAGES.get(layout, "en")
    written = datetime(2019, 3, 4, 9, 30, tzinfo=UTC) + timedelta(
        days=random.randrange(200), minutes=random.randrange(600)
    )
    return {
        "layout": layout,
        "number": number,
        "outlet": outlet,
        "title": _TITLES[language][number],
        "byline": _byline(layout, number),
        "day": written.date().isoformat(),
        "minute": None if layout.startswith((*_DAY_ALONE, *_NO_ZONE)) else written,
        "paragraphs": tuple(_paragraphs(language, random)),
    }


def _byline(layout: str, number: int) -> str | None:
    if layout.startswith("07-"):
        return None
    if layout.startswith("14-"):
        return _AGENCIES[number]
    second = _WRITERS[(number + 1) % len(_WRITERS)]
    return f"{_WRITERS[number]}, {second}" if layout.startswith("23-") else _WRITERS[number]


def _paragraphs(language: str, random: Random) -> Iterator[str]:
    who, what, when = _PARTS[language]
    seen: set[str] = set()
    while len(seen) < 9:
        count = 1 + (len(seen) % 3)
        said = [f"{random.choice(who)} {random.choice(what)} {random.choice(when)}" for _ in range(count)]
        paragraph = " ".join(dict.fromkeys(said))
        if paragraph not in seen:
            seen.add(paragraph)
            yield paragraph


def _values(truth: dict[str, object], host: str) -> dict[str, object]:
    """What a template may ask for."""
    written = (
        truth["minute"]
        if isinstance(truth["minute"], datetime)
        else datetime.fromisoformat(f"{truth['day']}T09:30:00+00:00")
    )
    later = written + timedelta(hours=5)
    return {
        **truth,
        "byline": truth["byline"] or "",
        "host": host,
        "url": f"https://{host}/news/{truth['day']}/report-{truth['number']}",
        "iso": written.isoformat(),
        "rfc": written.strftime("%a, %d %b %Y %H:%M:%S +0000"),
        "year": written.year,
        "long_day": written.strftime("%A, %B %-d, %Y"),
        "later_day": later.strftime("%A, %B %-d, %Y %-I:%M %p GMT"),
        "clock12": written.strftime("%-I:%M %p"),
        "clock24": written.strftime("%H:%M"),
        "french_day": f"{written.day} {_FRENCH[written.month - 1]} {written.year} à {written:%Hh%M}",
    }
