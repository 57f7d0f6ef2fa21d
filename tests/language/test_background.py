"""How common words are in a language before any text is read."""

from __future__ import annotations

import numpy as np
import pytest

from retold import language
from retold.language.background import Background
from retold.language.folding import form

TABLE = "# made by hand\nword,frequency\nharbour,400\nof,20\n"
NAMED, PLAIN = 0, 1


def share(found: Background, word: str, shape: int) -> float:
    return float(found.of_forms(np.array([form(word)]), np.array([shape], np.uint8))[0])


def test_a_listed_word_has_the_share_of_the_table() -> None:
    assert share(Background.of(TABLE, ()), "harbour", PLAIN) == pytest.approx(0.04)


def test_a_function_word_is_common_whatever_the_table_says() -> None:
    assert share(Background.of(TABLE, ("of",)), "of", PLAIN) >= 0.3


def test_a_name_that_is_not_listed_is_rarer_than_another_word() -> None:
    found = Background.of(TABLE, ())
    assert share(found, "Tessvik", NAMED) < share(found, "bollard", PLAIN) < share(found, "harbour", PLAIN)


def test_english_has_a_background_and_the_universal_language_none() -> None:
    english = language.of("en").background
    assert english is not None
    assert share(english, "company", PLAIN) > share(english, "lighthouse", PLAIN)
    assert language.UNIVERSAL.background is None
