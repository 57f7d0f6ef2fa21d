"""Who holds which n-gram of a stored corpus: segments of rows, sorted, mapped from files and searched.

The rows of a corpus are one segment; what is added to it makes another one beside it, so that nothing that
was written is written again. Within a segment the rows stand by partition: by the lowest bits of their
n-gram.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.algorithms import heap
from retold.algorithms.partitions import HashPartitions
from retold.algorithms.stretches import ranges
from retold.messages import N_
from retold.steps import match
from retold.tables import Hashes, Ints

Numbers = NDArray[np.int64]
Seal = list[int]  # see `corpus.wide`
Places = list[tuple[int, int, int]]  # number of a partition, its first row, one past the last

MOST = parameters.of("adding", "index").integer("segments")
_PARTITIONS = 64
_HASHES, _ARTICLES = "hash", "article"  # what the names of the two files end with


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Rows of n-grams and articles, each once. Partition p has rows `starts[p]` to `ends[p]`, by n-gram.

    `files` are those that the rows are mapped from, if they are, and `seals` what is known of these.
    """

    starts: Numbers  # [partitions]
    ends: Numbers
    hashes: Hashes  # [rows]
    articles: Ints
    files: tuple[Path, ...] = ()
    seals: Mapping[str, Seal] = field(default_factory=dict)  # by the names of files

    def places(self, wanted: Hashes) -> tuple[Numbers, Numbers]:
        """For each of the different n-grams its first row, and how many rows: articles that hold it."""
        partition, counts = wanted & (len(self.starts) - 1), np.zeros(len(wanted), np.int64)
        firsts = np.zeros(len(wanted), np.int64)
        for number in np.unique(partition).tolist():
            here = np.flatnonzero(partition == number)
            low, high = int(self.starts[number]), int(self.ends[number])
            rows = self.hashes[low:high]
            firsts[here] = low + np.searchsorted(rows, wanted[here], side="left")
            counts[here] = low + np.searchsorted(rows, wanted[here], side="right") - firsts[here]
        return firsts, counts

    def save(self, folder: Path, name: str) -> dict[str, Seal]:
        """Write the rows to two files in a folder; files of the same disk are linked and not copied.

        Gives the seals of files that are as they were, by their names.
        """
        into = _files(folder, name)
        if self.files:
            for file, place in zip(self.files, into, strict=True):
                _linked(file, place)
        else:
            self.hashes.astype("<i8", copy=False).tofile(into[0])
            self.articles.astype("<i4", copy=False).tofile(into[1])
        linked = zip(self.files, into, strict=False)
        return {new.name: self.seals[old.name] for old, new in linked if old.name in self.seals}

    @classmethod
    def mapped(
        cls, folder: Path, name: str, starts: Numbers, ends: Numbers, seals: Mapping[str, Seal] | None = None
    ) -> Segment:
        """The rows in two files, with their seals if they have any.

        Raises `ValueError` or `OSError` where they are not as they were written.
        """
        files, rows = _files(folder, name), int(ends.max(initial=0))
        hashes, articles = _mapped(files[0], "<i8", rows), _mapped(files[1], "<i4", rows)
        return cls(starts, ends, hashes, articles, files, seals or {})


def holders(
    segments: Sequence[Segment], wanted: Hashes, most: int = np.iinfo(np.int64).max
) -> tuple[Numbers, Numbers, Ints]:
    """Who holds each of the different n-grams: how many articles do, the owners of the rows, and the rows.

    An owner is the place of an n-gram among those `wanted`, an article one that holds it; owners rise, and of
    each the articles of earlier segments come first. Of n-grams that more than `most` hold no row is given.
    """
    found = [one.places(wanted) for one in segments]
    total = sum((counts for _, counts in found), np.zeros(len(wanted), np.int64))
    few = np.flatnonzero(total <= most)
    owners, articles = [np.zeros(0, np.int64)], [np.zeros(0, np.int32)]
    for one, (firsts, counts) in zip(segments, found, strict=True):
        owners.append(np.repeat(few, counts[few]))
        articles.append(np.asarray(one.articles[ranges(firsts[few], counts[few])], np.int32))
        heap.let_go(one.hashes, one.articles)
    owner = np.concatenate(owners)
    order = np.argsort(owner, kind="stable")
    return total, owner[order], np.concatenate(articles)[order]


def segment(hashes: Hashes, articles: Ints) -> Segment:
    """A segment of rows in memory, each once; articles must not fall."""
    stands = np.ones(int(articles.max(initial=-1)) + 1, np.bool_)
    rows = match.once(hashes, articles, stands)
    return Segment(np.zeros(1, np.int64), np.array([len(rows[0])]), *rows)


def fewer(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, all but the first made one if they are many."""
    if len(segments) <= MOST:
        return list(segments)
    later = segments[1:]
    hashes = np.concatenate([one.hashes for one in later])
    articles = np.concatenate([one.articles for one in later])
    order = np.argsort(articles, kind="stable")
    return [segments[0], segment(hashes[order], articles[order])]


class Keeper:
    """Takes the rows of each partition as matching comes to it, and makes them a segment.

    With a `folder` they go to files there at once. Several threads may bring rows.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder, self._lock = folder, Lock()
        self._places: Places = []
        self._held: list[tuple[Hashes, Ints]] = []
        self._rows = 0

    def __call__(self, hashes: Hashes, articles: Ints) -> None:
        """Take the rows of one partition, by n-gram."""
        if not len(hashes):
            return
        with self._lock:
            number = int(hashes[0]) & (_PARTITIONS - 1) if self._folder is not None else 0
            self._places.append((number, self._rows, self._rows + len(hashes)))
            self._rows += len(hashes)
            if self._folder is None:
                self._held.append((hashes, articles))
                return
            for rows, suffix in ((hashes.astype("<i8"), _HASHES), (articles.astype("<i4"), _ARTICLES)):
                with (self._folder / f"kept.{suffix}").open("ab") as file:
                    rows.tofile(file)

    def segment(self) -> Segment:
        """All rows that were brought."""
        count = 1 if self._folder is None else _PARTITIONS
        starts, ends = np.zeros(count, np.int64), np.zeros(count, np.int64)
        for number, low, high in self._places:
            starts[number], ends[number] = low, high
        if self._folder is not None and self._places:
            return Segment.mapped(self._folder, "kept", starts, ends)
        empty = np.zeros(0, np.int64), np.zeros(0, np.int32)
        return Segment(starts, ends, *(self._held[0] if self._held else empty))


def partitions(folder: Path | None) -> HashPartitions:
    """Where n-grams lie meanwhile: in memory, or in files in a folder."""
    return HashPartitions(1) if folder is None else HashPartitions(_PARTITIONS, folder)


def _files(folder: Path, name: str) -> tuple[Path, Path]:
    """Where the n-grams of a segment lie, and its articles."""
    return folder / f"{name}.{_HASHES}", folder / f"{name}.{_ARTICLES}"


def _mapped(file: Path, kind: str, rows: int) -> NDArray[Any]:
    if file.stat().st_size != rows * np.dtype(kind).itemsize:
        raise ValueError(N_("{file}: not as it was written").format(file=file))
    return np.memmap(file, kind, mode="r", shape=(rows,)) if rows else np.zeros(0, kind)


def _linked(file: Path, into: Path) -> None:
    try:
        os.link(file, into)
    except OSError:  # another disk, or one without links
        shutil.copyfile(file, into)
