"""Several texts under blocks of the same fields in one file are as many articles."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from retold.readers import collected

CLIP = "Title: {title}\nSource: {outlet}\nDate: {day}\nAuthor: Ida Corrie\n\n{text}\n"
FERRY = CLIP.format(
    title="Ferry late", outlet="Quenby Echo", day="14/03/2031", text="The ferry ran late on Friday."
)
LAMP = CLIP.format(
    title="Lamp lit", outlet="Gannet Post", day="15/03/2031", text="The lamp of Quenby is lit again."
)


@pytest.mark.parametrize("rule", ["", "\n==========\n\n", "\n* * * * *\n\n", "\n"])
def test_each_block_of_the_same_fields_begins_an_article(tmp_path: Path, rule: str) -> None:
    (tmp_path / "clips.txt").write_text(f"{FERRY}{rule}\n{LAMP}")
    one, two = retold.read(tmp_path / "clips.txt")
    assert (one.outlet, one.title, one.published, one.text) == (
        "Quenby Echo", "Ferry late", "2031-03-14", "The ferry ran late on Friday.",
    )  # fmt: skip
    assert (two.outlet, two.byline, two.text) == (
        "Gannet Post",
        "Ida Corrie",
        "The lamp of Quenby is lit again.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The ferry ran late.\n\nTitle: none\nSource: none\nDate: none\n\nIt ran late again.",
        f"{FERRY}\nWhere: the pier\nWhen: noon\nWho: all\n\nCome early.",
        "",
    ],
)
def test_lines_with_colons_in_a_text_begin_none(text: str) -> None:
    assert collected.parts(text) == [text]
