"""The forms of credit as a language's table describes them."""

import pytest

from retold import language
from retold.steps.credits.forms import forms_of


@pytest.mark.parametrize("code", ["de", "en", "es", "fr"])
def test_a_language_with_a_pack_has_forms_of_each_sort(code: str) -> None:
    forms = forms_of(language.of(code))
    assert forms.before and len(forms.searched) > len(forms.before)


def test_a_language_without_a_pack_has_none_that_needs_words() -> None:
    forms = forms_of(language.UNIVERSAL)
    assert not any(form.lead.needs for form in (*forms.before, *forms.behind))
    assert forms.join.search("and") is None


def test_the_forms_of_a_language_are_built_once() -> None:
    assert forms_of(language.of("en")) is forms_of(language.of("en"))
