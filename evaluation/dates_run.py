"""How well dates are found and read: TempEval-3 and the news articles of GUM.

TempEval-3 (UzZaman et al. 2013): a find is right if it overlaps a gold one (relaxed); its value is right if
the TIMEX3 values are equal. Precision over all finds, recall over all gold ones, F1. The date of
publication is given. GUM: of the gold dates whose words give no year, the share found with the same first
and last day.

    python -m evaluation.dates_run [--errors]
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from evaluation import corpora
from retold import language
from retold.model import DateMention
from retold.steps import dates

SHARED = corpora.SHARED
_NO_SPACE_BEFORE = frozenset(
    {",", ".", ";", ":", ")", "!", "?", "%", "'s", "n't", "''", "'", "’s", "'ll", "'re", "'ve"}
)
_NO_SPACE_AFTER = frozenset({"(", "$", "``", "#"})


@dataclass(frozen=True, slots=True)
class Gold:
    """A date as annotators marked it: characters of the rebuilt text, and its value or first and last day."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Page:
    """One article rebuilt from its tokens."""

    name: str
    text: str
    published: str
    gold: tuple[Gold, ...]


def measure(shared: Path = SHARED) -> dict[str, float]:
    """All figures by name, in percent; milliseconds an article."""
    pages = list(tempeval(shared))
    begun = time.perf_counter()
    found = [dates.find(page.text, page.published, language.of("en")) for page in pages]
    spent = (time.perf_counter() - begun) / max(1, len(pages)) * 1000
    scores = _scores(pages, found)
    return scores | {"dates.gum_without_year": _gum_accuracy(gum(shared)), "dates.ms_an_article": spent}


def tempeval(shared: Path) -> Iterator[Page]:
    """The articles of TempEval-3 in column format: word, …, timex id, type, value in columns 8 to 10."""
    for path in sorted((shared / "tempeval3").rglob("*.col")):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        rows = [line.split("\t") for line in lines]
        published = next(row[9] for row in rows if row[0].startswith("DCT_"))
        body = [row for row in rows if (len(row) > 9 and not row[0].startswith("DCT_")) or len(row) < 2]
        yield _page(
            path.stem, published[:10], [(row[0], row[7:10]) if len(row) > 9 else ("", []) for row in body]
        )


def gum(shared: Path) -> Iterator[Page]:
    """The GUM articles; a gold value is `first/last` day."""
    for path in sorted((shared / "gum_news" / "xml").glob("*.xml")):
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
    told = dict(re.findall(r'(\w+)="([^"]*)"', line))
    if "when" in told:
        return "/".join(_ends(told["when"][:10]) or ("", ""))
    return f"{told.get('from', '')}/{told.get('to', '')}" if "from" in told else ""


def _page(name: str, published: str, tokens: list[tuple[str, list[str]]]) -> Page:
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
    gold = tuple(Gold(start, end, values[key]) for key, (start, end) in spans.items())
    return Page(name, text, published, gold)


def _scores(pages: list[Page], found: list[tuple[DateMention, ...]]) -> dict[str, float]:
    spans = values = 0
    for page, mentions in zip(pages, found, strict=True):
        for gold, mention in pairs(page, mentions):
            if gold is not None and mention is not None:
                spans += 1
                values += gold.value == mention.value
    total = sum(len(page.gold) for page in pages) + sum(len(mentions) for mentions in found)
    precision = 100 * spans / max(1, sum(len(mentions) for mentions in found))
    recall = 100 * spans / max(1, sum(len(page.gold) for page in pages))
    return {
        "dates.relaxed_f1": 200 * spans / max(1, total),
        "dates.value_f1": 200 * values / max(1, total),
        "dates.precision": precision,
        "dates.recall": recall,
    }


def pairs(page: Page, mentions: tuple[DateMention, ...]) -> Iterator[tuple[Gold | None, DateMention | None]]:
    """Each gold date with the find that overlaps it, one to one; what is left alone has None."""
    free = list(mentions)
    for gold in page.gold:
        hits = [m for m in free if m.span.start < gold.end and gold.start < m.span.end]
        best = max(hits, key=lambda m: (m.value == gold.value, len(m.span)), default=None)
        if best is not None:
            free.remove(best)
        yield gold, best
    for mention in free:
        yield None, mention


def _gum_accuracy(pages: Iterator[Page]) -> float:
    right = total = 0
    for page in pages:
        mentions = dates.find(page.text, page.published, language.of("en"))
        for gold, mention in pairs(page, mentions):
            if (
                gold is None
                or len(gold.value) < 12
                or re.search(r"[12]\d{3}", page.text[gold.start : gold.end])
            ):
                continue
            total += 1
            right += mention is not None and "/".join(_ends(mention.value) or ("", "")) == gold.value
    return 100 * right / max(1, total)  # of 44 dates


def _ends(value: str) -> tuple[str, str] | None:
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
    told = re.match(r"(\d{2,4})(?:-(\d\d))?(?:-(\d\d))?(?:T|$)", value)
    return _day_ends(told) if told else None


def _day_ends(told: re.Match[str]) -> tuple[str, str]:
    if len(told[1]) == 2:
        return f"{told[1]}00-01-01", f"{told[1]}99-12-31"
    if len(told[1]) == 3:
        return f"{told[1]}0-01-01", f"{told[1]}9-12-31"
    year = int(told[1])
    if told[2] is None:
        return f"{year}-01-01", f"{year}-12-31"
    if told[3] is None:
        following = date(year + int(told[2]) // 12, int(told[2]) % 12 + 1, 1)
        return f"{year}-{told[2]}-01", (following - timedelta(days=1)).isoformat()
    return (f"{year}-{told[2]}-{told[3]}",) * 2


def _show_errors() -> None:
    for page in [*tempeval(SHARED), *gum(SHARED)]:
        for gold, mention in pairs(page, dates.find(page.text, page.published, language.of("en"))):
            at = gold if gold is not None else mention.span if mention is not None else None
            if at is None or (gold is not None and mention is not None and gold.value == mention.value):
                continue
            around = page.text[max(0, at.start - 60) : at.end + 30].replace("\n", " ")
            words = page.text[at.start : at.end]
            print(
                gold.value if gold else "—",
                mention.value if mention else "—",
                page.published,
                words,
                around,
                sep=" | ",
            )


if __name__ == "__main__":
    if "--errors" in sys.argv:
        _show_errors()
    for key, figure in measure().items():
        print(f"{key} {figure:.1f}")
