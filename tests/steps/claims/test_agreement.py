"""Whether two statements can be one: what each tells beside the words that both have."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from retold.model import Span, Statement
from retold.steps.claims import agreement
from retold.steps.claims.occurrences import Occurrence

_COMMON = frozenset(
    [
        "a",
        "the",
        "had",
        "been",
        "was",
        "were",
        "and",
        "who",
        "since",
        "by",
        "after",
        "on",
        "in",
        "of",
        "off",
        "for",
        "to",
        "its",
        "at",
    ]
)
_BACKGROUND = "a salt barge ran on the rocks off the isle of Lunt at dawn on Sunday"


def said(text: str, article: str) -> Occurrence:
    """A statement in plain words; each word is its own stem."""
    forms = tuple(text.lower().split())
    stems = tuple("" if form in _COMMON else form for form in forms)
    span = (Span(article, 0, len(text)),)
    statement = Statement(
        id=article, article=article, content=span, speakers=(), addressees=(), cue=None, occasion=None,
        when=None, kind="indirect", support=0.9,
    )  # fmt: skip
    words = np.arange(len(forms), dtype=np.int32)
    terms = frozenset(stems) - {""}
    return Occurrence(article, span, words, terms, "", 0.9, statement=statement, forms=forms, stems=stems)


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [
        (
            "One was dead and two were missing after {}",
            "Two missing since {} were found in a sea cave",
            False,
        ),
        ("Three men were held after {}", "Three men were freed without charge on Monday after {}", False),
        (
            "Two men were dead and two were missing after {}",
            "Two men died and two were missing after {}",
            True,
        ),
        (
            "Two thieves were held and a third was still free after {}",
            "Police held a third thief after {}",
            False,
        ),
        (
            "Two men were dead after {}",
            "Two men were dead and a third was lifted out by crane after {}",
            True,
        ),
    ],
)
def test_two_that_share_a_background_and_tell_unlike_things_of_it_are_two(
    one: str, other: str, possible: bool
) -> None:
    a, b = said(one.format(_BACKGROUND), "a"), said(other.format(_BACKGROUND), "b")
    assert agreement.is_possible(a, b) is possible
    assert agreement.is_possible(b, a) is possible


def test_a_denial_before_the_first_word_that_both_have_makes_two() -> None:
    found, not_found = (
        said("all the men had been found by noon", "a"),
        said("not all the men had been found", "b"),
    )
    denying = dataclasses.replace(not_found, negators=(0,))
    assert not agreement.is_possible(found, denying)
    assert agreement.is_possible(found, said("all the men had been found", "b"))


@pytest.mark.parametrize(
    ("ours", "theirs", "possible"),
    [
        ({"2031-05"}, {"2031-07"}, False),
        ({"2031-05-02"}, {"2031-05-02"}, True),
        ({"2031-05"}, {"2031-05-02"}, True),
        ({"2031-05-02"}, set(), True),
        ({"2031-05-02", "2031-05-03"}, {"2031-05-04"}, True),
    ],
)
def test_two_that_each_name_another_day_are_two(ours: set[str], theirs: set[str], possible: bool) -> None:
    text = "the long pier of Lunt would open again in the spring"
    one = dataclasses.replace(said(text, "a"), days=frozenset(ours))
    other = dataclasses.replace(said(text, "b"), days=frozenset(theirs))
    assert agreement.is_possible(one, other) is possible


@pytest.mark.parametrize(
    ("ours", "theirs", "possible"),
    [
        ("a third raft was found on Sunday", "a third was adrift on Sunday", False),
        ("a third raft was found on Sunday", "a third raft was found early on Sunday", True),
        ("the pier of Lunt was closed on Sunday", "the pier of Lunt was shut on Sunday", True),
    ],
)
def test_two_that_have_a_number_and_a_day_in_common_alone_are_two(
    ours: str, theirs: str, possible: bool
) -> None:
    day = frozenset({"2031-05-04"})
    one, other = (
        dataclasses.replace(said(text, name), days=day) for text, name in ((ours, "a"), (theirs, "b"))
    )
    assert agreement.is_possible(one, other) is possible
