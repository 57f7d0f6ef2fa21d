"""Which statements may be none: a thing speaks, what is told is no clause, or nobody said it yet.

The circling of wagons shows …; found herself the target; if another guest says “…”. Or somebody reads out
what another wrote: counsel read from the diary: “…”.
"""

from __future__ import annotations

from retold.model import StatementKind
from retold.steps.statements.frames import Frame
from retold.steps.statements.speaking import can_speak
from retold.steps.statements.tree import Tree
from retold.steps.statements.utterance import Who

_VERBAL = ("VB", "MD", "TO")


def is_doubtful(tree: Tree, frame: Frame, kind: StatementKind, who: Who | None) -> bool:
    """Whether a statement of this frame is most often a misreading."""
    if (not frame.real and frame.verbal) or _recites(tree, frame):
        return True
    named = who is not None and who.meant.name is not None
    if frame.head is not None and not named and not can_speak(tree, frame.head):
        return True
    return kind == "indirect" and frame.verbal and _is_nominal(tree, frame)


def _recites(tree: Tree, frame: Frame) -> bool:
    """Whether somebody, and no paper, reads out words: they are mostly another's."""
    if frame.head is None or frame.verb.base not in tree.speech.reciting or not tree.segment.quotes:
        return False
    papers = tree.speech.papers | tree.speech.issued | tree.grammar.bodies
    return tree.tags[frame.head].startswith(("NNP", "PRP")) and tree.lower[frame.head] not in papers


def _is_nominal(tree: Tree, frame: Frame) -> bool:
    """Whether what was said is a thing and no clause: talked about the weather, called foul."""
    if frame.content is None or frame.misread:
        return False
    low, high = frame.content
    tops = [t for t in range(low, high + 1) if tree.heads[t] == t or not low <= tree.heads[t] <= high]
    return bool(tops) and not any(tree.tags[t].startswith(_VERBAL) for t in tops)
