"""Versions of one text without times, credits or outlets: the tree by what was typed, with its posterior."""

from __future__ import annotations

import random

import numpy as np

import retold
from retold.algorithms.trees import spanning_tree
from retold.corpus.witnesses import witness
from retold.model import Article
from retold.settings import Settings
from retold.steps.lineage import undated

RULES = [
    "Members meet in the long hall on the first Monday of each month at seven.",
    "The chair opens the meeting and reads out what was settled at the last one.",
    "Whoever wants to speak raises a hand and waits until the chair gives a sign.",
    "Votes are counted twice, and the count is written into the green book.",
    "Guests may listen from the gallery, and leave when the doors are closed.",
    "Keys hang behind the bar and are handed back before midnight.",
]


def version(*changes: tuple[str, str]) -> str:
    text = "\n\n".join(RULES)
    for old, new in changes:
        text = text.replace(old, new)
    return text


CHAIN = [
    version(),
    version(("seven", "eight")),
    version(("seven", "eight"), ("green book", "blue ledger")),
    version(("seven", "eight"), ("green book", "blue ledger"), ("\n\nGuests", "\nGuests")),
    version(("seven", "eight"), ("green book", "blue ledger"), ("\n\nGuests", "\nGuests"), ("bar", "desk")),
]


def articles(texts: list[str]) -> list[Article]:
    return [Article(f"v{n}", text) for n, text in enumerate(texts)]


def test_a_chain_of_small_changes_is_told_even_where_one_step_changed_a_line_break_alone() -> None:
    found = retold.lineage(articles(CHAIN))
    ties = {frozenset((one.source, one.copy)) for one in found.derivations}
    assert ties == {frozenset((f"v{n}", f"v{n + 1}")) for n in range(4)}
    assert all(0.4 <= one.support <= 1.0 for one in found.derivations)


def test_nothing_but_texts_gives_no_arrow() -> None:
    assert not any(one.directed for one in retold.lineage(articles(CHAIN)).derivations)


def test_the_order_of_the_versions_changes_no_tie() -> None:
    one, other = retold.lineage(articles(CHAIN)), retold.lineage(articles(CHAIN)[::-1])
    ties = [{frozenset((d.source, d.copy)): d.support for d in found.derivations} for found in (one, other)]
    assert ties[0] == ties[1]


def test_a_tie_between_neighbours_is_surer_than_one_across() -> None:
    witnesses = [witness(one, Settings()) for one in articles(CHAIN)]
    scores = undated.scores(witnesses, np.zeros((5, 5)))
    supports = undated.supports(scores)
    assert supports[0, 1] > supports[0, 4]
    assert spanning_tree(-scores) == [-1, 0, 1, 2, 3]


def test_equal_texts_are_tied() -> None:
    found = retold.lineage(articles([CHAIN[0], CHAIN[0], CHAIN[2], CHAIN[4]]))
    assert frozenset(("v0", "v1")) in {frozenset((one.source, one.copy)) for one in found.derivations}


def test_words_that_come_up_twice_by_accident_prove_no_source_that_nobody_holds() -> None:
    rng, states, told = random.Random(2), [0] * 120, []
    for _ in range(12):
        told.append(" ".join(f"{'bklm'[state]}a{place}" for place, state in enumerate(states)))
        states = [rng.randrange(4) if rng.random() < 0.4 else state for state in states]
    found = retold.lineage(articles(told))
    assert all(node.seen for node in found.nodes)
    ties = {frozenset((one.source, one.copy)) for one in found.derivations}
    assert ties == {frozenset((f"v{n}", f"v{n + 1}")) for n in range(11)}
