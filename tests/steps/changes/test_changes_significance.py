"""Which cuts, additions and wordings a reader wants told, by what their readings show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import retold
from retold import language, parameters
from retold.steps.changes.candidates import Candidate
from retold.steps.changes.significance import Around, Marks, is_exempt, marks, worth
from tests.steps.changes.test_changes import only, within

ENGLISH = language.of("en")
HERE = Around(frozenset({"the", "keeper", "tarn"}), frozenset({"the", "keeper"}), apart=False, dated=False)
WEIGHTS = {one.name: one.value for one in parameters.every("changes") if one.module == "significance"}


def reading(before: str | None, after: str | None, detail: str | None = None) -> Candidate:
    return Candidate("wording", (), (), before, after, detail)


def test_marks_are_read_off_both_readings() -> None:
    found = marks(reading("the slow keeper", "keepers told the harbour"), HERE, ENGLISH)
    assert found.words == pytest.approx(1.386, abs=1e-3)  # slow, told, harbour
    assert found.news == pytest.approx(1.386, abs=1e-3)
    assert found.ends == 1.0
    assert (found.one_sided, found.speech, found.matter, found.apart) == (0.0, 1.0, 0.0, 0.0)


def test_words_that_the_other_version_has_elsewhere_are_no_news() -> None:
    assert marks(reading(None, "tarn"), HERE, ENGLISH).news == 0.0
    assert marks(reading("tarn", None), HERE, ENGLISH).news > 0.0


def test_every_mark_has_a_weight_and_there_is_no_other() -> None:
    assert set(WEIGHTS) == {*Marks._fields, "intercept", "least"}


@given(st.tuples(*[st.floats(0, 3)] * len(Marks._fields)))
def test_more_that_is_new_is_worth_more_and_a_torn_phrase_less(values: tuple[float, ...]) -> None:
    here = Marks(*values)
    assert 0 < worth(here) < 1
    assert worth(here._replace(news=here.news + 1)) >= worth(here)
    assert worth(here._replace(ends=here.ends + 1)) <= worth(here)
    assert worth(here._replace(apart=here.apart + 1)) <= worth(here)


def test_words_exchanged_where_all_else_stands_are_told() -> None:
    assert is_exempt(reading("pier", "bridge"), HERE, ENGLISH)
    assert not is_exempt(reading("pier", "bridge"), HERE._replace(apart=True), ENGLISH)
    assert not is_exempt(reading("pier", "told the bridge"), HERE, ENGLISH)
    assert not is_exempt(reading("tarn", "keeper"), HERE, ENGLISH)


def test_a_day_put_in_or_left_out_is_told() -> None:
    assert is_exempt(reading(None, "in March"), HERE._replace(dated=True), ENGLISH)
    assert not is_exempt(reading(None, "in spring"), HERE, ENGLISH)
    assert not is_exempt(reading("in March", "tarn"), HERE._replace(dated=True), ENGLISH)


@pytest.mark.parametrize(
    ("old", "new", "weight"),
    [
        ("The lock shut at dusk for the winter.", "The gate shut at dusk for the winter.", "wording"),
        ("The lock shut at dusk.", "The lock shut at dusk in March.", "wording"),
        ("The lock shut quietly at dusk.", "The lock shut at dusk.", "style"),
        (
            "The lock shut at dusk.",
            "The lock shut at dusk, because the older of the two gates had come off its lower hinge.",
            "substance",
        ),
    ],
)
def test_the_weight_follows(old: str, new: str, weight: str) -> None:
    rest = " Nobody was hurt when the ferry left the mole for the island that night."
    assert {one.weight for one in within(old + rest, new + rest)} == {weight}


def test_without_a_list_of_words_nothing_is_judged() -> None:
    tail = (
        " Nikt nie ucierpiał, gdy prom odpłynął z mola na wyspę, a załoga wróciła do domu późnym wieczorem."
    )
    texts = ("Zamek zamknięto cicho o zmroku." + tail, "Zamek zamknięto o zmroku." + tail)
    one, two = (retold.Article(str(n), text, language="pl") for n, text in enumerate(texts))
    assert only(list(retold.compare(one, two).changes)).weight != "style"


def test_another_day_in_words_put_otherwise_is_more_than_style() -> None:
    around = HERE._replace(apart=True)
    change = reading("will be heard on June 23", "On 3 June a court will hear")
    assert is_exempt(change, around._replace(revalued=True), ENGLISH)
    assert not is_exempt(change, around, ENGLISH)
