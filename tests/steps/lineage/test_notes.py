"""Notes of the desk that withdraw a report are no origins."""

from __future__ import annotations

import pytest

from retold.model import Lineage, Node
from retold.steps.lineage import notes
from tests.steps.witnesses import witness

KILL = "KILL: Barge adrift\n\nEDITORS: Please kill the report slugged BARGE, sent at noon. One name could not be confirmed."
REPORT = "A barge broke loose at noon, wardens said.\n\nNobody was aboard. It will be withdrawn from service."


def lineage(*origins: str) -> Lineage:
    return Lineage(tuple(Node(o, None, True, 1.0) for o in origins), (), origins, (1, len(origins)))


@pytest.mark.parametrize(("text", "is_one"), [(KILL, True), (REPORT, False), (f"{KILL}\n\n{REPORT}", False)])
def test_a_note_withdraws_in_every_paragraph(text: str, is_one: bool) -> None:
    assert notes.is_note(witness(text)) is is_one


def test_a_note_is_no_origin() -> None:
    found = notes.without_notes(lineage("kill", "wire"), [witness(KILL, "kill"), witness(REPORT, "wire")])
    assert (found.origins, found.origins_range) == (("wire",), (1, 1))


def test_where_nothing_but_notes_is_left_they_stay() -> None:
    alone = lineage("kill")
    assert notes.without_notes(alone, [witness(KILL, "kill")]) == alone


NOTES = [
    ("MANDATORY KILL: Barge adrift", "All clients: A mandatory kill has been issued for the story BARGE, sent at noon.\n\nPlease remove it from your pages. We regret the error."),
    ("ADVISORY - Barge story withdrawn", "Editors: The Gull Wire story headlined “Barge adrift”, issued at noon, is withdrawn. The wardens say there was none. There will be no substitute story.\n\nGULL WIRE"),
    ("KILL NOTICE", "Clients: please disregard BARGE.\n\nThe wardens have since said that no barge broke loose."),
    ("Barge adrift", "Attention editors: Gull Wire is withdrawing its report of a barge adrift at Velm. A replacement will follow."),
    ("RETRACTION: Barge adrift", "Gull Wire has retracted its story on a barge adrift at Velm."),
    ("Barge adrift (withdrawn)", "This story has been withdrawn. The item slugged BARGE was killed at two."),
    (None, "Eds: Do not use the item slugged BARGE; it is wrong."),
    ("Barge adrift", "This article has been removed because it did not meet our standards. We said that a barge broke loose. None did."),
    (None, "We have taken down an article on a barge at Velm, which was wrong from its first line."),
    ("BULLETIN KILL: Barge adrift", "BULLETIN KILL\n\nEditors: A mandatory kill has been filed for the story on a barge at Velm."),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text"), NOTES)
def test_a_note_is_known_by_whom_it_speaks_to_and_what_it_does(title: str | None, text: str) -> None:
    assert notes.is_note(witness(text, title=title))


REPORTS = [
    ("Kill switch stops barge", "A barge was stopped by its kill switch, wardens said.\n\nIt will be withdrawn from service."),
    ("Withdrawal of troops begins", "Withdrawal of the garrison began at noon.\n\nWithdrawn units left by rail."),
    ("Paper retracts barge story", "The Velm Herald has retracted its story on a barge adrift, its editor said on Friday.\n\nThe report was withdrawn after the wardens complained."),
    ("Killed by a barge", "Editors of two papers said the man was killed at noon."),
    ("Advisory: Fog on the Ostrel", "Skippers should keep to the west bank until noon, the wardens said."),
    ("KILL: Barge adrift", REPORT),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text"), REPORTS)
def test_a_report_that_has_such_words_is_none(title: str, text: str) -> None:
    assert not notes.is_note(witness(text, title=title))


FIX = "A report on Tuesday misstated the age of a keeper at Velm. He is 47, not 74."


def test_a_brief_item_that_puts_a_report_right_brings_none() -> None:
    assert notes.is_note(witness(FIX, title="Correction"))
    assert notes.is_note(witness(f"CORRECTION: {FIX}"))
    assert not notes.is_note(witness(FIX, title="Keeper of Velm"))
    assert not notes.is_note(witness(" ".join([FIX] * 12), title="Correction"))


@pytest.mark.parametrize(
    "text",
    [
        "In the report on a barge adrift at Velm, sent at noon, please read in the second paragraph: two men were aboard.",
        "In a story on Monday about a barge adrift at Velm, Gull Wire erroneously reported that nobody was aboard.",
        "(VELM) - In second paragraph read “two men” instead of “nobody”.\n\nA corrected version follows. Gull Wire",
    ],
)
def test_a_correction_that_names_its_report_in_the_title_is_a_note(text: str) -> None:
    one = witness(text, outlet="Gull Wire", title="CORRECTION: Barge adrift off Velm with nobody aboard")
    assert notes.is_note(one)


def test_a_corrected_report_told_as_a_whole_is_none() -> None:
    text = f"{REPORT}\n\nThis version corrects how many there were.\n\nThe barge carried slate for the roofs of Velm."
    assert not notes.is_note(witness(text, title="CORRECTION: Barge adrift off Velm with nobody aboard"))


def test_a_brief_report_that_is_sent_again_put_right_is_no_note() -> None:
    again = "(Corrects hour of the accident in first paragraph)\n\nVELM (Gull Wire) - A barge broke loose at one on Monday and drifted past the mole, wardens said. Nobody was aboard, and it was tied up again before the tide turned."
    assert not notes.is_note(witness(again))
    assert notes.is_note(witness("(Corrects hour of the accident)\n\nIt was one, not noon."))
