"""Edits that no reader wants told have weight style; those beside them that say something keep theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold import language
from retold.steps.changes import clauses, insignificant
from retold.steps.changes.candidates import Candidate
from retold.steps.changes.evidence import Ends, change_of
from tests.steps.changes.test_changes import only, within

_KNOWN = (
    "Quay Lines has said that it would fight, and the captains wait for word from the board of Quay Lines."
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "A strike may cost the company much of its trade.",
            "A strike may cost Quay Lines much of its trade.",
        ),
        (
            "In the end they sail for the north of the bay.",
            "In the end the captains sail for the north of the bay.",
        ),
        ("The keeper saw the boats at the pier at night.", "The keeper saw boats on the pier at night."),
        ("The keeper, though, also saw the boats at night.", "The keeper saw the boats at night."),
        ("The keeper closes the lock at night in winter.", "The keeper closed the locks at night in winter."),
        ("The keeper saw the boats at night.", "The keeper saw the Quay Lines boats at night."),
        ("The Fed saw the boats at night.", "The Federal Reserve saw the boats at night."),
        ("In the end the company sails north.", "In the end the Quay Lines sails north."),
        ("The lock is 40 miles (64 kilometers) off.", "The lock is 40 miles off."),
        ("The keeper paid for the boats ($1 = 0.74 crowns).", "The keeper paid for the boats."),
        ("It was late. NIGHT WATCH The keeper saw the boats.", "It was late. The keeper saw the boats."),
        ("The keeper saw the page (www.tarn.example/boats) at night.", "The keeper saw the page at night."),
        ("The keeper saw the Tarn (4711.QS) boats.", "The keeper saw the Tarn boats."),
        ("He said: “It fits into the plan of the board.”", "He said: “It fits the plan of the board.”"),
    ],
)
def test_another_word_for_the_same_has_the_weight_of_style(old: str, new: str) -> None:
    found = within(f"{old} {_KNOWN}", f"{new} {_KNOWN}")
    assert found
    assert {one.weight for one in found} == {"style"}, [(one.kind, one.before, one.after) for one in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The keeper saw the boats at night.", "The keeper saw the wrecks at night."),
        ("The keeper saw the boats at night.", "The keeper saw two of the boats at night."),
        ("Quay Lines bought the yard.", "Quay Lines and Tarn Ferries bought the yard."),
        ("The keeper will close the lock at night.", "The keeper may close the lock at night."),
        ("The keeper saw the boats at night.", "The keeper saw the Tarn Ferries boats at night."),
        ("He said: “We fight for the board.”", "He said: “We fight for the board and the company.”"),
        ("In the end the company sails north.", "In the end the Tarn Ferries sails north."),
        ("The lock is 40 miles (64 boats) off.", "The lock is 40 miles off."),
        ("The Fed saw the boats at night.", "The Kremlin saw the boats at night."),
    ],
)
def test_what_tells_something_keeps_its_weight(old: str, new: str) -> None:
    found = within(f"{old} {_KNOWN}", f"{new} {_KNOWN}")
    assert {one.weight for one in found} & {"wording", "substance"}


def test_a_heading_has_the_weight_of_style_and_a_sentence_in_capitals_or_a_note_has_not() -> None:
    tail = "The keeper saw the boats at night."
    assert only(within(tail, f"NIGHT ON THE BAY\n\n{tail}")).weight == "style"
    assert only(within(tail, f"Night on the Bay\n\n{tail}")).weight == "style"
    assert only(within(tail, f"Night fell on the bay\n\n{tail}")).weight != "style"
    assert only(within(tail, f"{tail} THE BOATS OF QUARN SANK OFF THE MOLE.")).weight != "style"


def test_days_that_count_from_unknown_days_of_publication_may_be_one() -> None:
    one = insignificant.Dated(range(1), "P+0D")
    assert insignificant._may_agree(one, insignificant.Dated(range(1), "P-1D"))
    assert not insignificant._may_agree(one, insignificant.Dated(range(1), "2031-03-12"))


def test_an_idle_candidate_has_weight_style_whatever_its_kind() -> None:
    ends = Ends("s", "a", "b", None)
    assert change_of(Candidate("cut", (), (), "so", "", idle=True), ends).weight == "style"
    assert change_of(Candidate("cut", (), (), "so", ""), ends).weight == "substance"


def test_the_only_date_of_a_sentence_put_elsewhere_and_told_otherwise_is_a_date() -> None:
    old = "The board sent 200 guards on Friday to help the search for the ferry."
    new = "The board sent 200 guards to help the search on Saturday for the ferry."
    assert [(c.before, c.after) for c in within(old, new) if c.kind == "date"] == [("Friday", "Saturday")]


def test_a_date_that_one_version_alone_has_is_no_other_date() -> None:
    old = "The board sent 200 guards on Friday to help the search along the coast of Port Ansel."
    new = "The board sent 200 guards to help the search along the coast of Port Ansel."
    assert [c.kind for c in within(old, new) if c.kind == "date"] == []


def test_a_small_word_or_a_number_tells_of_nothing() -> None:
    english = language.of("en")
    told = [word for word in ("the", "three", "ferry", "1986") if not clauses.is_general(english, word)]
    assert told == ["ferry"]


@pytest.mark.parametrize(("speaker", "idle"), [("captains", False), ("she", True)])
def test_who_speaks_says_something_unless_a_pronoun_does(
    laid: Callable, statement: Callable, speaker: str, idle: bool
) -> None:
    known = "The keeper said that she and the captains wait."
    old, new = f"The lock held all night, {speaker} said. {known}", f"The lock held all night. {known}"
    spoken = statement("a", old, "The lock held all night", speaker, None)
    material, _ = laid(old, new, said=([spoken], []))
    (unit,) = material.pair.units
    assert insignificant.is_insignificant(material, unit) is idle
