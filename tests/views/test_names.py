"""What a version is called."""

from __future__ import annotations

import pytest

from retold.model import Article
from retold.views import names


def test_the_outlet_comes_first_then_the_headline() -> None:
    told = names.of_versions([Article("a1", "x", outlet="Gannet"), Article("b2", "y", title="Ferry sinks")])
    assert told == {"a1": "Gannet", "b2": "“Ferry sinks”"}


def test_without_either_a_given_name_stays_and_a_made_up_one_becomes_a_letter() -> None:
    assert names.of_versions([Article("wire", "x"), Article("late-wire", "y")])["wire"] == "wire"
    hashes = [Article("0f9a8b7c6d5e4f3a", "x", title="Ferry sinks"), Article("77aa88bb99cc00dd", "y")]
    assert list(names.of_versions(hashes).values()) == ["A", "B"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("wire", True),
        ("a0", True),
        ("dispatch-2", True),
        ("000_033fa5bd703d406a", False),
        ("184467", False),
        ("", False),
    ],
)
def test_a_readable_name_is_short_and_no_hash(name: str, told: bool) -> None:
    assert names.readable(name) is told
