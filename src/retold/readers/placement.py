"""Where the paragraphs of a report stand in its page: what belongs to them, and what only stands beside.

An extraction library takes one container of a page, or runs several blocks into one line.
The page itself shows what it lost: blocks of the same make as those that it kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from retold import parameters
from retold.readers import pagemeta

_P = parameters.of("readers", "placement")
_SENTENCE = _P.integer("sentence")  # words of the shortest block that is added
_COVERED = _P.number("covered")  # share of a line that blocks must make up to part it
_MOST_OUTSIDE = _P.number("outside")  # share of a report that may stand beside it
_MOST_BLOCKS = _P.integer("blocks")  # of a page that are looked at
_CELL = _P.integer("cell")  # characters of a cell that lays out a page
_LEAVES = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "time")
_HOLDERS = ("p", "div", "ul", "ol", "table", "blockquote")
_BESIDE = ("aside", "nav", "footer", "figure", "form", "header")
_CLOSED = (".", "”", '"', "!", "?", "»", "…", "’")


class Block(NamedTuple):
    """A paragraph, heading or item of a page: its words, its nesting, whether it stands beside the report."""

    text: str
    squeezed: str  # the text without its spaces
    make: tuple[str, ...]  # tag and class of it, its parent and the parent of that
    beside: bool


def blocks(tree: Any) -> list[Block]:
    """The blocks of a page in their order; `tree` is an lxml element."""
    found: list[Block] = []
    for element in tree.iter(*_LEAVES):
        if len(found) >= _MOST_BLOCKS:
            break
        if element.tag == "li" and any(child.tag in _HOLDERS for child in element):
            continue
        text = " ".join(element.text_content().split())
        if text:
            found.append(_block(element, text))
    return found


def _block(element: Any, text: str) -> Block:
    above = [element, *element.iterancestors()]
    make = tuple(f"{one.tag}.{' '.join((one.get('class') or '').split())}" for one in above[:3])
    beside = any(
        one.tag in _BESIDE or pagemeta.is_outside(one) for one in above if one.tag not in ("html", "body")
    )
    return Block(text, squeezed(text), make, beside)


def parted(paragraphs: Sequence[str], page: Sequence[Block]) -> list[str]:
    """The paragraphs, those parted that run several blocks of the page into one line."""
    found: list[str] = []
    whole = {block.squeezed for block in page}
    for paragraph in paragraphs:
        found += ([] if squeezed(paragraph) in whole else _parts(paragraph, page)) or [paragraph]
    return found


def _parts(paragraph: str, page: Sequence[Block]) -> list[str]:
    """The blocks that make up a line, in their order; [] where they do not."""
    line, place = squeezed(paragraph), 0
    parts: list[Block] = []
    for block in page:
        at = line.find(block.squeezed, place)
        if at == place or (at > 0 and parts):
            parts.append(block)
            place = at + len(block.squeezed)
    whole = len(parts) > 1 and sum(len(part.squeezed) for part in parts) >= _COVERED * len(line)
    return [part.text for part in parts] if whole else []


def completed(paragraphs: Sequence[str], page: Sequence[Block]) -> list[str]:
    """The paragraphs with the sentences of the page that stand in containers of the same make."""
    lines = [squeezed(paragraph) for paragraph in paragraphs]
    given, known = frozenset(lines), set(lines)
    makes = {block.make for block in page if block.squeezed in known and _tells(block)}
    found = list(paragraphs)
    waiting: list[Block] = []
    for block in page:
        if block.squeezed in given and block.squeezed in lines:
            at = lines.index(block.squeezed)
            found[at:at] = [one.text for one in waiting]
            lines[at:at] = [one.squeezed for one in waiting]
            waiting = []
        elif block.squeezed not in known and _may_join(block, makes):
            waiting.append(block)
            known.add(block.squeezed)
    return [*found, *(one.text for one in waiting)]


def _may_join(block: Block, makes: set[tuple[str, ...]]) -> bool:
    """Whether a block is a sentence in a container of one of these makes."""
    return block.make in makes and not block.beside and _is_sentence(block.text)


def _tells(block: Block) -> bool:
    """Whether the nesting of a block tells its container from others: one of them has a class."""
    return not block.beside and any(not level.endswith(".") for level in block.make)


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _SENTENCE and text.endswith(_CLOSED)


def without_bullets(paragraphs: Sequence[str], page: Sequence[Block]) -> list[str]:
    """The paragraphs, items of a list without the dash that an extraction sets before them."""
    items = {block.squeezed for block in page if block.make[0].startswith("li.")}
    bare = ((one, one.removeprefix("- ")) for one in paragraphs)
    return [item if item != one and squeezed(item) in items else one for one, item in bare]


def inside(paragraphs: Sequence[str], page: Sequence[Block], outside: Iterable[str]) -> list[str]:
    """The paragraphs without those that the page has only beside its report: captions, bylines, offers."""
    within = {block.squeezed for block in page if not block.beside}
    beside = {block.squeezed for block in page if block.beside} - within
    marked = list(dict.fromkeys(squeezed(text) for text in outside))[:_MOST_BLOCKS]
    kept = [one for one in paragraphs if not _is_beside(squeezed(one), within, beside, marked)]
    lost = sum(map(len, paragraphs)) - sum(map(len, kept))
    return kept if lost <= _MOST_OUTSIDE * sum(map(len, paragraphs)) else list(paragraphs)


def _is_beside(text: str, within: set[str], beside: set[str], marked: Sequence[str]) -> bool:
    return text not in within and (text in beside or any(text in one for one in marked))


def without_layout(tree: Any) -> bool:
    """Undo tables that lay out the page and hold no figures; whether there was one.

    Their cells become blocks, and cells that only hold links are taken out.
    """
    tables = [table for table in tree.iter("table") if any(_lays_out(cell) for cell in table.iter("td"))]
    for table in tables:
        for cell in list(table.iter("td")):
            if _only_links(cell):
                cell.drop_tree()
        for part in list(table.iter("table", "tbody", "tr", "td", "th")):
            part.tag = "div"
    return bool(tables)


def _lays_out(cell: Any) -> bool:
    """Whether a cell holds a page's column: headings or paragraphs and much text."""
    children = sum(1 for child in cell if child.tag in ("p", "h1", "h2", "div", "article", "br"))
    return children > 1 and len(cell.text_content()) > _CELL


def _only_links(cell: Any) -> bool:
    links = sum(len(link.text_content()) for link in cell.iter("a"))
    return links > 0 and 2 * links >= len(cell.text_content().strip())


def squeezed(text: str) -> str:
    """A text without its spaces, so that two extractions of one line agree."""
    return "".join(text.split())
