"""A saying within a question for its own words, which nobody answers: I wonder what he thinks it is."""

from __future__ import annotations

from retold.steps.statements.tree import Tree


def is_asked_for(tree: Tree, token: int) -> bool:
    """Whether a saying stands in a question for its own words: I wonder [what he thinks it is].

    Not in what somebody says himself: sorry for what he called a slip.
    """
    low, head = tree.reach(token)[0], tree.heads[token]
    if tree.deps[token] != "ccomp" or low <= head or not tree.having(token, "nsubj"):
        return False
    asks = tree.speech.verbs.get(tree.lower[head])
    return asks is not None and asks.manner == "asked" and tree.tags[low] in ("WP", "WRB", "WDT")
