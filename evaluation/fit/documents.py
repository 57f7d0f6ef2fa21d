"""The numbers of the documents' model and how often its edges prove right, fitted on families with a history.

What is known of each source of each version is read once for all families; each candidate is then a
determinant a family. A candidate is as good as the mean logarithm of the probability that it gives the true
sources. It is chosen on two corpora and judged on the third, as are the supports.
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
GRID = {
    "size": (2.0, 3.0, 4.0, 5.0, 6.0),
    "last": (0.75, 1.0, 1.5, 2.0, 2.5),
    "older": (0.25, 0.5, 0.75, 1.0),
}


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
    """All combinations of the grid."""
    return [Habits(*values) for values in product(*GRID.values())]


def likelihoods(known: Sequence[Known], habits: Habits) -> list[tuple[float, int]]:
    """Of each family the logarithm of the probability of its true sources, and how many there are."""
    found = []
    for one in known:
        chances = document.chances(document.weighed(one.seen, habits))
        copies = np.flatnonzero(one.sources >= 0)
        logs = np.log(chances[one.sources[copies], copies].clip(min=1e-6))
        found.append((float(logs.sum()), len(copies)))
    return found


def edges(known: Sequence[Known], habits: Habits) -> list[tuple[float, bool]]:
    """Of each edge of the likeliest histories its probability, and whether it is right."""
    found: list[tuple[float, bool]] = []
    for one in known:
        chances = document.chances(document.weighed(one.seen, habits))
        sources = enumerate(document.likeliest(chances))
        found += [(float(chances[u, v]), bool(one.sources[v] == u)) for v, u in sources if u >= 0]
    return found


def best(tried: Mapping[Habits, Sequence[tuple[float, int]]], among: Sequence[int]) -> Habits:
    """The candidate with the best mean over the edges of the families of these numbers."""

    def mean(habits: Habits) -> float:
        total, count = (sum(tried[habits][number][part] for number in among) for part in (0, 1))
        return total / max(1, count)

    return max(tried, key=mean)


def judged(known: Sequence[Known]) -> list[Judged]:
    """Each corpus with numbers and supports that were chosen on the others."""
    tried = {habits: likelihoods(known, habits) for habits in candidates()}
    found = []
    for corpus in sorted({one.corpus for one in known}):
        others = [number for number, one in enumerate(known) if one.corpus != corpus]
        habits = best(tried, others)
        steps = stated([known[number] for number in others], habits)
        mine = edges([one for one in known if one.corpus == corpus], habits)
        mapped = [(_between(steps, chance), right) for chance, right in mine]
        share = sum(right for _, right in mine) / max(1, len(mine))
        found.append(Judged(corpus, habits, share, calibration_error(mine), calibration_error(mapped)))
    return found


def stated(known: Sequence[Known], habits: Habits) -> list[tuple[float, float]]:
    """How often edges of each probability proved right: points of a rising line, 0 and 1 among them."""
    held = edges(known, habits)
    steps = supports.isotonic([round(chance, 2) for chance, _ in held], [right for _, right in held])
    return [(step.score, step.value) for step in steps]


def _between(points: Sequence[tuple[float, float]], chance: float) -> float:
    return float(np.interp(chance, [score for score, _ in points], [value for _, value in points]))


def shown(known: Sequence[Known]) -> str:
    """What was fitted and what it is worth, to be read."""
    tried = {habits: likelihoods(known, habits) for habits in candidates()}
    habits = best(tried, range(len(known)))
    points = ", ".join(f"{score:.2f} {value:.2f}" for score, value in stated(known, habits))
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
    now = edges([one for one in known if one.corpus == corpus], document.HABITS)
    share = sum(right for _, right in now) / max(1, len(now))
    return f"  {corpus:<22} as it stands: right {share:.3f}, calibration error {calibration_error(now):.3f}"
