"""What is new in the stories of a trace, from the records of those that were followed anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from retold.archive import store
from retold.model import Change, News, NewVersion, Story, StoryRecord


class Told:
    """Notes what is new while the records of a growing trace go by.

    `old` is the trace before, `added` the articles that it did not have.
    """

    def __init__(self, old: store.Trace, stories: Sequence[Story], added: Collection[str]) -> None:
        self._old, self._added = old, added
        self._before = {one.id: one for one in stories}
        self._stories: list[Story] = []
        self._merged: list[Story] = []
        self._versions: list[NewVersion] = []
        self._speakers: list[Change] = []
        self._looked_at: list[str] = []

    def noted(self, records: Iterable[StoryRecord]) -> Iterator[StoryRecord]:
        """The records as they come."""
        for one in records:
            self._note(one)
            yield one

    def unchanged(self, stories: Iterable[Story]) -> set[str]:
        """The ids of those of the stories that are just what they were."""
        return {one.id for one in stories if self._before.get(one.id) == one}

    def news(self, *, told: int, recounted: bool) -> News:
        """What was new; to be asked once all records went by, and while the old trace can be read."""
        known = {one.id for one in store.rows_where(self._old.changes, "story", self._looked_at)}
        return News(
            stories=tuple(self._stories),
            merged=tuple(self._merged),
            versions=tuple(self._versions),
            speakers=tuple(one for one in self._speakers if one.id not in known),
            told=told,
            recounted=recounted,
        )

    def _note(self, record: StoryRecord) -> None:
        one, was = record.story, self._before.get(record.story.id)
        if len(one.articles) > 1 and (was is None or len(was.articles) < 2):
            self._stories.append(one)
        elif was is not None:
            fresh = [name for name in one.articles if name in self._added]
            self._versions += [_version(name, record) for name in fresh]
        if set(one.former) - set(() if was is None else was.former):
            self._merged.append(one)
        self._speakers += [change for change in record.changes if change.kind == "attribution"]
        self._looked_at += [one.id, *one.former]


def _version(article: str, record: StoryRecord) -> NewVersion:
    sources = sorted(edge.source for edge in record.lineage.derivations if edge.copy == article)
    return NewVersion(article, record.story.id, tuple(sources))
