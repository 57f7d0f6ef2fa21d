"""Decisions on a story are told in words, with who and when."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from retold.archive.store import Trace
from retold.decisions import Decision, kinds
from retold.report import page
from retold.views import decided, findings, index, loci

ALL = [
    (Decision("not_a_copy", articles=("beacon", "tidings")), "took text from the other"),
    (Decision("same_person", names=("Ivo Tarrant", "Tarrant"), story="s1"), "Tarrant is Ivo Tarrant."),
    (Decision("furniture", articles=("beacon",), words="Read on"), "“Read on” in"),
    (Decision("merge", articles=("beacon", "x")), "are one."),
    (Decision("split", articles=("beacon",), story="s1"), "a story apart."),
    (Decision("change_false", changes=("swap",)), "1 change between versions is false."),
]


@pytest.mark.parametrize(("one", "words"), ALL)
def test_each_kind_has_a_sentence(trace: Trace, one: Decision, words: str) -> None:
    found = index.of_trace(trace)
    signed = kinds.made(one, "Ann")
    [line] = decided.of_story(found, trace.stories[0], (), [signed]).lines
    assert words in line.words and line.who == "Ann" and line.when.endswith("UTC") and not line.replayed
    assert decided.of_story(found, trace.stories[1], (), [signed]).lines == ()


def test_a_trace_shows_what_it_was_made_with(trace: Trace) -> None:
    one = kinds.made(Decision("split", articles=("x",), story="s1", note="<b>two</b> fires"), "Ann")
    made = replace(trace, manifest={**trace.manifest, "decisions": [kinds.row_of(one), {"kind": "burn"}, 3]})
    assert decided.replayed(made) == (one,)
    assert decided.sentence(made) == "1 decision by hand counts here (by Ann)." and not decided.sentence(
        trace
    )
    text = page.html(made)
    assert "Decided by hand" in text and "&lt;b&gt;two" in text and "next run" not in text
    assert "Decided by hand" not in page.html(trace)


def test_what_may_be_decided_is_listed(trace: Trace) -> None:
    found, story = index.of_trace(trace), trace.stories[0]
    every = findings.of_loci(loci.of_story(found, story.id), found)
    made = decided.with_forms(decided.Decided(), found, story, every, "t", "d.jsonl")
    assert {one.value for one in made.versions if one.seen} == set(story.articles)
    assert any(not one.seen for one in made.versions)
    assert {c for one in made.changes for c in json.loads(one.value)} <= {c.id for c in trace.changes}
    assert "Ivo Tarrant" in made.persons
