"""Stories that several languages tell, where that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from retold.corpus import witnesses
from retold.corpus.articles import Corpus
from retold.settings import Settings
from retold.steps.story import Group, across
from retold.tables import Ints


def joined(
    corpus: Corpus, groups: Sequence[Group], alike: tuple[Ints, Ints], settings: Settings
) -> list[Group]:
    """The groups on one event, told in one language or several; as they are unless `across_languages` is set.

    `alike` are pairs of articles that print much the same. Where it is set every article is read for its
    names, figures and days, which the work of one language does without.
    """
    if not settings.story.across_languages:
        return list(groups)
    every = [_marks(corpus, number, settings) for number in range(len(corpus))]
    tied = zip(*(side.tolist() for side in alike), strict=True)
    return across.joined(across.parted(groups, every, tied), every, settings.story.days)


def _marks(corpus: Corpus, number: int, settings: Settings) -> across.Marks:
    article = corpus[number]
    hidden = corpus.hidden.get(article.id, ())
    bare = witnesses.bare(article, hidden, default=settings.language.default)
    return across.marks(witnesses.full(bare, settings))
