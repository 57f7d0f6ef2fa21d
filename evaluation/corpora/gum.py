"""GUM news (Zeldes 2017) from its CoNLL-U: texts, and who is meant by each mention.

Offsets count the characters of the text given here: sentences joined by a space, paragraphs by an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_ENTITY = re.compile(
    r"\((?P<opens>\d+(?:\[\d+/\d+\])?)-(?P<kind>[a-z]+)[^()]*(?P<shut>\)?)|(?P<closes>\d+(?:\[\d+/\d+\])?)\)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean somebody or something: its chain, its characters, and the proper nouns in them."""

    chain: str
    start: int
    end: int
    kind: str  # person, organization, place …
    proper: frozenset[str]  # proper nouns, case folded


@dataclass(slots=True)
class Page:
    """One article with its mentions."""

    name: str
    text: str = ""
    created: str | None = None
    mentions: list[Mention] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    chain: str
    kind: str
    start: int
    proper: set[str] = field(default_factory=set)


def pages(folder: Path) -> Iterator[Page]:
    """The articles under `folder`/dep, sorted by name."""
    for path in sorted((folder / "dep").glob("*.conllu")):
        yield _page(path.stem, path.read_text(encoding="utf-8").splitlines())


def _page(name: str, lines: list[str]) -> Page:
    page = Page(name)
    joint, place = "", 0
    opened: list[_Open] = []
    for line in lines:
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            joint = "\n\n"
        elif line.startswith("# meta::dateCreated = "):
            page.created = line.rsplit(" = ", 1)[1]
        elif line.startswith("# text = "):
            place = len(page.text) + (len(joint) if page.text else 0)
            page.text += (joint if page.text else "") + line.removeprefix("# text = ")
            joint = " "
        elif line[:1].isdigit():
            place = _token(page, line.split("\t"), place, opened)
    return page


def _token(page: Page, row: list[str], place: int, opened: list[_Open]) -> int:
    """Take in one word; the place after it. Words written as one ("don't") share its characters."""
    if not row[0].isdigit():
        return place
    found = page.text.find(row[1], place)
    start = place if found < 0 else found
    end = start + len(row[1])
    entities = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
    steps = list(_ENTITY.finditer(entities))
    opened += [_Open(m["opens"], m["kind"], start) for m in steps if m["opens"]]
    if row[3] == "PROPN":
        for one in opened:
            one.proper.add(row[1].casefold())
    for step in steps:
        chain = step["closes"] or (step["opens"] if step["shut"] else None)
        if chain is not None:
            _close(page, chain, end, opened)
    return end


def _close(page: Page, chain: str, end: int, opened: list[_Open]) -> None:
    """The last opened mention of the chain ends here."""
    for n in range(len(opened) - 1, -1, -1):
        if opened[n].chain == chain:
            one = opened.pop(n)
            number = chain.split("[", maxsplit=1)[0]
            page.mentions.append(Mention(number, one.start, end, one.kind, frozenset(one.proper)))
            return
