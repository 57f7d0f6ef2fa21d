"""The sections of a language in one hand."""

from __future__ import annotations

from retold import language
from retold.steps.statements.lexicon import lexicon_of
from tests.steps.statements.reading import ENGLISH, english


def test_the_sections_are_those_of_the_language() -> None:
    found = english()
    assert found.speech is ENGLISH.speech and found.names is ENGLISH.names
    assert found.grammar is ENGLISH.grammar and found.labels is ENGLISH.rules.labels


def test_a_language_that_knows_no_speech_has_none() -> None:
    assert lexicon_of(language.UNIVERSAL) is None
