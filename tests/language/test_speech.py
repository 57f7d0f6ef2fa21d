"""How a language reports speech, read from its lists."""

from __future__ import annotations

from retold import language
from retold.language.speech import Speech


def english() -> Speech:
    found = language.of("en").speech
    assert found is not None
    return found


def past(base: str) -> tuple[str, ...]:
    return (base + "a",)


def test_every_form_of_a_verb_leads_to_its_base_and_manner() -> None:
    verbs = english().verbs
    assert (verbs["told"].base, verbs["told"].to_object) == ("tell", True)
    assert (verbs["denies"].manner, verbs["denying"].act) == ("denied", True)


def test_of_two_verbs_with_one_form_the_first_listed_has_it() -> None:
    read = Speech.of({"manners": {"said": ["gorn"], "denied": ["gorna"]}}, past)
    assert read.verbs["gorna"].base == "gorn"


def test_nouns_of_speech_have_the_plural_of_the_language() -> None:
    read = Speech.of({"manners": {"said": ["gorn"]}, "nouns": {"claimed": ["parl"]}}, past, ("ur",))
    assert read.nouns == {"parl": "claimed", "parlur": "claimed"}
    assert english().nouns["claims"] == "claimed"


def test_only_manners_must_be_there() -> None:
    read = Speech.of({"manners": {"said": ["gorn", "tilv"]}}, past)
    assert read.plain.base == "gorn" and read.phrases == () and read.leads == frozenset()


def test_the_plain_verb_is_the_one_named() -> None:
    read = Speech.of({"manners": {"said": ["gorn", "tilv"]}, "verbs": {"plain": "tilv"}}, past)
    assert read.plain.base == "tilv"
    assert english().plain.manner == "said"


def test_addressees_are_groups_and_single_persons() -> None:
    speech = english()
    assert speech.groups < speech.addressee_nouns and "neighbour" in speech.addressee_nouns - speech.groups
