"""Figures that were brought up to date contradict nothing, and when on a day it was makes no other claim."""

from __future__ import annotations

import pytest

import retold
from retold import Article

REST = (
    "The wardens closed the causeway to Ost and asked people to stay away from the shore until the water falls.\n\n"
    "“It took the railings first and the benches after them,” said the ferryman Ivo Tarrant.\n\n"
    "The causeway was built ninety years ago and had been due for repair since the spring before last."
)


def disputed(*versions: tuple[str, str, str, str]) -> list[str]:
    """What is told to contradict itself in versions of one report: id, outlet, time, first sentence."""
    pile = [
        Article(name, f"{first}\n\n{REST}", outlet=outlet, published=time)
        for name, outlet, time, first in versions
    ]
    return [
        e.words for claim in retold.trace(pile).claims for e in claim.evidence if e.kind == "contradicted"
    ]


WAVE = "A wave swept over the causeway at Velm on Monday and {} in the spray of the outer wall."
BOARDS = WAVE.format("{} boards were torn loose")


@pytest.mark.parametrize(
    ("first", "then", "last", "told"),
    [
        ("Velm Wire", "Velm Wire", "Ost Post", False),
        ("Velm Wire", "velm wire", "Ost Post", False),
        ("Velm Wire", "Lind Echo", "Ost Post", True),
    ],
)
def test_an_outlet_that_puts_its_own_figure_right_contradicts_nobody(
    first: str, then: str, last: str, told: bool
) -> None:
    found = disputed(
        ("a", first, "2031-03-03T08:00:00Z", BOARDS.format(40)),
        ("b", then, "2031-03-03T09:00:00Z", BOARDS.format(31)),
        ("c", last, "2031-03-03T09:30:00Z", BOARDS.format(40)),
    )
    assert bool(found) is told


@pytest.mark.parametrize(
    ("hour", "one", "other", "told"),
    [(8, 12, 17, True), (15, 12, 17, False), (15, 17, 12, True)],
)
def test_a_toll_that_is_larger_hours_later_has_risen(hour: int, one: int, other: int, told: bool) -> None:
    drowned = WAVE.format("{} people were drowned")
    found = disputed(
        ("a", "Velm Wire", "2031-03-03T07:30:00Z", drowned.format(one)),
        ("b", "Ost Post", f"2031-03-03T{hour:02}:00:00Z", drowned.format(other)),
    )
    assert bool(found) is told


TUG = "The tug Merrow of the harbour office at Velm ran onto the sands {} below the outer light of the northern mole"


@pytest.mark.parametrize(
    ("whens", "number"),
    [
        (("late on Tuesday", "shortly before midnight", "at 11:40 p.m.", "on Tuesday night"), 1),
        (("late on Tuesday", "on Tuesday", "overnight"), 1),
        (("late on Tuesday", "on Thursday"), 2),
        (("late on Tuesday", "and was freed by two boats shortly before noon"), 2),
    ],
)
def test_another_word_for_when_on_a_day_makes_no_other_claim(whens: tuple[str, ...], number: int) -> None:
    pile = [
        Article(name, f"{TUG.format(when)}, its skipper said.\n\n{REST}", published="2031-03-05T08:00:00Z")
        for name, when in zip("abcd", whens, strict=False)
    ]
    found = [claim for claim in retold.trace(pile).claims if claim.kind == "statement"]
    texts = {one.id: one.text for one in pile}
    told = [c for c in found if c.carriers[0].of(texts[c.carriers[0].article or ""]).startswith("The tug")]
    assert len(told) == number


def test_what_is_told_of_the_morning_and_of_the_evening_are_two_claims() -> None:
    fire = (
        "A heath fire near Ost was {} on Thursday {}, with {} hectares burned, the brigade said.\n\n" + REST
    )
    pile = [
        Article("a", fire.format("still out of control", "morning", 300), published="2031-03-06T08:00:00Z"),
        Article("b", fire.format("brought under control", "evening", 420), published="2031-03-06T20:00:00Z"),
    ]
    found = [claim for claim in retold.trace(pile).claims if claim.kind == "statement"]
    texts = {one.id: one.text for one in pile}
    told = [c for c in found if c.carriers[0].of(texts[c.carriers[0].article or ""]).startswith("A heath")]
    assert len(told) == 2


