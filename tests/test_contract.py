"""The names and fields that people outside the project call."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import retold
from retold import model
from retold.archive.store import Trace

WIRE = """FENWICK HARBOUR (Gannet Wire) - Three fishing boats were lost off the eastern mole on Monday night, the harbour master said.

"We heard the hulls go one after another and there was nothing to be done," Ada Brine told reporters at the quay.

Insurance would cover 40 percent of the loss, according to the port office, which will meet the owners on Thursday.

The mole was built in 1931 and was last repaired eleven years ago, when a storm took its outer lamp.
"""
COPY = """Three fishing boats were lost off the eastern mole on Monday night, the harbour master said.

"We heard the hulls go one after another and there was nothing to be done," Ada Brine told reporters at the quay.

Insurance would cover 60 percent of the loss, according to the port office, which will meet the owners on Thursday.
"""
OTHER = """The town orchestra of Velm opens its season with a symphony that nobody has played since the composer burned the parts.

Tickets are sold out.
"""

FIELDS = {
    "Article": "id text outlet url title published updated byline language extra",
    "Span": "article start end",
    "Story": "id articles families cohesion",
    "Passage": "a b kind score",
    "Comparison": "passages changes relation same_story derived",
    "Reuse": "label probabilities passages",
    "Collation": "sigils columns moves",
    "Party": "mention name support",
    "Statement": "id article content speakers addressees cue occasion when kind support",
    "Credit": "span name role support",
    "DateMention": "span kind value",
    "Node": "id name seen support evidence text",
    "Derivation": "source copy directed support evidence",
    "Evidence": "kind spans weight words",
    "Lineage": "nodes derivations origins origins_range alternatives",
    "Change": "id story derivation source copy directed kind source_spans copy_spans before after weight "
    "support evidence",
    "Claim": "id stories kind statement carriers variants origins origins_range support evidence",
    "Variant": "reading carriers origins",
}


@pytest.fixture(scope="module")
def wire() -> retold.Article:
    return retold.Article("wire", WIRE, outlet="Gannet Wire", published="2021-05-25T06:00:00Z")


@pytest.fixture(scope="module")
def copy() -> retold.Article:
    return retold.Article("copy", COPY, outlet="Fenwick Post", published=datetime(2021, 5, 25, 9, tzinfo=UTC))


@pytest.fixture(scope="module")
def other() -> retold.Article:
    return retold.Article("other", OTHER, outlet="Velm Mirror", published=date(2021, 5, 25))


@pytest.fixture(scope="module")
def traced(wire: retold.Article, copy: retold.Article, other: retold.Article) -> Trace:
    return retold.trace([wire, copy, other])


@pytest.mark.parametrize("name", FIELDS)
def test_a_thing_has_the_fields_outsiders_rely_on(name: str) -> None:
    have = {f.name for f in fields(getattr(model, name))}
    assert set(FIELDS[name].split()) <= have


def test_a_copy_is_put_in_its_source_s_story_and_family(traced: Trace) -> None:
    assert sorted(sorted(s.articles) for s in traced.stories) == [["copy", "wire"], ["other"]]
    story = next(s for s in traced.stories if len(s.articles) == 2)
    assert [sorted(f) for f in story.families] == [["copy", "wire"]]


def test_the_earlier_credited_text_is_the_source(traced: Trace) -> None:
    story = next(s for s in traced.stories if len(s.articles) == 2)
    way = traced.lineages[story.id]
    assert [(e.source, e.copy, e.directed) for e in way.derivations] == [("wire", "copy", True)]
    assert way.origins == ("wire",)


def test_the_changed_figure_is_found_with_both_values(traced: Trace) -> None:
    figures = [c for c in traced.changes if c.kind == "figure"]
    assert len(figures) == 1
    assert "40" in (figures[0].before or "") and "60" in (figures[0].after or "")


def test_every_span_lies_in_its_article(traced: Trace) -> None:
    length = {a.id: len(a.text) for a in traced.articles}
    spans = [s for c in traced.changes for s in (*c.source_spans, *c.copy_spans)]
    spans += [s for st in traced.statements for s in st.content]
    spans += [s for c in traced.claims for s in c.carriers]
    assert spans
    assert all(0 <= s.start < s.end <= length[str(s.article)] for s in spans)


def test_every_change_has_evidence_in_words(traced: Trace) -> None:
    assert traced.changes
    assert all(c.evidence and all(e.words for e in c.evidence) for c in traced.changes)


def test_input_order_changes_nothing(
    traced: Trace, wire: retold.Article, copy: retold.Article, other: retold.Article
) -> None:
    turned = retold.trace([other, copy, wire])
    assert turned.lineages == traced.lineages
    assert turned.changes == traced.changes
    assert turned.claims == traced.claims


def test_a_trace_comes_back_from_the_disk(traced: Trace, tmp_path: Path) -> None:
    traced.save(tmp_path / "t.trace")
    assert retold.load(tmp_path / "t.trace") == traced


def test_into_writes_and_gives_the_stored_trace(wire: retold.Article, tmp_path: Path) -> None:
    given = retold.trace([wire], into=tmp_path / "t.trace")
    assert retold.load(tmp_path / "t.trace") == given


def test_stories_alone_agree_with_the_trace(
    traced: Trace, wire: retold.Article, copy: retold.Article, other: retold.Article
) -> None:
    assert set(retold.stories([wire, copy, other])) == set(traced.stories)


def test_compare_tells_the_way_and_the_changes(wire: retold.Article, copy: retold.Article) -> None:
    found = retold.compare(wire, copy)
    assert found.relation == "a→b"
    assert retold.compare(copy, wire).relation == "b→a"
    assert found.derived > 0.8 and found.same_story > 0.8
    assert "figure" in {c.kind for c in found.changes}


@pytest.mark.parametrize("ids", [("a", "b"), ("b", "a")])
def test_where_nothing_tells_the_way_the_first_article_is_what_was_before(ids: tuple[str, str]) -> None:
    text = "Three boats were lost off the mole, the harbour master said."
    first, second = (retold.Article(ids[0], text), retold.Article(ids[1], text.replace("Three", "Four")))
    found = retold.compare(first, second)
    assert [(c.before, c.after) for c in found.changes] == [("Three", "Four")]


def test_compare_of_strangers_finds_nothing(wire: retold.Article, other: retold.Article) -> None:
    found = retold.compare(wire, other)
    assert found.relation == "no common text"
    assert found.changes == () and found.derived < 0.2


def test_reuse_tells_a_copy_from_a_stranger(
    wire: retold.Article, copy: retold.Article, other: retold.Article
) -> None:
    found = retold.reuse(copy, [wire, other])
    assert found.label == "wholly"
    assert sum(found.probabilities.values()) == pytest.approx(1)
    assert {(p.a.article, p.b.article) for p in found.passages} == {("copy", "wire")}
    assert retold.reuse(other, [wire]).label == "none"


def test_a_collation_gives_each_text_back(wire: retold.Article, copy: retold.Article) -> None:
    found = retold.collate([wire, copy])
    for row, sigil in enumerate(found.sigils):
        text = {"wire": WIRE, "copy": COPY}[sigil]
        joined = "".join(column[row] for column in found.columns)
        assert "".join(joined.split()) == "".join(text.split())


def test_lineage_of_known_versions(wire: retold.Article, copy: retold.Article) -> None:
    assert [(e.source, e.copy) for e in retold.lineage([wire, copy]).derivations] == [("wire", "copy")]


def test_stemma_takes_texts_and_columns() -> None:
    texts = {
        "A": "the old grey mole stands",
        "B": "the old green mole stands",
        "C": "the old green mole falls",
    }
    columns = {sigil: text.split() for sigil, text in texts.items()}
    for given in (texts, columns):
        found = retold.stemma(given)
        assert {n.id for n in found.nodes if n.seen} == set("ABC")
        assert len(found.derivations) >= 2


def test_statements_credits_and_dates_of_one_article(wire: retold.Article) -> None:
    said = retold.statements(wire)
    assert any(s.speaker_name == "Ada Brine" and s.kind == "direct" for s in said)
    assert [c.name for c in retold.credits(wire)] == ["Gannet Wire"] or retold.credits(wire) == []
    days = {d.span.of(WIRE): d.value for d in retold.dates(WIRE, "2021-05-25")}
    assert any(value.startswith("2021-05-24") for value in days.values())
    assert "2021-05-27" in days.values()


def test_a_bad_time_is_noted_and_never_raised() -> None:
    odd = retold.Article("odd", WIRE, published="the day before yesterday")
    found = retold.trace([odd])
    assert [note.where for note in found.set_aside] == ["odd"]
    assert [a.id for a in found.articles] == ["odd"]


def test_an_empty_pile_gives_an_empty_trace() -> None:
    found = retold.trace([])
    assert found.articles == () and found.stories == ()


def test_comparing_an_article_with_itself_says_so() -> None:
    one = retold.Article("a", "The ferry sank.")
    with pytest.raises(retold.errors.InputError, match="a is given twice"):
        retold.compare(one, one)
    with pytest.raises(retold.errors.InputError, match="two articles have the id a"):
        retold.compare(one, retold.Article("a", "The bus came."))
