"""The corpora of `../shared/data`, read in place: texts by corpus and id; a module for each that has more.

Offsets in `evaluation/labels/` count the Python `str` positions of the texts given here.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import cache
from itertools import islice

from evaluation.corpora import gum, meter
from evaluation.corpora.paths import SHARED
from retold.model import Article

NEWS = ("pile_allsides", "pile_reuters", "versions_whenitson", "pile_press_releases")
NAMES = (*NEWS, "meter", "gum_news", "seeds")


@cache
def corpus(name: str) -> dict[str, Article]:
    """One of `NAMES` by article id; raises `ValueError` for another name, `OSError` where data is absent."""
    if name in NEWS:
        return {a.id: a for a in _records(name)}
    readers = {"meter": _meter, "gum_news": _gum, "seeds": _seeds}
    if name not in readers:
        raise ValueError(f"no corpus '{name}': use one of {', '.join(NAMES)}")
    return {a.id: a for a in readers[name]()}


def article(name: str, identifier: str) -> Article:
    """One article of a corpus; raises `KeyError` for an id that it has not."""
    return corpus(name)[identifier]


def texts(name: str, first: int) -> list[str]:
    """The texts of the first so many articles of a news corpus, in the order of its file."""
    return [one.text for one in islice(_records(name), first)]


def _records(name: str) -> Iterator[Article]:
    with gzip.open(SHARED / name / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Article(
                row["id"], row["text"], row.get("outlet"), row.get("url"), row.get("title"), row.get("date")
            )


def _meter() -> Iterator[Article]:
    for row in meter.rows():
        yield Article(row.id, row.text, row.outlet)


def _seeds() -> Iterator[Article]:
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield Article(path.name, path.read_text(encoding="utf-8"))


def _gum() -> Iterator[Article]:
    for page in gum.pages(SHARED / "gum_news"):
        yield Article(page.name, page.text, published=page.created)
