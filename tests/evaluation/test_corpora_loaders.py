"""The loaders give what their records say, where the corpora are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.corpora import dated, histories, meter, pairs, parzival, paths, polnear


def test_a_folder_that_is_absent_is_named() -> None:
    assert paths.missing(["no_such_corpus"]) == [paths.SHARED / "no_such_corpus"]


def test_a_third_of_meter_is_a_third_of_its_stories(shared: Path) -> None:
    assert shared == paths.SHARED
    every, third = meter.rows(), meter.rows(3)
    assert len({one.story for one in third}) == -(-len({one.story for one in every}) // 3)
    assert {one.label for one in every} == {None, "wholly", "partially", "none"}
    assert all(one.label is None for found in meter.takes(third).values() for one in found)


def test_marked_stretches_of_meter_lie_in_their_text(shared: Path) -> None:
    assert shared.exists()
    for one in meter.marked():
        assert all(0 <= start < end <= len(one.text) for start, end in one.reused)


def test_attributions_of_polnear_lie_in_their_text_and_the_sample_is_fixed(shared: Path) -> None:
    assert shared.exists()
    sample = polnear.sample(5)
    assert [one.id for one in polnear.sample(5)] == [one.id for one in sample]
    for one in sample:
        places = [place for found in one.attributions for place in (*found.source, *found.content)]
        assert all(0 <= start < end <= len(one.text) for start, end in places)


def test_dates_of_tempeval_and_gum_stand_where_they_are_said_to(shared: Path) -> None:
    assert shared.exists()
    pages = [next(dated.tempeval()), next(dated.gum())]
    assert all(page.text[gold.start : gold.end].strip() for page in pages for gold in page.gold)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2031-02", ("2031-02-01", "2031-02-28")),
        ("2031-W11-WE", ("2031-03-15", "2031-03-16")),
        ("203", ("2030-01-01", "2039-12-31")),
        ("2031-SU", ("2031-06-01", "2031-08-31")),
        ("PRESENT_REF", None),
    ],
)
def test_a_value_has_a_first_and_a_last_day(value: str, days: tuple[str, str] | None) -> None:
    assert dated.first_and_last(value) == days


def test_parzival_has_equally_long_columns_and_a_tree(shared: Path) -> None:
    assert shared.exists()
    columns = parzival.columns()
    assert len({len(tokens) for tokens in columns.values()}) == 1
    copies = [copy for _, copy in parzival.true_edges()]
    assert len(copies) == len(set(copies))
    assert set(columns) & set(copies)


def test_edges_of_a_history_join_its_versions(shared: Path) -> None:
    assert shared.exists()
    for family in histories.families("site_policy", 2):
        ids = {one.id for one in family.versions}
        assert all({a, b} <= ids for a, b in family.edges)


def test_judged_pairs_are_not_among_the_unread() -> None:
    judged = {frozenset((one.a, one.b)) for one in pairs.judged()}
    assert {one.copied for one in pairs.judged()} == {True, False}
    assert not judged & {frozenset(pair) for pair in pairs.unread()}
