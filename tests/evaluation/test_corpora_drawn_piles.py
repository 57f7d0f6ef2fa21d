"""Piles of strangers of one week."""

from __future__ import annotations

from evaluation.corpora import drawn_piles
from retold.model import Article

_NOUNS = ["harbour", "choir", "bakery", "tunnel", "orchard", "ferry", "museum", "school", "bridge", "meadow"]


def article(number: int, title: str) -> Article:
    text = " ".join(f"{title}{number}x{word}" for word in range(90))
    return Article(f"a{number}", text, title=title, published="2024-03-06")


def test_two_titles_with_a_telling_word_in_common_are_alike() -> None:
    assert drawn_piles.alike(article(1, "Harbour shut"), article(2, "Storm over harbour"))
    assert not drawn_piles.alike(article(1, "Harbour shut"), article(2, "Choir sings"))


def test_a_text_that_shares_long_runs_is_no_stranger() -> None:
    one = article(1, "Harbour shut")
    assert drawn_piles.alike(one, Article("b", one.text, title="Choir sings"))


def test_a_pile_holds_strangers_only_and_the_seed_decides_which() -> None:
    held = [article(number, noun) for number, noun in enumerate(_NOUNS * 2)]
    both = [drawn_piles.strangers(held, 4, 2, seed=3, parity=parity) for parity in (0, 1)]
    piles = both[0] or both[1]
    assert [len({one.title for one in pile}) for pile in piles] == [4, 4]
    again = [drawn_piles.strangers(held, 4, 2, seed=3, parity=parity) for parity in (0, 1)]
    assert both == again
