"""A decision names what it is about, is signed, and is one line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from retold.decisions import kinds
from retold.decisions.kinds import Decision
from retold.errors import InputError

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def test_a_decision_is_signed_and_named_by_its_content() -> None:
    one = kinds.made(Decision("not_a_copy", articles=("a", "b")), "Ann", NOON)
    assert (one.who, one.when) == ("Ann", "2031-03-04T12:00:00.000Z")
    assert one.id and one == kinds.made(Decision("not_a_copy", articles=("a", "b")), "Ann", NOON)
    assert one.id != kinds.made(Decision("not_a_copy", articles=("a", "c")), "Ann", NOON).id


def test_a_line_gives_the_decision_again() -> None:
    one = kinds.made(Decision("furniture", articles=("é",), words="Back\nto top", note="n"), "Ann", NOON)
    assert "\n" not in kinds.line_of(one)
    assert kinds.decision_of(kinds.row_of(one)) == one


@pytest.mark.parametrize(
    "lacking",
    [
        Decision("not_a_copy", articles=("a", "a")),
        Decision("same_person", names=("Osk",)),
        Decision("furniture", articles=("a",), words="  "),
        Decision("merge", articles=("a",)),
        Decision("split", articles=("a",)),
        Decision("change_false"),
        Decision("furniture", articles=("a",), words="x" * 30_000),
    ],
)
def test_what_lacks_its_object_is_no_decision(lacking: Decision) -> None:
    with pytest.raises(InputError, match="that is no decision"):
        kinds.made(lacking, "Ann")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ([], "no JSON object"),
        ({"kind": "merge", "id": "d1", "articles": "ab"}, "no list of texts"),
        ({"kind": "merge", "id": "d1", "articles": ["a", 2]}, "no list of texts"),
        ({"kind": "merge", "articles": ["a", "b"]}, "no kind or no id"),
        ({"kind": "burn", "id": "d1"}, "no kind 'burn'"),
        ({"kind": "merge", "id": "d1", "articles": ["a", "b"], "rank": "x"}, "unknown field 'rank'"),
        ({"kind": "merge", "id": "d1", "articles": ["a", "b"], "who": 3}, "who is no text"),
    ],
)
def test_a_row_that_is_none_of_ours_says_why(row: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        kinds.decision_of(row)


def test_every_kind_says_what_it_needs() -> None:
    assert all(kinds.fault_of(replace(Decision("merge"), kind=kind)) for kind in kinds.KINDS)
