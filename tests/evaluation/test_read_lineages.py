"""The lineages that were read: what is in the table, and how it is counted."""

from __future__ import annotations

import pytest

from evaluation import labels
from evaluation.labels import read_lineages
from evaluation.metrics.scores import ratio


def test_the_table_holds_ids_and_verdicts() -> None:
    rows = labels.records("read_lineages")
    assert {row["kind"] for row in rows} == set(read_lineages.KINDS)
    said = {"right", "wrong", "cannot tell"}
    assert {row["verdict"] for row in rows} == said
    assert {row["second"] for row in rows} == {*said, ""}
    assert all(len(row["why"]) < 60 for row in rows), "a few words, none of the articles'"
    keys = [(row["kind"], row["a"], row["b"]) for row in rows]
    assert len(keys) == len(set(keys))


def test_a_verdict_counts_where_both_passes_give_it() -> None:
    assert read_lineages.verdict({"verdict": "right", "second": "right"}) == "right"
    assert read_lineages.verdict({"verdict": "wrong", "second": ""}) == "wrong"
    assert read_lineages.verdict({"verdict": "right", "second": "wrong"}) == "cannot tell"


@pytest.mark.parametrize(("right", "told"), [(0, 7), (7, 7), (3, 9)])
def test_an_interval_holds_its_share(right: int, told: int) -> None:
    low, high = read_lineages.wilson(right, told)
    assert -1e-9 <= low <= ratio({"right": right, "told": told}, "right", "told") <= high <= 1 + 1e-9


def test_lines_are_printed_for_every_kind_and_for_what_is_wrong() -> None:
    lines = list(read_lineages.table())
    assert all(any(line.startswith(kind) for line in lines) for kind in read_lineages.KINDS)
    assert sum(int(line.split()[0]) for line in read_lineages.errors()) == sum(
        read_lineages.verdict(row) == "wrong" for row in labels.records("read_lineages")
    )


def test_an_item_of_crime_is_short_and_has_three_of_the_words() -> None:
    assert read_lineages.is_crime("Police charged a man after an arrest on Monday.")
    assert not read_lineages.is_crime("Police charged a man after an arrest. " * 200)
    assert not read_lineages.is_crime("The council met on Monday.")
