"""Who answers a question that somebody put to another."""

from __future__ import annotations

from retold.steps.statements.answers import answering
from retold.steps.statements.frames import frames
from retold.steps.statements.meant import NOBODY
from retold.steps.statements.utterance import Utterance, Who
from tests.steps.statements.reading import parts_of, tree_of


def test_nobody_answers_where_nobody_was_asked() -> None:
    text = "“It is ink,” he said."
    tree = tree_of(text)
    (frame,) = frames(tree)
    who = Who((12, 14), NOBODY, 1.0)
    assert answering(who, (tree, frame), None, (), text) is who
    last = Utterance(0, [(0, 5)], who, [], None, "direct", "said", 1.0)
    assert answering(who, (tree, frame), last, parts_of(text), text) is who
    assert answering(None, (tree, frame), last, parts_of(text), text) is None
