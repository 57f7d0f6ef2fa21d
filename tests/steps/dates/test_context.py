"""What the clause around a find says of before and after."""

from __future__ import annotations

from datetime import date

import pytest

from retold import language
from retold.steps.dates.context import Context
from retold.steps.dates.rules import grammar


def context(text: str, day: date | None = date(2031, 5, 7)) -> Context:
    rules = grammar(language.of("en"))
    assert rules is not None
    return Context(rules.lexicon.tokens(text), rules, day)


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The ferry will sail on Friday", 1),
        ("The ferry sailed on Friday", -1),
        ("The ferry was scheduled for Friday", -1),
        ("They plan to sail on Friday", 1),
        ("Friday", 0),
    ],
)
def test_the_nearest_telling_word_decides(text: str, tense: int) -> None:
    one = context(text)
    (found,) = one.grammar.finds(one.tokens)
    assert one.tense(found) == tense


def test_as_soon_as_a_day_looks_ahead() -> None:
    one = context("could vote as soon as Friday")
    (found,) = one.grammar.finds(one.tokens)
    assert one.as_soon(found)


def test_a_day_without_a_year_is_the_one_nearest_to_publication() -> None:
    assert context("x").nearest_year(12, 30, 0) == 2030
    assert context("x").nearest_year(12, 30, 1) == 2031
    assert context("x", None).nearest_year(12, 30, 0) is None
