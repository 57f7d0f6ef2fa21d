"""What a parse shows of how sure words without a quotation are, and who speaks in them."""

from __future__ import annotations

import math

import pytest

from retold.steps.statements import certainty
from retold.steps.statements.certainty import Marks
from retold.steps.statements.frames import frames
from tests.steps.statements.reading import tree_of

PLAIN = "Orla Vann said that the pier would close."


def marks_of(sentence: str, verb: str) -> Marks:
    tree = tree_of(sentence)
    found = next(certainty.marks(tree, one) for one in frames(tree) if tree.words[one.cue] == verb)
    assert found is not None
    return found


def test_a_plain_sentence_has_hardly_a_mark() -> None:
    found = marks_of(PLAIN, "said")
    assert (found.bare, found.that, found.between) == (1.0, 1.0, math.log1p(1))
    flags = (found.inherits, found.relative, found.pronoun, found.thing, found.odd, found.below, found.above)
    assert not any(flags) and not any((found.before, found.question, found.infinitive, found.verbless))
    assert (found.words, found.rest) == (math.log1p(4), math.log1p(5))


@pytest.mark.parametrize(
    ("sentence", "verb", "mark"),
    [
        ("Orla Vann left the pier to the keepers, claiming that the sand was hers.", "claiming", "inherits"),
        ("Orla Vann, who claimed that the sand was hers, left.", "claimed", "relative"),
        ("She claimed that the sand was hers.", "claimed", "pronoun"),
        ("The fog suggests that the sand was hers.", "suggests", "thing"),
        ("The pier would close by spring, keepers claimed.", "claimed", "before"),
        ("Orla Vann explained why the pier would close.", "explained", "question"),
        ("Orla Vann promised to close the pier.", "promised", "infinitive"),
        ("Orla Vann claimed the pier, which keepers own, would close.", "claimed", "aside"),
        ("Jan Orme said that Orla Vann claimed the pier was hers.", "claimed", "above"),
    ],
)
def test_each_mark_is_seen_and_makes_it_less_sure(sentence: str, verb: str, mark: str) -> None:
    found = marks_of(sentence, verb)
    assert getattr(found, mark) == 1.0
    assert certainty.of_statement(found) < certainty.of_statement(marks_of(PLAIN, "said"))
    assert certainty.of_speaker(found) < certainty.of_speaker(marks_of(PLAIN, "said"))


def test_without_words_or_a_speaker_there_is_nothing_to_judge() -> None:
    tree = tree_of("Orla Vann thanked the keepers.")
    assert [certainty.marks(tree, one) for one in frames(tree)] == [None]
