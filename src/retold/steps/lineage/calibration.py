"""How sure an edge is told to be: as often as edges like it, with its support, proved right.

The support that the model gives an edge is no share of right ones; what is stated lies on a straight line
between two points that were fitted on edges of generated stories, one line for each sort of edge. Sorts are
parted by what is known of them: whether the source is seen, and whether a credit leads to it.
"""

from __future__ import annotations

import numpy as np

from retold import parameters
from retold.steps.lineage.graph import Edge

_P = parameters.of("lineage", "calibration")
_STATED, _BEARING = _P.row("stated"), _P.row("bearing")
_PROVED = {  # by whether the source is seen, and whether a credit leads to it
    (True, True): _P.row("proved"),
    (True, False): _P.row("proved_plain"),
    (False, True): _P.row("proved_credited"),
    (False, False): _P.row("proved_unseen"),
}


def stated(edge: Edge, seen: bool, least: float) -> float:
    """The support that is stated of an edge; an arrow between versions has at least that of its threshold.

    `seen` says whether both its ends are. Where the tie is unsure and its direction is not, arrows between
    versions proved right as often as the threshold.
    """
    credited = any(one.kind == "credit" for one in edge.evidence)
    share = _between(edge.support, _PROVED[seen, credited])
    return max(least, share) if seen and edge.directed else share


def of_rival(chance: float, seen: bool) -> float:
    """The same for another source that a version may have had, by its chance among all lineages."""
    return _between(chance, _PROVED[seen, seen])


def bearing(support: float) -> float:
    """How often edges of this support, of whichever sort, proved right: whether an edge bears an arrow."""
    return _between(support, _BEARING)


def _between(support: float, proved: tuple[float, ...]) -> float:
    """What was fitted for this support, between the fitted points."""
    return round(float(np.interp(support, _STATED, proved)), 4)
