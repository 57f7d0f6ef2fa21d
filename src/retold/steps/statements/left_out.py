"""Words behind a semicolon that leave out the verb of another: one called it “dull”; another, “a sin”."""

from __future__ import annotations

from retold.steps.statements.tree import FINITE, Tree


def left_out(tree: Tree, cue: int, first: int) -> int | None:
    """The semicolon between a cue and a quotation, where another speaks behind it and no verb tells so."""
    ends = [t for t in range(cue + 1, first) if tree.words[t] == ";" and tree.quotes[t] < 0]
    between = range(ends[-1] + 1, first) if ends else range(0)
    told = any(tree.tags[t] in FINITE for t in between)
    another = any(tree.tags[t].startswith(("NN", "DT", "PRP")) for t in between)
    return ends[-1] if another and not told else None


def before_another(tree: Tree, cue: int, low: int, high: int) -> int:
    """The last token of what was said behind a cue, before the words of another whose verb is left out."""
    quoted = [t for t in range(max(low, cue) + 1, high + 1) if tree.quotes[t] >= 0]
    ends = (end for t in quoted if (end := left_out(tree, max(low, cue), t)) is not None)
    end = next(ends, None)
    return high if end is None else tree.before_stops(low, end - 1)
