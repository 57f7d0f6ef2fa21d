"""A corpus of which most articles lie in a stored trace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from retold.archive import store
from retold.archive.lazy import StoredRows
from retold.corpus.stored import StoredCorpus
from retold.model import Article, Span
from tests.samples import ferry_articles


def held(tmp_path: Path) -> tuple[StoredCorpus, list[Article]]:
    before, fresh = ferry_articles()[:4], replace(ferry_articles()[4], published="2031-04-09", outlet="Bugle")
    store.Trace(tuple(sorted(before, key=lambda one: one.id))).save(tmp_path / "t")
    rows = store.load(tmp_path / "t").articles
    assert isinstance(rows, StoredRows)
    order = [before[k] for k in (2, 0, 3, 1)]  # as the trace remembers them: not by their ids
    names, days = [one.id for one in order], [None, 1.0, None, 2.0]
    return StoredCorpus(names, rows, days, [fresh], [(Span("a1", 0, 3), "it recurs")]), [*order, fresh]


def test_articles_are_read_by_the_numbers_that_the_trace_remembers(tmp_path: Path) -> None:
    corpus, articles = held(tmp_path)
    assert [corpus[k] for k in range(5)] == list(corpus) == corpus[:] == articles
    assert corpus.ids == [one.id for one in articles]


def test_days_and_outlets_are_known_without_reading_articles(tmp_path: Path) -> None:
    corpus, articles = held(tmp_path)
    days = list(corpus.days().values())
    assert days[:4] == [None, 1.0, None, 2.0] and days[4] is not None
    assert corpus.outlets() == [one.outlet for one in articles]
    assert corpus.lengths() == [len(one.text) for one in articles]
    assert corpus.hidden == {"a1": [Span("a1", 0, 3)]}


def test_texts_come_for_whoever_must_read_all(tmp_path: Path) -> None:
    corpus, articles = held(tmp_path)
    assert [text for batch in corpus.texts() for text in batch] == [one.text for one in articles]
    assert [name for batch in corpus.names() for name in batch] == corpus.ids
    assert corpus.kernels.name == "reference"
