"""The document frequencies of words, counted from texts."""

from __future__ import annotations

from evaluation.fit import background


def test_a_word_counts_once_for_each_text_and_figures_do_not_count() -> None:
    found = background.frequencies(["Pier pier 1904 dock"] * 6 + ["mole"] * 2)
    assert found == {"dock": 7500, "pier": 7500}


def test_the_table_has_one_word_a_line_under_its_heading() -> None:
    assert background.table({"dock": 75}).splitlines()[-2:] == ["word,frequency", "dock,75"]
