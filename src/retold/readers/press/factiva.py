"""Downloads of Factiva: documents that end with the line `Document …`, with field codes or without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold import gazetteer, parameters
from retold.readers import stamps

_END = re.compile(
    r"^[ \t]*(?:AN[ \t]+)?Document[ \t]+([A-Z]{1,10}[A-Z0-9]{0,10}\d{8}[A-Za-z0-9]{6,14})[ \t]*$",
    re.MULTILINE,
)
_COUNTED = re.compile(r"^[ \t]*([\d,.]{1,9}) (?:words|mots|Wörter|palabras)[ \t]*$", re.MULTILINE)
_CODED = re.compile(r"([A-Z]{2,3})(?:[ \t]+(\S.*))?")
_RIGHTS = re.compile(r"\(c\)|©|copyright\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]*\.?(?: [^\W\d_a-z][\w’'-]*\.?){1,3}")
_CODE = re.compile(r"[A-Z0-9]{2,10}")
_LEAST_CODES = parameters.of("readers", "factiva").integer("codes")


def is_download(text: str) -> bool:
    """Whether a text is such a download: each document ends with its number, and says its length."""
    return _END.search(text) is not None and (
        _COUNTED.search(text) is not None or re.search(r"^WC[ \t]+\d", text, re.MULTILINE) is not None
    )


def records(text: str) -> Iterator[dict[str, object]]:
    """Its documents as records that `fields` knows."""
    parts = _END.split(text)  # the number of each document stands behind it
    for document, number in zip(parts[::2], parts[1::2], strict=False):
        coded = _coded(document)
        record = _with_codes(coded) if len(coded) >= _LEAST_CODES else _without_codes(document)
        yield {"accession_no": number, **record}


def _coded(document: str) -> dict[str, str]:
    """The fields of a document by their codes: a line that opens with a code, and those behind it."""
    known: dict[str, str] = gazetteer.toml("fields")["factiva"]
    found: dict[str, list[str]] = {}
    code = ""
    for line in document.split("\n"):
        match = _CODED.fullmatch(line.rstrip())
        if match is not None and match[1] in known and match[1] not in found:
            code = match[1]
            found[code] = [match[2] or ""]
        elif code:
            found[code].append(line)
    return {code: "\n".join(lines).strip() for code, lines in found.items()}


def _with_codes(coded: dict[str, str]) -> dict[str, object]:
    names: dict[str, str] = gazetteer.toml("fields")["factiva"]
    record: dict[str, object] = {names[code]: " ".join(value.split()) for code, value in coded.items()}
    record["text"] = _paragraphs("\n\n".join(coded[code] for code in ("LP", "TD") if code in coded))
    return record


def _without_codes(document: str) -> dict[str, object]:
    """Head and text of a document: its title and writer stand above its length, the rest in fixed order."""
    lines = [line.strip() for line in document.strip().split("\n")]
    at = next((i for i, line in enumerate(lines) if _COUNTED.fullmatch(line)), None)
    if at is None:
        return {"text": _paragraphs(document)}
    above = _with_marked_writer(lines[:at])
    end = next((i + 1 for i in range(at + 1, len(lines)) if _RIGHTS.match(lines[i])), at + 1)
    head = [line for line in lines[at + 1 : end - 1] if line]
    return {**_titled(above), **_published(head), "text": _paragraphs("\n".join(lines[end:]))}


def _with_marked_writer(lines: list[str]) -> list[str]:
    """The lines above the length; a name alone between blank lines below the title is a writer's: "By" it."""
    filled = [at for at, line in enumerate(lines) if line]
    last = filled[-1] if filled else 0
    alone = len(filled) > 1 and last - filled[-2] > 1 and _NAME.fullmatch(lines[last]) is not None
    return [f"By {lines[at]}" if alone and at == last else lines[at] for at in filled]


def _titled(above: list[str]) -> dict[str, object]:
    """Section, title and writer: the writer opens with "By", and a section stands alone above the title."""
    writer = next((line for line in above if re.match(r"(?:By|Par|Von|Por)\s", line)), None)
    rest = [line for line in above if line != writer]
    section = rest.pop(0) if len(rest) > 1 and len(rest[0].split()) <= 3 else None
    byline = re.sub(r"\A\w+\s+", "", writer) if writer else None
    return {"section": section, "title": " ".join(rest), "byline": byline}


def _published(head: list[str]) -> dict[str, object]:
    """Day, clock time, outlet, page and language: the day comes first, and the outlet behind it."""
    day = next((i for i, line in enumerate(head) if stamps.visible(line)), None)
    if day is None:
        return {}
    rest = head[day + 1 :]
    time = rest.pop(0) if rest and re.fullmatch(r"\d\d:\d\d(?: [A-Z]{3,4})?", rest[0]) else None
    outlet = rest.pop(0) if rest else None
    pages = [line for line in rest if re.fullmatch(r"(?:[A-Z]?\d{1,4}[A-Z]?(?:, ?)?)+", line)]
    language = next((line for line in rest if line.isalpha() and not _CODE.fullmatch(line)), None)
    found = {"published": head[day], "outlet": outlet, "time": time}
    return {**found, "page": pages[0] if pages else None, "language": language}


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(block.split()) for block in re.split(r"\n[ \t]*\n", text) if block.strip())
