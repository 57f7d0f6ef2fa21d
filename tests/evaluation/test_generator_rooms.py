"""The rooms of the generator, each by a fact of its own."""

from __future__ import annotations

from random import Random

import pytest

from evaluation.generator import (
    document,
    event,
    grammar,
    house_style,
    local_edits,
    names,
    outlet_words,
    quotation_edits,
    quoting,
    reporting,
    sense_edits,
    sentence_edits,
    stock_sentences,
    stories,
    transmission,
    true_statements,
    word_lists,
)
from evaluation.generator.document import Doc
from evaluation.generator.local_edits import EditState
from evaluation.generator.reporting import UsedTemplates


def report(seed: int = 1) -> tuple[event.Event, Doc, EditState]:
    """An event, a report of it in the plain style, and the state of an editor at work on it."""
    rng = Random(seed)
    happened = event.happen(rng)
    written = reporting.write(happened, rng, "r", UsedTemplates(), happened.utterances, 14)
    return happened, written, EditState(rng, happened, house_style.HouseStyle(), "stamp")


def test_a_layout_knows_where_every_piece_stands() -> None:
    _, doc, _ = report()
    layout = document.layout_of(doc)
    assert layout.text.startswith(layout.text[: layout.pieces[doc.sentences()[0].pieces[0].key][1]])
    for sentence in doc.sentences():
        start, end = layout.sentences[sentence.key]
        assert layout.text[start:end].strip() == layout.text[start:end] != ""


def test_an_event_has_its_kind_s_people_and_utterances() -> None:
    happened, _, _ = report()
    assert happened.kind in word_lists.KINDS
    assert {one.speaker for one in happened.utterances} <= set(happened.people)


def test_a_realised_template_has_no_slot_and_no_choice_left() -> None:
    happened, doc, _ = report()
    for recipe in (one.recipe for one in doc.sentences() if one.recipe is not None):
        pieces = grammar.realise(recipe, happened.context(), "k")
        assert pieces and not any(sign in piece.text for piece in pieces for sign in "{}[]|")


def test_a_house_style_writes_numbers_its_own_way() -> None:
    styles = [house_style.drawn_style(Random(k)) for k in range(40)]
    assert len({house_style.count(4200, one) for one in styles}) > 1
    assert len({house_style.day("2031-03-10", one) for one in styles}) > 1


@pytest.mark.parametrize("edit", [local_edits.slip, local_edits.figure, local_edits.wording])
def test_a_local_edit_changes_few_pieces(edit: transmission.Planter) -> None:
    made = 0
    for seed in range(8):
        _, doc, state = report(seed)
        altered = edit(doc, state)
        if altered is not None:
            before, after = ({p.key: p.text for _, p in one.pieces()} for one in (doc, altered))
            changed = [key for key in before if before[key] != after.get(key)]
            assert 1 <= len(changed) <= 40
            made += 1
    assert made


def test_a_shortened_quotation_loses_words_inside_the_marks_only() -> None:
    for seed in range(40):
        _, doc, state = report(seed)
        shorter = quotation_edits.shorten(doc, state)
        if shorter is not None:
            kept = {piece.key for _, piece in shorter.pieces()}
            gone = [piece for _, piece in doc.pieces() if piece.key not in kept]
            assert gone and all(piece.inside or piece.tag == "punct" for piece in gone)
            return
    raise AssertionError("no quotation could be shortened")


def test_the_end_left_out_leaves_a_report_that_reads_well() -> None:
    happened, doc, state = report(3)
    cut = sentence_edits.cut_end(doc, state)
    assert cut is None or sentence_edits.reads_well(cut, happened)
    assert sentence_edits.reads_well(doc, happened)


def test_a_person_is_introduced_in_full_and_then_by_surname() -> None:
    person = names.person(Random(2), "p1", "Dr", "harbour master")
    stage = quoting.Stage()
    first, second = (
        " ".join(piece.text for piece in quoting.mention(person, key, stage)) for key in ("a", "b")
    )
    assert person.last in first
    assert len(second) <= len(first)


def test_names_of_a_kind_differ() -> None:
    assert len(set(names.several(Random(1), 8, "outlet"))) == 8


def test_every_synonym_stands_for_its_line_and_every_spelling_has_two() -> None:
    assert all(word in line for word, line in outlet_words.SYNONYMS.items())
    assert all(len(pair) == 2 for pair in outlet_words.SPELLING.values())
    assert stock_sentences.BACKGROUND and stock_sentences.DIRECT


def test_a_newsroom_has_parents_only_among_its_members() -> None:
    room = transmission.simulated(Random(5), "n", transmission.Chances(6, 0.5, 0.2, 1))
    ids = {one.id for one in room.members}
    assert sum(one.seen for one in room.members) == 6
    assert all(parent in ids for one in room.members for parent in one.parents)


def test_the_roots_of_a_reading_are_its_first_carriers() -> None:
    parents: dict[str, list[str]] = {"a": [], "b": ["a"], "c": ["b"], "d": []}
    assert true_statements.roots(["b", "c", "d"], parents) == ("b", "d")


def test_a_story_s_statements_are_of_its_articles() -> None:
    made = stories.story(4, size=4)
    assert set(made.statements) == {one.id for one in made.articles}


def test_a_turned_copy_differs_from_the_copy_by_one_word_at_its_place() -> None:
    made = stories.story("23/0")
    found = list(sense_edits.turned_pairs(made, Random(3)))
    texts = {one.id: one.text for one in made.articles}
    assert {one.kind for one in found} == set(sense_edits.KINDS)
    for one in found:
        before, after = texts[one.copy.id].split(), one.copy.text.split()
        assert sum(x != y for x, y in zip(before, after, strict=False)) == 1 or one.kind == "negation"
        assert len(after) - len(before) == (one.kind == "negation")
        if one.kind == "negation":
            assert one.copy.text[slice(*one.place)] == "not"
