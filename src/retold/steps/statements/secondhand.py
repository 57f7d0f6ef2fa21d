"""Who only hands on what another said: “…,” Kael said, the Post reported; Kael was quoted by it as saying.

Right behind one who is said to speak, a second one who is, without words of his own, tells of the first. He
says nothing here, and neither of the two says the other's name and cue.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold.steps.statements.frames import Frame
from retold.steps.statements.misread import told_before
from retold.steps.statements.speaking import is_role
from retold.steps.statements.tree import Tree

_MARKS = frozenset({",", "``", "''"})
_ENDS = frozenset({",", "``", "''", ".", "IN"})


def first_hand(tree: Tree, found: Sequence[Frame]) -> list[Frame]:
    """The frames of a sentence without those that hand on, and without words that only name a speaker."""
    found = [one for one in (_of_quoted(tree, frame, found) for frame in found) if one is not None]
    behind = [one for one in found if any(_hands_on(tree, one, other) for other in found)]
    names = [_attribution(one) for one in behind]
    kept = [one for one in found if one not in behind and not _tells_only_who(tree, one, found)]
    return [replace(one, content=None) if _only_names(one, names) else one for one in kept]


def _of_quoted(tree: Tree, frame: Frame, found: Sequence[Frame]) -> Frame | None:
    """A frame whose words another quotes him for, with all of them; None for that of the one who quotes.

    “It is shut, Kael was quoted (by the Post) as saying”: the words stand before the verb of quoting, and are
    of the one who is quoted.
    """
    if any(_quotes(tree, frame, other) for other in found):
        return None
    over = next((other for other in found if _quotes(tree, other, frame)), None)
    if over is None or frame.content is not None:
        return frame
    first = (tree.having(over.cue, "nsubj", "nsubjpass") or [over.cue])[-1]
    misread = None if over.content else told_before(tree, tree.noun(first)[0], over.cue)
    return replace(frame, content=over.content or misread, misread=misread is not None)


def _quotes(tree: Tree, frame: Frame, other: Frame) -> bool:
    """Whether by a frame somebody quotes the speaker of the other one as saying something."""
    over, link = frame.cue, tree.heads[other.cue]
    led = tree.deps[other.cue] == "pcomp" and tree.heads[link] == over and link > over
    known = tree.lower[link] in tree.grammar.comparing and tree.lower[over] in tree.speech.quoted
    if not (led and known):
        return False
    return other.head is not None and other.head in tree.having(over, "dobj", "nsubjpass")


def _attribution(frame: Frame) -> tuple[int, int]:
    """The tokens that say who speaks, both ends included."""
    held = (*(frame.speaker or ()), frame.cue, frame.cue_end)
    return min(held), max(held)


def _hands_on(tree: Tree, frame: Frame, other: Frame) -> bool:
    """Whether somebody is said to speak right behind another, and has no words of his own.

    A comma stands between the two, and the first has spoken before it.
    """
    heads = (frame.head, other.head)
    if None in heads or frame.head == other.head or not (frame.verbal and other.verbal):
        return False
    (first, last), (low, high) = _attribution(other), _attribution(frame)
    last = max((last, *other.addressees))
    told = first > 0 and tree.tags[first - 1] in _MARKS
    apart = low > last + 1 and all(tree.tags[token] == "," for token in range(last + 1, low))
    own = frame.content is not None and frame.content[1] > high
    return told and apart and not own and (high + 1 >= len(tree) or tree.tags[high + 1] in _ENDS)


def _tells_only_who(tree: Tree, frame: Frame, found: Sequence[Frame]) -> bool:
    """Whether a phrase is about nothing but who spoke: “…,” he told them, according to the interpreter."""
    person = frame.head is not None and is_role(tree, frame.head)
    if frame.verbal or frame.content is None or not person:
        return False  # a transcript may tell who said it
    low, high = frame.content
    plain = {t for t in range(low, high + 1) if not tree.dummy[t] and tree.tags[t][:1].isalpha()}
    said = [one for one in found if one.verbal and one.head is not None]
    if not any(tree.dummy[low : high + 1]) or not any(low <= one.cue <= high for one in said):
        return False
    for one in said:
        first, last = _attribution(one)
        plain -= set(range(first, max((last, *(tree.noun(head)[1] for head in one.addressees))) + 1))
    return not plain


def _only_names(frame: Frame, names: Sequence[tuple[int, int]]) -> bool:
    """Whether the words of a frame are but who hands on what it tells."""
    content = frame.content
    return content is not None and any(low <= content[0] and content[1] <= high for low, high in names)
