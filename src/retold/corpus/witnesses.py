"""Articles made ready for comparison: what one pass over each alone can say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from retold.model import Article, Span
from retold.settings import Settings
from retold.steps import credits, dates, quotes, words
from retold.tables import Witness, Words


def witness(article: Article, settings: Settings, furniture: Iterable[Span] = ()) -> Witness:
    """An article with its words, sentences, quotations, dates and credits."""
    return full(bare(article, tuple(furniture)), settings)


def bare(article: Article, furniture: Sequence[Span] = (), split: Words | None = None) -> Witness:
    """An article as far as alignment needs it: without dates and credits. `split` is its words, if known."""
    paragraphs = words.paragraphs(article.text)
    return Witness(
        article=article,
        words=words.split(article.text) if split is None else split,
        sentences=words.sentences(article.text, paragraphs),
        paragraphs=paragraphs,
        quotes=quotes.find(article.id, article.text, paragraphs),
        furniture=tuple(furniture),
    )


def full(one: Witness, settings: Settings) -> Witness:
    """A bare witness with its dates and credits."""
    article = one.article
    return replace(
        one,
        dates=dates.find(article.text, article.published, settings.dates, article.id),
        credits=credits.find(article, settings.credits),
    )
