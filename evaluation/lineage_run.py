"""How well lineages are found: Parzival, families of document versions, generated stories.

    python -m evaluation.lineage_run [--quick]

Settings were chosen on `lineage_*` and on generated stories; Parzival is only reported.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from evaluation import generator, scorers
from evaluation import lineage_scores as scores
from evaluation.corpora import SHARED
from evaluation.lineage_scores import Tally
from retold import pipeline
from retold.model import Article, Lineage
from retold.moments import moment
from retold.settings import Settings
from retold.steps import collate, lineage
from retold.steps.lineage import texts
from retold.tables import Grid, Witness

TIMED = ("contributor_covenant", "site_policy")
LONGEST = 1500  # words of a text in a family that is measured
MOST_VERSIONS = 30
WRONG = 0.2  # of the stamps, where clocks are made to err
SETTINGS = Settings()


@dataclass(frozen=True, slots=True)
class Family:
    """Versions of one text, collated, and who was copied from whom."""

    name: str
    grid: Grid
    edges: frozenset[tuple[str, str]]


def measure(quick: bool) -> dict[str, float]:
    """Shares between 0 and 1, better when larger."""
    found = parzival()
    for name in TIMED:
        if (SHARED / f"lineage_{name}").exists():
            kept = list(families(f"lineage_{name}", 8 if quick else 60))
            found |= of_families(name, kept)
    if (SHARED / "lineage_telephone").exists() and not quick:
        kept = list(families("lineage_telephone", 9, most=60))
        found["telephone hidden undirected f1"] = of_families("telephone", kept)[
            "telephone hidden undirected f1"
        ]
    return found | of_stories(12 if quick else 60)


# ---- Parzival ----


def parzival() -> dict[str, float]:
    """Average sign similarity, mean over tied optima, and the share of edges left undirected."""
    folder = SHARED / "stemma_parzival"
    rows = list(
        csv.reader((folder / "parzival-aligned.tsv").open(encoding="utf-8"), delimiter="\t", quoting=3)
    )
    filled = [row + [""] * (len(rows[0]) - len(row)) for row in rows[1:]]
    grid = collate.columns({sigil: [row[k] for row in filled] for k, sigil in enumerate(rows[0])})
    found = lineage.infer(grid, SETTINGS.lineage)
    text = (folder / "truth.dot").read_text(encoding="utf-8")
    truth = [(a, b) for a, b in re.findall(r'"(\w+)"\s*->\s*"(\w+)"', text)]
    true = scores.path_lengths(truth, rows[0])
    ties = [found, *found.alternatives]
    each = [scores.sign_similarity(_lengths(one, rows[0]), true, rows[0]) for one in ties]
    undecided = sum(not e.directed for e in found.derivations) / max(1, len(found.derivations))
    return {"parzival sign similarity": sum(each) / len(each), "parzival undirected": undecided}


def _lengths(found: Lineage, sigils: Sequence[str]) -> scores.Distances:
    return scores.path_lengths(scores.all_edges(found), sigils)


# ---- families of document versions ----


def families(folder: str, limit: int, most: int = MOST_VERSIONS) -> Iterator[Family]:
    """Families of a folder that are small enough, collated."""
    with gzip.open(SHARED / folder / "families.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            longest = max(len(node["text"].split()) for node in given["nodes"])
            if len(given["nodes"]) > most or longest > LONGEST:
                continue
            witnesses = [pipeline.witness(_article(node), SETTINGS) for node in given["nodes"]]
            edges = frozenset((str(a), str(b)) for a, b in given["edges"])
            yield Family(given["family"], collate.collate(witnesses, SETTINGS.align), edges)
            limit -= 1
            if limit == 0:
                return


def _article(node: Mapping[str, object]) -> Article:
    stamp = node.get("time")
    when = datetime.fromtimestamp(float(stamp), UTC) if isinstance(stamp, int | float) else None
    return Article(str(node["id"]), str(node["text"]), published=when)


def of_families(name: str, kept: Sequence[Family]) -> dict[str, float]:
    """Edges found with times, with a fifth of them wrong, and without; and what dropped versions leave."""
    timed, hidden = _edges(kept), _edges([replace(f, grid=_timeless(f.grid)) for f in kept])
    wrong = _edges([replace(f, grid=_misdated(f.grid, f.name)) for f in kept])
    gain = timed["directed"].f1 - hidden["directed"].f1
    lost = timed["directed"].f1 - wrong["directed"].f1
    return {
        f"{name} directed f1": timed["directed"].f1,
        f"{name} wrong clocks directed f1": wrong["directed"].f1,
        f"{name} wrong clocks, share of the gain kept": 1 - lost / gain if gain > 0 else 1.0,
        f"{name} hidden directed f1": hidden["directed"].f1,
        f"{name} hidden directed precision": hidden["directed"].precision,
        f"{name} hidden directed coverage": hidden["directed"].given / max(1, hidden["undirected"].given),
        f"{name} hidden undirected f1": hidden["undirected"].f1,
        f"{name} ancestry f1": timed["ancestry"].f1,
        f"{name} dropped, common source f1": of_dropped(kept).f1,
    }


def of_dropped(kept: Iterable[Family]) -> Tally:
    """Pairs of versions with a common unseen source, once versions with two copies are dropped."""
    tally = Tally()
    for family in kept:
        sources = [u for u, _ in family.edges]
        gone = {u for u in sources if sources.count(u) > 1}
        left = [v for v, w in enumerate(family.grid.witnesses) if w.id not in gone]
        if not gone or len(left) < 2:
            continue
        found = lineage.infer(texts.only(family.grid, left), SETTINGS.lineage)
        unseen = {node.id for node in found.nodes if not node.seen}
        tally.add(
            scores.siblings(scores.all_edges(found), unseen),
            scores.siblings(family.edges, gone),
        )
    return tally


def _edges(kept: Sequence[Family]) -> dict[str, Tally]:
    tallies = {"directed": Tally(), "undirected": Tally(), "ancestry": Tally()}
    for family in kept:
        found = lineage.infer(family.grid, SETTINGS.lineage)
        tallies["directed"].add(scores.directed(found), family.edges)
        tallies["ancestry"].add(_descents(scores.directed(found), family), _descents(family.edges, family))
        tallies["undirected"].add(scores.undirected(scores.all_edges(found)), scores.undirected(family.edges))
    return tallies


def _descents(edges: Iterable[tuple[str, str]], family: Family) -> set[tuple[str, str]]:
    """Ordered pairs of versions of which the later goes back to the earlier, near or far."""
    seen = {w.id for w in family.grid.witnesses}
    above = scores.ancestors(edges)
    return {(up, copy) for copy in above for up in above[copy] if {up, copy} <= seen}


def _misdated(grid: Grid, seed: str) -> Grid:
    """The collation with a fifth of its stamps wrong by an hour to two days."""
    rng = Random(f"clocks {seed}")
    witnesses = tuple(
        replace(w, article=_moved(w.article, rng)) if rng.random() < WRONG else w for w in grid.witnesses
    )
    return replace(grid, witnesses=witnesses)


def _moved(article: Article, rng: Random) -> Article:
    when = moment(article.published)
    if when is None:
        return article
    return replace(
        article, published=when.low + timedelta(minutes=rng.choice((-1, 1)) * rng.randint(60, 2880))
    )


def _timeless(grid: Grid) -> Grid:
    witnesses = tuple(replace(w, article=replace(w.article, published=None)) for w in grid.witnesses)
    return replace(grid, witnesses=witnesses)


# ---- generated stories, their families given ----


def of_stories(count: int) -> dict[str, float]:
    """Mean scores over generated stories; the unseen sources are known by name where a copy credits them."""
    shares: dict[str, list[float]] = {}
    stated: list[tuple[float, bool]] = []
    second, extant = Tally(), Tally()
    for seed in range(count):
        story = generator.story(f"lineage {seed}")
        found = _of_story(story)
        for name, value in _story_scores(story, found).items():
            shares.setdefault(name, []).append(value)
        stated += _stated(story, found)
        second.add(_seconds(story, found), story.second_edges())
        seen = {article.id for article in story.articles}
        extant.add(
            scores.nearest_extant(scores.directed(found), seen), scores.nearest_extant(story.edges, seen)
        )
    means = {f"stories {name}": sum(values) / len(values) for name, values in shares.items()}
    return means | {
        "stories calibration": 1 - scores.calibration_error(stated),
        "stories second source f1": second.f1,
        "stories nearest extant f1": extant.f1,
    }


def _seconds(story: generator.SyntheticStory, found: Lineage) -> set[tuple[str, str]]:
    """Second sources that are given: edges of copies with two, the true main ones left out."""
    seen = {article.id for article in story.articles}
    edges = scores.all_edges(found)
    matched = scorers.match_unseen(story.edges, sorted(edges), seen)
    second = set(story.second_edges())
    main = [edge for edge in story.edges if edge not in second]
    return scores.seconds({(matched.get(u, u), v) for u, v in edges}, main)


def _of_story(story: generator.SyntheticStory) -> Lineage:
    witnesses: dict[str, Witness] = {a.id: pipeline.witness(a, SETTINGS) for a in story.articles}
    found = []
    for number, family in enumerate(story.families):
        grid = collate.collate([witnesses[i] for i in family], SETTINGS.align)
        found.append(lineage.infer(grid, SETTINGS.lineage, f"{number}/"))
    return lineage.join(found)


def _story_scores(story: generator.SyntheticStory, found: Lineage) -> dict[str, float]:
    seen = {article.id for article in story.articles}
    edges = sorted(scores.all_edges(found))
    ways = sorted(scores.directed(found))
    matched = scorers.match_unseen(story.edges, edges, seen)
    low, high = found.origins_range
    return {
        "directed f1": scorers.directed_edges(story.edges, ways, seen).f1,
        "undirected f1": scorers.undirected_edges(story.edges, edges, seen).f1,
        "common source f1": scorers.common_sources(story.edges, edges, seen).f1,
        "origins": float(scorers.origins_exact(story.origins, found.origins, matched)),
        "origins in range": float(low <= len(story.origins) <= high),
    }


def _stated(story: generator.SyntheticStory, found: Lineage) -> list[tuple[float, bool]]:
    """Each edge's support and whether it is right."""
    seen = {article.id for article in story.articles}
    matched = scorers.match_unseen(story.edges, sorted(scores.all_edges(found)), seen)
    true, either = set(story.edges), scores.undirected(story.edges)
    stated = []
    for edge in found.derivations:
        ends = matched.get(edge.source, edge.source), matched.get(edge.copy, edge.copy)
        stated.append((edge.support, ends in true if edge.directed else frozenset(ends) in either))
    return stated


if __name__ == "__main__":
    for metric, value in measure("--quick" in sys.argv).items():
        print(f"{metric:45} {value:.3f}")
