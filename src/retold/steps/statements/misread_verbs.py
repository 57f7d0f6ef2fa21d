"""Participles that are read as nouns between a comma and the words that they lead to: …, [writing], “…”"""

from __future__ import annotations

from dataclasses import replace

from retold.steps.statements.tree import Tree

_PARTICIPLE = "VBG"


def with_participles(tree: Tree) -> Tree:
    """The parse in which such a verb of speech is one, and depends on the verb before it."""
    misread = [token for token in range(1, len(tree) - 1) if _leads(tree, token)]
    if not misread:
        return tree
    tags, deps = list(tree.tags), list(tree.deps)
    for token in misread:
        tags[token], deps[token] = _PARTICIPLE, "advcl"
    return replace(tree, tags=tags, deps=deps)


def _leads(tree: Tree, token: int) -> bool:
    """Whether a noun is such a form, stands behind a comma under a verb, and a quotation follows at once."""
    if tree.lower[token] not in tree.speech.verbs or not tree.lower[token].endswith(tree.grammar.gerund):
        return False
    apart = tree.words[token - 1] == "," and tree.tags[tree.heads[token]].startswith("VB")
    behind = token + 1 + (tree.words[token + 1] in (",", ":"))
    return tree.tags[token] == "NN" and apart and behind < len(tree) and bool(tree.dummy[behind])
