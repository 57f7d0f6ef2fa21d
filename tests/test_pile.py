"""Articles by number, in memory or in a file; helpers; and a trace that comes in parts."""

from __future__ import annotations

import math
import os
import pickle
import random
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType

import pytest

import retold
from evaluation import generator
from retold import crowds, pile, pipeline, store, wide, workers
from retold.errors import InputError, RetoldError, SettingsError, StoreError
from retold.model import Lineage, Node
from retold.settings import Settings, Statements
from retold.workers import Workers

FERRY = (
    "The ferry Alma ran aground on the Skarn sandbank early on Tuesday with ninety passengers aboard. "
    "Harbour master Ilse Brandt praised the crew for keeping calm while the lifeboats were lowered. "
    "Two fishing boats from Torvik towed the Alma free before noon, and divers found no leak."
)
OTHER = (
    "Bakers in the upper town of Lindau have raised the price of rye bread by nine cents a loaf. "
    "The guild blames a poor harvest and says that millers were the first to ask for more money."
)


def articles() -> list[retold.Article]:
    texts = [
        FERRY,
        FERRY.replace("ninety", "some eighty"),
        OTHER,
        FERRY + " Nobody was hurt.",
        "Tides at noon.",
    ]
    return [
        retold.Article(f"a{k}", text, outlet=f"Post {k}", published=date(2031, 3, 1 + k), extra={"desk": [k]})
        for k, text in enumerate(texts)
    ]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a pile of five articles a large one."""
    monkeypatch.setattr(pile, "_FEW", 2)
    monkeypatch.setattr(pile, "BATCH", 2)


@pytest.mark.usefixtures("small")
def test_a_pile_in_a_file_gives_back_every_article(tmp_path: Path) -> None:
    kept = pile.Pile.gathered(iter(articles()), tmp_path)
    assert kept.file is not None
    assert list(kept) == articles()
    assert [kept[k] for k in range(5)] == articles()
    assert [text for batch in kept.texts() for text in batch] == [one.text for one in articles()]
    assert list(pile.Pile.opened(kept.file)) == articles()
    assert kept.days() == {f"a{k}": float(date(2031, 3, 1 + k).toordinal()) for k in range(5)}


@pytest.mark.usefixtures("small")
def test_what_no_file_can_hold_is_kept_as_words(tmp_path: Path) -> None:
    odd = [replace(one, extra={"desk": MappingProxyType({}), "page": 3}) for one in articles()]
    kept = pile.Pile.gathered(odd, tmp_path)
    assert [one.text for one in kept] == [one.text for one in odd]
    assert kept[0].extra == {"desk": "{}", "page": "3"}


def test_a_small_pile_stays_in_memory(tmp_path: Path) -> None:
    kept = pile.Pile.gathered(articles(), tmp_path)
    assert kept.file is None
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("small")
def test_a_large_pile_gives_the_same_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wide, "Workers", _Here)  # helpers start with the batches of the package
    large = retold.stories(articles())
    monkeypatch.undo()
    assert large == retold.stories(articles())
    assert large[0].families == (("a0", "a1", "a3"),)


@pytest.mark.usefixtures("small")
def test_a_large_pile_in_any_order_gives_the_same_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wide, "Workers", _Here)
    given = [one for k in range(6) for one in generator.story(f"order {k}", size=5).articles]
    pile_of = [retold.Article(f"{n}", one.text, outlet=one.outlet) for n, one in enumerate(given)]
    pile_of += [retold.Article(f"copy {k}", FERRY + " " + OTHER[k:]) for k in range(70)]  # more than are rare
    found = retold.stories(pile_of)
    assert max(len(one.articles) for one in found) >= 70
    random.Random(4).shuffle(pile_of)
    assert retold.stories(pile_of) == found


class _Here:
    """Helpers that work in this process."""

    def __init__(self, begin: object, *given: object) -> None:
        self._work = begin(*given)  # type: ignore[operator]  # a function

    def map(self, tasks: object) -> object:
        return map(self._work, tasks)  # type: ignore[call-overload]  # as Workers.map

    def close(self) -> None:
        """Nothing runs."""


def test_helpers_answer_in_the_order_of_the_tasks() -> None:
    helpers: Workers[int, float] = Workers(_root_of, 2)
    assert list(helpers.map(range(9))) == [math.sqrt(2 * k) for k in range(9)]
    with pytest.raises(ValueError, match="domain"):
        list(helpers.map([-1]))
    helpers.close()


def test_a_helper_that_ends_by_itself_is_told_of_in_one_line() -> None:
    helpers: Workers[int, None] = Workers(_ender)
    with pytest.raises(RetoldError, match="helper process ended"):
        list(helpers.map([3]))
    helpers.close()


def _ender() -> Callable[[int], None]:
    return os._exit


@pytest.mark.parametrize("kind", [SettingsError, InputError, StoreError])
def test_what_a_helper_refuses_comes_back_as_it_was(kind: type[RetoldError]) -> None:
    back = pickle.loads(pickle.dumps(kind("no pile", "give one")))
    assert type(back) is kind
    assert (back.cause, back.cure, str(back)) == ("no pile", "give one", "no pile: give one")


@pytest.mark.skipif(os.name != "posix", reason="sends an interrupt")
def test_an_interrupt_is_left_to_whoever_started_the_helpers() -> None:
    helpers: Workers[int, int] = Workers(_interrupted)
    assert list(helpers.map([1, 2])) == [1, 2]
    helpers.close()


def _interrupted() -> Callable[[int], int]:
    return _interrupt


def _interrupt(number: int) -> int:
    os.kill(os.getpid(), signal.SIGINT)
    return number


def test_a_strange_number_of_helpers_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETOLD_PROCESSES", "²")
    assert workers.count() >= 1


def _root_of(factor: int) -> Callable[[int], float]:
    return partial(_root, factor)


def _root(factor: int, number: int) -> float:
    return math.sqrt(factor * number)


def test_a_trace_written_in_parts_is_the_trace_in_memory(tmp_path: Path) -> None:
    settings = Settings(statements=Statements(which="none"))
    whole = retold.trace(articles(), settings)
    given = retold.trace(articles(), settings, into=tmp_path / "t.trace")
    whole.save(tmp_path / "u.trace")
    assert given == store.load(tmp_path / "u.trace")
    assert given.stories == whole.stories
    assert given.changes == whole.changes
    assert len(whole.changes) > 0


# ---- crowds ----


def test_of_a_crowd_everyone_hangs_somewhere_and_nothing_is_directed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowds, "LARGEST", 2)
    family = [pipeline.witness(one, Settings()) for one in articles() if one.id != "a2"]
    searched, rest = crowds.parted(family)
    assert [one.id for one in searched] == ["a0", "a1"]
    way = Lineage(tuple(Node(one.id, None, True, 1.0) for one in searched), (), ("a0",), (1, 1))
    found = crowds.hung(way, searched, rest)
    assert [node.id for node in found.nodes] == ["a0", "a1", "a3", "a4"]
    assert found.derivations[0].id == "a0→a3" and not any(edge.directed for edge in found.derivations)
    assert found.derivations[0].support > 0.8
    assert found.origins == ("a0",)


def test_a_family_of_usual_size_is_searched_whole() -> None:
    family = [pipeline.witness(one, Settings()) for one in articles()]
    assert crowds.parted(family) == (family, [])


def test_few_siblings_are_all_compared_and_many_with_three_only() -> None:
    few, many = ([f"s{k:02}" for k in range(size)] for size in (4, 40))
    assert len(list(pipeline._laid_side_by_side(few))) == 6
    pairs = list(pipeline._laid_side_by_side(many))
    assert len(pairs) == 39 + 38 + 37 == len(set(pairs))
    assert {i for pair in pairs for i in pair} == set(many)


def test_threads_work_ahead_in_order_and_not_far() -> None:
    asked: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(9):
            asked.append(number)
            yield number

    found = workers.ahead(lambda number: number * number, tasks())
    assert next(found) == 0
    assert len(asked) <= 4
    assert list(found) == [number * number for number in range(1, 9)]


def test_an_error_in_a_thread_is_raised_where_its_result_would_stand() -> None:
    found = workers.ahead(lambda number: 6 // number, [3, 2, 0, 1])
    assert [next(found), next(found)] == [2, 3]
    with pytest.raises(ZeroDivisionError):
        next(found)
