"""What the finders work with: readings, what is left, names, merged pieces, and the words of the evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from retold.model import Derivation, Span
from retold.steps.changes import candidates, evidence, matched_quotations, mentions, merging, units
from retold.steps.changes.candidates import Candidate, Words
from retold.steps.changes.evidence import Ends
from retold.steps.changes.material import material_of
from retold.steps.changes.rest import Rest
from retold.steps.changes.supports import row_of, support_of
from tests.steps.changes.test_changes import told

OLD = "The old lighthouse keeper of Port Ansel told Orla Quarn that fog will close the strait for a week."


def test_words_of_a_candidate_are_its_ranges_and_none_for_an_empty_side(laid: Callable) -> None:
    material, _ = laid(OLD, OLD.replace("old ", ""))
    one = candidates.candidate_of(material.pair, "cut", range(1, 2), range(1, 1))
    assert one.words == Words((range(1, 2),), ())
    assert (one.before, one.after, one.new) == ("old", "", ())


def test_a_reading_is_compared_without_its_print() -> None:
    assert candidates.plain_print("“The Strait” –") == candidates.plain_print('"the  strait" -')
    assert candidates.plain_print("the strait") != candidates.plain_print("a strait")


def test_parts_of_a_unit_are_its_free_words_without_small_ones_at_what_was_taken(laid: Callable) -> None:
    material, _ = laid(OLD, "Fog.")
    taken = np.zeros(len(material.pair.old.words), np.bool_)
    taken[[2, 5]] = True  # lighthouse, Port
    rest = Rest(material.pair, taken, np.zeros(1, np.bool_), Words())
    unit = replace_unit(material.pair.units[0], 0, 9)
    assert [material.pair.old.text(part.old) for part in rest.parts(unit)] == [
        "The old",
        "keeper of",
        "Ansel told Orla",
    ]
    assert rest.touched(material.pair.old, range(3)) and not rest.untouched(unit)


def replace_unit(unit: units.Unit, low: int, high: int) -> units.Unit:
    return unit._replace(old_low=low, old_high=high, new_low=0, new_high=0)


def test_names_are_runs_of_capitals_and_no_openers(laid: Callable) -> None:
    material, _ = laid(OLD, OLD)
    found = mentions.names_in(material.pair.old, mentions.capitals(material.pair))
    assert [material.pair.old.text(words) for words in found] == ["Port Ansel", "Orla Quarn"]
    assert list(mentions.touching(found, range(5, 6))) == found[:1]


def test_pieces_parted_by_a_word_are_one_change(laid: Callable) -> None:
    new = OLD.replace("close the strait", "shut the channel")
    material, rest = laid(OLD, new)
    (merged,) = merging.merged_units(material, rest, material.pair.units)
    assert material.pair.old.text(merged.old) == "close the strait"
    assert not merging.is_same_phrase(material.pair, merged)


def test_a_statement_is_matched_with_the_one_that_has_its_words(laid: Callable, statement: Callable) -> None:
    words = "fog will close the strait for a week"
    said = tuple((statement(name, OLD, words, "Orla Quarn", "Orla Quarn", "told"),) for name in "ab")
    material, _ = laid(OLD, OLD, said)
    (one,) = matched_quotations.matched(material.pair, *said)
    assert (one.old, one.new, one.shared) == (said[0][0], said[1][0], 1.0)
    assert material_of(material.pair, said, material.settings).matched == (one,)


FOUND = Candidate("figure", (Span("a", 0, 2),), (Span("b", 0, 2),), "12", "15")
EDGE = Derivation("a", "b", True, 0.9)


@pytest.mark.parametrize(
    ("candidate", "edge", "words"),
    [
        (FOUND, EDGE, "the figure “12” became “15”"),
        (replace(FOUND, kind="moved"), EDGE, "the passage “12” moved"),
        (replace(FOUND, kind="slip", detail="shared"), None, "the slip “12” stands in both"),
        (replace(FOUND, kind="slip", detail="mended"), EDGE, "a slip mended"),
        (replace(FOUND, kind="attribution", after=""), EDGE, "left out"),
        (replace(FOUND, kind="attribution", after=""), None, "named only in a"),
    ],
)
def test_the_evidence_says_what_changed(candidate: Candidate, edge: Derivation | None, words: str) -> None:
    assert words in evidence.sentence(candidate, Ends("s", "a", "b", edge))


def test_a_change_states_the_fitted_support_of_its_row_unless_one_is_given() -> None:
    ends = Ends("s", "a", "b", None)
    assert evidence.change_of(FOUND, ends).support == support_of(FOUND)
    assert evidence.change_of(replace(FOUND, support=1.0), ends).support == pytest.approx(0.999)


@pytest.mark.parametrize(
    ("kind", "before", "after", "detail", "light", "row"),
    [
        ("attribution", "Orla", "Ivo", "speaker", False, "attribution"),
        ("attribution", "Orla", "", "speaker", False, "attribution_nameless"),
        ("attribution", "said", "admitted", "cue", False, "attribution_cue"),
        ("quotation", "a", "b", None, False, "quotation"),
        ("quotation", "a", "“a”", "newly quoted", False, "quotation_marks"),
        ("cut", "a", "", None, True, "cut_short"),
        ("wording", "", "of", None, False, "wording_small"),
        ("lede", "", "a", None, False, "lede"),
    ],
)
def test_the_row_of_a_change_is_its_kind_and_what_divides_it(
    kind: str, before: str, after: str, detail: str | None, light: bool, row: str
) -> None:
    one = Candidate(kind, (), (), before, after, detail)  # type: ignore[arg-type]  # a parameter of the test
    assert row_of(one, light) == row
    assert 0 < support_of(one, light) < 1


def test_an_opening_that_stands_in_both_is_not_new_for_a_clause_more() -> None:
    first = "Rescuers {} gave up the search for two sailors missing off the mole of Ansel since Sunday{}."
    rest = (
        "\n\nBoth had set out in a small boat with food for a day.\n\nThe keeper of the light saw them last."
    )
    more = " after winds of 70 miles an hour drove a helicopter back to its base on the coast"
    found = told(first.format("last night", "") + rest, first.format("tonight", more) + rest)
    assert "lede" not in {one.kind for one in found}
    assert any(one.kind == "added" and "winds" in (one.after or "") for one in found)


def test_an_opening_before_the_old_one_is_new() -> None:
    old = "Rescuers last night gave up the search for two sailors missing off the mole of Ansel since Sunday."
    new = "A town has lost all hope for its two best fishermen, whom everybody on the coast knew by name."
    rest = (
        "\n\nBoth had set out in a small boat with food for a day.\n\nThe keeper of the light saw them last."
    )
    assert "lede" in {one.kind for one in told(old + rest, f"{new} {old}{rest}")}
