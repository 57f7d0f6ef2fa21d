"""Who is meant: names, slips, roles, pronouns."""

from __future__ import annotations

import pytest

from retold import language
from retold.model import Article, Statement
from retold.settings import Statements
from retold.steps import quotes, statements, words
from retold.steps.statements.entities import Entities
from retold.tables import Witness

ENGLISH = language.of("en")


def find(text: str) -> list[Statement]:
    paragraphs = words.paragraphs(text)
    sentences = words.sentences(text, paragraphs, ENGLISH)
    marks = quotes.find("a", text, paragraphs, language.of("en"))
    whole = Witness(Article("a", text), words.split(text), sentences, paragraphs, marks, language=ENGLISH)
    return statements.find(whole, None, Statements())


def entities(text: str) -> Entities:
    starts = words.sentences(text, words.paragraphs(text), ENGLISH)[:, 0].tolist()
    return Entities(text, starts, ENGLISH.names, ENGLISH.grammar)


def speakers(text: str) -> list[str | None]:
    return [s.speaker_name for s in find(text)]


def test_a_surname_means_the_full_name_met_in_the_article() -> None:
    text = "Captain Orla Vann left the port. Vann said the fog was gone."
    assert speakers(text) == ["Orla Vann"]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_either_apostrophe_stands_in_a_name(apostrophe: str) -> None:
    text = f"Captain Orla O{apostrophe}Vann left the port. O{apostrophe}Vann said the fog was gone."
    assert speakers(text) == [f"Orla O{apostrophe}Vann"]


@pytest.mark.parametrize("slip", ["Torbeck", "Tolbek", "Tobleck", "Tolbecks"])
def test_a_slip_of_a_surname_is_joined(slip: str) -> None:
    text = f"Bram Tolbeck met the crews. Tolbeck left. {slip} said the pier was safe."
    assert speakers(text) == ["Bram Tolbeck"]


def test_an_article_and_a_doubled_vowel_do_not_part_a_name() -> None:
    text = "Ziad al-Borouni met the crews. Borouni left. Later Boruni said the pier was safe."
    assert speakers(text) == ["Ziad al-Borouni"]


def test_two_different_surnames_are_not_joined() -> None:
    figures = {f.printed for f in entities("Bram Marten met Ines Martin. Marten left. Martin stayed.").every}
    assert {"Bram Marten", "Ines Martin"} <= figures


def test_a_title_is_no_part_of_the_name() -> None:
    text = "Coast Guard Commander Major General Orla Vann said the pier was safe."
    assert speakers(text) == ["Orla Vann"]


def test_a_title_before_its_body_leads_to_the_name() -> None:
    text = "Chief Commander of the Northern Coast Guard (NCG) Major General Orla Vann has praised the crews."
    assert speakers(text) == ["Orla Vann"]


def test_a_role_noun_means_who_was_given_that_role() -> None:
    text = (
        "Dock union leader Bram Toller met Major General Orla Vann. "
        "Vann said the pier was safe. The top general added that the crews were ready. "
        "The union leader said the pay was too low."
    )
    assert speakers(text) == ["Orla Vann", "Orla Vann", "Bram Toller"]


def test_a_shared_apposition_gives_each_his_own_role() -> None:
    text = (
        "Orla Vann met Bram Toller and Ines Corda, leaders of the Harbour and Northern Light unions. "
        "The Northern Light leader said the pay was low. The Harbour leader said it was fair."
    )
    assert speakers(text) == ["Ines Corda", "Bram Toller"]


def test_a_role_that_nobody_was_given_stays_without_a_name() -> None:
    assert speakers("Orla Vann left early. The mayor said the pier was safe.") == [None]


def test_a_role_that_two_share_stays_without_a_name() -> None:
    text = "Mayor Orla Vann met Mayor Bram Toller. The mayor said the pier was safe."
    assert speakers(text) == [None]


def test_he_is_the_last_who_spoke() -> None:
    text = "Orla Vann met Bram Toller. Toller said the pay was low. He added that the crews were tired."
    assert speakers(text) == ["Bram Toller", "Bram Toller"]


def test_she_is_not_a_man() -> None:
    text = "Mrs Vann met Mr Toller. Mr Toller left at noon. She said the pier was safe."
    assert speakers(text) == ["Vann"]


def test_they_and_unnamed_sources_stay_without_a_name() -> None:
    text = "Orla Vann left. They said the pier was safe. A source close to the talks said the pay was low."
    assert speakers(text) == [None, None]


def test_a_name_under_the_threshold_is_not_given() -> None:
    text = "Orla Vann left. She said the pier was safe."
    paragraphs = words.paragraphs(text)
    sentences = words.sentences(text, paragraphs, ENGLISH)
    whole = Witness(Article("a", text), words.split(text), sentences, paragraphs, language=ENGLISH)
    strict = statements.find(whole, None, Statements(support=0.99))
    assert strict[0].speaker_name is None
    assert strict[0].speaker is not None


def test_a_heading_in_capitals_before_a_quotation_names_its_speaker() -> None:
    text = "Orla Vann said the pay was low. BRAM TOLLER, HARBOUR MASTER “The pier is safe for all of us.”"
    assert speakers(text) == ["Orla Vann", "BRAM TOLLER"]


def test_a_subject_in_capitals_before_a_quotation_ends_the_last_speakers_turn() -> None:
    text = "Orla Vann said the pay was low. ON THE STATE OF THE PIER: “The pier is safe for all of us.”"
    assert speakers(text) == ["Orla Vann", None]


def test_a_headline_in_capitals_is_no_part_of_a_name() -> None:
    text = "STORM DAMAGES PIER Orla Vann said the pier was safe. The storm came and the pier held."
    assert speakers(text) == ["Orla Vann"]


def test_a_verb_at_the_head_of_a_sentence_is_no_first_name() -> None:
    text = "Passing Bram Toller, Orla Vann said the pier was safe. Toller said the pay was low."
    assert speakers(text) == ["Orla Vann", "Bram Toller"]


def test_who_was_told_in_the_passive_did_not_say_it() -> None:
    text = "Orla Vann was fined by the court and told she would lose her boat."
    assert [name for name in speakers(text) if name is not None] == []


def test_a_plea_of_guilty_admits_and_one_of_not_guilty_denies() -> None:
    text = "Orla Vann pleaded guilty to a charge of “letting the old pier rot”, and said so at length."
    assert find(text)[0].manner == "admitted"
    assert find(text.replace("guilty", "not guilty"))[0].manner == "denied"
