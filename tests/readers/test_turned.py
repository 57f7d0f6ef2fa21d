"""Tables written as JSON by column, by key, and with their columns named once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retold.model import Article
from retold.readers import read, turned
from retold.settings import Clean

ONE, TWO = "The ferry to Gull Rock ran late on Monday.", "The lamp of Quenby stays lit for another winter."


@pytest.mark.parametrize(
    "table",
    [
        {"outlet": {"0": "Echo", "1": "Post"}, "text": {"0": ONE, "1": TWO}},
        {"columns": ["outlet", "text"], "index": [0, 1], "data": [["Echo", ONE], ["Post", TWO]]},
        {"x1": {"outlet": "Echo", "text": ONE}, "x2": {"outlet": "Post", "text": TWO}},
    ],
)
def test_each_row_is_an_article(tmp_path: Path, table: object) -> None:
    (tmp_path / "table.json").write_text(json.dumps(table), "utf-8")
    found = [one for one in read([tmp_path / "table.json"], Clean()) if isinstance(one, Article)]
    assert [(one.outlet, one.text) for one in found] == [("Echo", ONE), ("Post", TWO)]


def test_settings_and_parts_of_one_record_are_no_table() -> None:
    assert turned.rows({"theme": {"colour": "sea"}, "menu": {"top": "left"}}) is None
    assert turned.rows({"text": {"0": ONE}, "outlet": "Echo"}) is None
