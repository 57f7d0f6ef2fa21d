"""The suites: each a module with `NEEDS`, the corpora it reads, and `measures(part)`, its figures.

What a suite runs is the shipped path and nothing beside it: `retold.trace`, `retold.stories`,
`retold.compare` and the other functions of the face.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from evaluation.corpora.paths import missing
from evaluation.measures import Measure, Part

NAMES = (
    "seeds", "synthetic", "planted", "statements", "parties", "pronouns", "dates", "credits", "changes",
    "fresh", "readings", "attributions", "claims", "senses",
    "turned_sentences", "meter", "relations", "unrelated", "templates", "pan",
    "collate", "updates", "lineage", "pages", "languages", "retellings", "agency_copies", "across_languages",
)  # fmt: skip
WHOLE_ONLY = ("planted",)  # what it guards is guarded by `synthetic` in the quick part


@dataclass(frozen=True, slots=True)
class Suite:
    """One suite by name: what it reads and how it is run."""

    name: str
    needs: tuple[str, ...]
    measures: Callable[[Part], list[Measure]]

    def missing(self) -> list[Path]:
        """The folders of corpora that are needed and absent."""
        return missing(self.needs)


def load(name: str) -> Suite:
    """The suite of this name; raises `ValueError` for another name."""
    if name not in NAMES:
        raise ValueError(f"no suite '{name}': use one of {', '.join(NAMES)}")
    module = import_module(f"evaluation.suites.{name}")
    return Suite(name, module.NEEDS, module.measures)
