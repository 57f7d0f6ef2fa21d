"""Words as they are compared: what reads alike has one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.language.folding import fold, form, kept_fold, kept_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"),
        ("Envoy’s", "envoy's"),
        ("ﬁsh", "fish"),
        ("har\u00adbour", "harbour"),
        ("STRASSE", "straße"),
        ("مینـاء", "ميناء"),
        ("כָּתַב", "כתב"),
        ("۳۲", "32"),
    ],
)
def test_what_reads_alike_has_one_form(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert form(one) == form(other)


@pytest.mark.parametrize(("one", "other"), [("1,500.5", "1500.5"), ("x.com", "xcom"), ("its", "it's")])
def test_points_and_apostrophes_that_tell_something_stay(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(word: str) -> None:
    assert fold(fold(word)) == fold(word) or "." in fold(word)


@given(st.text())
def test_a_hash_is_a_positive_number_that_fits_an_array(word: str) -> None:
    assert 0 < form(word) < 2**63


def test_remembered_forms_are_the_same() -> None:
    assert kept_fold("Mole") == fold("Mole") and kept_form("Mole") == form("Mole")
