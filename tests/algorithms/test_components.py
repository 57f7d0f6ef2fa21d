"""Connected components, against networkx on random graphs."""

from __future__ import annotations

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.algorithms import components

PAIRS = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=30)


@given(PAIRS)
def test_components_are_those_of_networkx(pairs: list[tuple[int, int]]) -> None:
    graph = networkx.Graph(pairs)
    graph.add_nodes_from(range(20))
    expected = sorted(sorted(part) for part in networkx.connected_components(graph))
    assert components.members(range(20), pairs) == expected


@given(PAIRS, st.randoms())
def test_the_order_of_the_pairs_changes_nothing(pairs: list[tuple[int, int]], random: object) -> None:
    shuffled = [(b, a) for a, b in pairs]
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' own Random
    assert components.representatives(range(20), pairs) == components.representatives(range(20), shuffled)


def test_the_smallest_node_stands_for_its_component() -> None:
    found = components.representatives("zyxw", [("z", "y"), ("y", "w")])
    assert found == {"z": "w", "y": "w", "x": "x", "w": "w"}


def test_a_pair_with_a_strange_node_is_an_error() -> None:
    with pytest.raises(KeyError):
        components.representatives("ab", [("a", "c")])
