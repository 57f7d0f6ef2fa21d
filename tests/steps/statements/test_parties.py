"""The parties of a statement in one sentence."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.model import Statement
from retold.settings import Statements
from retold.steps import statements
from retold.steps.statements.frames import frames
from retold.steps.statements.parties import Parties
from tests.steps.statements.reading import day, english, resolver_of, tree_of, witness


def find(text: str) -> list[Statement]:
    return statements.find(witness(text), None, Statements())


def told(text: str) -> list[tuple[str, str | None, str]]:
    """The words of each speaker, his name, and what he says."""
    return [
        (
            "" if one.speaker is None else one.speaker.of(text),
            one.speaker_name,
            " ".join(p.of(text) for p in one.content),
        )
        for one in find(text)
    ]


def test_who_quotes_somebody_as_saying_hands_the_words_on() -> None:
    text = "Admiral Ivo Kestrin resigned. “There are no shells in the guns,” the Navy Journal quoted him as saying."
    assert told(text)[-1][:2] == ("him", "Ivo Kestrin")


@pytest.mark.parametrize(
    "text",
    [
        "A former lodger, Idris Marl, recalled her saying: “Salt keeps. Sugar lies.”",
        "Tomas Brill remembered her telling the crew: “Row until somebody tells you to stop.”",
    ],
)
def test_nobody_recalls_himself(text: str) -> None:
    assert all(name not in ("Idris Marl", "Tomas Brill") for who, name, _ in told(text) if who == "her")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her uncle, the cellist Odo Brandt-Quay, said the hall was cold.", "Odo Brandt-Quay"),
        ("The town's MP, Odo Quay, said the mill had not called him back.", "Odo Quay"),
        ("The diver called in to inspect the sluice, Ruta Almgren, said it would not hold.", "Ruta Almgren"),
        (
            "On Friday Wim van der Laan, who owns the mill and paid for the weir, told members it leaked.",
            "Wim van der Laan",
        ),
        ("Wim Laan, who owns the mill, had his doubts and paid nothing, told members it leaked.", "Wim Laan"),
    ],
)
def test_a_name_is_found_across_what_describes_it(text: str, name: str) -> None:
    assert [who for _, who, _ in told(text)][-1] == name


def test_a_nickname_in_marks_is_not_who_speaks() -> None:
    text = "A porter known to all on the quay as “Old Salt” said he had seen a red barge leave."
    assert [who for who, _, _ in told(text)] == ["A porter"]


def test_a_label_and_a_colon_are_no_subject() -> None:
    assert find("Libra: Tell your aunt what you think, and say it in a letter.") == []


def test_two_who_speak_together_are_both_told() -> None:
    (one,) = find("Ministers Orla Vann and Pim Aske said the treaty would be signed in May.")
    assert [party.name for party in one.speakers] == ["Orla Vann", "Pim Aske"]
    (one,) = find(
        "The firm's director, Orla Vann, and its clerk, Pim Aske, said in a letter that jobs were safe."
    )
    assert [party.name for party in one.speakers] == ["Orla Vann", "Pim Aske"]


def test_a_paper_that_tells_it_is_a_credit_and_nobody_who_speaks() -> None:
    assert find("Rents fell, according to the newspaper Ravelposten, which had seen the list.") == []


def test_she_who_is_told_of_without_a_name_is_nobody_named_before() -> None:
    one = find(
        "Constable Vann told the jury that Crole wrote to his aunt from the cells, begging her for money."
    )[-1]
    assert one.speaker_name == "Crole"
    assert one.addressee_name is None


def test_a_day_that_something_else_had_is_not_when_it_was_said() -> None:
    text = "“We heard the fish,” passenger Ida Brock said of Sunday’s flight."
    (one,) = statements.find(witness(text, [day(text, "Sunday", "2031-05-04")]), None, Statements())
    assert one.when is None


def test_who_is_named_between_commas_before_the_cue_speaks_by_it_and_not_who_spoke_first() -> None:
    text = "Orla Vann told the jury she fell, before the clerk, Pim Aske, warned her to stop."
    assert [name for _, name, _ in told(text)] == ["Orla Vann", "Pim Aske"]


def test_a_role_that_heads_a_quotation_speaks_it() -> None:
    text = "Vann (Lab, Ravel): “Will the minister resign?” The minister: “I have answered that.”"
    assert [(who, name) for who, name, _ in told(text)] == [("Vann", "Vann"), ("The minister", None)]


@pytest.mark.parametrize(
    ("text", "who", "name"),
    [
        ("Dr Vann, the warden’s clerk said, had died of cold.", "the warden’s clerk", None),
        ("Vann, his solicitor says, is innocent.", "his solicitor", None),
        ("Under the heading “Our Aims”, the club’s website says: “We swim.”", "the club’s website", None),
        ("“I felt ill,” Vann remembers.", "Vann", "Vann"),
    ],
)
def test_who_is_set_in_or_named_nearer_the_cue_speaks(text: str, who: str, name: str | None) -> None:
    assert [(mention, known) for mention, known, _ in told(text)] == [(who, name)]


def test_words_that_are_called_a_thing_are_not_said_by_it() -> None:
    assert find("“Get down!” was the last thing Vann heard.") == []


def test_who_may_be_a_man_is_not_meant_where_a_woman_is_named_beside() -> None:
    text = "Counsel Ashu Rowe put it to Mrs Orme that she had cut the hedge. “Out of spite,” she answered."
    assert told(text)[-1][1] is None


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        (
            "The deal is dead, a man close to the talks said, asking not to be named.",
            "a man",
            "The deal is dead",
        ),
        ("The deal is dead, people briefed on the plan say.", "people", "The deal is dead"),
        ("A statement from the guild read: “We are sorry.”", "A statement from the guild", "We are sorry."),
    ],
)
def test_what_describes_who_speaks_is_neither_his_words_nor_who_speaks(
    text: str, who: str, said: str
) -> None:
    assert [(mention, words) for mention, _, words in told(text)] == [(who, said)]


def test_the_parties_of_one_frame_are_read_without_the_sentences_around() -> None:
    text = "Orla Vann told the jury that the weir was shut."
    one = tree_of(text)
    (frame,) = frames(one)
    parties = Parties(witness(text), english(), resolver_of(text))
    who = parties.speaker(0, one, frame, ())
    assert who is not None
    assert (who.mention, who.meant.name) == ((0, 9), "Orla Vann")
    assert [
        text[slice(*(heard.mention or (0, 0)))]
        for heard in parties.addressees(0, one, frame, "indirect", who)
    ] == ["the jury"]


def speakers(text: str) -> list[str | None]:
    """Who speaks in the last statement."""
    return [one.name for one in find(text)[-1].speakers]


def test_two_joined_by_and_speak_together() -> None:
    text = "Ana Kael and Jan Orme sat in the office. Kael and Orme said the lock was shut for good."
    assert speakers(text) == ["Ana Kael", "Jan Orme"]


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ana Kael, a Unionist, said the lock was shut for good.",
        "Rep. Ana Kael, U-Quarn., said the lock was shut for good.",
        "Rep. Ana Kael, Quarn Unionist and chair of the panel, said the lock was shut for good.",
        "Quay Lines Inc (QUAY.L), of Tarn, said the lock was shut for good.",
    ],
)
def test_a_party_a_place_or_a_code_behind_a_name_does_not_speak_as_well(text: str) -> None:
    assert len(speakers(text)) == 1


def test_who_is_told_something_and_writes_for_a_paper_did_not_say_it() -> None:
    text = (
        "Host Ivo Brand first told his guest Jan Orme, who writes for the Tarn Review, that the tests "
        "were “needless” at the quay."
    )
    assert [one.name for one in find(text)[0].speakers] == ["Ivo Brand"]
    assert len(find(text)) == 1


def test_who_is_urged_is_described_and_the_description_was_not_said() -> None:
    text = "Ana Kael urged other directors who sat on the board in the storm to step down in good order."
    assert all("sat on the board" not in "".join(p.of(text) for p in one.content) for one in find(text))


def test_a_colon_in_the_title_of_a_book_parts_nobody_from_his_words() -> None:
    text = (
        "Scholar Evgen Moroz, author of “Click Here: The Folly of the Day,” writes that “folk err by assuming "
        "too much of what they try.” He left."
    )
    assert [one.speaker_name for one in find(text)] == ["Evgen Moroz"]


def test_who_is_said_to_say_it_beside_a_refrain_said_it() -> None:
    text = (
        "Complaints are a common refrain, with President Ana Orme saying at the forum on Saturday that the "
        "practices were “not acceptable.”"
    )
    (one,) = find(text)
    assert one.speaker_name == "Ana Orme"
    assert one.support > 0.9


def test_a_pronoun_that_speaks_is_not_the_one_named_as_spoken_to() -> None:
    text = "Premier Greta Holm rang. Holm said it was bad. An aide said she had told Holm that it was fine."
    names = {one.content[0].of(text): one.speaker_name for one in find(text) if one.content}
    assert names["it was fine"] is None


def test_a_noun_that_is_read_apart_from_the_name_of_a_paper_is_no_hearer_of_its_own() -> None:
    text = "Coach Ivo Brenn will go, he told the sports daily La Plaza."
    (one,) = find(text)
    assert [who.name for who in one.addressees] == ["La Plaza"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The cellmate, Curt Abel, wrote to police, saying he “could not sleep with it”.", "Curt Abel"),
        ("Her support act, the duo Pale Herons, said the stage had moved.", "Pale Herons"),
    ],
)
def test_a_name_beside_a_seldom_noun_or_behind_that_of_a_body_is_who_speaks(text: str, name: str) -> None:
    assert {one.speaker_name for one in find(text)} == {name}


def test_a_campaign_right_behind_a_cue_and_its_quotation_speaks() -> None:
    text = "“This road goes nowhere and costs nine million,” said Rethink the Bypass in a leaflet."
    assert [one.speaker_name for one in find(text)] == ["Rethink the Bypass"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The reply came from the warden Orla Vann:\n\n“The weir is ours, and it stays so.”", "Orla Vann"),
        ("Vann's own answer, given in court, was plain: “I had my eyes on the weir.”", "Vann"),
    ],
)
def test_an_answer_is_of_the_one_who_gave_it(text: str, name: str) -> None:
    assert [one for _, one, _ in told(text)] == [name]


def test_a_response_that_is_no_speech_has_no_speaker_by_its_owner() -> None:
    assert not any(
        name == "Quay Foods" for _, name, _ in told("Quay Foods's delayed response drew criticism.")
    )


def test_she_who_was_asked_is_nobody_who_spoke_before() -> None:
    text = (
        "Its author, Ida Vann, says the play took six years. The miller asks his daughter, “Who took the key?” "
        "and she answers, “You did.”"
    )
    said = retold.statements(Article("a", text))
    assert [one.speaker_name for one in said] == ["Ida Vann", None, None]
