"""A title stands outside the text, and a first line that is none stays in it."""

from __future__ import annotations

import pytest

from retold.readers import body

REPORT = "\n\n".join(
    [
        "A mail boat ran onto the sands off Quenby early on Sunday and sat there until the tide came back.",
        "“She was never in danger, and neither was the post,” said the pilot, Alma Renwick, who walked "
        "ashore at low water to telephone the owners and buy a newspaper.",
        "The boat carried four passengers, two goats and the week's letters. All were landed dry at noon, "
        "the harbour office said, and the goats were given a room of their own until the train left.",
    ]
)


def test_the_first_line_may_be_the_title():
    assert body.make("Mail boat aground\n\n" + REPORT) == (REPORT, "Mail boat aground", ())


@pytest.mark.parametrize(
    "opening", ["The boat sat there.\n\n", "The boat and\n", "Among those aboard:\n\n", "w " * 40 + "\n\n"]
)
def test_a_first_line_that_is_no_title_stays(opening):
    assert body.make(opening + REPORT).title is None


@pytest.mark.parametrize("mark", ['"', "”", "’", ".”’", "»"])
def test_a_first_paragraph_that_ends_within_marks_is_no_title(mark):
    opening = f"“It sat there,” said the pilot, Alma Renwick. “Nobody was wet.{mark}"
    made = body.make(f"{opening}\n\n{REPORT}")
    assert made.title is None and made.text.startswith(opening)
    assert body.make(f"“Nobody was wet”\n\n{REPORT}").title == "“Nobody was wet”"


def test_a_known_title_is_taken_off_the_top_and_no_other_line():
    assert body.make("MAIL BOAT AGROUND\n\n" + REPORT, "Mail boat aground") == (
        REPORT,
        "Mail boat aground",
        (),
    )
    assert body.make("Quenby this week\n\n" + REPORT, "Mail boat aground").text.startswith("Quenby this week")
