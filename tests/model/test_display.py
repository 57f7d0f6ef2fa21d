"""Things as notebooks show them."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

import retold
from retold.archive.store import Trace
from retold.model import Article, Collation, Comparison, Derivation, Lineage, Node, Story, display

EVIL = '<script>alert("x")</script>\x1b[2J\u202e'


def parsed(html: str) -> ElementTree.Element:
    """The table as XML, which fails on anything that was not escaped."""
    return ElementTree.fromstring(html)


def things() -> list[object]:
    a, b = Article(EVIL, EVIL, outlet=EVIL), Article("b", "Calm.")
    nodes = (Node(EVIL, EVIL, False, 0.5), Node("b", None, True, 1.0))
    return [
        Story(EVIL, (EVIL, "b"), ((EVIL,), ("b",)), 0.4),
        Lineage(nodes, (Derivation(EVIL, "b", True, 0.8),), (EVIL,), (1, 1)),
        Collation((EVIL, "b"), ((EVIL, ""), ("calm", "calm"))),
        Comparison(a, b, (), (), "unsure", 0.5, 0.1),
        Trace(articles=(a, b), stories=(Story("s", (EVIL, "b"), ((EVIL, "b"),), 0.4),)),
    ]


@pytest.mark.parametrize("thing", things(), ids=lambda one: type(one).__name__)
def test_nothing_from_an_article_is_obeyed(thing: object) -> None:
    html = thing._repr_html_()  # type: ignore[attr-defined]  # what every one of them has
    parsed(html)
    assert "<script" not in html and "\x1b" not in html and "\u202e" not in html
    assert "&lt;script&gt;" in html


def test_a_collation_marks_the_places_where_versions_differ() -> None:
    found = parsed(display.collation(("A", "B"), (("the", "the"), ("gull", "tern"))))
    assert [one.text for one in found.iter("strong")] == ["gull", "tern"]


def test_a_long_table_says_how_much_it_leaves_out() -> None:
    assert "… and 7 more" in display.table("t", ["n"], ([n] for n in range(57)))


def test_evidence_against_a_tie_is_not_given_as_its_reason() -> None:
    from retold.model import Evidence

    against = Evidence("time", (), -2.0, "it is stamped earlier")
    nodes = (Node("a", None, True, 1.0), Node("b", None, True, 1.0))
    assert (
        "stamped"
        not in Lineage(nodes, (Derivation("a", "b", True, 0.6, (against,)),), ("a",), (1, 1))._repr_html_()
    )


def test_a_comparison_shows_both_readings() -> None:
    found = retold.compare(
        Article("a", "The ferry Alma left the mole at nine with ninety passengers, the harbour office said."),
        Article("b", "The ferry Alma left the mole at nine with eighty passengers, the harbour office said."),
    )
    cells = [one.text for one in parsed(found._repr_html_()).iter("td")]
    assert any("ninety" in str(c) for c in cells) and any("eighty" in str(c) for c in cells)
