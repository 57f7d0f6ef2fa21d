"""What was said before a cue that closes its sentence, where the parse does not tell so: …, police said."""

from __future__ import annotations

from retold.language.speech import Verb
from retold.steps.statements.clauses import Tokens, opens_asked
from retold.steps.statements.subjects import described_before, said_by
from retold.steps.statements.tree import FINITE, Tree

_WARNED = "warned"  # who is warned need not be told, who is told must be: …, police have warned


def misread_clause(tree: Tree, token: int, verb: Verb, head: int | None = None) -> Tokens | None:
    """“Two men drowned on Sunday, police said.”: all before a cue that ends its sentence, misread.

    Or that a semicolon follows: “Two men drowned, police said; a third was missing.” `head` is the speaker's.
    """
    described = described_before(tree, token)
    heard = _tells_hearer(tree, token, verb) or (verb.manner == _WARNED and not _objects(tree, token))
    if (
        (verb.to_object and described is None and not heard)
        or verb.act
        or not _is_finite(tree, token, described)
        or opens_asked(tree)
    ):
        return None
    parted = tree.words[token + 1 : token + 2] == [";"] and ";" not in tree.words[:token]
    behind = said_by(tree, token, verb)
    if behind is not None:
        alone = token > 2 and tree.ends_with(tree.reach(behind)[1])
        return told_before(tree, token, token) if alone else None
    if not (parted or _closes(tree, token, described) or _tells_hearer(tree, token, verb)):
        return None
    subjects = [kid for kid in tree.having(token, "nsubj") if kid < token]
    subjects = subjects or [one for one in (described, head) if one is not None and one < token]
    return told_before(tree, tree.noun(subjects[-1])[0] if subjects else 0, token)


def _tells_hearer(tree: Tree, token: int, verb: Verb) -> bool:
    """Whether a cue closes its sentence with who hears it and where: …, Kael told parliament in a speech."""
    objects, behind = _objects(tree, token), range(token + 1, len(tree))
    heard = any(_is_hearer(tree, one) for one in objects)
    whole = heard and all(token in tree.above(t) for t in behind if tree.tags[t] not in (".", "_SP"))
    return whole and verb.base in tree.speech.bare and FINITE.isdisjoint(tree.tags[t] for t in behind)


def _is_hearer(tree: Tree, token: int) -> bool:
    """Whether the object of a telling is a house of speech or somebody by name: told [Radio Tarn]."""
    return tree.lower[token] in tree.speech.addressee_nouns or tree.tags[token] == "NNP"


def _objects(tree: Tree, token: int) -> list[int]:
    return tree.having(token, "dobj", "dative")


def _is_finite(tree: Tree, token: int, described: int | None) -> bool:
    """Whether a cue is a finite verb, be it read as a participle: a man who asked not to be named [said].

    `described` is who is described right before it.
    """
    having = tree.having(token, "aux", "auxpass")
    past = tree.tags[token] == "VBN" and not having
    perfect = tree.tags[token] == "VBN" and [tree.tags[one] for one in having] in (["VBZ"], ["VBP"], ["VBD"])
    finite = tree.tags[token] in ("VBD", "VBZ", "VBP") or (perfect and tree.deps[having[0]] == "aux")
    return finite or (past and described is not None)  # …, police have warned


def told_before(tree: Tree, low: int, cue: int) -> Tokens | None:
    """All before a comma right before `low`, where it has a verb, and no quotation stands before the cue."""
    told = low > 1 and tree.words[low - 1] == "," and not any(tree.dummy[:cue])
    tells = told and any(tree.tags[t].startswith("VB") for t in range(low - 1))
    return (0, low - 2) if tells else None


def _closes(tree: Tree, token: int, described: int | None) -> bool:
    """Whether nothing follows a cue in its sentence but a time: police said; police said on Monday.

    Or who hears it, where somebody is `described` right before the cue.
    """
    objects = _objects(tree, token) if described is not None else []
    heard = {t for one in objects for t in range(tree.reach(one)[0], tree.reach(one)[1] + 1)}
    behind = [t for t in range(token + 1, len(tree)) if tree.tags[t] not in (".", "_SP") and t not in heard]
    times = [t for t in behind if tree.lower[t] in tree.speech.times]
    small = all(tree.tags[t] in ("IN", "DT", "JJ", "RB", "CD") for t in behind if t not in times)
    return not behind or bool(times and small)
