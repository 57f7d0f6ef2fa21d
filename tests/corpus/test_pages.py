"""One report that its house shows under several addresses is one version of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from retold import Article
from retold.corpus import pages
from retold.model import SetAside
from retold.settings import Settings, Statements

QUIET = Settings(statements=Statements(which="none"))

TEXT = (
    "The lift bridge at Tarn stuck open on Monday with a coal barge under it, the harbour board said.\n\n"
    "A fitter climbed into the gear with a torch and found a seagull’s nest between the cogs.\n\n"
    "Traffic went round by the old ford until six in the evening, and two buses were stranded there."
)


def page(name: str, address: str | None, **more: str | None) -> Article:
    given = {"outlet": "Tarn Post", "published": "2031-05-06T09:10:00Z", "text": TEXT} | more
    return Article(name, url=address, **given)  # type: ignore[arg-type]


def kept(*given: Article) -> tuple[list[str], list[SetAside]]:
    notes: list[SetAside] = []
    return [one.id for one in pages.once(given, notes)], notes


@pytest.mark.parametrize(
    "address",
    ["https://amp.post.example/bridge", "https://m.post.example/bridge", "https://post.example/print/bridge?print=1",
     "https://tarnpost.mirror.example/bridge"],
)  # fmt: skip
def test_a_page_under_a_further_address_is_set_aside_and_named(address: str) -> None:
    found, (note,) = kept(page("own", "https://post.example/bridge"), page("other", address))
    assert found == ["own"]
    assert (note.where, "own" in note.why, address in note.why) == ("other", True, True)


def test_blanks_capitals_and_a_stamp_that_is_less_exact_or_missing_make_no_other_page() -> None:
    wide = page(
        "wide", "https://m.post.example/b", text=TEXT.replace("\n\n", "\n \n").replace("Tarn", "TARN")
    )
    day, none = (page(f"p{k}", f"https://post.example/{k}", published=k) for k in ("2031-05-06", None))
    assert kept(page("own", "https://post.example/b"), wide, day, none)[0] == ["own"]


@pytest.mark.parametrize(
    "more",
    [{"outlet": "Elm Star"}, {"text": TEXT + " Nobody was hurt."}, {"published": "2031-05-06T11:00:00Z"}],
)
def test_another_house_another_text_and_another_moment_are_another_version(more: dict[str, str]) -> None:
    assert kept(page("a", "https://post.example/b"), page("b", "https://m.post.example/b", **more))[0] == [
        "a",
        "b",
    ]


def test_files_of_one_text_without_addresses_stay_two() -> None:
    assert kept(page("a", None), page("b", None))[0] == ["a", "b"]


def test_without_an_outlet_the_host_tells_the_house() -> None:
    one, two, far = (
        page(name, f"https://{host}/bridge?{name}", outlet=None)
        for name, host in (("a", "www.post.example"), ("b", "post.example"), ("c", "star.example"))
    )
    assert kept(one, two, far)[0] == ["a", "c"]


def test_no_house_copies_from_itself_in_a_trace() -> None:
    wire = Article(
        "wire",
        "TARN (Quay) - " + TEXT + "\n\nThe bridge is 90 years old.",
        "Quay Wire",
        published="2031-05-06T08:00:00Z",
    )
    hosts = ("post.example", "amp.post.example", "m.post.example")
    given = [page(f"p{k}", f"https://{host}/bridge") for k, host in enumerate(hosts)]
    found = retold.trace([wire, *given])
    assert {one.id for one in found.articles} == {"wire", "p0"}
    ((edge,),) = [one.derivations for one in found.lineages.values()]
    assert (edge.source, edge.copy) == ("wire", "p0")


def test_an_address_that_comes_later_is_a_page_that_the_trace_has(tmp_path: Path) -> None:
    own, amp = (page(name, f"https://{name}.post.example/bridge") for name in ("www", "amp"))
    later = page("later", "https://m.post.example/b", published="2031-05-06T11:00:00Z")
    other = Article("other", "A fair was held at Elm on Sunday, and nobody fell off the swings.", "Elm Star")
    made = retold.trace([own, other], QUIET, tmp_path / "t")
    added = made.add([amp, later])
    fresh = retold.trace([own, other, amp, later], QUIET)
    assert added.stories == fresh.stories and added.lineages == fresh.lineages
    assert [one.where for one in added.set_aside if one.where == "amp"] == ["amp"]


def test_a_page_that_is_given_again_takes_the_place_of_itself(tmp_path: Path) -> None:
    made = retold.trace([page("www", "https://www.post.example/b")], QUIET, tmp_path / "t")
    again = page("www", "https://www.post.example/b", title="Bridge stuck")
    assert [one.title for one in made.add([again]).articles] == ["Bridge stuck"]


def test_only_pages_of_the_house_and_the_moment_are_looked_at() -> None:
    rows = [
        ("a", "Tarn Post", "https://post.example/1", "2031-05-06T09:10:00Z"),
        ("b", "Tarn Post", "https://post.example/2", "2031-05-07T09:10:00Z"),
        ("c", "Elm Star", "https://star.example/3", "2031-05-06T09:10:00Z"),
        ("d", "TARN POST", "https://post.example/4", None),
        ("e", "Tarn Post", None, "2031-05-06T09:10:00Z"),
    ]
    assert pages.likely(rows, [page("new", "https://m.post.example/1")]) == ["a", "d"]
    assert pages.likely(rows, [page("new", None)]) == []


def test_a_clock_without_its_zone_may_tell_the_same_moment():
    other = page("print", "https://post.example/print/bridge", published="2031-05-06T11:10")
    assert kept(page("own", "https://post.example/bridge"), other)[0] == ["own"]


def test_pages_of_one_address_are_one_where_one_of_them_names_no_house():
    address = "https://post.example/bridge"
    assert kept(page("own", address), page("bare", address, outlet=None))[0] == ["own"]
    assert kept(page("bare", address, outlet=None), page("own", address))[0] == ["bare"]
    assert kept(page("own", address), page("reprint", address, outlet="Elm Star"))[0] == ["own", "reprint"]
