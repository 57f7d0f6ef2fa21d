"""Piles of events told in several languages, and what their suite counts."""

from __future__ import annotations

from evaluation.generator import across
from evaluation.suites import across_languages


def test_every_report_of_a_pile_is_filled_in_and_of_one_event() -> None:
    pile = across.pile("first", seed=3)
    assert all("{" not in article.text for article in pile.articles)
    assert pile.event_of.keys() == {article.id for article in pile.articles}
    assert pile == across.pile("first", seed=3)


def test_events_of_both_parts_have_all_languages() -> None:
    for part in ("first", "second"):
        for one in (across.pile(part, seed=1), across.written(part)):
            assert {article.language for article in one.articles} == set(across.CODES)


def test_pairs_are_of_two_languages_and_counted_once() -> None:
    pile = across.written("second")
    wanted, _ = across_languages.pairs(pile)
    code = {article.id: article.language for article in pile.articles}
    assert all(len({code[name] for name in pair}) == 2 for pair in wanted)
    assert across_languages.counted(pile)["wanted"] == len(wanted)


def test_shares_come_from_the_counts() -> None:
    found = across_languages.figures({"wanted": 4, "given": 2, "right": 1}, "pairs")
    assert found == {"pairs, precision": 0.5, "pairs, recall": 0.25}
