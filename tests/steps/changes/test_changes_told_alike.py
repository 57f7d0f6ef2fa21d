"""What two versions tell alike in other words, and what they tell otherwise in the same words."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.model import Change

TEXT = """The lift bridge at Molkum will stay open to boats on Sundays, the port office said.

"A bridge that is up is a street that is gone," a port office engineer said.

Smith Odo Pahl said the tolls would pay for a new chain. Baker Ulla Renz said the tolls would not pay for a new chain.

Three boatmen were charged with opening it at night. They deny it.
"""
HEAD = "Bridge at Molkum stays up"


def changes(*exchanged: tuple[str, str], titles: tuple[str, str] = ("", "")) -> list[Change]:
    other = TEXT
    for before, after in exchanged:
        assert before in other
        other = other.replace(before, after)
    first, second = (Article(i, t, title=h) for i, t, h in zip("ab", (TEXT, other), titles, strict=True))
    return list(retold.compare(first, second).changes)


def read(found: list[Change], kind: str) -> list[tuple[str | None, str | None]]:
    return [(c.before, c.after) for c in found if c.kind == kind and c.weight == "substance"]


def test_somebody_without_a_name_who_is_named_later_by_what_he_is_has_lost_nothing() -> None:
    found = changes(("a port office engineer said", "said Ivo Brandt, of the port office"))
    assert read(found, "attribution") == []
    other = changes(("a port office engineer said", "said Ivo Brandt, of Quay Road"))
    assert read(other, "attribution") == [("a port office engineer", "Ivo Brandt")]


def test_what_one_denies_and_another_says_is_nobodys_word_that_changed_mouths() -> None:
    cut = ("Smith Odo Pahl said the tolls would pay for a new chain. Baker", "Baker")
    assert read(changes(cut), "attribution") == []
    old = "Smith Odo Pahl said the tolls would pay for a new chain. The port office would not comment on it."
    new = "The tolls would not pay for a new chain, baker Ulla Renz said. The port office would not comment on it."
    found = retold.compare(Article("a", old), Article("b", new)).changes
    assert "attribution" not in {c.kind for c in found}


def test_an_answer_that_is_told_elsewhere_in_other_words_was_neither_cut_nor_added() -> None:
    found = changes(("at night. They deny it.", "at night, which they deny."))
    assert [c for c in found if c.kind in ("cut", "added") and c.weight == "substance"] == []
    gone = changes(("at night. They deny it.", "at night."))
    assert read(gone, "cut") == [("They deny it", "")]


SURVEY = "The bridge cost more than the street, {} in the spring. It is ninety years old and has one keeper."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A survey by the port guild has found that the bridge costs more than the street.",) * 2,
        (
            "The bridge costs more than the street, a survey by the port guild has found.",
            "The bridge costs more than the street, according to a survey by the port guild.",
        ),
    ],
)
def test_a_source_that_both_versions_name_makes_nothing_less_sure(old: str, new: str) -> None:
    rest = " It is ninety years old and has one keeper, who lives in the tower with his dog."
    found = retold.compare(Article("a", old + rest), Article("b", new + rest)).changes
    assert [c for c in found if c.kind == "hedge"] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Port's £4m plan for bridge 'a joke'", "PORT’S £4 MILLION PLAN FOR BRIDGE “A JOKE”"),
        ("Bridge to cost 1,200 crowns a day", "Bridge to cost 1200 crowns a day"),
    ],
)
def test_a_title_in_capitals_with_its_figure_written_otherwise_is_the_same(old: str, new: str) -> None:
    assert changes(titles=(old, new)) == []
    assert changes(titles=(old, new.replace("4", "5").replace("1200", "2100"))) != []


def test_a_hedge_of_a_title_is_not_left_out_by_a_title_on_something_else() -> None:
    found = changes(titles=("Boatmen accused of opening bridge", "A street that is gone"))
    assert read(found, "hedge") == []
    found = changes(titles=("Boatmen accused of opening bridge", "Boatmen kept opening bridge"))
    assert read(found, "hedge") == [("accused of", "")]


def test_a_speed_in_knots_is_no_other_figure_in_miles_an_hour() -> None:
    wind = "The bridge is not raised in winds of {} or more, by order of the port office since last spring."
    sides = [Article(i, wind.format(told)) for i, told in zip("ab", ("50 knots", "58 mph"), strict=True)]
    assert [c for c in retold.compare(*sides).changes if c.weight == "substance"] == []
    sides = [Article(i, wind.format(told)) for i, told in zip("ab", ("50 knots", "50 mph"), strict=True)]
    assert [(c.kind, c.detail) for c in retold.compare(*sides).changes] == [("sense", "unit")]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Some pilots want the bridge shut.", "All pilots want the bridge shut.", ("Some", "All")),
        ("Most pilots want the bridge shut.", "Few pilots want the bridge shut.", ("Most", "Few")),
    ],
)
def test_some_and_all_are_two(old: str, new: str, words: tuple[str, str]) -> None:
    rest = " It is ninety years old and has one keeper, who lives in the tower with his dog."
    found = list(retold.compare(Article("a", old + rest), Article("b", new + rest)).changes)
    assert [(c.kind, c.before, c.after) for c in found] == [("sense", *words)]


def test_some_before_a_number_is_about() -> None:
    rest = " It is ninety years old and has one keeper, who lives in the tower with his dog."
    old, new = "Some 300 pilots want the bridge shut.", "All 300 pilots want the bridge shut."
    found = retold.compare(Article("a", old + rest), Article("b", new + rest)).changes
    assert "sense" not in {c.kind for c in found}


REST = """

