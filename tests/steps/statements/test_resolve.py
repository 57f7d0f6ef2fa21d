"""Who is meant by a name, a role noun or a pronoun."""

from __future__ import annotations

import pytest

import retold
from retold import Article, parameters
from retold.steps.statements.meant import NOBODY, Meant
from retold.steps.statements.resolve import Resolver
from tests.steps.statements.reading import resolver_of

P = parameters.of("statements", "resolve")


def meant(
    text: str, words: str, segment: int, resolver: Resolver | None = None, proper: bool = False
) -> Meant:
    """Who the last occurrence of these words means."""
    start = text.rindex(words)
    resolver = resolver or resolver_of(text)
    end = start + len(words)
    return resolver.who(segment, start, end, words.lower().split(), end, proper)


def after(text: str, *speakers: tuple[int, str]) -> Resolver:
    """A resolver to which these have spoken, by segment and name."""
    resolver = resolver_of(text)
    for segment, name in speakers:
        start = text.index(name)
        resolver.spoke(segment, resolver.who(segment, start, start + len(name), name.lower().split()))
    return resolver


# ---- names ----


def test_a_full_name_is_surer_than_a_single_word() -> None:
    text = "They met Orla Vann. They met Brock."
    assert meant(text, "Orla Vann", 0, proper=True).support == P.number("full")
    assert meant(text, "Brock", 1, proper=True).support == P.number("once")


def test_a_slip_means_the_known_name_and_is_less_sure() -> None:
    text = "They met Orla Tolbeck. Then Tolbeck left. Then Tolbekc came."
    found = meant(text, "Tolbekc", 2, proper=True)
    assert (found.name, found.support) == ("Orla Tolbeck", P.number("slip"))


def test_a_common_noun_right_before_a_name_means_its_bearer() -> None:
    text = "Then curator Orla Vann left."
    assert meant(text, "curator", 0).name == "Orla Vann"


def test_a_noun_that_means_several_is_not_the_one_named_behind_it() -> None:
    text = "Then curators Orla Vann left."
    assert meant(text, "curators", 0) == NOBODY


# ---- roles ----


def test_a_role_means_who_was_given_it_before() -> None:
    text = "They met Mayor Orla Vann. Then the mayor left."
    found = meant(text, "the mayor", 1)
    assert (found.name, found.support) == ("Orla Vann", P.number("role"))


def test_a_role_is_never_given_ahead() -> None:
    text = "Then the mayor left. They met Mayor Orla Vann."
    start = text.index("the mayor")
    assert resolver_of(text).who(0, start, start + 9, ["the", "mayor"], start + 9, False) == NOBODY


@pytest.mark.parametrize("words", ["a mayor", "the mayors"])
def test_a_new_or_a_plural_role_means_nobody(words: str) -> None:
    text = f"They met Mayor Orla Vann. Then {words} left."
    assert meant(text, words, 1) == NOBODY


def test_of_two_with_one_role_the_last_who_spoke_is_meant() -> None:
    text = "They met Mayor Orla Vann and Mayor Bram Toller. Then the mayor left."
    assert meant(text, "the mayor", 1) == NOBODY
    found = meant(text, "the mayor", 1, after(text, (0, "Bram Toller")))
    assert (found.name, found.support) == ("Bram Toller", P.number("latest_role"))


# ---- pronouns ----


def test_she_is_the_last_who_spoke() -> None:
    text = "Mrs Vann left. She came back."
    found = meant(text, "She", 1, after(text, (0, "Vann")))
    assert found.name == "Vann" and found.support > 0.8


def test_somebody_else_who_may_be_meant_makes_a_pronoun_less_sure() -> None:
    alone, rival = "Mrs Vann left. She came back.", "Mrs Vann met Mrs Brock. She came back."
    sure, less = (meant(text, "She", 1, after(text, (0, "Vann"))).support for text in (alone, rival))
    assert less < sure


def test_she_is_no_man() -> None:
    text = "Mr Toller left. She came back."
    assert meant(text, "She", 1, after(text, (0, "Toller"))) == NOBODY


def test_a_pronoun_tells_what_its_bearer_is_for_the_rest_of_the_article() -> None:
    text = "Vann Holm left. She came back. He went."
    resolver = after(text, (0, "Vann Holm"))
    she = meant(text, "She", 1, resolver)
    assert she.name == "Vann Holm" and meant(text, "He", 2, resolver).support < she.support


