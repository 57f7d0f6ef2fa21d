"""The day and the agency of a dateline tell when and by whom a report was filed, not what it tells."""

from __future__ import annotations

import pytest

import retold
from retold import kernels
from retold.settings import Settings, Statements
from retold.steps import words
from retold.steps.story import datelines

QUIET = Settings(statements=Statements(which="none"))


def left(text: str) -> list[str]:
    split = words.many([text], kernels.choose("reference"))
    told = datelines.without(split, [text])
    return [text[start:end] for start, end in zip(told.starts, told.ends, strict=True)]


@pytest.mark.parametrize(
    "dateline",
    [
        "KESTERBY, Jan 21 (Halden Wire) - ",
        "PORT LISSEL — ",
        "RAVELPORT, Va. (WQLT) — ",
        "Orrin (hdw) - ",
        "Lissel, 4. Mai (HDW) – ",
        "ORRIN, Corran, May 3, 2019 /Quaywire/ -- ",
        "Boats race\n\nKESTERBY, Jan 21 (Halden Wire) - ",
    ],
)
def test_day_and_agency_of_a_dateline_are_left_out_and_the_place_stays(dateline: str) -> None:
    told = left(f"{dateline}Boats raced off the mole.")
    assert told[-5:] == ["Boats", "raced", "off", "the", "mole"]
    assert {"KESTERBY", "LISSEL", "RAVELPORT", "Orrin", "Lissel", "ORRIN"} & set(told)
    assert not {"Jan", "21", "Halden", "Wire", "WQLT", "hdw", "4", "HDW", "Quaywire", "2019"} & set(told)


@pytest.mark.parametrize(
    "text",
    ["ORDA allies — who met on Monday — left early", "Nora Weir said – on Monday – that boats raced", ""],
)
def test_a_dash_in_a_sentence_is_no_dateline(text: str) -> None:
    assert left(text) == left(text.replace("—", ",").replace("–", ","))


EVENT = [
    "LISSEL, May 3 (Corran Wire) - A crane toppled onto the fish market in Lissel on Monday, injuring four "
    "stallholders. Police closed Harbour Street until the evening. The operator, Brannock Lifting, said the "
    "crane had been inspected in April.",
    "LISSEL, May 3 - Four stallholders were taken to hospital after a crane fell on the fish market at Lissel. "
    "Harbour Street was closed by police. Brannock Lifting, which operates the crane, said it would help.",
]
STRANGERS = [
    "LISSEL, May 3 (Corran Wire) - The council of Lissel will raise the rent of beach huts by a tenth from June, "
    "it decided on Monday evening after two hours of debate. Owners of huts had collected 300 names against it.",
    "LISSEL, May 4 - The lifeboat of Lissel rescued two canoeists on Tuesday who had lost their paddles off the "
    "mole. Both were cold but unhurt, the coastguard said, and went home by bus.",
]


def test_brief_reports_from_one_town_make_no_story_but_those_of_one_event() -> None:
    every = [
        retold.Article(f"a{n}", text, published="2021-05-03") for n, text in enumerate(EVENT + STRANGERS)
    ]
    several = [one.articles for one in retold.trace(every, QUIET).stories if len(one.articles) > 1]
    assert several == [("a0", "a1")]
