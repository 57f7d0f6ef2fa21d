"""The finders of what fills one slot of sentences put in other words, each by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.steps.changes import counted_things
from retold.steps.changes.finders import ages, role_names, slots
from retold.steps.changes.pair import Unit

OLD = "Judge Ida Kael sent a 47-year-old man to prison on Monday.\n\nThe harbour of Tarn was quiet."
NEW = "A man of 74 went to prison on Monday when Judge Pim Orle had heard him.\n\nThe harbour of Tarn was quiet."


def whole(material: object) -> Unit:
    pair = material.pair  # type: ignore[attr-defined]
    return Unit(0, len(pair.old.words), 0, len(pair.new.words))


def test_two_ages_of_one_man_are_compared_however_they_are_told(laid: Callable) -> None:
    material, rest = laid(OLD, NEW)
    (found,) = ages.changed_ages(material, rest, whole(material))
    assert (found.kind, found.before, found.after) == ("figure", "47", "74")


def test_two_bearers_of_one_role_are_compared(laid: Callable) -> None:
    material, rest = laid(OLD, NEW)
    (found,) = role_names.names_of_roles(material, rest, whole(material))
    assert (found.kind, found.before, found.after) == ("name", "Ida Kael", "Pim Orle")


def test_places_of_one_slot_stand_in_linked_sentences_or_openings(laid: Callable) -> None:
    material, rest = laid(OLD, NEW)
    old, new = material.pair.old, material.pair.new
    ours, theirs = (
        range(here.folded.index(age), here.folded.index(age) + 1) for here, age in ((old, "47"), (new, "74"))
    )
    assert slots.in_one_place(material.pair, rest, ours, theirs)
    last = range(len(new.words) - 1, len(new.words))
    assert not slots.in_one_place(material.pair, rest, ours, last)
    assert slots.told_by(material.pair, rest, ours, theirs) in ("clause", "sentence")


@pytest.mark.parametrize(
    ("old", "new", "two"),
    [
        ("Police said three were killed on the pier.", "Police said seven were injured on the pier.", True),
        ("Police said three were killed on the pier.", "Police said seven were killed on the pier.", False),
    ],
)
def test_the_dead_and_the_hurt_are_two_classes(laid: Callable, old: str, new: str, two: bool) -> None:
    material, _ = laid(old, new)
    (ours,), (theirs,) = material.values.figures
    assert counted_things.of_two_classes(material.pair, ours, theirs) is two
