"""The name beside a role noun, as the parse has it or between commas."""

from __future__ import annotations

import pytest

from retold.steps.statements.apposed import apposed, set_off
from tests.steps.statements.reading import tree_of


def test_a_role_noun_stands_for_the_name_in_apposition() -> None:
    tree = tree_of("The pilot, Orla Vann, said the fog was thick.")
    name = apposed(tree, tree.words.index("pilot"))
    assert name is not None
    assert tree.words[name] == "Vann"


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("The diver who freed the net, Orla Vann, said the water was cold.", "diver", "Vann"),
        ("The dean of Ravel, Pim Aske, said the roof would go.", "dean", "Aske"),
        ("The welders, Quay Forges, said the seam had held.", "welders", "Forges"),
        ("“It held,” said the warden of the lock, Pim Aske.", "warden", "Aske"),
        ("The diver who freed the pilot, Orla Vann, said the water was cold.", "diver", None),
        ("The diver said the water was cold.", "diver", None),
        ("The diver, tired and wet, said the water was cold.", "diver", None),
    ],
)
def test_a_name_between_commas_is_that_of_the_noun_before_it_if_no_other_can_have_it(
    text: str, head: str, name: str | None
) -> None:
    tree = tree_of(text)
    found = set_off(tree, tree.words.index(head), tree.words.index("said"))
    assert (None if found is None else tree.words[found]) == name


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("Harbour champion and former MP Dame Orla Vann said the weir would go.", "champion", "Vann"),
        ("Former teacher and volunteer Sylvia Crane, 71, said she had started it.", "teacher", "Crane"),
        ("The council's head of housing Joan Vann said the weir would go.", "head", "Vann"),
        ("The widow of singer Joan Vann said the weir would go.", "widow", None),
        ("Baker and pilot said the weir would go.", "Baker", None),
    ],
)
def test_a_second_role_or_a_field_leads_to_the_name_of_who_has_it(
    text: str, head: str, name: str | None
) -> None:
    tree = tree_of(text)
    found = apposed(tree, tree.words.index(head))
    assert (None if found is None else tree.words[found]) == name


def test_another_may_be_named_behind_a_comma() -> None:
    tree = tree_of("“It held,” said another, Orla Vann, a diver.")
    name = set_off(tree, tree.words.index("another"), tree.words.index("said"))
    assert name is not None and tree.words[name] == "Vann"
