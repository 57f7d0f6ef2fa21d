"""How much of an article comes from given sources."""

from __future__ import annotations

from retold.settings import Align
from retold.steps import align
from retold.steps.story import reused
from retold.tables import Alignment
from tests.steps.witnesses import witness

TEXT = (
    "The dry dock of Ostmark closed on Monday. A crane of 40 tons fell on the slipway. Nobody was hurt there."
)
ARTICLE = witness(TEXT, "a")


def beside(text: str, name: str = "b") -> Alignment:
    return align.align(ARTICLE, witness(text, name), Align())


def number(name: str, *alignments: Alignment) -> float:
    return float(reused.numbers(ARTICLE, list(alignments))[reused.NAMES.index(name)])


def test_two_sources_together_have_what_neither_has_alone() -> None:
    one, other = beside(TEXT[:42], "b"), beside(TEXT[42:], "c")
    assert number("telling", one) < 1 > number("telling", other)
    assert number("telling", one, other) == 1.0
    assert number("own", one, other) == 0.0


def test_names_and_figures_of_no_source_are_lacking() -> None:
    assert number("lacking", beside(TEXT.replace("Ostmark", "Velm"))) > 0
    assert number("lacking", beside(TEXT)) == 0


def test_the_lead_counts_by_itself() -> None:
    assert number("lead", beside(TEXT[:42])) == 1.0
    assert number("lead", beside("Nobody was hurt there.")) == 0.0


def test_passages_have_the_article_on_the_first_side_whichever_way_it_was_aligned() -> None:
    found = reused.judge(ARTICLE, [beside(TEXT).turned()])
    assert {passage.a.article for passage in found.passages} == {"a"}
    assert found.label == "wholly"


def test_without_words_in_common_nothing_is_reused() -> None:
    assert reused.judge(ARTICLE, [beside("Nineteen singers rehearsed.")]).probabilities["none"] == 1.0
    assert reused.judge(ARTICLE, []).label == "none"
