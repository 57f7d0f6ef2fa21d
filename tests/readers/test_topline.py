"""The line above a report with its writer, its outlet and its day."""

from __future__ import annotations

import pytest

from retold.readers import topline
from retold.readers.formats import plain_text


@pytest.mark.parametrize(
    "line",
    [
        "By Ida Corrie • Quenby Echo • 4 March 2019",
        "Quenby Echo | By Ida Corrie | March 4, 2019",
        "By Ida Corrie | 4 March 2019 | Quenby Echo",
    ],
)
def test_pieces_are_told_by_what_they_are(line: str) -> None:
    assert topline.fields_of(line) == {
        "byline": "Ida Corrie",
        "outlet": "Quenby Echo",
        "published": "2019-03-04",
    }


@pytest.mark.parametrize(
    "line",
    [
        "Ferry late | Quenby Echo",
        "By Ida Corrie | Quenby Echo",
        "Late. | By Ida Corrie | 4 March 2019",
        "4 March 2019",
    ],
)
def test_a_line_without_a_day_or_a_writer_or_with_a_sentence_is_none(line: str) -> None:
    assert topline.fields_of(line) == {}


def test_it_is_no_sentence_of_the_text_below_its_headline() -> None:
    found = plain_text.read(
        "Ferry late\n\nBy Ida Corrie | Quenby Echo | 4 March 2019\n\nThe ferry ran late on Monday."
    )
    assert found is not None
    assert (found.title, found.outlet, found.text) == (
        "Ferry late",
        "Quenby Echo",
        "The ferry ran late on Monday.",
    )
