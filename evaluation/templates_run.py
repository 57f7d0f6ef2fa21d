"""Press releases: templates that are not copies. How many families tie two events?

    python -m evaluation.templates_run            print the figures
    python -m evaluation.templates_run show       print also the openings of the families that fail

Releases of one service, or of one law firm about many companies, share whole
sentences by template. Two members of a family tell different events when their
first sentences name different companies and they share neither a figure nor a
quotation. The judge below looks at letters only and shares no code with the steps.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import retold
from evaluation.corpora import SHARED
from retold.model import Article, Story

RELEASES = SHARED / "pile_press_releases"
QUICK = 600  # releases of the quick part, in order of their date, so that one week's stand together

_DATELINE = re.compile(r"^.{0,160}?(?:--+|–|—|/ ?-)\s+", re.DOTALL)
_SENTENCE = re.compile(r"(?<=[a-z\d)’”\"'])[.!?](?=\s+[A-Z“\"])")
_NAME = re.compile(r"[A-Z][\w&'’.-]*(?:\s+(?:of|and|the|for|&)?\s*[A-Z\d][\w&'’.-]*)*")
_FIGURE = re.compile(r"\d[\d.,]*\d|\d+(?=\s?%)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUOTED = re.compile(r"[“\"]([^“”\"]{20,2000})[”\"]")
_PLAIN = """
    the a an and of for inc llc ltd corp corporation company co group plc holdings international global new
    today law firm llp lp nasdaq nyse january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday
"""
_COMMON = frozenset(re.findall(r"\w+", _PLAIN))
_SHARED_WORDS = 6  # words in a row that two quotations must share


@dataclass(frozen=True)
class Release:
    """What the judge sees of a release."""

    text: str

    @cached_property
    def opening(self) -> str:
        """The first sentence without its dateline."""
        body = _DATELINE.sub("", self.text.strip(), count=1)
        return _SENTENCE.split(body, maxsplit=1)[0][:600]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the text, in lower case."""
        return frozenset(re.findall(r"\w+", self.text.lower()))

    @cached_property
    def company(self) -> frozenset[str]:
        """Telling words of the first name that has any."""
        return next((words for name in _NAME.findall(self.opening) if (words := _telling(name))), frozenset())

    @cached_property
    def figures(self) -> frozenset[str]:
        """Numbers of two digits and more that are no year, and percentages."""
        found = (one.strip(".,") for one in _FIGURE.findall(self.text))
        return frozenset(one for one in found if len(one) > 2 and not _YEAR.fullmatch(one))

    @cached_property
    def quoted(self) -> frozenset[tuple[str, ...]]:
        """All runs of words inside quotation marks that are long enough to prove a common one."""
        runs: set[tuple[str, ...]] = set()
        for quotation in _QUOTED.findall(self.text):
            words = re.findall(r"\w+", quotation.lower())
            runs |= set(zip(*(words[k:] for k in range(_SHARED_WORDS)), strict=False))
        return frozenset(runs)


def different_events(one: Release, other: Release) -> bool:
    """Other companies in the first sentences, and neither a figure nor a quotation in common.

    A company that the other text names anywhere is not another one.

    >>> a = Release("OSLO, May 2, 2024 -- Brenn Foods opened a bakery worth 4.25 million crowns.")
    >>> b = Release("OSLO, May 2, 2024 -- Talle Marine opened a bakery worth 6.75 million crowns.")
    >>> different_events(a, b), different_events(a, Release("Brenn Foods, a baker, will close."))
    (True, False)
    """
    if not one.company or not other.company:
        return False
    named = one.company <= other.words or other.company <= one.words
    return not (named or one.figures & other.figures or one.quoted & other.quoted)


def load(quick: bool) -> list[Article]:
    """The releases; quick takes the first by date."""
    with gzip.open(RELEASES / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = sorted((json.loads(line) for line in lines), key=lambda row: (row["date"] or "", row["id"]))
    kept = rows[:QUICK] if quick else rows
    return [Article(row["id"], row["text"], row["outlet"], published=row["date"] or None) for row in kept]


def measure(quick: bool = True) -> dict[str, float]:
    """Shares of families of two and more, and of the pairs in them, that tell one event."""
    articles = load(quick)
    return figures(articles, retold.stories(articles))


def figures(articles: Iterable[Article], stories: Sequence[Story]) -> dict[str, float]:
    """The share that does not tie two events is given, so that larger is better."""
    releases = {one.id: Release(one.text) for one in articles}
    groups = [family for story in stories for family in story.families if len(family) > 1]
    failing = [family for family in groups if _ties_two(releases, family)]
    pairs = [
        different_events(releases[a], releases[b]) for family in groups for a, b in combinations(family, 2)
    ]
    return {
        "families of one event": 1 - len(failing) / max(1, len(groups)),
        "pairs of one event": 1 - sum(pairs) / max(1, len(pairs)),
    }


def _ties_two(releases: dict[str, Release], family: Sequence[str]) -> bool:
    return any(different_events(releases[a], releases[b]) for a, b in combinations(family, 2))


def _telling(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", name.lower())
    return frozenset(word for word in words if len(word) > 1 and word not in _COMMON)


def _show() -> None:
    articles = load(quick=False)
    releases = {one.id: Release(one.text) for one in articles}
    stories = retold.stories(articles)
    for family in (f for s in stories for f in s.families if len(f) > 1 and _ties_two(releases, f)):
        print(
            len(family), *(f"    {' '.join(releases[i].opening.split())[:150]}" for i in family[:6]), sep="\n"
        )
    for name, value in figures(articles, stories).items():
        print(f"{name:<32} {value:.4f}")


if __name__ == "__main__":
    if "show" in sys.argv[1:]:
        _show()
    else:
        for name, value in measure(quick=False).items():
            print(f"{name:<32} {value:.4f}")
