"""Tables in columns: Parquet, and Arrow files (Feather) and streams."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from retold import parameters
from retold.messages import N_
from retold.readers import records
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Found
from retold.readers.sources import Refused

_BATCH = parameters.of("readers", "columnar").integer("batch")  # rows that are held at a time
_PARQUET, _ARROW, _STREAM = b"PAR1", b"ARROW1", b"\xff\xff\xff\xff"


def _probe(head: Head) -> float:
    if head.data.startswith((_PARQUET, _ARROW)):
        return CERTAIN
    stream = head.data.startswith(_STREAM) and head.suffix in (".arrow", ".arrows", ".feather")
    return CERTAIN if stream else NO


def _read(content: Content) -> Found:
    import pyarrow as pa

    with content.file() as stream:
        try:
            yield from records.numbered(_rows(content, stream), content.where)
        except (pa.ArrowException, OSError, ValueError) as error:
            kind = N_("a Parquet file") if content.head.data.startswith(_PARQUET) else N_("an Arrow file")
            raise Refused(
                content.where, N_("is {our_kind} that is damaged").format(our_kind=kind), N_("write it again")
            ) from error


def _rows(content: Content, stream: BinaryIO) -> Iterator[dict[str, Any]]:
    """The rows, batch by batch, within what may be unpacked."""
    allowance = content.allowance()
    for batch in _batches(content, stream):
        if not allowance.spend(batch.nbytes):
            raise Refused(
                content.where, N_("unpacks to far more than its size"), N_("split it, if you trust it")
            )
        for start in range(0, batch.num_rows, _BATCH):
            yield from batch.slice(start, _BATCH).to_pylist()


def _batches(content: Content, stream: BinaryIO) -> Iterator[Any]:
    if content.head.data.startswith(_PARQUET):
        from pyarrow import parquet

        yield from parquet.ParquetFile(stream).iter_batches(batch_size=_BATCH)
        return
    from pyarrow import ipc

    if content.head.data.startswith(_ARROW):
        table = ipc.open_file(stream)
        yield from (table.get_batch(number) for number in range(table.num_record_batches))
    else:
        yield from ipc.open_stream(stream)


FORMAT: ArticleFormat = Format(
    "Parquet, Arrow",
    (".parquet", ".arrow", ".feather", ".arrows"),
    _probe,
    _read,
    "every known column; all others in `extra`",
)
