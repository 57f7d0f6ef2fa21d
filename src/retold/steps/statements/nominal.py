"""Cues that are nouns: his claim that the port is shut, sent back with the note “…”"""

from __future__ import annotations

from collections.abc import Iterator

from retold.language.speech import Verb
from retold.steps.statements.clauses import quote_follows
from retold.steps.statements.frames import Frame
from retold.steps.statements.subjects import subject
from retold.steps.statements.tree import Tree


def nominal_frames(tree: Tree) -> Iterator[Frame]:
    """A frame for each noun of speech that has a that-clause and somebody whose word it is.

    "The claim that …" of nobody gives none: whoever rejects it has not made it. And one for each noun with
    which somebody hands on the quotation behind it.
    """
    for token in range(len(tree)):
        sender = _sender(tree, token)
        if sender is not None:
            yield Frame(token, token, tree.speech.plain, tree.noun(sender), sender, verbal=False)
        yield from _worded(tree, token)
        manner = tree.speech.nouns.get(tree.lower[token])
        if manner is None or tree.quotes[token] >= 0:
            continue
        content, head = _clause(tree, token), _maker(tree, token)
        if content is not None and head is not None:
            verb = Verb(tree.lower[token], manner, *(False,) * 5)
            yield Frame(token, token, verb, tree.noun(head), head, content=content, verbal=False)


def _worded(tree: Tree, noun: int) -> Iterator[Frame]:
    """What somebody's word is told to be, in part in his own: Kael's verdict on it was “drivel”."""
    owner, verb = next(iter(tree.having(noun, "poss")), None), tree.heads[noun]
    known = tree.lower[noun] in tree.speech.worded and tree.deps[noun] == "nsubj" and tree.quotes[noun] < 0
    if owner is None or not known or tree.lower[verb] not in tree.grammar.being:
        return
    that = tree.lower[verb + 1 : verb + 2] != [] and tree.lower[verb + 1] in tree.grammar.clause
    content = verb + 1 + that, tree.before_stops(verb + 1, len(tree) - 1)
    quoted = any(tree.quotes[t] >= 0 and not tree.dummy[t] for t in range(content[0], content[1] + 1))
    if quoted and content[0] <= content[1]:
        yield Frame(noun, noun, tree.speech.plain, tree.noun(owner), owner, content=content, verbal=False)


def _sender(tree: Tree, noun: int) -> int | None:
    """Who sends, signs or opens something with the words behind a noun: returned it with the note “…”"""
    link = tree.heads[noun]
    with_words = tree.lower[noun] in tree.speech.wordings and tree.lower[link] in tree.grammar.companion
    if tree.quotes[noun] >= 0 or not with_words or not quote_follows(tree, noun):
        return None
    verbs = (t for t in range(link - 1, -1, -1) if tree.tags[t].startswith("VB") and tree.quotes[t] < 0)
    subjects = (tree.having(verb, "nsubj") for verb in verbs if not tree.dummy[verb])
    return next((found[-1] for found in subjects if found and found[-1] < link), None)


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
