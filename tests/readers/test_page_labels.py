"""What a page says of its films, its sponsors and itself is no text, and sentences that open alike are."""

from __future__ import annotations

import pytest

from retold.readers import furniture
from tests.readers.test_furniture import REPORT


@pytest.mark.parametrize(
    "line",
    [
        "To view this film you need to enable JavaScript in your browser.",
        "Sorry, this video could not be loaded.",
        "Your browser does not support the audio element.",
        "Sponsored: Nine lamps for long nights",
        "Key events",
        "skip past newsletter promotion",
        "After the podcast promotion",
        "Privacy Notice: Newsletters may contain info about harbours and funds.",
        "Have feedback on this story? Write to us at the harbour.",
        "Our Gull newsletter brings you what happened in the bay and why it matters to you.",
    ],
)
def test_what_a_page_says_of_its_films_and_sponsors_is_taken_out_between_paragraphs(line):
    one, two, three = REPORT.split("\n\n")
    assert furniture.without_inside("\n\n".join([one, line, two, three])) == (REPORT, (line,))


@pytest.mark.parametrize(
    "line",
    [
        "“This video could not be played in court,” the pilot said.",
        "The harbour office asked all to follow the news on Facebook.",
        "A version of the letter was read in print and aloud.",
        "Thanks for the goats went to the pilot, who had walked ashore.",
    ],
)
def test_sentences_that_open_like_such_lines_stay(line):
    assert furniture.cut(f"{REPORT}\n\n{line}").text == f"{REPORT}\n\n{line}"
    assert furniture.without_inside(f"{line}\n\n{REPORT}").furniture == ()
