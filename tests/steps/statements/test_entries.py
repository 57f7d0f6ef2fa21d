"""Lines that sign the entries of a live page."""

from __future__ import annotations

import pytest

from retold.model import Span
from retold.steps.statements.entries import signs_entry

QUOTED = "“The gate was locked.”"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        (f"{QUOTED}\n— Orla Vann", False),
        (f"{QUOTED} — Orla Vann", False),
        (f"Vann told them so. {QUOTED}\n— Erik Dell", True),
        (f"{QUOTED}\n— Erik Dell\n\nThe hearing went on.\n— Ida Brask", True),
        (f"{QUOTED}\n— Erik Dell\n\n{QUOTED}\n— Ida Brask", False),
    ],
)
def test_a_line_signs_an_entry_where_words_of_a_reporter_stand_above_such_a_line(
    text: str, signs: bool
) -> None:
    start = text.index(QUOTED)
    outer = Span("a", start, start + len(QUOTED))
    name = text.index("— ", outer.end) + 2
    assert signs_entry(text, outer, name) is signs
