"""Which of two versions came first: times, credits and the polarity of readings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from retold.model import Article
from retold.moments import moment
from retold.settings import LineageSearch
from retold.steps.lineage import evidence, readings
from retold.steps.lineage.readings import Readings
from tests.steps.lineage.helpers import columns
from tests.steps.witnesses import witness

TEXT = "The pier of Ostmark is shut."


def clues(*articles: Article) -> evidence.Clues:
    found = [replace(witness(TEXT, one.id), article=one) for one in articles]
    return evidence.clues(found, LineageSearch())


def at(name: str, published: str | None, **fields: str) -> Article:
    return Article(name, TEXT, published=published, **fields)


def late(source: str, copy: str, updated: str | None = None) -> float:
    return evidence.late((moment(source), None), (moment(copy), moment(updated)))


def test_a_source_stamped_later_than_its_copy_is_none() -> None:
    found = clues(at("a", "2024-03-01T10:00:00Z"), at("b", "2024-03-01T12:00:00Z"))
    assert found.time[1, 0] < -4 < found.time[0, 1] == 0
    assert not found.mute


def test_a_longer_lead_is_surer_and_a_stamp_of_a_day_is_less_so() -> None:
    minute = late("2024-03-01T10:01:00Z", "2024-03-01T10:00:00Z")
    hour = late("2024-03-01T11:00:00Z", "2024-03-01T10:00:00Z")
    day = late("2024-03-02", "2024-03-01T10:00:00Z")
    assert 0.4 < minute < 0.6 < hour <= 1
    assert day == pytest.approx(evidence.DAY_SHARE, abs=0.01)


def test_a_copy_changed_since_says_less_of_its_first_stamp() -> None:
    stamps = "2024-03-01T11:00:00Z", "2024-03-01T10:00:00Z"
    assert late(*stamps, updated="2024-03-01T12:00:00Z") == pytest.approx(
        late(*stamps) * evidence.UPDATED_SHARE
    )


def test_without_times_credits_and_agencies_only_the_texts_speak() -> None:
    assert clues(at("a", None), at("b", None)).mute


def test_an_agency_does_not_copy_from_a_paper() -> None:
    found = clues(at("a", None, outlet="Reuters"), at("b", None, outlet="Harbour Post"))
    assert found.agency[1, 0] == -evidence.AGENCY


def test_a_paper_prints_an_agency_sooner_than_another_paper() -> None:
    found = clues(
        at("a", None, outlet="Reuters"),
        at("b", None, outlet="Harbour Post"),
        at("c", None, outlet="Tarn Herald"),
    )
    assert found.agency[0, 1] == evidence.PRINTED and found.agency[2, 1] == 0


def test_a_house_that_calls_itself_an_agency_counts_as_one() -> None:
    found = clues(at("a", None, outlet="Tarn Valley Wire"), at("b", None, outlet="Harbour Post"))
    assert found.wired == (True, False)


def test_another_paper_s_reprint_is_hardly_the_source_of_a_later_take_whose_earlier_one_is_at_hand() -> None:
    found = clues(
        at("a", "2031-03-01T08:00:00Z", outlet="Quay Lantern"),
        at("b", "2031-03-01T09:00:00Z", outlet="Tarn Herald"),
        at("c", "2031-03-01T12:00:00Z", outlet="Quay Lantern"),
    )
    assert found.agency[1, 2] == -evidence.OWN_PAGE
    assert found.agency[0, 1] == found.agency[0, 2] == 0


def test_an_agency_may_be_the_source_of_a_paper_s_later_take() -> None:
    found = clues(
        at("a", "2031-03-01T08:00:00Z", outlet="Quay Lantern"),
        at("b", "2031-03-01T09:00:00Z", outlet="Reuters"),
        at("c", "2031-03-01T12:00:00Z", outlet="Quay Lantern"),
    )
    assert found.agency[1, 2] == evidence.PRINTED


def test_the_clues_of_some_versions_are_those_of_all_cut_down() -> None:
    every = clues(at("a", "2024-03-01"), at("b", "2024-03-02", outlet="Post"), at("c", "2024-03-03"))
    found = every.of([0, 2])
    assert found.time.tolist() == every.time[np.ix_([0, 2], [0, 2])].tolist()
    assert found.keys == ("", "")


def polarity(**versions: str) -> tuple[Readings, evidence.Polarity, evidence.Clues]:
    grid = columns(**versions)
    found, given = readings.read(grid), evidence.clues(grid.witnesses, LineageSearch())
    return found, evidence.polarity(found, found.states.T, given), given


LONG = "one two three four five six seven eight nine ten"


def test_where_a_text_is_retold_one_missing_word_says_next_to_nothing() -> None:
    _, one, _ = polarity(a=LONG, b="one two three - five six seven eight nine ten")
    assert 0 < one.length.sum() + one.tail.sum() < one.length.sum() / 5


def test_a_cut_from_the_end_says_more_than_one_from_inside() -> None:
    _, inside, _ = polarity(a=LONG, b="one two - - five six seven eight nine ten")
    _, tail, _ = polarity(a=LONG, b="one two three four five six seven eight - -")
    assert inside.length.sum() == pytest.approx(tail.length.sum())
    assert inside.tail.sum() < tail.tail.sum()


def test_a_text_with_few_changed_words_is_edited_on_and_one_with_many_is_retold() -> None:
    found, _, given = polarity(a=LONG, b=LONG.replace("three", "other"))
    few = evidence.edited(found, given)
    found, many, given = polarity(a=LONG, b="one II III IV five VI VII eight IX X")
    assert few == 1.0
    assert evidence.edited(found, given) == 0.0
    assert many.retold[0, 1] > 0


def test_log_odds_of_readings_are_held_within_bounds() -> None:
    found, polar, _ = polarity(a=" ".join(f"w{n}" for n in range(200)), b="w0" + " -" * 199)
    leaning = evidence.leaning(polar, found.states.T)
    assert np.abs(leaning).max() <= evidence.MOST


def test_what_was_handed_out_is_a_source_for_agencies_too() -> None:
    handed = "Velm Boats today announced a slip for nine boats at Orlund.\n\nENDS\n\nNotes to editors: ask Ida Corrie."
    one = witness(handed, "a", outlet="Release Box", published="2031-03-01T08:00:00Z")
    wire = witness(
        "Velm Boats said it will build a slip at Orlund.",
        "b",
        outlet="Reuters",
        published="2031-03-01T08:20:00Z",
    )
    found = evidence.clues([one, wire], LineageSearch())
    assert found.wired == (True, True)
    assert found.agency[0, 1] == 0
    plain = evidence.clues([witness(TEXT, "a", outlet="Velm Post"), wire], LineageSearch())
    assert plain.agency[0, 1] < 0
