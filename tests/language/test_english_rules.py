"""What of English is a rule: inflection and stems."""

from __future__ import annotations

import pytest

from retold.language.en.rules import inflected, stem


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("deny", ("denies", "denied", "denying")),
        ("convey", ("conveys", "conveyed", "conveying")),
        ("state", ("states", "stated", "stating")),
        ("agree", ("agrees", "agreed", "agreeing")),
        ("stress", ("stresses", "stressed", "stressing")),
        ("add", ("adds", "added", "adding")),
    ],
)
def test_a_regular_verb_is_inflected(base: str, forms: tuple[str, ...]) -> None:
    assert inflected(base) == forms


@pytest.mark.parametrize(
    ("one", "other"), [("crews", "crew"), ("rescued", "rescues"), ("harbour's", "harbour")]
)
def test_forms_of_a_word_share_its_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)