def test_a_pronoun_looks_back_on_a_few_sentences_only() -> None:
    quiet = "The sea was calm. " * 7
    text = f"Mrs Vann left. {quiet}She came back."
    assert meant(text, "She", 8, after(text, (0, "Vann"))) == NOBODY


def test_it_is_the_body_that_spoke_last() -> None:
    text = "The Harbour Council met. It was late."
    found = meant(text, "It", 1, after(text, (0, "Harbour Council")))
    assert (found.name, found.support) == ("Harbour Council", P.number("body"))


def test_it_is_no_person() -> None:
    text = "Mrs Vann left. It was late."
    assert meant(text, "It", 1, after(text, (0, "Vann"))) == NOBODY


def test_a_pronoun_alone_is_no_turn_of_an_unknown_speaker() -> None:
    resolver = resolver_of("She left.")
    resolver.spoke(0, NOBODY, "She")
    assert resolver.turns.every == []
    resolver.spoke(0, NOBODY, "a witness")
    assert len(resolver.turns.every) == 1


# ---- subjects ----


def test_a_subject_stands_behind_no_preposition_and_owns_nothing() -> None:
    text = "With Ida Brock gone, Orla Vann left."
    found = resolver_of(text).subject(0, len(text))
    assert found is not None and found.printed == "Orla Vann"


def test_in_a_new_paragraph_she_is_nobody_whose_sex_is_unknown_where_a_woman_is_told_of() -> None:
    lead = "Mrs Vann kept the light. Her neighbour Ferris Holm said she was stern."
    apart, within = f"{lead}\n\nShe came back.", f"{lead} She came back."
    assert meant(apart, "She", 2, after(apart, (1, "Ferris Holm"))) == NOBODY
    assert meant(within, "She", 2, after(within, (1, "Ferris Holm"))).name == "Ferris Holm"


def test_a_name_before_a_colon_is_no_subject_that_a_pronoun_means() -> None:
    text = "Mr Toller: Did it hold?\nWitness: He came back."
    assert meant(text, "He", 1, resolver_of(text)) == NOBODY


def test_he_at_the_head_of_a_sentence_is_whom_the_next_one_means() -> None:
    text = (
        "“Turn on the lamp,” Viktor Orm said. He laughed, and so did his clerk, Carl Dell, who has asked me not to"
        " write of Vosk.\n\n“My wife says I should be sorry,” he said."
    )
    assert [one.speaker_name for one in retold.statements(Article("a", text))][-1] == "Viktor Orm"


@pytest.mark.parametrize("who", ["Ida Orm KC", "defence counsel Ida Orm KC", "Ida Orm Jr."])
def test_letters_behind_a_name_are_no_head_of_it(who: str) -> None:
    (one,) = retold.statements(Article("a", f"“It was late,” {who} said."))
    assert one.speaker_name == "Ida Orm"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rolf Dell was ill. Mark Orm came. Dell’s sister pleaded with him, but he said it was late.", "Rolf Dell"),
        ("Ida Dells was ill. Ann Orm came. Dells’ brother pleaded, but she said it was late.", "Ida Dells"),
    ],
)  # fmt: skip
def test_he_behind_his_sister_is_her_brother(text: str, who: str) -> None:
    assert retold.statements(Article("a", text))[-1].speaker_name == who


def test_a_club_before_its_boss_is_not_he() -> None:
    text = "Tarn Rovers lost. Rovers boss Zed Marr, whose side are last, was cross. “Four minutes?” he fumed."
    assert [one.speaker_name for one in retold.statements(Article("a", text))] == ["Zed Marr"]


@pytest.mark.parametrize(("years", "who"), [(34, "Ida Orm"), (52, "Rolf Dell"), (40, None)])
def test_who_is_meant_by_an_age_is_the_one_told_with_it(years: int, who: str | None) -> None:
    text = f"Ida Orm, 34, and Rolf Dell, 52, were hurt. The {years}-year-old said it was late."
    assert retold.statements(Article("a", text))[-1].speaker_name == who


def test_a_son_is_not_his_father_of_the_same_name() -> None:
    text = "Rolf Dell ran the mill. “It was late,” Rolf Dell Jr. said. Rolf Dell had left."
    assert [one.speaker_name for one in retold.statements(Article("a", text))] == [None]
