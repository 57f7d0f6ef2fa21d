"""The sections of a language that the rules of this step ask, in one hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retold.language import Language
from retold.language.grammar import Grammar
from retold.language.names import Names
from retold.language.speech import Speech


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the language of an article says of speech, of small words and of names.

    `labels` maps the labels of its parser to those that the rules read.
    """

    speech: Speech
    grammar: Grammar
    names: Names
    labels: Mapping[str, str]


def lexicon_of(language: Language) -> Lexicon | None:
    """The sections of a language, None where nothing is known of how it reports speech."""
    speech = language.speech
    if speech is None:
        return None
    return Lexicon(speech, language.grammar, language.names, language.rules.labels)
