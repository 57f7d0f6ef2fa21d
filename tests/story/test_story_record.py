"""A story is followed by a pure function of one picklable value."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

import retold
from retold import pipeline, story
from retold.corpus import witnesses
from retold.model import Article, Story
from retold.settings import Settings, Statements
from retold.story.tasks import StoryTask, is_parsed
from tests.samples import ferry_articles

QUIET = Settings(statements=Statements(which="none"))


@pytest.fixture
def task() -> Iterator[StoryTask]:
    """The story of the ferry, with its alignments known."""
    with pipeline.gathered(ferry_articles(), QUIET) as job:
        yield next(one for one in pipeline.tasks(job) if len(one.articles) > 1)


def test_a_task_holds_the_articles_of_its_story_and_their_pairs(task: StoryTask) -> None:
    assert tuple(one.id for one in task.articles) == task.story.articles == ("a0", "a1", "a3")
    assert set(task.pairs) <= {("a0", "a1"), ("a0", "a3"), ("a1", "a3")}
    assert len(task.alignments) == len(task.pairs) > 0


def test_a_task_that_was_pickled_gives_the_same_record(task: StoryTask) -> None:
    assert story.record(pickle.loads(pickle.dumps(task))) == story.record(task)


def test_what_is_not_known_of_alignments_is_aligned(task: StoryTask) -> None:
    bare = StoryTask(task.story, task.articles, task.furniture, task.pairs, task.settings)
    assert story.record(bare) == story.record(task)


def test_a_record_can_be_sent_and_speaks_of_its_story_alone(task: StoryTask) -> None:
    found = story.record(task)
    assert pickle.loads(pickle.dumps(found)) == found
    assert {change.story for change in found.changes} == {task.story.id}
    assert {(pair.a, pair.b) for pair in found.alignments} >= set(task.pairs)
    assert found.statements == ()


def test_a_worker_parses_the_stories_that_are_to_be_parsed(task: StoryTask) -> None:
    loud = StoryTask(task.story, task.articles, task.furniture, task.pairs, Settings())
    assert story.worker(0)(loud).statements
    assert not story.worker(0)(task).statements
    assert is_parsed(task.story, Settings()) and not is_parsed(task.story, QUIET)


def test_a_task_is_printed_on_one_line(task: StoryTask) -> None:
    assert repr(task).startswith(f"<StoryTask {task.story.id}: 3 articles")


def test_names_of_unseen_sources_begin_with_their_story_and_changes_use_them() -> None:
    texts = [one.text for one in ferry_articles()[:1]] * 4
    shown = [
        f"(Gannet Wire) - {text} Copy {k} adds that the quay was quiet all day."
        for k, text in enumerate(texts)
    ]
    found = retold.trace([retold.Article(f"unseen-{k}", text) for k, text in enumerate(shown)], QUIET)
    (one,) = found.stories
    unseen = {node.id for node in found.lineages[one.id].nodes if not node.seen}
    ends = {end for change in found.changes for end in (change.source, change.copy)}
    assert all(name.startswith(one.id) for name in unseen) and unseen
    assert ends <= unseen | set(one.articles)


def test_several_tasks_at_a_time_give_the_same_records(task: StoryTask) -> None:
    assert story.workers(0)([task, task]) == [story.record(task)] * 2


def test_an_article_that_stands_alone_is_told_as_if_all_had_been_read_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "LISSEL, 4 May (Corran Wire) - The barge Tern sank on Monday; 12 men swam ashore, 3 are missing."
    plain = Article("b", "A barge sank off the mole on Monday with 12 men on board.", "Mole Post")
    for article in (Article("a", text, "Quay Post", published="2016-05-05"), plain):
        task = StoryTask(Story("s", (article.id,), ((article.id,),), 1.0), (article,), (), (), Settings())
        short, whole = story.record(task), witnesses.witness(article, Settings())
        assert whole.dates
        with monkeypatch.context() as patch:
            patch.setattr(witnesses, "credited", lambda *_, whole=whole: whole)
            assert story.record(task) == short
