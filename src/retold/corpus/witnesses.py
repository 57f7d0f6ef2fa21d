"""Articles made ready for comparison: what one pass over each alone can say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from retold import language
from retold.model import Article, Span
from retold.settings import Settings
from retold.steps import credits, dates, quotes, words
from retold.tables import Witness, Words


def witness(article: Article, settings: Settings, furniture: Iterable[Span] = ()) -> Witness:
    """An article with its words, sentences, quotations, dates and credits."""
    return full(bare(article, tuple(furniture), default=settings.language.default), settings)


def bare(
    article: Article, furniture: Sequence[Span] = (), split: Words | None = None, default: str = ""
) -> Witness:
    """An article as far as alignment needs it: without dates and credits.

    `split` is its words, if known; `default` the language of an article that states and shows none.
    """
    paragraphs = words.paragraphs(article.text)
    split = words.split(article.text) if split is None else split
    spoken = language.of_words(split.forms, lambda: article.text, article.language, default)
    return Witness(
        article=article,
        words=split,
        sentences=words.sentences(article.text, paragraphs, spoken),
        paragraphs=paragraphs,
        quotes=quotes.find(article.id, article.text, paragraphs, spoken),
        furniture=tuple(furniture),
        language=spoken,
    )


def full(one: Witness, settings: Settings) -> Witness:
    """A bare witness with its dates and credits."""
    article, spoken = one.article, one.language
    found = dates.find(article.text, article.published, spoken, article.id)
    barred = [(date.span.start, date.span.end) for date in found if date.kind in ("DATE", "TIME")]
    figures = tuple(spoken.numbers.find(article.text, barred))
    return replace(credited(one, settings), dates=found, figures=figures)


def credited(one: Witness, settings: Settings) -> Witness:
    """A bare witness with its credits: all that is asked of an article that nobody compares or parses."""
    return replace(one, credits=credits.find(one.article, settings.credits, one.language))
