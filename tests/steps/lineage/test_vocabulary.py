"""How much words weigh, and which look like slips; what is known of a language comes from its pack."""

from __future__ import annotations

import pytest

from retold import language
from retold.settings import Align
from retold.steps import collate
from retold.steps.lineage import readings, vocabulary
from retold.steps.lineage.vocabulary import Word
from tests.steps.witnesses import witness

ENGLISH, UNIVERSAL = (vocabulary.customs(language.of(code)) for code in ("en", "und"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [("6", "figure"), ("six", "figure"), ("the", "small"), ("Ostmark", "name"), ("pier", "plain")],
)
def test_a_word_is_of_a_kind(text: str, kind: str) -> None:
    assert ENGLISH.kind(text, opener=False) == kind


def test_an_opener_is_no_name() -> None:
    assert ENGLISH.kind("Ostmark", opener=True) == "plain"


def test_without_a_pack_only_digits_and_capitals_tell() -> None:
    kinds = [UNIVERSAL.kind(text, opener=False) for text in ("6", "six", "the", "Ostmark")]
    assert kinds == ["figure", "plain", "plain", "name"]


def test_house_style_has_one_form() -> None:
    assert ENGLISH.plain("organised") == ENGLISH.plain("organized")
    assert ENGLISH.plain("six") == ENGLISH.plain("6") == "6"
    assert UNIVERSAL.plain("six") == "six"


def test_two_forms_of_a_word_are_no_slip_of_each_other() -> None:
    assert ENGLISH.inflected("repair", "repairs")
    assert not ENGLISH.inflected("harbour", "habrour")
    assert not UNIVERSAL.inflected("repair", "repairs")


def test_figures_names_and_quotations_weigh_more_than_plain_words() -> None:
    small, plain, name, figure = (
        Word("x", kind, False).weight for kind in ("small", "plain", "name", "figure")
    )
    assert small < plain < name < figure
    assert Word("x", "plain", True).weight > plain


NEWS = "The {} sent three inspectors to the harbour on Monday and the ferry was {} for a week by order of the court"


def _slips(*versions: tuple[str, str], text: str = NEWS) -> list[str]:
    """The slips among the words of versions that differ in two places."""
    witnesses = [
        witness(text.format(*words), name, outlet=name) for name, words in zip("abc", versions, strict=False)
    ]
    return [kind for kind in readings.read(collate.collate(witnesses, Align())).kinds if kind == "slip"]


def test_a_word_the_language_lacks_a_letter_off_one_it_knows_is_a_slip() -> None:
    assert _slips(("committee", "closed"), ("comittee", "closd"), ("committee", "closed")) == ["slip"] * 2


def test_two_words_of_the_language_and_two_strange_names_are_none() -> None:
    assert not _slips(("committee", "filed"), ("committee", "filled"), ("committee", "filed"))
    assert not _slips(("Garrow", "repaired"), ("Garow", "repaired"), ("Garrow", "repaired"))


def test_where_the_language_knows_few_of_the_words_nothing_is_told_by_it() -> None:
    old = "Whan that Aprille with his {} soote the droghte of Marche hath perced to the {} and bathed every veyne"
    assert not _slips(("showers", "root"), ("shoures", "roote"), ("showers", "root"), text=old)


def test_a_word_in_the_spelling_of_another_house_is_no_slip() -> None:
    assert not _slips(("judgment", "closed"), ("judgement", "closed"), ("judgment", "closed"))
    assert not _slips(("committee", "aging"), ("committee", "ageing"), ("committee", "aging"))
