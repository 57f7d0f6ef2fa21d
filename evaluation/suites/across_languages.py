"""One event told in several languages: are its reports one story, and other events kept apart?

Invented piles of twelve events, each told in two to four of German, French, Spanish and English, with twelve
near misses: other events of the same town, of the same persons, with the same figures. Pairs are those of two
languages. The rule was made on the events `first`; the floors are those of `second`. Each part has a pile
written by hand besides, in which previews, second legs and later decisions of the same persons stand beside
the events.

    python -m evaluation.suites.across_languages [PART]        show what goes wrong
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import partial
from itertools import combinations

import retold
from evaluation.generator import across
from evaluation.generator.across import Pile
from evaluation.measures import Measure, Part, measured
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.scores import triple
from retold.settings import Settings, StoryGroups

NEEDS = ()
SETTINGS = Settings(story=StoryGroups(across_languages=True))
_PILES = {"quick": 10, "whole": 40}


def measures(part: Part) -> list[Measure]:
    """Precision and recall of pairs; units are piles."""
    made = [counted(pile) for pile in across.piles("second", _PILES[part])]
    return [
        *measured(made, partial(figures, name="pairs of two languages")),
        *measured([counted(across.written("second"))], partial(figures, name="pairs written by hand")),
    ]


def figures(counts: Counts, name: str = "pairs") -> dict[str, float]:
    """Shares from the counts of piles."""
    found = triple(counts)
    return {f"{name}, precision": found["precision"], f"{name}, recall": found["recall"]}


def counted(pile: Pile) -> Counter[str]:
    """The pairs of one pile: wanted, given and right."""
    wanted, given = pairs(pile)
    return Counter(wanted=len(wanted), given=len(given), right=len(wanted & given))


def pairs(pile: Pile) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Pairs of articles of two languages: those of one event, and those of one story."""
    code = {article.id: article.language for article in pile.articles}
    every = [frozenset(pair) for pair in combinations(sorted(code), 2) if code[pair[0]] != code[pair[1]]]
    stories = retold.stories(pile.articles, SETTINGS)
    story_of = {name: story.id for story in stories for name in story.articles}
    return (
        {pair for pair in every if len({pile.event_of[name] for name in pair}) == 1},
        {pair for pair in every if len({story_of[name] for name in pair}) == 1},
    )


def _show_errors(part: str) -> None:
    counts: Counter[str] = Counter()
    for pile in (*across.piles(part, _PILES["quick"]), across.written(part)):
        texts = {article.id: article.text for article in pile.articles}
        wanted, given = pairs(pile)
        counts += Counter(wanted=len(wanted), given=len(given), right=len(wanted & given))
        for sort, errors in (("FALSE", given - wanted), ("missed", wanted - given)):
            for pair in sorted(map(sorted, errors)):
                print(sort, *(texts[name] for name in pair), sep="\n  ")
    print(figures(counts))


if __name__ == "__main__":
    _show_errors(sys.argv[1] if len(sys.argv) > 1 else "first")
