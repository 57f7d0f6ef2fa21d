"""Simple lineages: the nearest earlier text as the source, a chain by time, a spanning tree."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from evaluation.baselines.changes import words
from evaluation.baselines.similarity import cosine, idf_vectors, ngrams
from evaluation.metrics.lineages import Edge
from retold.model import Article

KIN = 0.08  # below this share of common trigrams, two texts are not compared
ALIKE = 0.25  # below this ratio a text has no source


def nearest_earlier(articles: Sequence[Article]) -> list[Edge]:
    """For each article the most similar one published before it by difflib, if it is similar at all."""
    tokens = {one.id: [word.text.lower() for word in words(one.text)] for one in articles}
    sets = {one.id: ngrams(one.text) for one in articles}
    edges: list[Edge] = []
    order = _by_time(articles)
    for place, copy in enumerate(order):
        near = [old for old in order[:place] if _share(sets[old], sets[copy]) > KIN]
        best = max(((_ratio(tokens[old], tokens[copy]), old) for old in near), default=(0.0, ""))
        if best[0] >= ALIKE:
            edges.append((best[1], copy))
    return edges


def likest_earlier(articles: Sequence[Article]) -> list[Edge]:
    """For each article but the first the one before it with the greatest idf cosine."""
    vectors = idf_vectors({one.id: one.text for one in articles})
    order = _by_time(articles)
    return [
        (max(order[:place], key=lambda old: cosine(vectors[old], vectors[copy])), copy)
        for place, copy in enumerate(order)
        if place
    ]


def chain_by_time(articles: Sequence[Article]) -> list[Edge]:
    """Each article copied from the one published just before it."""
    return list(pairwise(_by_time(articles)))


def spanning_tree(articles: Sequence[Article]) -> list[Edge]:
    """The undirected tree of greatest likeness (Jaccard of word trigrams) over all articles (Kruskal)."""
    sets = {one.id: ngrams(one.text) for one in articles}
    ranked = sorted(combinations(sorted(sets), 2), key=lambda pair: -_jaccard(sets[pair[0]], sets[pair[1]]))
    home = {name: name for name in sets}
    edges: list[Edge] = []
    for a, b in ranked:
        if home[a] != home[b]:
            edges.append((a, b))
            home = {name: home[a] if top == home[b] else top for name, top in home.items()}
    return edges


def _by_time(articles: Sequence[Article]) -> list[str]:
    return [one.id for one in sorted(articles, key=lambda one: (str(one.published or ""), one.id))]


def _share(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    """The part of the smaller one's word trigrams that both have: without it, no likeness."""
    return len(a & b) / max(1, min(len(a), len(b)))


def _jaccard(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    return len(a & b) / max(1, len(a | b))


def _ratio(a: list[str], b: list[str]) -> float:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0
