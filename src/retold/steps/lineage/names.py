"""The outlets of versions: by which key each goes, and which are agencies (`retold.gazetteer.agencies`)."""

from __future__ import annotations

from retold import parameters
from retold.gazetteer import agencies
from retold.tables import Witness

SHORTEST_NAME = parameters.of("lineage", "credited").integer("shortest_name")


def outlet_key(witness: Witness) -> str:
    """The key of a version's own outlet, '' when it has none; a host counts as its owner."""
    outlet = witness.article.outlet or ""
    return agencies.house_key(outlet) if outlet else ""


def is_of_agency(witness: Witness) -> bool:
    """Whether the version's outlet is an agency, known as one or called so."""
    return agencies.is_agency(witness.article.outlet)
