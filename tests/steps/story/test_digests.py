"""Which excerpts make a digest."""

from __future__ import annotations

import numpy as np

from retold.settings import Align
from retold.steps import align
from retold.steps.story import digests
from retold.steps.story.digests import Excerpt
from retold.tables import Alignment
from tests.digests import DISPATCHES, NAMES, digest, opening
from tests.steps.witnesses import witness


def pair(one: str, other: str) -> Alignment:
    found = align.align(witness(one, "a"), witness(other, "b"), Align())
    return found if found.a.id == "a" else found.turned()


def excerpt(text: str, number: int, kin: float = 0.0) -> Excerpt:
    found = digests.excerpt(number, pair(text, DISPATCHES[NAMES[number]]), lambda _: kin)
    assert found is not None
    return found


def strangers(one: int, other: int) -> bool:
    return one == other


BRIEF = digest(NAMES[:3]).text


def test_pieces_of_strangers_are_a_digest_in_the_order_of_its_text() -> None:
    found = digests.items([excerpt(BRIEF, 2), excerpt(BRIEF, 0), excerpt(BRIEF, 1)], strangers)
    assert [item.excerpts[0].source for item in found] == [0, 1, 2]


def test_pieces_of_reports_of_one_event_are_none() -> None:
    assert not digests.items([excerpt(BRIEF, 0), excerpt(BRIEF, 1)], lambda *_: True)


def test_an_article_that_tells_of_an_event_beside_its_piece_is_none() -> None:
    assert not digests.items([excerpt(BRIEF, 0, 0.5), excerpt(BRIEF, 1), excerpt(BRIEF, 2)], strangers)


def test_a_piece_beside_which_the_same_is_told_is_left_out() -> None:
    found = digests.items([excerpt(BRIEF, 0, 0.2), excerpt(BRIEF, 1), excerpt(BRIEF, 2)], strangers)
    assert [item.excerpts[0].source for item in found] == [1, 2]


def test_a_copy_with_one_strange_sentence_is_none() -> None:
    report = f"{DISPATCHES['bees']}\n\n{DISPATCHES['vines']}"
    text = f"{report}\n\n{opening('organ')}"
    copied = digests.excerpt(9, pair(text, report), lambda _: 0.0)
    assert copied is not None
    assert not digests.items([copied, excerpt(text, 1)], strangers)


def test_another_digest_is_nobodys_source() -> None:
    other = digests.excerpt(9, pair(BRIEF, BRIEF.replace("The week", "Seven days")), lambda _: 0.0)
    assert other is not None
    found = digests.items([excerpt(BRIEF, 0), excerpt(BRIEF, 1), other], strangers)
    assert [[one.source for one in item.excerpts] for item in found] == [[0], [1]]


def test_two_reports_of_one_piece_compete() -> None:
    twin = Excerpt(8, excerpt(BRIEF, 0).alignment, excerpt(BRIEF, 0).words, 0.0)
    found = digests.items([excerpt(BRIEF, 0), twin, excerpt(BRIEF, 1)], lambda a, b: {a, b} <= {0, 8})
    assert [{one.source for one in item.excerpts} for item in found] == [{0, 8}, {1}]


def test_what_strangers_print_is_no_piece() -> None:
    twins = [Excerpt(k, excerpt(BRIEF, 0).alignment, excerpt(BRIEF, 0).words, 0.0) for k in (6, 7, 8)]
    found = digests.items([excerpt(BRIEF, 0), *twins, excerpt(BRIEF, 1), excerpt(BRIEF, 2)], strangers)
    assert [item.excerpts[0].source for item in found] == [1, 2]


def test_the_piece_is_what_stands_together() -> None:
    tail = "By dusk they had all but two swarms back in their boxes."
    text = f"{opening('bees')}\n\n{opening('organ', 2)}\n\n{opening('mint', 2)}\n\n{tail}"
    both = pair(text, DISPATCHES["bees"])
    piece = np.flatnonzero(digests.piece_of(both))
    assert both.a.span(int(piece[0]), int(piece[-1]) + 1).of(text) == opening("bees")[:-1]


def test_quotations_and_templates_are_no_pieces() -> None:
    quoted = (
        "“They were only looking for somewhere dark, and they will do it again next year,” said Runa Stokke."
    )
    assert (
        digests.excerpt(0, pair(f"{BRIEF} {quoted}", f"{DISPATCHES['vines']} {quoted}"), lambda _: 0.0)
        is None
    )
