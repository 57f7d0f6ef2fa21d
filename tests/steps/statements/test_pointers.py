"""A link to another report between brackets names nobody of this one."""

from __future__ import annotations

import pytest

import retold
from retold import Article, language
from retold.steps.statements.pointers import captions, pointers

SPEECH = language.of("en").speech


def test_a_label_and_its_bracket_are_found() -> None:
    assert SPEECH is not None
    text = "It closed. (Related: Keepers Call “Foul” On Kael) [WATCH: The tide] (Watch the tide: it is high)"
    found = [text[low:high] for low, high in pointers(text, SPEECH.pointing)]
    assert found == ["(Related: Keepers Call “Foul” On Kael)", "[WATCH: The tide]"]
    assert not list(pointers(text, frozenset()))


def test_who_goes_on_is_nobody_of_another_headline() -> None:
    text = (
        "Pastor Jan Orme of Elmhart said the chapel would stay open. “We will not yield,” he said. "
        "(RELATED: Tarn Senator Calls Out ‘Vile Attack’ On Chapel)\n\n“We pray for them,” he added."
    )
    said = retold.statements(Article("a", text, outlet="Quay Courant"))
    assert [one.speaker_name for one in said] == ["Jan Orme"] * 3


def test_a_line_under_a_picture_is_found_as_a_whole() -> None:
    assert SPEECH is not None
    text = (
        "Image The pier on Monday. Credit Ana Kael for The Courier\nImage problems cost Credit Tarn dear.\n"
        "Enlarge this image toggle caption Jan Orme/AFP\n"
    )
    found = [text[low:high] for low, high in captions(text, SPEECH.captions)]
    assert found == [text.split("\n", maxsplit=1)[0], text.split("\n")[2]]
    assert not list(captions(text, ()))


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "READ ALSO: Harbour master: “I never fished there”"),
        ("en", "Related story: Crews say the fee is “theft”"),
        ("de", "Lesen Sie auch: Hafenmeisterin: „Das habe ich nie gesagt“"),
        ("fr", "À lire aussi : « Je ne partirai pas », dit la maire"),
        ("es", "Lea también: «No me iré», dice la alcaldesa"),
    ],
)
def test_a_line_that_leads_to_another_report_is_a_pointer(code: str, line: str) -> None:
    speech = language.of(code).speech
    assert speech is not None
    text = f"One sentence.\n\n{line}\n\nAnother."
    assert [text[low:high] for low, high in captions(text, speech.pointers)] == [line]


def test_a_sentence_behind_such_a_word_is_none() -> None:
    speech = language.of("en").speech
    assert speech is not None
    text = "More: the council had paid twice.\nRead on her door was one word."
    assert not list(captions(text, speech.pointers))


def test_nobody_of_another_headline_speaks_in_this_report() -> None:
    text = (
        "The quay will shut in May, harbour master Ida Vann said.\n\n"
        "MORE: Crews say the fee is “an insult”\n\n“I have no choice,” Vann said."
    )
    said = retold.statements(Article("a", text))
    assert [one.speaker_name for one in said] == ["Ida Vann", "Ida Vann"]


def test_a_claim_that_is_put_to_the_test_is_in_nobodys_mouth() -> None:
    text = "CLAIM: A video shows Ida Orm saying, “We will sell the lock.”\n\nTHE FACTS: “It is a fake,” said Odo Bell."
    assert [one.speaker_name for one in retold.statements(Article("a", text))] == ["Odo Bell"]
