"""Who speaks, in one parsed sentence."""

from __future__ import annotations

import pytest

from retold.steps.statements.subjects import subject
from tests.steps.statements.reading import phrase, tree_of


def speaker(text: str, cue: str) -> tuple[str | None, bool]:
    one = tree_of(text)
    head, passive = subject(one, one.lower.index(cue), one.speech.verbs[cue])
    return None if head is None else phrase(one, head), passive


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        ("Orla Vann said the pier was shut.", "said", "Orla Vann"),
        ("Orla Vann, who said the pier was shut, left.", "said", "Orla Vann"),
        ("Orla Vann left, saying the pier was shut.", "saying", "Orla Vann"),
        ("Orla Vann, KC, said that the pier was shut.", "said", "Orla Vann"),
        ("Orla Vann was quoted as saying that the pier was shut.", "saying", "Orla Vann"),
        ("“The pier is shut for good,” added Orla Vann.", "added", "Orla Vann"),
    ],
)
def test_the_speaker_is_the_subject_or_who_lends_it(text: str, cue: str, who: str) -> None:
    assert speaker(text, cue) == (who, False)


def test_nothing_that_is_asked_for_goes_on_to_speak() -> None:
    text = "The warden demanded that the weir be opened and called for calm."
    assert speaker(text, "called") == ("The warden", False)
    assert speaker("The bargee was arrested and said he was ill.", "said") == ("The bargee", False)


def test_in_a_passive_the_agent_speaks() -> None:
    assert speaker("The crews were told by Orla Vann to leave.", "told") == ("Orla Vann", True)
    assert speaker("The crews were told to leave.", "told") == (None, True)


def test_who_issued_a_statement_speaks_in_it() -> None:
    assert speaker("Orla Vann issued a statement calling for calm.", "calling") == ("Orla Vann", False)


def test_a_role_read_beside_a_name_is_his_and_where_he_stopped_says_nothing() -> None:
    assert speaker("Quay Trust head of tolls Rory Vann added: “It leaks.”", "added") == ("Rory Vann", False)
    text = "Traffic: A driver stopped for rowing on Route 9 said she was late."
    assert speaker(text, "said") == ("A driver", False)


def test_who_writes_in_a_paper_is_its_columnist() -> None:
    who, _ = speaker("In the Courier, columnist Orla Vann writes that the weir “will not hold”.", "writes")
    assert who is not None and who.endswith("Orla Vann")
