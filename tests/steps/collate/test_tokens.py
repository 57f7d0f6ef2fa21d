"""A grid as tokens, and a grid from tokens."""

from __future__ import annotations

import numpy as np

from retold.steps.collate import tokens
from retold.tables import MISSING, NOTHING, Grid
from tests.steps.witnesses import witness


def test_punctuation_clings_to_its_word() -> None:
    one = witness('He said: "Shut it!" (Twice.)')
    cells = np.arange(len(one.words), dtype=np.int32)[:, None]
    found = tokens.readings(Grid((one,), cells))
    assert [column[0] for column in found.columns] == ["He", "said:", '"Shut', 'it!"', "(Twice.)"]


def test_a_locus_without_a_word_has_an_empty_token() -> None:
    one, other = witness("one two", "a"), witness("two", "b")
    found = tokens.readings(Grid((one, other), np.array([[0, -1], [1, 0]], np.int32)))
    assert found.columns == (("one", ""), ("two", "two"))


def test_tokens_that_differ_in_case_and_marks_have_one_form() -> None:
    grid = tokens.columns({"a": ["Pier,", "“Shut”"], "b": ["pier", "shut"]})
    assert [grid.form(locus, 0) == grid.form(locus, 1) for locus in (0, 1)] == [True, True]


def test_marks_alone_stand_for_themselves() -> None:
    grid = tokens.columns({"a": ["—"], "b": ["…"]})
    assert 0 != grid.form(0, 0) != grid.form(0, 1) != 0


def test_the_language_of_a_table_is_that_of_its_longest_witness() -> None:
    german = (
        "Der Hafen wurde am Abend von der Behörde gesperrt und die Schiffe lagen vor der Mole " * 3
    ).split()
    table = tokens.columns({"a": german, "b": ["", *german[1:]]})
    assert {w.language.code for w in table.witnesses} == {"de"}


def test_an_empty_table_has_no_witness() -> None:
    assert tokens.columns({}).witnesses == ()


def test_a_place_that_a_witness_has_lost_is_no_gap() -> None:
    assert tokens.columns({"K": ["a", "", None, "b"]}).cells[:, 0].tolist() == [0, NOTHING, MISSING, 1]


def test_a_witness_that_stops_long_before_the_others_has_lost_the_rest() -> None:
    whole = list("abcdefghijklmno")
    grid = tokens.columns({"K": [*whole[:4], *[""] * 11], "L": whole, "M": [*whole[:13], "", ""]})
    cells = tokens.with_lost_ends(grid).cells
    assert (cells[4:, 0] == MISSING).all()
    assert (cells[13:, 2] == NOTHING).all()


def test_a_fragment_that_begins_long_after_the_others_has_lost_its_beginning() -> None:
    whole = list("abcdefghijklmno")
    grid = tokens.columns({"K": [*[""] * 11, *whole[11:]], "L": whole, "M": ["", "", *whole[2:]]})
    cells = tokens.with_lost_ends(grid).cells
    assert (cells[:11, 0] == MISSING).all()
    assert (cells[:2, 2] == NOTHING).all()
