"""On what occasion something was said: a call, an interview, a press conference, a statement.

An occasion holds for the sentences after it until another opens. Where people
speak both ways (a call, a meeting), a guest's answer goes to the host.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from retold.steps.statements.addressees import can_hear, conjuncts
from retold.steps.statements.outlets import is_outlet
from retold.steps.statements.tree import Tree


@dataclass(frozen=True, slots=True)
class Occasion:
    """Words that open an occasion; numbers are tokens, both ends included.

    `partners` are heads of those spoken with, `verb` what the phrase depends on,
    `back` whether it speaks of earlier remarks ("made the remarks"),
    `named` whether its words name a situation; "speaking to X" alone does not.
    """

    low: int
    high: int
    partners: tuple[int, ...]
    verb: int
    both_ways: bool
    back: bool = False
    named: bool = True


def occasions(tree: Tree) -> list[Occasion]:
    """The occasions that a sentence opens, in order; one that only names addressees gives way."""
    every = [*_phrases(tree), *_platforms(tree)]
    named = [one for one in every if not _reported(tree, one.verb)]
    taken = {one.verb for one in named}
    spoken = [one for one in _speaking(tree) if one.low not in taken]
    return sorted([*named, *spoken], key=lambda one: one.low)


def _phrases(tree: Tree) -> Iterator[Occasion]:
    """“in a phone call with X”, “during the call”."""
    for noun in range(len(tree)):
        lead = tree.heads[noun]
        named = tree.deps[noun] == "pobj" and tree.lower[noun] in tree.speech.occasions
        if not named or tree.lower[lead] not in tree.speech.leads or tree.quotes[noun] >= 0:
            continue
        partners, high = _partners(tree, noun)
        verb = _verb_above(tree, lead)
        back = tree.lower[verb] in tree.speech.making and _makes_remarks(tree, verb)
        both = tree.lower[noun] in tree.speech.both_ways
        yield Occasion(lead, max(high, noun), partners, verb, both, back)


def _platforms(tree: Tree) -> Iterator[Occasion]:
    """“wrote on Telegram”, “posted to her page”, “said on Harbour Radio”, “tweeted using her account”."""
    for noun in range(len(tree)):
        lead = tree.heads[noun]
        fits = tree.deps[noun] in ("pobj", "dobj") and tree.lower[lead] in tree.speech.platform_leads
        verb = tree.heads[lead]
        cue = tree.lower[verb] in tree.speech.verbs or tree.lower[verb] in tree.speech.speaking
        tells = cue and tree.tags[verb].startswith("VB")
        if not fits or not tells or tree.deps[lead] not in ("prep", "advcl") or tree.quotes[noun] >= 0:
            continue
        on_air = tree.lower[lead] in tree.grammar.broadcast and _of_outlet(tree, noun)
        if tree.lower[noun] in tree.speech.platforms or on_air:
            yield Occasion(lead, tree.noun(noun)[1], (), verb, both_ways=False)


def _of_outlet(tree: Tree, noun: int) -> bool:
    """Whether the phrase names an outlet or something of one's: Harbour Radio's “Tonight”."""
    heads = [noun, *tree.having(noun, "poss")]
    spans = [tree.noun(head) for head in heads]
    return any(is_outlet(" ".join(tree.words[low : high + 1]), tree.names) for low, high in spans)


def _partners(tree: Tree, noun: int) -> tuple[tuple[int, ...], int]:
    """Heads of "with X and Y" behind an occasion, and the last token of the phrase."""
    near = [noun, _verb_above(tree, tree.heads[noun])]
    for head in near:
        for kid in tree.having(head, "prep"):
            if tree.lower[kid] in tree.speech.partners and kid > noun:
                heads = tuple(conjuncts(tree, tree.having(kid, "pobj")))
                return heads, max((tree.noun(h)[1] for h in heads), default=noun)
    return (), tree.noun(noun)[1]


def _speaking(tree: Tree) -> Iterator[Occasion]:
    """“Speaking to X, …”: a participle that names the addressees of what follows."""
    for token in range(len(tree)):
        participle = tree.tags[token] == "VBG" and tree.deps[token] in ("advcl", "csubj", "ROOT")
        if not participle or tree.lower[token] not in tree.speech.speaking or tree.quotes[token] >= 0:
            continue
        heads: list[int] = (
            list(tree.having(token, "dobj")) if tree.lower[token] in tree.speech.addressing else []
        )
        for kid in tree.having(token, "prep"):
            if tree.lower[kid] in tree.speech.partners:
                heads.extend(conjuncts(tree, tree.having(kid, "pobj")))
        heads = [head for head in heads if can_hear(tree, head)]
        if heads:
            verb = _verb_above(tree, tree.heads[token])
            high = max(tree.noun(h)[1] for h in heads)
            yield Occasion(token, high, tuple(heads), verb, both_ways=True, named=False)


def _reported(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in what somebody said, so that its occasion is none of the telling."""
    if tree.lower[verb] in tree.speech.verbs:
        return False
    clauses = (t for t in tree.above(verb) if tree.deps[t] == "ccomp" and tree.heads[t] < t)
    return any(tree.lower[tree.heads[t]] in tree.speech.verbs for t in clauses)


def _verb_above(tree: Tree, token: int) -> int:
    for one in tree.above(token):
        if tree.tags[one].startswith("VB"):
            return one
    return token


def _makes_remarks(tree: Tree, verb: int) -> bool:
    return any(tree.lower[kid] in tree.speech.remarks for kid in tree.having(verb, "dobj"))
