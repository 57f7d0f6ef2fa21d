"""The readings: what is in the table, and what the suite makes of it."""

from __future__ import annotations

from evaluation import labels
from evaluation.labels import draw_read, draw_reports
from evaluation.suites import readings


def test_every_reading_is_of_a_drawn_pair_of_its_sample_and_has_a_verdict() -> None:
    drawn = {(pair["corpus"], pair["a"], pair["b"]): pair["sample"] for pair in labels.records("read_pairs")}
    rows = labels.records("readings")
    assert rows
    assert {row["verdict"] for row in rows} <= set(readings.VERDICTS)
    assert all(drawn[row["corpus"], row["a"], row["b"]] == row["sample"] for row in rows)


def test_no_article_is_in_two_drawn_pairs() -> None:
    pairs = labels.records("read_pairs")
    ends = [(pair["corpus"], pair[side]) for pair in pairs for side in ("a", "b")]
    assert len(ends) == len(set(ends))
    assert {pair["sample"] for pair in pairs} == {*draw_read.SAMPLES, *draw_reports.SEEDS}


def test_a_trivial_report_is_true_and_a_false_one_is_not() -> None:
    counts = {"right": 6, "trivial": 2, "false": 1, "kind": 1, "told": 10}
    assert readings.still_right(counts) == {readings.STILL: 0.8}


def test_the_table_counts_each_sample_as_a_whole_and_by_kind() -> None:
    lines = list(readings.table())
    assert any(line.startswith("second  random  all") for line in lines)
    assert any(line.startswith("first   rare    figure") for line in lines)
