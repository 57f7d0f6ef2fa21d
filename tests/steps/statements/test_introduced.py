"""What leads to a quotation by a colon is none of the words that are told."""

from __future__ import annotations

import pytest

from retold.steps.statements.introduced import without_introduction
from tests.steps.statements.reading import tree_of
from tests.steps.statements.test_false_mouths import contents, speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Warden Ana Kael had a like answer: “The pier is safe,” she said.", None),
        ("The pier is safe, she said.", (0, 3)),
    ],
)
def test_a_content_without_what_leads_to_the_quotation(text: str, content: tuple[int, int] | None) -> None:
    tree = tree_of(text)
    cue = tree.words.index("said")
    assert without_introduction(tree, (0, cue - 3 if content is None else 3), cue) == content


def test_who_has_an_answer_gives_it() -> None:
    text = (
        "Mayor Nils Orme told reporters that the warden would go. “He will have other duties,” Orme said.\n\n"
        "Warden Herman Vann had a like answer: “I spoke to him this morning and he told me,” he said."
    )
    assert speaker(text, "this morning") in ("Herman Vann", None)
    assert contents(text)[-1] == "I spoke to him this morning and he told me,"
