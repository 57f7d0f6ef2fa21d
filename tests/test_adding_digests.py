"""A digest in a trace that grows: its sources come and go with the articles, and nothing else moves."""

from __future__ import annotations

from pathlib import Path

import retold
from retold.settings import Settings, Statements
from tests.digests import NAMES, digest, dispatch

QUIET = Settings(statements=Statements(which="none"))


def grown(place: Path, *parts: list[retold.Article], remove: tuple[str, ...] = ()) -> retold.Trace:
    first, *rest = parts
    trace = retold.trace(first, QUIET, into=place)
    for part in rest:
        trace = trace.add(part)
    return trace.add([], remove=remove) if remove else trace


def sources(trace: retold.Trace) -> list[str]:
    return [name for one in trace.stories if "brief" in one.articles for name in one.sources]


def test_a_digest_that_is_added_joins_nothing(tmp_path: Path) -> None:
    trace = grown(tmp_path / "t", [dispatch(name) for name in NAMES], [digest(NAMES[:3])])
    assert sources(trace) == list(NAMES[:3])
    assert all(len(one.articles) == 1 for one in trace.stories)


def test_what_was_added_in_turns_is_what_one_run_finds(tmp_path: Path) -> None:
    every = [*map(dispatch, NAMES), digest(NAMES[:4])]
    whole = retold.trace(every, QUIET)
    trace = grown(tmp_path / "t", every[2:], every[:2])
    assert list(trace.stories) == list(whole.stories)
    assert dict(trace.lineages.items()) == dict(whole.lineages.items())


def test_a_report_that_comes_later_becomes_a_source_under_the_same_story(tmp_path: Path) -> None:
    before = retold.trace([*map(dispatch, NAMES[1:]), digest(NAMES[:3])], QUIET)
    trace = grown(tmp_path / "t", [*map(dispatch, NAMES[1:]), digest(NAMES[:3])], [dispatch("bees")])
    assert sources(before) == list(NAMES[1:3])
    assert sources(trace) == list(NAMES[:3])
    named = [one.id for one in before.stories if "brief" in one.articles]
    assert named == [one.id for one in trace.stories if "brief" in one.articles]


def test_a_source_that_is_removed_is_named_no_longer(tmp_path: Path) -> None:
    trace = grown(tmp_path / "t", [*map(dispatch, NAMES), digest(NAMES[:3])], remove=("organ",))
    assert sources(trace) == ["bees", "mint"]
    assert {edge.source for one in trace.lineages.values() for edge in one.derivations} == {"bees", "mint"}
