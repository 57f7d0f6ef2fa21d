"""To whom something was said, in one parsed sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.steps.statements.lexicon import Lexicon, Verb
from retold.steps.statements.names import titles
from retold.steps.statements.tree import Tree


def hearers(tree: Tree, token: int, verb: Verb, passive: bool) -> Iterator[int]:
    """Heads of the phrases that say who was spoken to: told X, wrote to X, X was told."""
    if passive:
        yield from tree.having(token, "nsubjpass") if verb.to_object else ()
        return
    for kid in tree.kids[token]:
        if tree.deps[kid] == "prep" and _leads(tree, kid, verb):
            heads = conjuncts(tree, tree.having(kid, "pobj"))
            yield from (head for head in heads if can_hear(tree, head))
        elif verb.to_object and tree.deps[kid] in ("dobj", "dative") and kid > token:
            yield from conjuncts(tree, [kid])
    content = tree.having(token, "ccomp", "xcomp")
    if verb.to_object and content and not verb.act:
        yield from _infinitive_subject(tree, token, content[0])


def _leads(tree: Tree, preposition: int, verb: Verb) -> bool:
    """Whether a preposition leads from this verb to a hearer: wrote to, pleaded with, shouted at."""
    lexicon, word = tree.lexicon, tree.lower[preposition]
    if (verb.act and verb.base not in lexicon.acts_to) or verb.base in lexicon.not_to:
        return False
    if tree.heads[preposition] == preposition - 1 and word in lexicon.particles.get(verb.base, ()):
        return False  # points to something
    return word == "to" or (word == "with" and verb.base in lexicon.talk_with) or (
        word == "at" and verb.base in lexicon.shout_at
    )  # fmt: skip


def can_hear(tree: Tree, head: int) -> bool:
    """Whether a word by itself looks like somebody who can be spoken to: a name, a person, an audience."""
    if tree.quotes[head] >= 0 or tree.lower[head] in tree.lexicon.not_addressees:
        return False
    word, lists = tree.lower[head], titles()
    if word in tree.lexicon.platforms and word not in tree.lexicon.hearers:
        return False  # posted to Telegram
    known = word in tree.lexicon.hearers or word in tree.lexicon.unnamed or word in lists.bodies
    return known or word in lists.kin or word in lists.ranks or tree.tags[head].startswith(("NNP", "PRP"))


def is_group(tree: Tree, head: int) -> bool:
    """Whether a hearer is a group or a house that nothing told before identifies: reporters, a court."""
    lexicon = tree.lexicon
    if tree.lower[head] not in lexicon.groups or tree.tags[head].startswith("NNP"):
        return False
    defined = [tree.lower[kid] for kid in tree.having(head, "det", "poss")]
    return not defined or defined[0] in ("a", "an", "some", "several", "many") or tree.tags[head] == "NNS"


def hears(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Whether a phrase can be who was told: no "told the truth", no owner of something."""
    if tree.lower[head] in lexicon.not_addressees or tree.quotes[head] >= 0:
        return False
    behind = tree.words[head + 1 : head + 2]
    return behind != ["'"] and tree.tags[head].startswith(("NN", "PRP", "CD", "DT"))


def conjuncts(tree: Tree, heads: Sequence[int]) -> Iterator[int]:
    """The heads and those joined to them by "and"."""
    for head in heads:
        yield head
        yield from conjuncts(tree, tree.having(head, "conj"))


def _infinitive_subject(tree: Tree, token: int, clause: int) -> Iterator[int]:
    """“urged the crews to leave”: the crews are the clause's subject."""
    infinitive = "to" in [tree.lower[kid] for kid in tree.having(clause, "aux")]
    subjects = [kid for kid in tree.having(clause, "nsubj") if token < kid < clause]
    if infinitive and subjects:
        yield subjects[0]
