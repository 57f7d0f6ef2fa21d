"""Witnesses and alignments of a corpus are made once and remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.corpus import cache
from retold.corpus.articles import Corpus
from retold.corpus.cache import Cache
from retold.model import Span
from retold.settings import Settings
from tests.samples import ferry_articles


@pytest.fixture
def held(tmp_path: Path) -> Cache:
    corpus = Corpus.gathered(ferry_articles(), tmp_path).marked([(Span("a1", 0, 9), "it recurs")])
    return Cache(corpus, Settings())


def test_an_alignment_is_made_once_and_has_the_smaller_id_first(held: Cache) -> None:
    assert held.known((1, 0)) is None
    made = held.alignment((1, 0))
    assert (made.a.id, made.b.id) == ("a0", "a1")
    assert held.alignment((1, 0)) is made is held.known((1, 0))


def test_furniture_goes_with_its_article(held: Cache) -> None:
    made = held.alignment((0, 1))
    assert (made.a.furniture, made.b.furniture) == ((), (Span("a1", 0, 9),))


def test_only_the_latest_are_remembered(held: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_ALIGNMENTS", 1)
    held.alignment((0, 1))
    held.alignment((0, 3))
    assert held.known((0, 1)) is None and held.known((0, 3)) is not None


def test_ties_are_the_same_where_passages_are_not_looked_for(
    held: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = held.ties([(0, 1), (0, 2)])
    monkeypatch.setattr(held._corpus, "file", Path("articles.arrow"))
    assert held.ties([(0, 1), (0, 2)]) == whole
    assert whole[0][0].taken > 0.8 > whole[1][0].taken
