"""Witnesses of invented texts, without the pipeline."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from retold import language
from retold.model import Article, Span
from retold.steps import quotes, words
from retold.tables import Witness


def witness(text: str, name: str = "a", *, hidden: str = "", code: str = "en", **fields: Any) -> Witness:
    """The witness of a text; `hidden` is what of it is furniture, `fields` are the article's."""
    spoken = language.of(code)
    paragraphs = words.paragraphs(text)
    found = Witness(
        article=Article(name, text, **fields),
        words=words.split(text),
        sentences=words.sentences(text, paragraphs, spoken),
        paragraphs=paragraphs,
        quotes=quotes.find(name, text, paragraphs),
        language=spoken,
    )
    if not hidden:
        return found
    start = text.index(hidden)
    return replace(found, furniture=(Span(name, start, start + len(hidden)),))
