"""Families too large for the search of a lineage."""

from __future__ import annotations

import pytest

from retold.corpus.witnesses import witness
from retold.model import Lineage, Node
from retold.settings import Settings
from retold.story import large_families
from tests.samples import ferry_articles


def test_of_a_large_family_everyone_is_attached_and_nothing_is_directed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(large_families, "LARGEST", 2)
    family = [witness(one, Settings()) for one in ferry_articles() if one.id != "a2"]
    searched, rest = large_families.parted(family)
    assert [one.id for one in searched] == ["a0", "a1"]
    way = Lineage(tuple(Node(one.id, None, True, 1.0) for one in searched), (), ("a0",), (1, 1))
    found = large_families.with_rest(way, searched, rest)
    assert [node.id for node in found.nodes] == ["a0", "a1", "a3", "a4"]
    assert found.derivations[0].id == "a0→a3" and not any(edge.directed for edge in found.derivations)
    assert found.derivations[0].support > 0.8
    assert found.origins == ("a0",)


def test_a_family_of_usual_size_is_searched_whole() -> None:
    family = [witness(one, Settings()) for one in ferry_articles()]
    assert large_families.parted(family) == (family, [])
