"""A language as an object: sections, what a missing pack leaves, and one object a code."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from retold import language
from retold.language import en
from retold.language.base import Language, Rules
from retold.language.folding import form


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "words.toml").write_text('function = ["ba", "mi"]\n', encoding="utf-8")
    (tmp_path / "loaded.csv").write_text("# a comment\nword,kind\nzor,praise\n", encoding="utf-8")
    return tmp_path


def test_a_language_reads_its_lists_from_its_folder(folder: Path) -> None:
    made = Language("xa", folder)
    assert made.function_words == {"ba", "mi"}
    assert made.function_forms == {form("ba"), form("mi")}
    assert made.rows("loaded") == ({"word": "zor", "kind": "praise"},)


def test_a_list_that_a_language_lacks_is_empty(folder: Path) -> None:
    made = Language("xa", folder)
    assert made.lists("cues") == {} and made.rows("nothing") == ()
    assert made.speech is None and made.dates is None


def test_without_a_pack_figures_in_digits_are_read_and_no_words() -> None:
    found = language.UNIVERSAL.numbers.find("three boats, 1,500 crowns, 20 %, €3")
    assert [(one.value, one.unit) for one in found] == [(1500.0, ""), (20.0, "%"), (3.0, "euro")]


def test_without_rules_a_stem_is_the_first_letters() -> None:
    assert language.UNIVERSAL.stem("harbours") == "harbo"
    assert Language("xa", None, Rules(stem=str.upper)).stem("mole") == "MOLE"


def test_a_process_that_is_sent_a_language_has_its_own_of_that_code() -> None:
    assert pickle.loads(pickle.dumps(language.of("en"))) is language.of("en")


def test_a_registered_language_is_known_until_it_is_withdrawn(folder: Path) -> None:
    made = Language("xa", folder)
    language.register(made)
    try:
        assert language.of("xa") is made and made in language.packs()
    finally:
        language.withdraw("xa")
    assert not language.of("xa").packed


def test_a_list_is_that_of_every_language_in_the_order_of_their_tables(folder: Path) -> None:
    (folder / "furniture.toml").write_text('lines = ["zor ba"]\n[offers]\nlines = ["mi"]\n', encoding="utf-8")
    language.register(Language("xa", folder))
    try:
        top, within = language.listed("furniture", "lines"), language.listed("furniture", "lines", "offers")
    finally:
        language.withdraw("xa")
    assert "zor ba" in top and "mi" not in top and "zor ba" not in within and "mi" in within
    assert [one for one in top if one != "zor ba"] == language.listed("furniture", "lines")
    assert top.index("zor ba") > 0  # that of English comes first
    assert language.listed("furniture", "nothing", "nowhere") == []


def test_a_language_shows_its_code() -> None:
    assert repr(language.of("en")) == "Language('en')"


def test_the_rules_of_english_come_with_a_parser() -> None:
    assert language.of("en").rules is en.RULES
    assert en.RULES.parser is not None and en.RULES.stem("crews") == "crew"
