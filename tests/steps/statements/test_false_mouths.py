"""Invented texts in which a nearer name tempts: each must give words to who spoke them, or to nobody."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.model import Statement


def statements(text: str) -> list[Statement]:
    return retold.statements(Article("a", text))


def speaker(text: str, words: str) -> str | None:
    """The name of who says the shortest statement that holds these words."""
    holding = [
        (sum(span.end - span.start for span in one.content), one.speaker_name)
        for one in statements(text)
        if words in " ".join(span.of(text) for span in one.content)
    ]
    assert holding, [span.of(text) for one in statements(text) for span in one.content]
    return min(holding, key=lambda pair: pair[0])[1]


def contents(text: str) -> list[str]:
    return [" ".join(span.of(text) for span in one.content) for one in statements(text) if one.content]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Pim Aske drowned in May. The coroner closed the case. He said the rope was old.", "old", None),
        ("Police found Pim Aske dead. A plumber rang the bell. “It was open,” he said.", "open", None),
        ("Pim Aske was fined. The judge said he lied. “You risked lives,” he said.", "risked", None),
        ("Pim Aske fell ill. A spokesman for the port said it was flu. He said all were well.", "all", None),
        ("Pim Aske was fined. The widow wept. He said he was sorry.", "sorry", "Pim Aske"),
        (
            "Mayor Pim Aske met the crews. The mayor gave them soup. “Eat,” he said. “Eat it all.”",
            "all",
            "Pim Aske",
        ),
    ],
)
def test_a_pronoun_is_not_one_named_before_somebody_without_a_name(
    text: str, words: str, name: str | None
) -> None:
    assert speaker(text, words) == name


@pytest.mark.parametrize(
    "text",
    [
        "Orla Vann told the Tarn Echo the dean had paid the choir well, but admitted: “We sang too long.”",
        "Orla Vann told the inquiry the owners had mended the hull, and conceded: “We sang too long.”",
    ],
)
def test_what_follows_a_comma_and_a_conjunction_is_the_main_speaker_s(text: str) -> None:
    assert speaker(text, "too long") == "Orla Vann"
    assert not any(words.endswith(("admitted", "conceded")) for words in contents(text))


@pytest.mark.parametrize(
    "text",
    [
        "Clerk Orla Vann told the hearing that Pim Aske had threatened the cook in May, shouting “bring me soup”.",
        "Clerk Orla Vann told jurors that Pim Aske had hit the cook with a ladle, yelling “bring me soup”.",
        "Witness Orla Vann said that Pim Aske had taunted the cook all week, saying “bring me soup”.",
        "The court heard that Pim Aske had struck the cook, saying “bring me soup”.",
    ],
)
def test_a_threat_told_in_court_keeps_its_words(text: str) -> None:
    assert speaker(text, "bring me soup") == "Pim Aske"


def test_a_theft_told_in_court_is_judged_by_who_tells_it() -> None:
    text = "Prosecutor Orla Vann told jurors that Pim Aske had sold the boat, saying “it was a cruel deed”."
    assert speaker(text, "cruel deed") == "Orla Vann"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Informed that the ferry had left, the clerk, Pim Aske, said: “Then I walk.”", "Then I walk"),
        (
            "Warned by a guard that the doors would shut, the clerk, Pim Aske, replied: “Let them.”",
            "Let them",
        ),
    ],
)
def test_an_opening_participle_is_nobody(text: str, words: str) -> None:
    assert speaker(text, words) == "Pim Aske"


@pytest.mark.parametrize(
    "text",
    [
        "Asked by a pupil if eels could sing, Orla Vann laughed.",
        "Reminded that the vote was secret, clerk Pim Aske smiled.",
        "Pim Aske on Monday declined to comment.",
        "The bargee asked not to be identified because his berth is at stake.",
        "Both clerks asked to remain anonymous.",
        "Orla Vann asked the paper not to print her name.",
        "Orla Vann refused to say why the pier was shut.",
        "Half the herring is lost, the Tarn Courier reports.",
        "A hut by the quay that pilots dubbed “the Oven” was sold on Monday.",
        "Pilots called the hut “the Oven.”",
        "Locals nicknamed the bridge “Old Misery” and the police labelled it “The Trap”.",
    ],
)
def test_these_say_nothing(text: str) -> None:
    assert contents(text) == []


def test_who_asks_others_for_a_name_says_something() -> None:
    assert contents("Pim Aske asked the clerk to name the owner of the barge.") == [
        "to name the owner of the barge"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Orla Vann thanked the 20 cooks who peeled turnips.", []),
        ("Orla Vann thanked the court usher for the chair.", []),
        ("Pupils were told to cycle, the school office said.", ["Pupils were told to cycle"]),
        ("Orla Vann called the plan “a farce”.", ["the plan “a farce”"]),
        ("Orla Vann asked the crews who had paid.", ["who had paid"]),
    ],
)
def test_only_words_that_were_said_are_content(text: str, said: list[str]) -> None:
    assert contents(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Pim Aske, a cook who spent ten years at the works, said when the gates went up on the lane: “We go.”",
        "Pim Aske said after the gates were shut: “We go.”",
    ],
)
def test_when_something_was_said_was_not_said(text: str) -> None:
    assert speaker(text, "We go") == "Pim Aske"
    assert contents(text) == ["We go."]


def test_a_forgotten_mark_leaves_words_to_who_is_named_behind_them() -> None:
    text = "“It was dawn,” Pim Aske said.\n\n“We rowed home, said Orla Vann, who rows.\n\nIt rained."
    assert speaker(text, "We rowed home") == "Orla Vann"


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Pim Aske left.\n\n“We came for a roof.\n\n“We got a bucket,” teacher Orla Vann said.",
        "Mayor Pim Aske left.\n\n'We came for a roof.\n\n'We got a bucket,' teacher Orla Vann said.",
        "“I like it here,” Pim Aske said.\n\n“We came for a roof.\n\n“We got a bucket,” said Orla Vann.",
    ],
)
def test_opened_paragraphs_are_those_of_who_is_named_in_the_last(text: str) -> None:
    assert speaker(text, "for a roof") == "Orla Vann"


def test_opened_paragraphs_that_name_nobody_are_those_of_who_spoke_before() -> None:
    text = "'I am sorry,' Orla Vann wrote.\n\n'The nets are torn.\n\n'We shall mend them.'\n\nIt rained."
    assert speaker(text, "nets are torn") == "Orla Vann"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The diver who freed her, Orla Vann, said it was cold.", "cold", "Orla Vann"),
        ("The makers, Quay Ropes, said they would sue.", "sue", "Quay Ropes"),
        ("Outside, a beekeeper, Pim Aske, said he was sick of it.", "sick", "Pim Aske"),
        ("The man who hit the pilot, Pim Aske, said it was late.", "late", None),
        (
            "“We pay,” the Weavers' and Dyers' Bank of Ravel said.",
            "We pay",
            "Weavers' and Dyers' Bank of Ravel",
        ),
        ("Teal, Marl and Sons said it would sue.", "sue", "Teal, Marl and Sons"),
        ("Minister of Trade Orla Vann said it was late.", "late", "Orla Vann"),
        ("Dr Orla Vann lent it. Nurse Pim Aske took it. “It leaks,” the doctor said.", "leaks", "Orla Vann"),
        ("Pim Aske fretted that the port “will forget us”.", "forget us", "Pim Aske"),
        ("“Never,” snorted her husband, Pim Aske, who keeps bees.", "Never", "Pim Aske"),
        ("A word from the builder, Orla Vann, of Quay Works:\n\n“It stands.”", "It stands", "Orla Vann"),
    ],
)
def test_names_are_taken_whole_and_from_their_nouns(text: str, words: str, name: str | None) -> None:
    assert speaker(text, words) == name


def test_an_archbishop_keeps_his_see() -> None:
    text = "The Archbishop of Ravel said the banks should pay."
    mention = statements(text)[0].speakers[0].mention
    assert mention is not None
    assert mention.of(text) == "The Archbishop of Ravel"


@pytest.mark.parametrize("paper", ["the Sunday Courant", "the Monday Herald"])
def test_the_day_in_the_name_of_a_paper_dates_nothing(paper: str) -> None:
    assert [one.when for one in statements(f"In an interview with {paper}, Orla Vann said it was late.")] == [
        None
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The barge sank on Monday after a wave hit the bow, police said, and two are missing.",
        "The barge sank on Monday after a wave hit the bow, police said.",
    ],
)
def test_what_was_said_is_the_main_clause_and_as_sure_with_more_behind_it(text: str) -> None:
    (said,) = statements(text)
    assert contents(text) == ["The barge sank on Monday after a wave hit the bow"]
    assert said.support > 0.8


def test_a_first_name_behind_kin_is_taken() -> None:
    assert speaker("“Hush, Mother, they hear us,” begged her son Emyr, a cook.", "Hush") == "Emyr"


@pytest.mark.parametrize(
    ("named", "other"),
    [
        ("Farmer Pim Aske", "teacher"),
        ("Striker Pim Aske", "goalkeeper"),
        ("Lawyer Pim Aske", "prosecutor"),
        ("Pilot Pim Aske", "driver"),
    ],
)
def test_one_trade_is_not_another(named: str, other: str) -> None:
    assert speaker(f"{named} lost the case. “It was late,” the {other} said.", "late") is None
    assert speaker(f"{named} lost the case. The {other} wept. He said it was late.", "late") is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The pier leaks, Orm Dell said. Ana Vann could mend it by May, he said.", "mend", "Orm Dell"),
        ("The pier leaks. Ana Vann could mend it by May, he said.", "mend", None),
        ("Orm Dell is tired. Dell would be back by May, he said.", "back", "Orm Dell"),
    ],
)
def test_a_pronoun_behind_what_it_tells_is_nobody_told_of(text: str, words: str, name: str | None) -> None:
    assert speaker(text, words) == name


@pytest.mark.parametrize(
    ("frame", "name"),
    [
        ("crowed pilot Orla Vann on the Evening Hour.", "Orla Vann"),
        ("boasted HBR harbour correspondent Dirk Salt on the Evening Hour.", "Dirk Salt"),
    ],
)
def test_where_words_were_spoken_does_not_speak(frame: str, name: str) -> None:
    assert speaker(f"“The pier is safe for all of us,” {frame}", "pier") == name


def test_words_of_which_somebody_was_told_are_his_who_tells_of_it() -> None:
    text = "A clerk told the Mole Post that the port was told of “30 leaks in the pier since May.” Vann left."
    (only,) = statements(text)
    assert only.kind == "mixed" and only.speaker is not None and only.speaker.of(text) == "A clerk"


def test_a_saying_from_which_people_learn_was_not_said_by_them() -> None:
    assert (
        statements("We all learn from experience, and from the “school of hard knocks.” That is life.") == []
    )


def test_what_stands_for_a_text_is_no_speaker() -> None:
    text = "Vann left. This is from the Mole Post: “The pier leaks. Nobody will mend it before May.”"
    assert [one.speaker for one in statements(text)] == [None]


def test_the_author_of_a_paper_is_not_the_paper_and_a_group_is_no_man() -> None:
    text = "According to a complaint Orm Dell filed on Sunday, Vann was going home when he was hit."
    assert speaker(text, "home") is None
    text = (
        "Zefo Vann left the group Harbour Action Tarn. Last week, he announced that his office would close."
    )
    assert speaker(text, "office") == "Zefo Vann"


def test_quoted_words_are_not_thought_by_one_who_thinks_something_else() -> None:
    text = "He said that Vann was in tears, “and not of joy,” at the vote, when she thought Dell would win."
    assert [
        one.manner for one in statements(text) if "joy" in " ".join(span.of(text) for span in one.content)
    ] == ["said"]


@pytest.mark.parametrize(
    "text",
    [
        "Let’s say you have lent 25 crowns to a crew. It may be spent.",
        "Assuming that crews are spread evenly along a beach, it turns out that the middle is best.",
        "Anyone who knows how this will end is a liar.",
        "We continue to look at the “nets gap,” or the number of nets that are needed.",
    ],
)
def test_what_is_supposed_or_named_in_passing_is_said_by_nobody(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Orme met Rowe on Monday. “He will not sell,” she said. “I said no such thing,” Rowe replied.",
            None,
        ),
        ("Brandt phoned Weir at noon. “You must come,” he said. “I cannot,” Weir answered.", None),
        ("Tarnholm hired Paul Rowe on Monday. “I am glad,” he said. “So are we,” Kael said.", "Paul Rowe"),
    ],
)
def test_a_pronoun_is_not_given_to_the_later_of_two_last_names(text: str, who: str | None) -> None:
    said = [one for one in retold.statements(Article("a", text)) if one.kind == "direct"]
    assert said[0].speaker_name == who


def test_he_is_the_subject_of_the_main_clause_and_not_of_the_one_before_it() -> None:
    text = (
        "The warden, Dr. Anton Selk, spoke to the council on Tuesday. Mayor Per Hald wants the piers open.\n\n"
        "As Mr. Hald tries to get the piers going again before the vote, Selk made clear that if they open "
        "too soon there will be a price.\n\n“If some jump over the steps we may see more of it,” he said."
    )
    assert speaker(text, "jump over the steps") == "Anton Selk"


def test_who_reports_for_a_station_is_not_who_speaks_next() -> None:
    text = (
        "On the morning show the guild's chief Wayne Orr defended his call for guards on every pier. "
        "Quay Radio's Peter Alder reports. He said, “If you want to stop thieves, take them off the pier.”"
    )
    assert speaker(text, "stop thieves") == "Wayne Orr"


@pytest.mark.parametrize("thing", ["the WHQ Poll", "the Tolm Survey", "the Harbour Index"])
def test_no_poll_is_a_man(thing: str) -> None:
    text = (
        f"“Great anger!” wrote Per Hald in one post. Take part in {thing}! "
        "He followed it up with a second post: “They had their vote taken from them.”"
    )
    assert speaker(text, "vote taken") in ("Per Hald", None)


def test_who_writes_for_a_paper_goes_on_and_not_the_paper() -> None:
    text = (
        "In a March 2033 New Ledger magazine essay, Samantha Power wrote that policy needs a reckoning. "
        "She continued: “A doctrine of regret would help us.”"
    )
    assert speaker(text, "doctrine of regret") == "Samantha Power"


def test_what_was_called_it_is_no_man() -> None:
    text = (
        "Marl said it expected demand to go on. It said it expects gains for the year.\n\n"
        "“This is a long cycle,” he said in a talk with the paper. Brian Gladd spoke after Marl met the press."
    )
    assert speaker(text, "long cycle") != "Marl"


def test_who_stands_behind_a_body_is_its_head() -> None:
    text = (
        "That includes Marjorie Dann, the president of the Susan B. Orr List, who offered this statement: "
        "“Her stand on it makes her unfit.”"
    )
    assert speaker(text, "stand on it") == "Marjorie Dann"
