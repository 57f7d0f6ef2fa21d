"""The grammar of dates: compiled from a language's tables, the longest find first."""

from __future__ import annotations

from retold import language
from retold.steps.dates.rules import grammar

ENGLISH = language.of("en")


def test_a_language_without_dates_has_no_grammar() -> None:
    assert grammar(language.UNIVERSAL) is None


def test_the_longest_find_stands() -> None:
    rules = grammar(ENGLISH)
    assert rules is not None
    (found,) = rules.finds(rules.lexicon.tokens("on 3 May 2031"))
    assert found.read == "calendar" and (found.low, found.high) == (1, 4)


def test_a_grammar_is_compiled_once() -> None:
    assert grammar(ENGLISH) is grammar(ENGLISH)
