"""Sentences before words: what was kept, edited, told anew or stands in one version only."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold import pipeline
from retold.model import Article, Change, Derivation, Party, Span, Statement
from retold.settings import Settings
from retold.steps import align, changes
from retold.steps.changes import sentences
from retold.steps.changes.pair import Unit, side

HEAD = "The ferry Osprey left Port Ansel at dawn with a cargo of timber and two hundred sheep.\n\n"
TAIL = "\n\nThe owners bought the ship from a Tolland yard and had it painted green before the summer."
KEPT = "Divers from the harbour office will go down again when the tide allows it."
TOLD = "Engineers fear that the northern breakwater may collapse during autumn storms."
ANEW = "The northern breakwater could fall once storms come in autumn, experts in engineering worry."


def told(old: str, new: str, said: dict[str, list[Statement]] | None = None) -> list[Change]:
    options = Settings()
    a, b = (pipeline.witness(Article(i, t), options) for i, t in (("a", old), ("b", new)))
    edge = Derivation("a", "b", True, 0.9)
    return changes.find(align.align(a, b, options.align), said or {}, edge, options.changes)


def within(before: str, after: str) -> list[tuple[str, str | None, str | None]]:
    """Kind, before and after of the changes between two middles of one and the same report."""
    found = told(HEAD + before + TAIL, HEAD + after + TAIL)
    return [(c.kind, c.before, c.after) for c in found]


def kinds(before: str, after: str) -> list[str]:
    return [kind for kind, _, _ in within(before, after)]


# ---- sentences ----


def test_a_sentence_told_in_other_words_is_one_wording_over_the_whole_of_it() -> None:
    ((kind, before, after),) = within(TOLD, ANEW)
    assert kind == "wording"
    assert (before, after) == (TOLD.rstrip("."), ANEW.rstrip("."))


def test_what_follows_a_sentence_told_anew_is_left_alone_though_the_words_run_on() -> None:
    assert kinds(f"{TOLD} {KEPT}", f"{ANEW} {KEPT}") == ["wording"]
    joined = within(f"{TOLD[:-1]} this year. {KEPT}", f"{ANEW[:-1]} this year. {KEPT}")
    assert [kind for kind, _, _ in joined] == ["wording"]
    assert not any("Divers" in (before or "") for _, before, _ in joined)


def test_another_sentence_in_its_place_is_cut_and_added() -> None:
    found = kinds(f"{KEPT} {TOLD}", f"{KEPT} A choir of forty children sang for visitors beside an old mill.")
    assert sorted(found) == ["added", "cut"]


def test_words_shared_by_chance_do_not_link_two_sentences() -> None:
    options = Settings()
    a, b = (
        side(pipeline.witness(Article(i, t), options))
        for i, t in (("a", TOLD), ("b", "The mayor may speak about lunch and buses."))
    )
    found = sentences.linked(a, b, [Unit(6, 7, 2, 3)])
    assert set(found.old.tolist()) == {-1} and not found.rewritten


def test_a_figure_that_differs_in_a_sentence_told_anew_is_told_besides() -> None:
    found = within(
        "Engineers counted 40 cracks in the northern breakwater after heavy autumn storms.",
        "After storms in autumn 70 cracks were found along the northern breakwater, experts worry.",
    )
    assert ("figure", "40", "70") in found


def test_words_that_changed_places_in_a_sentence_are_one_wording() -> None:
    found = kinds(
        "The council under heavy rain closed the long wooden pier to all carts and horses.",
        "The council closed the long wooden pier to all carts and horses under heavy rain.",
    )
    assert found == ["wording"]


def test_a_phrase_set_off_by_a_comma_is_a_change_of_its_own() -> None:
    found = kinds(
        "The council closed the pier, an old oak structure, to heavy carts until Easter.",
        "The council shut the pier to heavy carts until Easter.",
    )
    assert sorted(found) == ["cut", "wording"]


def test_a_fragment_that_agrees_elsewhere_is_no_move() -> None:
    found = kinds(
        f"The keeper of the old lamp house waited with his two dogs for hours beside the northern gate. {KEPT} {TOLD}",
        f"{KEPT} {TOLD} A boy brought bread, cheese, apples and nuts which the keeper of the old lamp house then shared.",
    )
    assert "moved" not in found


# ---- openings, credits, bounds ----


def test_headlines_and_captions_are_no_opening() -> None:
    body = f"{KEPT} {TOLD}" + TAIL
    found = told("HARBOUR NEWS AND TIDES OF THE WEEK\n\n" + HEAD + body, HEAD + body)
    assert [c.kind for c in found] == ["cut"]
    caption = "A diver looks at the wreck before the tide in this picture taken at noon.\n\n(Photo: Ilan Verrin)\n\n"
    assert "lede" not in [c.kind for c in told(caption + HEAD + body, HEAD + body)]


def test_a_line_that_says_by_whom_the_report_is_is_a_credit() -> None:
    found = told("By Ilan Verrin, Harbour Desk\n\n" + HEAD + KEPT + TAIL, HEAD + KEPT + TAIL)
    assert [(c.kind, c.before) for c in found] == [("credit", "By Ilan Verrin, Harbour Desk")]


def test_who_worked_on_a_report_is_one_credit_however_long() -> None:
    before = "\n\n(Reporting by Ilan Verrin; Editing by Osk Tolbert)"
    after = (
        "\n\n(Reporting by Ilan Verrin in Tolland; Additional reporting by Ada Roe; Editing by Osk Tolbert)"
    )
    found = told(HEAD + KEPT + TAIL + before, HEAD + KEPT + TAIL + after)
    assert [c.kind for c in found] == ["credit"]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("at least 32 sheep", "32 sheep", "figure"),
        ("at least 32 sheep", "up to 32 sheep", "figure"),
        ("more than 32 sheep", "over 32 sheep", "wording"),
        ("about 32 sheep", "32 sheep", "cut"),
    ],
)
def test_a_bound_is_part_of_a_figure(before: str, after: str, kind: str) -> None:
    ((found, *_),) = within(
        f"The crew saved {before} from the hold.", f"The crew saved {after} from the hold."
    )
    assert found == kind


# ---- quotations and voices ----


def test_plain_words_in_place_of_a_quotation_are_an_altered_quotation() -> None:
    found = within(
        f"{KEPT} “Our northern breakwater will collapse in the storms of autumn,” the engineer warned.",
        f"{KEPT} The engineer feared a collapse of the northern breakwater during autumn storms this year.",
    )
    assert [kind for kind, _, _ in found] == ["quotation"]


def test_a_quotation_set_off_as_a_paragraph_is_not_newly_quoted() -> None:
    words = "The breakwater has held for ninety years and it will hold for ninety more."
    found = within(f"{KEPT}\n\n“{words}”\n\n{TOLD}", f"{KEPT}\n\n{words}\n\n{TOLD}")
    assert "quotation" not in [kind for kind, _, _ in found]


def stated(article: Article, content: str, speaker: str, cue: str, name: str | None) -> Statement:
    """An indirect statement with its words, its speaker's mention and its cue."""

    def place(words: str) -> Span:
        at = article.text.index(words)
        return Span(article.id, at, at + len(words))

    party = Party(place(speaker), name, 0.9)
    return Statement(
        "1", article.id, (place(content),), (party,), (), place(cue), None, None, "indirect", 0.9
    )


