"""What a paper has from all takes of an agency together, beside what other papers have."""

from __future__ import annotations

import numpy as np
import pytest

from retold.settings import Align
from retold.steps import align
from retold.steps.story import takes
from retold.steps.story.families import Borrowing
from retold.steps.story.takes import Asked, Reports
from retold.tables import Alignment, Ties
from tests.steps.witnesses import witness

DAY = 738_000.0  # some day, as `moments.day_number` counts

FIRST = "A barge slipped its moorings below the weir and drifted into a footbridge before dawn, wardens said."
SECOND = "Divers searched beneath the broken span until nightfall but brought up nothing except timber."
PAPER = f"{FIRST} Nobody in the village slept. {SECOND}"
OWN = (
    "Villagers were woken by a crash when a loose barge struck their footbridge; a search of the river began."
)
OUTLETS = ["PA", "PA", "Harbour Post", "Quay News", "Weir Courier"]
IDS = ["t1", "t2", "post", "quay", "weir"]


def aligned(article: str, *sources: str) -> list[Alignment]:
    one = witness(article, "paper")
    made = [align.align(one, witness(text, f"take{k}"), Align()) for k, text in enumerate(sources)]
    return [x if x.a.id == "paper" else x.turned() for x in made]


def ties(*pairs: tuple[int, int, float, float]) -> Ties:
    """From article and source: the share of narration in common, and the probability; equal both ways."""
    ways = [[Borrowing(runs, runs, taken, False)] * 2 for *_, runs, taken in pairs]
    ends = np.array([pair[:2] for pair in pairs], np.int32)
    return Ties(ends[:, 0], ends[:, 1], np.array(ways, np.float64), np.zeros(len(pairs), np.bool_))


def doubtful(corpus: Reports, given: Ties) -> list[Asked]:
    return takes.doubtful(corpus, takes.from_agencies(corpus, given))


def settled(
    corpus: Reports, given: Ties, asked: list[Asked], answers: list[float], least: float
) -> tuple[Ties, list[tuple[int, int]]]:
    return takes.settled(given, takes.from_agencies(corpus, given), asked, answers, least)


def test_two_takes_together_hold_what_neither_holds_alone() -> None:
    both, one = takes.numbers(aligned(PAPER, FIRST, SECOND), []), takes.numbers(aligned(PAPER, FIRST), [])
    assert both[0] > one[0] + 0.2
    assert takes.probability(aligned(PAPER, FIRST, SECOND), []) > takes.probability(aligned(PAPER, FIRST), [])


def test_what_other_reports_have_as_well_tells_little() -> None:
    shared = (
        "A barge struck the footbridge below the weir. Nobody had ever heard such thunder before breakfast."
    )
    pair = aligned(shared, "A barge struck the footbridge below the weir. It will be rebuilt within a month.")
    others = [
        witness("A barge struck the footbridge below the weir; ducks fled.", f"o{k}").words.forms
        for k in (1, 2)
    ]
    assert takes.numbers(pair, others)[0] < takes.numbers(pair, [])[0]


def test_a_paper_that_used_the_wire_is_likelier_than_one_that_did_not() -> None:
    used, own = (takes.probability(aligned(text, FIRST, SECOND), []) for text in (PAPER, OWN))
    assert used > 0.9
    assert own < 0.5


def test_only_what_one_take_leaves_in_doubt_is_asked() -> None:
    corpus = Reports(IDS, OUTLETS, [0] * 5, [None] * 5)
    found = doubtful(corpus, ties((0, 2, 0.3, 0.7), (1, 2, 0.2, 0.5), (0, 3, 0.9, 0.99), (0, 4, 0.01, 0.2)))
    assert found == [Asked(2, (0, 1), (3, 4))]


def test_articles_of_other_groups_and_the_agency_itself_are_not_asked() -> None:
    apart = Reports(IDS, OUTLETS, [0, 0, 1, -1, -1], [None] * 5)
    assert doubtful(apart, ties((0, 2, 0.3, 0.7), (0, 1, 0.3, 0.7), (0, 3, 0.3, 0.7))) == []


def test_the_answer_holds_for_every_take_and_names_the_nearest() -> None:
    given = ties((0, 2, 0.2, 0.5), (1, 2, 0.3, 0.6))
    found, wired = settled(
        Reports(IDS, OUTLETS, [0] * 5, [None] * 5), given, [Asked(2, (1, 0), ())], [0.8], 0.65
    )
    assert found.ways[:, :, 2].tolist() == [[0.8, 0.8], [0.8, 0.8]]
    assert wired == [(2, 1)]


@pytest.mark.parametrize(("runs", "left"), [(0.3, 0.0), (0.9, 0.9)])
def test_a_paper_without_the_wire_is_tied_to_one_with_it_by_a_copy_alone(runs: float, left: float) -> None:
    given = ties((0, 2, 0.5, 0.9), (0, 3, 0.1, 0.2), (2, 3, runs, 0.9))
    found, _ = settled(Reports(IDS, OUTLETS, [0] * 5, [None] * 5), given, [], [], 0.65)
    assert found.ways[2, :, 2].tolist() == [left, left]
    assert found.ways[0, 0, 2] == 0.9


def test_two_agencies_are_not_held_against_each_other_and_a_template_asks_nothing() -> None:
    corpus = Reports(["ap", "pa", "post"], ["AP", "PA", "Harbour Post"], [0, 0, 0], [None] * 3)
    assert doubtful(corpus, ties((0, 1, 0.3, 0.7), (0, 2, 0.0, 0.0))) == []


def test_the_share_is_that_of_the_paper_whichever_id_comes_first() -> None:
    corpus = Reports(["b-wire", "a-post"], ["PA", "Harbour Post"], [0, 0], [None] * 2)
    one = ties((0, 1, 0.3, 0.7))
    one.ways[0, 0, 0], one.ways[0, 1, 0] = 0.4, 0.9  # what a-post has of b-wire; back
    assert doubtful(corpus, one) == [Asked(1, (0,), ())]


@pytest.mark.parametrize(
    ("take", "paper", "counts"),
    [
        (DAY + 1, DAY, False),
        (DAY + 0.9, DAY + 0.1, True),  # of one day: a paper's page may bear an earlier hour than the take
        (DAY - 1, DAY, True),
        (None, DAY, True),
        (DAY, None, True),
    ],
)
def test_a_take_of_a_later_day_gives_what_the_two_say_alone(
    take: float | None, paper: float | None, counts: bool
) -> None:
    corpus = Reports(["take", "post"], ["PA", "Harbour Post"], [0, 0], [take, paper])
    found, wired = settled(corpus, ties((0, 1, 0.2, 0.3)), [Asked(1, (0,), ())], [0.8], 0.65)
    assert found.ways[0, 0, 2] == (0.8 if counts else 0.3)
    assert wired == ([(1, 0)] if counts else [])
