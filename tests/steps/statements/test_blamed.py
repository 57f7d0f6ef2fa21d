"""Who is praised, blamed or fined for what he said has said it, and not who does so to him."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.statements.blamed import blamed
from tests.steps.statements.reading import tree_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Critics attacked Ida Vann for saying that the weir leaked.", "Vann"),
        ("The union thanked Ida Vann for saying that the weir leaked.", "Vann"),
        ("The league fined coach Jan Orme $25,000 for saying that referees slept.", "Orme"),
        ("Ida Vann was mocked for saying that the weir leaked.", "Vann"),
    ],
)
def test_who_is_blamed_or_praised_for_a_saying_said_it(text: str, said: str) -> None:
    one = tree_of(text)
    head = blamed(one, one.lower.index("saying"))
    assert head is not None
    assert one.words[head] == said
    names = [found.speaker_name for found in retold.statements(Article("a", text)) if found.content]
    assert [name.split()[-1] for name in names if name] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Vann apologized for saying it leaked.",
        "Ida Vann blamed herself for saying it leaked.",
        "Ida Vann regrets the day for saying it leaked.",
    ],
)
def test_who_is_sorry_for_his_own_words_is_no_other(text: str) -> None:
    one = tree_of(text)
    assert blamed(one, one.lower.index("saying")) is None
    names = [found.speaker_name for found in retold.statements(Article("a", text)) if found.content]
    assert names == ["Ida Vann"]
