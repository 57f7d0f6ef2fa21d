"""The draw of fresh pairs of versions, none of which shares text with a pair that was labelled before.

    python -m evaluation.labels.draw_fresh      writes fresh_pairs.tsv and fresh_unread.tsv

An article is fresh if no label names it and hardly any of its runs of five words stands in one that a
label names. A pair is drawn by what the two share and by the number of places at which they differ.
Every other pair of `fresh_pairs`, in the order of the draw, may be looked at for mending (`mend`), the
rest is only measured (`held`). `fresh_unread` lists what was not drawn, for reading what is reported.
"""

from __future__ import annotations

import difflib
import random
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from evaluation import corpora, labels
from evaluation.labels.draw import Pair, apart, likely_pairs, runs_of
from retold.model import Article

SEED = 20261129
PAIRS = {"pile_allsides": 12, "versions_whenitson": 8, "pile_reuters": 26, "meter": 14}
_WORDS = {"pile_allsides": 900, "versions_whenitson": 480, "pile_reuters": 420, "meter": 480}
_SHORTEST = 80
_SHARED = (0.45, 0.97)  # share of the shorter text's runs that the pair has in common
_PIECES = (2, 30)  # places where the two differ
_KNOWN = 0.05  # of the runs of an article may stand in articles that somebody read
_WORD = re.compile(r"\w+(?:['’.,]\w+)*|[^\w\s]")
_LABELLED = ("changes_a", "changes_b", "attributions")
_NAMED = ("relations_a", "relations_b")

Runs = frozenset[str]


def main() -> None:
    """Write both lists."""
    drawn, rest = [], []
    for name, wanted in PAIRS.items():
        found = list(fresh(name, random.Random(f"{SEED} {name}")))
        drawn += [(name, *pair, ("mend", "held")[n % 2]) for n, pair in enumerate(found[:wanted])]
        rest += [(name, *pair) for pair in found[wanted:]]
    labels.write("fresh_pairs", [("corpus", "a", "b", "half"), *drawn])
    labels.write("fresh_unread", [("corpus", "a", "b"), *rest])


def fresh(name: str, chance: random.Random) -> Iterator[Pair]:
    """Fresh pairs of a corpus in random order, no article in two of them."""

    def is_brief(article: Article, _: Runs) -> bool:
        return _SHORTEST <= len(article.text.split()) <= _WORDS[name]

    def differs(a: str, b: str) -> bool:
        return _PIECES[0] <= _places(name, a, b) <= _PIECES[1]

    return apart(likely_pairs(unknown(name, used(), is_brief), _SHARED), chance, differs)


def unknown(name: str, read: set[str], fits: Callable[[Article, Runs], bool]) -> dict[str, Runs]:
    """The runs of articles of a corpus that fit and share hardly any run with those that somebody read."""
    every: Mapping[str, Article] = corpora.corpus(name)
    known = frozenset(chain.from_iterable(runs_of(every[one].text) for one in read & every.keys()))
    runs = ((one, runs_of(one.text)) for one in every.values() if one.id not in read)
    return {one.id: held for one, held in runs if fits(one, held) and len(held & known) <= _KNOWN * len(held)}


def used() -> set[str]:
    """The articles that some label of changes or relations names."""
    rows = (row for file in _LABELLED for row in labels.objects(file))
    both = {row[side] for row in rows for side in ("a", "b")}
    return both | {cell for file in _NAMED for row in labels.rows(file) for cell in row}


def _places(name: str, a: str, b: str) -> int:
    one, other = (_WORD.findall(corpora.article(name, identifier).text) for identifier in (a, b))
    codes = difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(code[0] != "equal" for code in codes)


if __name__ == "__main__":
    main()
