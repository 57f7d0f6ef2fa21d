"""Invented piles of agency copy, and what the suite counts of them."""

from __future__ import annotations

from collections import Counter

import pytest

from evaluation.generator import agency_copies as generator
from evaluation.suites import agency_copies as suite

pytestmark = pytest.mark.long


@pytest.mark.parametrize("code", generator.CODES)
def test_every_copy_names_its_source_and_shares_words_with_it(code: str) -> None:
    made = generator.pile(code, 3)
    texts = {one.id: one.text for one in made.articles}
    for copy in made.copies:
        assert copy.credited
        if copy.source in made.sources:
            shared = set(texts[copy.id].split()) & set(texts[copy.source].split())
            assert len(shared) > 20
    assert not {one.id for one in made.copies} & set(made.own)


def test_no_two_copies_word_one_sentence_anew_alike() -> None:
    made = generator.pile("de", 11)
    texts = {one.id: one.text for one in made.articles}
    for key in {one.source for one in made.copies if one.source in made.sources}:
        source = texts[key]
        new = [
            {line for line in texts[one.id].replace("\n\n", " ").split(". ") if line[:30] not in source}
            for one in made.copies
            if one.source == key
        ]
        assert not set.intersection(*new) if len(new) > 1 else True


def test_clocks_are_told_to_the_minute_to_the_day_or_not_at_all() -> None:
    sizes = {
        made.clock: {len(one.published or "") for one in made.articles}
        for made in (generator.pile("fr", k) for k in range(12))
    }
    assert sizes == {"minute": {25}, "day": {10}, "none": {0}}


def pile() -> generator.Pile:
    made = generator.pile("es", 1)
    made.sources, made.own = ["s"], ["o"]
    made.copies = [generator.Copy("c", "s", ("EFE",)), generator.Copy("d", "unseen", ("EFE",))]
    return made


def test_an_arrow_may_pass_an_unseen_version_and_must_not_come_back() -> None:
    assert suite.is_led({("s", "u"), ("u", "c")}, "s", "c")
    assert not suite.is_led({("s", "c"), ("c", "s")}, "s", "c")
    assert not suite.is_led({("c", "s")}, "s", "c")


def test_an_arrow_between_two_copies_is_right_only_where_their_source_is_at_hand() -> None:
    made = pile()
    made.copies.append(generator.Copy("e", "s", ("EFE",)))
    made.copies.append(generator.Copy("f", "unseen", ("EFE",)))
    assert suite.is_true(("s", "c"), made) and suite.is_true(("c", "e"), made)
    assert not suite.is_true(("c", "s"), made) and not suite.is_true(("d", "f"), made)
    assert not suite.is_true(("o", "c"), made)


def test_a_copy_of_an_unseen_source_belongs_with_its_fellows() -> None:
    made = pile()
    made.copies.append(generator.Copy("e", "unseen", ("EFE",)))
    assert suite.mates_of(made.copies[0], made) == ["s"]
    assert suite.mates_of(made.copies[1], made) == ["e"]


def test_figures_are_shares_of_what_was_counted() -> None:
    counts = Counter(
        {"credit right": 1, "credit given": 1, "credit wanted": 1, "in family": 3, "copies": 4, "arrow": 1,
         "sourced": 2, "told": 1, "told right": 1, "own": 2, "own apart": 1}
    )  # fmt: skip
    found = suite.figures(counts, "de")
    assert found["de: credits f1"] == 1 and found["de: copies in one family"] == 0.75
    assert found["de: arrows right"] == found["de: own reports apart"] == 0.5


def test_the_shipped_path_reads_a_pile() -> None:
    (made,) = suite.piles("es", 1)
    counts = suite.counted(made, suite.traced(made))
    assert counts["copies"] == len(made.copies) and counts["in family"] >= 0.8 * counts["copies"]
    assert counts["own apart"] == counts["own"] > 0
