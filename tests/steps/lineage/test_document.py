"""Stamped versions of one document: the posterior over their histories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from retold.model import Credit, Lineage, Span
from retold.settings import LineageSearch
from retold.steps import collate, lineage
from retold.steps.lineage import document, evidence, orient, readings
from retold.steps.lineage.orient import Hypothesis
from retold.tables import Grid

BASE = [f"clause{n}" for n in range(40)]


def edited(text: list[str], **changes: str) -> list[str]:
    """The text with some words replaced: `w3="other"` sets the fourth."""
    changed = {int(key[1:]): word for key, word in changes.items()}
    return [changed.get(place, word) for place, word in enumerate(text)]


def stamped(texts: Mapping[str, list[str]], hours: Mapping[str, str], **about: Mapping[str, str]) -> Grid:
    made = collate.columns(texts)
    dressed = [
        replace(
            w, article=replace(w.article, published=hours.get(w.id), outlet=about.get("outlet", {}).get(w.id))
        )
        for w in made.witnesses
    ]
    return replace(made, witnesses=tuple(dressed))


def hour(number: int) -> str:
    return f"2020-03-04T{number:02}:00:00Z"


def hypothesis(grid: Grid) -> Hypothesis:
    clues = evidence.clues(grid.witnesses, LineageSearch())
    nothing = np.zeros((len(grid.witnesses),) * 2)
    return orient.hypothesis(orient.Observed(grid, readings.read(grid), clues, nothing), [])


def edges(found: Lineage) -> set[tuple[str, str]]:
    return {(e.source, e.copy) for e in found.derivations if e.directed}


B = edited(BASE, w3="second")
C = edited(B, w9="third")
CHAIN = {"a": BASE, "b": B, "c": C, "d": edited(C, w20="fourth")}
HOURS = {name: hour(n + 1) for n, name in enumerate("abcd")}


def test_versions_edited_one_after_another_form_a_chain() -> None:
    found = lineage.infer(stamped(CHAIN, HOURS), LineageSearch())
    assert edges(found) == {("a", "b"), ("b", "c"), ("c", "d")}
    assert (found.origins, found.origins_range) == (("a",), (1, 1))
    assert all(e.support > 0.6 for e in found.derivations)


def test_a_large_revision_that_takes_one_old_word_back_is_still_made_from_the_last_version() -> None:
    """An old word that comes back in a revision of thirty words is no sign of the older source."""
    rewritten = edited(C, **{f"w{n}": f"new{n}" for n in range(10, 38)}, w9="clause9")
    found = lineage.infer(stamped({**CHAIN, "d": rewritten}, HOURS), LineageSearch())
    assert ("c", "d") in edges(found)


def test_a_version_that_has_an_older_text_whole_is_made_from_the_older_one() -> None:
    many = edited(BASE, **{f"w{n}": f"draft{n}" for n in range(10, 18)})
    texts = {"a": BASE, "b": many, "c": edited(many, w19="draft19"), "d": edited(BASE, w38="fourth")}
    assert ("a", "d") in edges(lineage.infer(stamped(texts, HOURS), LineageSearch()))


def test_no_arrow_runs_against_a_clock_of_minutes() -> None:
    reversed_hours = {name: hour(9 - n) for n, name in enumerate("abcd")}
    found = lineage.infer(stamped(CHAIN, reversed_hours), LineageSearch())
    assert all(reversed_hours[u] < reversed_hours[v] for u, v in edges(found))


def test_the_support_of_an_edge_is_what_all_histories_give_it() -> None:
    one = hypothesis(stamped(CHAIN, HOURS))
    found = document.posterior(one)
    assert found.edges.sum(axis=0) == pytest.approx([0.0, 1.0, 1.0, 1.0], abs=1e-3)
    graph = document.graph(found, 0.6)
    assert graph.edges[1, 2].support == pytest.approx(found.edges[1, 2])


def test_a_source_that_is_nearly_as_likely_gives_an_alternative() -> None:
    twice = {**CHAIN, "d": edited(BASE, w3="second", w9="fourth", w30="more")}  # b's or c's
    found = lineage.infer(stamped(twice, HOURS), LineageSearch())
    likely = document.posterior(hypothesis(stamped(twice, HOURS))).edges[:, 3]
    assert bool(found.alternatives) == (sorted(likely)[-2] >= document.LIKELY)
    for other in found.alternatives:
        assert edges(other) != edges(found)


def test_versions_of_one_minute_get_no_arrow_between_them() -> None:
    found = lineage.infer(stamped({"a": BASE, "b": B}, {"a": hour(1), "b": hour(1)}), LineageSearch())
    assert [e.directed for e in found.derivations] == [False]


def test_reports_of_two_outlets_and_undated_versions_are_no_document() -> None:
    def is_document(hours: Mapping[str, str], outlets: Mapping[str, str]) -> bool:
        grid = stamped(CHAIN, hours, outlet=outlets)
        return document.is_document(evidence.clues(grid.witnesses, LineageSearch()))

    assert is_document(HOURS, {})
    assert is_document(HOURS, dict.fromkeys("abcd", "Harbour Gazette"))
    assert not is_document(HOURS, {**dict.fromkeys("abc", "Harbour Gazette"), "d": "Evening Lantern"})
    assert not is_document({name: HOURS[name] for name in "abc"}, {})


def test_texts_that_follow_each_other_in_time_are_one_document_and_such_as_overlap_are_not() -> None:
    clues = evidence.clues(stamped(CHAIN, HOURS).witnesses, LineageSearch())
    assert document.is_succession([[0, 1], [2, 3]], clues)
    assert not document.is_succession([[0, 2], [1, 3]], clues)


def credited(grid: Grid, *names: str) -> Grid:
    """The grid with a credit to an agency in each version that is named."""
    made = [
        replace(w, credits=(Credit(Span(w.id, 0, 5), "Gull Wire", "origin of the report", 0.9),))
        if w.id in names
        else w
        for w in grid.witnesses
    ]
    return replace(grid, witnesses=tuple(made))


HOUSE = {"outlet": dict.fromkeys("abcd", "Harbour Post")}


def test_a_house_that_prints_an_agency_has_its_later_versions_from_its_own_first_one() -> None:
    found = lineage.infer(credited(stamped(CHAIN, HOURS, **HOUSE), *"abcd"), LineageSearch())
    unseen = next(node for node in found.nodes if not node.seen)
    assert unseen.name == "Gull Wire"
    assert edges(found) == {(unseen.id, "a"), ("a", "b"), ("b", "c"), ("c", "d")}
    assert found.origins == (unseen.id,)


def test_versions_that_credit_different_sources_are_no_document() -> None:
    grid = credited(stamped(CHAIN, HOURS, **HOUSE), "a", "b")
    assert not document.is_document(evidence.clues(grid.witnesses, LineageSearch()))
