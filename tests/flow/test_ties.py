"""Ties from rows are the ties of the witnesses."""

from __future__ import annotations

import pyarrow as pa

from retold.corpus.articles import packed
from retold.corpus.witnesses import bare
from retold.flow import columns, ties
from retold.flow.context import Context
from retold.steps import align, story
from tests.flow.conftest import QUIET
from tests.samples import ferry_articles

CONTEXT = Context(QUIET, 100)


def rows() -> pa.Table:
    """The second article and the two that it is paired with."""
    held = ferry_articles()
    each = [(0, 0, held[1]), (1, 100, held[0]), (1, 103, held[3])]
    return pa.Table.from_pylist(
        [{"a": 101, "kind": kind, "b": b, "id": one.id, "text": one.text, "rest": packed(one), "spans": None}
         for kind, b, one in each]
    )  # fmt: skip


def test_each_pair_has_the_tie_of_its_alignment() -> None:
    (found,) = ties.ties(CONTEXT, [rows()])
    held = ties.ties_of(found, {100: 0, 101: 1, 103: 3})
    assert (held.a.tolist(), held.b.tolist()) == ([1, 1], [0, 3])
    witnesses = [bare(one) for one in ferry_articles()]
    for place, pair in enumerate(((0, 1), (1, 3))):
        one, other, same = story.tie(align.partners(*(witnesses[n] for n in pair), QUIET.align))
        assert held.ways[place].tolist() == [list(one), list(other)]
        assert bool(held.same[place]) == same
    assert columns.values(found, "prints") == [1, 1]
