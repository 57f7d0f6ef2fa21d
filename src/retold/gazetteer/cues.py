"""Stands in for `language.speech` until its callers are handed a language."""

from functools import cache

from retold import language
from retold.language.en.rules import inflected
from retold.language.speech import Verb

__all__ = ["inflected", "verbs"]


@cache
def verbs(code: str = "en") -> dict[str, Verb]:
    """The reporting verbs by inflected form."""
    speech = language.of(code).speech
    return {} if speech is None else speech.verbs
