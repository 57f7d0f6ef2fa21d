"""Downloads of ProQuest as text: documents between lines of underscores, each a list of labelled fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from retold import gazetteer

_RULE = re.compile(r"^_{20,}[ \t]*$", re.MULTILINE)
_LABEL = re.compile(r"([A-Z][A-Za-z/]+(?: [A-Za-z/]+){0,4}):[ \t]*(.*)")
_TEXT = re.compile(r"^Full text:", re.MULTILINE)
_WHOLE = "Full text"  # the label of the text
_COUNT = re.compile(r"(?:Document )?\d{1,6} of \d{1,6}")
_OWN = re.compile(r"^(?:Database: \S.*|Document URL: \S.*|ProQuest document ID: \d+)$", re.MULTILINE)


def is_download(text: str) -> bool:
    """Whether a text is such a download: lines of underscores part documents that name their database."""
    return _RULE.search(text) is not None and _TEXT.search(text) is not None and _OWN.search(text) is not None


def records(text: str) -> Iterator[dict[str, object]]:
    """Its documents as records that `fields` knows; what holds no text, such as the contents, is none."""
    for document in _RULE.split(text):
        found = _fields(document)
        if _WHOLE in found:
            yield _record(found)


def _fields(document: str) -> dict[str, str]:
    """The fields of a document by their labels; lines without a known label go with the one above.

    Outside the text a label that comes again says the same again.

    Above the first label stands the title, which has none in some downloads.
    """
    found: dict[str, list[str]] = {}
    above: list[str] = []
    name = ""
    for line in document.strip().split("\n"):
        match = _LABEL.fullmatch(line.strip())
        if match is not None and match[1] in _labels() and (match[1] not in found or name != _WHOLE):
            name = match[1]
            found[name] = [match[2]]
        elif name:
            found[name].append(line.strip())
        elif line.strip() and not _COUNT.fullmatch(line.strip()):
            above.append(line.strip())
    if above and found:
        found.setdefault("Title", [" ".join(above)])
    return {name: "\n".join(lines).strip() for name, lines in found.items()}


def _record(found: dict[str, str]) -> dict[str, object]:
    text = found.pop(_WHOLE)
    names: dict[str, str] = gazetteer.toml("fields")["proquest"]
    record: dict[str, object] = {
        names.get(label) or label.lower().replace(" ", "_"): " ".join(value.split())
        for label, value in found.items()
    }
    record["byline"] = _in_order(found.get("Author", ""))
    blocks = re.split(r"\n[ \t]*\n" if "\n\n" in text else r"\n", text)
    record["text"] = "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())
    return record


def _in_order(authors: str) -> str:
    """The writers with their first names first; they are parted by semicolons.

    >>> _in_order("Corrie, Ida; Vale, Tom")
    'Ida Corrie; Tom Vale'
    """
    turned = (one.partition(",") for one in " ".join(authors.split()).split(";"))
    names = (
        f"{given.strip()} {family.strip()}" if "," not in given else f"{family},{given}"
        for family, _, given in turned
    )
    return "; ".join(filter(None, map(str.strip, names)))


@cache
def _labels() -> frozenset[str]:
    tables = gazetteer.toml("fields")
    return frozenset([*tables["proquest"], *tables["press_archive"]["proquest"], _WHOLE])
