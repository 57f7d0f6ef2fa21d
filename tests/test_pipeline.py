"""The order of the job: the same trace in memory, on disk, in parts and from several processes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import retold
from evaluation.generator import stories as generated
from retold import pipeline
from retold.archive import store
from retold.settings import Settings, Statements
from retold.story import record
from tests.samples import ferry_articles

QUIET = Settings(statements=Statements(which="none"))


def test_a_trace_written_in_parts_is_the_trace_in_memory(tmp_path: Path) -> None:
    settings = Settings(statements=Statements(which="none"))
    whole = retold.trace(ferry_articles(), settings)
    given = retold.trace(ferry_articles(), settings, into=tmp_path / "t.trace")
    whole.save(tmp_path / "u.trace")
    assert given == store.load(tmp_path / "u.trace")
    assert given.stories == whole.stories
    assert given.changes == whole.changes
    assert len(whole.changes) > 0


def test_one_process_and_two_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [one for seed in ("tide", "mole", "lamp") for one in generated.story(seed, size=4).articles]
    alone = retold.trace(articles)
    monkeypatch.setattr(pipeline, "_REPAYS", 1)
    monkeypatch.setenv("RETOLD_PROCESSES", "2")
    assert retold.trace(articles) == alone
    assert alone.statements and alone.changes and alone.alignments


def test_a_story_followed_again_by_itself_gives_what_the_trace_has() -> None:
    articles = ferry_articles()
    whole = retold.trace(articles)
    with pipeline.gathered(articles, Settings()) as job:
        for task in pipeline.tasks(job):
            found = replace(record(task), unread=())  # a stored record has no such field
            assert found == whole.story(task.story.id)


def test_stories_of_an_earlier_trace_keep_their_ids() -> None:
    late = ferry_articles()[1:]
    before = retold.trace(late, QUIET)
    natural = retold.trace(ferry_articles(), QUIET)
    after = retold.pipeline.trace(ferry_articles(), QUIET, known=before.stories)
    kept = {one.id for one in before.stories}
    assert not kept <= {one.id for one in natural.stories}  # a0 was published before the founder
    assert kept <= {one.id for one in after.stories}
    assert all(change.story in kept for change in after.changes)


def test_an_added_article_leaves_what_it_does_not_touch_as_it_was() -> None:
    two = [generated.story(seed, size=5).articles for seed in ("buoy", "winch")]
    before = retold.trace([*two[0], *two[1][:-1]])
    after = retold.trace([*two[0], *two[1]])
    untouched = {one.id for one in before.stories} & {one.id for one in after.stories}
    ours = {a.id for a in two[0]}
    here = [s for s in before.stories if set(s.articles) <= ours]
    assert here and {one.id for one in here} <= untouched
    for one in here:
        old, new = before.story(one.id), after.story(one.id)
        assert [n.id for n in old.lineage.nodes] == [n.id for n in new.lineage.nodes]
        assert [c.id for c in old.changes] == [c.id for c in new.changes]
        assert [c.id for c in old.claims] == [c.id for c in new.claims]
    assert {s.id for s in before.statements} <= {s.id for s in after.statements}


def test_articles_with_ids_like_those_of_unseen_sources_are_articles() -> None:
    named = [
        retold.Article(f"unseen-{n}", one.text, outlet=one.outlet) for n, one in enumerate(ferry_articles())
    ]
    found = retold.trace(named, QUIET)
    seen = {node.id: node.seen for way in found.lineages.values() for node in way.nodes}
    assert all(seen[one.id] for one in named)


def test_the_manifest_says_with_which_numbers_it_was_made(tmp_path: Path) -> None:
    found = retold.trace(ferry_articles(), QUIET, tmp_path / "t.trace")
    assert found.manifest["seed"] == QUIET.lineage.seed
    assert len(str(found.manifest["parameters"])) == 16


def test_stories_are_sent_some_at_a_time_and_parsed_ones_at_once() -> None:
    quiet, loud = Settings(statements=Statements(which="none")), Settings(statements=Statements(which="all"))
    with pipeline.gathered(ferry_articles(), quiet) as job:
        tasks = list(pipeline.tasks(job))
    assert [len(one) for one in pipeline._together(tasks, most=4)] == [2, 1]
    assert [one for some in pipeline._together(tasks) for one in some] == tasks
    assert [len(one) for one in pipeline._together([replace(one, settings=loud) for one in tasks])] == [
        1,
        1,
        1,
    ]
