"""What a language knows of editing: read from its lists, empty without them."""

from __future__ import annotations

import pytest

from retold import language
from retold.language.editing import Editing

ENGLISH = language.of("en").editing
NONE = language.UNIVERSAL.editing


def test_hedges_are_phrases_and_frames_with_their_class() -> None:
    assert ENGLISH.hedges["reportedly"].kind == "hedge"
    assert "it is widely believed" in ENGLISH.hedges


def test_a_loaded_word_knows_its_group_and_which_way_it_leans() -> None:
    entry = next(iter(ENGLISH.loaded.values()))
    assert entry.kind == "loaded" and entry.group and entry.lean in ("praise", "blame", "plain")


def test_a_language_without_lists_has_no_words_and_its_patterns_match_nothing() -> None:
    assert not (NONE.small or NONE.hedges or NONE.loaded or NONE.crediting.says or NONE.source)
    assert not list(NONE.ordinary_words())
    assert NONE.picture.search("Photo: somebody") is None
    assert NONE.possessive.search("quarn's") is None
    assert NONE.joints.fullmatch(", ") is None and NONE.joints.fullmatch("-")


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("Eds: ADDS the keeper's answer; will be led.", "update"),
        ("(Eds: updates with goats)", "update"),
        ("EDITORS: Adds byline.", "update"),
        ("Eds: With photos.", "update"),
        ("More to come.", "update"),
        ("(More to follow)", "update"),
        ("Editors: please kill the story on the lamp", "withdrawal"),
        ("Editors: Ida Corrie, Jon Pell", ""),
        ("More to come from the harbour office, the keeper said.", ""),
        ("Breaking with custom, the keeper lit the lamp at noon.", ""),
        ("Editors said that she adds much to the paper.", ""),
    ],
)
def test_a_note_to_editors_is_told_by_its_label_and_a_sentence_on_editors_is_none(paragraph, kind) -> None:
    assert ENGLISH.notice(paragraph) == kind


def test_spellings_of_one_word_have_one_form_that_stands_for_them() -> None:
    assert ENGLISH.spelled_alike["centre"] == ENGLISH.spelled_alike["center"]
    pattern, by = ENGLISH.doubled
    assert pattern.sub(by, "travelled") == "traveled"


def test_lists_are_read_from_whatever_gives_them() -> None:
    lists = {"slips": {"small": ["osk"], "endings": ["u"]}, "editing": {"alternants": {"an": "a"}}}
    made = Editing(lambda name: lists.get(name, {}), lambda _: ())
    assert (made.small, made.inflections, made.alternants) == ({"osk"}, {"u"}, {"an": "a"})


def test_a_label_of_a_withdrawal_has_a_mark_or_nothing_behind_it() -> None:
    label = ENGLISH.withdrawal_label
    assert all(
        label.match(one) for one in ("KILL: Barge", "[Withdrawn] Barge", "Retraction – Barge", "KILL NOTICE")
    )
    assert not any(label.match(one) for one in ("Kill switch found", "Withdrawn troops", "Killed: nine"))


def test_a_note_speaks_to_editors_and_says_what_it_does() -> None:
    assert ENGLISH.withdrawal_address.match("Attention editors: the item is wrong.")
    assert not ENGLISH.withdrawal_address.match("Editors of two papers met.")
    assert ENGLISH.withdrawal_acts.search("The story slugged BARGE is withdrawn.")
    assert not ENGLISH.withdrawal_acts.search("The barge will be withdrawn from service.")
