"""What became of somebody's words, in invented pairs of versions that differ in one place."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.model import Change

TEXT = """The dam above Lorne burst on Friday and drowned forty sheep, Mayor Ana Kael said.

Pim Orme said fares on the ferry would rise to pay for a new one. The river board said it had warned all farms of high water.

The harbour master would say nothing, but her deputy said the wall was ninety years old. Carla Voight called it “feeble”.
"""


def changes(*exchanged: tuple[str, str]) -> list[Change]:
    other = TEXT
    for before, after in exchanged:
        assert before in other
        other = other.replace(before, after)
    return list(retold.compare(Article("a", TEXT), Article("b", other)).changes)


def read(found: list[Change]) -> list[tuple[str, str, str | None, str | None]]:
    return [(c.kind, c.weight, c.before, c.after) for c in found]


@pytest.mark.parametrize(
    ("before", "after", "speaker"),
    [
        ("Pim Orme said fares on the ferry would rise", "Fares on the ferry will rise", "Pim Orme"),
        ("The river board said it had warned all farms", "All farms had been warned", "The river board"),
    ],
)
def test_a_speaker_who_is_left_out_is_told_though_the_tense_is_another(
    before: str, after: str, speaker: str
) -> None:
    assert ("attribution", "substance", speaker, "") in read(changes((before, after)))


def test_a_speaker_left_out_and_a_denial_put_in_are_two_changes() -> None:
    found = changes(("Pim Orme said fares on the ferry would rise", "Fares on the ferry will not rise"))
    assert {"attribution", "sense"} <= {c.kind for c in found}


def test_other_words_in_the_place_of_a_speaker_are_no_rest_of_what_he_said() -> None:
    found = changes(("Pim Orme said fares on the ferry would rise", "Tolls on the ferry would rise"))
    assert "attribution" not in {c.kind for c in found}


def test_one_role_in_the_place_of_another_is_another_speaker() -> None:
    assert read(changes(("her deputy said", "a spokesman said"))) == [
        ("attribution", "substance", "her deputy", "a spokesman")
    ]


@pytest.mark.parametrize("role", ["her assistant", "an official", "the deputy"])
def test_a_role_by_which_the_same_person_may_go_is_no_other_speaker(role: str) -> None:
    assert "attribution" not in {c.kind for c in changes(("her deputy said", f"{role} said"))}


def test_a_quoted_word_exchanged_for_another_is_an_altered_quotation() -> None:
    assert [c[0] for c in read(changes(("“feeble”", "“brittle”")))] == ["quotation"]


def test_a_name_otherwise_spelt_in_both_its_parts_is_a_slip() -> None:
    found = changes(("Carla Voight", "Karla Voigt"))
    assert [(c.kind, c.before, c.after) for c in found] == [("slip", "Carla Voight", "Karla Voigt")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Witnesses", "Police"),
        ("The council", "The ministry"),
        ("The army", "Rebels"),
        ("A passenger", "A policeman"),
    ],
)
def test_the_words_of_one_camp_in_the_mouth_of_another_are_told(before: str, after: str) -> None:
    assert swapped(before, after) == [("attribution", "substance", before, after)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Police", "Officers"),
        ("Witnesses", "Passengers"),
        ("Ministers", "The government"),
        ("Doctors", "The hospital"),
    ],
)
def test_those_who_may_be_the_same_are_not_told_to_be_two(before: str, after: str) -> None:
    assert "attribution" not in {kind for kind, *_ in swapped(before, after)}


def swapped(before: str, after: str) -> list[tuple[str, str, str | None, str | None]]:
    """The changes between two reports in which but the source of one sentence differs."""
    text = "A coach fell into the Lorne on Sunday.\n\n{} said a deer had run across the bend.\n\nNobody was killed."
    a, b = Article("a", text.format(before)), Article("b", text.format(after))
    return read(list(retold.compare(a, b).changes))


@pytest.mark.parametrize(
    ("speaker", "other"),
    [("an official", "officials"), ("a manager", "Ilka Dremm"), ("witnesses", "the police")],
)
def test_who_says_a_few_words_may_change_as_who_says_many(speaker: str, other: str) -> None:
    told = TEXT + "\nThe lower gate is shut, {} said.\n"
    found = retold.compare(Article("a", told.format(speaker)), Article("b", told.format(other))).changes
    assert ("attribution", "substance", speaker, other) in read(list(found))


@pytest.mark.parametrize(
    ("speaker", "other"),
    [
        ("two people familiar with the survey", "a person familiar with the survey"),
        ("a woman in the crowd", "women in the crowd"),
        ("the dam office", "residents"),
        ("the river agency", "protesters"),
    ],
)
def test_fewer_voices_or_those_of_another_side_are_other_speakers(speaker: str, other: str) -> None:
    told = TEXT + "\nThe lower gate will not hold for another winter, {} said.\n"
    found = retold.compare(Article("a", told.format(speaker)), Article("b", told.format(other))).changes
    assert [(c.kind, c.weight) for c in found] == [("attribution", "substance")]


@pytest.mark.parametrize(
    ("speaker", "other"), [("the dam office", "the council"), ("the agency", "the ministry")]
)
def test_an_office_may_be_that_of_a_town_or_a_state(speaker: str, other: str) -> None:
    told = TEXT + "\nThe lower gate will not hold for another winter, {} said.\n"
    found = retold.compare(Article("a", told.format(speaker)), Article("b", told.format(other))).changes
    assert "attribution" not in {c.kind for c in found}


@pytest.mark.parametrize("hidden", ["a person familiar with the plan", "two sources", "a source close to it"])
def test_somebody_in_the_know_who_is_a_body_in_the_other_version_is_another_source(hidden: str) -> None:
    old = TEXT.replace("The river board said it had", f"On Monday {hidden} said the towns had")
    new = old.replace(hidden, "the ministry")
    found = retold.compare(Article("a", old), Article("b", new)).changes
    assert [(c.kind, c.before, c.after) for c in found if c.weight == "substance"] == [
        ("attribution", " ".join(hidden.split()[:2]), "the ministry")
    ]


def test_a_source_of_a_body_is_not_set_against_that_body() -> None:
    old = TEXT.replace("The river board said it had", "On Monday a ministry source said the towns had")
    found = retold.compare(Article("a", old), Article("b", old.replace("a ministry source", "the ministry")))
    assert "attribution" not in {c.kind for c in found.changes}
