"""Who answers: behind a question that somebody put to another, “he” is the one who was asked.

Kael asked the clerk whether the gate was shut. “It was,” he said.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.steps.statements.frames import Frame
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.meant import NOBODY
from retold.steps.statements.segments import Segment
from retold.steps.statements.tree import Tree
from retold.steps.statements.utterance import Utterance, Who, same


def answering(
    who: Who | None, cue: tuple[Tree, Frame], last: Utterance | None, between: Sequence[Segment], text: str
) -> Who | None:
    """The speaker of quoted words, where the one whom a pronoun would mean has just asked somebody.

    He is whom he asked, or nobody we can tell. `between` are the segments from the question to the words.
    """
    tree, frame = cue
    if who is None or last is None or not _asked_one(last, between, text, tree.lexicon):
        return who
    pronoun = frame.head is not None and tree.lower[frame.head] in tree.grammar.men | tree.grammar.women
    if not pronoun or not same(who, last.speaker):
        return who
    asked = last.addressees[0].meant
    return Who(who.mention, asked if asked.entity is not None else NOBODY, who.link)


def _asked_one(last: Utterance, between: Sequence[Segment], text: str, lexicon: Lexicon) -> bool:
    """Whether an utterance is a question in indirect speech to one person, in the sentence before."""
    near = len(between) == 2 and between[0].paragraph == between[1].paragraph
    plain = last.manner == "asked" and last.kind == "indirect" and not last.threads
    if not near or not plain or len(last.addressees) != 1 or not last.content:
        return False
    opening = text[slice(*last.content[0])].lower().split()[:1]
    heard = last.addressees[0].mention
    group = heard is not None and text[slice(*heard)].lower().split()[-1] in lexicon.speech.groups
    return bool(opening) and opening[0] in lexicon.speech.asking and not group
