"""What is said on top of a story, and how a change reads."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.archive.store import Trace
from retold.errors import InputError
from retold.model import Article, Change, Derivation, Evidence, Lineage, Node, Story
from retold.views import claimed, family, index, pairs, said, summary, wording
from retold.views.index import Index


def pile(origins: tuple[str, ...], edges: tuple[Derivation, ...], names: str, unseen: str = "") -> Index:
    """An index of one story 's' whose versions are the letters of `names`."""
    nodes = tuple(Node(n, None, True, 1.0) for n in names) + tuple(Node(n, None, False, 0.9) for n in unseen)
    story = Story("s", tuple(names), (tuple(names),), 0.5)
    lineage = Lineage(nodes, edges, origins, (len(origins), len(origins)))
    return Index({n: Article(n, n) for n in names}, {"s": story}, {"s": lineage})


def tie(source: str, copy: str, directed: bool = True) -> Derivation:
    return Derivation(source, copy, directed, 0.9)


def headline(found: Index) -> str:
    return summary.sentence(found, found.stories["s"])


def test_the_sentence_counts_origins_and_who_goes_back_to_them(trace: Trace) -> None:
    found = index.of_trace(trace)
    told = summary.of(found, trace.stories[0])
    assert told.counts == "8 articles · 2 reports · 2 origins"
    assert told.kicker == "2 reports · 4 June 2019, 07:10 – 6 June 2019 (UTC)"
    assert told.sentence == (
        "8 articles, 2 origins: 7 go back to Saltmarsh Wire, which is not in this pile; "
        "1 shares no source with the others that we can see. The evidence allows 2 to 3 origins."
    )


def test_two_siblings_of_a_nameless_source_go_back_to_it_both() -> None:
    found = pile(("u",), (tie("u", "a"), tie("u", "b")), "ab", "u")
    assert headline(found) == "2 articles, 1 origin: both go back to a source that is not in this pile."


def test_a_seen_origin_is_not_counted_as_its_own_copy() -> None:
    found = pile(("a",), (tie("a", "b"), tie("b", "c")), "abc")
    assert headline(found) == "3 articles, 1 origin: a and 2 that go back to it."


def test_an_undirected_pair_claims_no_first() -> None:
    found = pile(("a",), (tie("a", "b", directed=False),), "ab")
    assert "nothing tells which came first" in headline(found)


def test_a_version_and_an_unseen_source_of_unknown_order_are_named_together() -> None:
    ties = (tie("a", "u", directed=False), tie("a", "b"), tie("u", "c"))
    found = pile(("a",), ties, "abc", "u")
    assert headline(found) == (
        "3 articles, 1 origin: a and 2 that go back to it or, with it, to a text that is not in this pile."
    )


def test_a_merged_version_draws_on_both_origins() -> None:
    found = pile(("a", "b"), (tie("a", "c"), tie("b", "c")), "abc")
    assert "1 draws on more than one source" in headline(found)


def test_many_origins_are_summed_up() -> None:
    names = "abcdefghijkl"
    edges = tuple(tie(names[k], names[k + 1]) for k in range(0, 12, 2))
    found = pile(tuple(names[::2]), edges, names)
    assert "4 go back to 2 further origins" in headline(found)


def test_only_keeps_one_story_and_refuses_an_unknown_one(trace: Trace) -> None:
    part = summary.only(trace, "s2")
    assert [a.id for a in part.articles] == ["council"]
    assert not part.changes
    with pytest.raises(InputError, match="no story"):
        summary.only(trace, "s\x1b9")


def test_a_story_may_be_asked_for_by_its_number(trace: Trace) -> None:
    assert [s.id for s in summary.only(trace, "1").stories] == ["s1"]
    with pytest.raises(InputError, match="no story") as refused:
        summary.only(trace, "2")
    assert "from 1 to 1" in str(refused.value)


def test_evidence_against_comes_last_with_its_sign_and_versions_by_their_names(trace: Trace) -> None:
    found = index.of_trace(trace)
    evidence = [
        Evidence("time", (), -3.0, "islander is stamped 2 h earlier"),
        Evidence("credit", (), 1.5, "islander credits Gannet, the outlet of observer"),
        Evidence("order", (), 0.0, "both stand in one order"),
    ]
    told = summary.reasons(evidence, found)
    assert [(one.sign, one.words) for one in told] == [
        ("+", "The Islander credits Gannet, the outlet of Morning Observer"),
        ("·", "both stand in one order"),
        ("−", "The Islander is stamped 2 h earlier"),
    ]
    assert [one.bar for one in told] == [6, 0, 12]


# ---- the family tree ----


def test_a_copy_hangs_from_its_source_and_notes_its_other_parents(trace: Trace) -> None:
    twigs = family.tree(index.of_trace(trace), "s1")
    by_id = {t.node.id: t for t in twigs}
    assert twigs[0].node.id == "s1/1/unseen-1"
    assert twigs[by_id["islander"].parent or 0].node.id == "observer"
    assert [e.source for e in by_id["evening"].others] == ["beacon"]
    assert by_id["islander"].substance == 3
    assert not by_id["quayside"].sure


def test_a_thousand_copies_in_a_row_make_a_tree() -> None:
    names = [f"n{k}" for k in range(1000)]
    lineage = Lineage(
        tuple(Node(n, None, True, 1.0) for n in names),
        tuple(tie(a, b) for a, b in pairwise(names)),
        ("n0",),
        (1, 1),
    )
    twigs = family.grow(lineage, Index({}, {}))
    assert [t.node.id for t in twigs] == names
    assert len(family.guides(twigs)) == 1000


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=20))
def test_every_version_stands_once_in_the_tree_whatever_the_edges(edges: list[tuple[int, int, bool]]) -> None:
    nodes = tuple(Node(str(n), None, True, 1.0) for n in range(8))
    ties = tuple(tie(str(a), str(b), directed) for a, b, directed in edges)
    twigs = family.grow(Lineage(nodes, ties, (), (0, 0)), Index({}, {}))
    assert sorted(t.node.id for t in twigs) == [str(n) for n in range(8)]
    assert all(t.parent is None or t.parent < k for k, t in enumerate(twigs))


def test_a_badge_counts_the_tie_that_is_drawn_and_no_other() -> None:
    found = pile(("a", "b"), (tie("a", "c"), Derivation("b", "c", True, 0.5)), "abc")
    edges = (("a", 1), ("b", 2))
    changes = [
        change(
            "figure", f"{k}", f"{k}0", source=source, copy="c", derivation=f"{source}→c", id=f"{source}{k}"
        )
        for source, count in edges
        for k in range(1, count + 1)
    ]
    twigs = {t.node.id: t for t in family.grow(found.lineage("s"), found, changes)}
    assert twigs["c"].edge is not None and twigs["c"].edge.source == "a"
    assert twigs["c"].substance == 1


# ---- how changes read ----


def change(kind: str, before: str | None, after: str | None, directed: bool = True, **more: object) -> Change:
    plain = Change("c", "s", None, "A", "B", directed, kind, (), (), before, after, "substance", 0.9)  # type: ignore[arg-type]
    return replace(plain, **more)  # type: ignore[arg-type]


def reads(one: Change) -> str:
    return wording.plain(wording.phrase(one, wording.Sides(("A",), ("B",)), Index({}, {})))


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (change("figure", "six", "nine"), "“six” became “nine”"),
        (change("figure", "six", "nine", directed=False), "“six” in A, “nine” in B"),
        (change("hedge", "reportedly", ""), "left out: “reportedly”"),
        (change("loaded", "", "brutal"), "put in: “brutal”"),
        (change("loaded", "", "brutal", directed=False), "“brutal” in B, not in A"),
        (change("name", None, "Osk"), "“Osk” in B; the other reading cannot be known"),
        (change("attribution", "Osk", ""), "Osk in A, nobody named in B"),
        (change("attribution", "Osk", None), "Osk in A, a speaker we cannot name in B"),
        (change("slip", "Tarant", "Tarant", detail="shared"), "“Tarant” stands both in A and B"),
        (change("quotation", "“Pay,” she said", "x"), "“‘Pay,’ she said” became “x”"),
    ],
)
def test_a_change_reads_as(one: Change, words: str) -> None:
    assert reads(one) == words


@given(
    st.sampled_from(sorted(wording.KINDS)), st.sampled_from([None, "", "x"]), st.sampled_from([None, "", "y"])
)
def test_an_undirected_change_never_says_who_did_what(
    kind: str, before: str | None, after: str | None
) -> None:
    one = change(kind, before, after, directed=False)
    told = f"{wording.label(one)} {reads(one)}"
    assert "put in" not in told
    assert "left out" not in told
    assert "became" not in told


def test_the_same_difference_between_several_siblings_is_told_once(trace: Trace) -> None:
    found = index.of_trace(trace)
    told = summary.consequences(trace.changes, found)
    barley = [d for d in told.wording if "barley" in wording.plain(d.pieces, 200)]
    assert len(barley) == 1
    assert barley[0].sides == wording.Sides(("Ellard Beacon",), ("Morning Observer", "Coast Chronicle"))


def test_a_pair_turned_round_is_the_same_difference() -> None:
    one = change("figure", "six", "nine", directed=False)
    other = change("figure", "nine", "six", directed=False, source="C", copy="D")
    (told,) = summary.consequences([one, other], Index({}, {})).substance
    assert told.sides == wording.Sides(("A", "D"), ("B", "C"))


def test_speakers_come_before_figures_and_style_stands_apart(trace: Trace) -> None:
    told = summary.consequences(trace.changes, index.of_trace(trace))
    assert [d.label for d in told.substance][:2] == ["speaker", "figure"]
    assert {d.change.kind for d in told.style} == {"style"}


# ---- claims and statements ----


def test_a_claim_says_what_it_rests_on_without_calling_it_independent(trace: Trace) -> None:
    lines = claimed.of_story(index.of_trace(trace), "s1")
    bases = [claimed.basis(line) for line in lines]
    assert "in 7 versions, one origin: Saltmarsh Wire" in bases
    assert any("no common source found in this pile" in basis for basis in bases)
    assert all(line.disputed for line in lines)


def test_a_statement_many_versions_carry_is_told_once_for_each_speaker_it_is_given(trace: Trace) -> None:
    lines = said.of_story(index.of_trace(trace), "s1")
    assert [(line.speaker, line.versions) for line in lines] == [
        ("Ivo Tarrant", 5), ("Signe Aldous", 3), ("Corvin Hale", 3), ("Signe Aldous", 2), ("Marit Osk", 1)
    ]  # fmt: skip


def test_a_disputed_speaker_is_not_put_before_the_claim(trace: Trace) -> None:
    lines = claimed.of_story(index.of_trace(trace), "s1")
    assert lines[0].by_speaker
    assert lines[0].speaker is None
    assert [r.words for r in lines[0].readings] == ["Ivo Tarrant", "Signe Aldous"]


def test_a_figure_is_shown_with_the_words_around_it(trace: Trace) -> None:
    figure = claimed.of_story(index.of_trace(trace), "s1")[1]
    assert figure.words.endswith("one docker and injuring ___, the harbour office said")
    assert [r.words for r in figure.readings] == ["six others", "nine others", "Seven people were hurt"]


def test_no_version_stands_on_both_sides_of_a_difference() -> None:
    here = change("cut", "Osk", "", directed=False)
    there = change("added", "", "Osk", directed=False)
    told = summary.consequences([here, there], Index({}, {})).substance
    assert len(told) == 2


def test_long_readings_are_shown_from_where_they_part() -> None:
    one = change(
        "lede", "PORT ELLARD, June 4 (Wire) - A crane fell", "PORT ELLARD, June 4 (Wire) - Divers looked"
    )
    assert reads(one) == "“…A crane fell” became “…Divers looked”"


def test_two_versions_of_one_outlet_have_different_labels() -> None:
    pair = tuple(Article(n, n, "Lamp", published=f"2019-06-04T0{n}:00:00Z") for n in "12")
    found = index.of_trace(Trace(articles=pair, stories=(Story("s", ("1", "2"), (("1", "2"),), 1.0),)))
    assert [found.label(n) for n in "12"] == ["Lamp (01:00)", "Lamp (02:00)"]


def test_two_versions_of_one_outlet_and_day_are_told_apart_by_their_titles() -> None:
    pair = tuple(Article(n, n, "Lamp", title=f"Crane {n} fell", published="2019-06-04") for n in "12")
    found = index.of_trace(Trace(articles=pair, stories=(Story("s", ("1", "2"), (("1", "2"),), 1.0),)))
    assert [found.label(n) for n in "12"] == ["Lamp (“Crane 1 fell”)", "Lamp (“Crane 2 fell”)"]


def test_a_change_against_an_unseen_source_says_so(trace: Trace) -> None:
    found = index.of_trace(trace)
    story = trace.stories[0].id
    unseen = next(n.id for n in trace.lineages[story].nodes if not n.seen)
    one = change("figure", "six", "seven", source=unseen, copy="beacon")
    (told,) = summary.consequences([one], found).substance
    assert told.route.endswith(", against what its unseen source most likely read")
    assert told.route.startswith(found.label("beacon"))


def test_it_is_shown_beside_another_copy_of_that_source(trace: Trace) -> None:
    found = index.of_trace(trace)
    story = trace.stories[0]
    way = trace.lineages[story.id]
    edge = next(e for e in way.derivations if e.source not in found.articles and e.copy in found.articles)
    one = change("figure", "six", "seven", source=edge.source, copy=edge.copy, story=story.id)
    laid = pairs.of_story(replace(found, changes={story.id: (one,)}), story, "s", (), pairs.Purse())
    shown = next(p for p in laid.shown if p.differences)
    assert found.label(edge.copy) in (shown.source, shown.copy) and not shown.directed


def test_an_undisputed_figure_of_a_told_sentence_is_not_told_again(trace: Trace) -> None:
    figure = next(c for c in trace.claims if c.kind == "figure")
    agreed = [
        replace(
            figure,
            id=f"agreed {k}",
            variants=figure.variants[:1],
            evidence=(),
            carriers=figure.variants[0].carriers,
        )
        for k in range(2)
    ]
    lines = claimed.of_story(index.of_trace(replace(trace, claims=tuple(agreed))), "s1")
    assert len(lines) == 1
    assert len(claimed.of_story(index.of_trace(trace), "s1")) == len(trace.claims)  # disputed ones stay


def test_reports_are_not_counted_where_the_lineage_has_more_origins() -> None:
    one = pile(("a",), (tie("a", "b"),), "ab")
    assert summary.counts(one, one.stories["s"]) == "2 articles · 1 report · 1 origin"
    two = pile(("a", "b"), (), "ab")
    assert summary.counts(two, two.stories["s"]) == "2 articles · 2 origins"
    assert not summary.of(two, two.stories["s"]).kicker
