"""The step as a whole: what is parsed, and by which parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold import language
from retold.language.parsing import Parse
from retold.settings import Statements
from retold.steps import statements
from tests.steps.statements.reading import witness


class Recorder:
    """A parser that remembers what it was given and reads nothing."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def parse(self, sentences: Sequence[str]) -> list[Parse]:
        self.given += sentences
        return [Parse([], [], [], [], []) for _ in sentences]


def parsed(text: str) -> list[str]:
    recorder = Recorder()
    statements.find(witness(text), recorder, Statements())
    return recorder.given


def test_only_sentences_that_may_tell_speech_are_parsed() -> None:
    text = "The pier is old. Orla Vann said it was shut. It is so according to Brock. Vann met Brock in a meeting."
    assert [sentence.split()[0] for sentence in parsed(text)] == ["Orla", "It", "Vann"]


def test_a_verb_that_seldom_tells_speech_is_read_before_a_clause() -> None:
    assert parsed("The panel ruled that the pier must go.") == ["The panel ruled that the pier must go."]
    assert parsed("The panel ruled the pier.") == []


def test_the_languages_own_parser_reads_where_none_is_given() -> None:
    (one,) = statements.find(witness("Orla Vann said the pier was shut."), None, Statements())
    assert one.speaker_name == "Orla Vann"


def test_in_a_language_without_a_pack_nothing_is_said_by_anybody() -> None:
    one = replace(witness("Orla Vann said the pier was shut."), language=language.UNIVERSAL)
    recorder = Recorder()
    assert statements.find(one, recorder, Statements()) == []
    assert recorder.given == []
