"""Surnames that are read as words of another kind: [Connolly] confirmed it, [Best] said so, [May] told them.

Only a name that the article also tells elsewhere, where no sentence begins, or in full.
"""

from __future__ import annotations

from dataclasses import replace

from retold.steps.statements.entities import Entities
from retold.steps.statements.tree import FINITE, Tree

_NAME = "NNP"
_LOOSE = frozenset({"advmod", "aux", "amod"})


def with_names(tree: Tree, named: Entities) -> Tree:
    """The parse in which a known surname is one: no month, and at the head of its sentence a subject."""
    return _without_months(_with_first(tree, named), named)


def _without_months(tree: Tree, named: Entities) -> Tree:
    """The parse in which the subject of a verb that bears a known surname tells no time: May told them."""
    lower = list(tree.lower)
    for token in range(len(tree)):
        subject = tree.deps[token] in ("nsubj", "nsubjpass") and tree.words[token][:1].isupper()
        if subject and lower[token] in tree.speech.times and named.is_known_surname(*tree.span(token, token)):
            lower[token] = tree.words[token]  # as no list has it
    return tree if lower == tree.lower else replace(tree, lower=lower)


def _with_first(tree: Tree, named: Entities) -> Tree:
    """The same of the first word, whatever the parser took it for."""
    token = next((t for t in range(len(tree)) if tree.words[t][:1].isalpha()), None)
    if token is None or tree.dummy[token] or tree.quotes[token] >= 0:
        return tree
    known = tree.words[token][0].isupper() and named.is_known_surname(*tree.span(token, token))
    if not known or (tree.tags[token] == _NAME and tree.deps[token] not in _LOOSE):
        return tree
    tags, deps, verb = list(tree.tags), list(tree.deps), tree.heads[token]
    tags[token] = _NAME
    lacks = token < verb and tree.tags[verb] in FINITE and not tree.having(verb, "nsubj", "nsubjpass")
    if lacks and deps[token] in _LOOSE:
        deps[token] = "nsubj"
    return replace(tree, tags=tags, deps=deps)
