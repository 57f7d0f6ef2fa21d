"""Stories that several languages tell, where that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from retold.corpus import witnesses
from retold.corpus.cache import Cache
from retold.settings import Settings
from retold.steps.story import Group, across
from retold.tables import Ints


def joined(
    cache: Cache, groups: Sequence[Group], alike: tuple[Ints, Ints], settings: Settings
) -> list[Group]:
    """The groups on one event, told in one language or several; as they are unless `across_languages` is set.

    `alike` are pairs of articles that print much the same. Where it is set every article is read for its
    names, figures and days, which the work of one language does without.
    """
    if not settings.story.across_languages:
        return list(groups)
    every = [across.marks(witnesses.full(one, settings)) for one in cache.witnesses()]
    tied = zip(*(side.tolist() for side in alike), strict=True)
    return across.joined(across.parted(groups, every, tied), every, settings.story.days)
