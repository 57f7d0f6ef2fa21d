"""Who has a dispatch from whom: the agency, or another paper whose changes it shares."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import retold
from retold.model import Article, Lineage

DISPATCH = (
    "A ferry with 212 passengers ran on a sandbank off Ostmark on Monday night and lay there until dawn.",
    "The harbour master, Wenda Krill, said that the buoy which marks the bank had drifted in the storm.",
    "Lifeboats from three villages took off the children first, and nobody was hurt.",
    "The ferry is 41 years old and was to be replaced in the autumn.",
    "Its owner, a cooperative of fishermen, had asked the county for a loan twice and was refused.",
    "Divers will look at the hull before two tugs try to pull it free at high water.",
    "Until then the islanders get their bread and their post by helicopter.",
)
WIRES = ("Reuters", "Tarn Valley Wire")
HOURS = ("2031-03-03T06:10:00Z", "2031-03-03T08:00:00Z", "2031-03-03T11:30:00Z", "2031-03-03T15:00:00Z")
DAYS = ("2031-03-03", "2031-03-04", "2031-03-05", "2031-03-06")
ONE_DAY = ("2031-03-03",) * 4
UNKNOWN = (None,) * 4


def article(name: str, outlet: str, sentences: Sequence[str], when: str | None) -> Article:
    return Article(name, "\n\n".join(sentences), outlet=outlet, published=when)


def without(*gone: int, **changed: str) -> list[str]:
    """The dispatch without some sentences and with words changed."""
    kept = [sentence for number, sentence in enumerate(DISPATCH) if number not in gone]
    for new, old in changed.items():
        kept = [sentence.replace(old, new) for sentence in kept]
    return kept


def arrows(lineage: Lineage) -> set[tuple[str, str]]:
    return {(edge.source, edge.copy) for edge in lineage.derivations if edge.directed}


def ties(lineage: Lineage) -> set[frozenset[str]]:
    return {frozenset((edge.source, edge.copy)) for edge in lineage.derivations}


def errors_in_common(wire: str, times: Sequence[str | None]) -> Lineage:
    """A paper that changed a figure and cut two sentences, one that has this from it, and one of its own."""
    second = [one.replace("321", "231") for one in without(3, 5, 6)]
    first = [one.replace("212", "221") for one in without(3, 5)]
    second = [one.replace("212", "221") for one in second]
    return retold.lineage(
        [
            article("wire", wire, DISPATCH, times[0]),
            article("post", "Ostmark Post", first, times[1]),
            article("echo", "Lagoon Echo", second, times[2]),
            article("sun", "Fell Sun", without(4), times[3]),
        ]
    )


@pytest.mark.parametrize("wire", WIRES)
@pytest.mark.parametrize("times", [HOURS, DAYS], ids=["hours", "days"])
def test_a_copy_that_shares_a_changed_figure_and_cuts_with_an_earlier_one_comes_from_there(
    wire: str, times: Sequence[str | None]
) -> None:
    found = errors_in_common(wire, times)
    assert arrows(found) == {("wire", "post"), ("post", "echo"), ("wire", "sun")}


@pytest.mark.parametrize("times", [ONE_DAY, UNKNOWN], ids=["one day", "unknown"])
def test_where_no_clock_tells_such_a_copy_is_tied_without_an_arrow(times: Sequence[str | None]) -> None:
    found = errors_in_common("Reuters", times)
    assert frozenset(("post", "echo")) in ties(found) and ("post", "echo") not in arrows(found)


def test_where_two_papers_share_a_word_and_a_cut_the_agency_and_the_paper_are_both_told() -> None:
    post, echo = ([one.replace("free", "loose") for one in without(*gone)] for gone in ((3,), (3, 6)))
    found = retold.lineage(
        [
            article("wire", "Reuters", DISPATCH, HOURS[0]),
            article("post", "Ostmark Post", post, HOURS[1]),
            article("echo", "Lagoon Echo", echo, HOURS[2]),
        ]
    )
    every = [found, *found.alternatives]
    assert {frozenset(arrows(one)) for one in every} >= {
        frozenset({("wire", "post"), ("wire", "echo")}),
        frozenset({("wire", "post"), ("post", "echo")}),
    }


def reprints(wire: str, times: Sequence[str | None], text: Sequence[str] = DISPATCH) -> Lineage:
    """A dispatch and two reprints, word for word the same."""
    return retold.lineage(
        [
            article("wire", wire, DISPATCH, times[0]),
            article("post", "Ostmark Post", text, times[1]),
            article("echo", "Lagoon Echo", text, times[2]),
        ]
    )


@pytest.mark.parametrize("wire", WIRES)
@pytest.mark.parametrize(
    "times", [HOURS, DAYS, ONE_DAY, UNKNOWN], ids=["hours", "days", "one day", "unknown"]
)
def test_two_identical_reprints_both_come_from_the_agency_and_each_other_is_an_alternative(
    wire: str, times: Sequence[str | None]
) -> None:
    found = reprints(wire, times)
    assert arrows(found) == {("wire", "post"), ("wire", "echo")} and found.origins == ("wire",)
    assert max(edge.support for edge in found.derivations) < 0.87
    others = [
        e for one in found.alternatives for e in one.derivations if {e.source, e.copy} == {"post", "echo"}
    ]
    assert others and all(0 < edge.support < 0.5 for edge in others)


def test_reprints_that_print_the_agency_credit_come_from_it_still_more_surely() -> None:
    bare, credited = (reprints("Reuters", HOURS, text) for text in (DISPATCH, (*DISPATCH, "(Reuters)")))
    assert arrows(credited) == arrows(bare)
    assert min(e.support for e in credited.derivations) > max(e.support for e in bare.derivations)


@pytest.mark.parametrize("wire", WIRES)
@pytest.mark.parametrize("credit", ["", "end", "dateline"])
@pytest.mark.parametrize(
    "times",
    [
        ONE_DAY,
        ("2031-03-03", "2031-03-04", "2031-03-04", "2031-03-04"),
        ("2031-03-03", "2031-03-03", "2031-03-03", "2031-03-05"),
        ("2031-03-03", "2031-03-03T05:00:00Z", "2031-03-03T09:00:00Z", "2031-03-03T12:00:00Z"),
    ],
    ids=["one day", "papers a day later", "one paper later", "papers to the minute"],
)
def test_days_alone_make_no_paper_the_origin_beside_an_agency(
    wire: str, credit: str, times: Sequence[str | None]
) -> None:
    def printed(sentences: Sequence[str]) -> list[str]:
        head = f"OSTMARK ({wire}) - " * (credit == "dateline")
        return [head + sentences[0], *sentences[1:], *[f"({wire})"] * (credit == "end")]

    found = retold.lineage(
        [
            article("wire", wire, DISPATCH, times[0]),
            article("a-paper", "Ostmark Post", printed(without(6)), times[1]),
            article("b-paper", "Lagoon Echo", printed(without(4, 5, 6)), times[2]),
            article("c-paper", "Fell Sun", printed([*without(5, 6)]), times[3]),
        ]
    )
    assert found.origins == ("wire",) and not any(edge.copy == "wire" for edge in found.derivations)


def test_where_nothing_tells_the_root_of_papers_of_one_day_is_unsure() -> None:
    found = retold.lineage(
        [
            article("a-paper", "Ostmark Post", without(6), "2031-03-03"),
            article("b-paper", "Lagoon Echo", DISPATCH, "2031-03-03"),
            article("c-paper", "Fell Sun", without(4, 5), "2031-03-03"),
        ]
    )
    assert not arrows(found) and len(found.origins) == 1
