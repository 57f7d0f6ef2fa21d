"""What a language knows of editing: read from its lists, empty without them."""

from __future__ import annotations

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


def test_spellings_of_one_word_have_one_form_that_stands_for_them() -> None:
    assert ENGLISH.spelled_alike["centre"] == ENGLISH.spelled_alike["center"]
    pattern, by = ENGLISH.doubled
    assert pattern.sub(by, "travelled") == "traveled"


def test_lists_are_read_from_whatever_gives_them() -> None:
    lists = {"slips": {"small": ["osk"], "endings": ["u"]}, "editing": {"alternants": {"an": "a"}}}
    made = Editing(lambda name: lists.get(name, {}), lambda _: ())
    assert (made.small, made.inflections, made.alternants) == ({"osk"}, {"u"}, {"an": "a"})
