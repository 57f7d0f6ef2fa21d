"""Words that nobody spoke: left unsaid, thought up, or such as somebody should have said.

Not what is denied, which a statement tells as denied, nor what somebody would say, which he may have said.
"""

from __future__ import annotations

from retold.steps.statements.tree import Tree

# How a saying depends on what is to be thought of; parsers differ: imagine a mayor [saying], who [says].
_THOUGHT_UP = ("dobj", "ccomp", "acl", "xcomp", "advcl", "relcl")


def is_left(tree: Tree, token: int) -> bool:
    """Whether a saying is one that was left: without saying, stopped short of saying, avoided saying."""
    if tree.tags[token] != "VBG" or tree.deps[token] not in ("pcomp", "xcomp"):
        return False
    head = tree.heads[token]
    before = {tree.lower[t] for t in (head, head - 1) if 0 <= t < token}
    return not before.isdisjoint(tree.speech.unsaid)


def is_imagined(tree: Tree, token: int) -> bool:
    """Whether a saying is one that the reader is to think of: imagine a mayor saying “…”."""
    above = tree.heads[token]
    led = above < token and tree.deps[token] in _THOUGHT_UP
    return led and any(tree.lower[one] in tree.speech.thinking_up for one in tree.above(token)[1:])


def is_contrary(tree: Tree, token: int) -> bool:
    """Whether a saying is told as what did not happen: should have said, could have told them."""
    aux = [tree.lower[kid] for kid in tree.having(token, "aux")]
    perfect = tree.tags[token] == "VBN" and len(aux) > 1 and aux[-1] in tree.speech.perfect
    return perfect and aux[0] in tree.speech.contrary


def is_unsaid(tree: Tree, token: int) -> bool:
    """Whether nobody spoke the words of a cue, be they in marks or not."""
    return is_left(tree, token) or is_imagined(tree, token) or is_contrary(tree, token)
