"""Answers of a single word: Asked whether he would go, Kael said no."""

from __future__ import annotations

from retold.language.speech import Verb
from retold.steps.statements.tree import Tree

Tokens = tuple[int, int]  # first and last


def reply(tree: Tree, token: int, verb: Verb) -> Tokens | None:
    """The yes or no right behind a plain verb of speech, where it stands alone; None for none."""
    word = token + 1
    bare = (
        word < len(tree) and tree.lower[word] in tree.speech.replies and tree.tags[word] in ("UH", "RB", "DT")
    )
    if not bare or verb.manner != "said" or verb.act:
        return None
    closes = word + 1 == len(tree) or tree.tags[word + 1] in (".", ",", ":", "CC", "_SP")
    return (word, word) if closes else None
