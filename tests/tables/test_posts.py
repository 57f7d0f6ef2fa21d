"""Embedded posts: the words, then a dash, the name and the account."""

from __future__ import annotations

from retold.tables.posts import posts


def told(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*post.name)], text[slice(*post.words)]) for post in posts(text)]


def test_a_line_with_an_account_signs_the_words_above_it() -> None:
    text = "The town slept.\n\nThe ferry is late again.\n— Orla Vann (@orlavann) May 4, 2024\n\nNobody came."
    assert told(text) == [("Orla Vann", "The ferry is late again.")]


def test_two_posts_without_a_line_between_are_two() -> None:
    text = "Late again.\n— Orla Vann (@orla) May 4\nAnd wet.\n— Tam Brel (@brel) May 4"
    assert told(text) == [("Orla Vann", "Late again."), ("Tam Brel", "And wet.")]


def test_of_a_long_paragraph_of_lines_a_post_is_the_last_or_what_a_colon_leads_to() -> None:
    prose = "The ferry did not sail.\n" + "Nobody on the quay knew why it lay there with its lamps out. " * 6
    assert told(f"{prose}\nLate again.\n— Orla Vann (@orla) May 4") == [("Orla Vann", "Late again.")]
    led = f"{prose}\nOne passenger put it so:\nLate again.\nAnd wet.\n— Orla Vann (@orla) May 4"
    assert told(led) == [("Orla Vann", "Late again.\nAnd wet.")]
    assert told(f"{prose.strip()} — Orla Vann (@orla) May 4, 2024") == []


def test_quoted_words_and_lines_without_an_account_are_no_posts() -> None:
    assert told("“Late again.”\n— Orla Vann (@orla)") == []
    assert told("Late again.\n— Orla Vann, May 4") == []


def test_a_signature_at_the_end_of_the_line_signs_the_words_before_it() -> None:
    text = "The town slept.\n\nThe ferry is late again. — Orla Vann (@orlavann) May 4, 2024\n\nNobody came."
    assert told(text) == [("Orla Vann", "The ferry is late again.")]
    assert told("The ferry — Orla Vann (@orlavann) says — is late again.") == []
