"""Articles with their dates marked as TIMEX3: TempEval-3 (UzZaman and others 2013) and the news of GUM."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from evaluation.corpora.paths import SHARED

_NO_SPACE_BEFORE = frozenset(
    {",", ".", ";", ":", ")", "!", "?", "%", "'s", "n't", "''", "'", "’s", "'ll", "'re", "'ve"}
)
_NO_SPACE_AFTER = frozenset({"(", "$", "``", "#"})


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date as annotators marked it: characters of the rebuilt text, and its value or first and last day."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class DatedPage:
    """One article rebuilt from its tokens."""

    name: str
    text: str
    published: str
    gold: tuple[GoldDate, ...]


def tempeval() -> Iterator[DatedPage]:
    """The articles of TempEval-3 in column format: word, …, timex id, type, value in columns 8 to 10."""
    for path in sorted((SHARED / "tempeval3").rglob("*.col")):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        rows = [line.split("\t") for line in lines]
        published = next(row[9] for row in rows if row[0].startswith("DCT_"))
        body = [row for row in rows if (len(row) > 9 and not row[0].startswith("DCT_")) or len(row) < 2]
        yield _page(
            path.stem, published[:10], [(row[0], row[7:10]) if len(row) > 9 else ("", []) for row in body]
        )


def gum() -> Iterator[DatedPage]:
    """The GUM articles; a gold value is `first/last` day."""
    for path in sorted((SHARED / "gum_news" / "xml").glob("*.xml")):
        source = path.read_text(encoding="utf-8")
        created = re.search(r'dateCreated="([^"]+)"', source)
        yield _page(path.stem, created[1] if created else "", list(_gum_tokens(source)))


def _gum_tokens(source: str) -> Iterator[tuple[str, list[str]]]:
    inside: list[str] = []
    for number, line in enumerate(source.splitlines()):
        if line.startswith("<date "):
            inside = [f"d{number}", "DATE", _gum_value(line)]
        elif line.startswith("</date>"):
            inside = []
        elif line.startswith(("<p", "<head", "<item", "<caption")):
            yield "", []
        elif line and not line.startswith("<"):
            yield line.split("\t")[0], inside


def _gum_value(line: str) -> str:
    given = dict(re.findall(r'(\w+)="([^"]*)"', line))
    if "when" in given:
        return "/".join(first_and_last(given["when"][:10]) or ("", ""))
    return f"{given.get('from', '')}/{given.get('to', '')}" if "from" in given else ""


def _page(name: str, published: str, tokens: list[tuple[str, list[str]]]) -> DatedPage:
    text = ""
    spans: dict[str, list[int]] = {}
    values: dict[str, str] = {}
    glue = True
    for word, mark in tokens:
        if not word:
            text, glue = text.rstrip() + "\n\n" if name.startswith("GUM") else text + " ", True
            continue
        text += word if glue or word in _NO_SPACE_BEFORE else " " + word
        glue = word in _NO_SPACE_AFTER
        if len(mark) == 3 and mark[0].startswith(("tmx", "d")):
            spans.setdefault(mark[0], [len(text) - len(word), 0])[1] = len(text)
            values[mark[0]] = mark[2]
    gold = tuple(GoldDate(start, end, values[key]) for key, (start, end) in spans.items())
    return DatedPage(name, text, published, gold)


def first_and_last(value: str) -> tuple[str, str] | None:
    """First and last day of a value."""
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value)
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        first = monday + timedelta(days=5 if week[3] else 0)
        return first.isoformat(), (monday + timedelta(days=6)).isoformat()
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA)", value)
    if season:
        month = {"SP": 3, "SU": 6, "FA": 9}[season[2]]
        return f"{season[1]}-{month:02}-01", (
            date(int(season[1]), month + 3, 1) - timedelta(days=1)
        ).isoformat()
    given = re.match(r"(\d{2,4})(?:-(\d\d))?(?:-(\d\d))?(?:T|$)", value)
    return _day_ends(given) if given else None


def _day_ends(given: re.Match[str]) -> tuple[str, str]:
    if len(given[1]) == 2:
        return f"{given[1]}00-01-01", f"{given[1]}99-12-31"
    if len(given[1]) == 3:
        return f"{given[1]}0-01-01", f"{given[1]}9-12-31"
    year = int(given[1])
    if given[2] is None:
        return f"{year}-01-01", f"{year}-12-31"
    if given[3] is None:
        following = date(year + int(given[2]) // 12, int(given[2]) % 12 + 1, 1)
        return f"{year}-{given[2]}-01", (following - timedelta(days=1)).isoformat()
    return (f"{year}-{given[2]}-{given[3]}",) * 2
