"""Cues that are nouns: his claim that the port is shut, a warning by the pilots that …"""

from __future__ import annotations

from collections.abc import Iterator

from retold.language.speech import Verb
from retold.steps.statements.frames import Frame
from retold.steps.statements.subjects import subject
from retold.steps.statements.tree import Tree


def nominal_frames(tree: Tree) -> Iterator[Frame]:
    """A frame for each noun of speech that has a that-clause and somebody whose word it is.

    "The claim that …" of nobody gives none: whoever rejects it has not made it.
    """
    for token in range(len(tree)):
        manner = tree.speech.nouns.get(tree.lower[token])
        if manner is None or tree.quotes[token] >= 0:
            continue
        content, head = _clause(tree, token), _maker(tree, token)
        if content is not None and head is not None:
            verb = Verb(tree.lower[token], manner, *(False,) * 5)
            yield Frame(token, token, verb, tree.noun(head), head, content=content, verbal=False)


def _clause(tree: Tree, noun: int) -> tuple[int, int] | None:
    """The words behind "that", if a clause of the noun begins with it."""
    for kid in tree.having(noun, "acl", "ccomp"):
        low, high = tree.reach(kid)
        if noun < low < high and tree.lower[low] in tree.grammar.clause and tree.deps[low] == "mark":
            return low + 1, high
    return None


def _maker(tree: Tree, noun: int) -> int | None:
    """Whose word it is: the owner of the noun, who is named behind it, or who makes it."""
    owners = tree.having(noun, "poss")
    if owners:
        return owners[0]
    for kid in tree.having(noun, "prep"):
        if tree.lower[kid] in tree.grammar.maker:
            return next(iter(tree.having(kid, "pobj")), None)
    above = tree.heads[noun]
    if tree.deps[noun] == "dobj" and tree.lower[above] in tree.speech.making:
        head, passive = subject(tree, above, tree.speech.plain)
        return None if passive else head
    return None
