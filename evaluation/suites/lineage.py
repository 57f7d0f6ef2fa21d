"""How well lineages are found: Parzival, families of document versions, generated stories.

Every lineage comes from `retold.lineage` or `retold.stemma`; the families are given. Settings were
chosen on `lineage_*` and on generated stories; Parzival is only reported. Units are families, or stories.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

import retold
from evaluation.baselines import lineages as baselines
from evaluation.corpora import parzival
from evaluation.corpora.histories import Family, families
from evaluation.corpora.paths import SHARED
from evaluation.measures import Measure, Part, information, measured
from evaluation.metrics import calibration
from evaluation.metrics import lineages as scores
from evaluation.metrics.bootstrap import Counts, summed
from evaluation.metrics.scores import ratio, triple
from evaluation.suites import lineage_stories
from retold.model import Article, Lineage
from retold.moments import moment

NEEDS = ("stemma_parzival", "lineage_contributor_covenant", "lineage_gesetze", "lineage_site_policy")
TIMED = ("contributor_covenant", "gesetze", "site_policy")
WRONG = 0.2  # of the stamps, where clocks are made to err
_FAMILIES = {"quick": 8, "whole": 60}
_STORIES = {"quick": 12, "whole": 60}
_CLOCKS = ("timed", "hidden", "wrong")
Edges = Sequence[tuple[str, str]]
Method = Callable[[Sequence[Article]], Edges]


def measures(part: Part) -> list[Measure]:
    """Figures of Parzival, of histories, and of generated stories."""
    found = of_parzival()
    for name in TIMED:
        found += of_history(name, list(families(name, _FAMILIES[part])), dropping=part == "whole")
    if part == "whole" and (SHARED / "lineage_telephone").exists():
        versions = [_without_times(one) for one in families("telephone", 9, most=60)]
        units = [_tally(one, retold.lineage(one.versions), "hidden") for one in versions]
        simple = summed([_baseline(one, baselines.spanning_tree, "hidden") for one in versions])
        known = {"telephone hidden undirected f1": {"spanning tree": _undirected(simple)}}
        found += measured(
            units, lambda counts: {"telephone hidden undirected f1": _undirected(counts)}, baselines=known
        )
    return found + lineage_stories.of_stories(_STORIES[part])


# ---- Parzival ----


def of_parzival() -> list[Measure]:
    """Average sign similarity, mean over tied optima, and the share of edges left undirected."""
    columns = parzival.columns()
    sigils = list(columns)
    found = retold.stemma(columns)
    true = scores.path_lengths(parzival.true_edges(), sigils)
    each = [
        scores.sign_similarity(scores.path_lengths(scores.all_edges(one), sigils), true, sigils)
        for one in (found, *found.alternatives)
    ]
    undecided = sum(not e.directed for e in found.derivations) / max(1, len(found.derivations))
    return [
        Measure("parzival sign similarity", sum(each) / len(each)),
        information("parzival edges left undirected", undecided, "share"),
    ]


# ---- families of document versions ----


def of_history(name: str, kept: Sequence[Family], dropping: bool) -> list[Measure]:
    """Edges with times, with a fifth of them wrong, and without; if asked, what dropped versions leave."""
    units = [family_counts(one) + (dropped_counts(one) if dropping else Counter()) for one in kept]
    error = f"{name} edges calibration error"
    return measured(
        units, lambda counts: history_figures(name, counts), lower=(error,), baselines=_simple(name, kept)
    )


def family_counts(family: Family) -> Counter[str]:
    """Counts of one family's edges: with right, wrong and hidden times."""
    counts: Counter[str] = Counter()
    for clock, told in zip(_CLOCKS, (family, _without_times(family), _misdated(family)), strict=True):
        found = retold.lineage(told.versions)
        counts += _tally(family, found, clock)
        if clock == "timed":
            counts.update(calibration.counted(_stated(family, found), "edges "))
    return counts


def _stated(family: Family, found: Lineage) -> list[tuple[float, bool]]:
    """Each edge's support and whether it is right, an arrow only in its direction."""
    either = scores.undirected(family.edges)
    return [
        (e.support, (e.source, e.copy) in family.edges if e.directed else {e.source, e.copy} in either)
        for e in found.derivations
    ]


