"""The simple methods: each does what its name says on texts where that can be seen."""

from __future__ import annotations

import pytest

from evaluation.baselines import changes, lineages, similarity
from retold.model import Article

FERRY = "The ferry Tern sank off the mole on Monday, and the harbour master said four people swam ashore."
LATER = FERRY.replace("four people", "five people")
OTHER = "A bakery in Upper Holm has won the prize for rye bread that the council gives every autumn."


def article(name: str, text: str, hour: int) -> Article:
    return Article(name, text, published=f"2031-03-10T{hour:02}:00:00Z")


STORY = [article("c", LATER, 12), article("a", FERRY, 8), article("b", OTHER, 9)]


def test_the_nearest_earlier_text_is_the_source_if_it_is_like_enough() -> None:
    assert lineages.nearest_earlier(STORY) == [("a", "c")]


def test_the_likest_earlier_text_is_the_source_of_all_but_the_first() -> None:
    assert ("a", "c") in lineages.likest_earlier(STORY)
    assert len(lineages.likest_earlier(STORY)) == 2


def test_a_chain_follows_the_clock() -> None:
    assert lineages.chain_by_time(STORY) == [("a", "b"), ("b", "c")]


def test_a_spanning_tree_joins_all_and_the_likest_first() -> None:
    edges = lineages.spanning_tree(STORY)
    assert edges[0] == ("a", "c")
    assert len(edges) == 2


def test_difflib_sees_a_changed_number() -> None:
    (change,) = changes.changes(STORY[1], STORY[0])
    assert change.kind == "figure"
    assert [LATER[slice(*place)] for place in change.spans["c"]] == ["five"]


def test_containment_is_the_share_of_trigrams_that_some_source_has() -> None:
    assert similarity.containment("a b c d", ["x a b c", "b c d y"]) == 1.0
    assert similarity.containment("a b", ["a b"]) == 0.0


def test_texts_are_grouped_where_their_words_are_alike() -> None:
    found = similarity.groupings({"a": FERRY, "b": OTHER, "c": LATER}, (0.5,))[0.5]
    assert found["a"] == found["c"] != found["b"]


def test_the_cosine_of_a_text_with_itself_is_one() -> None:
    vectors = similarity.idf_vectors({"a": FERRY, "b": OTHER})
    assert similarity.cosine(vectors["a"], vectors["a"]) == pytest.approx(1)
    assert similarity.cosine(vectors["a"], vectors["b"]) < 0.4
