"""How often a reported change is right, by kind and by what it is found by: a fitted table.

The numbers stand in `parameters/changes.toml` under `[supports]`, each with the size of its sample;
`python -m evaluation.fit.changes` fits them anew from labelled pairs.
"""

from __future__ import annotations

from typing import Protocol

from retold import parameters
from retold.model import ChangeKind

_RATES = parameters.of("changes", "supports").table()
_ANY = "any"  # of a kind that has no row of its own


class Reading(Protocol):
    """What tells the row: a candidate or a change."""

    @property
    def kind(self) -> ChangeKind:
        """The kind of change."""

    @property
    def before(self) -> str | None:
        """What the source reads."""

    @property
    def after(self) -> str | None:
        """What the copy reads."""

    @property
    def detail(self) -> str | None:
        """What within the kind changed."""


def support_of(change: Reading, light: bool = False) -> float:
    """The rate at which reported changes like this one are right; `light` ones are of little consequence."""
    return _RATES.get(row_of(change, light), _RATES[_ANY])


def row_of(change: Reading, light: bool = False) -> str:
    """The row of the table that a change belongs to: its kind, and what divides the kind.

    A speaker may be another one (`attribution`), be named in one version only (`_nameless`), or speak with
    another cue (`_cue`). Words may be altered inside quotation marks (`quotation`) or have got or lost
    them (`_marks`). A cut or an addition may be `_short`, a wording a matter of `_small` words. A sentence
    may be turned by who did it being left out (`sense_agent`).
    """
    one_sided = not change.before or not change.after
    divided = {
        "attribution": "_cue" if change.detail == "cue" else "_nameless" if one_sided else "",
        "quotation": "_marks" if change.detail else "",
        "cut": "_short" if light else "",
        "added": "_short" if light else "",
        "wording": "_small" if one_sided else "",
        "sense": "_agent" if change.detail == "agent" else "",
    }
    return change.kind + divided.get(change.kind, "")
