"""Abbreviations of a language, and what they do to sentences."""

from __future__ import annotations

from retold.language.sentences import Abbreviations


def test_the_lists_are_taken_as_they_are() -> None:
    made = Abbreviations.of({"titles": ["kap"], "numbers": ["nr"], "openers": ["da"], "tags": ["ruft"]})
    assert made.titles == {"kap"} and made.numbers == {"nr"} and made.openers == {"da"}
    assert made.either == frozenset()


def test_a_tag_follows_a_question_without_ending_it() -> None:
    made = Abbreviations.of({"tags": ["ruft"]})
    assert made.tag is not None
    assert made.tag.match("Ana Kael ruft ihm nach") and made.tag.match("ruft er")
    assert not made.tag.match("Ana Kael geht")


def test_without_lists_there_is_no_tag() -> None:
    assert Abbreviations.of({}).tag is None
