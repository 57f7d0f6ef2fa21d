"""Where a report was written is each paper's own; a place that the text tells of is a name."""

from __future__ import annotations

import pytest

from retold.model import Change
from tests.steps.changes.test_changes import told

_REPORT = (
    "The ferry to Mirra lost its rudder in the storm and drifted for six hours, the coast guard said.\n\n"
    "A tug from Ansel took it in tow at dawn, and nobody on board was hurt but the cook.\n\n"
    "The line has run the ferry since the old bridge was closed for good in the spring of the flood."
)


def rows(old: str, new: str) -> list[tuple[str, str, str | None]]:
    return [(one.kind, one.weight, one.detail) for one in told(old, new)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ANSEL — ", "MIRRA — "),
        ("ANSEL, May 2 (Quay Wire) — ", "MIRRA, May 2 (Quay Wire) — "),
        ("ANSEL, May 2 - ", "PORT TOLL, May 2 - "),
    ],
)
def test_another_place_of_origin_is_a_name_of_little_consequence(old: str, new: str) -> None:
    assert rows(old + _REPORT, new + _REPORT) == [("name", "wording", "dateline")]


@pytest.mark.parametrize("head", ["ANSEL, May 2 — ", "ANSEL, May 2, 2025 -- ", "PORT ANSEL — "])
def test_a_place_of_origin_put_in_or_left_out_is_no_matter_of_the_report(head: str) -> None:
    assert rows(head + _REPORT, _REPORT) == [("cut", "wording", "dateline")]
    assert rows(_REPORT, head + _REPORT) == [("added", "wording", "dateline")]


def names(found: list[Change]) -> list[tuple[str | None, str | None, str]]:
    return [(one.before, one.after, one.weight) for one in found if one.kind == "name"]


def test_another_place_in_the_text_is_another_name() -> None:
    found = told(f"ANSEL — {_REPORT}", f"ANSEL — {_REPORT.replace('tug from Ansel', 'tug from Tolland')}")
    assert names(found) == [("Ansel", "Tolland", "substance")]


def test_more_than_a_place_of_origin_left_out_is_matter() -> None:
    first = "ANSEL, May 2 — The harbour was closed on Monday because of ice, and the market with it. "
    found = told(f"{first}{_REPORT}", f"ANSEL, May 2 — {_REPORT}")
    assert [(one.kind, one.weight) for one in found] == [("cut", "substance")]
