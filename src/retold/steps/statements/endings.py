"""Where what somebody said ends: before what the reporter makes of it or tells of it, and who else speaks."""

from __future__ import annotations

from retold.steps.statements.tree import Tree


def reporter_goes_on(tree: Tree, low: int, token: int) -> int | None:
    """The last token before a token with which somebody else than the speaker goes on; None where none does.

    `low` is the first token of what was said.
    """
    if sums_up(tree, token):
        return token - 2
    apart = tells_effect(tree, token) or is_attribution(tree, token)
    return token - 1 if apart or follows_deed(tree, low, token) or another_speaks(tree, token) else None


def sums_up(tree: Tree, token: int) -> bool:
    """Whether a noun says what the reporter makes of all before it: said it would close, a [move] that …

    Or a [promise] critics called hollow.
    """
    if tree.lower[token] not in tree.speech.summing or tree.tags[token] != "NN" or token < 2:
        return False
    led = tree.lower[token - 1] in tree.grammar.indefinite and tree.words[token - 2] == ","
    if led and is_summed_up(tree, tree.heads[token]):
        return True
    behind = tree.lower[token + 1 : token + 2]
    told = any(tree.reach(kid)[0] == token + 1 for kid in tree.having(token, "relcl"))
    return led and behind != [] and (behind[0] in tree.speech.relatives or told)


def is_summed_up(tree: Tree, head: int) -> bool:
    """Whether a noun stands behind what the reporter makes of all before it: …, a claim [critics] dispute.

    The parser takes the two for one noun.
    """
    low = tree.noun(head)[0]
    several = tree.tags[head] == "NNS" and low + 2 == head and low > 0 and tree.words[low - 1] == ","
    return (
        several and tree.lower[low] in tree.grammar.indefinite and tree.lower[low + 1] in tree.speech.summing
    )


def tells_effect(tree: Tree, token: int) -> bool:
    """Whether a participle tells what came of the saying: said it would grow, [sending] its shares up."""
    if tree.lower[token] not in tree.speech.effects or token < 2 or tree.words[token - 1] != ",":
        return False
    objects = (
        tree.lower[kid]
        for one in (token, *tree.having(token, "ccomp"))
        for kid in tree.having(one, "dobj", "nsubj")
    )
    return tree.tags[token] == "VBG" and any(one in tree.speech.reactions for one in objects)


def is_attribution(tree: Tree, comma: int) -> bool:
    """Whether nothing but who heard or said it stands behind a comma: it would fall[,] an inquiry heard."""
    if tree.words[comma] != "," or comma + 2 >= len(tree) or tree.quotes[comma] >= 0:
        return False
    finite = next((t for t in range(comma + 2, len(tree)) if tree.tags[t] in ("VBD", "VBZ", "VBP")), None)
    if finite is None:
        return False
    passive = tree.deps[finite] == "auxpass" and tree.heads[finite] > finite
    cue = tree.heads[finite] if passive else finite  # the court was told
    known = tree.lower[cue] in tree.speech.hearing or tree.lower[cue] in tree.speech.verbs
    subjects = [
        one
        for one in tree.having(cue, "nsubjpass" if passive else "nsubj")
        if tree.lower[one] not in tree.speech.relatives and tree.noun(one) == (comma + 1, finite - 1)
    ]
    when = (t for t in range(cue + 1, len(tree)) if tree.tags[t][:1].isalpha() and tree.tags[t] != "_SP")
    return known and bool(subjects) and all(_tells_day(tree, t) for t in when)


def _tells_day(tree: Tree, token: int) -> bool:
    """Whether a token stands in words that tell when: on Monday, last week."""
    return tree.lower[token] in tree.speech.times or tree.tags[token] in ("IN", "DT", "JJ", "CD", "RB")


def follows_deed(tree: Tree, low: int, token: int) -> bool:
    """Whether a relative behind a comma tells what comes of a deed: vowed to wait, [which means …].

    The teller tells so, where what is told begins with the deed and the relative has a tense of its own.
    """
    if tree.tags[token] != "WDT" or tree.words[token - 1] != "," or tree.deps[low] != "aux":
        return False
    verb = tree.heads[token]
    finite = tree.tags[verb] in ("VBZ", "VBD", "VBP") or bool(tree.having(verb, "aux"))
    supposed = any(tree.tags[one] == "MD" for one in tree.having(verb, "aux"))
    return tree.deps[verb] == "relcl" and tree.deps[token] == "nsubj" and finite and not supposed


def another_speaks(tree: Tree, semicolon: int) -> bool:
    """Whether another by name or role speaks behind a semicolon: it would hold; the pilot said it leaked."""
    for verb in range(semicolon + 1, len(tree)) if tree.words[semicolon] == ";" else ():
        known = tree.tags[verb] in ("VBD", "VBZ", "VBP") and tree.lower[verb] in tree.speech.verbs
        subjects = [kid for kid in tree.having(verb, "nsubj") if semicolon < kid < verb] if known else []
        if subjects and tree.quotes[verb] < 0:
            return tree.lower[subjects[0]] not in tree.grammar.pronouns
    return False
