"""From whatever was given to a corpus: what cannot be traced is set aside, page furniture is marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from retold.corpus import pages
from retold.corpus.articles import Corpus
from retold.corpus.workspace import workspace
from retold.engines import local
from retold.model import Article, SetAside
from retold.settings import Clean
from retold.steps import clean
from retold.tables import Recurring


@contextmanager
def corpus_of(
    articles: Iterable[Article | SetAside],
    settings: Clean,
    set_aside: list[SetAside],
    recurring: Mapping[str, Recurring] | None = None,
) -> Iterator[Corpus]:
    """The corpus of the articles that can be traced.

    Notes among the articles, and one for each that cannot be used as it is, go to `set_aside`. Furniture is
    known by what is `recurring` in each outlet; without it that is looked for. What of a large corpus lies on
    disk meanwhile goes at the end, and so do the job's processes.
    """
    with local.Processes() as processes, taken_in(articles, settings, set_aside) as (corpus, _):
        corpus.processes = processes
        if recurring is None:
            alone = corpus.marked(())  # its map of the file, all of which is read, goes with it
            found = clean.furnished(alone, settings)
            del alone
            yield corpus.marked(*found)
        else:
            yield corpus.marked(clean.marked(corpus, recurring), recurring)


@contextmanager
def taken_in(
    articles: Iterable[Article | SetAside], settings: Clean, set_aside: list[SetAside]
) -> Iterator[tuple[Corpus, Path]]:
    """The same before any furniture is marked, and a folder for what the job keeps on disk meanwhile."""
    with workspace() as folder:
        fit = pages.once(clean.checked(articles, settings, set_aside), set_aside)
        yield Corpus.gathered(fit, folder), folder
