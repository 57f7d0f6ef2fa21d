"""Draw the cases that people label: pairs of real versions, and places of "according to".

The draw knows nothing of the program: pairs are articles that share 5-word runs,
places are found by their letters. The seed is fixed, so that the same cases come again.

    python -m evaluation.labels.draw            write the lists under evaluation/labels/
"""

from __future__ import annotations

import difflib
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice

from evaluation import corpora, labels
from retold.model import Article

SEED = 20211121
PAIRS = {"pile_allsides": 18, "versions_whenitson": 24, "meter": 18}
PLACES = {"pile_allsides": 80, "pile_reuters": 60, "versions_whenitson": 60}
_RUN = 5  # words
_COMMON = 6  # articles; a run in more says nothing
_SHARED = (0.35, 0.97)  # share of the shorter text's runs that the pair has in common
_WORDS = (80, 550)
_PIECES = (
    2,
    30,
)  # places where the pair differs, by difflib: with more, people no longer agree
_PLACE = re.compile(r"\baccording to\b", re.IGNORECASE)

Pair = tuple[str, str]


def main() -> None:
    """Write both lists."""
    chance = random.Random(SEED)
    pairs = [(name, *pair) for name, wanted in PAIRS.items() for pair in drawn(name, wanted, chance)]
    labels.write("pairs", [("corpus", "a", "b"), *pairs])
    places = [(name, *place) for name, wanted in PLACES.items() for place in _places(name, wanted, chance)]
    labels.write("according_to_places", [("corpus", "article", "start", "end"), *places])


def drawn(name: str, wanted: int, chance: random.Random) -> list[Pair]:
    """So many pairs of versions, no article in two of them, ids in order."""
    runs = {a.id: runs_of(a.text) for a in corpora.corpus(name).values() if _fits(a)}
    pairs = apart(likely_pairs(runs, _SHARED), chance, partial(_labellable, name))
    return sorted(islice(pairs, wanted))


def apart(
    pairs: Iterable[Pair], chance: random.Random, fits: Callable[[str, str], bool] | None = None
) -> Iterator[Pair]:
    """Those of the pairs that fit, in random order, no article in two of them."""
    shuffled = sorted(pairs)
    chance.shuffle(shuffled)
    taken: set[str] = set()
    for a, b in shuffled:
        if not {a, b} & taken and (fits is None or fits(a, b)):
            taken |= {a, b}
            yield a, b


def _labellable(name: str, a: str, b: str) -> bool:
    one, other = (corpora.article(name, identifier).text.split() for identifier in (a, b))
    codes = difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    pieces = sum(code[0] != "equal" for code in codes)
    return _PIECES[0] <= pieces <= _PIECES[1]


def _fits(article: Article) -> bool:
    return _WORDS[0] <= len(article.text.split()) <= _WORDS[1]


def runs_of(text: str) -> frozenset[str]:
    """Its runs of five words, folded."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def likely_pairs(runs: Mapping[str, frozenset[str]], between: tuple[float, float]) -> Iterator[Pair]:
    """Pairs whose shared runs are neither few nor nearly all."""
    holders: dict[str, list[str]] = defaultdict(list)
    for identifier, held in runs.items():
        for run in held:
            holders[run].append(identifier)
    shared: Counter[Pair] = Counter()
    for group in holders.values():
        if 2 <= len(group) <= _COMMON:
            ordered = sorted(group)
            shared.update((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :])
    for (a, b), times in shared.items():
        if between[0] <= times / min(len(runs[a]), len(runs[b])) <= between[1]:
            yield a, b


def _places(name: str, wanted: int, chance: random.Random) -> list[tuple[str, int, int]]:
    """Places of "according to", one from each article drawn."""
    articles = sorted(corpora.corpus(name).values(), key=lambda a: a.id)
    found: list[tuple[str, int, int]] = []
    for article in chance.sample(articles, len(articles)):
        places = [match.span() for match in _PLACE.finditer(article.text)]
        if places and len(found) < wanted:
            found.append((article.id, *chance.choice(places)))
    return sorted(found)


if __name__ == "__main__":
    main()
