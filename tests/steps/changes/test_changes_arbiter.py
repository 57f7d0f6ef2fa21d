"""Who gets which words: the first in the table's order, and nobody what is not of the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

import pytest

from retold.model import ChangeKind
from retold.steps.changes import arbiter
from retold.steps.changes.candidates import NO_WORDS, Candidate, Words, candidate_of
from retold.steps.changes.kinds import KINDS, Finder, Kinds, Stage
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Unit
from retold.steps.changes.rest import Rest

BODY = "The ferry Osprey left Port Ansel at dawn with a cargo of timber and two hundred sheep on board."
OTHER = BODY.replace("timber", "barley")


def proposing(
    kind: ChangeKind, words: range, overlaps: bool, material: Material, _: Rest, __: Unit
) -> Iterable[Candidate]:
    """A finder that proposes one candidate of these words on both sides."""
    yield candidate_of(material.pair, kind, words, words, overlaps=overlaps)


def settled(laid, *proposals: tuple[ChangeKind, range, bool], page: str = "") -> list[str]:  # type: ignore[no-untyped-def]
    """The kinds that are accepted where these are proposed in turn, none of them read alike."""
    material, _ = laid(BODY, OTHER, page=page)
    rows = []
    for order, (kind, words, overlaps) in enumerate(proposals):
        find = partial(proposing, kind, words, overlaps)
        rows.append(replace(KINDS.of(kind), finders=(Finder(Stage.TEXTS, order, find),), repeats=True))
    return [one.kind for one in arbiter.settled(material, Kinds.of_rows(rows))]


def test_the_first_of_two_that_claim_a_word_has_it(laid) -> None:  # type: ignore[no-untyped-def]
    assert settled(laid, ("hedge", range(2, 5), False), ("loaded", range(4, 6), False)) == ["hedge"]
    assert settled(laid, ("hedge", range(2, 5), False), ("loaded", range(5, 6), False)) == ["hedge", "loaded"]


def test_one_that_may_overlap_is_accepted_beside_the_first(laid) -> None:  # type: ignore[no-untyped-def]
    assert settled(laid, ("hedge", range(2, 5), False), ("credit", range(4, 6), True)) == ["hedge", "credit"]


def test_the_words_of_one_that_overlaps_are_taken_too(laid) -> None:  # type: ignore[no-untyped-def]
    proposals = (("credit", range(4, 6), True), ("loaded", range(5, 7), False))
    assert settled(laid, *proposals) == ["credit"]


def test_nothing_is_said_of_what_belongs_to_the_page(laid) -> None:  # type: ignore[no-untyped-def]
    assert settled(laid, ("hedge", range(4), False), page=OTHER) == []
    assert settled(laid, ("credit", range(4), True), page=OTHER) == []


def test_a_finder_cannot_write_to_what_is_left(laid) -> None:  # type: ignore[no-untyped-def]
    def writing(_: Material, rest: Rest, __: Unit) -> Iterable[Candidate]:
        rest.taken_old[0] = True
        return []

    material, _ = laid(BODY, OTHER)
    row = replace(KINDS.of("hedge"), finders=(Finder(Stage.TEXTS, 1, writing),))
    with pytest.raises(ValueError, match="read-only"):
        arbiter.settled(material, Kinds.of_rows([row]))


def test_a_finder_sees_what_those_before_it_took(laid) -> None:  # type: ignore[no-untyped-def]
    seen = []

    def looking(_: Material, rest: Rest, __: Unit) -> Iterable[Candidate]:
        seen.append([k for k in range(8) if rest.taken_old[k]])
        return []

    material, _ = laid(BODY, OTHER)
    first = partial(proposing, "hedge", range(2, 5), False)
    finders = (Finder(Stage.TEXTS, 1, first), Finder(Stage.TEXTS, 2, looking))
    arbiter.settled(material, Kinds.of_rows([replace(KINDS.of("hedge"), finders=finders, repeats=True)]))
    assert seen == [[2, 3, 4]]


def test_two_sides_that_read_alike_are_no_change_but_their_words_are_taken(laid) -> None:  # type: ignore[no-untyped-def]
    material, _ = laid(BODY, BODY.replace("Osprey", "OSPREY"))
    words = range(3)
    rows = [
        replace(KINDS.of(kind), finders=(Finder(Stage.TEXTS, order, partial(proposing, kind, words, False)),))
        for order, kind in enumerate(("wording", "moved"))
    ]
    assert arbiter.settled(material, Kinds.of_rows(rows)) == []
    assert [one.kind for one in arbiter.settled(material, Kinds.of_rows(rows[::-1]))] == []
    assert [one.kind for one in arbiter.settled(material, Kinds.of_rows(rows[1:]))] == ["moved"]


def test_mere_wordings_inside_a_new_opening_go_with_it(laid) -> None:  # type: ignore[no-untyped-def]
    def opening(material: Material, _: Rest, __: Unit) -> Iterable[Candidate]:
        made = candidate_of(material.pair, "lede", range(14), range(14))
        yield replace(made, words=NO_WORDS, swallows=Words((range(14),), (range(14),)))

    def kinds_with(other: ChangeKind, words: range) -> list[str]:
        finder = Finder(Stage.UNITS, 1, partial(proposing, other, words, False))
        rows = [
            replace(KINDS.of("lede"), finders=(Finder(Stage.TEXTS, 1, opening),)),
            replace(KINDS.of(other), finders=(finder,)),
        ]
        return [one.kind for one in arbiter.settled(laid(BODY, OTHER)[0], Kinds.of_rows(rows))]

    cargo = range(12, 13)  # timber, barley
    assert kinds_with("wording", cargo) == ["lede"]
    assert kinds_with("figure", cargo) == ["lede", "figure"]
