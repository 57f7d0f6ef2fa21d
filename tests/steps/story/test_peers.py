"""Two papers that share the words of an event and no passage are no copies; what an agency shares may be."""

from __future__ import annotations

import pytest

from retold.settings import Align
from retold.steps import align, story
from retold.steps.story import peers
from retold.steps.story.takes import Reports
from retold.tables import Alignment
from tests.steps.witnesses import witness

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
