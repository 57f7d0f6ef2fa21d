"""What each suite counts of one case."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.corpora.dated import DatedPage, GoldDate
from evaluation.corpora.histories import Family
from evaluation.corpora.pairs import JudgedPair
from evaluation.corpora.pan import Pair
from evaluation.generator import story
from evaluation.generator.sense_edits import Turned
from evaluation.metrics.bootstrap import summed
from evaluation.metrics.changes import Altered
from evaluation.metrics.plagdet import Reuse as Detected
from evaluation.metrics.planted import Wanted
from evaluation.suites import (
    attributions,
    changes,
    claims,
    collate,
    credits,
    dates,
    fresh,
    lineage,
    lineage_stories,
    meter,
    pan,
    planted,
    relations,
    senses,
    statements,
    templates,
    unrelated,
    updates,
)
from retold import Trace
from retold.model import Article, Change, Claim, Comparison, DateMention, Reuse, Span, Story
from retold.story.relation import posterior

FERRY = "The ferry Tern sank off the mole on Monday, and the harbour master said four people swam ashore."


def test_a_date_found_with_another_value_is_right_in_place_only() -> None:
    page = DatedPage("p", "on Monday", "2031-03-10", (GoldDate(3, 9, "2031-03-10"),))
    counts = dates.tempeval_counts(page, [DateMention(Span("p", 3, 9), "date", "2031-03-03")])
    assert dates.figures(counts) == {"precision": 1.0, "recall": 1.0, "relaxed f1": 1.0, "value f1": 0.0}


def test_a_date_whose_words_give_a_year_is_not_asked() -> None:
    gold = "2031-03-10/2031-03-10"
    page = DatedPage(
        "p", "on 10 March 2031 or Monday", "2031-03-10", (GoldDate(3, 16, gold), GoldDate(20, 26, gold))
    )
    counts = dates.yearless_counts(page, [DateMention(Span("p", 20, 26), "date", "2031-03-10")])
    assert (counts["all"], counts["right"]) == (1, 1)


def test_a_wire_credit_on_own_copy_costs_precision() -> None:
    own = credits.Case(Article("a", "x"), None, ("Quayline",))
    wire = credits.Case(Article("b", "x"), "Quayline", ("Quayline",))
    shares = credits.figures(credits.counted(own) + credits.counted(wire))
    assert (shares["wire precision"], shares["wire recall"], shares["agency named"]) == (0.5, 1.0, 1.0)


def test_a_change_in_an_ignored_stretch_is_not_judged() -> None:
    one = Altered("figure", ("a", "b"), {"a": ((5, 9),), "b": ()}, {})
    assert changes._inside(one, {"a": [(0, 20)], "b": []})
    assert not changes._inside(one, {"a": [(6, 20)], "b": []})


def test_counts_of_a_pair_are_by_kind_and_over_all() -> None:
    slip = Altered("slip", ("a", "b"), {"a": ((0, 5),), "b": ((0, 5),)}, {})
    figure = Altered("figure", ("a", "b"), {"a": ((9, 12),), "b": ((9, 12),)}, {})
    shares = changes.figures(changes.by_kind([slip, figure], [slip]))
    assert (shares["slip recall"], shares["figure recall"], shares["all recall"]) == (1.0, 0.0, 0.5)
    assert shares["all precision"] == 1.0


def test_a_lost_true_place_lowers_what_is_kept_and_no_precision() -> None:
    found = iter([("cue", "true", {}), ("cue", "lost", {}), ("other", "false", {})])
    shares = attributions.figures(attributions.counted(found))
    assert (shares["cue kept"], shares["cue precision"], shares["other precision"]) == (0.5, 1.0, 0.0)


def test_pairs_of_a_story_are_near_within_a_week() -> None:
    found = unrelated.gaps(Story("s", ("a", "b", "c"), (("a",),), 1.0), {"a": 0.0, "b": 6.0, "c": 9.0})
    assert (found["pairs"], found["near"]) == (3, 2)


def test_a_copy_in_no_family_is_not_tied() -> None:
    pairs = [JudgedPair("a", "b", True), JudgedPair("c", "d", True), JudgedPair("a", "e", False)]
    values = {
        one.name: one.value for one in unrelated.of_judged(pairs, {"a": "a", "b": "a", "c": "c", "e": "a"})
    }
    assert (values["copies tied"], values["copies among the tied"]) == (0.5, 0.5)


def test_releases_of_two_companies_tell_two_events() -> None:
    texts = {
        "a": templates.Release("OSLO, May 2, 2031 -- Brenn Foods opened a bakery worth 4.25 million crowns."),
        "b": templates.Release(
            "OSLO, May 2, 2031 -- Talle Marine opened a bakery worth 6.75 million crowns."
        ),
    }
    assert templates.figures(templates.counted(texts, ("a", "b"))) == {
        "families of one event": 0.0,
        "pairs of one event": 0.0,
    }


def test_passages_of_one_kind_count_under_their_kind_and_all() -> None:
    pair = Pair("p", "verbatim", "x" * 100, "y" * 100, (Detected("p", (0, 50), (0, 50)),))
    shares = pan.figures(summed([pan.counted(pair, [Detected("p", (0, 50), (0, 50))])]))
    assert shares["plagdet"] == shares["plagdet, verbatim"] == 1.0
    assert shares["plagdet, shuffled"] == 0.0 or shares["plagdet, shuffled"] == 1.0


def test_difflib_finds_a_passage_copied_word_for_word() -> None:
    pair = Pair("p", "verbatim", f"Nothing before. {FERRY} Nothing after.", f"Else. {FERRY} End.", ())
    (block,) = pan.blocks(pair)
    assert FERRY[:-1] in pair.suspicious[slice(*block.here)]
    assert pan.passages(pair)


def test_rows_of_a_collation_stand_where_their_first_letters_do() -> None:
    columns = {"A": ["The", "cat", ""], "B": ["the", "“cat”,", "sat"]}
    texts, truth = collate.laid_out(columns)
    assert texts == {"A": "The cat ", "B": "the “cat”, sat "}
    assert truth == [[("A", 0), ("B", 0)], [("A", 4), ("B", 5)], [("B", 11)]]


def test_updates_are_ordered_rightly_or_wrongly_or_not_at_all() -> None:
    first = Article("a", FERRY, published="2031-03-10T08:00:00Z")
    second = Article(
        "b", f"{FERRY} A fifth was found on Tuesday by fishermen.", published="2031-03-10T09:00:00Z"
    )
    counts = updates.ordered([first, second])
    assert counts["every"] == 1
    assert counts["right"] <= counts["ordered"] <= 1


def test_notes_of_the_agency_are_taken_out() -> None:
    told = Article("a", "UPDATE 2-Ferry sinks (Adds quotes) off the mole", title="UPDATE 2-Ferry sinks")
    assert updates._without_notes(told).title == "Ferry sinks"
    assert "Adds" not in updates._without_notes(told).text


def history() -> Family:
    texts = [FERRY, f"{FERRY} Two were hurt.", f"{FERRY} Two were hurt. The mole is dark."]
    stamps = ("2031-03-10T08:00:00Z", "2031-03-11T08:00:00Z", "2031-03-12T08:00:00Z")
    versions = [Article(n, t, published=s) for n, t, s in zip("abc", texts, stamps, strict=True)]
    return Family("ferry", tuple(versions), frozenset([("a", "b"), ("b", "c")]))


def test_a_history_whose_times_are_known_is_found() -> None:
    shares = lineage.history_figures("ferry", lineage.family_counts(history()))
    assert shares["ferry directed f1"] == 1.0
    assert "ferry dropped, common source f1" not in shares


def test_wrong_clocks_move_some_stamps_and_the_same_ones_each_time() -> None:
    moved = lineage._misdated(history())
    assert moved == lineage._misdated(history())
    assert {a.id for a in moved.versions} == set("abc")


def test_the_lineages_of_families_stand_side_by_side() -> None:
    made = story("suite lineage", size=5)
    found = lineage_stories.lineage_of(made)
    seen = {one.id for one in made.articles}
    assert {node for edge in found.edges for node in edge if "?unseen-" not in node} <= seen
    shares = lineage_stories.figures(lineage_stories.counted(made, found))
    assert all(0 <= shares[f"stories {name} f1"] <= 1 for name in ("directed", "undirected"))


def test_a_label_given_wrongly_counts_against_both_labels() -> None:
    found = Reuse(Article("a", "x"), "wholly", {"wholly": 0.7, "partially": 0.2, "none": 0.1}, ())
    counts = meter.reuse_counts(found, "partially")
    assert (counts["wholly given"], counts["partially wanted"], counts["wholly right"]) == (1, 1, 0)


def test_only_letters_count_in_passages() -> None:
    counts = meter.letter_counts("ab 12 cd", [(0, 5)], [(0, 8)])
    assert (counts["right"], counts["given"], counts["wanted"]) == (2, 2, 4)


def test_a_story_drawn_twice_is_two_stories() -> None:
    truth, own = meter._again({"a": "s", "b": "s"}, {"a": "x", "b": "x"}, ["s", "s"])
    assert len(truth) == 4 and len(set(truth.values())) == len(set(own.values())) == 2


def test_a_planted_figure_of_which_nothing_is_said_is_unsaid() -> None:
    one = Altered("figure", ("a", "b"), {"a": ((0, 4),), "b": ((0, 4),)}, {})
    shares = planted.figures(planted.counted(Wanted([one], []), []))
    assert (shares["values missed"], shares["values unsaid"], shares["figure recall"]) == (1.0, 1.0, 0.0)


def test_the_sample_of_statements_is_counted_by_article(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shared.exists()
    monkeypatch.setattr(statements, "_SIZES", {"quick": 1, "whole": 1})
    held = statements.units("quick")
    assert len(held.counts) == len(set(held.groups)) == 1


def compared(relation: str, derived: float, outlets: tuple[str, str] = ("Post", "Herald")) -> Comparison:
    a = Article("a", FERRY, outlet=outlets[0], published="2031-03-10")
    b = Article("b", FERRY, outlet=outlets[1], published="2031-03-11")
    chances = posterior(relation, derived)  # type: ignore[arg-type]  # a relation by name
    return Comparison(a, b, (), (), relation, 0.9, derived, posterior=chances)  # type: ignore[arg-type]


def test_an_arrow_is_right_where_both_passes_draw_it() -> None:
    pair = relations.RelatedPair("c", "a", "b", "a>b")
    shares = relations.figures(relations.counted(pair, compared("a→b", 0.9)))
    assert shares["arrows right"] == shares["arrows right, earlier day first"] == shares["copies tied"] == 1
    assert shares["likeliest way right"] == 1 and shares[relations.CALIBRATION] < 0.2
    assert relations.figures(relations.counted(pair, compared("b→a", 0.9)))["arrows right"] == 0


def test_an_own_report_that_is_tied_is_not_told_apart() -> None:
    pair = relations.RelatedPair("c", "a", "b", "own")
    assert relations.figures(relations.counted(pair, compared("unsure", 0.9)))["own reports told apart"] == 0
    assert relations.figures(relations.counted(pair, compared("unsure", 0.2)))["own reports told apart"] == 1


def test_two_names_of_one_house_draw_no_arrow() -> None:
    pair = relations.RelatedPair("c", "a", "b", "a>b")
    assert relations.counted(pair, compared("a→b", 0.9, ("Reuters", "feeds.reuters.com")))["arrows"] == 0


def test_the_labels_of_relations_agree_mostly() -> None:
    assert len(list(relations.agreed())) == 147


def row_of(kind: str, verdict: str) -> dict[str, str]:
    places = {"a": "a", "a_start": "0", "a_end": "9", "b": "b", "b_start": "0", "b_end": "9"}
    return {"kind": kind, "verdict": verdict, **places}


def traced(*claimed: Claim) -> Trace:
    articles = (Article("a", FERRY), Article("b", FERRY))
    return Trace(articles=articles, claims=claimed)


def claim_at(*articles: str) -> Claim:
    spans = tuple(Span(name, 0, 9) for name in articles)
    return Claim("k", ("s",), "statement", None, spans, (), (), (1, 1), 0.9)


def test_a_pair_is_joined_if_one_claim_has_both_places() -> None:
    both = claims.counted(row_of("statement", "same"), traced(claim_at("a", "b")))
    assert (both["statement joined"], both["statement right"]) == (1, 1)
    apart = claims.counted(row_of("statement", "same"), traced(claim_at("a"), claim_at("b")))
    assert (apart["statement joined"], apart["statement same"]) == (0, 1)


def test_a_wrong_join_costs_precision_and_no_recall() -> None:
    counts = claims.counted(row_of("statement", "other"), traced(claim_at("a", "b")))
    counts += claims.counted(row_of("statement", "same"), traced(claim_at("a", "b")))
    shares = claims.figures(counts)
    assert (shares["statements precision"], shares["statements recall"]) == (0.5, 1.0)


def test_a_turned_word_is_told_as_such_by_a_change_of_its_kind_at_its_place() -> None:
    old, new = Article("a", "The pier will open."), Article("b", "The pier will not open.")
    plant = Turned("negation", old, new, (14, 17))
    counts = senses.counted(plant, [change_of("sense", 14, 17), change_of("sense", 0, 3)])
    shares = senses.figures(counts)
    assert (shares["negation told as sense"], shares["reports of sense right"]) == (1.0, 0.5)
    assert senses.figures(senses.counted(plant, []))["all told as substance"] == 0.0


def change_of(kind: str, start: int, end: int) -> Change:
    spans = (Span("b", start, end),)
    return Change("c", "s", None, "a", "b", True, kind, (), spans, "", "", "substance", 0.9)  # type: ignore[arg-type]


def test_a_fresh_pair_counts_its_changes_and_what_was_stated_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {
        "corpus": "c",
        "a": "a",
        "b": "b",
        "changes": [{"kind": "figure", "a": [[0, 2]], "b": [[0, 2]]}],
        "ignore": {"a": [], "b": []},
    }
    spans = ((Span("a", 0, 2),), (Span("b", 0, 2),))
    one = Change("x", "s", None, "a", "b", True, "figure", *spans, "12", "13", "substance", 0.75)
    monkeypatch.setattr(changes, "compared", lambda *_: (one,))
    counts = fresh.counted(row)
    assert counts["figure right"] == counts["figure wanted"] == 1
    assert counts["stated"] == 1 and counts["so 7"] == 1
