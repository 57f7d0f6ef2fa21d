"""What only a whole corpus tells, frozen for all that is added to it later.

How rare a word is, which lines an outlet prints under everything, from where likeness is one event: each
new article would move these numbers a little, and with them every cosine. So they are counted once, for a
generation, and again when the corpus has grown by much.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from retold.tables.words import Hashes


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What each word of a corpus weighs, and whether it is rare enough to propose a pair by itself."""

    forms: Hashes  # [vocabulary] rising
    weights: NDArray[np.float32]  # [vocabulary] squared idf
    telling: NDArray[np.bool_]  # [vocabulary]
    reports: int  # different reports that were counted


@dataclass(frozen=True, slots=True)
class Bars:
    """From where two groups are one story, and what likeness counts for where a day is unknown."""

    least: float
    undated: float


@dataclass(frozen=True, slots=True)
class Recurring:
    """Lines that an outlet prints whatever the matter: by their folded form, in how many of its articles."""

    total: int  # articles of the outlet that were looked at
    units: Mapping[str, int]
    openings: frozenset[str]  # of all lines that recur


@dataclass(frozen=True, slots=True, eq=False)
class Generation:
    """A corpus counted once. `articles` is how many it had then, `furniture` is by outlet, folded."""

    articles: int
    weights: Weights
    bars: Bars
    furniture: Mapping[str, Recurring] = field(default_factory=dict)
    printing: float | None = None  # the share of papers' reports beside an agency's that have text from it
