"""A record holds one story with all that was found in it."""

from __future__ import annotations

from retold.model import Lineage, Story
from retold.model.records import StoryRecord


def test_two_records_of_the_same_findings_are_equal_and_printed_shortly() -> None:
    story, lineage = Story("s", ("a",), (("a",),), 1.0), Lineage((), (), ("a",), (1, 1))
    assert StoryRecord(story, lineage) == StoryRecord(story, lineage)
    assert repr(StoryRecord(story, lineage)) == "StoryRecord(story=<s>, lineage=<Lineage>)"
