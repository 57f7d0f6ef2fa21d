"""The joins say numbers as both engines understand them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from retold.flow import queries
from retold.settings import Match


def test_no_query_has_a_number_with_a_point_that_would_be_a_decimal() -> None:
    made = [queries.rare(Match()), queries.common(4, 16), queries.likely(0.07), queries.companions(0.35)]
    fixed = [value for name, value in vars(queries).items() if name.isupper() and isinstance(value, str)]
    for query in (*made, *fixed):
        assert re.findall(r"\d\.\d", re.sub(r"CAST\('[^']*' AS DOUBLE\)", "", query)) == []


def test_a_fraction_keeps_every_digit() -> None:
    assert queries.fraction(0.1 + 0.2) == "CAST('0.30000000000000004' AS DOUBLE)"


def test_of_many_common_n_grams_one_out_of_so_many_is_taken() -> None:
    assert "& 3) = 0" in queries.common_rows(4, 16)
    assert "& 0) = 0" in queries.common_rows(1, 16)


@given(st.integers(1, 40), st.integers(0, (1 << 63) - 1))
def test_every_article_is_in_one_slice(count: int, name: int) -> None:
    asked = [one.replace("AND", "and").replace("TRUE", "True") for one in queries.slices(count)]
    held = [eval(one, {"a": name}) for one in asked]
    assert len(held) == count and sum(held) == 1


def test_slices_are_put_together_again() -> None:
    assert queries.together("rare", 2) == "SELECT * FROM rare_0 UNION ALL SELECT * FROM rare_1"
