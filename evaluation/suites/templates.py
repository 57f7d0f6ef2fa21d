"""Press releases: templates that are not copies. How many families tie two events?

    python -m evaluation.suites.templates        show the openings of the families that fail

Releases of one service, or of one law firm about many companies, share whole
sentences by template. Two members of a family tell different events when their
first sentences name different companies and they share neither a figure nor a
quotation. The judge below looks at letters only and shares no code with the steps.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

import retold
from evaluation.corpora import corpus
from evaluation.measures import Measure, Part, information, measured
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.scores import ratio
from retold.model import Article

NEEDS = ("pile_press_releases",)
CORPUS = "pile_press_releases"
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


def releases(part: Part) -> list[Article]:
    """The releases in order of their date; quick takes the first."""
    every = sorted(corpus(CORPUS).values(), key=lambda a: (str(a.published or ""), a.id))
    kept = every[:QUICK] if part == "quick" else every
    return [replace(a, url=None, title=None, published=a.published or None) for a in kept]


def measures(part: Part) -> list[Measure]:
    """Shares of families of two and more, and of the pairs in them, that tell one event."""
    articles = releases(part)
    texts = {one.id: Release(one.text) for one in articles}
    families = [f for story in retold.stories(articles) for f in story.families if len(f) > 1]
    units = [counted(texts, family) for family in families]
    return [*measured(units, figures), information("families", len(families))]


def counted(texts: Mapping[str, Release], family: Sequence[str]) -> Counter[str]:
    """The pairs of one family, and those that tell one event."""
    different = [different_events(texts[a], texts[b]) for a, b in combinations(family, 2)]
    return Counter(
        families=1, whole=int(not any(different)), pairs=len(different), same=different.count(False)
    )


def figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of families."""
    return {
        "families of one event": ratio(counts, "whole", "families"),
        "pairs of one event": ratio(counts, "same", "pairs"),
    }


def _telling(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", name.lower())
    return frozenset(word for word in words if len(word) > 1 and word not in _COMMON)


def _show_errors() -> None:
    articles = releases("whole")
    texts = {one.id: Release(one.text) for one in articles}
    for family in (f for story in retold.stories(articles) for f in story.families if len(f) > 1):
        if any(different_events(texts[a], texts[b]) for a, b in combinations(family, 2)):
            shown = [" ".join(texts[i].opening.split())[:150] for i in family[:6]]
            print(len(family), *shown, sep="\n    ")


if __name__ == "__main__":
    _show_errors()
