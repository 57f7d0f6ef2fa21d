"""Where the paragraphs of a report stand in its page: what belongs to them, and what only stands beside.

An extraction library takes one container of a page, or runs several blocks into one line.
The page itself shows what it lost: blocks of the same make as those that it kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from retold import parameters
from retold.readers import furniture, pagemeta, regions

_P = parameters.of("readers", "placement")
_SENTENCE = _P.integer("sentence")  # words of the shortest block that is added
_COVERED = _P.number("covered")  # share of a line that blocks must make up to part it
_MOST_OUTSIDE = _P.number("outside")  # share of a report that may stand beside it
_MOST_BLOCKS = _P.integer("blocks")  # of a page that are looked at
_OWN = _P.integer("own")  # characters of its own that make a block of any kind a paragraph
_LINKED = _P.number("linked")  # share of a line that links must make up for it to lead elsewhere
_ALL_LINKS = _P.number("all_links")  # share of what stands below a heading that links make up
_LINK_WORDS = _P.integer("link_words")  # of the longest such line
_TWICE = _P.integer("twice")  # characters of the shortest paragraph that no report has twice
_CARD = _P.integer("card")  # characters of the longest card
_LICENCE = _P.integer("licence")  # characters of the longest line by which an agency claims the rights
_MOST_CLAIMED = 4 * _LICENCE  # characters with the white space of the markup
_RIGHTS = re.compile(r"©|\([cC]\)|copyright", re.IGNORECASE)
_CREDITING = ("p", "div", "span", "small", "em", "i", "li", "cite", "address", "footer")
_PICTURES = ("figure", "picture", "aside", "nav", "script", "style")
_HEADINGS = ("h1", "h2", "h3", "h4")
_LEAD, _LONGEST_LEAD, _MOST_LEADS = _P.integer("lead"), _P.integer("longest_lead"), _P.integer("leads")
_ANY = ("div", "section", "blockquote", "dd")
_LEAVES = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "time")
_HOLDERS = ("p", "div", "ul", "ol", "table", "blockquote")
_BESIDE = ("aside", "nav", "footer", "figure", "form", "header")
_CLOSED = (".", "”", '"', "!", "?", "»", "…", "’")
_STOPPED = tuple(one for one in _CLOSED if one != "…")  # three points lead on


class Block(NamedTuple):
    """A paragraph, heading or item of a page: its words, its nesting, whether it stands beside the report."""

    text: str
    squeezed: str  # the text without its spaces
    make: tuple[str, ...]  # tag and class of it, its parent and the parent of that; () if it stands beside
    beside: bool
    linked: bool = False  # whether most of it leads to other pages
    within: int = 0  # a number of its container


def blocks(tree: Any) -> list[Block]:
    """The blocks of a page in their order; `tree` is an lxml element."""
    found: list[Block] = []
    beside: dict[Any, bool] = {}
    makes: dict[Any, tuple[str, ...]] = {}  # of what holds a block
    for element in tree.iter(*_LEAVES, *_ANY):
        if len(found) >= _MOST_BLOCKS:
            break
        if len(element) and element.tag not in ("p", "time") and any(c.tag in _HOLDERS for c in element):
            continue
        if element.tag in _ANY and not _has_own(element):
            continue
        text = " ".join(regions.text_of(element).split())
        if text:
            found.append(_block(element, text, beside, makes))
    return found


def _has_own(element: Any) -> bool:
    """Whether a block has words of its own, as a paragraph has."""
    return regions.own_length(element) >= _OWN and not any(child.tag in _LEAVES for child in element)


def _block(element: Any, text: str, known: dict[Any, bool], makes: dict[Any, tuple[str, ...]]) -> Block:
    bare = text.replace(" ", "")  # its blanks are single spaces
    if _stands_beside(element, known):
        return Block(text, bare, (), True)
    links = sum(len(regions.text_of(link)) for link in element.iter("a")) if len(element) else 0
    parent = element.getparent()
    if parent not in makes:
        above = None if parent is None else parent.getparent()
        makes[parent] = tuple(_made(one) for one in (parent, above) if one is not None)
    make = (_made(element), *makes[parent])
    return Block(text, bare, make, False, links >= _LINKED * len(text), id(parent))


def _made(element: Any) -> str:
    return f"{element.tag}.{' '.join((element.get('class') or '').split())}"


def _stands_beside(element: Any, known: dict[Any, bool]) -> bool:
    """Whether an element is, or stands in, what a page has beside its report; `known` is filled."""
    return regions.is_within(element, known, _begins_beside, lambda one: one.tag in ("html", "body"))


def _begins_beside(element: Any) -> bool:
    return _is_beside_by_tag(element) or _is_card(element) or pagemeta.is_outside(element)


def _is_card(element: Any) -> bool:
    """Whether an element is an article within another that leads to another page: its heading is a link."""
    if element.tag != "article" or next(element.iterancestors("article"), None) is None:
        return False
    if len(regions.text_of(element)) > _CARD:
        return False
    links = (one for heading in element.iter(*_HEADINGS) for one in heading.iter("a"))
    headed = next((str(one.get("href") or "") for one in links), "#")
    return not headed.startswith("#")


def _is_beside_by_tag(element: Any) -> bool:
    """Whether an element holds what stands beside a report; the head that holds its headline does not."""
    return element.tag in _BESIDE and not (element.tag == "header" and element.find(".//h1") is not None)


def with_lead(paragraphs: Sequence[str], page: Sequence[Block], title: str | None) -> list[str]:
    """The paragraphs below the sentences that the page has between its headline and the first of them.

    Extractions drop a lead that stands in another container than the rest.
    """
    known, whole = {squeezed(one) for one in paragraphs}, squeezed("".join(paragraphs))
    first = next((at for at, block in enumerate(page) if block.squeezed in known), 0)
    heads = [at for at, block in enumerate(page[:first]) if _is_headed(block, title)]
    between = page[heads[-1] + 1 : first] if heads else []
    lead = [one.text for one in between if not one.beside and _is_lead(one) and one.squeezed not in whole]
    return [*dict.fromkeys(lead[:_MOST_LEADS]), *paragraphs]


def once(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs, a long one that stands twice kept where it stands first.

    Pages have their text once for telephones and once for desks, and hide one of the two.
    """
    kept: dict[str, str] = {}
    for at, one in enumerate(paragraphs):
        kept.setdefault(squeezed(one) if len(one) >= _TWICE else str(at), one)
    return list(kept.values())


