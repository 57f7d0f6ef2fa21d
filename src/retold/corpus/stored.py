"""A corpus of which most articles lie in a stored trace: they are read when they are asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, overload

from retold import parameters
from retold.archive.lazy import StoredRows
from retold.corpus.articles import BATCH, Corpus, FurnitureReasons
from retold.model import Article
from retold.moments import day_number

if TYPE_CHECKING:
    import pyarrow as pa

_GROUPS = 64  # of rows that are remembered as they were read: of some megabytes each
_WORDS = parameters.of("adding", "index").integer("words")


class StoredCorpus(Corpus):
    """The articles of a stored trace under the numbers that it remembers them by, and others behind them."""

    def __init__(
        self,
        before: Sequence[str],
        stored: StoredRows[Article],
        days: Sequence[float | None],
        fresh: Sequence[Article],
        furniture: FurnitureReasons,
    ) -> None:
        """`before` names the stored articles by their numbers, `days` says when each appeared."""
        super().__init__([*before, *(one.id for one in fresh)], [], None, furniture)
        self._stored, self._fresh, self._count = stored, list(fresh), len(before)
        self._row = {name: row for row, name in enumerate(stored.column("id"))}
        self._days = [*days, *(day_number(one.published) for one in fresh)]
        self._groups: OrderedDict[int, pa.Table] = OrderedDict()

    @cached_property
    def words(self) -> int:
        """About how many words the articles have that are matched or followed: those that come, mostly."""
        return len(self.ids) * _WORDS

    def days(self) -> dict[str, float | None]:
        """See `Corpus.days`."""
        return dict(zip(self.ids, self._days, strict=True))

    def outlets(self) -> list[str | None]:
        """See `Corpus.outlets`."""
        names = self._stored.column("outlet")
        return [
            *(names[self._row[name]] for name in self.ids[: self._count]),
            *(a.outlet for a in self._fresh),
        ]

    def lengths(self, first: int = 0) -> list[int]:
        """See `Corpus.lengths`; of stored articles those are counted that are asked for alone."""
        fresh = [len(one.text) for one in self._fresh[max(0, first - self._count) :]]
        before = self.ids[first : self._count]
        counts = self._stored.lengths("text") if before else []
        return [*(counts[self._row[name]] for name in before), *fresh]

    @overload
    def __getitem__(self, number: int) -> Article: ...
    @overload
    def __getitem__(self, number: slice) -> list[Article]: ...
    def __getitem__(self, number: int | slice) -> Article | list[Article]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if number >= self._count:
            return self._fresh[number - self._count]
        row = self._row[self.ids[number]]
        for group, size in enumerate(self._stored.sizes):
            if row < size:
                return self._stored.things(self._group(group).slice(row, 1))[0]
            row -= size
        raise IndexError(number)

    def __iter__(self) -> Iterator[Article]:
        return (self[number] for number in range(len(self)))

    def texts(self) -> Iterator[list[str]]:
        """See `Corpus.texts`."""
        every = iter(self)
        while batch := list(islice(every, BATCH)):
            yield [one.text for one in batch]

    def _group(self, number: int) -> pa.Table:
        if number not in self._groups:
            self._groups[number] = self._stored.group(number)
            if len(self._groups) > _GROUPS:
                self._groups.popitem(last=False)
        return self._groups[number]
