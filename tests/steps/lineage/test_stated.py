"""A version that says what it replaces comes from that."""

from __future__ import annotations

from dataclasses import replace

import pytest

import retold
from retold.model import Article
from retold.steps.lineage import stated
from tests.steps.witnesses import witness

FIRST = (
    "The pier of Ostmark is shut until Friday, the harbour office said. Nobody was hurt when a plank gave way under "
    "a cart of eels. The mayor asked for a list of all planks. It will be read aloud before the next tide."
)
SECOND = FIRST.replace("until Friday", "until Monday") + " Two carpenters began work in the afternoon."


def item(name: str, text: str, published: str | None = None, **extra: object) -> Article:
    return Article(name, text, outlet="Skerry Wire", published=published, extra=extra)


def test_what_is_named_is_replaced_and_nobody_replaces_itself() -> None:
    articles = [
        item("a", FIRST),
        item("a#2", SECOND, replaces=("a",)),
        item("a#3", SECOND, replaces=["a#2", "a#3", "x"]),
    ]
    found = stated.replaces([replace(witness(one.text, one.id), article=one) for one in articles])
    assert [(int(s), int(c)) for s, c in zip(*found.nonzero(), strict=True)] == [(0, 1), (1, 2)]


def edge_of(first: Article, second: Article) -> tuple[str, str, bool, set[str]]:
    found = retold.lineage([first, second]).derivations[0]
    return found.source, found.copy, found.directed, {one.kind for one in found.evidence}


def test_a_stated_version_is_derived_from_the_one_before_where_the_texts_say_otherwise() -> None:
    """Within one house a text grows, unless its agency says that the shorter one is the later."""
    assert edge_of(item("a", SECOND), item("b", FIRST))[:2] != ("a", "b")
    source, copy, directed, kinds = edge_of(item("a", SECOND), item("b", FIRST, replaces=("a",)))
    assert (source, copy, directed) == ("a", "b", True) and "version" in kinds


def test_no_statement_sends_an_arrow_against_the_clock() -> None:
    late, early = (
        item("a", FIRST, "2024-03-01T12:00:00Z"),
        item("b", SECOND, "2024-03-01T10:00:00Z", replaces=("a",)),
    )
    assert edge_of(late, early)[:2] == ("b", "a")


NOTE = "Clarification, 3 March: an earlier version of this report gave the wrong day."


def page(name: str, text: str, outlet: str = "Skerry Post") -> Article:
    return Article(name, text, outlet=outlet, published="2031-03-02")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (f"{FIRST}\n\n{NOTE}", True),
        (f"{NOTE}\n\n{FIRST}", True),
        (f"{FIRST}\n\nThis article was corrected on 3 March.", True),
        (f"{FIRST}\n\nCorrections officers said so.", False),
        (f"{FIRST}\n\n{NOTE}\n\n{FIRST}", False),
        (NOTE, False),
    ],
)
def test_a_report_says_at_one_of_its_ends_that_it_was_put_right(text: str, is_one: bool) -> None:
    assert stated.is_put_right(witness(text)) is is_one


def test_of_two_pages_of_one_house_and_day_the_one_that_was_put_right_is_the_later() -> None:
    right = FIRST.replace("until Friday", "until Monday")
    for noted in (f"{right}\n\n{NOTE}", f"{NOTE}\n\n{right}"):
        source, copy, directed, kinds = edge_of(page("b", FIRST), page("a", noted))
        assert (source, copy, directed) == ("b", "a", True) and "version" in kinds


def test_that_another_house_put_its_report_right_tells_no_order() -> None:
    found = [replace(witness(f"{FIRST}\n\n{NOTE}", "a"), article=page("a", "x", "Gull Post"))]
    found.append(replace(witness(FIRST, "b"), article=page("b", "x")))
    assert not stated.put_right(found).any()


@pytest.mark.parametrize(
    ("note", "is_one"),
    [
        ("(Corrects day on which the pier opens in first paragraph)", False),
        ("Editor's note: The writer owns a plank of this pier.", False),
        ("Editor's note: The day on which the pier opens was wrong at first.", True),
        (NOTE, True),
    ],
)
def test_a_note_on_one_take_or_on_nothing_wrong_makes_no_earlier_version_of_others(
    note: str, is_one: bool
) -> None:
    assert stated.is_put_right(witness(f"{note}\n\n{FIRST}\n\n{SECOND}", "a")) is is_one
