"""Lineages of generated stories whose families are given: part of the suite `lineage`.

Unseen sources are known by name where a copy credits them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import retold
from evaluation import generator
from evaluation.baselines import lineages as baselines
from evaluation.generator import SyntheticStory
from evaluation.measures import Measure, measured
from evaluation.metrics import calibration
from evaluation.metrics import lineages as scores
from evaluation.metrics.bootstrap import Counts, summed
from evaluation.metrics.lineages import Edge
from evaluation.metrics.scores import ratio, triple
from retold.model import Lineage

_MEANS = ("directed f1", "undirected f1", "common source f1", "origins", "origins in range")
_ERROR = "stories calibration error"


@dataclass(frozen=True, slots=True)
class Found:
    """The lineages of a story's families together: unseen nodes have names of their own."""

    edges: frozenset[Edge]
    directed: frozenset[Edge]
    supports: tuple[tuple[Edge, bool, float], ...]
    origins: tuple[str, ...]
    origins_range: tuple[int, int]


def of_stories(count: int) -> list[Measure]:
    """Mean scores over generated stories, calibration of the stated supports, and second sources."""
    stories = [generator.story(f"lineage {seed}") for seed in range(count)]
    units = [counted(story, lineage_of(story)) for story in stories]
    simple = summed([_baseline(story) for story in stories])
    known = {
        f"stories {name}": {"nearest earlier": ratio(simple, name, "stories")}
        for name in ("directed f1", "undirected f1")
    }
    return measured(units, figures, lower=(_ERROR,), baselines=known)


def lineage_of(story: SyntheticStory) -> Found:
    """What the program finds in each family, side by side."""
    by_id = {article.id: article for article in story.articles}
    found = [retold.lineage([by_id[i] for i in family]) for family in story.families]
    low, high = (sum(one.origins_range[end] for one in found) for end in (0, 1))
    named = [_named(one, number) for number, one in enumerate(found)]
    supports = tuple(row for one in named for row in one.supports)
    return Found(
        frozenset(edge for edge, _, _ in supports),
        frozenset(edge for edge, directed, _ in supports if directed),
        supports,
        tuple(origin for one in named for origin in one.origins),
        (low, high),
    )


def _named(lineage: Lineage, number: int) -> Found:
    """One lineage, the family's number before the names of its unseen nodes."""
    name = {node.id: node.id if node.seen else f"{number}/{node.id}" for node in lineage.nodes}
    supports = tuple(
        ((name[edge.source], name[edge.copy]), edge.directed, edge.support) for edge in lineage.derivations
    )
    origins = tuple(name[one] for one in lineage.origins)
    return Found(frozenset(), frozenset(), supports, origins, lineage.origins_range)


def counted(story: SyntheticStory, found: Found) -> Counter[str]:
    """One story's scores, to be averaged, and counts of supports, second sources, nearest ancestors."""
    seen = {article.id for article in story.articles}
    edges = sorted(found.edges)
    matched = scores.match_unseen(story.edges, edges, seen)
    low, high = found.origins_range
    own = {
        "stories": 1.0,
        "directed f1": scores.directed_edges(story.edges, sorted(found.directed), seen).f1,
        "undirected f1": scores.undirected_edges(story.edges, edges, seen).f1,
        "common source f1": scores.common_sources(story.edges, edges, seen).f1,
        "origins": float(scores.origins_exact(story.origins, found.origins, matched)),
        "origins in range": float(low <= len(story.origins) <= high),
    }
    counts: Counter[str] = Counter(own)
    counts.update(calibration.counted(_stated(story, found, matched)))
    second = set(story.second_edges())
    main = [edge for edge in story.edges if edge not in second]
    seconds = scores.seconds({(matched.get(u, u), v) for u, v in found.edges}, main)
    counts.update(scores.tallied("second", seconds, second))
    extant = (scores.nearest_extant(one, seen) for one in (found.directed, story.edges))
    counts.update(scores.tallied("extant", *extant))
    return counts


def figures(counts: Counts) -> dict[str, float]:
    """Means over stories, and shares from the counts."""
    means = {f"stories {name}": ratio(counts, name, "stories") for name in _MEANS}
    return means | {
        _ERROR: calibration.error(counts),
        "stories second source f1": triple(counts, "second ")["f1"],
        "stories nearest extant f1": triple(counts, "extant ")["f1"],
    }


def _stated(story: SyntheticStory, found: Found, matched: dict[str, str]) -> list[tuple[float, bool]]:
    """Each edge's support and whether it is right."""
    true, either = set(story.edges), scores.undirected(story.edges)
    stated = []
    for (source, copy), directed, support in found.supports:
        ends = matched.get(source, source), matched.get(copy, copy)
        stated.append((support, ends in true if directed else frozenset(ends) in either))
    return stated


def _baseline(story: SyntheticStory) -> Counter[str]:
    """Scores of the nearest earlier text as the source."""
    seen = {article.id for article in story.articles}
    edges = baselines.nearest_earlier(story.articles)
    directed = scores.directed_edges(story.edges, edges, seen).f1
    undirected = scores.undirected_edges(story.edges, edges, seen).f1
    return Counter({"stories": 1.0, "directed f1": directed, "undirected f1": undirected})
