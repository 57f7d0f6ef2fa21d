"""From whatever was given to a corpus: what cannot be traced is set aside, page furniture is marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from retold.corpus.articles import Corpus
from retold.corpus.workspace import workspace
from retold.model import Article, SetAside
from retold.settings import Clean
from retold.steps import clean


@contextmanager
def corpus_of(
    articles: Iterable[Article | SetAside], settings: Clean, set_aside: list[SetAside]
) -> Iterator[Corpus]:
    """The corpus of the articles that can be traced.

    Notes among the articles, and one for each that cannot be used as it is, go to `set_aside`. What of a
    large corpus lies on disk meanwhile goes at the end.
    """
    notes: list[SetAside] = []
    with workspace() as folder:
        fit = clean.checked(_without_notes(articles, set_aside), settings, notes)
        corpus = Corpus.gathered(fit, folder)
        set_aside += notes
        yield corpus.marked(clean.furniture(corpus, settings))


def _without_notes(given: Iterable[Article | SetAside], set_aside: list[SetAside]) -> Iterator[Article]:
    for one in given:
        if isinstance(one, SetAside):
            set_aside.append(one)
        else:
            yield one
