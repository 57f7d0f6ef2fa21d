"""Pages of old make: columns laid out in tables, paragraphs that are loose text, which become blocks.

The raised marks of notes are taken out.
"""

from __future__ import annotations

import re
from typing import Any

from retold import parameters
from retold.readers import furniture

_P = parameters.of("readers", "placement")
_CELL = _P.integer("cell")  # characters of a cell that lays out a page
_OWN = _P.integer("own")  # characters of its own that make a block of any kind a paragraph
_MOST_BLOCKS = _P.integer("blocks")  # of a page that are looked at
_NOTE = re.compile(r"\[?(?:\d{1,3}|[a-z*†‡])\]?")  # the mark of a note
_OPENERS = (
    "nav",
    "header",
    "h1",
    "h2",
    "h3",
    "hr",
    "table",
    "div",
    "ul",
    "img",
)  # behind which loose text begins
_HIDDEN_SHARE = _P.number("hidden")  # of a page's text that it hides for good
_MOST_HIDDEN = _P.integer("most_hidden")  # elements of a page that are looked for elsewhere on it
_HIDING = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_REQUESTS = ("amp-consent", "amp-user-notification", "amp-sidebar", "amp-geo")
_HOLDERS = ("p", "div", "ul", "ol", "table", "blockquote")
_COLUMN = ("p", "h1", "h2", "div", "article", "br")
_WRAPPERS = (
    "font",
    "center",
    "span",
    "small",
    "big",
    "b",
    "i",
    "em",
    "strong",
    "nobr",
    "tt",
    "section",
    "main",
)
_INLINE = (
    "i",
    "b",
    "em",
    "strong",
    "tt",
    "nobr",
    "cite",
    "u",
    "a",
    "sup",
    "sub",
    "abbr",
    "small",
    "big",
    "code",
    "q",
)


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


def without_loose_text(tree: Any) -> bool:
    """Make blocks of text in old elements and in the body, which extractions lose; whether any was."""
    from lxml import etree

    found = False
    for element in list(tree.iter("font", "center", "body")):
        if element.tag != "body":
            element.tag, found = "div", True
        first = element.text or ""
        if len(first.strip()) >= _OWN and any(child.tag in ("br", *_HOLDERS) for child in element):
            element.text, found = None, True
            element.insert(0, _paragraph(etree, first))
            _take_inline(element[0])
    for child in list(tree.find("body") if tree.find("body") is not None else ()):
        if child.tag in _OPENERS and len((child.tail or "").strip()) >= _OWN:
            child.tail, loose = None, child.tail
            made = _paragraph(etree, loose)
            child.addnext(made)
            _take_inline(made)
            found = True
    for element in tree.iter():
        if isinstance(element.tag, str) and "-" in element.tag and len((element.text or "").strip()) >= _OWN:
            element.tag, found = "p", True
    return found


def without_struck(tree: Any) -> bool:
    """Take out words that a page shows struck out: it takes them back; whether any were.

    A page that strikes out most of what it says means something else by it.
    """
    struck = [one for one in tree.iter("del", "s", "strike") if one.getparent() is not None]
    count = sum(len(one.text_content()) for one in struck)
    if not count or 2 * count > len(tree.text_content()):
        return False
    for one in struck:
        one.drop_tree()
    return True


def without_next(tree: Any, title: str | None) -> bool:
    """Take out articles with headlines of their own that a page loads below its own; whether any was."""
    articles = [one for one in tree.iter("article") if _titles(one)]
    own = next((one for one in articles if furniture.fold(title or "") in _titles(one)), None)
    if own is None:
        return False
    below = articles[articles.index(own) + 1 :]
    for one in below:
        if own not in one.iterancestors() and one.getparent() is not None:
            one.drop_tree()
    return bool(below)


def _titles(article: Any) -> set[str]:
    """The headlines of the first degree in an article, folded."""
    return {furniture.fold(one.text_content()) for one in article.iter("h1")} - {""}


def without_requests(tree: Any) -> bool:
    """Take out what accelerated pages ask for and their menus, and what a page hides; whether any was.

    Of what is hidden that is what stands elsewhere, too, and the little beside it: a page that hides a large
    part of its text shows it later.
    """
    gone = [*tree.iter(*_REQUESTS), *_hidden_for_good(tree)]
    for one in gone:
        if one.getparent() is not None:
            one.drop_tree()
    return bool(gone)


def _hidden_for_good(tree: Any) -> list[Any]:
    """The hidden elements of a page without which its text is whole."""
    hidden = [one for one in tree.iter("div", "section", "p", "span", "ul", "template") if _is_hidden(one)]
    whole = "".join(tree.text_content().split()) if hidden else ""
    twice: list[Any] = []
    for one in hidden[:_MOST_HIDDEN]:
        words = "".join(one.text_content().split())
        if not words or whole.count(words) > 1:
            twice.append(one)
            whole = whole.replace(words, "", 1) if words else whole
    rest = [one for one in hidden if one not in twice]
    little = sum(len(one.text_content()) for one in rest) <= _HIDDEN_SHARE * len(whole)
    return [*twice, *rest] if little else twice


def _is_hidden(element: Any) -> bool:
    """Whether an element's own markup says that it is not shown."""
    if element.get("hidden") is not None or element.tag == "template":
        return True
    style = element.get("style")
    return style is not None and _HIDING.search(style) is not None


def without_note_marks(tree: Any) -> bool:
    """Take out raised figures that lead to notes below, which would be glued to words; whether any was."""
    marks = [one for one in tree.iter("sup") if _NOTE.fullmatch((one.text_content() or "").strip())]
    linked = [one for one in marks if _leads_below(one)]
    for one in linked:
        one.drop_tree()
    return bool(linked)


def _leads_below(mark: Any) -> bool:
    links = [*mark.iter("a"), *mark.iterancestors("a")]
    return any((one.get("href") or "").startswith("#") for one in links)


def _paragraph(etree: Any, text: str) -> Any:
    made = etree.Element("p")
    made.text = text
    return made


def _take_inline(paragraph: Any) -> None:
    """Move what goes on in the same line, such as a word in italics, into a paragraph made of loose text."""
    while (after := paragraph.getnext()) is not None and after.tag in _INLINE:
        paragraph.append(after)


def _lays_out(cell: Any) -> bool:
    """Whether a cell holds a page's column: headings or paragraphs, in whatever wrapper, and much text."""
    return len(cell.text_content()) > _CELL and _parts_of_column(cell) > 1


def _parts_of_column(element: Any) -> int:
    """How many headings, paragraphs and line breaks a cell has, those of tables within it left out."""
    waiting, found = [element], 0
    while waiting and found < _MOST_BLOCKS:
        for child in waiting.pop():
            if child.tag in _COLUMN:
                found += 1
            elif child.tag in _WRAPPERS:
                waiting.append(child)
    return found


def _only_links(cell: Any) -> bool:
    links = sum(len(link.text_content()) for link in cell.iter("a"))
    return links > 0 and 2 * links >= len(cell.text_content().strip())
