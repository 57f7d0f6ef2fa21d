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
_BARE_COUNT = re.compile(r"^[ \t\f]*(?:Dokument|Document) \d{1,6} (?:of|von|de) \d{1,6}[ \t]*$", re.MULTILINE)
_LENGTH = re.compile(r"^[ \t]*(?:length|länge|longueur|longitud):", re.MULTILINE | re.IGNORECASE)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_COVER = re.compile(r"^[ \t]*(?:User Name|Job Number|Date and Time)\s?:", re.MULTILINE)
_P = parameters.of("readers", "lexisnexis")
_COVER_ENDS = _P.integer("cover")
_COVER_LINES = re.compile(
    r"\A(?:\s*(?:(?:User Name|Job Number|Date and Time)\s?:[^\n]*|Documents? \(\d{1,6}\))[ \t]*(?:\n|\Z))+"
)
_LISTED = re.compile(r"^[ \t]*1\.[ \t]+(?P<title>\S[^\n]*)$", re.MULTILINE)
_LOADED = re.compile(r"^[ \t]*load-date:", re.MULTILINE | re.IGNORECASE)
_FIELD = re.compile(r"(?P<name>[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[ -][^\W\d_]+){0,2})\s?:\s*(?P<value>.*)", re.DOTALL)
_RIGHTS = re.compile(r"(?:copyright\b|©|all rights reserved)", re.IGNORECASE)
_HEAD_BLOCKS = _P.integer("head")  # in which the label of the body stands


@dataclass(slots=True)
class _Document:
    """The parts of one document."""

    lines: list[str] = field(default_factory=list)  # of its head that no label opens: outlet, day, title
    blocks: list[int] = field(default_factory=list)  # the block of each of them
    values: dict[str, str] = field(default_factory=dict)  # what labels open, by the label in lower case
    body: list[str] = field(default_factory=list)
    labelled: bool = False  # whether a label of its own opens the body


def is_download(text: str) -> bool:
    """Whether a text is such a download: it counts its documents, or ends each and dates its load."""
    counted = _COUNT.search(text[:4000]) is not None or _is_counted_barely(text)
    return counted or (_END.search(text) is not None and _LOADED.search(text) is not None)


def _is_counted_barely(text: str) -> bool:
    """Whether "Document 1 of 2" opens a text and labels of such a download follow."""
    return _BARE_COUNT.match(text.lstrip("\ufeff \t\r\n")) is not None and (
        _LENGTH.search(text[:4000]) is not None or _LOADED.search(text) is not None
    )


def records(text: str) -> Iterator[dict[str, object]]:
    """Its documents as records that `fields` knows."""
    return map(record, documents(text))


def documents(text: str) -> list[str]:
    """The documents of a download, without the lines that part them."""
    count = _COUNT if _COUNT.search(text) else _BARE_COUNT if _is_counted_barely(text) else _END
    parts = [_END.sub("", part) for part in count.split(text)]
    parts = [_without_cover(parts[0]), *parts[1:]]
    return [part for part in parts if part.strip() and len(part.split()) > 3]


def _without_cover(text: str) -> str:
    """A first document without the sheet before it, which lists the titles of all."""
    first = _LISTED.search(text[:_COVER_ENDS]) if _COVER.search(text[:1000]) else None
    title = first and re.compile(rf"^[ \t]*{re.escape(first['title'].rstrip())}[ \t]*$", re.MULTILINE)
    again = title.search(text, first.end()) if title and first else None
    return text[again.start() :] if again else _COVER_LINES.sub("", text)


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
        "notice": "correction" if "correction" in parts.values else None,
        "text": "\n\n".join(parts.body),
    }


