"""Another verb of speech behind one speaker, and a verb left out so that what was said is told as a fact."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.model import Change
from retold.steps.changes.finders import cues, impersonal_sources
from retold.steps.changes.kinds import KINDS

_LEAD = "The harbour board met for four hours on Tuesday night to settle the future of the old ferry terminal at Quarn Bay."
_TAIL = "The terminal has stood empty since the last boat left in 2009, and a fence was put up round it two winters ago."


def attributions(old: str, new: str) -> list[Change]:
    texts = (f"{_LEAD}\n\n{middle}\n\n{_TAIL}" for middle in (old, new))
    a, b = (
        Article(name, text, published="2031-03-12", language="en")
        for name, text in zip("ab", texts, strict=True)
    )
    return [one for one in retold.compare(a, b).changes if one.kind == "attribution"]


def read(old: str, new: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(one.before, one.after, one.detail) for one in attributions(old, new)]


def test_the_finders_stand_among_those_of_the_kind() -> None:
    found = {one.find for one in KINDS.of("attribution").finders}
    assert {cues.changed_cues, cues.dropped_cues, impersonal_sources.impersonal_sources} <= found


def test_said_that_became_claimed_is_told() -> None:
    old = "Ana Kael said the board had ignored three warnings about the pumps."
    new = "Ana Kael claimed the board had ignored three warnings about the pumps."
    assert read(old, new) == [("said", "claimed", "cue")]


def test_a_verb_that_takes_no_stand_either_is_not() -> None:
    old = "Ana Kael said the board had ignored three warnings about the pumps."
    new = "Ana Kael noted the board had ignored three warnings about the pumps."
    assert read(old, new) == []


def test_what_somebody_said_he_did_told_as_a_fact_loses_its_speaker() -> None:
    old = "Police said they arrested Orm Delvin around 11 in the morning on charges of assault."
    new = "Police arrested Orm Delvin around 11 in the morning on charges of assault."
    assert read(old, new) == [("Police", "", "speaker")]
    assert read(new, old) == [("", "Police", "speaker")]


@pytest.mark.parametrize(
    ("old", "new", "reading"),
    [
        (
            "The crew had left the pier before noon, Harbour Master Ana Kael said.",
            "The crew had left the pier before noon, the statement said.",
            ("Harbour Master Ana Kael", "the statement", "speaker"),
        ),
        (
            "The grand old ferry will be sold to a yard in Arden next month, media reported.",
            "The grand old ferry will be sold to a yard in Arden next month, Delvin's lawyer said.",
            ("media", "Delvin's lawyer", "speaker"),
        ),
    ],
)
def test_a_paper_in_the_place_of_somebody_is_told(old: str, new: str, reading: tuple[str, str, str]) -> None:
    (one,) = attributions(old, new)
    assert (one.before, one.after, one.detail) == reading
    assert one.support <= 0.8


def test_a_paper_of_somebody_whom_the_other_version_names_too_is_not() -> None:
    old = "Ana Kael wrote to the crews in March. The crew had left the pier before noon, Ana Kael said."
    new = "Ana Kael wrote to the crews in March. The crew had left the pier before noon, the letter said."
    assert [one for one in read(old, new) if "letter" in (one[1] or "")] == []


def test_a_paper_and_the_initials_that_may_be_its_name_are_not() -> None:
    old = "The ferry line was near the end of a sale to a yard in Arden, the QT said."
    new = "The ferry line was near the end of a sale to a yard in Arden, the paper said."
    assert read(old, new) == []


def test_a_paper_and_another_word_for_one_are_not() -> None:
    old = "The ferry line was near the end of a sale to a yard in Arden, the newspaper said."
    assert read(old, old.replace("the newspaper", "the paper")) == []


def test_words_that_tell_of_another_speech_within_them_are_still_a_fact_without_their_source() -> None:
    old = "One man came aboard in the night, pointed a gun at the skipper and told him to leave, police said."
    new = "One man came aboard in the night, pointed a gun at the skipper and told him to leave."
    assert ("police", "", "speaker") in read(old, new)


def test_who_speaks_named_behind_another_sentence_of_the_quotation_is_of_no_weight() -> None:
    first, second = (
        "“The pumps of the old terminal failed twice in one night",
        "We have asked for new ones ever since",
    )
    old = f"Ana Kael spoke first. {first},” said Kael. “{second}, and nobody came from the yard.”"
    new = f"Ana Kael spoke first. {first}. {second}, and nobody came from the yard,” Ana Kael told reporters."
    a, b = (Article(n, f"{_LEAD}\n\n{t}\n\n{_TAIL}", language="en") for n, t in (("a", old), ("b", new)))
    found = [(c.kind, c.before, c.after, c.weight) for c in retold.compare(a, b).changes]
    assert found
    assert {weight for *_, weight in found} == {"style"}, found


def test_a_source_that_became_anybody_in_office_or_several_is_told() -> None:
    old = "Rescue workers said four boys had spent nine days in the disused shaft."
    wide = "Authorities said four boys had spent nine days in the disused shaft."
    assert read(old, wide) == [("Rescue workers", "Authorities", "speaker")]
    one = "An official said four boys had spent nine days in the disused shaft."
    several = "Officials said four boys had spent nine days in the disused shaft."
    assert read(one, several) == [("An official", "Officials", "speaker")]


@pytest.mark.parametrize(
    ("one", "several", "told"),
    [
        ("a source close to the yard said", "sources close to the yard said", True),
        ("a person familiar with the plan said", "two people familiar with the plan said", True),
        ("where a worker fell, the yard said", "where workers fell, the yard said", False),
    ],
)
def test_a_source_that_became_several_is_told_by_the_words_alone(one: str, several: str, told: bool) -> None:
    old, new = (f"Quay Lines will sell the tug Merrow this week, {who} on Tuesday." for who in (one, several))
    a, b = (Article(n, f"{_LEAD}\n\n{t}\n\n{_TAIL}", language="en") for n, t in (("a", old), ("b", new)))
    found = [c for c in retold.compare(a, b).changes if c.kind == "attribution" and c.weight == "substance"]
    assert bool(found) is told


def test_two_words_for_those_who_speak_are_no_other_source() -> None:
    old = "The tugmen said four boys had spent nine days in the disused shaft."
    new = "The crews said four boys had spent nine days in the disused shaft."
    assert read(old, new) == []
