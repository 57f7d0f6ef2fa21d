"""The articles of one job by number: in memory while they are few, else in an Arrow file."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from retold.model import Article

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 2_000  # articles that are handled at a time
_FEW = 4_000  # articles that are kept in memory
_REST = attrgetter(*(name for name in Article.__slots__ if name not in ("id", "text")))


class Pile(Sequence[Article]):
    """Articles in their order. `file` is None for a pile in memory; `ids` are always there."""

    def __init__(self, ids: list[str], held: list[Article], file: Path | None) -> None:
        """Use `gathered` or `opened`."""
        self.ids, self.file, self._held = ids, file, held
        self._reader = None if file is None else _reader(file)

    @classmethod
    def gathered(cls, articles: Iterable[Article], folder: Path) -> Pile:
        """All of `articles`; if they are many, they go to a file in `folder` as they come."""
        stream = iter(articles)
        few = list(islice(stream, _FEW + 1))
        if len(few) <= _FEW:
            return cls([a.id for a in few], few, None)
        file = folder / "articles.arrow"
        return cls(list(_spooled(chain(few, stream), file)), [], file)

    @classmethod
    def opened(cls, file: Path) -> Pile:
        """The pile that another process has put into a file."""
        reader = _reader(file)
        ids = [i for n in range(reader.num_record_batches) for i in reader.get_batch(n)["id"].to_pylist()]
        return cls(ids, [], file)

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def letters(self) -> int:
        """About how long all texts are together."""
        return sum(len(a.text) for a in self._held) if self.file is None else self.file.stat().st_size

    @overload
    def __getitem__(self, number: int) -> Article: ...
    @overload
    def __getitem__(self, number: slice) -> list[Article]: ...
    def __getitem__(self, number: int | slice) -> Article | list[Article]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if self._reader is None:
            return self._held[number]
        batch, row = divmod(number, BATCH)
        return _article(self._reader.get_batch(batch).slice(row, 1).to_pylist()[0])

    def __iter__(self) -> Iterator[Article]:
        if self._reader is None:
            yield from self._held
            return
        for batch in range(self._reader.num_record_batches):
            yield from map(_article, self._reader.get_batch(batch).to_pylist())

    def texts(self) -> Iterator[list[str]]:
        """The texts alone, a batch of articles at a time."""
        if self._reader is None:
            for low in range(0, len(self), BATCH):
                yield [article.text for article in self._held[low : low + BATCH]]
            return
        for batch in range(self._reader.num_record_batches):
            yield self._reader.get_batch(batch)["text"].to_pylist()


def _spooled(articles: Iterator[Article], file: Path) -> Iterator[str]:
    """Write the articles to a file, giving their ids."""
    import pyarrow as pa

    schema = pa.schema({"id": pa.string(), "text": pa.large_string(), "rest": pa.binary()})
    with pa.OSFile(str(file), "wb") as sink, pa.ipc.new_file(sink, schema) as writer:
        while batch := list(islice(articles, BATCH)):
            rest = [pickle.dumps(_REST(article)) for article in batch]
            ids = [article.id for article in batch]
            columns = {"id": ids, "text": [article.text for article in batch], "rest": rest}
            writer.write_batch(pa.RecordBatch.from_pydict(columns, schema=schema))
            yield from ids


def _reader(file: Path) -> pa.RecordBatchFileReader:
    import pyarrow as pa

    return pa.ipc.open_file(pa.memory_map(str(file)))


def _article(row: dict[str, Any]) -> Article:
    return Article(row["id"], row["text"], *pickle.loads(row["rest"]))
