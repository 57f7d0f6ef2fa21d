"""What is an article, and the furniture that only a pile reveals."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Article
from retold.settings import Clean
from retold.steps import clean

SETTINGS = Clean()
MATTERS = [
    "The council of Quenby bought a second lighthouse on Monday. Members hope the twin lamps confuse nobody.",
    "Bakers in Dunmarrow went on strike over flour prices. Their ovens stayed cold until the evening train.",
    "A whale followed the mail boat for three hours. Passengers threw it biscuits and sang to it loudly.",
    "Judges fined a cyclist for ringing without cause. She promised to appeal before the autumn session.",
    "Frost killed half the plum blossom upriver. Growers expect smaller harvests and dearer jam this summer.",
    "The museum found a violin inside its stuffed walrus. Curators cannot explain how anybody played there.",
]
FOOT = "Gull Post is printed on recycled sailcloth at the old ropewalk."


def pile(texts: list[str], outlet: str | None = "Gull Post") -> list[Article]:
    return [Article(f"a{i}", text, outlet=outlet) for i, text in enumerate(texts)]


def marked(articles: list[Article], settings: Clean = SETTINGS) -> list[str]:
    by_id = {one.id: one.text for one in articles}
    return [span.of(by_id[span.article or ""]) for span, _ in clean.furniture(articles, settings)]


# ---- check ----


def test_good_articles_come_back_themselves_and_in_order():
    given = pile(MATTERS)
    kept, notes = clean.check(given, SETTINGS)
    assert notes == []
    assert all(a is b for a, b in zip(kept, given, strict=True))


@pytest.mark.parametrize("text", ["", "  \n", "!!! …", "\ufeff"])
def test_an_article_without_words_is_set_aside(text):
    kept, notes = clean.check([Article("a", text), Article("b", "A boat.")], SETTINGS)
    assert [one.id for one in kept] == ["b"]
    assert [one.where for one in notes] == ["a"]


def test_short_articles_are_set_aside_where_asked():
    notes = clean.check([Article("a", "Two words"), Article("b", "Now three words")], Clean(least_words=3))[1]
    assert [one.where for one in notes] == ["a"]


def test_an_article_above_the_bound_is_set_aside():
    assert "longer than 100" in clean.check([Article("a", "boat " * 50)], Clean(largest_bytes=100))[1][0].why


def test_a_repeated_article_and_a_repeated_id_are_two_different_notes():
    a = Article("a", "A boat sank.")
    kept, notes = clean.check([a, replace(a), replace(a, text="A boat swam.")], SETTINGS)
    assert kept == [a]
    assert "same article" in notes[0].why
    assert "id" in notes[1].why


@pytest.mark.parametrize("stamp", ["last week", "", "2019-02-30", 7, "9999-12-31T23:59:59-23:00"])
def test_a_time_that_cannot_be_read_is_dropped_with_a_note(stamp: Any):
    kept, notes = clean.check([Article("a", "A boat sank.", published=stamp, updated=stamp)], SETTINGS)
    assert (kept[0].published, kept[0].updated) == (None, None)
    assert [one.where for one in notes] == ["a", "a"]


@pytest.mark.parametrize(
    "stamp", ["2019-10-03", "2019-10-03T21:50Z", date(2019, 10, 3), datetime(2019, 10, 3, tzinfo=UTC)]
)
def test_a_time_that_can_be_read_stays_as_it_is(stamp: Any):
    kept, notes = clean.check([Article("a", "A boat sank.", published=stamp)], SETTINGS)
    assert kept[0].published is stamp and notes == []


def test_fields_of_a_wrong_type_are_mended_with_a_note():
    odd: Any = Article(5, "A boat sank.", outlet=b"Post", title=["x"], extra=None)  # type: ignore[arg-type]
    (kept,), notes = clean.check([odd], SETTINGS)
    assert (kept.id, kept.outlet, kept.title, kept.extra) == ("5", None, None, {})
    assert len(notes) == 4 and all(one.where == "5" for one in notes)


@pytest.mark.parametrize("junk", [None, "A boat sank.", 3, {"text": "A boat sank."}])
def test_what_is_no_article_is_set_aside_by_its_place(junk: Any):
    kept, notes = clean.check([Article("a", "A boat sank."), junk], SETTINGS)
    assert len(kept) == 1
    assert notes[0].where == "article 2"


def test_a_text_that_is_no_string_is_set_aside():
    odd: Any = Article("a", b"A boat sank.")  # type: ignore[arg-type]
    assert clean.check([odd], SETTINGS)[0] == []


def test_half_characters_are_replaced_and_offsets_stay():
    (kept,), notes = clean.check([Article("a\udc80", "A \ud83d boat.")], SETTINGS)
    assert (kept.id, kept.text) == ("a\ufffd", "A \ufffd boat.")
    assert len(notes) == 2


@given(
    st.lists(
        st.builds(Article, id=st.text(max_size=3), text=st.text(max_size=20), published=st.text(max_size=12))
    )
)
def test_check_loses_nothing_silently(articles):
    kept, notes = clean.check(articles, SETTINGS)
    assert len({one.id for one in kept}) == len(kept)
    assert len(kept) + len(notes) >= len(articles)
    assert clean.check(kept, SETTINGS) == (kept, [])


# ---- furniture ----


def test_a_line_under_most_articles_of_an_outlet_is_furniture_and_its_count_is_named():
    articles = pile([f"{text}\n\n{FOOT}" for text in MATTERS[:5]] + MATTERS[5:])
    found = clean.furniture(articles, SETTINGS)
    assert [(span.article, span.of(articles[i].text)) for i, (span, _) in enumerate(found)] == [
        (f"a{i}", FOOT) for i in range(5)
    ]
    assert {why for _, why in found} == {"stands in 5 of 6 articles of Gull Post"}


def test_a_sentence_glued_to_the_edges_is_found_too():
    articles = pile([f"Read to you by the Gull Post. {text} {FOOT}" for text in MATTERS])
    assert set(marked(articles)) == {"Read to you by the Gull Post.", FOOT}


def test_a_line_in_the_middle_is_found():
    articles = pile([text.replace(". ", ".\n\nAdvertisement\n\n", 1) for text in MATTERS])
    assert marked(articles) == ["Advertisement"] * 6


def test_reprints_of_one_report_do_not_make_its_sentences_furniture():
    assert marked(pile([MATTERS[0]] * 8)) == []
    assert marked(pile([MATTERS[0].replace("Monday", "Monday" + "!" * i) for i in range(8)])) == []


def test_updates_of_one_report_do_not_make_its_background_furniture():
    background = (
        "The lighthouse of Quenby was built by subscription. Keeper Renwick lights the lamp every evening.",
        "Councillors quarrelled about lighthouse paraffin for many winters before Renwick resigned in anger.",
    )
    news = [
        "promised paraffin",
        "delayed the paraffin",
        "counted the paraffin",
        "spilled paraffin",
        "sold paraffin",
    ]
    lede = "Councillors of Quenby {} for the lighthouse on Monday, keeper Renwick said."
    texts = ["\n\n".join([lede.format(what), *background]) for what in news]
    assert marked(pile(texts)) == []


def test_credits_recur_and_stay():
    assert marked(pile([f"{text}\n\nWith reporting by Gannet News Agency" for text in MATTERS])) == []
    assert (
        marked(pile([f"{text}\n\nGannet News Agency contributed to this report." for text in MATTERS])) == []
    )


def test_few_articles_or_few_carriers_or_no_outlet_prove_nothing():
    texts = [f"{text}\n\n{FOOT}" for text in MATTERS]
    assert marked(pile(texts[:3])) == []
    assert marked(pile(texts[:2] + MATTERS[2:])) == []
    assert marked(pile(texts, outlet=None)) == []


def test_outlets_are_judged_apart():
    ours = pile([f"{text}\n\n{FOOT}" for text in MATTERS])
    theirs = [
        replace(one, id=f"b{one.id}", outlet="Quenby Echo", text=MATTERS[i]) for i, one in enumerate(ours)
    ]
    assert {span.article for span, _ in clean.furniture(ours + theirs, SETTINGS)} == {one.id for one in ours}


def test_names_on_lines_of_their_own_within_a_sentence_are_no_furniture():
    texts = [
        text.replace(". ", f". The editor and his {i} old cousins who own the\nGull Post\n, said so. ", 1)
        for i, text in enumerate(MATTERS)
    ]
    assert marked(pile(texts)) == []


def test_the_order_of_the_pile_changes_nothing():
    articles = pile([f"{text}\n\n{FOOT}" for text in MATTERS])
    assert clean.furniture(articles[::-1], SETTINGS) == clean.furniture(articles, SETTINGS)


@given(st.lists(st.text(st.sampled_from("ab .\n!A’”\x00"), max_size=60), max_size=8))
def test_spans_lie_inside_and_hold_words(texts):
    articles = pile(texts)
    for found in marked(articles, Clean(furniture_least=1)):
        assert found == found.strip() and found


def test_a_large_pile_of_one_outlet_ends():
    rows = [" ".join(f"matter{(i * 131 + j * j * 17) % 50_021}" for j in range(120)) for i in range(3_000)]
    assert len(clean.furniture(pile([f"{row}.\n\n{FOOT}" for row in rows]), SETTINGS)) == 3_000


@pytest.mark.long
@pytest.mark.parametrize("text", ["word " * 200_000, "A. " * 300_000, "\n" * 500_000 + "a", "a\n" * 300_000])
def test_a_megabyte_in_each_of_five_articles_ends(text):
    clean.furniture(pile([f"{i} {text}" for i in range(5)]), SETTINGS)


def test_articles_that_come_later_are_marked_by_what_was_known_of_their_outlet():
    articles = pile([f"{matter} {FOOT}" for matter in MATTERS])
    spans, known = clean.furnished(articles, SETTINGS)
    assert spans and clean.marked(articles, known) == spans == clean.furniture(articles, SETTINGS)
    later = replace(articles[0], id="later", text=f"Nobody saw the second comet over Quenby harbour. {FOOT}")
    ((span, why),) = clean.marked([later, replace(later, id="b", outlet="Other")], known)
    assert span.of(later.text) == FOOT and "6 of 6" in why
