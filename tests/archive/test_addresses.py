"""Traces at an address: sent whole, fetched when read, never half there."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from retold import adding
from retold.archive import addresses, files, sql, store
from retold.errors import StoreError
from retold.settings import Settings, Statements

QUIET = Settings(statements=Statements(which="none"))
DISPATCH = (
    "The lock at Ostrel jammed on Sunday with four grain barges inside it, the canal office said. "
    "Divers freed the northern gate before dusk and traffic went on by night. "
    "Nobody was hurt and no grain was lost, the office added."
)


def articles(*outlets: str) -> list[retold.Article]:
    return [retold.Article(one, DISPATCH, outlet=one, published="2031-04-06") for one in outlets]


@pytest.fixture
def address(tmp_path: Path) -> str:
    """Of a folder; whatever pyarrow reaches by an address is written and read the same way."""
    return f"file://{tmp_path.resolve()}/far/ostrel.trace"


def test_a_trace_is_sent_to_an_address_and_read_from_there(address: str, tmp_path: Path) -> None:
    made = retold.trace(articles("Canal Post", "Lock Herald"), QUIET, into=address)
    assert sorted(one.id for one in made.articles) == ["Canal Post", "Lock Herald"]
    read = store.load(address)
    assert [one.articles for one in read.stories] == [one.articles for one in made.stories]
    there = sorted(one.name.partition("-")[0] for one in (tmp_path / "far/ostrel.trace").iterdir())
    assert there == ["manifest.json", "tables"]
    assert list(sql.answer(address, "SELECT count(*) FROM articles")[1]) == [(2,)]


def test_a_newer_trace_takes_the_place_of_the_older_one(address: str, tmp_path: Path) -> None:
    retold.trace(articles("Canal Post"), QUIET, into=address)
    assert len(store.load(address).articles) == 1
    store.load(address).add(articles("Lock Herald")).save(address)
    assert len(store.load(address).articles) == 2
    assert len(list((tmp_path / "far/ostrel.trace").glob("tables-*"))) == 1


def test_adding_to_what_was_fetched_leaves_the_address_as_it_is(address: str) -> None:
    retold.trace(articles("Canal Post"), QUIET, into=address)
    more = store.load(address).add(articles("Lock Herald"))
    assert len(more.articles) == 2
    assert len(store.load(address).articles) == 1
    with pytest.raises(StoreError, match="on this machine"):
        adding.add(address, articles("Lock Herald"))


def test_an_unchanged_trace_is_fetched_once(address: str) -> None:
    retold.trace(articles("Canal Post"), QUIET, into=address)
    first = addresses.here(address)
    assert addresses.here(address) == first
    retold.trace(articles("Lock Herald"), QUIET, into=address)
    assert addresses.here(address) != first


def test_where_something_else_stands_nothing_is_begun(address: str, tmp_path: Path) -> None:
    place = tmp_path / "far/ostrel.trace"
    place.mkdir(parents=True)
    (place / "list.txt").write_text("bread")
    with pytest.raises(StoreError, match="no trace stands there"):
        files.check_place(address)
    assert (place / "list.txt").read_text() == "bread"


@pytest.mark.parametrize("place", ["nowhere://desk/ostrel.trace", "s3://"])
def test_an_address_that_cannot_be_reached_is_told_before_any_work(place: str) -> None:
    def never() -> object:
        raise AssertionError("read")

    with pytest.raises(StoreError, match=place):
        retold.trace((never() for _ in range(1)), QUIET, into=place)


def test_no_trace_at_an_address_is_told(address: str) -> None:
    with pytest.raises(StoreError, match="no trace there"):
        store.load(address)


def test_what_fails_on_the_way_is_not_sent(address: str) -> None:
    retold.trace(articles("Canal Post"), QUIET, into=address)

    def failing() -> dict[str, object]:
        raise OSError(28, "No space left on device")

    with pytest.raises(StoreError, match="No space left"):
        files.replaced(address, [], failing)
    assert len(store.load(address).articles) == 1


def test_strokes_that_a_path_took_are_given_back(tmp_path: Path) -> None:
    assert addresses.names(Path(f"file://{tmp_path.resolve()}")) == []
    assert addresses.is_one(Path("s3://desk/ostrel.trace"))
