"""Parts that patterns of a pack share."""

from __future__ import annotations

import re

import pytest

from retold import language
from retold.language.macros import expanded


def test_a_part_is_written_out_wherever_it_stands_and_may_have_parts_itself() -> None:
    macros = {"who": "(?:<title>\\s)?[A-Z]\\w+", "title": "(?:Mr|Mrs)"}
    assert re.fullmatch(expanded("<who> and <who>", macros), "Mrs Kael and Taven")


@pytest.mark.parametrize("pattern", ["(?<=[.!?])\\s", "(?<!a)b", "no part"])
def test_other_angles_are_left_as_they_are(pattern: str) -> None:
    assert expanded(pattern, {}) == pattern


def test_a_part_that_nobody_wrote_is_an_error() -> None:
    with pytest.raises(KeyError, match="moon"):
        expanded("<moon>", {"sun": "s"})


@pytest.mark.parametrize("code", ["de", "es", "fr"])
def test_every_part_of_a_packs_credits_is_used(code: str) -> None:
    lists = language.of(code).lists("credits")
    forms = repr(lists["before"]) + repr(lists["macros"])
    assert all(f"<{name}>" in forms for name in lists["macros"])
