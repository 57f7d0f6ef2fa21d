"""What was decided counts at once in what concerns one story, and the trace is read again when it is anew."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from retold import adding, pipeline
from retold.archive import store
from retold.archive.store import Trace
from retold.decisions import Decision, kinds, ledger
from retold.errors import StoreError
from retold.model import Article
from retold.server import latest, retelling
from retold.server.app import application
from retold.server.catalogue import Asked
from retold.server.guard import Access
from retold.server.latest import Latest
from retold.server.retelling import Told
from retold.server.served_traces import ServedTrace
from retold.settings import Settings
from tests import crane
from tests.server.asking import Asker
from tests.server.conftest import silent

NEWS = "The ferry to Osk was cancelled on Friday because of ice in the sound, the Osk ferry company said."


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Trace, Path]:
    """The crane articles as they are really traced, and where that is kept."""
    place = tmp_path_factory.mktemp("kept") / "crane.trace"
    articles = [
        Article(name, text, outlet=outlet, title=title, published=when)
        for name, text in crane.TEXTS.items()
        for outlet, title, when in [crane.OUTLETS[name]]
    ]
    return pipeline.trace(articles, Settings(), place), place


@pytest.fixture
def traced(kept: tuple[Trace, Path]) -> Trace:
    return kept[0]


@pytest.fixture
def stored(kept: tuple[Trace, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Path(shutil.copytree(kept[1], tmp_path / "crane.trace"))


@pytest.fixture
def served(stored: Path) -> Iterator[ServedTrace]:
    made = ServedTrace(store.load(stored), Settings(), silent, stored, stored / ledger.NAME)
    yield made
    made.close()


def largest(served: ServedTrace) -> int:
    stories = list(served.trace.stories)
    return max(range(len(stories)), key=lambda n: len(stories[n].articles))


def decide(served: ServedTrace, one: Decision) -> Decision:
    assert served.decisions is not None
    return ledger.add(served.decisions, one, "Ann")


def told(served: ServedTrace) -> Told:
    return served.told(largest(served), 120)


def test_a_story_told_anew_without_decisions_is_what_the_trace_has(served: ServedTrace) -> None:
    part = served.parts.of(largest(served))
    assert retelling.retold(part, (), ()).part == part


def test_a_false_change_is_gone_at_once_and_back_when_taken_back(served: ServedTrace) -> None:
    part = told(served).part
    change = part.changes[0]
    one = decide(served, Decision("change_false", story=part.stories[0].id, changes=(change.id,)))
    now = told(served)
    assert change.id not in {c.id for c in now.part.changes} and now.shown == {one.id}
    assert len(now.part.changes) == len(part.changes) - 1
    assert served.decisions is not None
    ledger.undo(served.decisions, one.id, "Ann")
    assert told(served).part == part


def test_a_tie_that_is_none_is_gone_at_once(served: ServedTrace) -> None:
    part = told(served).part
    edge = next(iter(part.lineages.values())).derivations[0]
    decide(served, Decision("not_a_copy", articles=(edge.source, edge.copy)))
    [lineage] = told(served).part.lineages.values()
    assert {edge.source, edge.copy} not in [{e.source, e.copy} for e in lineage.derivations]


def test_one_person_has_one_name_at_once(served: ServedTrace) -> None:
    part = told(served).part
    decide(served, Decision("same_person", names=("Ivo T.", "Ivo Tarrant"), story=part.stories[0].id))
    names = {one.speaker_name for one in told(served).part.statements}
    assert "Ivo T." in names and "Ivo Tarrant" not in names


def test_words_said_to_be_furniture_are_marked_at_once(served: ServedTrace) -> None:
    decide(served, Decision("furniture", articles=("observer",), words=crane.FOOT))
    now = told(served).part
    [words] = [s.of(crane.TEXTS["observer"]) for s, why in now.furniture if why == "furniture by hand"]
    assert words == crane.FOOT
    assert all(crane.FOOT[:20] not in str(one.after) for one in now.changes)


def test_other_stories_stay_as_they_are(served: ServedTrace) -> None:
    other = next(n for n, one in enumerate(served.trace.stories) if len(one.articles) == 1)
    decide(served, Decision("change_false", story=told(served).part.stories[0].id, changes=("x",)))
    assert served.told(other).shown == frozenset() and not served.told(other).begun


def test_a_page_says_which_decisions_count_and_which_wait(served: ServedTrace) -> None:
    part = told(served).part
    story = part.stories[0]
    change = decide(served, Decision("change_false", story=story.id, changes=(part.changes[0].id,)))
    decide(served, Decision("split", story=story.id, articles=("voice",)))
    idle = decide(served, Decision("change_false", story=story.id, changes=("none",)))
    told(served)
    asker = Asker(application(served, Access(), who="Ann"))
    text = asker.get(f"/stories/{served.catalogue.name(largest(served))}").text
    lines = text.partition('id="decided"')[2].split("<li>")
    assert "counts with the next run" in next(one for one in lines if "a story apart" in one)
    assert "1 decision on this story counts with the next run." in text
    mine = [one.partition("</li>")[0] for one in lines if f'value="{change.id}"' in one]
    assert mine and "next run" not in mine[0] and "changes nothing" not in mine[0]
    [other] = [one for one in lines if f'value="{idle.id}"' in one]
    assert "changes nothing here" in other
    first = asker.get("/").text
    assert "3 decisions by hand are not in this trace yet" in first
    assert "decided: counts with the next run" in first


def test_machines_get_the_story_as_it_was_decided(served: ServedTrace) -> None:
    part = told(served).part
    decide(served, Decision("change_false", story=part.stories[0].id, changes=(part.changes[0].id,)))
    told(served)
    name = served.catalogue.name(largest(served))
    rows = Asker(application(served, Access())).get(f"/stories/{name}.json").rows
    assert part.changes[0].id not in {row.get("id") for row in rows if row["type"] == "change"}


def test_a_page_does_not_wait_for_ever(served: ServedTrace, monkeypatch: pytest.MonkeyPatch) -> None:
    part = told(served).part

    def slow(*_: object) -> Told:
        time.sleep(1.5)
        return Told(part, frozenset())

    monkeypatch.setattr(retelling, "retold", slow)
    monkeypatch.setattr(retelling, "_PATIENCE", 0.01)
    decide(served, Decision("change_false", story=part.stories[0].id, changes=(part.changes[0].id,)))
    assert served.told(largest(served), 0.01).begun
    asker = Asker(application(served, Access(), who="Ann"))
    text = asker.get(f"/stories/{served.catalogue.name(largest(served))}").text
    assert "data-again>This story is being told anew" in text and "is being counted" in text


def test_a_decision_of_the_trace_that_is_in_no_file_can_be_taken_back(stored: Path) -> None:
    trace = store.load(stored)
    story = max(trace.stories, key=lambda one: len(one.articles))
    one = kinds.made(Decision("split", story=story.id, articles=("voice",)), "Bea")
    made = replace(trace, manifest={**trace.manifest, "decisions": [kinds.row_of(one)]})
    served = ServedTrace(made, Settings(), silent, None, stored / ledger.NAME)
    asker = Asker(application(served, Access(), who="Ann"))
    name = served.catalogue.name(largest(served))
    assert (
        "next run" not in asker.get(f"/stories/{name}").text.partition('id="decided"')[2].partition("<p")[0]
    )
    form = [("token", token(asker, f"/stories/{name}")), ("id", one.id)]
    assert asker.post("/decisions/undo", form).status == 303
    assert served.holding() == () and served.waiting() == [one]
    assert "it counts until the next run" in asker.get(f"/stories/{name}").text
    served.close()


# ---- the trace is written anew ----


def token(asker: Asker, path: str) -> str:
    return asker.get(path).text.partition('name="token" value="')[2].partition('"')[0]


def test_a_trace_that_was_added_to_is_read_again(served: ServedTrace, stored: Path) -> None:
    asker = Asker(application(served, Access()))
    assert "ferry company" not in asker.get("/search?q=ferry").text
    adding.add(stored, [Article("ferry", NEWS, outlet="Osk Post")])
    time.sleep(0.6)
    assert _eventually(lambda: "Osk Post" in asker.get("/search?q=ferry").text)


def _eventually(holds: object) -> bool:
    for _ in range(100):
        if holds():  # type: ignore[operator]
            return True
        time.sleep(0.1)
    return False


def test_a_trace_that_cannot_be_read_again_is_served_as_it_was(served: ServedTrace, stored: Path) -> None:
    def fails(_: ServedTrace) -> ServedTrace:
        raise StoreError("torn", "mend it")

    now = Latest(served, fails)
    (stored / "manifest.json").write_text("{", encoding="utf-8")
    assert now.current() is served
    time.sleep(0.6)
    assert now.current() is served


def test_a_trace_in_memory_stays_what_it_is(traced: Trace) -> None:
    served = ServedTrace(traced, Settings(), silent)
    assert Latest(served).current() is served and latest.stamp_of(None) is None
    served.close()


def test_the_trace_is_made_anew_from_a_page(served: ServedTrace, stored: Path) -> None:
    story = served.trace.stories[largest(served)]
    decide(served, Decision("split", story=story.id, articles=("voice", "quayside")))
    asker = Asker(application(served, Access(), who="Ann"))
    answer = asker.post("/decisions/count", [("token", token(asker, "/"))])
    assert answer.status == 303
    name = answer.headers["location"].rpartition("/")[2]
    assert _eventually(lambda: asker.get(f"/jobs/{name}.json").rows["done"])
    assert 'href="../"' in asker.get(f"/jobs/{name}").text
    assert _eventually(lambda: "not in this trace yet" not in asker.get("/").text)
    assert sorted(("voice", "quayside")) in [sorted(one.articles) for one in store.load(stored).stories]


def test_stories_are_merged_by_ticking_them(served: ServedTrace) -> None:
    asker = Asker(application(served, Access(), who="Ann"))
    names = [f"stories/{served.catalogue.name(n)}" for n in range(2)]
    form = [("token", token(asker, "/")), ("kind", "merge"), *(("stories", name) for name in names)]
    assert asker.post("/decisions", form).headers["location"] == "./"
    firsts = tuple(served.trace.stories[n].articles[0] for n in range(2))
    assert served.ledger().holding[0].articles == firsts


def test_versions_are_split_off_where_they_are_ticked(served: ServedTrace) -> None:
    asker = Asker(application(served, Access(), who="Ann"))
    name = served.catalogue.name(largest(served))
    story = served.trace.stories[largest(served)].id
    form = [("token", token(asker, f"/stories/{name}")), ("a", "voice"), ("a", "evening")]
    assert asker.post(f"/decisions?kind=split&story={story}", form).status == 303
    assert served.ledger().holding[0].articles == ("voice", "evening")


@pytest.mark.parametrize("kind", ["not_a_copy", "same_person", "change_false", "furniture", "merge"])
def test_each_decision_has_its_form_on_the_page_of_a_story(served: ServedTrace, kind: str) -> None:
    asker = Asker(application(served, Access(), who="Ann"))
    path = f"/stories/{served.catalogue.name(largest(served))}"
    assert f'name="kind" value="{kind}"' in asker.get(path).text
    assert 'name="kind"' not in Asker(application(served, Access())).get(path).text


def test_a_tie_is_denied_where_its_evidence_stands(served: ServedTrace) -> None:
    asker = Asker(application(served, Access(), who="Ann"))
    text = asker.get(f"/stories/{served.catalogue.name(largest(served))}").text
    tie = text.partition('<p class="tie">Took text from')[2].partition("<ul")[0]
    named = [piece.partition('"')[0] for piece in tie.split('name="articles" value="')[1:]]
    [lineage] = told(served).part.lineages.values()
    assert set(named) in [{edge.source, edge.copy} for edge in lineage.derivations]


def test_facets_count_what_is_asked_for(served: ServedTrace) -> None:
    every = {f.key: f.count for group in served.catalogue.facets() for f in group.values}
    none = Asked(words="zeppelin")
    assert any(every.values())
    assert not any(f.count for group in served.catalogue.facets(none) for f in group.values)
    all_of_it = {f.key: f.count for g in served.catalogue.facets(Asked(words="crane")) for f in g.values}
    assert all_of_it == every
