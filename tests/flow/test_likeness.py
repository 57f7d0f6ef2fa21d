"""Weights and vectors from counts that are added up, and the cosine of likely pairs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from retold import kernels
from retold.corpus import index
from retold.flow import articles, columns, likeness
from retold.flow.context import Context
from retold.steps import story
from retold.tables import Bags, Weights
from tests.flow.conftest import QUIET, mixed_articles

CONTEXT = Context(QUIET, 100)
TEXTS = [one.text for one in mixed_articles()[:12]]


def heads() -> pa.RecordBatch:
    rows = [[str(k) for k in range(len(TEXTS))], TEXTS, [None] * len(TEXTS)]
    (found,) = articles.heads(CONTEXT, [columns.batch("id string, text string, spans binary", rows)])
    return found


def bags() -> Bags:
    plain, ids = kernels.choose("reference"), [str(k) for k in range(len(TEXTS))]
    _, telling = index.read(TEXTS, ids, {}, QUIET.fingerprint, plain)
    return plain.bags(telling)


def weights(held: pa.RecordBatch) -> pa.Table:
    """The words of some articles weighed from counts of one article at a time."""
    each = likeness.counts(held.slice(k, 1) for k in range(held.num_rows))
    sums: dict[int, list[int]] = {}
    for row in pa.Table.from_batches(each).to_pylist():
        known = sums.setdefault(row["form"], [0, 0, 0, 0])
        sums[row["form"]] = [
            known[0] + row["holders"],
            0,
            max(known[2], row["shape"]),
            known[3] | row["languages"],
        ]
    counted = columns.batches(likeness.WORDS, [(form, *sums[form]) for form in sums], 10_000)
    return pa.Table.from_batches(likeness.weights(len(TEXTS), len(TEXTS), counted))


def test_counts_of_single_articles_add_up_to_the_weights_of_all() -> None:
    known: Weights = story.likeness.weighed(bags())
    found = weights(heads()).sort_by("form")
    assert columns.numbers(found, "form").tolist() == known.forms.tolist()
    assert columns.reals(found, "weight").astype(np.float32).tolist() == known.weights.tolist()
    assert columns.numbers(found, "telling").tolist() == known.telling.astype(int).tolist()


def test_vectors_are_those_of_the_whole_corpus(tmp_path: Path) -> None:
    held = heads()
    parquet.write_table(weights(held), tmp_path / "weights.parquet")
    path = str(tmp_path / "weights.parquet")
    each = likeness.vectors(path, len(TEXTS), (held.slice(k, 1) for k in range(held.num_rows)))
    found = pa.Table.from_batches(each)
    whole = story.likeness.vectors(bags(), story.likeness.weighed(bags()))
    flat, bounds = columns.arrays(found, "weights", np.float32)
    assert (flat.tolist(), bounds.tolist()) == (whole.weights.tolist(), whole.bounds.tolist())


def test_only_pairs_that_are_alike_enough_are_given_and_known_ones_are_looked_at() -> None:
    forms = [np.array([1, 2]), np.array([1, 2]), np.array([2, 3]), np.array([7, 8])]
    bounds = np.arange(5) * 2
    flat = columns.cut(np.concatenate(forms).astype(np.int64), bounds)
    weight = columns.cut(np.full(8, 0.5**0.5, np.float32), bounds)
    telling = columns.cut(np.array([1, 0] * 4, np.uint8), bounds)
    known = pa.array([0, 0, 1, 1], pa.int64())
    table = pa.table(
        {
            "a": [5] * 4,
            "b": [0, 6, 7, 8],
            "known": known,
            "prints": pa.array([0, 0, 0, 0], pa.int64()),
            "forms": flat,
            "weights": weight,
            "telling": telling,
        }
    )
    (found,) = likeness.near(CONTEXT, [table])
    assert [(row["b"], round(row["cosine"], 6)) for row in found.to_pylist()] == [(6, 1.0), (7, 0.5)]


def test_what_both_print_decides_beside_their_words() -> None:
    bounds = np.arange(4)
    vector = [columns.cut(one, bounds) for one in (
        np.full(3, 4, np.int64), np.full(3, 0.5**0.5, np.float32), np.ones(3, np.uint8)
    )]  # fmt: skip
    names = ["forms", "weights", "telling"]
    table = pa.table(
        dict(zip(names, vector, strict=True))
        | {"a": [5] * 3, "b": [0, 6, 7], "known": [0, 1, 1], "prints": [0, 1, -1]}
    )
    (found,) = likeness.near(CONTEXT, [table])
    assert [(row["b"], round(row["cosine"], 6)) for row in found.to_pylist()] == [(6, 1.0)]


def test_reprinted_words_and_telling_words_have_a_row_each() -> None:
    flat = columns.cut(np.array([4, 9], np.int64), np.array([0, 2]))
    (again,) = likeness.reprinted([columns.batch("forms binary, part bigint", [flat, [3]])])
    assert again.to_pylist() == [{"form": 4, "report": 3}, {"form": 9, "report": 3}]
    vector = [[7], flat, columns.cut(np.array([0.5, 0.5], np.float32), np.array([0, 2]))]
    telling = columns.cut(np.array([0, 1], np.uint8), np.array([0, 2]))
    (found,) = likeness.telling([columns.batch(likeness.VECTORS, [*vector, telling])])
    assert found.to_pylist() == [{"form": 9, "name": 7, "weight": likeness.UNIT // 2}]
