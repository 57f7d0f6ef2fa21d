"""Pages of news sites in layouts of our own: text, outlet, headline, writer and times against the truth.

    python -m evaluation.suites.pages        show what goes wrong

No rule is read off the layouts that `evaluation/layouts/facts.toml` leaves out, though they were watched;
their figures stand apart, and what goes wrong on them is not shown.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import retold
from evaluation.generator import web_pages
from evaluation.generator.web_pages import WebPage
from evaluation.measures import Measure, Part, measured
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.scores import ratio
from retold.model import Article

NEEDS = ()
_LOST = 25  # true words that a page may not lose
_PARTS = ("outlet", "headline", "byline", "day", "minute")
_SHARES = ("outlet right", "headline exact", "byline exact or rightly none", "day right", "minute right")


@dataclass(frozen=True, slots=True)
class Read:
    """A page and the article that was read of it, None if none was."""

    page: WebPage
    article: Article | None


def measures(part: Part) -> list[Measure]:  # noqa: ARG001  one size only
    """Shares of pages, and F1 of the words of the text; units are pages, groups are layouts."""
    found = list(read_pages())
    return [
        measure
        for name in ("tuned on", "left out", "fresh", "fresh, second group")
        for measure in _of(found, name)
    ]


def _kind(layout: str) -> str:
    """Which figure a layout counts in: `fresh` ones were written before the reader had met a page of them."""
    if web_pages.is_fresh_second(layout):
        return "fresh, second group"
    if web_pages.is_fresh(layout):
        return "fresh"
    return "left out" if web_pages.is_left_out(layout) else "tuned on"


def _of(found: list[Read], name: str) -> list[Measure]:
    mine = [one for one in found if _kind(one.page.layout) == name]

    def figures(counts: Counts) -> dict[str, float]:
        return {f"{name}: {key}": value for key, value in _figures(counts).items()}

    groups = [one.page.layout for one in mine]
    lower = [f"{name}: pages losing {_LOST} words"]
    return measured([counted(one) for one in mine], figures, groups=groups, lower=lower)


def _figures(counts: Counts) -> dict[str, float]:
    shares = {
        share: ratio(counts, part, part + " asked") for part, share in zip(_PARTS, _SHARES, strict=True)
    }
    precision, recall = (
        ratio(counts, "words shared", "words found"),
        ratio(counts, "words shared", "words true"),
    )
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {**shares, "text f1": f1, f"pages losing {_LOST} words": ratio(counts, "losing", "outlet asked")}


def counted(one: Read) -> Counter[str]:
    """The counts of one page."""
    right = rights(one)
    true, found = _words(" ".join(one.page.paragraphs)), _words(one.article.text if one.article else "")
    shared = (true & found).total()
    counts = Counter({part: int(value) for part, value in right.items()})
    counts.update({f"{part} asked": 1 for part in right})
    counts.update({"words shared": shared, "words found": found.total(), "words true": true.total()})
    counts["losing"] = int(true.total() - shared >= _LOST)
    return counts


def rights(one: Read) -> dict[str, bool]:
    """Which parts of a page were read rightly; the minute only where the page tells it."""
    page, article = one.page, one.article or Article("", "x")
    right = {
        "outlet": article.outlet == page.outlet,
        "headline": article.title == page.title,
        "byline": article.byline == page.byline,
        "day": _day(article.published) == page.day,
    }
    return right if page.minute is None else {**right, "minute": _moment(article.published) == page.minute}


def _words(text: str) -> Counter[str]:
    return Counter(text.split())


def _day(when: object) -> str | None:
    return str(when)[:10] if when else None


def _moment(when: object) -> datetime | None:
    """A time with a zone, to the minute; None for a day, and for a clock without a zone."""
    try:
        found = when if isinstance(when, datetime) else datetime.fromisoformat(str(when))
    except ValueError:
        return None
    whole = isinstance(when, date) and not isinstance(when, datetime)
    return None if whole or found.tzinfo is None else found.replace(second=0, microsecond=0)


def read_pages(layouts: Iterable[str] = ()) -> Iterator[Read]:
    """Every page of these layouts, of all if none is named, read from a file as anybody would."""
    for layout in layouts or web_pages.layouts():
        for page in web_pages.pages(layout):
            yield Read(page, read(page.html))


def read(html: str) -> Article | None:
    """The article of a page."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8")
        return next((one for one in retold.read(file) if isinstance(one, Article)), None)


def main() -> None:
    """Print what was read wrongly, page by page."""
    for one in read_pages([name for name in web_pages.layouts() if not web_pages.is_left_out(name)]):
        wrong = [part for part, value in rights(one).items() if not value]
        counts = counted(one)
        lost = counts["words true"] - counts["words shared"]
        more = counts["words found"] - counts["words shared"]
        if wrong or lost or more:
            print(
                one.page.layout,
                one.page.number,
                f"lost {lost}, more {more}",
                *(_shown(one, part) for part in wrong),
            )


def _shown(one: Read, part: str) -> str:
    names = {"headline": "title", "day": "published", "minute": "published"}
    wanted = {
        "headline": one.page.title,
        "outlet": one.page.outlet,
        "byline": one.page.byline,
        "day": one.page.day,
        "minute": one.page.minute,
    }
    return f"\n    {part}: {getattr(one.article, names.get(part, part), None)!r} for {str(wanted[part])!r}"


if __name__ == "__main__":
    main()
