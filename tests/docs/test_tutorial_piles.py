"""The answer to each tutorial's pile is the truth that its makers wrote down, no more and no less."""

from __future__ import annotations

import json
from itertools import chain
from typing import Any

import pytest

import retold
from retold.archive.store import Trace
from retold.readers import witnesses
from retold.views import copies
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"
NEWS = ("fact-checker", "wire-desk", "researcher")
GRAVE = {"attribution", "figure", "date", "name", "sense", "quotation", "hedge", "loaded", "credit"}
_TRACED: dict[str, Trace] = {}


def truth(name: str) -> dict[str, Any]:
    return json.loads((EXAMPLES / name / "truth.json").read_text(encoding="utf-8"))


def traced(name: str) -> Trace:
    if name not in _TRACED:
        _TRACED[name] = retold.trace(list(retold.read(EXAMPLES / name)))
    return _TRACED[name]


def sets(groups: Any) -> list[list[str]]:
    return sorted(sorted(one) for one in groups)


@pytest.mark.parametrize("name", [*NEWS, "corpus-cleaner"])
def test_the_reports_are_those_of_the_truth(name: str) -> None:
    families = chain.from_iterable(story.families for story in traced(name).stories)
    assert sets(families) == sets(truth(name)["families"])
    assert list(traced(name).set_aside) == []


def test_the_stories_are_those_of_the_truth() -> None:
    assert sets(s.articles for s in traced("researcher").stories) == sets(truth("researcher")["stories"])


@pytest.mark.parametrize("name", NEWS)
def test_who_had_it_from_whom_is_as_in_the_truth(name: str) -> None:
    lineages = traced(name).lineages.values()
    edges = [edge for one in lineages for edge in one.derivations]
    assert {(e.source, e.copy) for e in edges} == {
        (e["source"], e["copy"]) for e in truth(name)["derivations"]
    }
    assert all(edge.directed for edge in edges)
    assert sorted(chain.from_iterable(one.origins for one in lineages)) == sorted(truth(name)["origins"])
    assert all(node.seen for one in lineages for node in one.nodes)


@pytest.mark.parametrize("name", NEWS)
def test_every_grave_change_is_told_and_no_other(name: str) -> None:
    found = {
        (c.source, c.copy, c.kind, c.before or "", c.after or "")
        for c in traced(name).changes
        if c.kind in GRAVE
    }
    planted = {
        (c["source"], c["copy"], c["kind"], c["before"], c["after"]) for c in truth(name)["grave_changes"]
    }
    assert found == planted


def test_how_much_of_each_paper_is_the_wires_is_as_in_the_truth() -> None:
    held = {one.id: one for one in retold.read(EXAMPLES / "wire-desk")}
    wire = [one for name, one in held.items() if name.startswith("wire/")]
    labels = truth("wire-desk")["reuse"]
    assert {name: retold.reuse(held[name], wire).label for name in labels} == labels


def test_the_copies_of_the_crawl_are_those_of_the_truth() -> None:
    found, known = copies.rows(traced("corpus-cleaner")), truth("corpus-cleaner")
    assert sorted(row.article for row in found if row.keep) == sorted(known["keep"])
    assert {row.article: row.label for row in found} == known["labels"]
    assert {row.article: row.nearest for row in found if not row.keep} == known["copy_of"]


def test_the_ties_of_the_tradition_are_those_of_its_history_and_no_arrow_is_wrong() -> None:
    found = retold.stemma(witnesses.read(EXAMPLES / "textual-scholar" / "fowler.tsv")).derivations
    made = {(one["source"], one["copy"]) for one in truth("textual-scholar")["history"]}
    assert {frozenset((e.source, e.copy)) for e in found} == set(map(frozenset, made))
    assert all((e.source, e.copy) in made for e in found if e.directed)
