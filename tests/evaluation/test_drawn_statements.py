"""Lines by which two states of the program are compared."""

from __future__ import annotations

import json

from evaluation.drawn_statements import lines
from retold.model import Article

TEXT = (
    "Ana Kael told reporters the lock was shut. “It will stay so,” she said. The ferry sailed on without her."
)


def test_each_statement_is_a_line_with_its_place_its_parties_and_its_words() -> None:
    rows = [json.loads(one) for one in lines([Article("a", TEXT)])]
    assert [row[0] for row in rows] == ["a", "a"]
    assert [row[2][0][1] for row in rows] == ["Ana Kael", "Ana Kael"]
    assert rows[0][3][0][0] == "reporters"
    assert rows[1][6] == "It will stay so,"
    assert rows[1][1] == TEXT.index("It will")


def test_the_same_articles_give_the_same_lines() -> None:
    assert list(lines([Article("a", TEXT)])) == list(lines([Article("a", TEXT)]))
