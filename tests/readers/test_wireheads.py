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
