"""Surnames that are common words or look like adverbs, at the head of a sentence."""

from __future__ import annotations

import pytest

from retold.steps.statements.misread_names import with_names
from tests.steps.statements.reading import entities_of, tree_of
from tests.steps.test_statements_mouths import told


@pytest.mark.parametrize("surname", ["Connolly", "Reilly", "Best", "Long", "Hardy", "Sills", "Rising"])
def test_a_surname_that_was_told_in_full_speaks_whatever_word_it_is(surname: str) -> None:
    text = f"The skipper, Orla {surname}, left the pier. {surname} confirmed that the ropes had gone."
    assert [(name, mention) for name, mention, _ in told(text)] == [(f"Orla {surname}", surname)]


def test_a_name_with_a_word_of_emphasis_behind_it_speaks_and_nobody_before_it() -> None:
    text = (
        "Skipper Deni Fox sold the boat. Owner Orla Vann said it was a pity.\n\n"
        "Fox himself, walking to his car, wound up the window and said: “No comment, boys.”"
    )
    assert told(text)[-1][0] == "Deni Fox"


def test_a_word_that_no_name_elsewhere_bears_out_stays_as_it_was_read() -> None:
    one = tree_of("Early reports said the pier was shut.")
    assert with_names(one, entities_of("Early reports said the pier was shut.")) is one
