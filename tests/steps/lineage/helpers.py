"""Small grids that several tests of a lineage use."""

from __future__ import annotations

import random

import numpy as np

from retold.steps import collate
from retold.steps.lineage import parsimony, readings
from retold.steps.lineage.parsimony import Columns
from retold.steps.lineage.readings import Readings
from retold.tables import Grid


def versions(seed: int, count: int, words: int = 14) -> Grid:
    """Versions with few words and many changes, so that every kind of column occurs."""
    rng = random.Random(seed)
    first = [f"word{n}" for n in range(words)]
    texts = [first]
    for _ in range(count - 1):
        copy = list(rng.choice(texts))
        for place in rng.sample(range(words), 4):
            copy[place] = rng.choice(["", f"other{place}", f"third{place}", first[place]])
        texts.append(copy)
    return collate.columns({f"v{n}": text for n, text in enumerate(texts)})


def table_of(grid: Grid) -> Columns:
    return parsimony.columns(readings.read(grid))


def parted(*sides: str) -> Readings:
    """Readings of weight 1, a string of 0s and 1s for each unit, a letter for each version."""
    states = np.array([[int(c) for c in side] for side in sides], dtype=np.int32)
    nothing = np.zeros((len(sides), 2))
    return Readings(
        states=states,
        weights=nothing + 1.0,
        loci=np.array([(n, n + 1) for n in range(len(sides))], dtype=np.int32),
        kinds=("wording",) * len(sides),
        cells=np.zeros((len(sides), states.shape[1]), dtype=np.int32),
        absent=np.full(len(sides), -1, dtype=np.int32),
        slips=nothing > 0,
        shares=nothing[:, 0] + 1.0,
    )


def columns(**versions: str) -> Grid:
    """A grid from versions already in columns, words parted by spaces, - for a gap."""
    return collate.columns(
        {name: ["" if word == "-" else word for word in text.split()] for name, text in versions.items()}
    )
