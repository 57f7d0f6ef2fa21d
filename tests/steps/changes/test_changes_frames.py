"""A sentence put in other words is turned where one word in the same frame says the opposite."""

from __future__ import annotations

import pytest

from retold.steps.changes.finders import frames
from retold.steps.changes.kinds import KINDS, Stage
from tests.steps.changes.test_changes import within


def turned(old: str, new: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(c.before, c.after, c.detail) for c in within(old, new) if c.kind == "sense"]


@pytest.mark.parametrize(
    ("old", "new", "reading"),
    [
        (
            "Millers at the port said the price of barley had risen by about a tenth since the frost, and that few would sell now.",
            "The price of barley had fallen by roughly a tenth since the frost, said millers at the port, few of whom would sell now.",
            ("risen", "fallen", "direction"),
        ),
        (
            "The keeper said the yard will open its ledgers to the auditors once the strike is over.",
            "The yard may open its ledgers to the auditors, the keeper said, as soon as the strike has ended.",
            ("will", "may", "modality"),
        ),
        (
            "Divers at the mole said the new cable is to reach 18 miles out to the lightship by June.",
            "The new cable should reach 18 kilometres out to the lightship by June, divers said at the mole.",
            ("miles", "kilometres", "unit"),
        ),
    ],
)  # fmt: skip
def test_a_word_that_turns_a_sentence_is_told_wherever_it_stands(
    old: str, new: str, reading: tuple[str, str, str]
) -> None:
    assert reading in turned(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Port Ansel won the cup against Quarn in the last minute of play.", "Quarn lost the cup to Port Ansel in the last minute of play."),
        ("The mate was not happy with the ropes that the yard had sent.", "The mate was unhappy with ropes sent by the yard."),
        ("The lamps are to be dimmed in June when geese cross the sound.", "In June, when geese are crossing the sound, lamps must be dimmed."),
        ("The crane might have to stand still over the feast of the port.", "The crane could stand still over the feast of the port."),
        ("A quarter of an hour before the pumps stopped, the crew had been fed.", "The crew had been fed and the pumps stopped a quarter of an hour after."),
    ],
)  # fmt: skip
def test_what_says_the_same_otherwise_is_not_turned(old: str, new: str) -> None:
    assert turned(old, new) == []


def test_what_the_other_version_denies_elsewhere_is_no_negation() -> None:
    old = "The mate was not on watch, which entails a round of the deck, the owner said of the mate."
    new = "The mate was not on watch, the owner said. Watch entails a round of the deck, the owner said."
    assert turned(old, new) == []


def test_the_finder_is_asked_of_units_and_of_whole_sentences() -> None:
    stages = {one.stage for one in KINDS.of("sense").finders if one.find is frames.turned_frames}
    assert stages == {Stage.UNITS, Stage.SENTENCES}


def test_the_finder_says_nothing_of_sentences_that_are_not_linked() -> None:
    assert (
        turned("The sheep will be sold.", "Rain may come to the hills by night over the whole valley.") == []
    )
