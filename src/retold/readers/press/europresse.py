"""Downloads of Europresse as text: documents that end with a notice of rights and with their number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold import parameters
from retold.readers import stamps

_NUMBER = re.compile(
    r"^[ \t]*(?:news[·.])?(\d{8})[·.]([A-Z0-9]{1,8})[·.]([\w·.-]{1,40})[ \t]*$", re.MULTILINE
)
_RIGHTS = re.compile(
    r"^[ \t]*(?:©|\(c\)|copyright\b).*$"
    r"|^.*(?:présent document est protégé par les lois|document is protected by copyright).*$",
    re.IGNORECASE | re.MULTILINE,
)
_COUNT = re.compile(r"\b[\d\s,.]{1,9}(?:mots|words)\b", re.IGNORECASE)
_PAGE = re.compile(r"\bp(?:p|g|ages?)?\.?\s?([A-Z]?\d[\w, -]{0,10})", re.IGNORECASE)
_PARTS = re.compile(r"(?<!\s)\s*[•·]\s*|,\s+|\s-\s")
_STOPS = (".", "!", "?", "»", "”", '"', "…")
_P = parameters.of("readers", "europresse")
_HEAD, _BYLINE = _P.integer("head"), _P.integer("byline")


def is_download(text: str) -> bool:
    """Whether a text is such a download: each document says its length and ends with rights and a number."""
    ends = _NUMBER.search(text), _RIGHTS.search(text)
    return all(ends) and any(_day(line) for line in _head(text) if _COUNT.search(line))


def records(text: str) -> Iterator[dict[str, object]]:
    """Its documents as records that `fields` knows."""
    low = 0
    for match in _NUMBER.finditer(text):
        document, low = text[low : match.start()], match.end()
        if _RIGHTS.search(document) is not None:
            yield {**_record(document), "document_number": match[0].strip()}


def _record(document: str) -> dict[str, object]:
    lines = _RIGHTS.sub("", document).split("\n")
    shown = [n for n, line in enumerate(lines) if line.strip()]
    dated = next((n for n in shown[:_HEAD] if _day(lines[n])), None)
    if dated is None:
        return {"text": "\n".join(lines).strip()}
    above = [lines[n].strip() for n in shown if n < dated]
    below = [n for n in shown if n > dated]
    title = lines[below[0]].strip() if below else ""
    writer = _writer(lines, below)
    start = below[1 + bool(writer)] if len(below) > 1 + bool(writer) else len(lines)
    page = _PAGE.search(lines[dated])
    return {
        "outlet": (above[0] if above else _PARTS.split(lines[dated].strip())[0]).split(", no.")[0],
        "published": _day(lines[dated]),
        "title": title,
        "byline": writer,
        "page": page[1].strip() if page else None,
        "header": lines[dated].strip(),
        "text": "\n".join(lines[start:]).strip(),
    }


def _writer(lines: list[str], below: list[int]) -> str:
    """The line between headline and text that names who wrote it, '' where there is none."""
    if len(below) < 3:
        return ""
    line = lines[below[1]].strip()
    is_name = len(line.split()) <= _BYLINE and not line.endswith(_STOPS) and line[:1].isupper()
    return line if is_name and not any(map(str.isdigit, line)) else ""


def _head(text: str) -> list[str]:
    return [line for line in text[:2000].split("\n") if line.strip()][:_HEAD]


def _day(line: str) -> str | None:
    """The day that a line of the head gives, alone or between other parts: lundi 4 mars 2019 • 320 mots."""
    parts = [part for part in _PARTS.split(line.strip()) if part]
    pieces = (" ".join(parts[at : at + n]) for at in range(len(parts)) for n in (1, 2, 3))
    return next((day for piece in pieces if (day := stamps.visible(piece))), None)
