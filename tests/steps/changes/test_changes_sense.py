"""What turns a sentence is told as such, and what only looks like it is not."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.changes.finders import agents, exchanged_parties, frames, intentions, sense
from retold.steps.changes.kinds import KINDS
from tests.steps.changes.test_changes import told, within


def turned(old: str, new: str) -> list[tuple[str | None, str | None, str | None]]:
    found = [one for one in within(old, new) if one.kind == "sense"]
    assert all(one.weight == "substance" for one in found)
    return [(one.before, one.after, one.detail) for one in found]


def test_the_kind_stands_before_quotation_and_has_its_finders() -> None:
    assert KINDS.rank("sense") == KINDS.rank("quotation") - 1
    finders = {one.find for one in KINDS.of("sense").finders}
    assert finders == {
        sense.turned_words,
        sense.turned_sentences,
        frames.turned_frames,
        frames.turned_openings,
        agents.lost_agents,
        exchanged_parties.exchanged_parties,
        intentions.performed,
    }


@pytest.mark.parametrize(
    ("old", "new", "reading"),
    [
        ("The board will pay the crews.", "The board will not pay the crews.", ("", "not")),
        (
            "The mayor didn't pay the crews at Quarn.",
            "The mayor paid the crews at Quarn.",
            ("didn't pay", "paid"),
        ),
        ("There were no injuries at the quay.", "There were injuries at the quay.", ("no", "")),
        ("The court found the mate guilty.", "The court found the mate not guilty.", ("", "not")),
        ("“We will pay in full,” she said.", "“We will never pay in full,” she said.", ("", "never")),
    ],
)
def test_a_negation_put_in_or_left_out_turns_the_sentence(
    old: str, new: str, reading: tuple[str, str]
) -> None:
    assert turned(old, new) == [(*reading, "negation")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The crew was wet.", "The crew was not only wet."),
        ("The mayor did not pay the crews.", "The mayor failed to pay the crews."),
        ("The crew was not happy with the quay.", "The crew was unhappy with the quay."),
        ("The boats did not sail at night.", "The boats never sailed at night."),
        ("The crane stood at the quay.", "The crane stood at No. 5 quay."),
        ("The line carried no fewer than 40 boats.", "The line carried at least 40 boats."),
        ("The mate slept on watch.", "The mate, whose name was not made known, slept on watch."),
        ("Not so, said the mate of the tug.", "So said the mate of the tug."),
    ],
)
def test_what_denies_nothing_or_says_the_same_is_no_negation(old: str, new: str) -> None:
    assert turned(old, new) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("rose", "fell"), ("won", "lost"), ("approved", "rejected"), ("opened", "closed")],
)
def test_an_opposite_in_the_same_place_turns_the_sentence_either_way(one: str, other: str) -> None:
    old, new = f"The dockers {one} after the long vote.", f"The dockers {other} after the long vote."
    assert turned(old, new) == [(one, other, "direction")]
    assert turned(new, old) == [(other, one, "direction")]


def test_before_and_after_are_opposites() -> None:
    found = turned("The ship sank before the storm.", "The ship sank after the storm.")
    assert found == [("before", "after", "direction")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The fare rose in spring.", "The fare climbed in spring."),
        ("The line carried up to 40 boats.", "The line carried 40 boats."),
        ("The crew set up the crane.", "The crew tore down the crane."),
        ("The toll did not rise at the quay.", "The toll fell at the quay."),
    ],
)
def test_words_of_one_direction_or_beside_other_words_are_no_opposites(old: str, new: str) -> None:
    assert "direction" not in {detail for _, _, detail in turned(old, new)}


@pytest.mark.parametrize(
    ("old", "new"),
    [("miles", "kilometres"), ("tonnes", "kilos"), ("days", "weeks")],
)
def test_the_same_figure_in_another_unit_turns_the_sentence(old: str, new: str) -> None:
    found = turned(f"They had nine {old} left in the end.", f"They had nine {new} left in the end.")
    assert [detail for _, _, detail in found] == ["unit"]


def test_a_figure_converted_is_style_and_another_one_in_another_unit_is_one_figure() -> None:
    (same,) = within("It is five miles to the town.", "It is eight kilometres to the town.")
    (other,) = within("The strike took nine days here.", "The strike took two weeks here.")
    assert same.kind == "style"
    assert (other.kind, other.before, other.after) == ("figure", "nine days", "two weeks")


def test_a_modal_of_another_class_turns_the_sentence_and_one_told_afterwards_does_not() -> None:
    assert turned("The board will close it.", "The board may close it.") == [("will", "may", "modality")]
    assert turned("The board will close it.", "The board would close it.") == []


def test_a_sentence_put_in_other_words_is_compared_by_its_opposites() -> None:
    found = turned(
        "Port Ansel approved the plan for a new crane after a long debate.",
        "Port Ansel rejected a plan to build the new crane, ending a debate that ran long.",
    )
    assert found == [("approved", "rejected", "direction")]


def test_a_figure_of_a_rewritten_sentence_has_another_unit() -> None:
    old = "Nine boats and seven cutters joined the search off the cape some eight weeks later."
    new = "Off the cape, 9 boats with seven cutters took part in the search about eight days after that."
    assert ("weeks", "days", "unit") in turned(old, new)


def test_a_doer_left_out_turns_the_sentence() -> None:
    old = "The harbour guards fired eleven shots at the crews on the long pier."
    new = "Eleven shots were fired at the crews on the long pier."
    assert turned(old, new) == [("The harbour guards", "", "agent")]
    assert turned(new, old) == [("", "The harbour guards", "agent")]


@pytest.mark.parametrize(
    "new",
    [
        "Eleven shots were fired by the harbour guards at the crews on the long pier.",
        "Eleven shots were fired at the crews on the long pier, where the harbour guards stood.",
    ],
)
def test_a_doer_named_elsewhere_is_not_left_out(new: str) -> None:
    assert turned("The harbour guards fired eleven shots at the crews on the long pier.", new) == []


def test_who_was_held_and_is_freed_is_the_opposite_whatever_follows() -> None:
    rest = " after a chest of silver was taken from the night ferry at the mole, the harbour police said."
    found = told(
        f"Three sailors are being held{rest}", f"Three sailors were released on Tuesday without bail{rest}"
    )
    assert ("sense", "held", "released") in [(one.kind, one.before, one.after) for one in found]


def test_who_is_said_to_have_found_something_is_no_doer_left_out() -> None:
    old = "The papers say an engineer found a tear in the sail of the old ferry in May and wanted it mended."
    new = "The tear in the sail of the old ferry was found in May."
    rest = "\n\nNobody was on board when the storm came over the mole, and the town was asleep."
    found = retold.compare(Article("a", old + rest), Article("b", new + rest)).changes
    assert "sense" not in {one.kind for one in found}


def test_a_doer_is_lost_where_a_verb_without_an_object_goes_on_alike() -> None:
    old = "Two guards fired on a barge near the outer mole on Sunday night."
    new = "Shots were fired on a barge near the outer mole on Sunday night."
    assert turned(old, new) == [("Two guards", "", "agent")]
    elsewhere = "Shots were fired in a yard near the outer mole on Sunday night."
    assert ("Two guards", "", "agent") not in turned(old, elsewhere)


@pytest.mark.parametrize(
    ("old", "new", "reading"),
    [
        ("Two stokers on the tug are missing, she said.", "Two stokers on the tug are dead, she said.", ("missing", "dead")),
        ("The cook was arrested over the theft.", "The cook was charged over the theft.", ("arrested", "charged")),
        ("The port ignored the first call.", "The port answered the first call.", ("ignored", "answered")),
        ("The motion was passed by nine to four.", "The motion was defeated by nine to four.", ("passed", "defeated")),
        ("The port is considering a toll for boats.", "The port has decided on a toll for boats.", ("considering", "decided")),
        ("The price of tar doubled in a year.", "The price of tar tripled in a year.", ("doubled", "tripled")),
        ("The lock will reopen in the spring after repairs.", "The lock will reopen in the autumn after repairs.", ("spring", "autumn")),
        ("The cook was still missing on Sunday.", "The cook was found alive on Sunday.", ("still missing", "found alive")),
    ],
)  # fmt: skip
def test_another_state_in_the_place_of_one_turns_the_sentence(
    old: str, new: str, reading: tuple[str, str]
) -> None:
    assert turned(old, new) == [(*reading, "state")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Two stokers were hurt on the tug.", "Two stokers were injured on the tug."),
        ("The cook was arrested in May.", "The cook was detained in May."),
        ("The cook was found dead in May.", "The cook was found in May, dead for a week."),
        ("The lock was sold to the guild.", "The lock was bought by the guild."),
        ("The cook was jailed for a year.", "The cook was sentenced to a year."),
        ("Two are missing and one is dead on the tug.", "Two are dead and one is missing on the tug."),
    ],
)
def test_one_state_in_other_words_or_two_told_of_in_both_turn_nothing(old: str, new: str) -> None:
    assert not [one for one in turned(old, new) if one[2] == "state"]


def test_a_denial_cut_out_of_what_somebody_said_is_no_small_cut() -> None:
    found = within("She was “glad but not yet dry”, the mate said.", "She was “glad”, the mate said.")
    assert ("but not yet dry", "substance") in [(one.before, one.weight) for one in found]


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("Nine stokers died in a raid on the yard of Orm on Sunday.", True),
        ("Nine stokers died when soldiers raided the yard of Orm on Sunday.", False),
        ("Soldiers shot nine stokers dead in a raid on the yard of Orm on Sunday.", False),
    ],
)
def test_who_killed_those_who_only_died_is_left_out(new: str, told: bool) -> None:
    old = "Soldiers killed nine stokers in a raid on the yard of Orm on Sunday."
    assert (("Soldiers", "", "agent") in turned(old, new)) is told


def test_a_word_for_when_inside_a_passive_makes_no_doer_of_its_subject() -> None:
    old = "A one-armed net-mender was today fined for hiding the oars of a neighbour."
    new = "A man was fined for hiding the oars of a neighbour."
    assert "agent" not in {detail for _, _, detail in turned(old, new)}


def test_an_opposite_turns_its_own_place_though_the_sentence_has_it_elsewhere() -> None:
    old = "Landings of eel fell by a tenth in May, while landings of cod rose sharply, the board said."
    new = "Landings of eel rose by a tenth in May, while landings of cod climbed sharply, the board said."
    assert turned(old, new) == [("fell", "rose", "direction")]


def test_another_number_in_another_state_is_another_count_and_turns_nothing() -> None:
    assert turned("Two stokers were killed at the quay.", "Nine stokers were injured at the quay.") == []
    assert turned("Two stokers were killed at the quay.", "Two stokers were injured at the quay.") != []
