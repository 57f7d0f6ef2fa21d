"""Who is made to speak does so himself, be he told of between commas."""

from __future__ import annotations

import retold
from retold import Article
from retold.steps.statements.made_to import is_made, made_to
from tests.steps.statements.reading import tree_of


def test_who_is_made_to_speak_is_found_with_what_describes_him() -> None:
    one = tree_of("The verdict prompted Orme, who sat at the back, to shout that it was theft.")
    at = one.lower.index("shout")
    assert is_made(one, at)
    head = made_to(one, at)
    assert head is not None
    assert one.words[head] == "Orme"


def test_who_is_only_asked_to_speak_has_not_spoken() -> None:
    one = tree_of("The clerk asked Orme to explain that it was theft.")
    assert not is_made(one, one.lower.index("explain"))


def test_a_shout_is_of_who_was_moved_to_it() -> None:
    text = (
        "“He sells what he never caught,” Ida Vann said, prompting Jan Orme, who was waiting outside, "
        "to shout, “And you never paid for it!”"
    )
    said = retold.statements(Article("a", text))
    assert [one.speaker_name for one in said] == ["Ida Vann", "Jan Orme"]
