"""Passages: runs and sentences alike, extended and merged."""

from __future__ import annotations

from retold.model import Passage
from retold.settings import Align
from retold.steps import align
from retold.steps.align import passages
from retold.tables import Alignment
from tests.steps.align.workspaces import work
from tests.steps.witnesses import witness

SENTENCES = [
    "The dry dock of Ostmark closed after a crane fell.",
    "Nobody was hurt when its jib struck an empty slipway.",
    "Engineers will inspect every cable before work begins again.",
    "Owners expect repairs to last until winter ends.",
]


def aligned(one: str, other: str, source: str | None = None) -> Alignment:
    return align.align(witness(one, "a"), witness(other, "b"), Align(), source=source)


def shown(found: Passage, text: str) -> str:
    return found.a.of(text)


def test_a_run_of_equal_words_is_a_verbatim_passage() -> None:
    one = " ".join(SENTENCES)
    (found,) = aligned(one, " ".join(SENTENCES)).passages
    assert (found.kind, found.score) == ("verbatim", 1.0)
    assert shown(found, one) == one.rstrip(".")


def test_passages_a_few_words_apart_are_one() -> None:
    other = SENTENCES[0] + " Really so. " + SENTENCES[1]
    assert len(aligned(SENTENCES[0] + " " + SENTENCES[1], other).passages) == 1


def test_passages_far_apart_are_two() -> None:
    between = " ".join(f"unlike{n}" for n in range(40))
    found = aligned(" ".join(SENTENCES[:2]), f"{SENTENCES[0]} {between}. {SENTENCES[1]}").passages
    assert len(found) == 2


def test_what_the_copy_cut_short_is_one_passage_where_the_source_is_known() -> None:
    filler = " ".join(f"unlike{n}" for n in range(40))
    short, long = " ".join(SENTENCES[:2]), f"{SENTENCES[0]} {filler}. {SENTENCES[1]}"
    assert len(aligned(short, long, source="b").passages) == 1
    assert len(aligned(short, long, source="a").passages) == 2


def test_texts_with_nothing_in_common_share_no_passage() -> None:
    assert passages.of(work(SENTENCES[0], "Nineteen singers rehearsed madrigals."), []) == ()
