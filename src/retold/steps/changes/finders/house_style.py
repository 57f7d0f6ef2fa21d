"""The same words in another spelling: a habit of the house."""

from __future__ import annotations

from collections.abc import Iterator

from retold.steps.changes.candidates import Candidate, candidate_of_unit
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.spelling import is_style


def spelling_variants(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """A unit whose two sides say the same words in another spelling."""
    if is_style(material.pair, unit):
        yield candidate_of_unit(material.pair, "style", unit, "spelling")
