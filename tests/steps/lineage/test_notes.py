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
