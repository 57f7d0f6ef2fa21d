"""An article made ready: bare for alignment, full for everything else."""

from __future__ import annotations

from retold.corpus import witnesses
from retold.model import Article, Span
from retold.settings import Settings

TEXT = (
    "By Ada Brine, Gannet Wire\n\n"
    'The ferry Alma sailed on Tuesday, and "nobody was on deck," the harbour master said to the council.'
)
ARTICLE = Article("a", TEXT, published="2031-03-13", language="en")


def test_a_bare_witness_has_words_and_quotations_and_no_dates() -> None:
    bare = witnesses.bare(ARTICLE, [Span("a", 0, 6)])
    assert len(bare.words) > 15 and len(bare.quotes) == 1
    assert bare.furniture == (Span("a", 0, 6),)
    assert (bare.dates, bare.credits) == ((), ())


def test_a_full_witness_has_what_a_bare_one_has_and_dates() -> None:
    bare = witnesses.bare(ARTICLE)
    full = witnesses.full(bare, Settings())
    assert [one.value for one in full.dates] == ["2031-03-11"]
    assert full.words is bare.words
    made = witnesses.witness(ARTICLE, Settings())
    assert (made.dates, made.credits) == (full.dates, full.credits)
