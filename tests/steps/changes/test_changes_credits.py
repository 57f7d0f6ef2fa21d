"""Credits: what has a credit's shape, and that one credit is one change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.steps.changes import arbiter, paired_credits
from retold.steps.changes.finders import credits
from retold.steps.changes.pair import Unit
from tests.steps.changes.test_changes import told as between

BODY = (
    "The council of Port Ansel closed the long pier for repairs until the end of summer.\n\n"
    "Fishermen will moor in the inner basin meanwhile, and the market moves to the station square.\n\n"
    "The works cost less than the tower that the town repaired two winters ago."
)


def told(laid: Callable, old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    material, rest = laid(old, new)
    both = Unit(0, len(material.pair.old.words), 0, len(material.pair.new.words))
    found = credits.changed_credits(material, rest, both)
    return [(one.kind, one.before, one.after) for one in found if one.before != one.after]


def reported(laid: Callable, old: str, new: str) -> list[str]:
    material, _ = laid(old, new)
    return sorted(one.kind for one in arbiter.settled(material) if one.kind != "style")


@pytest.mark.parametrize("phrase", [", as the Quarn wire agency reports", ", Quarn Press reported"])
def test_a_phrase_that_says_who_reports_is_a_credit_whoever_it_is(laid: Callable, phrase: str) -> None:
    credited = BODY.replace(" until the end of summer.", f" until the end of summer{phrase}.")
    ((kind, before, after),) = told(laid, BODY, credited)
    assert (kind, before) == ("credit", "")
    assert after is not None and "Quarn" in after


def test_a_last_line_behind_a_dash_is_a_credit(laid: Callable) -> None:
    assert told(laid, BODY, BODY + "\n\n— Quarn Press") == [("credit", "", "Quarn Press")]


def test_the_name_of_somebody_who_speaks_in_the_text_is_no_credit(
    laid: Callable, statement: Callable
) -> None:
    said = BODY + "\n\n“The pier was rotten to the piles,” Orla Quarn said."
    new = said.replace("repairs until", "repairs, according to Orla Quarn, until")
    speaks = statement("b", new, "The pier was rotten to the piles", "Orla Quarn said", "Orla Quarn")
    material, rest = laid(said, new, ((), (speaks,)))
    both = Unit(0, len(material.pair.old.words), 0, len(material.pair.new.words))
    assert list(credits.changed_credits(material, rest, both)) == []


def test_credits_to_one_name_are_paired_and_a_lone_one_has_no_partner(laid: Callable) -> None:
    head, foot = f"By Orla Quarn\n\n{BODY}", f"{BODY}\n\nBy Orla Quarn"
    material, _ = laid(head, foot)
    assert material.credits == tuple(paired_credits.paired(material.pair, material.said))
    assert [(list(ours) != [], list(theirs) != []) for ours, theirs in material.credits] == [(True, True)]
    material, _ = laid(BODY, foot)
    assert [(list(ours) != [], list(theirs) != []) for ours, theirs in material.credits] == [(False, True)]


def test_a_credit_left_out_at_the_head_and_put_in_at_the_foot_is_one_move(laid: Callable) -> None:
    head, foot = f"By Orla Quarn\n\n{BODY}", f"{BODY}\n\nBy Orla Quarn"
    assert reported(laid, head, foot) == ["moved"]


def test_a_credit_to_one_name_in_other_words_elsewhere_is_one_change(laid: Callable) -> None:
    head, foot = f"By Orla Quarn\n\n{BODY}", f"{BODY}\n\nReporting by Orla Quarn"
    assert reported(laid, head, foot) == ["credit"]


def test_credits_to_two_names_are_two_changes_at_two_places(laid: Callable) -> None:
    head, foot = f"By Orla Quarn\n\n{BODY}", f"{BODY}\n\nReporting by Ivo Tarrant"
    assert reported(laid, head, foot) == ["credit", "credit"]


@pytest.mark.parametrize("name", ["Quarn Wire", "qwd"])
def test_a_name_in_brackets_at_the_head_and_at_the_others_foot_is_a_credit_that_moved(
    laid: Callable, name: str
) -> None:
    material, _ = laid(f"PORT ANSEL ({name}) - {BODY}", f"{BODY} ({name})")
    found = [(one.kind, one.before) for one in arbiter.settled(material)]
    assert ("moved", name) in found
    assert not any(kind in ("credit", "added") for kind, _ in found)


def test_other_names_in_brackets_at_head_and_foot_are_no_credit_that_moved(laid: Callable) -> None:
    material, _ = laid(f"PORT ANSEL (Quarn Wire) - {BODY}", f"{BODY} (Norda)")
    assert not any(one.kind == "moved" for one in arbiter.settled(material))


def kinds_of(old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.before, one.after) for one in between(old, new) if one.kind != "style"]


@pytest.mark.parametrize(("head", "foot"), [("(npd)", "npd"), ("(Quay Wire)", "Quay Wire"), ("(QW)", "QW")])
def test_an_agency_that_went_from_the_dateline_to_the_last_line_is_no_new_credit(
    head: str, foot: str
) -> None:
    body = (
        "The ferry lost its rudder off the mole on Monday and drifted for hours.\n\nNobody on board was hurt."
    )
    body += (
        "\n\nThe keeper of the light saw the boat last and told the town that it had no lamp at the bow." * 2
    )
    found = kinds_of(f"Ansel {head} - {body}", f"Ansel - {body}\n\n{foot}")
    assert found == [("moved", foot, foot)]


def test_an_agency_at_the_foot_of_a_report_without_one_is_a_new_credit() -> None:
    body = (
        "The ferry lost its rudder off the mole on Monday and drifted for hours.\n\nNobody on board was hurt."
    )
    assert kinds_of(body, f"{body}\n\nQuay Wire") == [("credit", "", "Quay Wire")]


@pytest.mark.parametrize(
    "line", ["Contact: press@quay.example", "Press office: +49 30 1234567", "More at www.quay.example/ferry"]
)
def test_how_to_reach_somebody_is_no_credit_and_no_matter_of_the_report(line: str) -> None:
    body = (
        "The ferry lost its rudder off the mole on Monday and drifted for hours.\n\nNobody on board was hurt."
    )
    (one,) = between(f"{body}\n\n{line}", body)
    assert (one.kind, one.weight, one.detail) == ("cut", "wording", "how to reach somebody")


def test_two_bylines_with_the_offices_of_their_writers_are_one_credit() -> None:
    body = (
        "The ferry lost its rudder off the mole on Monday and drifted for hours.\n\nNobody on board was hurt."
    )
    old, new = f"By Ana Kael, Harbour Editor\n\n{body}", f"BY PIM ASKE\nDeputy Town Editor\n\n{body}"
    assert kinds_of(old, new) == [
        ("credit", "By Ana Kael, Harbour Editor", "BY PIM ASKE\nDeputy Town Editor")
    ]
