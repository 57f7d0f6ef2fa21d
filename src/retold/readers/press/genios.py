"""Downloads of German press databases (GENIOS, WISO) as text: a line of paper and day opens each document.

Below stand headline, labelled lines and the text, and then again the paper, the number of the document and
whose the rights are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from retold import gazetteer, parameters

_LEAST = parameters.of("readers", "genios").integer("lines")
_RULE = re.compile(r"^[ \t]*(?:Dokument[ \t]+\d{1,5}[ \t]+von[ \t]+\d{1,5}|[-_=]{20,})[ \t]*$", re.MULTILINE)
_PAPER = re.compile(
    r"^[ \t]*(?P<outlet>[^\n,:]{2,60}?)(?: \([^()\n]{1,40}\))? vom (?P<published>\d\d?\.\d\d?\.\d{4})"
    r"(?:,? (?:Nr\. ?|Ausgabe )\w{1,12})?(?:,? (?:Seite|S\.) ?(?P<page>[^\n,/]{1,20}))?"
    r"(?: ?[,/|] ?[^\n]{0,60})?[ \t]*$",
    re.MULTILINE,
)
_LABELLED = re.compile(r"[ \t]*([^\W\d_][\wäöüß -]{2,24}):[ \t]*(\S[^\n]*)?")


class _Labels(NamedTuple):
    """The words before a colon: of fields above the text, and of lines below it."""

    above: dict[str, str]  # and what we call them
    below: re.Pattern[str]


@cache
def _labels() -> _Labels:
    table: dict[str, str] = gazetteer.toml("fields")["genios"]
    below = re.compile(rf"^[ \t]*(?:{table['below']})", re.MULTILINE)
    return _Labels({label: name for label, name in table.items() if label != "below"}, below)


def is_download(text: str) -> bool:
    """Whether a text is such a download: lines of paper and day, and lines that number or own a document."""
    return _PAPER.search(text) is not None and len(_labels().below.findall(text)) >= _LEAST


def records(text: str) -> Iterator[dict[str, object]]:
    """Its documents as records that `fields` knows; what has no line of paper and day is none."""
    for document in _RULE.split(text):
        paper = _PAPER.search(document)
        if paper is not None:
            below = _labels().below.search(document, paper.end())
            body = document[paper.end() : below.start() if below else len(document)]
            above = document[: paper.start()].strip()
            yield {**paper.groupdict(), **_headed(f"{above}\n\n{body}" if above else body)}


def _headed(body: str) -> dict[str, object]:
    """Headline, labelled lines and text of a document without the line of its paper."""
    lines = body.strip().split("\n")
    found: dict[str, object] = {"title": lines[0].strip()}
    for at, line in enumerate(lines[1:], 1):
        label = _LABELLED.fullmatch(line)
        name = _labels().above.get(label[1].strip().lower()) if label else None
        if line.strip() and name is None:
            return {**found, "text": "\n".join(lines[at:]).strip()}
        if label and name and label[2]:
            found[name] = label[2].strip()
    return {**found, "text": ""}
