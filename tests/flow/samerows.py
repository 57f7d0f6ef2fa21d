"""The tables of the flow beside what the local engine holds, row by row."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from retold.corpus import stories
from retold.corpus.articles import Corpus
from retold.engines.connect import Stages
from retold.flow import articles, digests
from retold.flow.context import Context
from retold.flow.plan import Plan
from retold.settings import Settings
from retold.steps import clean, fingerprint

Ways = dict[tuple[str, ...], list[float]]


def are_the_same(corpus: Corpus, settings: Settings, stages: Stages) -> None:
    """Run both up to the groups, and compare furniture, pairs, ties, weights, bars and groups."""
    marks, recurring = clean.furnished(corpus, settings.clean)
    local = stories.grouped(corpus.marked(marks, recurring), settings, lambda *_: None)
    plan = Plan(stages, Context(settings, corpus.words), len(corpus))
    assert plan.furniture(partial(articles.rows, corpus)) == marks
    plan.pairs(marks)
    plan.first_ties()
    bars = plan.near()
    told = digests.found(stages, corpus.marked(marks), settings)
    assert dict(told.sources) == dict(local.digests)
    sources = {corpus.ids[number]: several for number, several in told.sources.items()}
    plan.apart(partial(digests.rows, corpus, sources))
    plan.groups(bars)
    plan.second_ties()
    ids = {fingerprint.id_hash(name): name for name in corpus.ids}
    assert _pairs(stages, ids) == _local_pairs(local, corpus)
    assert _ties(stages, ids) == _local_ties(local, corpus)
    assert bars == local.generation.bars
    _compare_weights(stages, local)
    assert _groups(stages, ids) == {one.articles for one in local.stories if len(one.articles) > 1}


def counts(stages: Stages) -> dict[str, int]:
    """How many rows some tables have, so that a test can say that it compared something."""
    names = ("furniture", "copies", "rare", "common", "first_ties", "second_ties", "near", "linked")
    return {name: stages.number(f"SELECT count(*) FROM {name}") for name in names}


def _pairs(stages: Stages, ids: dict[int, str]) -> dict[tuple[str, ...], float]:
    rows = stages.rows("SELECT a, b, share FROM pairs")
    return {tuple(sorted((ids[a], ids[b]))): share for a, b, share in rows}


def _local_pairs(local: stories.Grouped, corpus: Corpus) -> dict[tuple[str, ...], float]:
    pairs = zip(local.pairs.a.tolist(), local.pairs.b.tolist(), local.pairs.share.tolist(), strict=True)
    return {tuple(sorted((corpus.ids[a], corpus.ids[b]))): share for a, b, share in pairs}


def _ties(stages: Stages, ids: dict[int, str]) -> Ways:
    rows = stages.rows("SELECT a, b, ways FROM first_ties UNION ALL SELECT a, b, ways FROM second_ties")
    return {tuple(sorted((ids[a], ids[b]))): np.frombuffer(ways).tolist() for a, b, ways in rows}


def _local_ties(local: stories.Grouped, corpus: Corpus) -> Ways:
    ends = zip(local.ties.a.tolist(), local.ties.b.tolist(), local.ties.ways, strict=True)
    return {tuple(sorted((corpus.ids[a], corpus.ids[b]))): ways.ravel().tolist() for a, b, ways in ends}


def _compare_weights(stages: Stages, local: stories.Grouped) -> None:
    rows: list[Any] = sorted(stages.rows("SELECT form, weight, telling FROM weights"))
    known = local.generation.weights
    assert [row[0] for row in rows] == known.forms.tolist()
    assert [row[1] for row in rows] == known.weights.astype(np.float64).tolist()
    assert [row[2] for row in rows] == known.telling.astype(np.int64).tolist()


def _groups(stages: Stages, ids: dict[int, str]) -> set[tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for home, name in stages.rows("SELECT home, name FROM groups"):
        found.setdefault(home, []).append(ids[name])
    return {tuple(sorted(members)) for members in found.values()}


def stages_of(session: Any, place: Path, partitions: int, sorts: bool = False) -> Stages:
    """Stages in a folder of a test."""
    return Stages(session, str(place / "stages"), "", partitions, sorts)
