"""Lineage: who had it from whom.

`infer` gives the lineage of one family from its collation, `join` sets the families of a story side by
side, `across` adds what went from one family to another, `at_hand` says of which outlets a story has
reports, `without_notes` leaves out origins that bring no report. `docs/method.md` explains how it decides.
"""

from retold.steps.lineage.contamination import across
from retold.steps.lineage.family import infer
from retold.steps.lineage.houses import Houses, at_hand
from retold.steps.lineage.notes import without_notes
from retold.steps.lineage.union import join

__all__ = ["Houses", "across", "at_hand", "infer", "join", "without_notes"]
