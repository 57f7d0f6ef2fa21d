"""Two versions made ready for a finder: `laid(old, new)` gives what finders are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from retold import pipeline
from retold.model import Article, Party, Span, Statement
from retold.settings import Settings
from retold.steps import align
from retold.steps.changes import units
from retold.steps.changes.candidates import NO_WORDS
from retold.steps.changes.material import Material, material_of
from retold.steps.changes.rest import Rest

Laid = Callable[..., tuple[Material, Rest]]


@pytest.fixture
def laid() -> Laid:
    """Old and new text, statements of either, and lines of the page in the new one → material and rest."""

    def make(
        old: str,
        new: str,
        said: tuple[Sequence[Statement], Sequence[Statement]] = ((), ()),
        page: str = "",
        languages: tuple[str | None, str | None] = (None, None),
        directed: bool = True,
    ) -> tuple[Material, Rest]:
        settings = Settings()
        at = new.find(page) if page else -1
        furniture = [Span("b", at, at + len(page))] if at >= 0 else []
        a = pipeline.witness(replace(Article("a", old), language=languages[0]), settings)
        b = pipeline.witness(replace(Article("b", new), language=languages[1]), settings, furniture)
        pair = units.prepared(align.align(a, b, settings.align), directed)
        free = (np.zeros(len(here.words), np.bool_) for here in (pair.old, pair.new))
        return material_of(pair, said, settings.changes), Rest(pair, *free, NO_WORDS)

    return make


@pytest.fixture
def statement() -> Callable[..., Statement]:
    """A statement in a text by the words of its content, its speaker's mention and its cue."""

    def make(
        article: str,
        text: str,
        content: str,
        mention: str,
        name: str | None,
        cue: str = "said",
        **more: object,
    ) -> Statement:
        def span(words: str) -> Span:
            return Span(article, text.index(words), text.index(words) + len(words))

        party = Party(span(mention), name, 0.95)
        kind = more.get("kind", "direct")
        manner = str(more.get("manner", "said"))
        return Statement(
            f"{article}:1",
            article,
            (span(content),),
            (party,),
            (),
            span(cue),
            None,
            None,
            kind,
            0.95,
            manner,  # type: ignore[arg-type]
        )

    return make
