"""Rows are plain, complete and in a fixed order."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np

from retold import model
from retold.archive.store import Trace
from retold.report import rows


def test_every_thing_is_a_row_with_its_type_first(trace: Trace) -> None:
    made = list(rows.rows(trace))
    count = Counter(row["type"] for row in made)
    assert all(next(iter(row)) == "type" for row in made)
    assert count["article"] == 9
    assert count["story"] == count["lineage"] == 2
    assert count["change"] == len(trace.changes)
    assert count["statement"] == len(trace.statements)
    assert count["node"] == 10
    assert count["furniture"] == count["set_aside"] == count["manifest"] == 1


def test_rows_survive_json(trace: Trace) -> None:
    for row in rows.rows(trace):
        assert json.loads(rows.line(row)) == row


def test_a_statement_row_names_its_first_parties(trace: Trace) -> None:
    row = next(r for r in rows.rows(trace) if r["type"] == "statement" and r["addressees"])
    assert row["speaker_name"] == "Signe Aldous"
    assert row["addressee_name"] == "the council"
    assert set(row["speaker"]) == {"article", "start", "end"}  # type: ignore[call-overload]


def test_a_derivation_row_says_its_story_and_its_id(trace: Trace) -> None:
    row = next(r for r in rows.rows(trace) if r["type"] == "derivation" and r["copy"] == "islander")
    assert row["story"] == "s1"
    assert row["id"] == "observer→islander"
    assert row["directed"] is True


def test_half_a_surrogate_pair_becomes_one_character() -> None:
    row = rows.row(model.Article("a", "gale \ud800 force"))
    assert row["text"] == "gale \ufffd force"


def test_dates_and_odd_numbers_become_plain_values() -> None:
    article = model.Article("a", "t", published=datetime(2019, 6, 4, 7, tzinfo=UTC), updated=date(2019, 6, 5))
    row = rows.row(replace(article, extra={"n": np.float32(0.5), "bad": float("nan"), "set": {"b", "a"}}))
    assert (row["published"], row["updated"]) == ("2019-06-04T07:00:00+00:00", "2019-06-05")
    assert row["extra"] == {"n": 0.5, "bad": None, "set": ["a", "b"]}


def test_a_line_holds_nothing_that_a_terminal_obeys() -> None:
    line = rows.line(rows.row(model.Article("a", "\x1b[31m \x9b31m \u202e \x7f é")))
    assert line.isprintable()
    assert json.loads(line)["text"] == "\x1b[31m \x9b31m \u202e \x7f é"


def test_a_comparison_gives_its_own_row_then_its_parts(trace: Trace) -> None:
    a, b = trace.articles[:2]
    passage = model.Passage(model.Span(a.id, 0, 9), model.Span(b.id, 0, 9), "verbatim", 1.0)
    found = model.Comparison(a, b, (passage,), trace.changes[:2], "a→b", 0.9, 0.8, trace.statements[:1])
    kinds = [row["type"] for row in rows.rows(found)]
    assert kinds == ["comparison", "article", "article", "passage", "change", "change", "statement"]


def test_a_reuse_and_a_lineage_have_rows_too(trace: Trace) -> None:
    reuse = model.Reuse(trace.articles[0], "partially", {"wholly": 0.1, "partially": 0.8, "none": 0.1}, ())
    assert next(rows.rows(reuse))["label"] == "partially"
    lineage = trace.lineages["s1"]
    assert [r["type"] for r in rows.rows(lineage)].count("derivation") == len(lineage.derivations)
    wide = replace(lineage, alternatives=(lineage,))
    assert len(next(rows.rows(wide))["alternatives"]) == 1  # type: ignore[arg-type]
