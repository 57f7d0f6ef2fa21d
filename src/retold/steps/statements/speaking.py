"""Which words mean somebody who can speak: by a word of the parse alone."""

from __future__ import annotations

from retold.steps.statements.tree import Tree

_COMMON = ("NN", "NNS")


def can_speak(tree: Tree, head: int) -> bool:
    """Whether a word may be one who speaks or a paper that speaks for him: no thing, and not the reader."""
    word, speech, names = tree.lower[head], tree.speech, tree.names
    if word in speech.second_person:
        return False
    if tree.tags[head] not in _COMMON:
        return True
    known = (speech.addressee_nouns, speech.papers, speech.issued, names.bodies)
    return any(word in one for one in known) or is_role(tree, head)


def is_role(tree: Tree, head: int) -> bool:
    """Whether a common noun means somebody by what he is or does: a builder, the clerk, a witness."""
    word, speech, names = tree.lower[head], tree.speech, tree.names
    known = (speech.unnamed, speech.persons, names.kin, names.ranks, names.camps)
    return any(word in one for one in known) or names.is_title(word) or word.endswith(tuple(speech.agents))
