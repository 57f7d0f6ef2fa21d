"""One row an article: what it says of n-grams and words does not depend on its neighbours."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa

from retold.corpus.articles import Corpus
from retold.flow import articles, columns
from retold.flow.context import Context
from retold.model import Article, Span
from retold.steps import clean
from tests.flow.conftest import QUIET, mixed_articles
from tests.samples import ferry_articles

CONTEXT = Context(QUIET, 100)


def given(corpus: Corpus) -> pa.RecordBatch:
    table = pa.Table.from_batches(articles.rows(corpus))
    spans = pa.array([None] * len(table), pa.binary())
    return table.append_column("spans", spans).combine_chunks().to_batches()[0]


def test_articles_come_back_from_their_rows(tmp_path: Path) -> None:
    corpus = Corpus.gathered(ferry_articles(), tmp_path)
    assert articles.articles_of(given(corpus)) == ferry_articles()


def test_an_article_has_the_same_row_alone_and_among_others(tmp_path: Path) -> None:
    texts = ["海上渔船今天早上沉没。", "海上", "The Tern sank, the Tern sank.", "…"]
    corpus = Corpus.gathered([Article(str(k), text) for k, text in enumerate(texts)], tmp_path)
    batch = given(corpus)
    (together,) = articles.heads(CONTEXT, [batch])
    alone = articles.heads(CONTEXT, (batch.slice(k, 1) for k in range(len(texts))))
    for row, one in zip(together.to_pylist(), alone, strict=True):
        assert one.to_pylist() == [row]


def test_n_grams_that_stand_twice_are_one_and_furniture_has_none(tmp_path: Path) -> None:
    text = "one two three four five six one two three four five six"
    corpus = Corpus.gathered([Article("a", text)], tmp_path)
    (whole,) = articles.heads(CONTEXT, [given(corpus)])
    hidden = given(corpus).to_pylist()[0] | {"spans": articles.ranges_of([Span("a", 0, len(text))])}
    names = ["id", "text", "spans"]
    batch = columns.batch("id string, text string, spans binary", [[hidden[name]] for name in names])
    (nothing,) = articles.heads(CONTEXT, [batch])
    grams = np.frombuffer(whole.to_pylist()[0]["grams"], np.int64)
    assert len(set(grams.tolist())) == len(grams) == whole.to_pylist()[0]["size"] > 0
    assert (nothing.to_pylist()[0]["size"], nothing.to_pylist()[0]["forms"]) == (0, b"")


def test_furniture_comes_back_with_its_reasons() -> None:
    marks = clean.furniture(mixed_articles(), QUIET.clean)
    (rows,) = articles.furniture_rows(marks)
    back = [m for row in rows.to_pylist() for m in articles.marks_of(row["id"], row["spans"], row["reasons"])]
    assert sorted(back) == marks != []
