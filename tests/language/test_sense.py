"""Small words that turn a sentence: read from their lists, empty without them."""

from __future__ import annotations

from retold import language
from retold.language.sense import Sense

ENGLISH = language.of("en").editing.sense


def test_a_phrase_that_denies_nothing_hides_its_negator() -> None:
    assert ENGLISH.negations(["they", "not", "only", "came", "but", "did", "not", "leave"]) == [6]


def test_opposites_hold_both_ways_and_not_within_one_end() -> None:
    assert ENGLISH.are_opposite("before", "after") and ENGLISH.are_opposite("after", "before")
    assert not ENGLISH.are_opposite("rose", "climbed")


def test_a_modal_told_afterwards_is_of_its_own_class() -> None:
    assert ENGLISH.are_unlike_modals("will", "may") and not ENGLISH.are_unlike_modals("will", "would")


def test_units_are_unlike_only_within_one_group() -> None:
    assert ENGLISH.unlike_measures("miles", "km") is not None
    assert ENGLISH.unlike_measures("miles", "days") is None


def test_a_language_without_lists_turns_nothing() -> None:
    none = Sense.of({})
    assert none.negations(["not"]) == [] and not none.are_opposite("rose", "fell")


def test_the_negator_behind_ne_denies_and_ne_alone_does_not() -> None:
    sense = language.of("fr").editing.sense
    assert sense.negations(["il", "ne", "viendra", "plus"]) == [3]
    assert sense.negations(["il", "viendra", "plus", "tard"]) == []
    assert sense.bare("n'est") == "est"


def test_words_of_a_list_are_compared_as_those_of_a_text_are() -> None:
    assert "muss" in language.of("de").editing.sense.modals
    made = Sense.of({"negators": ["NIE", "kaum"], "modals": {"must": ["MÜSSEN"]}})
    assert made.negators == {"nie", "kaum"}
    assert made.modals == {"müssen": "must"}


def test_states_are_unlike_only_within_one_group_and_not_within_one_list() -> None:
    assert ENGLISH.are_unlike_states("missing", "dead") and ENGLISH.are_unlike_states("charged", "arrested")
    assert not ENGLISH.are_unlike_states("hurt", "injured")
    assert not ENGLISH.are_unlike_states("missing", "arrested")
