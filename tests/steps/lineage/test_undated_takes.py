"""Takes of one house whose times nobody knows: they grow as wholes, however much is reworded on the way."""

from __future__ import annotations

import numpy as np

import retold
from retold.model import Article
from retold.settings import Align, LineageSearch
from retold.steps import collate
from retold.steps.lineage import evidence, readings
from tests.steps.witnesses import witness

FIRST = (
    "The lock at Varn was shut on Friday after a barge rammed the lower gate, the canal office said. "
    "The skipper was taken to hospital with a broken arm. Divers will look at the gate in the morning. "
    "Forty boats are waiting above the town. The office hopes to open one chamber by Sunday."
)
SECOND = (
    "A barge loaded with gravel rammed the lower gate of the lock at Varn on Friday and shut the canal. "
    "The skipper, a man of 58, broke an arm and was taken to hospital. Divers went down at dusk and found "
    "a crack two metres long in the sill, the canal office said late on Friday. Forty boats are waiting "
    "above the town, among them two hotel ships with 190 guests who were brought to the station by bus. "
    "The office hopes to open one chamber by Sunday, but the crack may have to be filled first, it said. "
    "Shippers put their loss at nine thousand marks a day and asked the ministry for help."
)
NOTED = SECOND.replace(" The skipper,", " Police asked the master, who")


def takes(*texts: str, outlet: str | None = "Varn Wire") -> list[Article]:
    return [Article(f"t{n}", text, outlet=outlet) for n, text in enumerate(texts)]


def arrows(*articles: Article) -> set[tuple[str, str]]:
    return {(d.source, d.copy) for d in retold.lineage(articles).derivations if d.directed}


def test_the_longer_of_two_takes_is_the_later_one_though_it_was_rewritten() -> None:
    assert arrows(*takes(FIRST, SECOND)) == {("t0", "t1")}
    assert arrows(*takes(SECOND, FIRST)) == {("t1", "t0")}


def test_texts_of_no_known_house_get_no_such_arrow() -> None:
    assert arrows(*takes(FIRST, SECOND, outlet=None)) == set()


def test_takes_of_about_the_same_length_have_no_order() -> None:
    assert arrows(*takes(SECOND, SECOND.replace("Forty boats", "About forty boats"))) == set()


def test_three_takes_of_one_house_have_no_source_that_nobody_holds() -> None:
    found = retold.lineage(takes(FIRST, SECOND, NOTED))
    assert all(node.seen for node in found.nodes) and len(found.derivations) == 2


def test_words_added_count_where_neither_version_is_lost() -> None:
    grid = collate.columns({"a": ["one", "two", None, None], "b": ["one", "two", "three", "four"]})
    assert evidence.added(readings.read(grid).cells).tolist() == [[0, 0], [0, 0]]
    grid = collate.columns({"a": ["one", "two", "", ""], "b": ["one", "two", "three", "four"]})
    assert evidence.added(readings.read(grid).cells).tolist() == [[0, 2], [-2, 0]]


def test_growth_is_known_of_one_house_alone() -> None:
    grid = collate.collate([witness(FIRST, "a"), witness(SECOND, "b")], Align())
    found = readings.read(grid)
    given = evidence.clues(grid.witnesses, LineageSearch())
    assert not given.of_one_house
    assert np.isnan(evidence.polarity(found, found.states.T, given).grown[0, 1])
