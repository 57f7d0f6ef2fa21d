"""Lines whose words have capitals that the text writes small are headings, lists of names are none."""

from __future__ import annotations

import pytest

from retold.steps.statements.headings import headings

REPORT = "The river falls after the rain, and the mayor waits for the bridge.\n"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Mayor Waits For The Bridge", True),
        ("Ana Kael, Jan Orme, Pim Aske and Ida Marsh", False),
        ("Mayor Waits: The Bridge Falls", False),  # a label
        ("Mayor Waits For The Bridge.", False),  # a sentence
        ("MAYOR WAITS FOR THE BRIDGE", False),
    ],
)
def test_headings_are_known_by_words_that_stand_small_elsewhere(line: str, found: bool) -> None:
    text = REPORT + line + "\n"
    assert [text[low:high] for low, high in headings(text)] == ([line] if found else [])
