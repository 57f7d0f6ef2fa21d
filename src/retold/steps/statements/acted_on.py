"""Who does something to somebody who then speaks: [Kael] pressed her on it, but she said it was shut.

The object and the subject of one deed are two persons (Principle B of the theory of binding; Chomsky 1981),
so that the same pronoun behind it does not mean its subject.
"""

from __future__ import annotations

from retold.steps.statements.tree import Tree


def acting_on(tree: Tree, cue: int, head: int) -> int | None:
    """The subject of a deed joined ahead of a cue, or set before it, done to whom the cue's pronoun means."""
    if head not in tree.having(cue, "nsubj") or head > cue:
        return None
    joined = [tree.heads[cue]] if tree.deps[cue] == "conj" else []
    before = [kid for kid in tree.having(cue, "advcl") if kid < head]  # When Kael pressed her, she said
    for deed in (*joined, *before):
        subjects = [kid for kid in tree.having(deed, "nsubj") if kid < deed and tree.tags[kid] == "NNP"]
        if subjects and any(_is_alike(tree, one, head) for one in _suffering(tree, deed, head)):
            return subjects[-1]
    return None


def _suffering(tree: Tree, deed: int, end: int) -> list[int]:
    """Those before a place to whom something is done: pressed [her], agreed with [her]."""
    led = [kid for kid in tree.having(deed, "prep", "dative") if tree.lower[kid] in tree.names.prepositions]
    objects = [
        *tree.having(deed, "dobj", "dative"),
        *(one for kid in led for one in tree.having(kid, "pobj")),
    ]
    return [one for one in objects if deed < one < end and tree.tags[one] == "PRP" and tree.quotes[one] < 0]


def _is_alike(tree: Tree, one: int, other: int) -> bool:
    """Whether two pronouns are both for a man, or both for a woman."""
    men, women = tree.grammar.men, tree.grammar.women
    return any(tree.lower[one] in words and tree.lower[other] in words for words in (men, women))
