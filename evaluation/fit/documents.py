"""The numbers of the documents' model and how often its edges prove right, fitted on families with a history.

What is known of each source of each version is read once for all families; each candidate is then a
few determinants a family. A candidate is as good as the share of edges that it has right less its error of
calibration. It is chosen on two corpora and judged on the third, as are the supports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from evaluation.corpora.histories import Family, families
from evaluation.fit import supports
from evaluation.metrics.calibration import calibration_error
from retold.corpus.witnesses import witness
from retold.settings import Settings
from retold.steps import collate
from retold.steps.lineage import compatibility, document, evidence, orient, readings
from retold.steps.lineage.document import Habits, Seen
from retold.tables import Ints

CORPORA = ("contributor_covenant", "gesetze", "site_policy")
_MOST = 60  # families of a corpus
Edges = Sequence[tuple[float, bool]]  # the probability of each, and whether it is right
SIZES = (2.0, 3.0, 4.0, 5.0)
OLDER = (0.5, 1.0, 1.5)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A family with what is known of its versions, and the true sources."""

    corpus: str
    seen: Seen
    sources: Ints  # of each version, -1 for none


@dataclass(frozen=True, slots=True)
class Judged:
    """What a corpus gives with numbers chosen without it."""

    corpus: str
    habits: Habits
    right: float  # share of edges
    error: float  # of calibration, as the posterior states it
    error_fitted: float  # the same with supports fitted without the corpus


def load(corpora: Iterable[str] = CORPORA) -> list[Known]:
    """All families whose versions are stamped versions of one document."""
    found = (_known(name, family) for name in corpora for family in families(name, _MOST))
    return [one for one in found if one is not None]


def _known(corpus: str, family: Family) -> Known | None:
    settings = Settings()
    witnesses = [witness(one, settings) for one in family.versions]
    grid = collate.collate(witnesses, settings.align)
    clues = evidence.clues(grid.witnesses, settings.lineage)
    if not document.is_document(clues):
        return None
    nothing = np.zeros((len(witnesses),) * 2)
    observed = orient.Observed(grid, compatibility.weighted(readings.read(grid)), clues, nothing)
    number = {one.id: at for at, one in enumerate(grid.witnesses)}
    sources = np.full(len(number), -1, dtype=np.int32)
    for source, copy in family.edges:
        sources[number[copy]] = number[source]
    return Known(corpus, document.seen(orient.hypothesis(observed, [])), sources)


def candidates() -> list[Habits]:
    """All combinations that are tried."""
    return [Habits(size, document.LAST, older) for size, older in product(SIZES, OLDER)]


def edges(known: Known, habits: Habits) -> Edges:
    """Of each edge of the likeliest history its probability, and whether it is right."""
    chances = document.chances(known.seen, habits)
    sources = enumerate(document.likeliest(chances))
    return [(float(chances[u, v]), bool(known.sources[v] == u)) for v, u in sources if u >= 0]


def worth(found: Sequence[tuple[str, Edges]]) -> float:
    """The share of right edges less the calibration error, the mean over corpora; by families."""
    each = []
    for corpus in sorted({name for name, _ in found}):
        held = [edge for name, some in found if name == corpus for edge in some]
        each.append(_share(held) - calibration_error(held))
    return sum(each) / max(1, len(each))


def best(tried: Mapping[Habits, Sequence[tuple[str, Edges]]], among: Sequence[int]) -> Habits:
    """The candidate that is worth most on the families of these numbers; of equals the first."""
    return max(tried, key=lambda habits: worth([tried[habits][number] for number in among]))


def _tried(known: Sequence[Known]) -> dict[Habits, list[tuple[str, Edges]]]:
    return {habits: [(one.corpus, edges(one, habits)) for one in known] for habits in candidates()}


def _share(held: Edges) -> float:
    return sum(right for _, right in held) / max(1, len(held))


def judged(known: Sequence[Known]) -> list[Judged]:
    """Each corpus with numbers and supports that were chosen on the others."""
    tried, found = _tried(known), []
    for corpus in sorted({one.corpus for one in known}):
        others = [number for number, one in enumerate(known) if one.corpus != corpus]
        habits = best(tried, others)
        steps = stated([edge for number in others for edge in tried[habits][number][1]])
        mine = [edge for name, some in tried[habits] if name == corpus for edge in some]
        mapped = [(_between(steps, chance), right) for chance, right in mine]
        found.append(Judged(corpus, habits, _share(mine), calibration_error(mine), calibration_error(mapped)))
    return found


def stated(held: Edges) -> list[tuple[float, float]]:
    """How often edges of each probability proved right: points of a rising line."""
    steps = supports.isotonic([round(chance, 2) for chance, _ in held], [right for _, right in held])
    return [(step.score, step.value) for step in steps]


def _between(points: Sequence[tuple[float, float]], chance: float) -> float:
    return float(np.interp(chance, [score for score, _ in points], [value for _, value in points]))


def shown(known: Sequence[Known]) -> str:
    """What was fitted and what it is worth, to be read."""
    tried = _tried(known)
    habits = best(tried, range(len(known)))
    every = stated([edge for _, some in tried[habits] for edge in some])
    points = ", ".join(f"{score:.2f} {value:.2f}" for score, value in every)
    return "\n".join(
        [
            f"{len(known)} families; as it stands {document.HABITS}, fitted on all {habits}",
            *map(_line, judged(known)),
            *(_line_now(known, corpus) for corpus in sorted({one.corpus for one in known})),
            f"  supports: {points}",
        ]
    )


def _line(one: Judged) -> str:
    return (
        f"  {one.corpus:<22} without it {one.habits}: right {one.right:.3f}, "
        f"calibration error {one.error:.3f}, with fitted supports {one.error_fitted:.3f}"
    )


def _line_now(known: Sequence[Known], corpus: str) -> str:
    now = [edge for one in known if one.corpus == corpus for edge in edges(one, document.HABITS)]
    error = calibration_error(now)
    return f"  {corpus:<22} as it stands: right {_share(now):.3f}, calibration error {error:.3f}"
