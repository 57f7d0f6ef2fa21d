"""From a grid to weighted readings."""

from __future__ import annotations

from retold.steps import collate
from retold.steps.lineage import readings


def test_one_omission_is_one_unit_and_costs_far_less_than_its_words() -> None:
    words = [f"word{n}" for n in range(100)]
    grid = collate.columns({"a": words, "b": [*words[:20], *[""] * 60, *words[80:]]})
    found = readings.read(grid)
    cut = found.weights[0, found.absent[0]]
    assert found.kinds == ("words",)
    assert cut < 3
    assert found.weights[0].max() > 5 * cut


def test_a_cut_that_others_break_up_costs_about_the_same() -> None:
    """Two of the sixty words that b lacks differ in c; b's cut is still one event."""
    words = [f"word{n}" for n in range(100)]
    other = [*words[:40], "changed", *words[41:60], "too", *words[61:]]
    cut = [*words[:20], *[""] * 60, *words[80:]]
    found = readings.read(collate.columns({"a": words, "b": cut, "c": other}))
    lost = sum(found.weights[u, found.absent[u]] for u in range(len(found)) if found.absent[u] >= 0)
    assert 1.5 < lost < 2.5


def test_house_style_is_one_light_unit_however_often_it_shows() -> None:
    words = [f"word{n}" for n in range(50)]
    found = readings.read(collate.columns({"a": words, "b": [f"“{w}”" for w in words]}))
    assert found.kinds == ("accidentals",)
    assert found.weights.max() < 1


def test_a_slip_is_known_by_its_neighbour_that_stands_elsewhere_too() -> None:
    grid = collate.columns(
        {"a": ["Salamander", "sank", "Salamander"], "b": ["Salmander", "sank", "Salamander"]}
    )
    found = readings.read(grid)
    assert found.kinds == ("slip",)
    assert found.slips[0].tolist() == [False, True]


def test_an_inflected_word_is_no_slip() -> None:
    grid = collate.columns({"a": ["ships", "sank", "ships"], "b": ["ship", "sank", "ships"]})
    assert readings.read(grid).kinds == ("wording",)


def test_numbers_in_words_and_in_digits_are_one_reading_but_for_style() -> None:
    grid = collate.columns({"a": ["Six", "boats", "sank"], "b": ["6", "boats", "sank"]})
    assert "style" in readings.read(grid).kinds
