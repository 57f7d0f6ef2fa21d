"""Kinds that texts of many forms showed: who suffers a deed and then speaks, claims that are none, labels, ages."""

from __future__ import annotations

import pytest

from retold.steps.statements import acted_on, blocks, left_out, talks
from tests.steps.statements.test_first_looks import said, told

_MODULES = (acted_on, blocks, left_out, talks)  # read by the texts below


@pytest.mark.parametrize(
    "text",
    [
        "Tilda Crane ran the mill. Orla Vann pressed her about the loan, but she said it was paid.",
        "Tilda Crane said she was tired. When Orla Vann argued with her, she said it was paid.",
    ],
)
def test_who_suffers_a_deed_and_then_speaks_is_not_who_does_it(text: str) -> None:
    assert said(text)[-1].speaker_name != "Orla Vann"


def test_a_clause_of_time_tells_no_words() -> None:
    text = "Tilda Crane shut the mill. When Orla Vann agreed with her, she laughed out loud at the thought of it."
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("“Is the lock shut?” shouted a ferryman as Judge Tilda Crane left the quay.", [None]),
        ("“The lock is shut,” Tilda Crane, 61, told harbour radio.", ["Tilda Crane"]),
        ("“The lock is shut.” Tilda Crane, 61, lock-keeper", ["Tilda Crane"]),
        ("The lock would open, said Tilda Crane; it would shut again, countered Ivo Marsh.", ["Tilda Crane", "Ivo Marsh"]),
        ("Chair of the lock committee Tilda Crane (Reform) said it was shut.", ["Tilda Crane"]),
        ("A spokesman for Water Minister Tilda Crane said it was shut.", [None]),
        ("Ivo Marsh accused Tilda Crane of telling millers that the lock was “for sale”.", ["Ivo Marsh", "Tilda Crane"]),
        ("Only Crane objected, saying the lock was “not ours to sell”.", ["Crane"]),
        ("“The lock is shut,” was Tilda Crane's answer.", ["Tilda Crane"]),
        ("Line of the week: “The lock ate my boot.” – Tilda Crane, explaining a limp", ["Tilda Crane"]),
        ("Ferryman Ivo Marsh rose to say that the lock was shut.", ["Ivo Marsh"]),
        ("Ferryman Ivo Marsh was quick to point out that the lock was shut.", ["Ivo Marsh"]),
        ("Ferryman Ivo Marsh, asked about the lock, would say only that it was shut.", ["Ivo Marsh"]),
        ("Boatman Ivo Marsh was singing, the clerk told the jury.", [None]),
        ("“Shame!” came the cry from the loft as Tilda Crane announced the vote.", [None]),
        ("“Off!” went the crowd as Tilda Crane said sorry.", [None]),
        ("“Good,” came the answer from Tilda Crane.", ["Tilda Crane"]),
        ("Ivo Marsh has called her “a gale”. Does she mind? “Ivo would know. He is one.”", ["Ivo Marsh"]),
        ("Wages will rise by half next year, the Quay Institute forecasts.", ["Quay Institute"]),
        ("“It leaks,” said Ivo Marsh.\n\nAdded Anna Vann, EVP Boats: “It sank.”", ["Ivo Marsh", "Anna Vann"]),
        ("“You can't park a pony there.” (Harbour clerk)\n\n“It is a hat.” (Mayor Tilda Crane, at the fair)", ["Tilda Crane"]),
        ("Crane to Marsh: “Shut the gate.” Marsh to Crane: “Which gate?”", ["Crane", "Marsh"]),
        ("Posting on Quayside an hour later, Tilda Crane wrote: “The lock is shut.”", ["Tilda Crane"]),
        ("Tilda Crane on Friday told Ivo Marsh: “The lock is shut.”", ["Tilda Crane"]),
        ("Does Tilda Crane agree that the lock is safe? Did she tell them to go?", []),
        ("Why did Tilda Crane say that the lock was safe?", ["Tilda Crane"]),
        ("Ivo Marsh recalled his mother telling him, “Never trust a lock.”", [None]),
        ("Ivo Marsh led.\n\nCrane (18:20): “Are you there”\n\nMarsh, 18:21: “I am not”", ["Crane", "Ivo Marsh"]),
        ("Boatman Ivo Marsh: “It leaks.”\n\nCrane on her last lock: “It held.”", ["Ivo Marsh", "Crane"]),
        ("Rumours were rejected by her clerk, Ivo Marsh, as “thin soup”.", ["Ivo Marsh"]),
    ],
)  # fmt: skip
def test_who_speaks_by_the_form_of_the_sentence(text: str, voices: list[str | None]) -> None:
    assert [one.speaker_name for one in said(text)] == voices


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The lock would open, said Tilda Crane; it would shut again, countered Ivo Marsh.", "it would shut again"),
        ("The ferry sailed late, according to Tilda Crane, because its mate had lost the key.", "The ferry sailed late"),
        ("A late ferry would, in the words of one miller, “starve us”.", "A late ferry would “starve us”"),
        ("Tilda Crane, whose father, Jan, rowed these waters, says the lock “does not do haste”.", "the lock “does not do haste”"),
        ("The mill was broke, and its owner knew it: “We were playing cards,” he wrote to his sister.", "We were playing cards,"),
        ("Nether Lock, Aug 14 (NTI) The ferry will sail late, an official said.", "The ferry will sail late"),
    ],
)  # fmt: skip
def test_what_was_said_begins_and_ends_where_its_speaker_does(text: str, words: str) -> None:
    assert " ".join(span.of(text) for span in said(text)[-1].content) == words


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version wrongly quoted Tilda Crane as saying the lock was shut.",
        "Tilda Crane was misquoted as saying the lock was shut.",
        "The claim that Tilda Crane said the lock was shut is denied by her clerk.",
        "A report that Tilda Crane said the lock was shut was false.",
        "Reports in the Courier that Tilda Crane had said the lock was shut were rejected by her clerk.",
    ],
)
def test_what_somebody_is_wrongly_told_to_have_said_is_no_word_of_his(text: str) -> None:
    assert [one for one in said(text) if one.speaker_name == "Tilda Crane"] == []


