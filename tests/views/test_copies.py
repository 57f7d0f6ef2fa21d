"""What a corpus without copies keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from retold.archive.store import load
from retold.errors import InputError
from retold.model import Article
from retold.views import copies
from tests.samples import FERRY, OTHER


def article(name: str, text: str, day: int) -> Article:
    return Article(name, text, outlet=f"{name} Post", published=f"2031-03-{day:02}")


FULL = "\n\n".join((FERRY, OTHER))
PILE = [
    article("late", FERRY, 9),
    article("first", FERRY.replace("  ", " "), 1),
    article("slight", FERRY.replace("ninety", "eighty"), 2),
    article("cut", FERRY[: FERRY.index("Two fishing")].strip(), 3),
    article("other", OTHER, 4),
]


@pytest.fixture(scope="module")
def rows() -> dict[str, copies.CopyRow]:
    return {one.article: one for one in copies.rows(retold.trace(PILE))}


def test_there_is_a_row_for_each_article_in_the_order_of_the_trace() -> None:
    trace = retold.trace(PILE)
    assert [one.article for one in copies.rows(trace)] == [one.id for one in trace.articles]


def test_an_identical_text_is_a_hundred_percent_and_the_first_published_is_kept(rows) -> None:
    assert rows["late"].label == "identical" and rows["late"].share == 1.0
    assert rows["first"].keep and not rows["late"].keep and rows["late"].kept_instead == "first"


def test_a_text_with_a_word_changed_is_near(rows) -> None:
    assert rows["slight"].label == "near" and not rows["slight"].keep
    assert 0.9 < rows["slight"].share < 1 and rows["slight"].substance >= 1


def test_a_shortened_text_is_kept_unless_what_is_contained_goes(rows) -> None:
    assert rows["cut"].label == "partial" and rows["cut"].keep
    assert rows["cut"].share == 1.0 and rows["cut"].share_of_nearest < 0.9
    contained = {one.article: one for one in copies.rows(retold.trace(PILE), contained=True)}
    assert not contained["cut"].keep


def test_a_text_of_its_own_is_kept_and_has_no_nearest(rows) -> None:
    assert rows["other"].label == "own" and rows["other"].keep and rows["other"].nearest is None


def test_paragraphs_of_the_nearest_text_are_counted_kept_and_cut() -> None:
    trace = retold.trace([article("whole", FULL, 1), article("half", FERRY, 2)])
    half = next(one for one in copies.rows(trace) if one.article == "half")
    assert (half.paragraphs_kept, half.paragraphs_cut) == (1, 1)


def test_everything_left_out_is_near_something_kept() -> None:
    words = FERRY.split()
    chain = [
        article(f"v{k}", " ".join([*words[k * 4 :], *(f"gull{n}" for n in range(k * 4))]), 1 + k)
        for k in range(6)
    ]
    found = {one.article: one for one in copies.rows(retold.trace(chain), near=0.8)}
    assert found["v0"].keep and not found["v1"].keep and found["v5"].keep
    assert all(found[str(one.kept_instead)].keep for one in found.values() if not one.keep)


def test_a_stored_trace_gives_the_same_rows(tmp_path: Path) -> None:
    trace = retold.trace(PILE)
    trace.save(tmp_path / "t")
    assert copies.rows(load(tmp_path / "t")) == copies.rows(trace)


@pytest.mark.parametrize("share", [0, -1, 1.5, float("nan")])
def test_a_share_that_is_none_is_refused(share: float) -> None:
    with pytest.raises(InputError, match="no share"):
        copies.rows(retold.trace(PILE[:1]), near=share)
