"""Adding to a trace gives what a run over all gives, and does only what may change again."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import retold
from retold import adding, pipeline
from retold.adding import Asked
from retold.archive import files, merging, store
from retold.corpus import memory, wide
from retold.corpus.index import Index
from retold.corpus.memory import Memory
from retold.decisions import Decision, kinds
from retold.errors import InputError, StoreError
from retold.model import Article
from retold.settings import Settings, Statements
from retold.tables import Ties
from tests.samples import FERRY, OTHER, ferry_articles

QUIET = Settings(statements=Statements(which="none"))
FIELDS = ("articles", "stories", "statements", "changes", "claims", "furniture", "set_aside", "alignments")


@cache
def pile() -> tuple[Article, ...]:
    """Thirty articles of ten events: a report, a cut copy and one with a sentence more of each."""
    found = []
    for number in range(10):
        first, second, more = (_sentences(f"{number} {part}") for part in range(3))
        for version, text in enumerate((first + second, first, first[:90] + "\n\n" + more + second)):
            day = f"2031-03-{1 + number + version:02}"
            found.append(Article(f"{number}-{version}", text, outlet=f"Post {version}", published=day))
    return tuple(found)


def _sentences(seed: str) -> str:
    chance = Random(seed)
    words = ["".join(chance.choices("aeiouklmnprst", k=6)) for _ in range(36)]
    return "".join(f"{' '.join(words[at : at + 12]).capitalize()}. " for at in range(0, 36, 12))


def content(trace: store.Trace) -> dict[str, Any]:
    return {**{name: list(getattr(trace, name)) for name in FIELDS}, "lineages": dict(trace.lineages.items())}


def without_ids(trace: store.Trace) -> dict[str, Any]:
    """What a trace says, with nothing that depends on how stories are named."""
    kinds = {
        name: [getattr(one, "kind", None) for one in getattr(trace, name)] for name in ("changes", "claims")
    }
    stories = [(one.articles, one.families, one.cohesion) for one in trace.stories]
    pairs = [(one.a, one.b, one.blocks) for one in trace.alignments]
    return {**kinds, "articles": list(trace.articles), "stories": stories, "alignments": pairs}


def by_the_same_numbers(place: Path, articles: Sequence[Article], stories: Sequence[Any]) -> store.Trace:
    """A run over all articles by what the trace at `place` was counted with; nothing else is known of it."""
    held = memory.load(files.opened(place)[0])
    assert held is not None
    blank = replace(held, ties=held.ties.some([]), stories={}, unread={})  # type: ignore[arg-type]  # no places
    with pipeline.gathered(articles, QUIET, past=pipeline.Past(stories, blank, frozen=True)) as job:
        unread: pipeline.Unread = {}
        head = store.Trace(job.corpus.by_id(), furniture=job.corpus.furniture, set_aside=job.set_aside)
        whole = store.gathered(head, pipeline.noted(pipeline.records(job), unread, set()))
        return replace(whole, set_aside=(*whole.set_aside, *pipeline.language_notes(unread)))


@pytest.mark.long
@given(st.integers(1, 2), st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=6, deadline=None, phases=(Phase.generate,))
def test_adding_is_a_run_over_all_by_the_same_numbers(count: int, chance: Any, mend: bool) -> None:
    articles = list(pile())
    chance.shuffle(articles)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "it.trace")
        first = retold.trace(articles[count:], QUIET, place)
        known, ids = list(first.stories), {one.id for one in first.articles}
        coming = articles[:count]
        if mend:
            coming[0] = replace(articles[-1], text=articles[-1].text + " The mayor wept.")
        now = {one.id: one for one in (*articles[count:], *coming)}
        mixed = list(now.values())
        chance.shuffle(mixed)
        expected = by_the_same_numbers(place, mixed, known)
        news = adding.add(place, coming)
        assert content(store.load(place)) == content(expected)
        assert not news.recounted
        assert {*news.added, *news.corrected} == {one.id for one in coming}
        assert set(news.corrected) == {one.id for one in coming} & ids


@pytest.mark.long
@given(st.integers(5, 20), st.randoms(use_true_random=False))
@settings(max_examples=3, deadline=None, phases=(Phase.generate,))
def test_a_trace_that_grew_by_much_is_a_fresh_run(count: int, chance: Any) -> None:
    articles = list(pile())
    chance.shuffle(articles)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "it.trace")
        first = retold.trace(articles[count:], QUIET, place)
        known, gone = list(first.stories), articles[-1].id
        news = adding.add(place, articles[:count], Asked(remove=(gone,)))
        fresh = retold.trace([one for one in articles if one.id != gone], QUIET, known=known)
        assert news.recounted
        assert content(store.load(place)) == content(fresh)
        assert without_ids(store.load(place)) == without_ids(
            retold.trace([one for one in articles if one.id != gone], QUIET)
        )


def test_only_stories_that_may_have_changed_are_followed_anew(tmp_path: Path) -> None:
    articles = pile()
    retold.trace(articles[:-1], QUIET, tmp_path / "t")
    asked: list[int] = []
    news = adding.add(
        tmp_path / "t", articles[-1:], None, lambda step, _, total: asked.append((step == "tracing") * total)
    )
    assert news.told == 1 and max(asked) == 1
    (version,) = news.versions
    assert (version.article, news.stories) == (articles[-1].id, ())


def test_articles_that_only_come_are_matched_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = pile()
    retold.trace(articles[:-2], QUIET, tmp_path / "t")
    read: list[int] = []
    whole = Index.grams

    def noted(self: Index, progress: Any) -> Any:
        read.append(len(self._corpus))
        return whole(self, progress)

    monkeypatch.setattr(Index, "grams", noted)
    adding.add(tmp_path / "t", articles[-2:-1])
    adding.add(tmp_path / "t", articles[-1:])
    assert read == [1, 1]
    adding.add(tmp_path / "t", [replace(articles[0], text=articles[0].text + " The mayor wept.")])
    assert read == [1, 1, len(articles)]


def test_a_trace_without_an_index_is_matched_anew_and_has_one_then(tmp_path: Path) -> None:
    articles = pile()
    first = retold.trace(articles[:-2], QUIET, tmp_path / "t")
    known = list(first.stories)
    shutil.rmtree(files.opened(tmp_path / "t")[0] / wide.FOLDER)
    expected = by_the_same_numbers(tmp_path / "t", articles[:-1], known)
    adding.add(tmp_path / "t", articles[-2:-1])
    assert content(store.load(tmp_path / "t")) == content(expected)
    assert wide.load(files.opened(tmp_path / "t")[0]) is not None


def test_a_story_keeps_its_number_and_a_merged_one_the_older(tmp_path: Path) -> None:
    left, right = FERRY.split(". ", 1)
    early = Article("early", left + " . " + OTHER, published="2031-03-01")
    late = Article("late", right, published="2031-03-02")
    before = retold.trace([early, late], QUIET, tmp_path / "t")
    older, newer = before.stories
    both = Article("both", FERRY + " " + OTHER, published="2031-03-03")
    news = adding.add(tmp_path / "t", [both])
    (merged,) = retold.load(tmp_path / "t").stories
    assert merged.id == older.id
    assert merged.former == (newer.id,)
    assert news.merged == (merged,)


def test_articles_that_are_there_already_change_nothing(tmp_path: Path) -> None:
    retold.trace(ferry_articles(), QUIET, tmp_path / "t")
    was = files.opened(tmp_path / "t")
    assert adding.add(tmp_path / "t", ferry_articles()[:2]).same == ("a0", "a1")
    assert files.opened(tmp_path / "t") == was


def test_what_is_outside_the_window_goes_and_what_has_no_day_stays(tmp_path: Path) -> None:
    undated = Article("undated", "Nobody knows when the mill at Lindau burned.")
    retold.trace([*ferry_articles(), undated], QUIET, tmp_path / "t")
    later = Article("later", "Eels were counted at Skarn.", published="2031-03-05")
    past = replace(later, published="2021-03-05")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(adding, "_today", lambda: adding.day_number("2031-04-01"))
        news = adding.add(tmp_path / "t", [later, replace(past, id="past")], Asked(days=2))
    assert news.removed == ("a0", "a1")
    assert [one.id for one in retold.load(tmp_path / "t").articles] == ["a2", "a3", "a4", "later", "undated"]


def test_who_is_not_there_cannot_be_removed(tmp_path: Path) -> None:
    retold.trace(ferry_articles(), QUIET, tmp_path / "t")
    with pytest.raises(InputError, match="no article 'a9'"):
        adding.add(tmp_path / "t", (), Asked(remove=("a9",)))
    with pytest.raises(StoreError, match="no trace there"):
        adding.add(tmp_path / "none", ferry_articles())


def test_whoever_fails_on_the_way_leaves_the_old_trace_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "t"
    before = content(retold.trace(ferry_articles()[:3], QUIET, place))

    def failing(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(merging, "_merged", failing)
    with pytest.raises(StoreError, match="can be written"):
        adding.add(place, ferry_articles()[3:])
    monkeypatch.undo()
    assert content(store.load(place)) == before
    assert len(list(place.iterdir())) == 2
    adding.add(place, ferry_articles()[3:])
    assert len(store.load(place).articles) == 5


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_trace_that_remembers_nothing_is_added_to_all_the_same(tmp_path: Path, harm: str) -> None:
    place = tmp_path / "t"
    retold.trace(ferry_articles()[:4], QUIET, place)
    folder = files.opened(place)[0] / memory.FOLDER
    if harm == "gone":
        shutil.rmtree(folder)
    else:
        (folder / "arrays.npz").write_bytes(b"PK")
    assert adding.add(place, ferry_articles()[4:]).recounted
    assert content(store.load(place)) == content(retold.trace(ferry_articles(), QUIET))


def test_one_line_says_that_a_trace_of_other_numbers_was_followed_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "t"
    retold.trace(ferry_articles()[:4], QUIET, place)
    assert not adding.add(place, ferry_articles()[4:]).set_aside
    with monkeypatch.context() as other:
        other.setattr(memory.parameters, "digest", lambda: "others")
        (note,) = adding.add(place, (), Asked(remove=(ferry_articles()[4].id,))).set_aside
        assert note.where == str(place) and "other numbers" in note.why
        assert note not in list(store.load(place).set_aside)
        assert not adding.add(place, ferry_articles()[4:]).set_aside


def test_notes_and_languages_are_those_of_the_articles_that_are_there(tmp_path: Path) -> None:
    finnish = Article(
        "fi",
        "Lautta ajoi karille aamulla ja satamamestari kertoi siitä toimittajille laiturilla.",
        language="fi",
    )
    odd = replace(ferry_articles()[0], published="last week")
    retold.trace([odd, *ferry_articles()[1:], finnish], QUIET, tmp_path / "t")
    adding.add(tmp_path / "t", [ferry_articles()[0]], Asked(remove=("fi",)))
    assert list(retold.load(tmp_path / "t").set_aside) == []


def test_a_loaded_trace_is_added_to_where_it_lies_and_another_in_memory(tmp_path: Path) -> None:
    stored = retold.trace(ferry_articles()[:4], QUIET, tmp_path / "t")
    held = retold.trace(ferry_articles()[:4], QUIET)
    grown, other = (
        stored.add(ferry_articles()[4:], remove=["a2"]),
        held.add(ferry_articles()[4], remove=["a2"]),
    )
    assert content(grown) == content(other) == content(store.load(tmp_path / "t"))
    assert [one.id for one in grown.articles] == ["a0", "a1", "a3", "a4"]


def test_a_memory_is_of_the_articles_of_its_trace(tmp_path: Path) -> None:
    retold.trace(ferry_articles(), QUIET, tmp_path / "t")
    adding.add(tmp_path / "t", [Article("b", OTHER + " So it is.")])
    held = memory.load(files.opened(tmp_path / "t")[0])
    assert isinstance(held, Memory) and isinstance(held.ties, Ties)
    assert sorted(held.ids) == ["a0", "a1", "a2", "a3", "a4", "b"]
    assert set(held.stories) == {one.id for one in retold.load(tmp_path / "t").stories}


# ---- decisions by hand ----


def parted(trace: store.Trace) -> Decision:
    """That the second version of the first event is a story of its own."""
    (home,) = (one for one in trace.stories if "0-1" in one.articles)
    return kinds.made(Decision("split", story=home.id, articles=("0-1",)), "Ada")


def together(trace: store.Trace) -> bool:
    return any({"0-0", "0-1"} <= set(one.articles) for one in trace.stories)


def test_what_was_decided_before_is_replayed_when_articles_are_added(tmp_path: Path) -> None:
    first, more = pile()[:12], pile()[12:15]
    decision = parted(retold.trace(first, QUIET))
    assert together(retold.trace(first, QUIET))
    for place in (None, tmp_path / "it.trace"):
        grown = retold.trace(first, QUIET, place, decisions=[decision]).add(more)
        assert not together(grown)
        assert [row["id"] for row in grown.manifest["decisions"]] == [decision.id]


def test_decisions_that_are_given_take_the_place_of_the_old_ones_though_no_article_comes(
    tmp_path: Path,
) -> None:
    place = tmp_path / "it.trace"
    made = retold.trace(pile()[:12], QUIET, place)
    adding.add(place, (), Asked(decisions=[parted(made)]))
    assert not together(store.load(place))
    adding.add(place, (), Asked(decisions=[]))
    assert together(store.load(place))


def test_a_manifest_with_something_else_for_a_decision_is_told() -> None:
    trace = replace(retold.trace(pile()[:3], QUIET), manifest={"decisions": [{"kind": "guess"}]})
    with pytest.raises(StoreError, match="trace the articles again"):
        trace.add(pile()[3:4])
