"""A speaker set into his own words between two commas, whose verb the parse takes for the main one.

He urged care: ice, he pointed out, is thin.
"""

from __future__ import annotations

from retold.steps.statements.tree import FINITE, Tree


def between_commas(tree: Tree, cue: int) -> tuple[int, int] | None:
    """The first and last token between the commas nearest to a cue; None where it is not set off by two."""
    before = next((t for t in range(cue - 1, -1, -1) if tree.words[t] == ","), None)
    behind = next((t for t in range(cue + 1, len(tree)) if tree.words[t] == ","), None)
    return None if before is None or behind is None else (before + 1, behind - 1)


def set_into(tree: Tree, cue: int) -> tuple[int, int] | None:
    """The clause into which a cue and its subject are set, from its own subject to its end; None elsewhere.

    The clause's subject stands before them, and its verb right behind them, or a form of being right before.
    """
    inside = between_commas(tree, cue)
    subjects = [kid for kid in tree.having(cue, "nsubj") if kid < cue]
    if inside is None or not subjects or tree.noun(subjects[-1])[0] != inside[0] or any(tree.dummy):
        return None
    alone = tree.tags[cue] in ("VBD", "VBZ", "VBP") and inside[1] - cue <= len(tree.having(cue, "prt"))
    behind = not FINITE.isdisjoint(tree.tags[inside[1] + 2 : inside[1] + 3])
    verb = inside[0] - 2
    begun = verb > 0 and tree.lower[verb] in tree.grammar.being  # the port is, he said, shut
    if not alone or behind == begun:
        return None
    start = max((t + 1 for t in range(verb + 1) if tree.words[t] in (":", ";", "—")), default=0)
    before = range(start, verb + 1 - begun)
    plain = not any(tree.tags[t].startswith(("VB", "MD")) for t in before)
    told = plain and any(tree.tags[t].startswith(("NN", "PRP")) for t in before)
    return (start, tree.before_stops(cue, len(tree) - 1)) if told else None
