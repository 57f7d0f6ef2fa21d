"""Digests in the flow: found among the pairs that are there, and put apart from the stories they take from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

import retold
from retold.corpus import stories
from retold.corpus.articles import Corpus
from retold.engines.choice import Engine
from retold.engines.connect import Stages
from retold.flow import columns, digests
from retold.model import Article
from retold.steps import fingerprint
from tests.digests import NAMES, digest, dispatch
from tests.flow import samerows
from tests.flow.conftest import QUIET


def articles() -> list[Article]:
    """Eight dispatches, a digest of three, the same under another name, and one of four others."""
    again, other = digest(NAMES[:3], key="again"), digest(NAMES[3:7], key="other", mark="* ")
    return [*map(dispatch, NAMES), digest(NAMES[:3]), again, other]


class _Local:
    """Tables as an engine would give them, of what this machine finds."""

    def __init__(self, corpus: Corpus, found: stories.Grouped) -> None:
        assert found.wide is not None
        self._names = [fingerprint.id_hash(name) for name in corpus.ids]
        self._pairs, self._words = found.pairs, found.wide.words

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        names, pairs = self._names, self._pairs
        if "copies" in query:
            return [(names[k], names[one]) for k, one in enumerate(pairs.same.tolist()) if k != one]
        each = zip(pairs.a.tolist(), pairs.b.tolist(), pairs.share.tolist(), strict=True)
        return [(max(names[a], names[b]), min(names[a], names[b]), share) for a, b, share in each]

    def stream(self, query: str) -> Iterator[tuple[Any, ...]]:
        assert "vectors" in query
        for place, name in enumerate(self._names):
            words, weights = self._words.vectors.of(place)
            times = np.ones(int(self._words.lengths[place]), np.uint16)
            yield name, self._words.forms[words].tobytes(), weights.astype("f4").tobytes(), times.tobytes()


def test_the_digests_of_an_engine_are_those_of_this_machine(tmp_path: Path) -> None:
    corpus = Corpus.gathered(articles(), tmp_path)
    local = stories.grouped(corpus, QUIET, lambda *_: None, keep=True)
    found = digests.found(cast(Stages, _Local(corpus, local)), corpus, QUIET)
    assert dict(found.sources) == dict(local.digests)
    assert {corpus.ids[number] for number in found.sources} == {"brief", "again", "other"}


def test_digests_go_to_the_engine_by_the_hashes_of_their_ids() -> None:
    corpus = Corpus(["x", "y", "z"], [], None)
    (rows,) = digests.rows(corpus, {"y": ()})
    assert columns.values(rows, "name") == [fingerprint.id_hash("y")]
    assert list(digests.rows(corpus, {})) == []


@pytest.mark.engines
@pytest.mark.parametrize("partitions", [1, 7])
def test_sail_has_the_rows_of_a_pile_with_digests(sail: Any, tmp_path: Path, partitions: int) -> None:
    corpus = Corpus.gathered(articles(), tmp_path)
    stages = samerows.stages_of(sail, tmp_path, partitions)
    samerows.are_the_same(corpus, QUIET, stages)
    assert stages.number("SELECT count(*) FROM digests") == 3


@pytest.mark.engines
def test_a_trace_with_digests_is_the_same_by_sail() -> None:
    pytest.importorskip("pysail", reason="Sail is not installed (make test-engines)")
    here, there = retold.trace(articles(), QUIET), retold.trace(articles(), QUIET, engine=Engine("sail"))
    assert here.stories == there.stories and any(one.sources for one in here.stories)
    assert here.lineages == there.lineages
    assert here.claims == there.claims


@pytest.mark.spark
def test_a_trace_with_digests_is_the_same_by_spark() -> None:
    pytest.importorskip("py4j", reason="Spark is not installed (make test-engines)")
    here = retold.trace(articles(), QUIET)
    there = retold.trace(articles(), QUIET, engine=Engine("spark", "local[2]", partitions=3))
    assert (here.stories, here.lineages) == (there.stories, there.lineages)
