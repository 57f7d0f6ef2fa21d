"""Clauses that lead to a quotation by a colon: they are none of the words that the verb behind it tells.

Kael had an answer: “…,” she said. The parser takes all that stands before “she said” for what she says.
"""

from __future__ import annotations

from retold.steps.statements.names import Range
from retold.steps.statements.tree import Tree


def without_introduction(tree: Tree, content: Range | None, cue: int) -> Range | None:
    """The tokens of a content behind such a colon, None where nothing but a quotation stands there."""
    if content is None or content[1] > cue:
        return content
    low, high = content
    colon = next((t for t in range(low, high) if tree.words[t] == ":" and tree.dummy[t + 1]), None)
    if colon is None:
        return content
    told = any(tree.words[t].isalpha() and not tree.dummy[t] for t in range(colon + 1, high + 1))
    return (colon + 1, high) if told else None
