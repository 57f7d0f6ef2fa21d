"""Invented reports of one language with marks in them: quotations with their speakers, dates and credits.

## name | outlet | day of publication
{Speaker|quotation}   its speaker, - where none is named; A/B: either is right, -/A: nobody need be named
⟨Speaker|statement⟩   a statement in other words; quotations inside are marked besides
<value|words>         a date or a length of time as TIMEX3 has it
[Name|words]          a credit
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from retold.model import Article

FOLDER = Path(__file__).parent.parent / "labels" / "speech"
CODES = ("de", "fr", "es")
NEWSWIRE = {
    "de": ("11",),
    "fr": ("11", "12", "13"),
    "es": ("11",),
}  # files of longer sentences, measured apart
_OPEN = re.compile(r"\{([^|{}]*)\||<([^|<>]*)\||\[([^|\[\]]*)\||⟨([^|⟨⟩]*)\||[}>\]⟩]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of the plain text, and what is said of them."""

    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class Marked:
    """An article without its marks, and the marks by sort."""

    article: Article
    speech: list[Mark] = field(default_factory=list)
    dates: list[Mark] = field(default_factory=list)
    credits: list[Mark] = field(default_factory=list)
    indirect: list[Mark] = field(default_factory=list)


def reports(code: str, part: str = "") -> Iterator[Marked]:
    """The reports of a language; `part` names a file besides the first."""
    text = (FOLDER / f"{code}{part}.txt").read_text(encoding="utf-8")
    for block in re.split(r"(?m)^## ", text)[1:]:
        head, _, body = block.partition("\n")
        name, outlet, day = (cell.strip() for cell in head.split("|"))
        yield _plain(f"{code}-{name}", outlet, day, body.strip(), code)


def _plain(name: str, outlet: str, day: str, body: str, code: str) -> Marked:
    pieces: list[str] = []
    stack: list[tuple[int, int, str]] = []
    found: tuple[list[Mark], ...] = ([], [], [], [])
    at = length = 0
    for match in _OPEN.finditer(body):
        pieces.append(body[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match.lastindex:
            stack.append((match.lastindex - 1, length, match[match.lastindex]))
        else:
            sort, start, said = stack.pop()
            found[sort].append(Mark(start, length, said))
    text = "".join([*pieces, body[at:]])
    return Marked(Article(name, text, outlet=outlet, published=day, language=code), *found)
