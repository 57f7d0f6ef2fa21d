"""How well credits tell wire copy: PolNeAR's articles with the agency that supplied them.

An article is called wire copy if a credit with the role "origin of the report" names an agency with a
support of at least .8. Gold is the `wire` field of the metadata. A few articles carry no sign of their agency
in the text, so recall has a ceiling below 100.

    python -m evaluation.credits_run [--errors]
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation import corpora
from retold import gazetteer, language
from retold.model import Article
from retold.settings import Credits
from retold.steps import credits

SHARED = corpora.SHARED
_LEAST = 0.8
_CODES = {"AP": "Associated Press", "UPI": "United Press International", "AFP": "Agence France-Presse"}
_OUTLETS = {
    "breitbart": "Breitbart",
    "huff-post": "HuffPost",
    "nyt": "New York Times",
    "politico": "Politico",
    "usa-today": "USA Today",
    "wash-post": "Washington Post",
    "west-journal": "Western Journal",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One article, the agency that supplied it (None for own copy), and the agencies credited."""

    article: Article
    gold: str | None
    found: tuple[str, ...]


def measure(shared: Path = SHARED) -> dict[str, float]:
    """Precision, recall and F1 of "is wire copy" in percent; agencies named right; ms an article."""
    begun = time.perf_counter()
    known = list(cases(shared))
    spent = (time.perf_counter() - begun) * 1000 / max(1, len(known))
    both = sum(1 for case in known if case.gold is not None and case.found)
    found = sum(1 for case in known if case.found)
    gold = sum(1 for case in known if case.gold is not None)
    named = sum(1 for case in known if case.gold is not None and case.gold in case.found)
    return {
        "credits.wire_precision": 100 * both / max(1, found),
        "credits.wire_recall": 100 * both / max(1, gold),
        "credits.wire_f1": 200 * both / max(1, found + gold),
        "credits.agency_named": 100 * named / max(1, both),
        "credits.ms_an_article": spent,
    }


def cases(shared: Path) -> Iterator[Case]:
    """Every article of the train and dev parts."""
    agencies = {row["name"] for row in gazetteer.csv("agencies")}
    for part in ("train", "dev"):
        with gzip.open(shared / "polnear" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                article = Article(row["id"], row["text"], outlet=_OUTLETS[row["meta"]["publisher"]])
                found = credits.find(article, Credits(), language.of("en"))
                names = (c.name for c in found if c.role == "origin of the report" and c.support >= _LEAST)
                wire = row["meta"]["wire"]
                gold = None if wire in ("None", "NA") else _CODES.get(wire, wire.capitalize())
                yield Case(article, gold, tuple(name for name in names if name in agencies))


if __name__ == "__main__":
    if "--errors" in sys.argv:
        for case in cases(SHARED):
            if (case.gold is None) != (not case.found):
                shown = [
                    (c.span.of(case.article.text), c.role, c.support)
                    for c in credits.find(case.article, None, language.of("en"))
                ]
                print(case.gold, case.found, case.article.id, repr(case.article.text[:150]), shown, sep=" | ")
    for key, figure in measure().items():
        print(f"{key} {figure:.1f}")
