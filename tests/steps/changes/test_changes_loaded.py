"""The lexicon of loaded words is even-handed, and so is what is found with it."""

from __future__ import annotations

import pytest

from retold import language, pipeline
from retold.model import Article, Change, Derivation
from retold.settings import Settings
from retold.steps import align, changes
from tests.steps.changes.test_changes import within

ROWS = [row for row in language.of("en").rows("loaded") if row["lean"] != "plain"]
PAIRS = sorted({(row["forms"].split("|")[0], row["pair"]) for row in ROWS})
SIDES = {"praise": "blame", "blame": "praise"}
TEXT = (
    "The council of Port Ansel heard the {} keeper for an hour on the state of the harbour wall.\n\n"
    "Nobody spoke against the {} captain, and the meeting ended before the tide turned again.\n\n"
    "The wall was built forty years ago by a firm from Tolland that no longer exists at all."
)


def told(old: str, new: str) -> list[Change]:
    options = Settings()
    a, b = (pipeline.witness(Article(i, t), options) for i, t in (("a", old), ("b", new)))
    return changes.find(
        align.align(a, b, options.align), {}, Derivation("a", "b", True, 0.9), options.changes
    )


def facts(found: list[Change], words: dict[str, str]) -> list[tuple[object, ...]]:
    """What was found, its words exchanged by `words`."""
    said = [
        (c.kind, words.get(c.before or "", c.before), words.get(c.after or "", c.after), c.weight)
        for c in found
    ]
    return sorted(said, key=str)


def test_every_entry_has_a_source_and_a_reason() -> None:
    assert all(row["source"] and row["reason"] for row in language.of("en").rows("loaded"))


def test_every_loaded_entry_has_a_counterpart_of_the_other_mind_and_back() -> None:
    by_first = {row["forms"].split("|")[0]: row for row in ROWS}
    for row in ROWS:
        other = by_first[row["pair"]]
        assert other["pair"] == row["forms"].split("|")[0]
        assert (other["lean"], other["group"]) == (SIDES[row["lean"]], row["group"])


def test_no_form_stands_twice_among_loaded_words() -> None:
    forms = [form for row in ROWS for form in row["forms"].split("|")]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("word", ["martyr", "terrorist", "regime", "so-called", "heroic", "freedom fighter"])
def test_the_lexicon_has_the_words_that_people_fight_over(word: str) -> None:
    assert any(word in row["forms"].split("|") for row in ROWS)


@pytest.mark.parametrize(("word", "pair"), PAIRS)
def test_swapping_the_sides_swaps_the_findings_and_nothing_else(word: str, pair: str) -> None:
    swap = {word: pair, pair: word}
    plain = TEXT.format("old", "young")
    ours, theirs = told(plain, TEXT.format(word, "young")), told(plain, TEXT.format(pair, "young"))
    assert facts(ours, swap) == facts(theirs, {})
    assert {c.kind for c in ours} == {"loaded"}


@pytest.mark.parametrize(("word", "pair"), PAIRS)
def test_a_loaded_word_exchanged_for_its_counterpart_is_found_both_ways(word: str, pair: str) -> None:
    one, other = TEXT.format(word, "young"), TEXT.format(pair, "young")
    there, back = told(one, other), told(other, one)
    assert [(c.kind, c.before, c.after) for c in there] == [(c.kind, c.after, c.before) for c in back]
    assert {c.kind for c in there} == {"loaded"}


def test_a_loaded_word_put_in_is_told_with_its_group() -> None:
    (change,) = told(TEXT.format("old", "young"), TEXT.format("old", "martyr young"))
    assert (change.kind, change.before, change.after, change.detail) == ("loaded", "", "martyr", "the dead")


def test_plain_words_of_a_group_are_wording() -> None:
    found = told(TEXT.format("militant", "young"), TEXT.format("insurgent", "young"))
    assert {c.kind for c in found} == {"wording"}


def test_no_topic_has_more_than_twice_as_many_forms_of_one_mind() -> None:
    forms: dict[str, dict[str, int]] = {}
    for row in ROWS:
        forms.setdefault(row["group"], {})[row["lean"]] = len(row["forms"].split("|"))
    assert [group for group, n in forms.items() if max(n.values()) > 2 * min(n.values())] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "the {} net lying on the quay",
        "the {} shop of a butcher",
        "the {} walk with a limp",
        "the {} price set by a cartel",
        "the {} monster waves",
        "the {} token for the ferry",
        "the {} hollow tree",
        "the {} juvenile gulls",
    ],
)
def test_words_whose_plain_sense_is_common_are_not_loaded(sentence: str) -> None:
    plain = "the {} net on the quay"
    found = told(TEXT.format(plain.format("old"), "young"), TEXT.format(sentence.format("old"), "young"))
    assert found and "loaded" not in {c.kind for c in found}


def test_a_modal_in_the_place_of_another_of_its_class_makes_nothing_less_sure() -> None:
    can = "Skippers can keep a berth for a week, the harbour office says."
    assert not [one for one in within(can, can.replace("can", "may")) if one.kind in ("hedge", "sense")]
    kept, may = can.replace("can keep", "kept"), can.replace("can keep", "may have kept")
    assert [one.kind for one in within(kept, may)].count("hedge") == 1
