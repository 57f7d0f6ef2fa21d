"""What is new in a trace since the last time."""

from __future__ import annotations

from dataclasses import dataclass

from retold.model.articles import SetAside
from retold.model.changes import Change
from retold.model.lineage import Story


@dataclass(frozen=True, slots=True)
class NewVersion:
    """An article that came to a story that was there, and whom it may have it from: ids of nodes."""

    article: str
    story: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What changed when articles were added to a trace, corrected or taken away.

    `added`, `corrected`, `removed` and `same` (given again as they were) are ids of articles. `stories` are
    those of two articles or more that are new, `merged` those that took in others, `versions` the articles
    that came to older stories, `speakers` changes of speaker that were not known. `told` is how many stories
    were followed anew, and `recounted` whether the corpus had grown so much that its words were weighed
    anew. `set_aside` says what of the given was not used as given.
    """

    added: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    stories: tuple[Story, ...] = ()
    merged: tuple[Story, ...] = ()
    versions: tuple[NewVersion, ...] = ()
    speakers: tuple[Change, ...] = ()
    told: int = 0
    recounted: bool = False
    set_aside: tuple[SetAside, ...] = ()
