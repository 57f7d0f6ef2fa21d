"""Whether it is told that nobody said so: did not say, it is not the case that Kael said, denied saying."""

from __future__ import annotations

from retold.steps.statements.tree import Tree

_BELOW = frozenset({"ccomp", "xcomp", "pcomp", "prep", "conj"})  # a saying below the verb that tells of it


def is_denied(tree: Tree, token: int) -> bool:
    """Whether it is told that nobody said so: did not say, it is not true that Kael said, denied saying."""
    if tree.having(token, "neg"):
        return True
    above, head = token, tree.heads[token]
    while tree.deps[above] == "conj" and head != above:
        above, head = head, tree.heads[head]
    if _is_of_rumour(tree, above) or _is_no_case(tree, above) or _is_mistaken(tree, above):
        return True
    if tree.deps[above] not in ("ccomp", "xcomp", "csubj", "pcomp", "acl") or head == above:
        return False
    bare = tree.tags[head] in ("VB", "VBG") and tree.deps[head] in ("xcomp", "csubj", "pcomp")
    if bare and is_denied(tree, head):
        return True  # it is wrong to say that Kael said
    verb = tree.speech.verbs.get(tree.lower[head])
    denying = verb is not None and verb.manner == "denied" and head < token
    inner = {tree.lower[kid] for kid in tree.having(head, "acomp", "attr")} | {tree.lower[head]}
    return denying or bool(tree.having(head, "neg") and verb is None) or bool(inner & tree.speech.untrue)


def _is_of_rumour(tree: Tree, verb: int) -> bool:
    """Whether a saying is what a claim is about that somebody rejects: no truth in reports that Kael said."""
    marks = [kid for kid in tree.having(verb, "mark") if tree.lower[kid] in tree.grammar.clause]
    noun = marks[0] - 1 if marks else -1
    over = tree.heads[verb]
    if tree.deps[verb] in ("relcl", "acl") and over < verb and tree.lower[over] in tree.speech.rumours:
        noun = over  # reports in the Courier that Kael said so
    if noun < 0 or tree.lower[noun] not in tree.speech.rumours:
        return False
    governor = tree.heads[noun]
    bare = [kid for kid in tree.having(verb, "ccomp") if not tree.having(kid, "nsubj", "nsubjpass")]
    if any(_is_rejected(tree, kid) for kid in bare):
        return True  # a report that Kael said it was shut [was false], read as what she said
    if tree.deps[noun] in ("dobj", "pobj") and any(_rejects(tree, one) for one in _over(tree, noun)):
        return True
    if tree.deps[noun] == "dobj":
        return False
    if tree.deps[noun] in ("nsubj", "nsubjpass") and _is_rejected(tree, governor):
        return True
    none = tree.heads[governor] if tree.deps[noun] == "pobj" else noun
    return any(tree.lower[kid] in tree.speech.nobody for kid in tree.having(none, "det"))


def _is_rejected(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of a claim, its subject, that it is none: is denied by Kael, was false."""
    told = {tree.lower[kid] for kid in tree.having(verb, "acomp", "attr")}
    return (bool(tree.having(verb, "auxpass")) and _rejects(tree, verb)) or bool(told & tree.speech.untrue)


def _is_mistaken(tree: Tree, token: int) -> bool:
    """Whether a saying is one that somebody told wrongly: was wrongly quoted, misquoted as saying."""
    one = token
    while tree.deps[one] in _BELOW and tree.heads[one] < one:
        one = tree.heads[one]
        told = {tree.lower[one], *(tree.lower[kid] for kid in tree.having(one, "advmod"))}
        if told & tree.speech.mistaken:
            return True
    return False


def _over(tree: Tree, noun: int) -> list[int]:
    """The verbs before a noun that it is the object of, with those of which they tell as what, not that.

    “dismissed as “talk” a report”: the parser takes the talk for a verb.
    """
    found, one = [], tree.heads[noun]
    while one < noun and one not in found:
        found.append(one)
        if tree.deps[one] not in ("prep", "pobj", "advcl"):
            break
        one = tree.heads[one]
    return found


def _rejects(tree: Tree, token: int) -> bool:
    verb = tree.speech.verbs.get(tree.lower[token])
    return verb is not None and verb.manner == "denied"


def _is_no_case(tree: Tree, verb: int) -> bool:
    """Whether a saying is what is not the case: it is not the case that the mayor told them so."""
    noun = tree.heads[verb]
    told = tree.deps[verb] in ("relcl", "acl") and tree.deps[noun] == "attr"
    return told and tree.lower[noun] in tree.speech.facts and bool(tree.having(tree.heads[noun], "neg"))