SAID = "the northern breakwater would hold through the autumn storms"


def voices(new_tag: str, speaker: str) -> list[tuple[str, str | None, str | None]]:
    old = Article("a", HEAD + f"Now {SAID}, {new_tag}. {KEPT}" + TAIL)
    said = {"a": [stated(old, SAID, speaker, new_tag.replace(speaker, "").strip(), None)], "b": []}
    found = told(old.text, HEAD + f"Now {SAID}. {KEPT}" + TAIL, said)
    return [(c.kind, c.before, c.after) for c in found]


def test_a_fact_that_was_somebodys_word_lost_its_speaker() -> None:
    assert voices("port officials warned", "port officials") == [("attribution", "port officials", "")]


def test_a_pronoun_is_nobody_whose_name_could_be_lost() -> None:
    assert [kind for kind, _, _ in voices("he warned", "he")] == ["cut"]


@pytest.mark.parametrize("lead", ["The harbour office tweeted that", "A letter demanding that"])
def test_words_that_a_reporting_verb_leads_up_to_did_not_lose_their_speaker(lead: str) -> None:
    old = Article("a", HEAD + f"{SAID.capitalize()}, port officials warned. {KEPT}" + TAIL)
    said = {"a": [stated(old, SAID.capitalize(), "port officials", "warned", None)], "b": []}
    found = told(old.text, HEAD + f"{lead} {SAID}. {KEPT}" + TAIL, said)
    assert "attribution" not in [c.kind for c in found]


def test_a_name_that_the_words_do_not_print_is_not_given_for_a_role() -> None:
    old = Article("a", HEAD + f"Now {SAID}, the mayor warned. {KEPT}" + TAIL)
    said = {"a": [stated(old, SAID, "the mayor", "warned", "Ilan Verrin")], "b": []}
    found = told(old.text, HEAD + f"Now {SAID}. {KEPT}" + TAIL, said)
    assert [(c.kind, c.before, c.after) for c in found] == [("attribution", "the mayor", "")]


def test_according_to_somebody_put_in_or_dropped_is_a_hedge() -> None:
    assert [kind for kind, _, _ in voices("according to port officials", "port officials")] == ["hedge"]


# ---- hostile and long input ----


@given(st.text(alphabet="ab “”.,\n’0A", max_size=120), st.text(alphabet="ab “”.,\n’0A", max_size=120))
def test_odd_texts_never_raise_and_spans_lie_inside(old: str, new: str) -> None:
    for change in told(old, new):
        assert all(0 <= s.start <= s.end <= len(old) for s in change.source_spans)
        assert all(0 <= s.start <= s.end <= len(new) for s in change.copy_spans)


def test_one_sentence_of_ten_thousand_words_is_no_trap() -> None:
    old = " ".join(f"w{k} x{k % 7}" for k in range(5000))
    new = " ".join(f"w{k} y{k % 5}" if k % 3 else f"v{k} w{k}" for k in range(5000))
    start = time.process_time()
    told(old, new)
    assert time.process_time() - start < 15