"The chain was made in this town and so was I," said keeper Arend Vos, who has lived in the tower since 1987.

He raises the bridge about nine times a day in summer and keeps a list of the boats in blue ink.
"""


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "The bridge in Molkum will be shut until 9 August for work on its chain, the port office has said.",
            "Boatmen in Molkum must be patient: the bridge has been shut since 9 August for work on its chain.",
            ("until", "since"),
        ),
        (
            "A jury on Monday acquitted a former bridge keeper of nine counts of theft after a long trial.",
            "Wim Harke wept at Molkum court on Monday as a jury convicted the former bridge keeper of nine thefts.",
            ("acquitted", "convicted"),
        ),
    ],
)
def test_an_opening_in_other_words_may_be_turned(old: str, new: str, words: tuple[str, str]) -> None:
    found = retold.compare(Article("a", old + REST), Article("b", new + REST)).changes
    assert words in [(c.before, c.after) for c in found if c.kind == "sense"]


def test_a_sum_in_another_currency_is_told_in_an_opening_in_other_words() -> None:
    old = "The bridge at Molkum has been sold to the firm of Ketting for €45 million, the port office said on Monday."
    new = (
        "The firm of Ketting has bought the bridge at Molkum for £45 million, the port office has announced."
    )
    found = list(retold.compare(Article("a", old + REST), Article("b", new + REST)).changes)
    assert read(found, "figure") == [("€45 million", "£45 million")]
    found = list(
        retold.compare(Article("a", old + REST), Article("b", new.replace("£45", "£39") + REST)).changes
    )
    assert read(found, "figure") == []


def test_parties_of_a_deed_told_in_the_perfect_and_with_an_age_change_places() -> None:
    old = "Arend Vos, 70, had struck Wim Harke with an oar, the court heard."
    new = "Wim Harke had struck Arend Vos, 70, with an oar, the court heard."
    found = retold.compare(Article("a", old + REST), Article("b", new + REST)).changes
    assert [c.detail for c in found if c.kind == "sense"] == ["agent"]


@pytest.mark.parametrize(
    ("word", "loaded"), [("disgraced ", [("", "disgraced")]), ("", []), ("“disgraced” ", [])]
)
def test_a_loaded_word_of_an_opening_in_other_words_is_told(word: str, loaded: list[tuple[str, str]]) -> None:
    old = "The keeper of the bridge at Molkum has been suspended while claims that he slept on duty are looked into."
    new = f"A {word}bridge keeper who slept on duty at Molkum was kicked out of his tower on Monday night."
    found = list(retold.compare(Article("a", old + REST), Article("b", new + REST)).changes)
    assert read(found, "loaded") == loaded


def test_an_official_of_a_matter_is_not_its_minister() -> None:
    official = ("a port office engineer said", "a senior port official said")
    other = TEXT.replace(*official)
    found = retold.compare(
        Article("a", other), Article("b", other.replace("a senior port official", "port minister Ivo Brandt"))
    ).changes
    assert read(list(found), "attribution") == [("a senior port official", "Ivo Brandt")]


def test_words_for_amounts_that_go_with_two_nouns_turn_nothing() -> None:
    old = (
        "It found that fewer boats sail on Mondays and only a few of the pilots had come late without a note."
    )
    new = "It found that Monday has the fewest boats of all days and hardly any pilots had come late without a note."
    found = retold.compare(Article("a", old + REST), Article("b", new + REST)).changes
    assert "sense" not in {c.kind for c in found}


def test_an_amount_by_which_and_one_to_which_a_thing_falls_are_two() -> None:
    old = "The toll will fall by 12 crowns a boat in spring, the port office said. It rose to 30 crowns last year."
    new = old.replace("by 12", "to 12")
    found = list(retold.compare(Article("a", old + REST), Article("b", new + REST)).changes)
    assert read(found, "figure") == [("by 12 crowns", "to 12 crowns")]


def test_who_denied_a_thing_and_who_said_it_was_not_so_tell_the_same() -> None:
    old = "Keeper Arend Vos denied on Monday that he had promised the boatmen a lower toll for the winter."
    new = (
        "Keeper Arend Vos said on Monday that he had never promised the boatmen a lower toll for the winter."
    )
    found = list(retold.compare(Article("a", old + REST), Article("b", new + REST)).changes)
    assert [c for c in found if c.weight == "substance"] == []
    turned = new.replace("never ", "")
    found = list(retold.compare(Article("a", old + REST), Article("b", turned + REST)).changes)
    assert read(found, "attribution") == [("denied", "said")]


def test_a_quotation_told_in_plain_words_is_told_once() -> None:
    old = "He was sent home. Pilot Wim Harke said he had always known the keeper by the sound of his boots."
    new = "He was sent home. “I always knew the keeper by the sound of his boots,” pilot Wim Harke said."
    found = list(retold.compare(Article("a", old + REST), Article("b", new + REST)).changes)
    assert len(read(found, "quotation")) == 1
