"""The slug of a report from a wire is no word of it."""

from __future__ import annotations

from pathlib import Path

import retold
from retold.readers import wireheads


def test_a_slug_above_the_headline_is_kept_beside_the_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "BC-Ferry Sinks, 1st Ld,44\nFerry sinks off Lissel\nEds: Adds quote.\n\nA ferry sank.\n"
    )
    (article,) = retold.read(tmp_path / "a.txt")
    assert article.title == "Ferry sinks off Lissel" and article.extra["slugline"] == "BC-Ferry Sinks, 1st Ld"
    assert "BC-" not in article.text and article.text.endswith("A ferry sank.")


def test_a_first_line_without_a_count_of_words_is_none() -> None:
    for text in (
        "A-frame house, sold\nIt was old.\nNobody came.",
        "BC-Ferry Sinks, 1st Ld,44\n\nA ferry sank.",
    ):
        assert wireheads.without_slug(text) == (text, None)


OLD_FORM = """a0412LIS r i BC-FerrySinks 03-04 0044
^BC-Ferry Sinks, 1st Ld-Writethru,0044<
^Ferry sinks off Lissel<
^Eds: Adds quote.<
^By IDA CORRIE=
^Gannet Wire Writer=
LISSEL (GW) _ A ferry sank off Lissel on Monday.
   ``It went down like a stone,'' said the pilot.
   ^___=
   GW-03-04-31 1420GMT<
"""


def test_the_marks_of_the_old_form_of_wires_are_no_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OLD_FORM)
    (article,) = retold.read(tmp_path / "a.txt")
    assert article.title == "Ferry sinks off Lissel"
    assert article.text.endswith("on Monday.\n\n“It went down like a stone,” said the pilot.")
    assert not any(mark in article.text for mark in ("^", "<", "Eds", "GMT", "Writethru"))


def test_a_text_with_a_caret_is_left_as_it_is() -> None:
    text = "The answer is 2^3.\n^ not a mark\nNobody came."
    assert wireheads.unmarked(text) == text
