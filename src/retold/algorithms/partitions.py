"""Rows by their key, in memory or in files: so much at a time as memory holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.int64]
Ints = NDArray[np.int32]


class HashPartitions:
    """Keys and the article each belongs to, in `count` partitions by the key's lowest bits.

    Equal keys lie in one partition, in the order they came. With a `folder` the
    partitions are files there (little-endian int64 and int32), otherwise arrays.
    """

    def __init__(self, count: int, folder: Path | None = None) -> None:
        """`count` is a power of two up to 256."""
        self._count, self._folder = count, folder
        self._held: list[list[tuple[Hashes, Ints]]] = [[] for _ in range(count)]

    def put(self, keys: Hashes, articles: Ints) -> None:
        """Lay down more rows; articles must not fall."""
        partition = (keys & (self._count - 1)).astype(np.uint8)
        order = np.argsort(partition, kind="stable")
        keys, articles = keys[order], articles[order]
        cuts = np.searchsorted(partition[order], np.arange(1, self._count))
        parts = zip(np.split(keys, cuts), np.split(articles, cuts), strict=True)
        for number, (some_keys, some_articles) in enumerate(parts):
            self._add(number, some_keys, some_articles)

    def _add(self, number: int, keys: Hashes, articles: Ints) -> None:
        if self._folder is None:
            self._held[number].append((keys, articles))
            return
        with (self._folder / f"{number}.keys").open("ab") as file:
            keys.tofile(file)
        with (self._folder / f"{number}.articles").open("ab") as file:
            articles.tofile(file)

    def __iter__(self) -> Iterator[tuple[Hashes, Ints]]:
        """The rows of each partition, which is empty afterwards."""
        for number in range(self._count):
            yield self._taken(number)

    def _taken(self, number: int) -> tuple[Hashes, Ints]:
        if self._folder is None:
            held, self._held[number] = self._held[number], []
            keys = np.concatenate([np.zeros(0, np.int64), *(part[0] for part in held)])
            return keys, np.concatenate([np.zeros(0, np.int32), *(part[1] for part in held)])
        files = [self._folder / f"{number}.{column}" for column in ("keys", "articles")]
        if not files[0].exists():
            return np.zeros(0, np.int64), np.zeros(0, np.int32)
        found = np.fromfile(files[0], np.int64), np.fromfile(files[1], np.int32)
        for file in files:
            file.unlink()
        return found
