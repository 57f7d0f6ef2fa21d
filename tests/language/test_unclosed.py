"""Words that say who spoke, inside a quotation whose closing mark was forgotten."""

from __future__ import annotations

import pytest

from retold import language
from retold.language.unclosed import attribution


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("We rowed home, said Orla Vann, who was wet.", True),
        ("We rowed home, the skipper added.", True),
        ("We rowed home, pilot Pim Aske said on Monday.", True),
        ("We rowed home, she told the court.", True),
        ("We rowed home, I said.", False),
        ("If it rains, Pim said he would row", False),
        ("We rowed home, and the mayor laughed", False),
    ],
)
def test_an_attribution_is_a_comma_and_who_spoke(words: str, told: bool) -> None:
    assert (attribution(language.of("en")).search(words) is not None) is told


def test_a_language_without_verbs_of_saying_has_none() -> None:
    assert attribution(language.UNIVERSAL).search("Wir ruderten heim, sagte Orla Vann.") is None
