"""Articles as they were read, for people: one line each, or every part with its field and why that one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date

from retold import parameters
from retold.messages import _, many, told
from retold.model import Article, SetAside
from retold.readers.guide import PARTS, Guide, Taken, chosen
from retold.readers.reading import Reading
from retold.readers.skipped import Passed, Skipped
from retold.readers.sources.files import StrPath
from retold.settings import Clean

_SHOWN = parameters.of("readers", "explain").integer("shown")
_WIDE = parameters.of("readers", "explain").integer("wide")


def reading(settings: Clean, fields: Mapping[str, str], every: bool, trail: list[Taken] | None) -> Reading:
    """A reading under a person's choice of fields (our part: their field).

    `every`: each file that is no article is named. `trail` collects what was taken from where.
    Raises `InputError` for a part that is none.
    """
    return Reading.under(settings, Passed(every), Guide(chosen(fields), trail))


def explained(paths: Iterable[StrPath], reading: Reading) -> Iterator[str | SetAside]:
    """Lines on each article: its parts, where each was found and why there; notes as they come."""
    trail = reading.guide.trail
    for one in reading.of(paths):
        yield from [one] if isinstance(one, SetAside) else _explained(one, trail or [])
        if trail is not None:
            trail.clear()


def _explained(article: Article, trail: list[Taken]) -> Iterator[str]:
    yield article.id
    taken = {one.part: one for one in trail}
    if "format" in taken:
        yield _("  a record of {name}, {why}").format(
            name=taken["format"].name, why=told(taken["format"].why)
        )
    for part in PARTS:
        value = getattr(article, part)
        if value:
            yield f"  {part:<{_WIDE}} {_short(value)}{_origin(taken.get(part))}"
    if article.extra:
        yield f"  {'extra':<{_WIDE}} {', '.join(map(str, article.extra))}"


def _origin(taken: Taken | None) -> str:
    if taken is None:
        return ""
    name = told(taken.name) if " " in taken.name else taken.name  # the name of a field is its own
    return f"  ← {name} ({told(taken.why)})"


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def line(article: Article) -> str:
    """One line on an article: its id, outlet, time and title, and how many words it has."""
    parts = (article.id, article.outlet or "–", str(article.published or "–"), article.title or "–")
    return " · ".join(
        (*map(_short, parts), many(len(article.text.split()), "{count:,} words", "{count:,} words"))
    )


def row(article: Article) -> dict[str, object]:
    """An article as a record that is read again as the same article; empty parts are left out."""
    parts = {name: _plain(value) for name, value in asdict(article).items() if name != "extra" and value}
    return {**parts, **({"extra": dict(article.extra)} if article.extra else {})}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def is_loss(note: SetAside) -> bool:
    """Whether a note says that something was lost, and not merely passed over."""
    return not isinstance(note, Skipped)
