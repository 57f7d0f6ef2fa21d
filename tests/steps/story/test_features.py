"""What an alignment shows of copying and of one event."""

from __future__ import annotations

import numpy as np
import pytest

from retold.settings import Align
from retold.steps import align, story
from retold.steps.story import features
from retold.tables import Alignment, Witness
from tests.steps.witnesses import witness

TEXT = "The dry dock of Ostmark closed on Monday after a crane of 40 tons fell on the slipway."


def pair(one: Witness, other: Witness) -> Alignment:
    return align.align(one, other, Align())


def test_names_and_figures_are_facts_and_what_opens_a_sentence_is_not() -> None:
    one = witness("Cranes fell in Ostmark on 3 May. Owners wept.")
    facts = [
        one.text[s:e]
        for s, e, f in zip(one.words.starts, one.words.ends, features.facts(one), strict=True)
        if f
    ]
    assert facts == ["Ostmark", "3", "May"]


def test_quotations_and_furniture_are_not_the_reporters_words() -> None:
    one = witness("He said “it is shut” today.\n\nShare this", hidden="Share this")
    told = [
        one.text[s:e]
        for s, e, own in zip(one.words.starts, one.words.ends, features.unquoted(one), strict=True)
        if own
    ]
    assert told == ["He", "said", "today"]
    assert features.size(one) == 6
    assert len(features.forms(one)) == 6


def test_narration_is_what_is_no_quotation_no_name_and_no_figure() -> None:
    one = witness("He told Ada Brine “it is shut” at 9 sharp.")
    own = features.narration(one)
    kept = [one.text[s:e] for s, e, k in zip(one.words.starts, one.words.ends, own, strict=True) if k]
    assert kept == ["He", "told", "at", "sharp"]


def test_names_and_quotations_in_common_are_no_narration_in_common() -> None:
    one = witness(
        "Then Ada Brine, Ostmark Dry Docks, spoke: “The slip is shut for good.” Nobody cheered.", "a"
    )
    two = witness("“The slip is shut for good.” So it went when Ada Brine, Ostmark Dry Docks, rose.", "b")
    assert features.narration_had(pair(one, two)) == 0
    assert features.unquoted_runs(pair(one, two), 2) > 0.5


def test_furniture_changes_no_number() -> None:
    plain = pair(witness(TEXT, "a"), witness(TEXT[:60], "b"))
    hidden = "Read more at Velm News 24"
    marked = pair(witness(f"{TEXT}\n\n{hidden}", "a", hidden=hidden), witness(TEXT[:60], "b"))
    for numbers in (features.of, features.taken):
        assert numbers(marked).tolist() == pytest.approx(numbers(plain).tolist())
    assert features.taken(marked.turned()).tolist() == pytest.approx(features.taken(plain.turned()).tolist())


def test_runs_are_words_whose_partners_follow_each_other() -> None:
    assert features.runs_of(np.array([4, 5, -1, 6, 2, 3, 4], np.int32)) == [(0, 2), (3, 1), (4, 3)]
    assert features.runs_of(np.zeros(0, np.int32)) == []


def test_a_mask_of_runs_leaves_out_the_shorter_ones() -> None:
    assert features.in_runs([(0, 1), (2, 2)], 5, 2).tolist() == [False, False, True, True, False]


def test_a_copy_is_surely_one_and_own_words_are_not() -> None:
    own = witness("On Monday a crane fell in Ostmark, where the dry dock is closed.", "b")
    assert features.surely(pair(witness(TEXT, "a"), witness(TEXT, "b")))
    assert not features.surely(pair(witness(TEXT, "a"), own))


def test_facts_that_nobody_else_has_are_lacking() -> None:
    one, other = witness(TEXT, "a"), witness("The dock of Ostmark is closed.", "b")
    assert features.lacking(one, [other]) == pytest.approx(2 / 3)
    assert features.lacking(other, [one]) == 0.0
    assert features.lacking(one, []) == 1.0


def test_texts_with_equal_words_are_alike_by_one() -> None:
    assert features.likeness(witness(TEXT, "a"), witness(TEXT, "b")) == pytest.approx(1.0)
    assert features.likeness(witness(TEXT, "a"), witness("Nineteen singers rehearsed.", "b")) == 0.0


def test_equal_counts_words_with_an_equal_partner() -> None:
    assert features.equal(pair(witness("one two three four", "a"), witness("one two three five", "b"))) == 3


