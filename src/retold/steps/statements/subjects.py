"""Who speaks, in one parsed sentence: the subject of a cue, its agent, or one it inherits."""

from __future__ import annotations

from retold import parameters
from retold.language.speech import Verb
from retold.steps.statements.tree import Tree

_CLIMBS = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "acl", "dep", "prep", "parataxis"})
_SPEAKING_TAGS = ("NN", "PRP", "DT", "CD", "WP", "JJ", "VBN", "FW", "WDT", "UH")
_P = parameters.of("statements", "subjects")
_INSERTION, _CLIMB, _INVERTED = (_P.integer(name) for name in ("insertion", "climb", "inverted"))


def subject(tree: Tree, token: int, verb: Verb) -> tuple[int | None, bool]:
    """Head of the speaker's phrase, and whether the cue is in the passive."""
    head, passive = _any_subject(tree, token, verb)
    if head is not None and not _speaks(tree, head):
        head = None
    return (_beside(tree, token) if head is None and not passive else head), passive


def _speaks(tree: Tree, head: int) -> bool:
    """Whether a word can be a speaker: no stand-in for a quotation, no preposition."""
    return not tree.dummy[head] and tree.tags[head].startswith(_SPEAKING_TAGS)


def _any_subject(tree: Tree, token: int, verb: Verb) -> tuple[int | None, bool]:
    if tree.having(token, "auxpass", "nsubjpass") or _passive_too(tree, token, verb):
        return _agent(tree, token), True
    own = tree.having(token, "nsubj")
    if tree.deps[token] == "amod":
        own = [tree.heads[token]]  # “…,” added Kael, read as "an added Kael"
    if own:
        return _antecedent(tree, token, own[-1]), False
    if _inverted(tree, token, verb):
        return tree.having(token, "dobj")[0], False
    if (
        tree.tags[token] == "VBN"
        and not tree.having(token, "aux")
        and tree.deps[token] in ("acl", "ROOT", "advcl")
    ):
        return _agent(tree, token), True
    if tree.tags[token] in ("VBD", "VBZ") and token and tree.tags[token - 1].startswith("NNP"):
        return _beside(tree, token), False
    return _inherited(tree, token), False


def _beside(tree: Tree, token: int) -> int | None:
    """The noun just before a finite cue, or before an insertion between two commas, where the parse has none.

    For “In a call, pilot Ana Kael said” and “Ana Kael, KC, said” as the parser misreads them.
    """
    if tree.tags[token] not in ("VBD", "VBZ", "VBP", "NNS"):
        return None
    at = token - 1
    while at > 0 and tree.tags[at] == "RB":
        at -= 1
    if at > 0 and tree.words[at] == ",":
        before = _comma_before(tree, at)
        at = -1 if before is None else before - 1
    while at >= 0 and tree.deps[at] == "pobj" and tree.lower[tree.heads[at]] in tree.grammar.genitive:
        at = tree.heads[tree.heads[at]]  # the Board of Trade
    named = at >= 0 and tree.tags[at].startswith(("NNP", "NN")) and tree.quotes[at] < 0
    return at if named and not tree.dummy[at] else None


def _comma_before(tree: Tree, comma: int) -> int | None:
    """The comma that opens an insertion without a finite verb."""
    for at in range(comma - 1, max(0, comma - _INSERTION), -1):
        if tree.words[at] == ",":
            return at
        if tree.tags[at] in ("VBD", "VBZ", "VBP", "MD") or tree.dummy[at]:
            return None
    return None


def _agent(tree: Tree, token: int) -> int | None:
    for by in tree.having(token, "agent", "prep"):
        if tree.lower[by] in tree.grammar.agent:
            return next(iter(tree.having(by, "pobj")), None)
    return None


def _antecedent(tree: Tree, token: int, subject: int) -> int | None:
    """The noun that a relative "who" stands for; no rule sees through "that" or "which" of a thing."""
    if tree.lower[subject] not in tree.speech.relatives:
        return subject
    above = tree.above(token)
    for verb in above:
        if tree.deps[verb] == "relcl":
            return tree.heads[verb]
    return None


def _passive_too(tree: Tree, token: int, verb: Verb) -> bool:
    """“was jailed and told that …”, “when asked”: a telling without an addressee, below a passive."""
    if tree.tags[token] not in ("VBN", "VBD") or tree.having(token, "nsubj"):
        return False
    if token and tree.lower[token - 1] in tree.speech.leading:
        return True
    joined = tree.deps[token] == "conj" and tree.having(tree.heads[token], "auxpass")
    bare = verb.to_object and not tree.having(token, "dobj", "dative", "aux")
    return bool(joined) and bare


def _inverted(tree: Tree, token: int, verb: Verb) -> bool:
    """“…,” adds Kael: read by the parser as an object."""
    objects = tree.having(token, "dobj")
    if not objects or verb.to_object or verb.act or not token:
        return False
    near = objects[0] - token <= _INVERTED and tree.tags[objects[0]] in ("NNP", "PRP")
    return near and any(tree.dummy[max(0, token - _INVERTED) : token])


def _inherited(tree: Tree, token: int) -> int | None:
    """The subject of the verb, or the noun, that a cue without subject depends on."""
    one = token
    for _ in range(_CLIMB):
        dep, head = tree.deps[one], tree.heads[one]
        if head == one or dep not in _CLIMBS:
            return None
        if dep == "acl" and tree.tags[head].startswith("NN"):
            return _maker(tree, head)
        subjects = tree.having(head, "nsubj")
        passive = tree.having(head, "nsubjpass")
        if subjects:
            return _antecedent(tree, head, subjects[-1]) if tree.tags[head].startswith("VB") else None
        if passive:
            return passive[-1] if _passed_on(tree, token, head) else None
        one = head
    return None


def _maker(tree: Tree, noun: int) -> int:
    """Who issued a statement that says something; the noun itself for anything else."""
    if tree.lower[noun] not in tree.speech.issued:
        return noun
    owners = tree.having(noun, "poss")
    if owners:
        return owners[0]
    made = tree.deps[noun] == "dobj" and tree.having(tree.heads[noun], "nsubj")
    return made[-1] if made else noun


def _passed_on(tree: Tree, token: int, head: int) -> bool:
    """Whether the subject of a passive is who speaks: was quoted as saying, was seen, adding."""
    return tree.lower[head] in tree.speech.quoted or tree.deps[token] in ("conj", "advcl")
