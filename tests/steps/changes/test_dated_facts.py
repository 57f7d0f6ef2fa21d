"""Two unlike dates that tell of two facts, or may mean one time, are no change of a date."""

from __future__ import annotations

from dataclasses import replace

import pytest

import retold
from retold import Article
from retold.steps.changes import dated_facts, values
from tests.steps.changes.conftest import Laid
from tests.steps.changes.test_changes import BODY
from tests.steps.changes.test_changes_one_thing import found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Catches are set to fall by 5 percent this year after 4 percent in 2031, the harbour said.",
            "Catches are set to fall by 5 percent this year and 2 percent in 2033, the harbour said.",
        ),
        (
            "Some 510 crossings were cancelled on Saturday and 330 on Sunday, the ferry line said.",
            "Some 350 crossings were cancelled on Sunday and 60 on Monday, the ferry line said.",
        ),
        (
            "Rents rose most since July 2019, the office found.",
            "Prices rose most since May 2014, the office found. Rents rose most since July 2019.",
        ),
    ],
)
def test_dates_of_two_facts_are_no_change_of_a_date(old: str, new: str) -> None:
    assert found("date", old, new) == []


def test_the_day_of_one_fact_is_told_though_another_day_stays_beside_it() -> None:
    old = "The weir gave way on Monday and divers came on Wednesday, the harbour said."
    assert found("date", old, old.replace("Monday", "Wednesday")) == [("Monday", "Wednesday")]


def _dates_of(old: str, new: str, days: tuple[str, str]) -> list[tuple[str | None, str | None]]:
    pair = (
        Article(name, BODY.format(middle=middle), published=day)
        for name, middle, day in zip("ab", (old, new), days, strict=True)
    )
    return [(one.before, one.after) for one in retold.compare(*pair).changes if one.kind == "date"]


@pytest.mark.parametrize(
    ("old", "new", "days"),
    [
        ("The talks ended early Thursday at the pier.", "The talks ended on Thursday morning at the pier.", ("2031-05-21", "2031-05-22")),
        ("He stands in the November 2032 election.", "He stands in next November's election.", ("2031-08-08", "2031-08-07")),
        ("The pier is shut, the harbour said on Thursday.", "The pier is shut, the harbour said on Friday.", ("2031-05-22", "2031-05-23")),
    ],
)  # fmt: skip
def test_one_time_told_from_two_days_of_publication_is_no_change(
    old: str, new: str, days: tuple[str, str]
) -> None:
    assert _dates_of(old, new, days) == []


def test_the_day_of_a_deed_is_a_change_even_where_both_are_days_of_publication() -> None:
    old = "The barge sank at the pier on Thursday."
    new = old.replace("Thursday", "Friday")
    assert _dates_of(old, new, ("2031-05-22", "2031-05-23")) == [("Thursday", "Friday")]


def test_what_makes_a_month_somebodys_hides_neither_the_month_nor_the_step(laid: Laid) -> None:
    material, _ = laid("It opens in next May's weeks.", "It opens in the May weeks.")
    old, new = material.pair.old, material.pair.new
    ours, theirs = (
        values.Dated(range(k, k + 2), value)
        for k, value in ((old.folded.index("next"), "2031-05"), (new.folded.index("may") - 1, "2032-05"))
    )
    assert values.steps(old, ours)
    assert values.may_be_one_time(material.pair, ours, theirs)
    assert not values.may_be_one_time(material.pair, ours, replace(theirs, value="2032-06"))


def test_nothing_is_two_facts_where_nothing_else_is_told(laid: Laid) -> None:
    material, _ = laid("The barge sank in May.", "The barge sank in June.")
    ours, theirs = (held[0] for held in material.values.dates)
    assert not dated_facts.of_two_facts(material, ours, theirs)
