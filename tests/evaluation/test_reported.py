"""What the program reports, as plain values."""

from __future__ import annotations

import retold
from evaluation import reported
from retold.model import Article

FIRST = (
    "PORT AMBLE — The ferry Tern sank off the mole on Monday, the harbour master Mara Quill said. "
    "Four people swam ashore. “The mole was never lit,” Quill said."
)
SECOND = FIRST.replace("Four people", "Five people")
ARTICLES = [Article("a", FIRST), Article("b", SECOND)]


def test_a_change_lies_where_both_texts_differ() -> None:
    comparison = retold.compare(*ARTICLES)
    (figure,) = (reported.altered(one) for one in comparison.changes if one.kind == "figure")
    words = {
        name: [text[slice(*place)] for place in figure.spans[name]]
        for name, text in (("a", FIRST), ("b", SECOND))
    }
    assert words == {"a": ["Four"], "b": ["Five"]}


def test_the_answers_of_a_trace_hold_stories_statements_and_changes() -> None:
    said = reported.answers_of_retold(ARTICLES)
    assert said.groups == [("a", "b")]
    assert any(name and name.endswith("Quill") for _, name in said.spoken["a"])
    assert any(one.kind == "figure" for one in [*said.changes, *(found.change for found in said.against)])


def test_a_change_from_an_unseen_source_is_told_between_two_copies_of_it() -> None:
    change = reported.Altered("figure", ("x", "b"), {"a": ((0, 4),), "b": ((5, 9),)}, {})
    against = reported.Against(change, "four")
    assert against.between("a").spans == {"a": ((0, 4),), "b": ((5, 9),)}
    assert against.of("u", "some four").spans == {"u": (), "b": ((5, 9),)}
    bare = reported.Against(reported.Altered("cut", ("x", "b"), {"b": ()}, {}), "four")
    assert bare.of("u", "some four").spans["u"] == ((5, 9),)
