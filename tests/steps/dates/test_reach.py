"""A rule is looked for around the marks that it needs, and nowhere else."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from retold import language
from retold.steps.dates import rules
from retold.steps.dates.reach import Reach, places_of, reach_of

A, B, C = map(frozenset, "abc")


def stretches(reach: Reach, marks: str) -> list[tuple[int, int]]:
    places = places_of(marks)
    return list(reach.stretches(places, frozenset(places)))


def test_what_may_be_left_out_is_not_needed() -> None:
    assert reach_of([A, "?", B]) == Reach((B,), 2)


def test_one_of_what_stands_in_each_choice_is_needed() -> None:
    assert reach_of(["(", A, C, "|", B, ")"]) == Reach((A | B,), 2)
    assert reach_of(["(", A, "|", B, "?", ")", C]) == Reach((C,), 2)


def test_a_text_without_what_is_needed_is_not_looked_at() -> None:
    assert stretches(Reach((A, B), 2), "xxaxx") == []


def test_stretches_lie_around_the_rarer_mark_and_those_that_touch_are_one() -> None:
    assert stretches(Reach((A, B), 2), "aaaaaabaaaa") == [(5, 8)]
    assert stretches(Reach((B,), 2), "xxbxxbxxxxxb") == [(1, 7), (10, 13)]


def test_a_rule_that_needs_nothing_is_looked_for_everywhere() -> None:
    assert stretches(Reach((), 1), "abc") == [(0, 3)]


@given(st.text("abcx", max_size=40))
def test_every_match_is_found_with_what_must_stand_beside_it(marks: str) -> None:
    pattern = re.compile("(?<!x)(?:a?bc?|ca)(?!b)")
    reach = reach_of([A, "?", B, C, "?", "|", C, A])
    found = [
        m.span() for low, high in stretches(reach, marks) for m in pattern.finditer(marks, low, high + 1)
    ]
    assert found == [m.span() for m in pattern.finditer(marks)]


def test_rules_of_every_language_find_what_they_find_in_the_whole_text() -> None:
    text = (
        "On Monday, May 3, 2021, two weeks ago; am Montag, 3. Mai 2021; lundi 3 mai; el lunes 3 de mayo. " * 3
    )
    for code in ("en", "de", "fr", "es"):
        grammar = rules.grammar(language.of(code))
        assert grammar is not None
        marks = grammar.lexicon.tokens(text).marks
        places = places_of(marks)
        for rule in grammar.rules:
            found = [m.span() for m in rule.matches(marks, places, frozenset(places))]
            assert found == [m.span() for m in rule.pattern.finditer(marks)]
