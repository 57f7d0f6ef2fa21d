"""To whom something was said, in one parsed sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.language.speech import Verb
from retold.steps.statements.inversions import Inverted
from retold.steps.statements.tree import Tree


def addressees(
    tree: Tree, token: int, verb: Verb, passive: bool, behind: Inverted | None = None
) -> Iterator[int]:
    """Heads of the phrases that say who was spoken to: told X, wrote to X, X was told.

    `behind` is how the cue was read where its speaker, and no hearer, stands behind it.
    """
    if passive:
        yield from tree.having(token, "nsubjpass") if verb.to_object else ()
        return
    second = [kid for kid in tree.having(token, "nsubj") if kid > token]
    if second and verb.to_object and any(kid < token for kid in tree.having(token, "nsubj")):
        yield second[-1]  # Kael told Radio Tarn's Ana Vann, who is read as a second subject
        return
    heard = verb.to_object and behind is None and made_so(tree, token) is None
    objects = ("dobj", "dative") if heard else ()
    for kid in tree.kids[token]:
        if tree.deps[kid] == "prep" and _leads(tree, kid, verb) and not _is_behind_hearer(tree, kid, objects):
            heads = conjuncts(tree, tree.having(kid, "pobj"))
            yield from (head for head in heads if can_hear(tree, head))
        elif tree.deps[kid] in objects and kid > token:
            yield from (head for head in conjuncts(tree, [kid]) if _hears(tree, token, verb, head))
    content = tree.having(token, "ccomp", "xcomp")
    if verb.to_object and content and not verb.act:
        yield from _infinitive_subject(tree, token, content[0])


def _is_behind_hearer(tree: Tree, preposition: int, objects: Sequence[str]) -> bool:
    """Whether a preposition stands right behind who is told and tells more of him: told an aide [to Kael]."""
    heard = tree.having(tree.heads[preposition], *objects)
    return any(one == preposition - 1 and tree.tags[one] in ("NN", "NNS") for one in heard)


def made_so(tree: Tree, token: int) -> tuple[int, int] | None:
    """What a verb says is to become of a thing, with the thing: ordered the [harbour] (to be) [closed]."""
    for kid in tree.having(token, "xcomp", "ccomp", "oprd"):
        objects = [one for one in tree.having(token, "dobj") if _reaches(tree, one, kid)]
        if objects and tree.tags[kid] in ("VBN", "VBD") and not tree.having(kid, "nsubj", "mark"):
            plain = not tree.having(kid, "aux", "auxpass")
            passive = bool(tree.having(kid, "auxpass")) and not can_hear(tree, objects[0])
            return (objects[0], kid) if plain or passive else None
    return None


def _reaches(tree: Tree, head: int, verb: int) -> bool:
    """Whether nothing but auxiliaries stands between an object and the verb behind it."""
    first = min([verb, *tree.having(verb, "aux", "auxpass")])
    return tree.noun(head)[1] == first - 1


def _hears(tree: Tree, token: int, verb: Verb, head: int) -> bool:
    """Whether the object of a verb is spoken to, and not a thing ordered or asked for: ordered an inquiry."""
    if verb.base not in tree.speech.of_things or tree.having(token, "ccomp", "xcomp"):
        return True
    return can_hear(tree, head) and tree.lower[head] not in tree.speech.occasions


def _leads(tree: Tree, preposition: int, verb: Verb) -> bool:
    """Whether a preposition leads from this verb to an addressee: wrote to, pleaded with, shouted at."""
    speech, word = tree.speech, tree.lower[preposition]
    if (verb.act and verb.base not in speech.acts_to) or verb.base in speech.not_to:
        return False
    if tree.heads[preposition] == preposition - 1 and word in speech.particles.get(verb.base, ()):
        return False  # points to something
    links = tree.grammar
    spoken = word in links.companion and verb.base in speech.talk_with
    shouted = word in links.target and verb.base in speech.shout_at
    return word in links.addressee or spoken or shouted


def can_hear(tree: Tree, head: int) -> bool:
    """Whether a word by itself looks like somebody who can be spoken to: a name, a person, an audience."""
    if tree.quotes[head] >= 0 or _is_nobody(tree, head):
        return False
    word, lists = tree.lower[head], tree.names
    if word in tree.speech.times:
        return False  # cut its forecast for the year to March
    if word in tree.speech.platforms and word not in tree.speech.addressee_nouns:
        return False  # posted to Telegram
    known = word in tree.speech.addressee_nouns or word in tree.speech.unnamed or word in lists.bodies
    return known or word in lists.kin or word in lists.ranks or tree.tags[head].startswith(("NNP", "PRP"))


def leads_to_hearer(tree: Tree, token: int) -> bool:
    """Whether a preposition leads to a group that hears, be it read as part of what is told: to reporters."""
    heads = tree.having(token, "pobj") if tree.lower[token] in tree.grammar.addressee else []
    return any(tree.lower[one] in tree.speech.groups for one in heads)


def is_group(tree: Tree, head: int) -> bool:
    """Whether an addressee is a group or a house that nothing before identifies: reporters, a court."""
    if tree.lower[head] not in tree.speech.groups or tree.tags[head].startswith("NNP"):
        return False
    defined = [tree.lower[kid] for kid in tree.having(head, "det", "poss")]
    return not defined or defined[0] in tree.grammar.indefinite or tree.tags[head] == "NNS"


def is_addressee(tree: Tree, head: int) -> bool:
    """Whether a phrase can be who was told: no "told the truth", no owner of something."""
    if _is_nobody(tree, head) or tree.quotes[head] >= 0:
        return False
    behind = tree.words[head + 1 : head + 2]
    misread = tree.deps[head + 1 : head + 2] == ["ccomp"] and tree.tags[head + 1] in ("JJ", "NN", "NNS")
    if misread and tree.tags[head] == "NN":
        return False  # thanked the court usher, read as a court that is an usher
    return behind != ["'"] and tree.tags[head].startswith(("NN", "PRP", "CD", "DT"))


def _is_nobody(tree: Tree, head: int) -> bool:
    """Whether a word behind a verb of telling is no person: told the truth, told him three times."""
    return tree.lower[head] in tree.speech.not_addressees and not tree.tags[head].startswith("NNP")


def conjuncts(tree: Tree, heads: Sequence[int]) -> Iterator[int]:
    """The heads and those joined to them by "and"."""
    for head in heads:
        yield head
        yield from conjuncts(tree, tree.having(head, "conj"))


def _infinitive_subject(tree: Tree, token: int, clause: int) -> Iterator[int]:
    """“urged the crews to leave”: the crews are the clause's subject."""
    infinitive = tree.grammar.infinitive.intersection(tree.lower[kid] for kid in tree.having(clause, "aux"))
    subjects = [kid for kid in tree.having(clause, "nsubj") if token < kid < clause]
    if infinitive and subjects:
        yield subjects[0]