def _is_headed(block: Block, title: str | None) -> bool:
    return (
        bool(title)
        and bool(block.make)
        and block.make[0][:2] in ("h1", "h2")
        and squeezed(title or "") in block.squeezed
    )


def _is_lead(block: Block) -> bool:
    words = len(block.text.split())
    return _LEAD <= words <= _LONGEST_LEAD and block.text.endswith(_CLOSED) and not block.linked


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


def completed(paragraphs: Sequence[str], page: Sequence[Block], witnessed: Iterable[str] = ()) -> list[str]:
    """The paragraphs with the sentences of the page in containers of the same make, or among them.

    `witnessed`: the lines, without spaces, that another extraction takes for the main part; one of them that
    stands between two kept paragraphs joins them whatever its container.
    """
    lines = [squeezed(paragraph.removeprefix("- ")) for paragraph in paragraphs]
    given, known, whole = frozenset(lines), set(lines), "".join(lines)
    makes = {block.make for block in page if block.squeezed in known and _tells(block)}
    among = _among(page, known) | _between(page, known, frozenset(witnessed))
    found = list(paragraphs)
    waiting: list[Block] = []
    for at, block in enumerate(page):
        if block.squeezed in given and block.squeezed in lines:
            place = lines.index(block.squeezed)
            found[place:place] = [one.text for one in waiting]
            lines[place:place] = [one.squeezed for one in waiting]
            waiting = []
        elif _may_join(block, block.make in makes or at in among) and block.squeezed not in whole:
            waiting.append(block)
            whole += block.squeezed
    return [*found, *(one.text for one in waiting)]


