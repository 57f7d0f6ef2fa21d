"""Two people of one surname are two speakers only where a version names both in full."""

from __future__ import annotations

import pytest

from tests.steps.changes.test_changes_people import changes_of

BOTH = "“{{}}”, said his {} {}. The yard goes to his {} {} in May."
SON, DAUGHTER = ("son", "Ilan Verrin"), ("daughter", "Maud Verrin")


def test_kin_that_a_version_names_both_in_full_are_two_speakers() -> None:
    old = (BOTH.format(*SON, *DAUGHTER), "his son Ilan Verrin", "Ilan Verrin")
    new = (BOTH.format(*DAUGHTER, *SON), "his daughter Maud Verrin", "Maud Verrin")
    found = [(one.before, one.after) for one in changes_of(old, new) if one.kind == "attribution"]
    assert found == [("Ilan Verrin", "Maud Verrin")]


def test_a_role_right_before_a_full_name_goes_by_it() -> None:
    old = (BOTH.format(*SON, *DAUGHTER), "his son", "Ilan Verrin")
    new = (BOTH.format(*DAUGHTER, *SON), "his daughter", "Maud Verrin")
    assert [one.kind for one in changes_of(old, new)].count("attribution") == 1


@pytest.mark.parametrize("other", ["Ilana Verrin", "I. Verrin", "Verrin", "Maud Verrin"])
def test_another_given_name_alone_may_be_one_persons(other: str) -> None:
    old = ("“{}”, said his child Ilan Verrin.", "his child Ilan Verrin", "Ilan Verrin")
    new = (f"“{{}}”, said his child {other}.", f"his child {other}", other)
    assert not [one for one in changes_of(old, new) if one.kind == "attribution"]


def test_the_firm_in_a_speakers_own_mention_may_be_whose_words_they_are() -> None:
    old = ("“{}”, said Quay Lines' Ilan Verrin.", "Quay Lines' Ilan Verrin", "Ilan Verrin")
    new = ("“{}”, Quay Lines said.", "Quay Lines", "Quay Lines")
    assert not [one for one in changes_of(old, new) if one.kind == "attribution"]