def _parted(text: str) -> _Document:
    """Head, body and foot of a document: the body begins below the last label of the head."""
    blocks = [block.strip() for block in re.split(r"\n[ \t\f]*\n", text) if block.strip()]
    found = _Document()
    labelled = _at_label(blocks)
    found.labelled = labelled is not None
    blocks, start = labelled or (blocks, _start(blocks))
    for number, block in enumerate(blocks[:start]):
        for line in block.split("\n"):
            _add_to_head(found, line.strip(), number)
    section = ""  # of the foot, under a heading of its own
    for number, block in enumerate(blocks[start:], start):
        label = _label(block, _labels("foot"))
        section = _section(block) or section
        if label is None and section:
            label = section, " ".join(block.split()) if _section(block) is None else ""
        if label and label[1]:
            found.values.setdefault(*label)
        elif not label and not (_RIGHTS.match(block) and number >= len(blocks) - 3):
            found.body.append(" ".join(block.split()))
    return found


def _section(block: str) -> str | None:
    """The heading that a block is, of those under which newer downloads set pictures and classes."""
    name = block.lower().rstrip(": ")
    return name if name in gazetteer.toml("fields")["press_archive"]["sections"] else None


def _at_label(blocks: list[str]) -> tuple[list[str], int] | None:
    """The blocks with the label of the body taken out, and the number of the body's first; None without one.

    The label stands alone in its line, with or without a colon, or opens the first paragraph.
    """
    for number, block in enumerate(blocks[:_HEAD_BLOCKS]):
        lines = block.split("\n")
        for at, line in enumerate(lines):
            label = _body_label().match(line)
            if label is None:
                continue
            above = "\n".join(lines[:at]).strip()
            below = "\n".join([line[label.end() :], *lines[at + 1 :]]).strip()
            head = [*blocks[:number], *filter(None, [above])]
            return [*head, *filter(None, [below]), *blocks[number + 1 :]], len(head)
    return None


def _start(blocks: list[str]) -> int:
    """The number of the first block of a body without a label: below the last label of the head."""
    labels = [
        i for i, block in enumerate(blocks[:16]) if _label(block.split("\n")[-1].strip(), _labels("head"))
    ]
    return labels[-1] + 1 if labels else min(3, len(blocks) - 1)


@cache
def _body_label() -> re.Pattern[str]:
    """What opens the body: a word in a line of its own, or one that only a label is, with text behind it."""
    names = gazetteer.toml("fields")["press_archive"]["body"]
    alone, before = ("|".join(map(re.escape, names[key])) for key in ("alone", "before_text"))
    return re.compile(rf"[ \t]*(?:(?:{alone})\s?:?[ \t]*\Z|(?:{before})\s?:)", re.IGNORECASE)


def _add_to_head(found: _Document, line: str, block: int) -> None:
    label = _label(line, _labels("head") | _labels("foot"))
    if label:
        found.values.setdefault(*label)
    elif line and not _RIGHTS.match(line):
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
    """Outlet, day and title of a document: older downloads begin with the outlet, newer with the title.

    Newer ones label their body and no headline; behind their day stands an edition at most.
    """
    days = [_day(line) for line in parts.lines]
    at = next((i for i, day in enumerate(days) if day), None)
    if at is None:
        return next(iter(parts.lines), None), None, " ".join(parts.lines[1:]) or None
    before, after = parts.lines[:at], parts.lines[at + 1 :]
    newer = parts.labelled and "headline" not in parts.values
    if len(before) > 1 and (newer or not after):
        return before[-1], days[at], " ".join(before[:-1])
    last = [
        line for line, block in zip(after, parts.blocks[at + 1 :], strict=True) if block == parts.blocks[-1]
    ]
    return next(iter(before), None), days[at], " ".join(last) or None


def _day(line: str) -> str | None:
    """The day that a line names, with or without the weekday or an edition behind it."""
    words = line.split()
    for count in (len(words), 4, 3):
        found = stamps.visible(" ".join(words[:count]).rstrip(" ,;")) if 2 < count <= len(words) else None
        if found:
            return found[:10]
    return None
