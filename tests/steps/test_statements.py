"""Who said what to whom, on invented sentences."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retold import language
from retold.model import Article, DateMention, Span, Statement
from retold.settings import Statements
from retold.steps import quotes, statements, words
from retold.tables import Witness


def witness(text: str, dates: tuple[DateMention, ...] = ()) -> Witness:
    paragraphs = words.paragraphs(text)
    return Witness(
        article=Article("a", text),
        words=words.split(text),
        sentences=words.sentences(text, paragraphs, language.of("en")),
        paragraphs=paragraphs,
        quotes=quotes.find("a", text, paragraphs, language.of("en")),
        dates=dates,
        language=language.of("en"),
    )


def find(text: str, dates: tuple[DateMention, ...] = ()) -> list[Statement]:
    return statements.find(witness(text, dates), None, Statements())


def day(text: str, words_: str, value: str) -> DateMention:
    at = text.index(words_)
    return DateMention(Span("a", at, at + len(words_)), "DATE", value)


def having(text: str, piece: str) -> Statement:
    """The one statement whose content or cue has these words."""
    found = [s for s in find(text) if any(piece in c.of(text) for c in s.content)]
    assert len(found) == 1, find(text)
    return found[0]


SPEAKERS = [
    # text, words of the content, speaker's words hold, name
    ("“The pier is safe for all,” Orla Vann said.", "pier is safe", "Orla Vann", "Orla Vann"),
    ("“The pier is safe for all,” said Orla Vann.", "pier is safe", "Orla Vann", "Orla Vann"),
    ("Orla Vann said, “The pier is safe for all.”", "pier is safe", "Orla Vann", "Orla Vann"),
    ("Orla Vann said: “The pier is safe for all.”", "pier is safe", "Orla Vann", "Orla Vann"),
    ("“The pier,” Orla Vann said, “is safe for all.”", "is safe", "Orla Vann", "Orla Vann"),
    ("According to Orla Vann, the pier is safe for all crews.", "pier is safe", "Orla Vann", "Orla Vann"),
    ("The pier is safe for all crews, according to Orla Vann.", "pier is safe", "Orla Vann", "Orla Vann"),
    ("VANN: “The pier is safe for all.”", "pier is safe", "VANN", None),
    ("Orla Vann: “The pier is safe for all.”", "pier is safe", "Orla Vann", "Orla Vann"),
    ("“The pier is safe for all.” — Orla Vann", "pier is safe", "Orla Vann", "Orla Vann"),
    ("Orla Vann was quoted as saying that the pier was safe.", "pier was safe", "Orla Vann", "Orla Vann"),
    ("A port official said the pier was closed.", "pier was closed", "A port official", None),
    ("Orla Vann, who said the pier was closed, left early.", "pier was closed", "Orla Vann", "Orla Vann"),
    ("Orla Vann wrote on Telegram that the pier was closed.", "pier was closed", "Orla Vann", "Orla Vann"),
    ("In a statement, Orla Vann said the pier was closed.", "pier was closed", "Orla Vann", "Orla Vann"),
    ("“The pier is safe for all,” beamed Orla Vann.", "pier is safe", "Orla Vann", "Orla Vann"),
]


@pytest.mark.parametrize(("text", "piece", "mention", "name"), SPEAKERS)
def test_the_speaker_is_found_wherever_the_cue_stands(
    text: str, piece: str, mention: str, name: str | None
) -> None:
    said = having(text, piece)
    assert said.speaker is not None
    assert mention in said.speaker.of(text)
    assert name is None or said.speaker_name == name


def test_an_added_clause_keeps_the_speaker() -> None:
    text = "“The pier is safe,” Orla Vann said, adding that the crews would stay."
    assert having(text, "crews would stay").speaker_name == "Orla Vann"
    assert having(text, "pier is safe").manner == "said"


def test_a_praise_that_goes_on_in_words_is_an_act_and_a_quotation() -> None:
    text = "Orla Vann praised the crews of the ferry, saying, “You saved the harbour from the worst.”"
    assert [(s.kind, s.speaker_name) for s in find(text)] == [("act", "Orla Vann"), ("direct", "Orla Vann")]


def test_a_second_sentence_floats_behind_its_speaker() -> None:
    text = "“The pier is safe,” Orla Vann said. “We will open it in the morning.”"
    said = having(text, "open it in the morning")
    assert said.speaker_name == "Orla Vann"
    assert said.support < 0.97


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = "Orla Vann said: “The pier is safe.\n\n“The crews are safe.\n\n“All will be well.”"
    found = find(text)
    assert len(found) == 1
    assert len(found[0].content) == 3


def test_an_opening_that_ends_in_a_colon_owns_the_next_paragraph() -> None:
    text = "Orla Vann went on:\n\n“The pier is safe for all.”"
    assert having(text, "pier is safe").speaker_name == "Orla Vann"


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “best pier in town” was closed at noon.",
        "She was reading “The Light at the End of the Pier” when the fog came.",
        "The “Old Gull” sank near the harbour.",
    ],
)
def test_scare_quotes_and_titles_are_no_statements(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Orla Vann thanked Bram Toller for his help.", "thanked"),
        ("Orla Vann praised the crews.", "praised"),
        ("Orla Vann condemned the strike.", "condemned"),
        ("Orla Vann congratulated Bram Toller on his victory.", "congratulated"),
        ("Orla Vann denied the charge.", "denied"),
    ],
)
def test_acts_of_speech_need_no_words(text: str, manner: str) -> None:
    found = find(text)
    assert [(s.kind, s.manner, s.speaker_name, s.content) for s in found] == [
        ("act", manner, "Orla Vann", ())
    ]


def test_who_is_thanked_is_the_addressee() -> None:
    assert find("Orla Vann thanked Bram Toller for his help.")[0].addressee_name == "Bram Toller"


def test_a_vow_tells_what_will_be_done() -> None:
    text = "Orla Vann vowed to open the pier again."
    assert find(text)[0].manner == "promised"
    assert find(text)[0].content[0].of(text) == "to open the pier again"


def test_those_told_are_addressees() -> None:
    text = "Orla Vann told reporters that the pier was closed."
    said = having(text, "pier was closed")
    assert said.addressee is not None
    assert said.addressee.of(text) == "reporters"


def test_according_to_an_outlet_is_a_credit_and_to_a_ministry_a_speaker() -> None:
    assert find("According to the Harbour Post, the pier was closed at noon.") == []
    text = "According to the ministry, the pier was closed at noon."
    assert having(text, "pier was closed").speaker is not None


def test_what_was_not_said_is_no_statement() -> None:
    assert find("Orla Vann did not say that the pier was closed.") == []
    assert find("Orla Vann would not say that the pier was closed.") == []


def test_two_speakers_in_one_sentence_keep_their_words() -> None:
    text = "Orla Vann said the pier was safe, but Bram Toller said the crews were afraid of it."
    assert having(text, "pier was safe").speaker_name == "Orla Vann"
    assert having(text, "crews were afraid").speaker_name == "Bram Toller"


def test_an_occasion_gives_the_hearer_until_another_opens() -> None:
    text = (
        "Orla Vann spoke by phone with Bram Toller and Ines Corda on the strike. "
        "Speaking to Toller, Vann said the pier was safe. “We need more boats,” he said. "
        "During the call with Corda, Vann stressed that the crews were ready. “Thank you for all,” Corda said."
    )
    found = {s.content[0].of(text): s for s in find(text) if s.content}
    assert found["the pier was safe"].addressee_name == "Bram Toller"
    assert found["the crews were ready"].addressee_name == "Ines Corda"
    answer = found["Thank you for all,"]
    assert (answer.speaker_name, answer.addressee_name) == ("Ines Corda", "Orla Vann")


def test_remarks_made_on_a_day_date_what_was_told_before() -> None:
    text = "Orla Vann praised the crews. She made the remarks on Saturday in a call with Bram Toller."
    found = find(text, (day(text, "Saturday", "2031-03-08"),))
    assert found[0].when == "2031-03-08"


def test_a_date_at_the_cue_is_when_it_was_said_and_one_in_the_words_is_not() -> None:
    text = "Orla Vann said on Monday that the pier would open on Friday."
    found = find(text, (day(text, "Monday", "2031-03-10"), day(text, "Friday", "2031-03-14")))
    assert found[0].when == "2031-03-10"


def test_statements_stand_in_text_order_each_with_an_id_that_others_do_not_move() -> None:
    text = "Orla Vann said the pier was safe. Bram Toller denied it. Ines Corda said the fog was gone."
    found = find(text)
    ids = [s.id for s in found]
    assert len(set(ids)) == len(ids) == 3
    assert ids[0] == find(text.partition(" Bram")[0])[0].id
    places = [min([*(c.start for c in s.content), s.cue.start if s.cue else 10**9]) for s in found]
    assert places == sorted(places)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet="ab \n.,:\"“”'’—SsaidVn\x00\u2028»«", max_size=120))
def test_odd_text_never_raises_and_spans_stay_inside(text: str) -> None:
    for said in find(text):
        for span in (*said.content, said.cue, said.speaker):
            assert span is None or 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize(
    "text", ["", "\x00", "“", "”””", "said", ": “", "— ”", "according to", "“ ” said “ ”"]
)
def test_scraps_never_raise(text: str) -> None:
    find(text)


@pytest.mark.long
def test_a_long_line_without_a_stop_is_read() -> None:
    find("the pier is long and “old " * 8000)
    find("Kael said “no” and " * 3000)


@pytest.mark.parametrize(
    ("text", "content", "speaker", "manner"),
    [
        ("The mayor rejected his claim that the port was shut.", "the port was shut", "his", "claimed"),
        ("Orla Vann repeated her warning that the ice was thin.", "the ice was thin", "her", "warned"),
        (
            "The council's announcement that it would close came late.",
            "it would close",
            "council",
            "announced",
        ),
        ("The minister made the promise that no boat would go.", "no boat would go", "minister", "promised"),
    ],
)
def test_a_noun_of_speech_tells_its_clause(text: str, content: str, speaker: str, manner: str) -> None:
    said = having(text, content)
    assert said.speaker is not None
    assert speaker in said.speaker.of(text)
    assert (said.kind, said.manner) == ("indirect", manner)


def test_a_claim_of_nobody_is_no_statement() -> None:
    assert find("The claim that the sea is flat is old.") == []


def test_a_list_of_posts_gives_each_its_sender() -> None:
    text = (
        "Posts from the day:\n\n- Orla Vann: “The pier is shut for good.”\n- @harbour: “We open at noon.”\n\n"
        "“Boats are fine and crews are safe.” — Tam Brel (@tamb) May 3, 2020\n"
    )
    told = {s.content[0].of(text): (s.speaker.of(text) if s.speaker else None) for s in find(text)}
    assert told == {
        "The pier is shut for good.": "Orla Vann",
        "We open at noon.": "@harbour",
        "Boats are fine and crews are safe.": "Tam Brel",
    }


def test_the_turns_of_a_transcript_need_no_marks() -> None:
    text = "ORLA VANN: The pier is safe. I checked.\n\nTAM BREL: It is not.\n\nVANN: We have the papers.\n"
    told = [(s.speaker_name, s.content[0].of(text)) for s in find(text)]
    assert told == [
        ("ORLA VANN", "The pier is safe. I checked."),
        ("TAM BREL", "It is not."),
        ("ORLA VANN", "We have the papers."),
    ]


def test_a_list_of_facts_is_no_talk() -> None:
    assert find("Date: Friday\nPlace: Harbour\nPrice: Ten crowns\n") == []


def test_an_act_of_nobody_is_no_statement() -> None:
    assert [s for s in find("Speaking to the council, the day was long for all.") if s.speaker is None] == []