def test_who_is_wrong_about_a_thing_has_said_it_all_the_same() -> None:
    assert told("Tilda Crane wrongly said the lock was shut.") == [("Tilda Crane", "the lock was shut")]


def test_a_clause_that_describes_a_noun_is_nobodys_word() -> None:
    text = "The inquiry found that two clerks had signed for a boat none of them saw."
    assert [one.speaker_name for one in said(text)] == [None]


def test_a_sentence_that_asks_at_the_head_of_a_talk_is_not_of_who_answered_before() -> None:
    text = "“I read it,” Ivo Marsh replied.\n\n“And what did it say?” “It said the lock was shut.”"
    assert told(text) == [("Ivo Marsh", "I read it,")]


def test_somebody_who_is_told_of_by_his_age_speaks() -> None:
    text = "Ivo Marsh, 27, has left the mill.\n\nThe 27-year-old said: “Nobody told me. I heard it from my barber.”"
    assert [one.speaker_name for one in said(text)] == ["Ivo Marsh"]


def test_turns_of_a_call_are_known_by_names_with_their_houses() -> None:
    text = (
        "Operator: The first question is from Orla Vann.\n\n"
        "Orla Vann – Quay Bank – Analyst: Good day. What did you pay for coal?\n\n"
        "Ivo Marsh – Chief Executive: We paid twice for it, Orla.\n\n"
        "Operator: I have no more questions for you.\n"
    )
    assert [one.speaker_name for one in said(text)] == [None, "Orla Vann", "Ivo Marsh", None]


def test_initials_of_an_interview_count_for_the_names_they_stand_for() -> None:
    text = (
        "Tilda Crane has kept the lock for nine years.\n\nQuay Weekly: Do you sleep?\n\n"
        "Crane: I sleep at noon.\n\nQW: And at night?\n\nTC: I never learnt to.\n"
    )
    voices = [one.speaker_name for one in said(text)]
    assert (voices[1], voices[3]) == ("Tilda Crane", "Tilda Crane")


def test_a_letter_that_asks_in_a_briefing_needs_no_sign_behind_it() -> None:
    text = (
        "MS. CRANE: Good day. I have one thing for you.\n\nQ Thank you, Tilda. Did he see the lock?\n\n"
        "MS. CRANE: He did, and I saw it too.\n\nQ Will he be back?\n\nMS. CRANE: I will ask.\n"
    )
    assert [one.speaker_name for one in said(text)] == ["CRANE"] * 3


def test_who_reads_out_words_may_not_have_said_them() -> None:
    by_person, by_paper = said(
        "Clerk Ivo Marsh read from the log: “We knew it.” The sign read: “No boats today.”"
    )
    assert (by_person.support, by_paper.support > 0.8) == (0.5, True)


def test_words_behind_a_semicolon_whose_verb_is_left_out_are_of_another() -> None:
    text = "One miller said that the lock was “a plank with airs”; another, more kindly, “a gate that lost heart”."
    assert [words for _, words in told(text)] == ["the lock was “a plank with airs”"]
