"""Witnesses that differ in next to nothing: one short omission does not tell which came first."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest

import retold

LINE = [
    "The",
    "reeve",
    "rode",
    "over",
    "the",
    "moor",
    "with",
    "three",
    "hounds",
    "and",
    "a",
    "lantern",
    "that",
    "the",
    "miller",
    "had",
    "lent",
    "him",
    "for",
    "the",
    "night",
]


def witness(gone: Collection[int] = (), other: Mapping[int, str] | None = None) -> list[str]:
    return ["" if n in gone else (other or {}).get(n, word) for n, word in enumerate(LINE)]


@pytest.mark.parametrize(
    "gone",
    [
        ((), (8,)),
        ((), (8,), (14,)),
        ((), (8,), (8, 14)),
        ((), (8,), (8, 14), (8, 14, 17)),
        ((), (8,), (14,), (17,)),
    ],
    ids=["two", "star", "chain", "long chain", "larger star"],
)
@pytest.mark.parametrize("in_columns", [True, False])
def test_missing_words_draw_no_arrow(gone: Collection[Collection[int]], in_columns: bool) -> None:
    rows = {f"W{number}": witness(one) for number, one in enumerate(gone)}
    given = rows if in_columns else {sigil: " ".join(filter(None, row)) for sigil, row in rows.items()}
    found = retold.stemma(given)
    assert found.derivations and not any(edge.directed for edge in found.derivations)


def test_a_missing_word_beside_other_readings_draws_none() -> None:
    found = retold.stemma(
        {
            "A": witness(),
            "B": witness((8,)),
            "C": witness((8,), {4: "heath"}),
            "D": witness((), {1: "bailiff"}),
        }
    )
    assert not any(edge.directed for edge in found.derivations)
