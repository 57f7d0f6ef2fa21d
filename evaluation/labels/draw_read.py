"""The draw of pairs of versions on which reports are read by hand, none of which anybody has read before.

    python -m evaluation.labels.draw_read      writes read_pairs.tsv

Drawn as `draw_fresh` draws, but from longer and less alike articles too, for the shorter ones were used
up: no article of a pair is named by a label, stands in a list of `draw_fresh` or shares more than a few
runs of five words with one that does. Pairs go to the samples `first` and `second` in turn: what is
reported on `first` is read to find kinds of faults, what is reported on `second` after they were mended.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice

from evaluation import labels
from evaluation.labels.draw import Pair, apart, likely_pairs
from evaluation.labels.draw_fresh import unknown, used

SEED = 20261130
SAMPLES = ("first", "second")
PAIRS = {"pile_allsides": 120, "versions_whenitson": 60, "pile_reuters": 240, "meter": 30}
WORDS = (80, 1400)
SHARED = (0.2, 0.97)  # share of the shorter text's runs that the pair has in common


def main() -> None:
    """Write the list."""
    drawn: list[tuple[str, ...]] = []
    for name, wanted in PAIRS.items():
        pairs = islice(unread(name, random.Random(f"{SEED} {name}")), wanted)
        drawn += [(name, *pair, SAMPLES[n % 2]) for n, pair in enumerate(pairs)]
    labels.write("read_pairs", [("corpus", "a", "b", "sample"), *drawn])


def unread(name: str, chance: random.Random) -> Iterator[Pair]:
    """Pairs of a corpus that nobody read, in random order, no article in two of them."""
    runs = unknown(name, named(), lambda _, held: WORDS[0] <= len(held) <= WORDS[1])
    return apart(likely_pairs(runs, SHARED), chance)


def named() -> set[str]:
    """The articles that a label or a list of fresh pairs names."""
    listed = (row for file in ("fresh_pairs", "fresh_unread") for row in labels.records(file))
    return used() | {row[side] for row in listed for side in ("a", "b")}


if __name__ == "__main__":
    main()
