"""Who is praised, blamed or fined for what he said: mocked [Kael] for saying so, [Kael] was fined for it."""

from __future__ import annotations

from retold.steps.statements.speaking import is_role
from retold.steps.statements.tree import Tree

_VALUE = "CD"


def blamed(tree: Tree, token: int) -> int | None:
    """The head of who is praised, blamed or fined for a saying; None for who tells of his own."""
    link = tree.heads[token]
    led = (
        tree.tags[token] == "VBG" and tree.deps[token] == "pcomp" and tree.lower[link] in tree.speech.blaming
    )
    if not led:
        return None
    verb = _verb_over(tree, link)
    objects = [kid for kid in tree.having(verb, "dobj", "dative") if verb < kid < link]
    objects = [kid for kid in objects if tree.tags[kid] != _VALUE and _is_somebody(tree, kid)]
    return next(iter(objects or tree.having(verb, "nsubjpass")), None)


def _verb_over(tree: Tree, link: int) -> int:
    """The verb that a preposition goes with, be it hung on what stands between: fined him 100 crowns [for]"""
    one = tree.heads[link]
    while tree.deps[one] in ("dobj", "dative", "nummod") and tree.heads[one] < one:
        one = tree.heads[one]
    return one


def _is_somebody(tree: Tree, token: int) -> bool:
    """Whether an object may speak, and is not who acts: no day for a saying; mocked himself for it."""
    if tree.tags[token] == "PRP":
        return tree.lower[token] in tree.grammar.pronouns
    known = is_role(tree, token) or tree.lower[token] in tree.names.bodies
    return known or tree.tags[token].startswith("NNP") or tree.lower[token] in tree.speech.addressee_nouns
