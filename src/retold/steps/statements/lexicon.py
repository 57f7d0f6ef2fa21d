"""Stands in for `language.speech` until its callers are handed a language."""

from functools import cache

from retold import language
from retold.language.speech import Speech, Verb

__all__ = ["Lexicon", "Verb", "lexicon"]

Lexicon = Speech


@cache
def lexicon(code: str = "en") -> Lexicon:
    """The section of the language."""
    speech = language.of(code).speech
    assert speech is not None
    return speech
