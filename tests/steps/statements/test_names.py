"""Runs of capitals cut into titles and names."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.statements.names import Name, names, tokens
from tests.steps.statements.reading import ENGLISH


def found(text: str) -> list[Name]:
    return list(names(tokens(text), frozenset({0}), ENGLISH.names, ENGLISH.grammar))


@pytest.mark.parametrize(
    ("text", "printed", "titles"),
    [
        ("They met Captain Orla Vann.", "Orla Vann", ("captain",)),
        ("They met Ziad al-Borouni.", "Ziad al-Borouni", ()),
        ("They met Orla Vann Jr.", "Orla Vann", ()),
        ("They read Vann’s plan.", "Vann", ()),
        ("They met DC Orla Vann.", "Orla Vann", ("dc",)),
        ("They read DC Comics.", "DC Comics", ()),
    ],
)
def test_titles_and_endings_are_no_part_of_a_name(text: str, printed: str, titles: tuple[str, ...]) -> None:
    (one,) = found(text)
    assert (one.printed, one.titles) == (printed, titles)


def test_a_union_of_states_before_a_full_name_is_a_name_of_its_own() -> None:
    assert [one.printed for one in found("They met United States Senator Orla Vann.")] == [
        "United States",
        "Orla Vann",
    ]


def test_the_first_word_of_a_sentence_owes_its_capital_to_it() -> None:
    assert found("The crews left.") == []
    assert [one.printed for one in found("Praising Vann, the crews left.")] == ["Vann"]


def test_initials_that_spell_a_small_word_stay_a_name() -> None:
    assert [one.printed for one in found("They asked the WHO for help.")] == ["WHO"]


def test_a_headline_in_capitals_is_cut_off() -> None:
    assert [one.printed for one in found("HARBOUR WATERS RISE Vann said so.")] == ["Vann"]


def test_a_single_word_that_heads_a_paragraph_in_capitals_is_cut_off() -> None:
    text = "They saw Vann Lines sink. SHRINKAGE Vann Lines said so."
    assert [one.printed for one in found(text)] == ["Vann Lines", "Vann Lines"]
    assert [one.printed for one in found("They saw UNICEF Lindisle sink.")] == ["UNICEF Lindisle"]


def test_where_a_firm_sits_is_no_part_of_its_name() -> None:
    assert [one.printed for one in found("They asked Lindisle-based Vann Lines.")] == ["Vann Lines"]
    assert [one.printed for one in found("They asked Vann-Dell Lines.")] == ["Vann-Dell Lines"]


def test_a_tag_of_the_net_names_nobody() -> None:
    assert found("they wrote #Vann and left") == []


def test_what_somebody_does_or_a_call_to_the_reader_is_no_part_of_a_name() -> None:
    assert [one.printed for one in found("Gamekeeper Anna Vann left. Take Orm Dell.")] == [
        "Anna Vann",
        "Orm Dell",
    ]
    assert [one.printed for one in found("Walter Anna Vann left.")] == ["Walter Anna Vann"]


def test_two_words_behind_what_a_body_is_are_its_name() -> None:
    text = "Animal charity Reed and Feather said the swans had been fed."
    (said,) = retold.statements(Article("a", text))
    assert said.speaker_name == "Reed and Feather"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("They asked Quay Lines Inc QUAY.L about it.", ["Quay Lines Inc"]),
        ("It was told by Tolm I/B/E/S on it.", ["Tolm I/B/E/S"]),
        ("NOT OUT OF THE WOODS YET Vann said so.", ["Vann"]),
        ("They met President-elect Orla Vann.", ["Orla Vann"]),
        ("They met Special Agent in Charge Orla Vann.", ["Special Agent", "Orla Vann"]),
        ("They met the comptroller of the Currency Peter Vann.", ["Peter Vann"]),
        ("They met Currency Traders Ltd.", ["Currency Traders Ltd"]),
        ("Wrote Vann: no.", ["Vann"]),
        ("They met MERLE & TRUST in town.", ["MERLE & TRUST"]),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(text: str, printed: list[str]) -> None:
    assert [one.printed for one in found(text)] == printed


def test_a_short_word_in_capitals_heads_the_surname_of_somebody_told_in_full() -> None:
    text = "FOCUS Vann said so, for Vann was there. ASEAN Tarn said so. They asked Orla Vann in Tarn."
    starts = frozenset({0, text.index("ASEAN"), text.index("They")})
    held = names(tokens(text), starts, ENGLISH.names, ENGLISH.grammar)
    assert [one.printed for one in held] == ["Vann", "Vann", "ASEAN Tarn", "Orla Vann", "Tarn"]


def test_a_firm_speaks_though_the_code_of_its_share_stands_behind_its_name() -> None:
    text = "Quay Lines Inc. QUAY.L said on Thursday that holders would get half of their claims."
    assert [one.speaker_name for one in retold.statements(Article("a", text))] == ["Quay Lines Inc"]


def test_an_owner_before_a_verb_of_speech_is_a_house() -> None:
    text = "The rating will stay as it is, Quell's said. Quell's clerk Ana Dell spoke. Orme's letter said no."
    found = [one.speaker_name for one in retold.statements(retold.Article("a", text))]
    assert found == ["Quell's", "Orme"]
