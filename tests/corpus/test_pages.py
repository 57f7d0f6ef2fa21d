"""One report that its house shows under several addresses is one version of it."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.corpus import pages
from retold.model import SetAside

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
        for name, host in (("a", "post.example"), ("b", "post.example"), ("c", "star.example"))
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