def _among(page: Sequence[Block], known: set[str]) -> set[int]:
    """The numbers of blocks that have a kept one before and behind them in their own container."""
    ends: dict[int, list[int]] = {}
    for at, block in enumerate(page):
        if block.squeezed in known and not block.beside:
            ends.setdefault(block.within, []).append(at)
    return {
        at
        for at, block in enumerate(page)
        if (kept := ends.get(block.within)) and (kept[0] < at < kept[-1] or _closes(block, at, kept))
    }


def _between(page: Sequence[Block], known: set[str], witnessed: frozenset[str]) -> set[int]:
    """The numbers of witnessed blocks that have a kept one before and behind them."""
    kept = [at for at, block in enumerate(page) if block.squeezed in known and not block.beside]
    if not kept:
        return set()
    return {at for at in range(kept[0], kept[-1]) if page[at].squeezed in witnessed}


def _closes(block: Block, at: int, kept: list[int]) -> bool:
    """Whether a block is the next behind those that were kept, on a page without names for its containers."""
    return len(kept) > 2 and at == kept[-1] + 1 and all(level.endswith(".") for level in block.make)


def _may_join(block: Block, fits: bool) -> bool:
    """Whether a block whose place fits is a sentence of the report, and does not lead elsewhere."""
    return fits and not block.beside and not block.linked and _is_sentence(block.text)


def _tells(block: Block) -> bool:
    """Whether the nesting of a block tells its container from others: one of them has a class."""
    return not block.beside and any(not level.endswith(".") for level in block.make)


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _SENTENCE and text.endswith(_CLOSED)


def without_bullets(paragraphs: Sequence[str], page: Sequence[Block]) -> list[str]:
    """The paragraphs, items of a list without the dash that an extraction sets before them."""
    items = {block.squeezed for block in page if block.make[:1] and block.make[0].startswith("li.")}
    bare = ((one, one.removeprefix("- ")) for one in paragraphs)
    return [item if item != one and squeezed(item) in items else one for one, item in bare]


def without_link_lines(paragraphs: Sequence[str], tree: Any) -> list[str]:
    """The paragraphs without short lines that only lead to other pages: links and a word before them."""
    short = [one for one in paragraphs[1:] if len(one.split()) <= _LINK_WORDS and not one.endswith(_STOPPED)]
    waiting = set(map(squeezed, short))  # the first line may be a headline that leads to its own page
    links = _link_lines(tree, waiting) if waiting else set()
    links |= _headings_of_links(tree, waiting) if waiting else set()
    kept = [one for one in paragraphs if squeezed(one) not in links or one.endswith(_STOPPED)]
    return kept or list(paragraphs)


def _headings_of_links(tree: Any, waiting: set[str]) -> set[str]:
    """Which of these lines are headings of nothing but links and cards."""
    found: set[str] = set()
    for heading in tree.iter("h2", "h3", "h4", "h5", "h6", "strong", "b", "p"):
        text = squeezed(regions.text_of(heading))
        holder = heading.getparent()
        if text not in waiting or holder is None:
            continue
        after = heading.getnext() if heading.tag == "p" and text.endswith(":") else None
        listed = after is not None and after.tag in ("ul", "ol") and _leads(after, 0)
        found |= {text} if listed or _leads(holder, len(text)) else set()
    return found


def _link_lines(tree: Any, waiting: set[str]) -> set[str]:
    """Which of these lines are mostly links wherever the page has them."""
    found: dict[str, bool] = {}
    for link in tree.iter("a"):
        if any(one.tag in _HEADINGS for one in link.iterancestors()):
            continue
        for element in (link, link.getparent()):
            text = squeezed(regions.text_of(element)) if element is not None and len(element) < 8 else ""
            if text in waiting:
                linked = sum(len(squeezed(regions.text_of(one))) for one in element.iter("a"))
                rest = len(text) - _label(element)
                found[text] = found.get(text, True) and linked >= _LINKED * rest
    return {text for text, mostly in found.items() if mostly}


def _label(element: Any) -> int:
    """Characters of the known words before a colon that lead to a link: Read also:"""
    label, colon, _ = " ".join(regions.text_of(element).split()).partition(":")
    return len(squeezed(label)) + 1 if colon and furniture.leads_on(label) else 0


