"""Articles by number, in memory or in a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from retold import kernels
from retold.corpus import articles
from retold.corpus.articles import Corpus
from retold.model import Span
from tests.samples import ferry_articles


@pytest.mark.usefixtures("small")
def test_a_corpus_in_a_file_gives_back_every_article(tmp_path: Path) -> None:
    kept = Corpus.gathered(iter(ferry_articles()), tmp_path)
    assert kept.file is not None
    assert list(kept) == ferry_articles()
    assert [kept[k] for k in range(5)] == ferry_articles()
    assert [text for batch in kept.texts() for text in batch] == [one.text for one in ferry_articles()]
    assert list(Corpus.opened(kept.file)) == ferry_articles()
    assert kept.days() == {f"a{k}": float(date(2031, 3, 1 + k).toordinal()) for k in range(5)}
    assert kept.lengths() == [len(one.text) for one in ferry_articles()]


@pytest.mark.usefixtures("small")
def test_articles_are_the_same_whatever_map_of_the_file_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "_MAPPED", 1)
    kept = Corpus.gathered(iter(ferry_articles()), tmp_path)
    first = kept._batches
    assert [kept[k % 5] for k in range(25)] == ferry_articles() * 5
    assert kept._batches is not first
    assert kept.lengths(3) == [len(one.text) for one in ferry_articles()[3:]]


@pytest.mark.usefixtures("small")
def test_what_no_file_can_hold_is_kept_as_words(tmp_path: Path) -> None:
    odd = [replace(one, extra={"desk": MappingProxyType({}), "page": 3}) for one in ferry_articles()]
    kept = Corpus.gathered(odd, tmp_path)
    assert [one.text for one in kept] == [one.text for one in odd]
    assert kept[0].extra == {"desk": "{}", "page": "3"}


def test_a_small_corpus_stays_in_memory(tmp_path: Path) -> None:
    kept = Corpus.gathered(ferry_articles(), tmp_path)
    assert kept.file is None
    assert not list(tmp_path.iterdir())
    assert kept.lengths() == [len(one.text) for one in ferry_articles()]


@pytest.mark.usefixtures("small")
def test_a_marked_corpus_has_the_same_articles_and_hides_furniture_by_article(tmp_path: Path) -> None:
    furniture = [(Span("a1", 0, 9), "it recurs"), (Span("a1", 20, 30), "it recurs")]
    kept = Corpus.gathered(ferry_articles(), tmp_path)
    marked = kept.marked(furniture)
    assert list(marked) == list(kept) == ferry_articles()
    assert (kept.hidden, marked.hidden) == ({}, {"a1": [span for span, _ in furniture]})
    assert marked.file is not None
    assert Corpus.opened(marked.file, furniture).hidden == marked.hidden


def test_a_small_corpus_takes_the_plain_kernels_and_one_in_a_file_the_compiled_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.delenv("RETOLD_KERNELS", raising=False)
    few = Corpus.gathered(ferry_articles(), tmp_path)
    assert few.kernels is kernels.choose("reference")
    assert few.words == sum(len(one.text) for one in ferry_articles()) // 6
    request.getfixturevalue("small")
    assert Corpus.gathered(ferry_articles(), tmp_path).kernels is kernels.choose("compiled")
