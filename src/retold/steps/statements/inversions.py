"""Who speaks behind a verb that mostly has a hearer behind it, which the parser reads as whom he tells.

“Fares will rise, warned the union.” “The quay, warned the union, is closing.”
"""

from __future__ import annotations

from typing import NamedTuple

from retold.language.speech import Verb
from retold.steps.statements.speaking import is_role
from retold.steps.statements.tree import FINITE, Tree

_PHRASE = ("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "CD", "HYPH")


class Inverted(NamedTuple):
    """The head of who speaks, and the first and last token of what is said."""

    speaker: int
    said: tuple[int, int]


def inverted(tree: Tree, token: int, verb: Verb) -> Inverted | None:
    """Who speaks and what, where a cue and its speaker close a sentence or are set in; None elsewhere."""
    able = verb.to_object and (not verb.act or bool(tree.having(token, "ccomp")))
    turned = verb.base in tree.speech.inverting
    if not (able or turned) or tree.tags[token] not in ("VBD", "VBZ"):
        return None
    if token < 2 or tree.words[token - 1] != "," or any(tree.dummy):
        return None
    end = token + 1
    while end < len(tree) and tree.tags[end] in _PHRASE:
        end += 1
    if end == token + 1 or not tree.tags[end - 1].startswith("NN"):
        return None
    if turned and not (is_role(tree, end - 1) or tree.tags[end - 1] == "NNP"):
        return None
    said = _clause_before(tree, token, end) or _clause_behind(tree, token, end)
    return None if said is None else Inverted(end - 1, said)


def _clause_before(tree: Tree, token: int, end: int) -> tuple[int, int] | None:
    """A whole clause, no condition, before a cue without a subject of its own that no verb follows."""
    own = any(kid < token for kid in tree.having(token, "nsubj", "nsubjpass"))
    if own or tree.deps[0] == "mark" or any(_goes_on(tree, t, end) for t in range(end, len(tree))):
        return None
    before = range(token - 1)
    subjects = any(tree.deps[t] in ("nsubj", "nsubjpass", "expl") for t in before)
    return (0, token - 2) if subjects and any(tree.tags[t] in FINITE for t in before) else None


def _clause_behind(tree: Tree, token: int, end: int) -> tuple[int, int] | None:
    """The rest of a clause, from its verb on, whose subject is read as that of the cue set in behind it."""
    own = any(kid < token for kid in tree.having(token, "nsubj"))
    parted = own and tree.words[end : end + 1] == [","] and tree.tags[end + 1 : end + 2]
    if not parted or tree.tags[end + 1] not in FINITE or any(_is_verb(tree, t) for t in range(token)):
        return None
    last = len(tree) - 1
    while tree.tags[last] in (".", "_SP"):
        last -= 1
    return end + 1, last


def _goes_on(tree: Tree, token: int, end: int) -> bool:
    """Whether a verb behind who speaks tells more than who he is: not in “…, noted Kael, who [was] there”."""
    clauses = [one for one in tree.above(token) if tree.deps[one] == "relcl" and one >= end]
    told_of = any(tree.lower[tree.reach(one)[0]] in tree.speech.relatives for one in clauses)
    return _is_verb(tree, token) and not told_of


def _is_verb(tree: Tree, token: int) -> bool:
    return tree.tags[token] == "MD" or tree.tags[token].startswith("VB")
