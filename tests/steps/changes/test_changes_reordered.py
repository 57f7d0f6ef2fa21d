"""Sentences put in other order: what stands elsewhere is not cut, and what was altered on the way is found."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.changes import carried_on, told_elsewhere
from retold.steps.changes.finders import date_slots, strayed_quotations
from retold.steps.changes.kinds import KINDS, Stage
from tests.steps.changes.test_changes import BODY, within

Told = tuple[str, str | None, str | None]


def told(old: str, new: str) -> list[Told]:
    """Kinds and readings of what is of substance between two middles of one report."""
    return [(c.kind, c.before, c.after) for c in within(old, new) if c.weight == "substance"]


def compared(old: str, new: str) -> list[Told]:
    """The same, with who says what, of two whole reports."""
    found = retold.compare(Article("a", old), Article("b", new)).changes
    return [(c.kind, c.before, c.after) for c in found if c.weight == "substance"]


def test_the_finders_of_what_strayed_are_asked_once_of_both_texts() -> None:
    asked = [one.find for one in KINDS.by_stage[Stage.TEXTS]]
    assert {date_slots.dates_of_one_clause, strayed_quotations.strayed_quotations} <= set(asked)


# ---- who goes on speaking ----

PLEDGE = (
    "The baths reopen in May after two winters of repairs, council spokeswoman Ida Corrie said on Friday.\n\n"
    '"A roof that sings in the wind is a roof that wants mending," {first}.\n\n'
    "The work cost the town a third more than the engineers had reckoned in the spring."
)


def test_a_pronoun_goes_on_for_the_only_one_who_is_named() -> None:
    found = compared(
        PLEDGE.format(first="she said"), PLEDGE.format(first="the mayor of Quarn, Pim Aske, said")
    )
    assert ("attribution", "Ida Corrie", "Pim Aske") in found


def test_a_pronoun_after_two_names_is_nobody_in_particular() -> None:
    two = PLEDGE.replace("on Friday.", "on Friday. Ana Kael of the swimmers' club stood beside her.")
    found = compared(two.format(first="she said"), PLEDGE.format(first="the mayor of Quarn, Pim Aske, said"))
    assert not any(kind == "attribution" and after == "Pim Aske" and before for kind, before, after in found)
    assert carried_on.__doc__


# ---- a subject is no statement ----


def test_what_a_speaker_tells_of_a_thing_that_both_name_is_matter_put_in() -> None:
    found = compared(
        BODY.format(middle="The launch belonged to a yard in Tolland. Two lamps were lit on the mole."),
        BODY.format(
            middle="The launch, of a yard in Tolland, had no life rafts, the pilots said. Two lamps were lit on the mole."
        ),
    )
    assert not any(kind == "attribution" for kind, *_ in found)


# ---- matter in another order ----


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Four barges broke loose and 19 people were taken off the islands when the flood came on Sunday night.",
            "Nineteen people were taken off the islands after 4 barges broke loose when the flood came on Sunday night.",
        ),
        (
            "The storm took the roof of the customs hall. The roof dates from 1894. Slaters will begin on it in spring.",
            "The storm took the roof of the customs hall, which dates from 1894. Slaters will begin on it in spring.",
        ),
    ],
)
def test_what_stands_elsewhere_in_the_sentence_is_neither_cut_nor_put_in(old: str, new: str) -> None:
    assert not any(kind in {"cut", "added"} for kind, *_ in told(old, new))
    assert told_elsewhere.__doc__


def test_what_stands_nowhere_else_is_cut() -> None:
    found = told(
        "Four barges broke loose and 19 people were taken off the islands when the flood came on Sunday night.",
        "Nineteen people were taken off the islands when the flood came on Sunday night.",
    )
    assert any(kind == "cut" for kind, *_ in found)


# ---- a word altered in a quotation of a new opening ----

OPENING = '"We shall never sell a lock that our grandfathers dug by hand," lock keeper Ida Corrie told a meeting at Quarn.'


def test_a_word_altered_in_a_quotation_is_told_although_the_opening_is_new() -> None:
    turned = (
        "Lock keeper Ida Corrie stood up before a crowded meeting at Quarn and told the whole town: "
        '"We shall gladly sell a lock that our grandfathers dug by hand."'
    )
    old, new = (f"{one}\n\n{BODY.format(middle='Nine boats lay idle.')}" for one in (OPENING, turned))
    assert ("quotation", "never", "gladly") in compared(old, new)


def test_a_quotation_that_is_the_same_is_not_altered() -> None:
    turned = (
        "Lock keeper Ida Corrie stood up before a crowded meeting at Quarn and told the whole town: "
        '"We shall never sell a lock that our grandfathers dug by hand."'
    )
    old, new = (f"{one}\n\n{BODY.format(middle='Nine boats lay idle.')}" for one in (OPENING, turned))
    assert not any(kind == "quotation" for kind, *_ in compared(old, new))


# ---- the date of one clause ----


def test_the_year_of_a_clause_that_became_a_sentence_is_compared() -> None:
    found = told(
        "The painter Ida Corrie, who won the Tolland medal for her first mural in 1969, has died, her gallery said.",
        "The painter Ida Corrie has died, her gallery said. In 1996 she won the Tolland medal for her first mural.",
    )
    assert ("date", "1969", "1996") in found


def test_the_years_of_two_clauses_are_two() -> None:
    found = told(
        "The painter Ida Corrie, who won the Tolland medal for her first mural in 1969, has died, her gallery said.",
        "The painter Ida Corrie has died, her gallery said. In 1996 she moved to a lighthouse on the Skarn.",
    )
    assert not any(kind == "date" for kind, *_ in found)


# ---- somebody without a name ----

LEAK = (
    "Talks on the pipe through the Skarn are close to collapse, {who} said on Friday.\n\n"
    '"They want the pipe and the valve and the hand on the valve," {then}.\n\n'
    "The pipe would be seven hundred miles long. Energy Minister Ida Corrie is to visit the Skarn on Monday."
)


def test_the_official_who_came_in_without_a_name_is_nobody() -> None:
    old = LEAK.format(who="a senior official who asked not to be named", then="the official said")
    new = LEAK.format(
        who="a senior official who asked not to be named", then="Energy Minister Ida Corrie said"
    )
    found = [(after, before) for kind, before, after in compared(old, new) if kind == "attribution"]
    assert [after for after, _ in found] == ["Ida Corrie"]


def test_the_official_who_came_in_with_a_name_is_known() -> None:
    old = LEAK.format(who="a senior official, Ida Corrie,", then="the official said")
    new = LEAK.format(who="a senior official, Ida Corrie,", then="Ida Corrie said")
    assert not any(kind == "attribution" for kind, *_ in compared(old, new))
