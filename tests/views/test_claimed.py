"""Claims in words: what stands for all versions must be true of all."""

from __future__ import annotations

from pathlib import Path

import retold
from retold.views import claimed, index, said

HEAD = "The heating plant of Ostmark Quay was shut on Monday after a valve burst in the boiler room."
TAIL = "About two hundred flats in the streets behind the old tannery were left without warm water."


def lines(folder: Path, *said: str) -> list[claimed.ClaimLine]:
    for number, words in enumerate(said):
        text = f"---\noutlet: Paper {number}\n---\n{HEAD}\n\n{words}\n\n{TAIL}\n"
        Path(folder, f"v{number}.txt").write_text(text, encoding="utf-8")
    trace = retold.trace(str(folder))
    found = index.of_trace(trace)
    return [line for story in trace.stories for line in claimed.of_story(found, story.id)]


def test_a_denial_is_put_before_the_words_that_are_denied(tmp_path: Path) -> None:
    denied = "The manager, Berta Quill, denied that the valve had been leaking since the spring."
    admitted = denied.replace("denied", "admitted")
    told = {line.who: line.carriers for line in lines(tmp_path, denied, admitted, denied)}
    assert told["Berta Quill denied"] == ("Paper 0", "Paper 2") and told["Berta Quill"] == ("Paper 1",)


def test_words_that_only_some_versions_add_do_not_stand_for_all(tmp_path: Path) -> None:
    short = (
        "The manager, Berta Quill, said that the old boiler would be lit again before the end of the week."
    )
    longer = short.replace(" before", " by hand, with the stoves of the school, before")
    (line,) = (one for one in lines(tmp_path, longer, short) if one.who == "Berta Quill")
    assert "by hand" not in line.words and len(line.carriers) == 2


def test_a_day_that_versions_give_otherwise_is_a_blank() -> None:
    before, after = (
        "The plant reopens on Friday, the works said.",
        "The plant reopens on Tuesday, the works said.",
    )
    assert claimed.blanked(before, [after]) == "The plant reopens on ___ the works said."


def test_another_verb_is_no_blank() -> None:
    assert claimed.blanked("Die Halle war leer", ["Die Halle sei leer"]) == "Die Halle war leer"


def test_a_longer_figure_is_one_blank() -> None:
    assert claimed.blanked("some 12 000 people left", ["some 14 000 people left"]) == "some ___ people left"


def test_a_line_of_who_said_what_has_a_blank_for_what_its_versions_give_otherwise(tmp_path: Path) -> None:
    told = (
        "The manager, Berta Quill, said that the old boiler had been out of use since {} May at the latest."
    )
    lines(tmp_path, told.format(3), told.format(9))
    trace = retold.trace(str(tmp_path))
    found = index.of_trace(trace)
    (line,) = (s for s in said.of_story(found, trace.stories[0].id) if s.speaker == "Berta Quill")
    assert "since ___ May" in line.words and line.versions == 2
