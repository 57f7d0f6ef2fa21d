"""Who holds which n-gram of a stored corpus."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retold.corpus import postings
from retold.corpus.postings import Keeper, Segment
from retold.steps import match

ROWS = [(7, 0), (9, 0), (7, 1), (64 + 7, 1), (9, 2), (12, 3)]


def rows(some: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    hashes, articles = zip(*some, strict=True)
    return np.array(hashes, np.int64), np.array(articles, np.int32)


def brought(folder: Path | None) -> Segment:
    """The rows as matching brings them, partition by partition."""
    keeper = Keeper(folder)
    held = postings.partitions(folder)
    held.put(*rows(ROWS))
    for part in held:
        keeper(*match.once(*part, np.ones(4, np.bool_)))
    return keeper.segment()


@pytest.mark.parametrize("on_disk", [False, True])
def test_holders_are_found_whether_rows_lie_in_memory_or_in_files(on_disk: bool, tmp_path: Path) -> None:
    held = brought(tmp_path if on_disk else None)
    counts, owners, articles = postings.holders([held], np.array([7, 8, 9, 71]))
    assert counts.tolist() == [2, 0, 2, 1]
    assert owners.tolist() == [0, 0, 2, 2, 3]
    assert articles.tolist() == [0, 1, 0, 2, 1]
    assert bool(held.files) == on_disk


def test_what_is_saved_is_mapped_as_it_was_and_linked_further(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    held = brought(None)
    held.save(first, "p")
    mapped = Segment.mapped(first, "p", held.starts, held.ends)
    mapped.save(second, "p")
    assert (second / "p.hash").samefile(first / "p.hash")
    again = Segment.mapped(second, "p", held.starts, held.ends)
    assert again.hashes.tolist() == held.hashes.tolist()
    with pytest.raises(ValueError, match="not as it was written"):
        Segment.mapped(first, "p", held.starts, held.ends + 1)


def test_segments_are_searched_one_after_the_other() -> None:
    later = postings.segment(*rows([(9, 4), (7, 5), (9, 5)]))
    counts, owners, articles = postings.holders([brought(None), later], np.array([7, 9, 10]))
    assert counts.tolist() == [3, 4, 0]
    assert owners.tolist() == [0, 0, 0, 1, 1, 1, 1]
    assert articles.tolist() == [0, 1, 5, 0, 2, 4, 5]


def test_of_what_many_hold_only_their_number_is_told() -> None:
    later = postings.segment(*rows([(9, 4), (9, 5)]))
    counts, owners, articles = postings.holders([brought(None), later], np.array([7, 9, 10]), most=3)
    assert counts.tolist() == [2, 4, 0]
    assert owners.tolist() == [0, 0]
    assert articles.tolist() == [0, 1]


def test_many_later_segments_become_one_that_says_the_same() -> None:
    many = [brought(None), *(postings.segment(*rows([(7, 10 + k), (k, 10 + k)])) for k in range(9))]
    fewer = postings.fewer(many)
    wanted = np.arange(20)
    assert len(fewer) == 2
    assert [x.tolist() for x in postings.holders(fewer, wanted)] == [
        x.tolist() for x in postings.holders(many, wanted)
    ]
    assert postings.fewer(many[:3]) == many[:3]
