"""Whom a name beside words means: an officer behind his house, a party's member, one of a couple."""

from __future__ import annotations

import pytest

import retold
from retold import Article


def named(text: str) -> list[str | None]:
    return [one.speaker_name for one in retold.statements(Article("a", text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Director of National Intelligence James R. Marsh said it was safe.", "James R Marsh"),
        ("The president of Harbour Trust J. R. Marsh said it was safe.", "J R Marsh"),
        ("“It is late,” the Vermont Democrat said.", None),
        ("“It is late,” a Quenby Liberal said.", None),
    ],
)
def test_a_house_and_a_party_are_no_part_of_a_name(text: str, name: str | None) -> None:
    assert named(text) == [name]


def test_a_surname_that_stands_alone_before_two_are_told_in_full_is_neither_s_first_name() -> None:
    text = (
        "Harlan Trent and Marlow met in Quenby on Sunday, where Trent spoke of Bill Marlow and of gifts.\n\n"
        "Hillary Marlow and Bill Marlow lost the last vote.\n\n"
        "“His children are able,” Marlow said of Trent."
    )
    assert named(text)[-1] == "Marlow"


def test_of_two_who_spoke_he_is_whom_the_text_tells_to_be_a_man() -> None:
    text = (
        "Harlan Voss spoke for an hour. He said that the pier was old.\n\n"
        "He claimed that anchor Megyn Orle had asked him to leave.\n\n"
        "He argued that the town should buy the boat."
    )
    assert named(text)[-1] == "Harlan Voss"


def test_a_surname_that_is_a_month_speaks_and_the_month_does_not() -> None:
    text = (
        "Premier Theresa May was in Tarn.\n\n“It is late,” May told reporters in Quenby.\n\n"
        "May said that the vote in May was near."
    )
    assert named(text) == ["Theresa May", "Theresa May"]
    assert named("The vote is in May.\n\n“It is late,” the board said on May 5 in Quenby.") == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“He had a fleet of his own,” the biographer Orle quotes Kael.", "Kael"),
        ("The Post quoted Odo Marsh in its report: “The pier is unsafe.”", "Odo Marsh"),
        ("Kael quotes a study: “The pier is unsafe.”", "Kael"),
    ],
)
def test_whom_somebody_quotes_speaks_where_it_is_a_person(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "President Harlan Trent tweeted that talk would not work.\n\nOn Saturday Secretary of Defense James Orle "
            "gave a stark warning after a meeting with the president. “Any threat will be met,” he said.",
            "James Orle",
        ),
        (
            "Harry Reed, the leader, was there.\n\nBefore leaving Quarn Hill on Sunday, Reed struck a calm note as "
            "he spoke on the floor.\n\n“I have had a talk,” he said.",
            "Harry Reed",
        ),
    ],
)
def test_he_is_the_person_of_the_sentence_before_with_his_office_and_no_place(text: str, name: str) -> None:
    assert named(text)[-1] == name


def test_a_lone_name_that_was_something_leaves_open_who_he_is() -> None:
    text = (
        "“It is what we have,” Sen. Odo Marsh told them.\n\nGrasley was more blunt.\n\n“It is bad,” he said."
    )
    assert named(text) == ["Odo Marsh", None]


def test_a_subject_right_before_its_verb_has_it_whatever_is_read_behind() -> None:
    text = (
        "Sen. Odo Marsh will vote against it.\n\n“I cannot vote for it,” he said in a statement, referring to the "
        "legislation spearheaded by GOP Sens. Lindsey Grant (S.C) and Bill Casey (La.)."
    )
    assert named(text)[0] == "Odo Marsh"


def test_a_spokesman_of_a_house_is_a_person() -> None:
    text = "Odo Marsh spoke.\n\nWhite House spokesman Jay Orle pushed back.\n\n“It is late,” he told them."
    assert named(text)[-1] == "Jay Orle"


def test_a_heading_in_capitals_gives_nobody_a_name() -> None:
    text = "“It is late,” President Trent said.\n\nREAD TRENT'S STATEMENT\n\nTrent said it was over."
    assert named(text) == ["Trent", "Trent"]


def test_whom_a_preposition_brings_in_does_not_go_on_as_he() -> None:
    text = (
        "Some members are opposed, while others, including former President Odo Marsh, want it.\n\n"
        "“There is no use in it,” he told the paper."
    )
    (said,) = retold.statements(Article("a", text))
    assert said.speaker_name is None or said.speakers[0].support < 0.8
    assert named("So far 20 have died, Doctors Without Borders said.") == ["Doctors Without Borders"]
