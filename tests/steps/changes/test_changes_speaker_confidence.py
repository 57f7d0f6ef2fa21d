"""When a speaker is known surely enough to be held against another version's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Party, Span, Statement
from retold.settings import Changes
from retold.steps.changes import speaker_confidence
from retold.steps.changes.pair import Side

QUOTED = "The quay was rotten to the piles and everybody knew it"
BODY = (
    "The council of Port Ansel met for three hours. {}\n\nThe works begin in spring, when the ice has gone."
)


@pytest.fixture
def version(laid: Callable, statement: Callable) -> Callable[..., tuple[Side, Statement]]:
    """One version and its statement: the sentence with the quotation, the mention, the name meant."""

    def make(sentence: str, mention: str, name: str | None, **more: object) -> tuple[Side, Statement]:
        text = BODY.format(sentence.format(QUOTED))
        material, _ = laid(text, text)
        return material.pair.old, statement("a", text, QUOTED, mention, name, **more)

    return make


def names_of(here: Side, one: Statement) -> list[str | None]:
    return [party.name for party in speaker_confidence.sure(here, one, Changes())]


def test_a_speaker_named_in_full_beside_the_words_is_sure(version: Callable) -> None:
    assert names_of(*version("“{}”, Orla Quarn said.", "Orla Quarn", "Orla Quarn")) == ["Orla Quarn"]


def test_a_pronoun_is_sure_only_where_its_owner_is_named_near(version: Callable) -> None:
    near = version("Orla Quarn rose last. “{}”, she said.", "she", "Orla Quarn")
    assert names_of(*near) == ["Orla Quarn"]
    far = version("The engineer rose last. “{}”, she said.", "she", "Orla Quarn")
    assert names_of(*far) == []


def test_a_name_that_the_words_themselves_name_is_doubted(version: Callable) -> None:
    here, one = version("“{}”, Orla Quarn said.", "Orla Quarn", "Everybody Rotten")
    assert speaker_confidence.sure(here, one, Changes()) == []


def test_a_place_in_capitals_at_the_head_is_no_speaker(laid: Callable, statement: Callable) -> None:
    text = f"ANSEL said the council met. “{QUOTED}.”"
    material, _ = laid(text, text)
    one = statement("a", text, QUOTED, "ANSEL", "Ansel")
    assert speaker_confidence.sure(material.pair.old, one, Changes()) == []


def test_a_speaker_with_little_support_is_not_sure(version: Callable) -> None:
    here, one = version("“{}”, Orla Quarn said.", "Orla Quarn", "Orla Quarn")
    assert speaker_confidence.sure(here, one, Changes(support=0.99)) == []


def test_who_is_named_beside_the_words_may_as_well_speak_there(version: Callable) -> None:
    here, one = version("Ivo Tarrant nodded. “{}”, she said.", "she", "Orla Quarn")
    at = Span("b", 0, 4)
    assert speaker_confidence.stands_by(here, one, [Party(at, "Ivo Tarrant", 0.9)])
    assert not speaker_confidence.stands_by(here, one, [Party(at, "Gesa Molk", 0.9)])


def test_two_speakers_are_two_only_if_no_part_of_a_name_is_near(version: Callable) -> None:
    here, one = version("“{}”, Orla Quarn said.", "Orla Quarn", "Orla Quarn")
    (quarn,) = one.speakers
    for name, apart in (("Ivo Tarrant", True), ("Minister Quarn", False)):
        other = Party(quarn.mention, name, 0.9)
        assert speaker_confidence.are_two(here, [quarn], here, [other], quoted=True) is apart


def test_an_official_is_somebody_without_a_name(version: Callable) -> None:
    named, one = version("“{}”, Orla Quarn said.", "Orla Quarn", "Orla Quarn")
    there, other = version("“{}”, an official said.", "an official", None)
    assert speaker_confidence.unnamed_by(named, one.speakers, there, other)
    there, other = version("“{}”, the official said.", "the official", None)
    assert not speaker_confidence.unnamed_by(named, one.speakers, there, other)


def test_a_small_word_alone_is_a_pronoun_and_a_name_is_none(version: Callable) -> None:
    here, one = version("Orla Quarn rose last. “{}”, she said.", "she", "Orla Quarn")
    assert speaker_confidence.pronouns(here, one.speakers) == ["she"]
    here, one = version("“{}”, Orla Quarn said.", "Orla Quarn", "Orla Quarn")
    assert speaker_confidence.pronouns(here, one.speakers) == []


def test_initials_and_words_for_a_body_make_a_body(version: Callable) -> None:
    here, _ = version("“{}”, Orla Quarn said.", "Orla Quarn", "Orla Quarn")
    bodies = [
        speaker_confidence.is_body(here.language, name) for name in ("UNC", "Port Council", "Orla Quarn")
    ]
    assert bodies == [True, True, False]


def test_a_surname_is_introduced_by_the_full_name_elsewhere_in_its_text(version: Callable) -> None:
    here, one = version("Orla Quarn rose last. “{}”, Quarn said.", "Quarn said", "Orla Quarn")
    (party,) = one.speakers
    short = Party(Span("a", party.mention.start, party.mention.start + 5), party.name, party.support)
    assert speaker_confidence.is_introduced(here, short)


def test_a_surname_whose_full_name_stands_nowhere_is_not_introduced(version: Callable) -> None:
    here, one = version("“{}”, Quarn said.", "Quarn", "Orla Quarn")
    assert not speaker_confidence.is_introduced(here, *one.speakers)


def test_a_full_name_behind_an_article_and_a_title_is_no_role(version: Callable) -> None:
    titled = version("“{}”, said the mayor, Orla Quarn.", "the mayor, Orla Quarn", "Orla Quarn")
    assert names_of(*titled) == ["Orla Quarn"]
    assert (
        names_of(*version("“{}”, said the Tolland Radical.", "the Tolland Radical", "Tolland Radical")) == []
    )
