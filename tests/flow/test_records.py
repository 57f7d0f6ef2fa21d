"""A story from its rows is the story of a trace."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa

import retold
from retold.corpus.articles import packed
from retold.decisions import UNDECIDED
from retold.flow import records, ties
from retold.flow.context import Context
from tests.flow.conftest import QUIET
from tests.flow.test_ties import rows as pairs_of_one
from tests.samples import ferry_articles

CONTEXT = Context(QUIET, 100)
GIVEN = records.Given(CONTEXT, UNDECIDED, {}, 0.55)


def rows(names: tuple[str, ...], cohesion: float) -> pa.Table:
    each = [(n, one) for n, one in enumerate(ferry_articles()) if one.id in names]
    return pa.Table.from_pylist(
        [{"kind": 0, "n": n, "name": 100 + n, "id": one.id, "text": one.text, "rest": packed(one), "spans": None,
          "cohesion": cohesion} for n, one in each]
    )  # fmt: skip


def test_a_lone_article_has_the_record_of_the_trace() -> None:
    whole = retold.trace(ferry_articles(), QUIET)
    (found,) = records.of_lone(GIVEN, rows(("a2",), 1.0).to_batches())
    one = records.read(found.to_pylist()[0]["record"])
    assert replace(one, unread=()) == whole.story(one.story.id)


def test_a_group_with_its_ties_has_the_record_of_the_trace() -> None:
    whole = retold.trace(ferry_articles()[:2], QUIET)
    (tied,) = ties.ties(CONTEXT, [pairs_of_one().slice(0, 2)])
    mine = rows(("a0", "a1"), whole.stories[0].cohesion)
    table = pa.Table.from_batches([tied]).append_column("kind", pa.array([1], pa.int64()))
    table = pa.concat_tables([mine, table], promote_options="default")
    (found,) = records.of_groups(GIVEN, [table])
    row = found.to_pylist()[0]
    one = records.read(row["record"])
    assert (row["first"], row["articles"]) == ("a0", 2)
    assert replace(one, unread=()) == whole.story(one.story.id)
