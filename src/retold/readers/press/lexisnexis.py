"""Downloads of LexisNexis (Nexis Uni, Nexis Advance): documents with a head and a foot of labelled lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from retold import gazetteer, parameters
from retold.readers import stamps

_COUNT = re.compile(
    r"^[ \t\f]*(?:Dokument |Document )?\d{1,6} (?:of|von|de) \d{1,6} (?:DOCUMENT|DOKUMENT)[A-Z]*[ \t]*$",
    re.MULTILINE,
)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_COVER = re.compile(r"^[ \t]*(?:User Name|Job Number|Date and Time)\s?:", re.MULTILINE)
_COVER_ENDS = parameters.of("readers", "lexisnexis").integer("cover")
_LISTED = re.compile(r"^[ \t]*1\.[ \t]+(?P<title>\S[^\n]*)$", re.MULTILINE)
_LOADED = re.compile(r"^[ \t]*load-date:", re.MULTILINE | re.IGNORECASE)
_FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z]+(?:[ -][A-Za-z]+){0,2})\s?:\s*(?P<value>.*)", re.DOTALL)
_RIGHTS = re.compile(r"(?:copyright\b|©|all rights reserved)", re.IGNORECASE)
_BODY = ("body", "volltext")


@dataclass(slots=True)
class _Document:
    """The parts of one document."""

    lines: list[str] = field(default_factory=list)  # of its head that no label opens: outlet, day, title
    blocks: list[int] = field(default_factory=list)  # the block of each of them
    values: dict[str, str] = field(default_factory=dict)  # what labels open, by the label in lower case
    body: list[str] = field(default_factory=list)


def is_download(text: str) -> bool:
    """Whether a text is such a download: it counts its documents, or ends each and dates its load."""
    counted = _COUNT.search(text[:4000]) is not None
    return counted or (_END.search(text) is not None and _LOADED.search(text) is not None)


def records(text: str) -> Iterator[dict[str, object]]:
    """Its documents as records that `fields` knows."""
    return map(record, documents(text))


def documents(text: str) -> list[str]:
    """The documents of a download, without the lines that part them."""
    parts = _COUNT.split(text) if _COUNT.search(text) else _END.split(text)
    parts = [_without_cover(parts[0]), *parts[1:]]
    return [part for part in parts if part.strip() and len(part.split()) > 3]


def _without_cover(text: str) -> str:
    """A first document without the sheet before it, which lists the titles of all."""
    first = _LISTED.search(text[:_COVER_ENDS]) if _COVER.search(text[:1000]) else None
    title = first and re.compile(rf"^[ \t]*{re.escape(first['title'].rstrip())}[ \t]*$", re.MULTILINE)
    again = title.search(text, first.end()) if title and first else None
    return text[again.start() :] if again else text


def record(text: str) -> dict[str, object]:
    """One document as a record that `fields` knows."""
    parts = _parted(text)
    outlet, day, title = _headed(parts)
    known = {"byline", "headline", "load-date", "language"}
    rest = {name: value for name, value in parts.values.items() if name not in known}
    return {
        **rest,
        "outlet": outlet,
        "published": day,
        "title": parts.values.get("headline") or title,
        "byline": parts.values.get("byline"),
        "language": parts.values.get("language"),
        "load_date": parts.values.get("load-date"),
        "text": "\n\n".join(parts.body),
    }


def _parted(text: str) -> _Document:
    """Head, body and foot of a document: the body begins below the last label of the head."""
    blocks = [block.strip() for block in re.split(r"\n[ \t\f]*\n", text) if block.strip()]
    found = _Document()
    start = _start(blocks)
    for number, block in enumerate(blocks[:start]):
        for line in block.split("\n"):
            _add_to_head(found, line.strip(), number)
    for number, block in enumerate(blocks[start:], start):
        label = _label(block, _labels("foot"))
        if label:
            found.values.setdefault(*label)
        elif not (_RIGHTS.match(block) and number >= len(blocks) - 3):
            found.body.append(" ".join(block.split()))
    return found


def _start(blocks: list[str]) -> int:
    """The number of the first block of the body."""
    named = [i for i, block in enumerate(blocks) if block.split("\n")[-1].strip().lower() in _BODY]
    if named:
        return named[0] + 1
    labels = [
        i for i, block in enumerate(blocks[:16]) if _label(block.split("\n")[-1].strip(), _labels("head"))
    ]
    return labels[-1] + 1 if labels else min(3, len(blocks) - 1)


def _add_to_head(found: _Document, line: str, block: int) -> None:
    label = _label(line, _labels("head") | _labels("foot"))
    if label:
        found.values.setdefault(*label)
    elif line and line.lower() not in _BODY and not _RIGHTS.match(line):
        found.lines.append(line)
        found.blocks.append(block)


@cache
def _labels(part: str) -> frozenset[str]:
    return frozenset(gazetteer.toml("fields")["press_archive"][part])


def _label(block: str, names: frozenset[str]) -> tuple[str, str] | None:
    match = _FIELD.fullmatch(block)
    name = "" if match is None else match["name"].lower()
    return None if match is None or name not in names else (name, " ".join(match["value"].split()))


def _headed(parts: _Document) -> tuple[str | None, str | None, str | None]:
    """Outlet, day and title of a document: older downloads begin with the outlet, newer with the title."""
    days = [_day(line) for line in parts.lines]
    at = next((i for i, day in enumerate(days) if day), None)
    if at is None:
        return next(iter(parts.lines), None), None, " ".join(parts.lines[1:]) or None
    before, after = parts.lines[:at], parts.lines[at + 1 :]
    if len(before) > 1 and not after:
        return before[-1], days[at], " ".join(before[:-1])
    last = [
        line for line, block in zip(after, parts.blocks[at + 1 :], strict=True) if block == parts.blocks[-1]
    ]
    return next(iter(before), None), days[at], " ".join(last) or None


def _day(line: str) -> str | None:
    """The day that a line names, with or without the weekday or an edition behind it."""
    words = line.split()
    for count in (len(words), 4, 3):
        found = stamps.visible(" ".join(words[:count])) if 2 < count <= len(words) else None
        if found:
            return found[:10]
    return None
