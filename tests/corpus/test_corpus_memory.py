"""What a trace remembers of its corpus."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from retold.archive import store
from retold.corpus import memory
from retold.corpus.articles import Corpus
from retold.corpus.memory import Memory
from retold.model import Span
from retold.settings import Match, Settings
from retold.tables import Bars, Generation, Recurring, Ties, Weights
from tests.samples import ferry_articles

TIES = Ties(
    np.array([0, 0], np.int32),
    np.array([1, 2], np.int32),
    np.arange(16.0).reshape(2, 2, 4),
    np.array([True, False]),
)


def made(ids: str = "xyz") -> Memory:
    weights = Weights(np.array([3, 9]), np.array([1.5, 2.0], np.float32), np.array([True, False]), 4)
    furniture = {"post": Recurring(5, {"share this": 4}, frozenset({"share this"}))}
    generation = Generation(5, weights, Bars(0.1, 0.5), furniture)
    return Memory("m", list(ids), [one * 2 for one in ids], TIES, generation, 1, {"s1": "d"}, {"s1": ("fi",)})


def test_what_is_saved_is_loaded_as_it_was(tmp_path: Path) -> None:
    memory.save(made(), tmp_path)
    found = memory.load(tmp_path)
    assert found is not None
    assert (found.ids, found.digests, found.stories, found.unread, found.changed) == (
        list("xyz"), ["xx", "yy", "zz"], {"s1": "d"}, {"s1": ("fi",)}, 1,
    )  # fmt: skip
    assert found.generation.furniture == made().generation.furniture
    assert found.generation.bars == Bars(0.1, 0.5)
    assert found.generation.weights.weights.tolist() == [1.5, 2.0]
    assert found.ties.ways.tolist() == TIES.ways.tolist()


@pytest.mark.parametrize("file", ["arrays.npz", "memory.json"])
def test_what_is_not_as_it_was_written_is_not_remembered(tmp_path: Path, file: str) -> None:
    memory.save(made(), tmp_path)
    place = tmp_path / memory.FOLDER / file
    place.write_bytes(place.read_bytes().replace(b"m", b"n").replace(b"\x00", b"\x01"))
    assert memory.load(tmp_path) is None
    assert memory.load(tmp_path / "none") is None


def test_ties_hold_between_articles_that_stand_as_they_did(tmp_path: Path) -> None:
    articles = [replace(one, id=name) for one, name in zip(ferry_articles(), "zyxwv", strict=True)]
    corpus = Corpus.gathered(articles, tmp_path)
    earlier = made().earlier(corpus, ["zz", "changed", "xx", "ww", "vv"], frozen=True)
    assert list(zip(earlier.ties.a.tolist(), earlier.ties.b.tolist(), strict=True)) == [(0, 2)]
    assert earlier.ties.ways.tolist() == [TIES.ways[1].tolist()]
    assert earlier.generation is not None
    assert made().earlier(corpus, ["zz"] * 5, frozen=False).generation is None


def test_an_article_is_the_same_after_it_was_stored(tmp_path: Path) -> None:
    odd = replace(
        ferry_articles()[0], extra={"b": (1, 2), "a": {"x": None}}, published=datetime(2031, 3, 1, tzinfo=UTC)
    )
    store.Trace((odd, ferry_articles()[1])).save(tmp_path / "t")
    back = store.load(tmp_path / "t").articles
    assert [memory.plain(one) for one in back] == [memory.plain(odd), memory.plain(ferry_articles()[1])]
    assert memory.plain(odd) != memory.plain(replace(odd, outlet="Bugle"))


def test_furniture_is_part_of_what_an_article_is(tmp_path: Path) -> None:
    corpus = Corpus.gathered(ferry_articles(), tmp_path)
    plain, marked = memory.digests(corpus), memory.digests(corpus.marked([(Span("a1", 0, 9), "it recurs")]))
    assert [one == other for one, other in zip(plain, marked, strict=True)] == [True, False, True, True, True]


def test_other_settings_make_another_trace() -> None:
    assert memory.made_by(Settings()) == memory.made_by(Settings())
    assert memory.made_by(Settings(match=Match(common=61))) != memory.made_by(Settings())
    assert memory.digest([1, "a"]) != memory.digest([1, "b"])
