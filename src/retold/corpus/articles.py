"""The articles of one job by number: in memory while they are few, else in an Arrow file."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, overload

from retold import kernels
from retold.engines.local import Processes
from retold.kernels import Kernels
from retold.model import Article, Span
from retold.moments import day_number
from retold.tables import Recurring

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 2_000  # articles that are handled at a time
_FEW = 4_000  # articles that are kept in memory
_MAPPED = 20  # articles for each batch that are read by one map of the file: what it read stays in memory
_COLUMNS = ("id", "text", "rest")
FurnitureReasons = Sequence[tuple[Span, str]]
_REST = attrgetter(*(name for name in Article.__slots__ if name not in ("id", "text")))


class Corpus(Sequence[Article]):
    """Articles in their order, with what only all of them together tell: what is page furniture, how long.

    `file` is None for a corpus in memory; `ids` are always there. `furniture` are spans, each with the
    reason why it is no part of a report, and `recurring` what it was known by, by outlet. `processes` are
    those of the job, if it has any: each of its steps asks them, so that none starts its own.
    """

    def __init__(
        self, ids: list[str], held: list[Article], file: Path | None, furniture: FurnitureReasons = ()
    ) -> None:
        """Use `gathered` or `opened`."""
        self.ids, self.file, self.furniture, self._held = ids, file, furniture, held
        self.recurring: Mapping[str, Recurring] = {}
        self.processes: Processes | None = None
        self._batches = [] if file is None else _batches(file)
        self._reads = 0

    @classmethod
    def gathered(cls, articles: Iterable[Article], folder: Path) -> Corpus:
        """All of `articles`; if they are many, they go to a file in `folder` as they come."""
        stream = iter(articles)
        few = list(islice(stream, _FEW + 1))
        if len(few) <= _FEW:
            return cls([a.id for a in few], few, None)
        file = folder / "articles.arrow"
        return cls(list(_spooled(chain(few, stream), file)), [], file)

    @classmethod
    def opened(cls, file: Path, furniture: FurnitureReasons = ()) -> Corpus:
        """The corpus that another process has put into a file."""
        return cls(
            [name for batch in _batches(file) for name in batch["id"].to_pylist()], [], file, furniture
        )

    def marked(self, furniture: FurnitureReasons, recurring: Mapping[str, Recurring] | None = None) -> Corpus:
        """The same articles, with what of them is page furniture, and what it was known by."""
        corpus = Corpus(self.ids, self._held, self.file, furniture)
        corpus.recurring, corpus.processes = recurring or {}, self.processes
        return corpus

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def words(self) -> int:
        """About how many words all texts have together."""
        letters = sum(len(a.text) for a in self._held) if self.file is None else self.file.stat().st_size
        return letters // 6

    @property
    def work(self) -> int:
        """For how many words kernels are chosen; a corpus in a file always repays those that load slowly."""
        return self.words if self.file is None else max(self.words, kernels.REPAYS)

    @cached_property
    def kernels(self) -> Kernels:
        """The inner loops that repay their loading for so much work."""
        return kernels.choose(work=self.work)

    @cached_property
    def hidden(self) -> Mapping[str, list[Span]]:
        """The furniture of each article that has any, by its id."""
        found: dict[str, list[Span]] = {}
        for span, _ in self.furniture:
            found.setdefault(str(span.article), []).append(span)
        return found

    def days(self) -> dict[str, float | None]:
        """When each article was published, by id, in days (see `moments.day_number`)."""
        if self.file is None:
            return {article.id: day_number(article.published) for article in self._held}
        days = chain.from_iterable(batch["day"].to_pylist() for batch in self._batches)
        return dict(zip(self.ids, days, strict=True))

    def outlets(self) -> list[str | None]:
        """The outlet of each article, in their order."""
        if self.file is None:
            return [article.outlet for article in self._held]
        held = chain.from_iterable(batch["outlet"].to_pylist() for batch in self._batches)
        return [name and name.decode(errors="surrogatepass") for name in held]

    def lengths(self, first: int = 0) -> list[int]:
        """How many letters the text of each article from `first` on has, in their order."""
        if self.file is None:
            return [len(article.text) for article in self._held[first:]]
        from pyarrow import compute

        counted = (compute.utf8_length(batch["text"]).to_pylist() for batch in _in_turn(self.file))
        return list(chain.from_iterable(counted))[first:]

    @overload
    def __getitem__(self, number: int) -> Article: ...
    @overload
    def __getitem__(self, number: slice) -> list[Article]: ...
    def __getitem__(self, number: int | slice) -> Article | list[Article]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if self.file is None:
            return self._held[number]
        batch, row = divmod(number, BATCH)
        self._reads += 1
        if self._reads % (_MAPPED * len(self._batches)) == 0:
            self._batches = _batches(self.file)
        return unpacked(*(self._batches[batch][name][row].as_py() for name in _COLUMNS))

    def __iter__(self) -> Iterator[Article]:
        yield from self._held
        for batch in _in_turn(self.file):
            yield from map(unpacked, *(batch[name].to_pylist() for name in _COLUMNS))

    def by_id(self) -> Sequence[Article]:
        """The same articles by their ids, whatever order they came in; each read when asked for."""
        return _Ordered(self, sorted(range(len(self.ids)), key=self.ids.__getitem__))

    def texts(self) -> Iterator[list[str]]:
        """The texts alone, a batch of articles at a time."""
        for low in range(0, len(self._held), BATCH):
            yield [article.text for article in self._held[low : low + BATCH]]
        for batch in _in_turn(self.file):
            yield batch["text"].to_pylist()

    def names(self) -> Iterator[list[str]]:
        """The ids of each batch of `texts`."""
        for low in range(0, len(self), BATCH):
            yield self.ids[low : low + BATCH]


class _Ordered(Sequence[Article]):
    """A corpus in another order."""

    def __init__(self, corpus: Corpus, order: list[int]) -> None:
        self._corpus, self._order = corpus, order

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, number: int) -> Article: ...
    @overload
    def __getitem__(self, number: slice) -> list[Article]: ...
    def __getitem__(self, number: int | slice) -> Article | list[Article]:
        if isinstance(number, slice):
            return [self._corpus[one] for one in self._order[number]]
        return self._corpus[self._order[number]]


def _spooled(articles: Iterator[Article], file: Path) -> Iterator[str]:
    """Write the articles to a file, giving their ids."""
    import pyarrow as pa

    kinds = {
        "id": pa.string(),
        "text": pa.large_string(),
        "rest": pa.binary(),
        "day": pa.float64(),
        "outlet": pa.binary(),
    }
    schema = pa.schema(kinds)
    with pa.OSFile(str(file), "wb") as sink, pa.ipc.new_file(sink, schema) as writer:
        while batch := list(islice(articles, BATCH)):
            rest = [packed(article) for article in batch]
            ids = [article.id for article in batch]
            days = [day_number(article.published) for article in batch]
            outlets = [a.outlet and a.outlet.encode(errors="surrogatepass") for a in batch]
            texts = [article.text for article in batch]
            columns = {"id": ids, "text": texts, "rest": rest, "day": days, "outlet": outlets}
            writer.write_batch(pa.RecordBatch.from_pydict(columns, schema=schema))
            yield from ids


def packed(article: Article) -> bytes:
    """All but id and text; of what cannot be pickled in `extra`, what a stored trace would show."""
    try:
        return pickle.dumps(_REST(article))
    except (TypeError, AttributeError, pickle.PicklingError, RecursionError):
        plain = {str(key): str(value) for key, value in article.extra.items()}
        return pickle.dumps(_REST(replace(article, extra=plain)))


def _batches(file: Path) -> list[pa.RecordBatch]:
    """What the file holds, mapped into memory, so that only what is read takes room, until the map goes."""
    import pyarrow as pa

    reader = pa.ipc.open_file(pa.memory_map(str(file)))
    return [reader.get_batch(number) for number in range(reader.num_record_batches)]


def _in_turn(file: Path | None) -> Iterator[pa.RecordBatch]:
    """What the file holds, batch by batch; each has a map of its own, so that what was read leaves memory."""
    if file is None:
        return
    import pyarrow as pa

    for number in range(len(_batches(file))):
        yield pa.ipc.open_file(pa.memory_map(str(file))).get_batch(number)


def unpacked(name: str, text: str, rest: bytes) -> Article:
    """The article of which `packed` kept all but id and text."""
    return Article(name, text, *pickle.loads(rest))
