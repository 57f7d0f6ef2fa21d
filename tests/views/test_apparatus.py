"""The apparatus of witnesses: places at which they part, with who has what."""

from __future__ import annotations

from retold.views import apparatus, findings
from retold.views.index import Index

TABLE = {
    "A": ["the", "old", "sea", "was", "calm", "and", "grey"],
    "B": ["the", "old", "sea", "was", "calm", "and", "gray"],
    "C": ["the", "old", "sea", "was", "wild", "", "gray"],
    "D": ["the", "old", None, None, "wild", "", "gray"],
}


def told() -> list[str]:
    return [f"{one.label}: {findings.sentence(one)}" for one in apparatus.of_columns(TABLE, Index({}, {}))]


def test_neighbouring_columns_that_part_alike_are_one_place() -> None:
    assert told() == [
        "place 5: “calm and” in A B, “wild” in C D",
        "place 7: “gray” in B C D, “grey” in A",
    ]


def test_what_is_lost_is_no_reading() -> None:
    lost = {"A": ["sea"], "B": ["lake"], "C": [None]}
    (one,) = apparatus.of_columns(lost, Index({}, {}))
    assert [reading.carriers for reading in one.locus.readings] == [("A",), ("B",)]


def test_case_and_marks_part_nobody() -> None:
    assert apparatus.of_columns({"A": ["Sea,"], "B": ["sea"]}, Index({}, {})) == ()


def test_the_words_around_leave_a_blank() -> None:
    one = apparatus.of_columns(TABLE, Index({}, {}))[0]
    assert one.context is not None
    assert (one.context.before, one.context.words, one.context.behind) == ("the old sea was ", "___", " gray")


def test_marks_part_nobody_within_a_place() -> None:
    table = {"A": ["heart"], "B": ["heart,"], "C": ["heat"]}
    (one,) = apparatus.of_columns(table, Index({}, {}))
    assert [(reading.words, reading.carriers) for reading in one.locus.readings] == [
        ("heart", ("A", "B")),
        ("heat", ("C",)),
    ]
