"""A web page: trafilatura for the report, our own reading for all that it drops.

Trafilatura has the best text but loses credit lines and clock times.
A second pass with resiliparse over the whole page keeps the credit lines;
`pagemeta` reads outlet, address, times and byline.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar

from retold import parameters
from retold.messages import N_
from retold.model import Article
from retold.readers import (
    body,
    decode,
    furniture,
    layouts,
    liveblogs,
    markup,
    pagelines,
    pagemeta,
    placement,
    regions,
    stamps,
    teasers,
    walls,
)
from retold.readers.content import Head
from retold.readers.registry import LIKELY, NEVER, NO, ArticleFormat, Format
from retold.readers.texts import of_article
from retold.readers.walls import Wall

Result = TypeVar("Result")
_P = parameters.of("readers", "html_page")
_LONGEST_VISIBLE = _P.integer("visible")  # characters of visible text that the second pass looks at
_BLOCK = re.compile(r"<(/?)(?:div|section|span|table|ul|ol|blockquote|article|font|b|i|em|center)\b", re.I)
_DEEPEST = _P.integer("deepest")  # nested blocks
_CLOCK = _P.integer("clock")  # characters of the longest line that is a time and nothing else
_SENTENCE_WORDS = _P.integer("sentence")  # a dropped line with fewer is no paragraph of a report


@dataclass(frozen=True, slots=True)
class _Second:
    """What the second pass saw and the first did not keep."""

    credits: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


class _Lines(NamedTuple):
    """The lines of a page as the second pass sees them: all, and those of its main part."""

    whole: list[str]
    main: list[str]


def read(page: str) -> Article | Wall | None:
    """The article of a page, None if no report is found in it. Its id is '' (named for its file).

    A page that only asks for something (a robot's wall, consent, payment) or tells an error is a `Wall`.
    """
    page = decode.tidy(page)
    excess = markup.excess(page)
    if excess is not None:
        return Wall(
            N_("is a page {our_excess}, which no report has").format(our_excess=excess),
            N_("give the text of its report as .txt"),
        )
    tree = _tree(page)
    alive = (
        [] if tree is None else list(tree.iter())
    )  # an element that nobody holds is made anew whenever it is met
    meta = pagemeta.Meta() if tree is None else pagemeta.read(tree)
    own = page
    if tree is not None and layouts.without_next(tree, meta.title):
        own, meta = _written(tree) or page, pagemeta.read(tree)
    paragraphs, lines = _report(own, tree, meta)
    wall = walls.of(meta.title, meta.headings, paragraphs)
    if wall is not None:
        return wall
    if tree is not None and meta.published is None and teasers.is_list(tree, paragraphs, meta.url):
        return teasers.WALL
    made = body.make("\n\n".join(paragraphs), meta.title)
    if not made.text:
        return None
    second = _second_pass(lines, paragraphs, [] if tree is None else pagemeta.captions(tree))
    posts = [] if tree is None else liveblogs.posts(tree, page, made.text, meta.url)
    del alive
    lost = {
        role: value
        for role in ("published", "updated")
        if stamps.unknown(value := getattr(meta, role) or "x")
    }
    return Article(
        id="",
        text=made.text,
        outlet=meta.outlet,
        url=meta.url or markup.saved_from(page),
        title=made.title,
        published=stamps.iso(meta.published),
        updated=stamps.iso(meta.updated),
        byline=meta.byline or pagelines.writers(paragraphs, meta),
        language=meta.language,
        extra=_extra(made.furniture, second, lost, meta.amp) | ({"posts": tuple(posts)} if posts else {}),
    )


def _report(page: str, tree: Any, meta: pagemeta.Meta) -> tuple[list[str], _Lines]:
    """The paragraphs of the report, and the lines of the page as the second pass sees them."""
    if tree is not None and _is_rebuilt(tree):
        page = _written(tree) or page
    found = _best(_paragraphs(page if tree is None else deepcopy(tree)), _lines(meta.body or ""))
    lines = _seen(page)
    found = found or lines.main or _lines(meta.posts or "")
    if tree is not None:
        found = _placed(found, lines.main, tree, meta)
    found = pagelines.without_edges(found, meta)
    clocks = set() if tree is None else _clocks(tree)
    headline = furniture.fold(meta.title or "") or None
    found = [line for line in found if not _is_furniture(line) and line not in clocks]
    found = [line for line in found if furniture.fold(line) != headline] or found
    found = placement.once(found)
    if tree is not None and found:
        found = placement.with_credit(placement.with_licence(found, tree), lines.whole, tree)
    return found, lines


def _clocks(tree: Any) -> set[str]:
    """The words of the page's short elements of time: a line of nothing else reports nothing."""
    words = (" ".join(regions.text_of(one).split()) for one in tree.iter("time"))
    return {one for one in words if len(one) <= _CLOCK}


def _placed(found: list[str], witnessed: list[str], tree: Any, meta: pagemeta.Meta) -> list[str]:
    """The paragraphs after a look at where the page has them, and at what both passes saw of it."""
    blocks = placement.blocks(tree)
    found = placement.parted(found, blocks)
    found = placement.inside(found, blocks, pagemeta.marked_outside(tree))
    found = placement.completed(found, blocks, map(placement.squeezed, witnessed))
    found = placement.with_lead(found, blocks, meta.title)
    found = placement.without_bullets(found, blocks)
    return placement.without_link_lines(found, tree)


def _is_rebuilt(tree: Any) -> bool:
    """Whether the page had columns in tables or loose text, which are blocks now."""
    laid_out = layouts.without_layout(tree)
    noted = layouts.without_note_marks(tree)
    asked, struck = layouts.without_requests(tree), layouts.without_struck(tree)
    return layouts.without_loose_text(tree) or laid_out or noted or asked or struck


def _is_furniture(line: str) -> bool:
    """Whether a line is no report wherever it stands; who supplied the words stays."""
    return furniture.is_picture_line(line) or (furniture.is_line(line) and not _is_credit(line))


def _written(tree: Any) -> str | None:
    from lxml import html

    return _quietly(lambda _: str(html.tostring(tree, encoding="unicode")), "")


def _tree(page: str) -> Any:
    from trafilatura import load_html

    return _quietly(load_html, page)


def _paragraphs(page: Any) -> list[str]:
    """The report as trafilatura has it, a paragraph an item."""
    from trafilatura import extract

    text = _quietly(extract, page, favor_recall=True, include_comments=False, include_tables=True)
    return _lines(text or "")


def _best(extracted: list[str], linked: list[str]) -> list[str]:
    """The extracted report, or the JSON-LD body where it alone has the text or its paragraphs."""
    same = placement.squeezed("".join(extracted)) == placement.squeezed("".join(linked))
    # A page may only say that it loads.
    told = any(not (_is_furniture(line) or furniture.leads_away(line)) for line in extracted)
    return linked if not told or (same and len(linked) > len(extracted)) else extracted


def _seen(page: str) -> _Lines:
    """The page as the second extraction has it; no lines where it cannot take it."""
    from resiliparse.parse.html import HTMLTree

    tree = _quietly(HTMLTree.parse, page)
    if tree is None:
        return _Lines([], [])
    main = "" if _is_too_deep(page) else _visible(tree, main=True)
    return _Lines(_lines(_visible(tree, main=False)[:_LONGEST_VISIBLE]), _lines(main[:_LONGEST_VISIBLE]))


def _visible(tree: Any, main: bool) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    text = _quietly(
        extract_plain_text, tree, main_content=main, comments=False, alt_texts=False, list_bullets=False
    )
    return text or ""


def _is_too_deep(page: str) -> bool:
    """Whether blocks are nested as no page nests them: the search for the main part is quadratic in depth."""
    depth = 0
    for match in _BLOCK.finditer(page):
        depth = max(0, depth + (-1 if match.group(1) else 1))
        if depth > _DEEPEST:
            return True
    return False


def _quietly(parse: Callable[..., Result], page: Any, **options: bool) -> Result | None:
    """Call a parser on hostile page: None for whatever it chokes on, nothing on stderr."""
    _silence()
    try:
        return parse(page, **options)
    except Exception:  # parsers raise anything at all, and a bad page must not stop the pile
        return None


@cache
def _silence() -> None:
    """Keep the parsers' own messages off stderr, once: a handler for each call would make each slower."""
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _second_pass(lines: _Lines, paragraphs: list[str], captions: list[str]) -> _Second:
    """Visible lines that name a supplier, and full sentences of the main part that the first pass dropped."""
    kept = placement.squeezed("\n".join(paragraphs))

    def new(given: Iterable[str], wanted: Callable[[str], bool]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(x for x in given if wanted(x) and placement.squeezed(x) not in kept))

    return _Second(new([*lines.whole, *captions], _is_credit), new(lines.main, _is_report))


@lru_cache(maxsize=8192)  # menus and feet recur on the pages of a site
def _is_credit(line: str) -> bool:
    known = furniture.patterns()
    return len(line.split()) <= known.longest_credit and known.credits.search(line) is not None


def _is_report(line: str) -> bool:
    whole = line.endswith((".", "”", '"')) and len(line.split()) >= _SENTENCE_WORDS
    return whole and not furniture.is_line(line)


def _extra(cut: tuple[str, ...], second: _Second, lost: dict[str, str], amp: str | None) -> dict[str, object]:
    found = {
        "furniture": cut,
        "credits": second.credits,
        "dropped": second.dropped,
        "no_time": lost,
        "amp_url": amp,
    }
    return {name: lines for name, lines in found.items() if lines}


def _probe(head: Head) -> float:
    if not head.start.startswith("<"):
        return NO if "<" in head.text else NEVER
    return LIKELY if markup.is_page(head.start) else NO


FORMAT: ArticleFormat = Format(
    "page (HTML)",
    (".html", ".htm", ".xhtml"),
    _probe,
    of_article(read, marked_up=True),
    "the report, title, outlet, address, times, byline; credits and what was cut in `extra`",
)
