"""Sentences about somebody without a name."""

from __future__ import annotations

import pytest

from retold.steps.statements.around import Persons
from retold.steps.statements.names import tokens
from retold.steps.statements.unnamed import is_man, unnamed_subject
from tests.steps.statements.reading import english

PERSONS = Persons(frozenset({"coroner", "widow", "clerk"}), ("keeper",))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The coroner closed the case.", "coroner"),
        ("A tired county clerk read the names.", "clerk"),
        ("On Monday the coroner closed the case.", "coroner"),
        ("Outside the court, a widow wept.", "widow"),
        ("The beekeeper hid the honey.", "beekeeper"),
        ("The coroner Orla Vann closed the case.", None),
        ("The clerk of the port, Pim Aske, read the names.", None),
        ("The clerks read the names.", None),
        ("The rain soaked the widow.", None),
        ("Orla Vann thanked the coroner.", None),
        ("", None),
    ],
)
def test_a_sentence_is_about_somebody_without_a_name(text: str, noun: str | None) -> None:
    words, lexicon = tokens(text), english()
    found = unnamed_subject(words, PERSONS, lexicon.names, lexicon.grammar)
    assert (None if found is None else words[found[1]][0]) == noun


def test_some_nouns_say_whether_a_man_or_a_woman_is_meant() -> None:
    lexicon = english()
    told = [is_man(noun, lexicon.names, lexicon.grammar) for noun in ("policewoman", "fireman", "coroner")]
    assert told == [False, True, None]


def test_a_name_behind_a_verb_is_not_that_of_the_role_before_it() -> None:
    lists = (PERSONS, english().names, english().grammar)
    assert unnamed_subject(tokens("The clerk met the head of the mill, Ana Kael."), *lists) is not None
    assert unnamed_subject(tokens("The clerk of the mill, Ana Kael, met them."), *lists) is None
