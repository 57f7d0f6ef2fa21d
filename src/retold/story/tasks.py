"""What has to be known of one story before it is followed: plain, frozen and picklable."""

from __future__ import annotations

from dataclasses import dataclass

from retold.decisions import UNDECIDED, Rulings
from retold.model import Article, OutsideSource, Span, Story
from retold.settings import Settings
from retold.tables import Alignment

_LEAST = {"stories": 2, "all": 1, "none": 10**9}  # articles of a story that is parsed


@dataclass(frozen=True, slots=True, eq=False)
class StoryTask:
    """One story to be followed.

    `articles` are those of the story in its order, `furniture` the spans of them that every step skips.
    `pairs` are the ids of those worth aligning, the smaller first; `alignments` has those of them that
    are known already, with `a` the smaller id. `rulings` are decisions by hand that may bear on the story,
    `outside` are the articles of other stories that those of this one, a digest, have pieces of.
    """

    story: Story
    articles: tuple[Article, ...]
    furniture: tuple[Span, ...]
    pairs: tuple[tuple[str, str], ...]
    settings: Settings
    alignments: tuple[Alignment, ...] = ()
    rulings: Rulings = UNDECIDED
    outside: tuple[OutsideSource, ...] = ()

    def __repr__(self) -> str:
        """One line, whatever the articles hold."""
        return f"<StoryTask {self.story.id}: {len(self.articles)} articles, {len(self.pairs)} pairs>"


def is_parsed(story: Story, settings: Settings) -> bool:
    """Whether the statements of the story are wanted."""
    return story.bearing >= _LEAST[settings.statements.which]
