"""Lines of the print view of a page are no part of its report."""

from __future__ import annotations

import pytest

from retold.readers import furniture


@pytest.mark.parametrize(
    "line",
    ["Printed from https://post.example/weir", "This article was printed from post.example", "Printed on 6 May 2031",
     "Printed from the Tarn Post website", "Source URL: https://post.example/weir", "Close this window"],
)  # fmt: skip
def test_a_print_view_says_where_it_is_from(line: str) -> None:
    assert furniture.is_line(line)


@pytest.mark.parametrize(
    "line",
    ["Printed on silk, the map shows the weir.", "Printed in Tarn by the Abbey Press",
     "The leaflets were printed on Monday by a firm in Tarn."],
)  # fmt: skip
def test_what_is_told_of_printing_stays(line: str) -> None:
    assert not furniture.is_line(line)
