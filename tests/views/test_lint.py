"""No screen of any trace in these tests says what must never be said (see `lint`)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import retold
from evaluation.generator import stories as generated
from retold.archive.store import Trace
from retold.model import Evidence
from retold.report import printed
from retold.views import index
from tests.samples import ferry_articles
from tests.views import lint

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "harbour"


@pytest.mark.long
@pytest.mark.parametrize("seed", ["lint 1", "lint 2", "lint 3"])
def test_generated_stories_are_shown_truly(seed: str) -> None:
    assert lint.faults(retold.trace(generated.story(seed, size=8).articles)) == []


def test_the_examples_are_shown_truly() -> None:
    assert lint.faults(retold.trace(retold.read(str(EXAMPLES)))) == []


def test_the_crane_and_the_ferry_are_shown_truly(trace: Trace) -> None:
    assert lint.faults(trace) == []
    assert lint.faults(retold.trace(ferry_articles())) == []


def test_versions_without_outlets_and_headlines_are_shown_without_their_ids() -> None:
    made = [replace(a, outlet=None, title=None) for a in generated.story("lint 4", size=6).articles]
    assert lint.faults(retold.trace(made)) == []


def test_an_unseen_source_is_told_from_a_seen_version_of_its_name(trace: Trace) -> None:
    agency = [replace(a, outlet="Saltmarsh Wire") if a.id == "voice" else a for a in trace.articles]
    found = index.of_trace(replace(trace, articles=tuple(agency)))
    assert found.label("voice") == "Saltmarsh Wire"
    assert found.label("s1/1/unseen-1") == "Saltmarsh Wire (a text not in this pile)"


def test_evidence_names_versions_and_not_ids(trace: Trace) -> None:
    lineage = trace.lineages["s1"]
    edge = lineage.derivations[-1]
    articles = tuple(replace(a, id="x9f3e2a1b7c4d") if a.id == edge.copy else a for a in trace.articles)
    evidence = (Evidence("time", (), 1.0, "x9f3e2a1b7c4d is stamped later"),)
    nodes = tuple(replace(n, id="x9f3e2a1b7c4d") if n.id == edge.copy else n for n in lineage.nodes)
    edges = (replace(edge, copy="x9f3e2a1b7c4d", evidence=evidence),)
    story = replace(trace.stories[0], articles=tuple(a.id for a in articles if a.id != "council"))
    turned = Trace(articles, (story,), {"s1": replace(lineage, nodes=nodes, derivations=edges)})
    assert not [fault for fault in lint.faults(turned) if "raw id" in fault or "hash" in fault]
    assert printed.HEAD == "bold"
