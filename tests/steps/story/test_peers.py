"""Two papers that share the words of an event and no passage are no copies; what an agency shares may be."""

from __future__ import annotations

import pytest

from retold.settings import Align
from retold.steps import align, story
from retold.steps.story import peers
from retold.steps.story.families import Borrowing
from retold.steps.story.takes import Reports
from retold.tables import Alignment, Ties
from tests.steps.witnesses import witness

TAKEN, LOOSE = (Borrowing._fields.index(name) for name in ("taken", "loose"))
ONE = (
    "A ferry that was bound for the islands hit a moored barge in thick fog and took in water at the bow. "
    "All who were on board had been brought ashore before noon, and the harbour stayed shut until the wreck "
    "was lifted by a crane."
)
OWN = (
    "A ferry that was to leave for the islands hit a moored barge early and took in water at its bow. "
    "All on board had been brought to land, and the harbour stayed shut for hours until the hull was lifted "
    "by two tugs."
)


def pair(one: str | None, other: str | None, second: str = OWN) -> Alignment:
    return align.align(witness(ONE, "a", outlet=one), witness(second, "b", outlet=other), Align())


def test_two_papers_that_share_no_passage_hardly_copy() -> None:
    assert story.derived(pair(None, None)) > 0.5
    assert story.derived(pair("Harbour Post", "Quay Courier")) < 0.1


@pytest.mark.parametrize("outlets", [("Reuters", "Quay Courier"), ("Harbour Post", None), (None, None)])
def test_nothing_is_taken_from_an_agency_or_from_houses_that_are_not_known(
    outlets: tuple[str | None, str | None],
) -> None:
    assert story.derived(pair(*outlets)) == story.derived(pair(None, None))


def test_a_passage_in_common_is_enough() -> None:
    second = OWN.replace("hit a moored barge early", "hit a moored barge in thick fog")
    assert story.derived(pair("Harbour Post", "Quay Courier", second)) > 0.5


def test_such_papers_may_tell_one_story_all_the_same() -> None:
    one = pair("Harbour Post", "Quay Courier")
    assert story.prints(story.ties([(0, 1, *story.tie(one))])).tolist() != [-1]


def test_two_takes_of_one_house_may_share_few_words() -> None:
    one = pair("Harbour Post", "Harbour Post")
    alike = pair(
        "Harbour Post",
        "Harbour Post",
        OWN.replace("hit a moored barge early", "hit a moored barge in thick fog"),
    )
    assert 0.1 < story.derived(one) <= story.derived(alike)


BACKGROUND = "The pier was built of oak by two brothers."
NEWS = (
    "Divers found a safe below the pier on Friday and brought it to the yard of the customs house under guard. "
    "A locksmith from the next town needed an hour for it, and those who watched saw nothing but wet paper."
)
NEXT = (
    "The council voted late on Saturday to sell what is left of the old landing stage to whoever offers most. "
    "Three bidders were in the hall, one of them a brewer who wants its beams for a beer garden on the hill."
)


@pytest.mark.parametrize(
    ("published", "outlet", "kept", "follows"),
    [
        ("2031-05-04", "Harbour Post", "", True),
        ("2031-05-03", "Harbour Post", "", False),
        ("2031-05-03T22:00:00Z", "Harbour Post", "", False),
        ("2031-05-04T01:00:00Z", "Harbour Post", "", True),
        (None, "Harbour Post", "", False),
        ("2031-05-04", "Quay Courier", "", False),
        ("2031-05-04", "Harbour Post", NEWS.partition(". ")[0] + ". ", False),
    ],
)
def test_a_house_that_prints_background_again_on_another_day_prints_another_report(
    published: str | None, outlet: str, kept: str, follows: bool
) -> None:
    first = witness(f"{NEWS} {BACKGROUND}", "a", outlet="Harbour Post", published="2031-05-03")
    second = witness(f"{kept}{NEXT} {BACKGROUND}", "b", outlet=outlet, published=published)
    alignment = align.align(first, second, Align())
    assert peers.are_follow_ups(alignment) is follows
    if follows:
        assert story.derived(alignment) < 0.1


def test_who_signs_a_dateline_with_the_name_of_the_house_may_be_an_agency() -> None:
    signed = witness(f"LISSEL (Gull) - {ONE}", "a", outlet="Gull")
    other = witness(OWN, "b", outlet="Quay Courier")
    assert story.derived(align.align(signed, other, Align())) > 0.5


@pytest.mark.parametrize(("outlets", "bounded"), [(("Harbour Post", "Quay Courier", "Morle Mail"), True),
                                                  (("Harbour Post", "Quay Courier", "Reuters"), False)])  # fmt: skip
def test_in_a_story_that_an_agency_tells_too_papers_may_both_rewrite_it(
    outlets: tuple[str, str, str], bounded: bool
) -> None:
    ties = story.ties([(0, 1, *story.tie(pair("Harbour Post", "Quay Courier")))])
    (found,) = peers.settled(ties, Reports("abc", outlets, [4, 4, 4], [None] * 3)).ways[:, :, 2]
    assert (found <= peers.SELDOM).all() == bounded
    apart = Reports("abc", outlets, [4, 4, 5], [None] * 3)
    assert (peers.settled(ties, apart).ways[:, :, 2] <= peers.SELDOM).all()


def in_group(likely: list[float]) -> tuple[Ties, Reports]:
    """Reports of papers, each in a group with an agency's, and how likely it has text from there."""
    count = len(likely)
    ways = [[Borrowing(0.2, 0.0, one, False, loose=True)] * 2 for one in likely]
    ties = story.ties([(n, count + n, *both, False) for n, both in enumerate(ways)])
    outlets = [*["Quay Courier"] * count, *["Reuters"] * count]
    home = [*range(count), *range(count)]
    return ties, Reports([f"{n:03}" for n in range(2 * count)], outlets, home, [None] * 2 * count)


def bounded(likely: list[float]) -> float:
    """How likely the first report has text from the agency, in the light of the others."""
    ties, reports = in_group(likely)
    share = peers.printing(peers.papers(ties, reports))
    return float(peers.bounded(ties, reports, share).ways[0, 0, TAKEN])


def test_where_few_papers_print_the_agency_likeness_without_a_passage_tells_less() -> None:
    assert bounded([0.62, *[0.3] * 40]) < 0.2
    assert bounded([0.62, *[0.8] * 40]) == pytest.approx(0.62)
    assert 0.35 < bounded([0.62]) < 0.5  # nothing but what is usual


def test_a_passage_is_copied_however_few_print_the_agency() -> None:
    ties, reports = in_group([0.9, *[0.3] * 40])
    ties.ways[0, :, LOOSE] = 0
    share = peers.printing(peers.papers(ties, reports))
    assert peers.bounded(ties, reports, share).ways[0, 0, TAKEN] == 0.9


def test_the_share_is_the_same_in_any_order() -> None:
    values = [0.11, 0.63, 0.32, 0.45, 0.29]
    assert peers.printing(values) == peers.printing(reversed(values))


def test_papers_beside_no_agency_tell_nothing_of_it() -> None:
    ties, reports = in_group([0.3, 0.4])
    assert peers.papers(ties, reports._replace(outlets=["Quay Courier"] * 4)) == []
    assert peers.printing([0.3] * 40) < peers.printing([]) < peers.printing([0.9] * 40)