def _leads(holder: Any, without: int) -> bool:
    """Whether an element is nothing but links and cards, a heading of so many characters left out."""
    rest = len(squeezed(regions.text_of(holder))) - without
    leading = (one for one in holder.iter("a", "article") if one.tag == "a" or _is_card(one))
    linked = sum(len(squeezed(regions.text_of(one))) for one in leading)
    return rest > 0 and linked >= _ALL_LINKS * rest


def inside(paragraphs: Sequence[str], page: Sequence[Block], outside: Iterable[str]) -> list[str]:
    """The paragraphs without those that the page has only beside its report: captions, bylines, offers."""
    within = {block.squeezed for block in page if not block.beside}
    beside = {block.squeezed for block in page if block.beside} - within
    marked = list(dict.fromkeys(squeezed(text) for text in outside))[:_MOST_BLOCKS]
    bare = {
        one: squeezed(one.removeprefix("- ")) for one in paragraphs
    }  # an item has a dash in an extraction
    kept = [one for one in paragraphs if not _is_beside(bare[one], within, beside, marked)]
    lost = sum(map(len, paragraphs)) - sum(map(len, kept))
    return kept if lost <= _MOST_OUTSIDE * sum(map(len, paragraphs)) else list(paragraphs)


def _is_beside(text: str, within: set[str], beside: set[str], marked: Sequence[str]) -> bool:
    return text not in within and (text in beside or any(text in one for one in marked))


def with_credit(paragraphs: Sequence[str], lines: Iterable[str], tree: Any) -> list[str]:
    """The paragraphs and, last, the line below them that credits an agency and that extractions drop.

    `lines`: of the page. A credit is found in the text of an article alone; one in a foot of the article is
    of its report, as `with_licence` has it.
    """
    known = "".join(map(squeezed, paragraphs))
    waiting = {squeezed(one) for one in lines if furniture.is_credit(one) and squeezed(one) not in known}
    for element in tree.iter(*_CREDITING) if waiting else ():
        line = " ".join(regions.text_of(element).split())
        fits = len(line) <= _LICENCE and squeezed(line) in waiting and element.find(".//a") is None
        if fits and _is_of_article(element) and _is_below(line, paragraphs, tree):
            return [*paragraphs, line]
    return list(paragraphs)


def _is_below(line: str, paragraphs: Sequence[str], tree: Any) -> bool:
    """Whether a page has a line below the last of its paragraphs."""
    whole = squeezed(tree.text_content())
    return whole.rfind(squeezed(line)) > whole.rfind(squeezed(paragraphs[-1]))


def with_licence(paragraphs: Sequence[str], tree: Any) -> list[str]:
    """The paragraphs and, last, the line below them by which an agency claims the rights.

    Only what stands in the article is looked at: a foot of the whole page says whose the page is, and
    a figure whose the picture is.
    """
    known = "".join(map(squeezed, paragraphs))
    for element in _claiming(tree):
        line = " ".join(regions.text_of(element).split())
        short = len(line) <= _LICENCE and furniture.is_licence(line) and squeezed(line) not in known
        if short and _is_of_article(element) and _is_below(line, paragraphs, tree):
            return [*paragraphs, line]
    return list(paragraphs)


def _claiming(tree: Any) -> list[Any]:
    """The elements that open with a short text that has the sign or the word of rights."""
    search = _RIGHTS.search
    return [
        one
        for one in tree.iter()
        if (text := one.text) and len(text) <= _MOST_CLAIMED and search(text) and isinstance(one.tag, str)
    ]


def _is_of_article(element: Any) -> bool:
    """Whether an element stands in the article or right behind it, in no picture and in nothing beside it."""
    above = [element, *element.iterancestors()]
    if any(one.tag in _PICTURES or pagemeta.is_outside(one) for one in above):
        return False
    return regions.is_in_article(element) or (_is_behind_article(element) and element.tag != "footer")


def _is_behind_article(element: Any) -> bool:
    before = element.getprevious()
    return before is not None and before.tag == "article"


def squeezed(text: str) -> str:
    """A text without its spaces, so that two extractions of one line agree."""
    return "".join(text.split())
