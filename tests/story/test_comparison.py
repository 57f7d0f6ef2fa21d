"""Which versions are compared, and what a trace keeps of how their words stand."""

from __future__ import annotations

from retold.corpus.witnesses import bare, witness
from retold.model import Derivation, Lineage, Node, Span
from retold.settings import Settings
from retold.steps import align
from retold.story import comparison
from tests.samples import FERRY, ferry_articles

SETTINGS = Settings()


def lineage(*edges: tuple[str, str], unseen: str = "") -> Lineage:
    names = dict.fromkeys(name for edge in edges for name in edge)
    nodes = tuple(Node(name, None, name != unseen, 1.0) for name in names)
    return Lineage(nodes, tuple(Derivation(a, b, True, 0.9) for a, b in edges), (), (1, 1))


def test_few_siblings_are_all_compared_and_many_with_three_only() -> None:
    few, many = ([f"s{k:02}" for k in range(size)] for size in (4, 40))
    assert len(list(comparison.sibling_pairs(few))) == 6
    pairs = list(comparison.sibling_pairs(many))
    assert len(pairs) == 39 + 38 + 37 == len(set(pairs))
    assert {i for pair in pairs for i in pair} == set(many)


def test_seen_derivations_and_siblings_of_an_unseen_source_are_compared() -> None:
    found = comparison.compared_pairs(lineage(("a", "b"), ("?", "a"), ("?", "c"), unseen="?"))
    assert [(a, b, edge is not None) for a, b, edge in found] == [("a", "b", True), ("a", "c", False)]


def test_an_alignment_is_kept_by_characters_with_the_smaller_id_first() -> None:
    one, other = (bare(article) for article in ferry_articles()[:2])
    kept = comparison.aligned_pair(align.align(other, one, SETTINGS.align), "s1")
    assert (kept.a, kept.b, kept.story) == ("a0", "a1", "s1")
    start = FERRY.index("lifeboats")
    ((_, there),) = kept.carried(Span("a0", start, start + len("lifeboats")))
    assert there.of(other.text) == "lifeboats"


def test_every_pair_that_is_looked_at_is_kept_once() -> None:
    held = {one.id: witness(one, SETTINGS) for one in ferry_articles()[:2]}
    compared = comparison.Compared({}, {}, SETTINGS, "s1")
    changes = list(comparison.changes_in(list(held.values()), lineage(("a0", "a1")), compared))
    assert ("ninety", "some eighty") in [(change.before, change.after) for change in changes]
    assert [(p.a, p.b) for p in comparison.aligned_pairs(compared, held, lineage(("a1", "a0")))] == [
        ("a0", "a1")
    ]
