"""Expressions are looked for around what each of their matches holds, and nothing is missed by that."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from retold import language
from retold.steps.credits.forms import forms_of
from retold.steps.credits.leads import Lead, Searched, in_small_letters

NEEDED = [
    (code, place)
    for code in ("de", "en", "es", "fr")
    for place, one in enumerate(forms_of(language.of(code)).searched)
    if one.needs
]
ROUND = Lead(re.compile("(?i:seen by )"), (("seen",),), around=10)


@pytest.mark.parametrize(("code", "place"), NEEDED)
@given(data=st.data())
def test_whatever_a_form_matches_holds_what_it_needs(code: str, place: int, data: st.DataObject) -> None:
    lead = forms_of(language.of(code)).searched[place]
    small = in_small_letters(data.draw(st.from_regex(lead.pattern, fullmatch=True)))
    assert all(any(part in small for part in one) for one in lead.needs)


@pytest.mark.parametrize(("code", "place"), NEEDED)
@given(data=st.data())
def test_the_matches_are_those_of_the_whole_text(code: str, place: int, data: st.DataObject) -> None:
    lead = forms_of(language.of(code)).searched[place]
    held = data.draw(st.lists(st.from_regex(lead.pattern, fullmatch=True), max_size=2))
    assume(all(len(one) <= lead.around for one in held))
    others = st.sampled_from(
        ["The mole stood. ", "\n", "a" * 300, "İ", *(part for one in lead.needs for part in one)]
    )
    text = data.draw(st.permutations([*held, *data.draw(st.lists(others, max_size=4))]).map("".join))
    found = [one.span() for one in lead.places(Searched(text), 0, len(text))]
    assert found == [one.span() for one in lead.pattern.finditer(text)]


def test_some_forms_say_what_they_need() -> None:
    assert len(NEEDED) > 10


@pytest.mark.parametrize(("low", "high", "count"), [(0, 60, 2), (0, 20, 1), (20, 60, 1), (5, 20, 0)])
def test_matches_are_looked_for_between_two_places(low: int, high: int, count: int) -> None:
    text = "Seen by Tarn, and nowhere else. Later seen by Kell at the mole."
    assert len(list(ROUND.places(Searched(text), low, high))) == count


def test_a_text_without_the_words_is_not_searched() -> None:
    assert list(ROUND.places(Searched("Nobody saw it."), 0, 14)) == []


def test_a_letter_whose_small_one_is_two_moves_nothing() -> None:
    text = "İİİ, seen by Tarn"
    assert [one.start() for one in ROUND.places(Searched(text), 0, len(text))] == [5]
