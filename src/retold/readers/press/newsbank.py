"""Downloads of NewsBank (Access World News) as text: each document ends with the number of its record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from retold import gazetteer, parameters
from retold.readers import stamps

_P = parameters.of("readers", "newsbank")
_HEAD, _HEADLINE = _P.integer("head"), _P.integer("headline")
_END = re.compile(r"^Record(?: Number|:)[ \t]*:?[ \t]*(?P<number>\S[^\n]{0,80})$", re.M)
_PLACE = re.compile(r"(?:(?<!\s)\s{1,4})?\((?P<place>[^()]{2,60})\)\s{0,4}\Z")
_PARTED = re.compile(r"(?<!\s)\s{1,4}[-–|•]\s{1,4}")
_RIGHTS = re.compile(r"(?:Copyright|©|\(c\))[^\n]{0,200}\Z", re.I)


@cache
def _label() -> re.Pattern[str]:
    """A labelled line above a text."""
    labels = "|".join(gazetteer.toml("fields")["newsbank"]["labels"])
    return re.compile(rf"(?P<label>{labels}):[ \t]*(?P<value>[^\n]*)")


def _is_idle(line: str) -> bool:
    return line.startswith(tuple(gazetteer.toml("fields")["newsbank"]["idle"]))


def is_download(text: str) -> bool:
    """Whether a text is such a download: records with their numbers, and labels above their texts."""
    return _END.search(text) is not None and any(_label().match(line) for line in text.split("\n"))


def records(text: str) -> Iterator[dict[str, object]]:
    """Its documents as records that `fields` knows; what stands behind the last one is none."""
    start = 0
    for end in _END.finditer(text):
        record = _record(text[start : end.start()].strip().split("\n"))
        start = end.end()
        if record:
            yield {**record, "record_number": end["number"].strip()}


def _record(lines: list[str]) -> dict[str, object]:
    """One document: headline, outlet, day and labelled lines in any order, the text, the line of rights."""
    head: dict[str, object] = {}
    lines = [line.strip() for line in lines if not _is_idle(line.strip())]
    last = max((i for i, line in enumerate(lines[:_HEAD]) if _label().match(line)), default=-1)
    for line in filter(None, lines[: last + 1]):
        _told(line, head)
    text = [line for line in lines[last + 1 :] if not _RIGHTS.match(line)]
    return {**head, "text": "\n".join(text).strip()} if last >= 0 else {}


def _told(line: str, head: dict[str, object]) -> None:
    """What a line above the text tells: a label, the day, the outlet with its place, else the headline."""
    label = _label().match(line)
    day = next((stamp for piece in _PARTED.split(line) if (stamp := stamps.visible(piece))), None)
    if label is not None:
        name = label["label"].lower()
        head.setdefault(
            "byline" if name in ("author", "byline") else name, label["value"].partition(";")[0].strip()
        )
    elif day is not None:
        head.setdefault("published", day)
        paper = next((one for one in _PARTED.split(line) if stamps.visible(one) is None), "")
        if paper:
            head.setdefault("outlet", _PLACE.sub("", paper))
    elif _PLACE.search(line) and "outlet" not in head and len(line.split()) <= _HEADLINE:
        head["outlet"] = _PLACE.sub("", line)
    else:
        head.setdefault("title", line)