def history_figures(name: str, counts: Counts) -> dict[str, float]:
    """Shares from the counts of families."""
    directed = {clock: triple(counts, f"{clock} directed ") for clock in _CLOCKS}
    gain = directed["timed"]["f1"] - directed["hidden"]["f1"]
    lost = directed["timed"]["f1"] - directed["wrong"]["f1"]
    kept = 1 - lost / gain if gain > 0 else 1.0
    shares = {
        f"{name} directed f1": directed["timed"]["f1"],
        f"{name} wrong clocks directed f1": directed["wrong"]["f1"],
        f"{name} wrong clocks, share of the gain kept": min(1.0, max(0.0, kept)),
        f"{name} hidden directed f1": directed["hidden"]["f1"],
        f"{name} hidden directed precision": directed["hidden"]["precision"],
        f"{name} hidden directed coverage": ratio(counts, "hidden directed given", "hidden undirected given"),
        f"{name} hidden undirected f1": _undirected(counts),
        f"{name} ancestry f1": triple(counts, "timed ancestry ")["f1"],
        f"{name} edges calibration error": calibration.error(counts, "edges "),
    }
    if "dropped wanted" in counts:
        shares[f"{name} dropped, common source f1"] = triple(counts, "dropped ")["f1"]
    return shares


def dropped_counts(family: Family) -> Counter[str]:
    """Pairs of versions with a common unseen source, once versions with two copies are dropped."""
    sources = [u for u, _ in family.edges]
    gone = {u for u in sources if sources.count(u) > 1}
    left = [a for a in family.versions if a.id not in gone]
    if not gone or len(left) < 2:
        return Counter()
    found = retold.lineage(left)
    unseen = {node.id for node in found.nodes if not node.seen}
    return scores.tallied(
        "dropped", scores.siblings(scores.all_edges(found), unseen), scores.siblings(family.edges, gone)
    )


def _tally(family: Family, found: Lineage, clock: str) -> Counter[str]:
    return _edges_tally(family, scores.directed(found), scores.all_edges(found), clock)


def _edges_tally(family: Family, directed: scores.Pairs, every: scores.Pairs, clock: str) -> Counter[str]:
    return (
        scores.tallied(f"{clock} directed", directed, family.edges)
        + scores.tallied(f"{clock} undirected", scores.undirected(every), scores.undirected(family.edges))
        + scores.tallied(f"{clock} ancestry", _descents(directed, family), _descents(family.edges, family))
    )


def _undirected(counts: Counts) -> float:
    return triple(counts, "hidden undirected ")["f1"]


def _descents(edges: Iterable[tuple[str, str]], family: Family) -> set[tuple[str, str]]:
    """Ordered pairs of versions of which the later goes back to the earlier, near or far."""
    seen = {a.id for a in family.versions}
    above = scores.ancestors(edges)
    return {(up, copy) for copy in above for up in above[copy] if {up, copy} <= seen}


def _simple(name: str, kept: Sequence[Family]) -> Mapping[str, Mapping[str, float]]:
    """What the simple lineages reach, by figure."""
    timed = {
        "nearest earlier": baselines.nearest_earlier,
        "likest earlier": baselines.likest_earlier,
        "chain by time": baselines.chain_by_time,
    }
    sums = {
        label: summed([_baseline(family, method, "timed") for family in kept])
        for label, method in timed.items()
    }
    tree = summed([_baseline(family, baselines.spanning_tree, "hidden") for family in kept])
    return {
        f"{name} directed f1": {k: triple(held, "timed directed ")["f1"] for k, held in sums.items()},
        f"{name} ancestry f1": {k: triple(held, "timed ancestry ")["f1"] for k, held in sums.items()},
        f"{name} hidden undirected f1": {"spanning tree": _undirected(tree)},
    }


def _baseline(family: Family, method: Method, clock: str) -> Counter[str]:
    edges = set(method(family.versions))
    return _edges_tally(family, edges, edges, clock)


def _misdated(family: Family) -> Family:
    """The family with a fifth of its stamps wrong by an hour to two days."""
    rng = Random(f"clocks {family.name}")
    ordered = sorted(family.versions, key=lambda a: a.id)
    moved = [_moved(one, rng) if rng.random() < WRONG else one for one in ordered]
    return replace(family, versions=tuple(moved))


def _moved(article: Article, rng: Random) -> Article:
    when = moment(article.published)
    if when is None:
        return article
    error = timedelta(minutes=rng.choice((-1, 1)) * rng.randint(60, 2880))
    return replace(article, published=when.low + error)


def _without_times(family: Family) -> Family:
    return replace(family, versions=tuple(replace(a, published=None) for a in family.versions))
