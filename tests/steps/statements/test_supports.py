"""How sure a statement is."""

from __future__ import annotations

from retold import parameters
from retold.steps.statements import certainty, supports
from retold.steps.statements.attach import attach
from retold.steps.statements.frames import frames
from tests.steps.statements.reading import tree_of

P = parameters.of("statements", "reader")


def support(text: str) -> float:
    tree = tree_of(text)
    every = frames(tree)
    links = [link for link in attach(tree, every) if link.frame is every[0]]
    return supports.of(tree, every[0], links, "direct" if links else "indirect", None)


def test_a_quotation_is_as_sure_as_its_link_and_a_clause_as_its_parse() -> None:
    quoted = support("“The pier is safe for all,” Orla Vann said.")
    assert quoted == parameters.of("statements", "attach").number("governed")
    tree = tree_of("Orla Vann said that the pier is safe for all.")
    found = certainty.marks(tree, frames(tree)[0])
    assert found is not None
    assert support("Orla Vann said that the pier is safe for all.") == certainty.of_statement(found)


def test_what_somebody_did_not_say_is_hardly_sure() -> None:
    assert support("Orla Vann did not say that the pier is safe for all.") == P.number("denied")