TOLD = "The rope works of Velm {}, the owner said on Monday."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("made a gain of 12 million crowns in 2030", "made an outlay of 19 million crowns in 2030"),
        ("will shed 400 posts at its sheds by next spring", "will shed 120 posts at its shed in Ost by next spring"),
        ("had 40 carts waiting at its northern gate by noon", "had 90 carts waiting at its northern gate by dusk"),
        ("had 40 carts waiting at its northern gate", "had 90 carts waiting at its northern gate by evening"),
        ("opens at seven o'clock for the men of its early shift", "opens at nine o'clock for the men of its early shift"),
        ("wove 410 coils for the fleet in the yard in 2029", "wove 380 coils for the fleet in the yard in 2030"),
    ],
)  # fmt: skip
def test_figures_of_two_things_two_hours_or_of_a_part_contradict_nothing(one: str, other: str) -> None:
    assert not disputed(
        ("a", "Velm Wire", "2031-03-03T07:30:00Z", TOLD.format(one)),
        ("b", "Ost Post", "2031-03-03T08:00:00Z", TOLD.format(other)),
    )


def test_two_figures_of_one_thing_contradict_though_one_version_says_less_of_it() -> None:
    assert disputed(
        (
            "a",
            "Velm Wire",
            "2031-03-03T07:30:00Z",
            TOLD.format("lost 40 coils of tarred rope in the night fire"),
        ),
        ("b", "Ost Post", "2031-03-03T08:00:00Z", TOLD.format("lost 90 coils of rope in the night fire")),
    )


@pytest.mark.parametrize(("other", "number"), [("was found unhurt", 2), ("was still adrift", 1)])
def test_two_things_said_of_one_subject_are_two_claims_whatever_stands_behind_them(
    other: str, number: int
) -> None:
    tail = "on Tuesday after the night storm over the outer mole of the harbour of Velm, the police said."
    pile = [
        Article("a", f"A third boat was still adrift {tail}\n\n{REST}", published="2031-03-05T08:00:00Z"),
        Article("b", f"A third boat {other} {tail}\n\n{REST}", published="2031-03-05T16:00:00Z"),
    ]
    found = [claim for claim in retold.trace(pile).claims if claim.kind == "statement"]
    texts = {one.id: one.text for one in pile}
    told = [c for c in found if c.carriers[0].of(texts[c.carriers[0].article or ""]).startswith("A third")]
    assert len(told) == number


def readings(*texts: str) -> list[set[str]]:
    """The readings of each claim that has more than one, of reports of two outlets."""
    pile = [
        Article(f"v{n}", f"{text}\n\n{REST}", outlet=f"House {n}", published=f"2031-03-03T0{n}:00:00Z")
        for n, text in enumerate(texts, 1)
    ]
    return [{v.reading for v in one.variants} for one in retold.trace(pile).claims if len(one.variants) > 1]


def test_counts_of_two_years_are_no_readings_of_one_figure() -> None:
    told = "{} swimmers have been pulled out of the weirs of Velm by its wardens {}, the guild wrote."
    assert readings(told.format(31, "so far this year"), told.format(47, "in the last year")) == []
    assert readings(told.format(31, "so far this year"), told.format(47, "so far this year")) == [
        {"31", "47"}
    ]


@pytest.mark.parametrize("line", ["", "VELM, March 3 (Ost Post) - ", "VELM, March 3 — "])
def test_a_dateline_is_no_matter_of_the_figure_behind_it(line: str) -> None:
    first = "A tug hit a grain barge in the basin of Velm on Monday, and 26 dockers were taken to hospital."
    other = "Nineteen dockers were taken to hospital after a tug ran into a grain barge at Velm on Monday."
    assert readings(first, f"{line}{other}") == [{"26", "19"}]
