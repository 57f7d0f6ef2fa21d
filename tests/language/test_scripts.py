"""Signs of scripts: which stand without spaces, and which make a name."""

from __future__ import annotations

import re

import pytest

from retold.language.scripts import SOLID, SOLID_MARKS, is_small


@pytest.mark.parametrize("sign", ["港", "か", "ท", "𠀋"])
def test_signs_of_scripts_without_spaces_are_words_by_themselves(sign: str) -> None:
    assert re.fullmatch(f"[{SOLID}]", sign)
    assert not is_small(sign)


def test_marks_of_such_a_script_are_no_signs() -> None:
    assert re.fullmatch(f"[{SOLID_MARKS}]", "\u0e31") and not re.fullmatch(f"[{SOLID}]", "\u0e31")


@pytest.mark.parametrize(
    ("sign", "small"), [("ж", True), ("Ж", False), ("ש", True), ("ក", False), ("٤", False)]
)
def test_a_letter_without_case_makes_no_name(sign: str, small: bool) -> None:
    assert is_small(sign) is small
