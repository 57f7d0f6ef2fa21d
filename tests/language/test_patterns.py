"""The words and endings by which speech is read without a parser."""

from __future__ import annotations

from retold import language
from retold.language.patterns import Patterns


def test_what_a_file_lacks_matches_nowhere() -> None:
    empty = Patterns.of({})
    assert not empty.articles and not empty.separable and not empty.nouns
    assert empty.guess.search("sagte") is None and empty.role.search("minister") is None


def test_a_language_without_the_file_has_none() -> None:
    assert language.of("en").patterns is None and language.of("sv").patterns is None


def test_the_longest_phrase_is_tried_first() -> None:
    phrases = Patterns.of({"before": ["laut", "nach angaben der"]}).before
    assert phrases == (("nach", "angaben", "der"), ("laut",))
