"""Downloads of Retriever (Mediearkivet, Atekst) as text: a line of paper, day and page in each document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from retold import gazetteer

_RULE = re.compile(r"^={20,}[ \t]*$", re.MULTILINE)


class _Lines(NamedTuple):
    """The lines around the text of a document."""

    paper: re.Pattern[str]
    printed: re.Pattern[str]
    below: re.Pattern[str]


@cache
def _lines() -> _Lines:
    words: dict[str, str] = gazetteer.toml("fields")["retriever"]
    page = rf"(?:, (?:{words['page']}) (?P<page>[^\n]{{1,20}}))?"
    paper = rf"^(?P<outlet>[^\n,]{{2,60}}), (?P<published>\d{{4}}-\d\d-\d\d)(?: \d\d:\d\d)?{page}[ \t]*$"
    return _Lines(
        re.compile(paper, re.M),
        re.compile(rf"^{words['printed']}[^\n]{{0,60}}$", re.M),
        re.compile(rf"^(?:{words['below']})[^\n]{{0,300}}$", re.M),
    )


def is_download(text: str) -> bool:
    """Whether a text is such a download: a line of paper and day, and one that says where it was printed."""
    return _lines().paper.search(text) is not None and _lines().printed.search(text) is not None


def records(text: str) -> Iterator[dict[str, object]]:
    """Its documents as records that `fields` knows; what has no line of paper and day is none."""
    for document in _RULE.split(text):
        line = _lines().paper.search(document)
        if line is not None:
            body = _lines().below.sub("", _lines().printed.sub("", document[line.end() :], count=1))
            title = " ".join(document[: line.start()].split())
            yield {**line.groupdict(), "title": title, "text": body.strip()}
