"""Which statements and figures are one claim: by kind, by partners, and in a time that grows with the texts."""

from __future__ import annotations

import time
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import retold
from retold.language.numbers import Figure
from retold.model import Article, Span
from retold.settings import Settings
from retold.steps.claims import matching
from retold.steps.claims.occurrences import Occurrence

OPTIONS = Settings()


# ---- many prints of one sentence ----

FIGURES = [Figure(0, 1, reading, unit) for reading in (3.0, 300.0) for unit in ("", "km")]
PLACES = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(FIGURES), st.sets(st.sampled_from("uvwx"), min_size=1)),
    max_size=9,
)


def counted(place: int, article: int, figure: Figure, terms: set[str]) -> Occurrence:
    name = f"a{article}"
    span = (Span(name, place, place + 1),)
    words, head = np.array([place], np.int32), min(terms)
    return Occurrence(name, span, words, frozenset(terms), figure.reading, 0.9, figure=figure, head=head)


@given(PLACES)
def test_figures_are_grouped_by_kind_as_if_every_pair_of_prints_were_compared(
    places: list[tuple[int, Figure, set[str]]],
) -> None:
    found = [counted(place, *one) for place, one in enumerate(places)]
    values = {o.article: {p.reading for p in found if p.article == o.article} for o in found}
    part = list(range(len(found)))
    for (i, one), (j, other) in combinations(enumerate(found), 2):
        apart = one.article != other.article and one.terms & other.terms
        clash = one.reading != other.reading and (
            one.reading in values[other.article] or other.reading in values[one.article]
        )
        if apart and not clash and matching._same_event(one, other):
            part = [part[i] if p == part[j] else p for p in part]
    whole = [[found[k] for k, p in enumerate(part) if p == top] for top in sorted(set(part))]
    expected = {frozenset(map(found.index, one)) for group in whole for one in matching._by_value(group)}
    groups = matching.groups(found, {}, OPTIONS.claims)
    assert {frozenset(found.index(one) for one in group) for group in groups} == expected


@pytest.mark.long
def test_a_figure_that_thousands_print_in_hundreds_of_sentences_is_one_claim() -> None:
    found = [counted(k, k, FIGURES[3], {"pier", "length", f"own{k % 300}"}) for k in range(3000)]
    groups = matching.groups(found, {}, OPTIONS.claims)
    assert [len(group) for group in groups] == [3000]


def test_a_chain_that_would_join_two_values_of_one_article_is_parted_by_value() -> None:
    told = {"crew", "hull", "mast", "oar"}
    three, many = FIGURES[0], FIGURES[2]
    chain = [
        counted(0, 0, three, told),
        counted(1, 1, many, told | {"keel", "rope", "sail"}),
        counted(2, 2, three, told),
        counted(3, 2, many, {"keel", "rope", "sail", "tar"}),
    ]
    groups = matching.groups(chain, {}, OPTIONS.claims)
    assert [{one.reading for one in group} for group in groups] == [{"3"}, {"300"}]


def test_figures_with_little_in_common_around_them_are_two_claims() -> None:
    around = {"patrol", "street", "harbour"}
    one = counted(0, 0, FIGURES[0], {"aged", *around, "baker", "bridge", "flour", "mayor", "oven"})
    other = counted(1, 1, FIGURES[2], {"aged", *around, "pilot", "runway", "storm", "tower", "wing"})
    assert one.reading != other.reading
    assert len(matching.groups([one, other], {}, OPTIONS.claims)) == 2


@pytest.mark.parametrize(("unit", "claims"), [("", 1), ("%", 2), ("ordinal", 2)])
def test_a_share_and_a_rank_are_no_readings_of_a_count(unit: str, claims: int) -> None:
    around = {"home", "lost", "power", "storm"}
    one = counted(0, 0, Figure(0, 1, 7e6), around)
    other = counted(1, 1, Figure(0, 1, 80.0, unit), around)
    assert len(matching.groups([one, other], {}, OPTIONS.claims)) == claims


@pytest.mark.long
def test_versions_full_of_figures_and_quotations_are_gathered_in_time() -> None:
    base = (
        "The harbour master closed the port after a long storm, and every boat stayed at its quay for a week. "
        * 2
    )
    figures = " ".join(str(7 * k % 97) for k in range(900))
    said = " ".join(f"“The boat {7 * k % 97} is old,” said Anna Kael." for k in range(150))
    texts = (f"{base}{figures}. {said}", f"{base}{figures} boats. {said}")
    began = time.process_time()
    found = retold.trace(Article(f"a{k}", text, language="en") for k, text in enumerate(texts))
    assert len(found.articles) == 2 and time.process_time() - began < 15