def test_what_may_name_begins_with_a_capital_or_a_digit() -> None:
    one = witness("Weirs gave way at Velm after 12 hours.")
    words = [one.text[s:e] for s, e in zip(one.words.starts, one.words.ends, strict=True)]
    assert [w for w, may in zip(words, features.may_name(one), strict=True) if may] == ["Weirs", "Velm", "12"]


def test_where_nouns_have_capitals_a_capital_alone_makes_no_name() -> None:
    from retold.corpus.witnesses import bare
    from retold.model import Article

    text = "Gestern fiel ein Kran in Taven um, sagte Ana Kolm vor dem Rathaus nach 40 Stunden."
    one = bare(Article("a", text, language="de"), ())
    facts = {
        text[s:e] for s, e, f in zip(one.words.starts, one.words.ends, features.facts(one), strict=True) if f
    }
    assert facts == {"Taven", "Ana", "Kolm", "40"}


SPEECH = (
    "We sat on the quay all night with soup and lamps and nobody came to ask us how we were or what we needed"
)


def test_what_one_text_has_in_marks_is_a_quotation_in_the_other() -> None:
    marked = witness(f"The crews were angry. “{SPEECH},” said Vann. They went home at six.", "a")
    plain = witness(f"Boats stayed in port. {SPEECH}, so Vann told a meeting. It rained until noon.", "b")
    assert features.narration_had(pair(plain, marked)) == 0
    assert features.unquoted_runs(pair(plain, marked), 8) == 0
    retold = witness(f"Boats stayed in port. {SPEECH}, so Vann told a meeting. Nobody rowed.", "c")
    assert features.narration_had(pair(plain, retold)) > 0.5


def test_words_of_a_post_that_a_page_embeds_are_not_the_reporters() -> None:
    post = f"{SPEECH}.\n\n— Orla Vann (@orlavann) May 4, 2024"
    one = witness(f"The crews were angry.\n\n{post}\n\nThey went home at six.", "a")
    other = witness(f"Boats stayed in port.\n\n{post}\n\nIt rained until noon.", "b")
    assert features.narration_had(pair(one, other)) == 0
    assert features.unquoted(one).sum() < len(one.words) - len(SPEECH.split())


def test_reports_of_one_house_must_share_more_to_be_copies() -> None:
    shared = (
        "The crews left before dawn, since ice had closed the channel and nobody knew for how long it would."
    )
    rest = (
        "Prices of herring rose at the market and a cook bought what was left to sell it smoked by the bridge. "
        * 2
    )
    other = (
        "They were back by noon with nothing in their nets and the wind took a roof in the old town at night. "
        * 2
    )
    one, two = f"{shared} {rest}", f"{shared} {other}"

    def likely(first: str, second: str) -> float:
        return story.derived(pair(witness(one, "a", outlet=first), witness(two, "b", outlet=second)))

    assert likely("Mole Post", "Mole Post") < likely("Mole Post", "Quay Mail")
    assert likely("Mole Post", "mole post") == likely("Mole Post", "Mole Post")
    assert likely("Reuters", "feeds.reuters.com") == likely("Mole Post", "Mole Post")


def test_a_house_goes_by_its_name_and_by_its_host_and_no_name_is_no_house() -> None:
    def are_one(first: str | None, second: str | None) -> bool:
        return features.are_of_one_house(witness(TEXT, outlet=first), witness(TEXT, outlet=second))

    assert are_one("The Mole Post", "Mole Post (Online)") and are_one("AP", "https://apnews.com/x")
    assert not are_one("Mole Post", "Quay Post") and not are_one(None, None) and not are_one("", "")
    assert not are_one("News", "Online")


def test_a_print_of_a_report_keeps_one_of_its_names() -> None:
    form = "Fire broke out on Monday in a shed in {} in {}. Nobody was hurt, and the police ask who saw it."
    one, two = (
        witness(form.format(*names), k)
        for k, names in zip("ab", (("Mill Lane", "Velm"), ("Dock Row", "Tarn")), strict=True)
    )
    assert not features.may_tell_of_one(align.align(one, two, Align()))
    three = witness(form.format("Mill Lane", "the town"), "c")
    assert features.may_tell_of_one(align.align(one, three, Align()))


def test_signs_that_are_numbers_are_figures() -> None:
    text = "作業員四人がけがをした"
    one = witness(text, "a", code="ja")
    shown = [text[one.words.starts[k]] for k in features.figures(one).nonzero()[0]]
    assert shown == ["四"]


def test_an_alignment_is_turned_once_while_it_is_looked_at() -> None:
    both = pair(witness(TEXT, "a"), witness(TEXT + " Nobody was hurt.", "b"))
    assert features.turned(both) is features.turned(both)
    assert features.turned(both).a is both.b
