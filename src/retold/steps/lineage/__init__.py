"""Lineage: who had it from whom.

`infer` gives the lineage of one family from its collation, `join` sets the
families of a story side by side, `across` finds what went from one family to
another, `why` prints the evidence for one article.
`docs/method.md` explains how it decides.
"""

from retold.steps.lineage.family import infer
from retold.steps.lineage.joining import join, why
from retold.steps.lineage.splice import across

__all__ = ["across", "infer", "join", "why"]
