"""Decisions on a story are told in words, with who and when."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from retold.archive.store import Trace
from retold.decisions import Decision, kinds
from retold.report import page
from retold.views import decided, findings, index, loci
from retold.views.decided import Standing

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
    standing = Standing((signed,))
    [line] = decided.of_story(found, trace.stories[0], (), standing).lines
    assert words in line.words and line.who == "Ann" and line.when.endswith("UTC")
    assert line.state == (decided.NEXT if one.kind in decided.WIDE else decided.IDLE)
    assert decided.of_story(found, trace.stories[1], (), standing).lines == ()


def test_a_decision_stands_as_it_counts(trace: Trace) -> None:
    found, story = index.of_trace(trace), trace.stories[0]
    one = kinds.made(Decision("change_false", changes=("swap",), story="s1"), "Ann")
    shown = frozenset((one.id,))

    def state(standing: Standing) -> list[str]:
        return [line.state for line in decided.of_story(found, story, (one,), standing).lines]

    assert state(Standing((one,), shown)) == [""]
    assert state(Standing((one,), begun=True)) == [decided.BEGUN]
    assert state(Standing((), shown)) == [decided.GONE]
    assert state(Standing()) == []  # taken back, and told anew without it


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
    made = decided.with_forms(decided.Decided(), found, story, "t", "d.jsonl")
    assert {one.value for one in made.versions if one.seen} == set(story.articles)
    assert any(not one.seen for one in made.versions)
    assert "Ivo Tarrant" in made.persons


def test_a_form_names_the_changes_and_the_mouths_of_a_finding(trace: Trace) -> None:
    found, story = index.of_trace(trace), trace.stories[0]
    every = findings.of_loci(loci.of_story(found, story.id), found)
    assert {c for one in every for c in json.loads(decided.change_ids(one))} <= {c.id for c in trace.changes}
    [mouths] = [one for one in every if one.in_two_mouths]
    assert set(decided.in_mouths(mouths)) == {"Ivo Tarrant", "Signe Aldous"}
