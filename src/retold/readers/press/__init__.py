"""Downloads of press archives as text: several documents in one file, told apart and read by their labels.

A kind is a small module that says whether a text is one of its downloads (`is_download`) and gives the
documents as records (`records`). Text files, and documents of word processors, may hold any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from retold.model import SetAside
from retold.readers import fields
from retold.readers.press import europresse, factiva, genios, lexisnexis, newsbank, proquest, retriever
from retold.readers.registry import Record
from retold.readers.texts import NO_TEXT


class Download(NamedTuple):
    """One kind of download."""

    name: str
    is_download: Callable[[str], bool]
    records: Callable[[str], Iterator[dict[str, object]]]


KINDS = (
    Download("LexisNexis", lexisnexis.is_download, lexisnexis.records),
    Download("Factiva", factiva.is_download, factiva.records),
    Download("ProQuest", proquest.is_download, proquest.records),
    Download("Europresse", europresse.is_download, europresse.records),
    Download("NewsBank", newsbank.is_download, newsbank.records),
    Download("Retriever", retriever.is_download, retriever.records),
    Download("GENIOS", genios.is_download, genios.records),
)


def kind_of(text: str) -> Download | None:
    """The kind of download that a text is, None if it is none."""
    return next((kind for kind in KINDS if kind.is_download(text)), None)


def articles(kind: Download, text: str, where: str) -> Iterator[Record | SetAside]:
    """The articles of a download, each named by its number, and a line for each document without text."""
    for number, record in enumerate(kind.records(text.replace("\r\n", "\n")), 1):
        article = fields.article({**record, "archive": kind.name})
        yield SetAside(f"{where}:{number}", *NO_TEXT) if article is None else Record(article, f":{number}")
