"""Notes of the desk and headlines: told as what they are, and never as matter of the report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold import language, pipeline
from retold.model import Article, Change, Derivation
from retold.settings import Settings
from retold.steps import align, changes
from retold.steps.changes import headlines
from retold.steps.changes.finders import notices
from tests.steps.changes.test_changes import BODY, told

REPORT = BODY.format(middle="The harbour office closed the pier and counted four hurt deckhands.")


def kinds(found: list[Change]) -> list[tuple[str, str, str | None]]:
    return [(one.kind, one.weight, one.detail) for one in found]


def test_what_an_update_adds_is_no_matter_of_the_report() -> None:
    found = told(REPORT, f"(Adds quotation from owner, background)\n\n{REPORT}")
    assert kinds(found) == [("added", "wording", "a note on an update")]


@pytest.mark.parametrize(
    "note",
    ["Eds: ADDS quotation from owner. ADDS byline.", "Eds: Updates with comment.", "EDITORS: Adds byline."],
)
def test_a_note_to_editors_on_an_update_is_no_matter_of_the_report(note: str) -> None:
    assert kinds(told(REPORT, f"{note}\n\n{REPORT}")) == [("added", "wording", "a note on an update")]


def test_what_a_release_says_to_the_press_alone_is_no_matter_of_the_report() -> None:
    release = f"{REPORT}\n\n- ENDS -\n\nNotes to editors: pictures of the pier can be had on request."
    assert {weight for _, weight, _ in kinds(told(release, REPORT))} <= {"wording", "style"}


def test_what_a_house_says_of_itself_below_its_release_is_no_matter_of_the_report() -> None:
    release = (
        f"{REPORT}\n\nAbout Quay Lines\n\nQuay Lines runs nine ferries in four seas and was founded by two sisters.\n\n"
        "Press contact: Ida Corrie, 0555 0199\n\nENDS"
    )
    assert {weight for _, weight, _ in kinds(told(release, REPORT))} <= {"wording", "style"}


def test_a_paragraph_on_notes_is_matter_where_nothing_shows_a_release() -> None:
    found = told(
        f"{REPORT}\n\nNotes to editors: nobody at the Quay Letter could read them on Monday.", REPORT
    )
    assert [(one.kind, one.weight) for one in found] == [("cut", "substance")]


def test_a_sentence_on_editors_is_matter_of_the_report() -> None:
    found = told(REPORT, f"{REPORT}\n\nEditors of the Quay Letter were asked to leave the pier on Monday.")
    assert [(one.kind, one.weight) for one in found] == [("added", "substance")]


def test_a_correction_is_told_once_and_opens_nothing() -> None:
    note = "Correction: An earlier version of this report gave three hurt deckhands. There were four."
    found = told(REPORT.replace("four", "three"), f"{note}\n\n{REPORT}")
    assert ("added", "wording", "a note on a correction") in kinds(found)
    assert [one.kind for one in found].count("added") == 1 and "lede" not in {one.kind for one in found}
    assert [(one.before, one.after) for one in found if one.kind == "figure"] == [("three", "four")]


def test_where_a_report_stood_first_is_one_credit() -> None:
    note = "First published by The Quay Letter and printed here with its leave. The pictures are our own."
    assert kinds(told(REPORT, f"{note}\n\n{REPORT}")) == [("credit", "substance", None)]


def test_a_note_that_both_versions_have_is_no_change(laid: Callable) -> None:
    noted = f"(Adds quotation from owner, background)\n\n{REPORT}"
    material, rest = laid(noted, noted)
    unit = material.pair.runs[0]
    assert not [
        *notices.inserted_notices(material, rest, unit),
        *notices.deleted_notices(material, rest, unit),
    ]


def between(before: str, after: str) -> list[Change]:
    options = Settings()
    a, b = (
        pipeline.witness(Article(i, REPORT, title=title), options)
        for i, title in zip("ab", (before, after), strict=True)
    )
    return changes.find(
        align.align(a, b, options.align), {}, Derivation("a", "b", True, 0.9), options.changes
    )


def test_a_new_headline_is_told_with_its_loaded_word() -> None:
    found = between("Ferry runs aground, four hurt", "Reckless skipper puts ferry on the rocks")
    told_as = {one.kind: (one.before, one.after) for one in found}
    assert told_as["loaded"] == ("", "Reckless")
    assert told_as["wording"][1] == "Reckless skipper puts ferry on the rocks"
    assert {one.detail for one in found} == {"headline"}
    assert all("(headline)" in one.evidence[0].words for one in found)


def test_another_figure_in_a_headline_is_a_figure() -> None:
    found = between("Ferry runs aground, four hurt", "Ferry runs aground, five hurt")
    assert ("figure", "four", "five") in [(one.kind, one.before, one.after) for one in found]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ferry runs aground, 212 safe", "Ferry runs aground, two hurt"),
        ("Gale at Orr pier kills four", "Gale at Orr pier hurts 30"),
        ("Gale at Orr pier, four drowned", "Gale at Orr pier, 30 missing"),
    ],
)
def test_figures_of_headlines_that_count_two_things_are_no_change(before: str, after: str) -> None:
    assert "figure" not in {one.kind for one in between(before, after)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Gale at Orr pier kills four", "Gale at Orr pier leaves six dead"),
        ("Gale cuts power to 400 homes at Orr", "Gale cuts power to 900 houses at Orr"),
    ],
)
def test_figures_of_headlines_that_count_one_thing_are(before: str, after: str) -> None:
    assert "figure" in {one.kind for one in between(before, after)}


@pytest.mark.parametrize(
    ("before", "after", "turned"),
    [
        ("Works may shut Orr pier", "Works will shut Orr pier", ("may", "will")),
        ("Fares at Orr pier rise", "Fares at Orr pier fall", ("rise", "fall")),
        ("Orr light will not go out", "Orr light will go out", ("not", "")),
        ("Pier to open, town says", "Pier not to open, town says", ("", "not")),
        ("Town did not pay, court hears", "Town paid, court hears", ("did not pay", "paid")),
        ("Court allows plea of pier owner", "Court rejects plea of pier owner", ("allows", "rejects")),
    ],
)
def test_one_word_that_turns_a_headline_is_told(before: str, after: str, turned: tuple[str, str]) -> None:
    found = between(before, after)
    assert ("sense", *turned) in [(one.kind, one.before, one.after) for one in found]
    assert "hedge" not in {one.kind for one in found}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Mayor: “No more ferries”", "Mayor: 'No more ferries'"),
        ("Harbor honors day-trippers", "Harbour honours day trippers"),
    ],
)
def test_a_headline_in_another_print_is_the_same(before: str, after: str) -> None:
    assert between(before, after) == []


def test_a_question_that_a_headline_no_longer_asks_is_told() -> None:
    assert "wording" in {one.kind for one in between("Mayor of Orr to go?", "Mayor of Orr to go")}


def test_one_of_several_figures_of_a_headline_is_told() -> None:
    found = between("Three dead, 40 hurt at Orr pier", "Four dead, 40 hurt at Orr pier")
    assert [(one.before, one.after) for one in found if one.kind == "figure"] == [("Three", "Four")]


def test_marks_put_round_words_of_a_headline_are_told() -> None:
    assert "wording" in {one.kind for one in between("Firm knew of leak", "Firm 'knew of leak'")}


@pytest.mark.parametrize("title", [None, "", "FERRY RUNS AGROUND", "Ferry  runs aground"])
def test_a_headline_that_is_missing_or_printed_otherwise_is_no_change(title: str | None) -> None:
    old, new = Article("a", REPORT, title="Ferry runs aground"), Article("b", REPORT, title=title)
    assert headlines.changed_headlines(old, new, language.of("en")) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("UPDATE 1-Pier closed after gale", "UPDATE 2-Pier closed after gale"),
        ("Pier closed after gale", "RPT-WRAPUP 4-Pier closed after gale"),
        ("Pier closed after gale", "Pier closed after gale, 1st Ld-Writethru"),
        ("Pier closed after gale, 2nd Ld", "Pier closed after gale, 3rd Ld"),
        ("Pier closed after gale (2nd Lead)", "(Update 3) Pier closed after gale"),
        ("2ND LEAD: Pier closed after gale", "Pier closed after gale (UPDATED)"),
        ("1st LEAD Pier closed after gale", "2nd LEAD Pier closed after gale (writethru)"),
    ],
)
def test_by_which_number_a_report_was_sent_is_no_part_of_its_headline(before: str, after: str) -> None:
    assert between(before, after) == []


def test_a_figure_behind_the_number_of_a_take_is_a_figure_of_the_headline() -> None:
    found = between("UPDATE 1-Gale at pier hurts 12 sailors", "UPDATE 2-Gale at pier hurts 14 sailors")
    assert ("figure", "12", "14") in [(one.kind, one.before, one.after) for one in found]


def test_words_of_a_headline_that_look_like_a_take_stay_in_it() -> None:
    found = between("Lead: the slow poison of the pier", "The slow poison of the pier")
    assert kinds(found) == [("wording", "wording", "headline")]


def test_a_german_headline_is_read_without_its_number_too() -> None:
    german = language.of("de")
    titles = ("ROUNDUP 2: Mole gesperrt", "Mole gesperrt (Zusammenfassung 1700)")
    assert not headlines.changed_headlines(*(Article(t, "", title=t) for t in titles), german)
