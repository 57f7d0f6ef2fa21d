"""Whether two names can be one; invented names."""

from __future__ import annotations

import pytest

from retold import language

names = language.of("en").names


@pytest.mark.parametrize(
    ("short", "full"),
    [("kel", "Karla Evrin"), ("ros", "Rina Ossel"), ("tamb", "Tess Amble Moor"), ("ke", "Kel Osk Evrin")],
)
def test_a_short_name_is_no_persons_initials_but_for_a_letter(short: str, full: str) -> None:
    assert not names.same((short,), names.tokens(full.split()))
    assert names.apart(short.capitalize(), full)


@pytest.mark.parametrize(
    "full", ["Gale Marine Corp", "Gale Marine Group", "Grand Moor Council", "Gale Marine"]
)
def test_initials_stand_for_a_body_with_or_without_the_word_that_says_so(full: str) -> None:
    assert names.same(("gm",), names.tokens(full.split()))
    assert not names.apart("GM", full)
