"""Where an element of a page stands: between headline and report, above, behind, or in something else.

A page shows more than its report: a masthead with the day on which it was fetched, cards of other reports
with their writers and times, comments with their authors. What stands close to the headline is the report's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from retold import gazetteer, parameters

_P = parameters.of("readers", "regions")
_TEXT = _P.integer("text")  # characters of its own that make an element a paragraph
_REPORT = _P.integer("report")  # characters of something marked up as an article that may be the report
_LINES = _P.integer("lines")  # parted by breaks that a line of writer and time has at most
_LEVELS = _P.integer("levels")  # above the headline within which a line above it belongs to it
_MOST = _P.integer("elements")  # of a page that are looked at
BELOW, ABOVE, BEHIND = 0, 1, 2  # the ranks of places, the best first
_BUILT = "widget"  # what builders of pages call whatever they set
_PIECES = re.compile(r"\s[|•·]\s")
_WITHIN = ("article", "main")
_ELSEWHERE = ("nav", "aside", "figure")
_EDGES = ("footer", "header")


@dataclass(slots=True)
class Regions:
    """The elements of a page by their place.

    The headline ends with the element of number `start`, the report begins with that of number `text`.
    `above`: the element of the headline and all that hold it; `near`: what holds it closely.
    """

    elements: list[Any]
    above: frozenset[Any] = frozenset()
    near: frozenset[Any] = frozenset()
    start: int = -1
    text: int = 0
    foreign: dict[Any, bool] = field(default_factory=dict)
    # Classes that the headline stands in: they tell nothing of what else has them.
    neutral: tuple[str, ...] = ()
    numbers: list[int] | None = None  # of the elements that are not foreign, once they were asked for
    tags: list[str] = field(default_factory=list)  # of the elements, which are asked for many times

    def __post_init__(self) -> None:
        """Ask each element for its tag once."""
        self.tags = [element.tag for element in self.elements]

    def rank(self, at: int) -> int | None:
        """`BELOW`, `ABOVE` or `BEHIND` of the element with this number; None if it is of something else."""
        return None if self.is_foreign(self.elements[at]) else self._own_rank(at)

    def _own_rank(self, at: int) -> int | None:
        if self.start < at < self.text:
            return BELOW
        if at <= self.start:
            return ABOVE if self._is_near(self.elements[at]) else None
        return BEHIND

    def own(self) -> list[int]:
        """The numbers of the elements that are of nothing else: most of a page are of its menus and cards."""
        if self.numbers is None:
            self.numbers = [at for at, one in enumerate(self.elements) if not self.is_foreign(one)]
        return self.numbers

    def is_foreign(self, element: Any) -> bool:
        """Whether an element is, or stands in, a part of the page that the headline is no part of."""
        return is_within(element, self.foreign, self._is_other, self.above.__contains__)

    def _is_other(self, element: Any) -> bool:
        return _is_other(element, self.neutral)

    def ranked(self, tags: frozenset[str], is_marked: Callable[[Any], bool]) -> Iterator[tuple[int, Any]]:
        """The elements with these tags that may belong to the report, with their ranks, in their order.

        Those between headline and report all count, others if they are marked.
        """
        for at in self.own():
            if self.tags[at] in tags:
                element = self.elements[at]
                if self.start < at < self.text or is_marked(element):
                    rank = self._own_rank(at)
                    if rank is not None:
                        yield rank, element

    def below(self) -> list[Any]:
        """The elements between headline and report."""
        found = self.elements[self.start + 1 : self.text]
        return [element for element in found if not self.is_foreign(element)]

    def _is_near(self, element: Any) -> bool:
        return any(one in self.near for one in element.iterancestors())


def is_within(
    element: Any, known: dict[Any, bool], is_one: Callable[[Any], bool], is_end: Callable[[Any], bool]
) -> bool:
    """Whether an element is, or stands in, one of a kind; the search upwards stops before an end.

    `known`: what was found of elements before, which is filled.
    """
    above = element.getparent() if element is not None else None
    # As for most: what holds it was asked.
    if above in known and element not in known and not is_end(element):
        known[element] = found = known[above] or is_one(element)
        return found
    path, found = [], False
    while element is not None and not is_end(element):
        if element in known:
            found = known[element]
            break
        path.append(element)
        element = element.getparent()
    for one in reversed(path):
        found = found or is_one(one)
        known[one] = found
    return found


def own_length(element: Any) -> int:
    """Characters of text that an element has outside of its children."""
    return sum(len((text or "").strip()) for text in (element.text, *(child.tail for child in element)))


def text_of(element: Any) -> str:
    """All text of an element; most have no others within them, and need no search."""
    return str(element.text_content()) if len(element) else element.text or ""


def elements_of(tree: Any) -> list[Any]:
    """The elements of a page in their order, comments left out."""
    return [one for one, _ in zip(tree.iter(), range(_MOST), strict=False) if isinstance(one.tag, str)]


def of(elements: list[Any], heading: Any) -> Regions:
    """The regions of a page around the element of its headline, which may be None."""
    number = {element: at for at, element in enumerate(elements)}
    start = number.get(heading, -1)
    inner = heading.iterdescendants() if start >= 0 else ()
    above = [] if heading is None else [heading, *heading.iterancestors()]
    found = Regions(
        elements,
        above=frozenset(above),
        near=frozenset(one for one in above[1 : 1 + _LEVELS] if one.tag not in ("body", "html")),
        neutral=_neutral(above[1:]),
        start=max((number[one] for one in inner if one in number), default=start),
    )
    found.text = next(
        (at for at in range(found.start + 1, len(elements)) if _is_paragraph(elements[at], found)),
        len(elements),
    )
    return found


def _neutral(above: list[Any]) -> tuple[str, ...]:
    """The classes around a headline that would name a part of the page that is no report, longest first.

    A builder of pages makes everything of its modules: where the headline is a widget, a widget may be
    anything. A headline in a card or a banner makes no report of other cards and banners.
    """
    every = (word for one in above for word in (one.get("class") or "").split())
    words = {word for word in every if _BUILT in word.lower() and _names_other(word)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _without(named: str, neutral: tuple[str, ...]) -> str:
    """Classes without those that tell nothing, which may also open longer ones."""
    found = named.split()
    for one in neutral:
        found = [word.removeprefix(one).strip("-_") if word.startswith(one) else word for word in found]
    return " ".join(found)


def _is_paragraph(element: Any, regions: Regions) -> bool:
    if element.tag in ("script", "style", "title", "option", "button") or regions.is_foreign(element):
        return False
    long = own_length(element) >= _TEXT or (element.tag == "p" and len(element.text_content()) >= _TEXT)
    return long and not _is_few_short_lines(element) and not _is_row(element)


def _is_row(element: Any) -> bool:
    """Whether an element is a row of pieces too short for a paragraph: writer, editor, time of change."""
    pieces = _PIECES.split(text_of(element))
    return len(pieces) > 1 and all(len(piece.strip()) < _TEXT for piece in pieces)


def _is_few_short_lines(element: Any) -> bool:
    """Whether breaks part an element into a few lines too short for a paragraph: writer, time, change."""
    breaks = sum(child.tag == "br" for child in element)
    if not 0 < breaks < _LINES:
        return False
    lines = [len((element.text or "").strip())]
    for child in element:
        if child.tag == "br":
            lines.append(0)
        elif isinstance(child.tag, str):
            lines[-1] += len(text_of(child).strip())
        lines[-1] += len((child.tail or "").strip())
    return max(lines) < _TEXT


def _is_other(element: Any, neutral: tuple[str, ...] = ()) -> bool:
    """Whether an element is by its tag or its class a part of a page that is no report."""
    if element.tag in _ELSEWHERE:
        return True
    if element.tag in _EDGES and not is_in_article(element):
        return True
    if element.get("itemscope") is not None or element.get("typeof"):
        kind = f"{element.get('itemtype') or ''} {element.get('typeof') or ''}"
        if _scopes().search(kind) and len(element.text_content()) < _REPORT:
            return True
    named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}".strip()
    if neutral and named:
        named = _without(named, neutral)
    if not named or not _names_other(named):
        return False
    # Systems set the line of day and writer below a headline into a foot: that of its article counts.
    others = " ".join(word for word in named.split() if "footer" not in word.lower())
    return _names_other(others) or not is_in_article(element)


def is_in_article(element: Any) -> bool:
    """Whether an element stands in what is marked up as an article, by its tag or by its type."""
    return any(
        one.tag in _WITHIN or _scopes().search(one.get("itemtype") or "") for one in element.iterancestors()
    )


@lru_cache(maxsize=4096)  # the classes of a site's pages recur
def _names_other(classes: str) -> bool:
    return _classes().search(classes) is not None


@cache
def _classes() -> re.Pattern[str]:
    return re.compile(gazetteer.toml("fields")["elsewhere"]["classes"], re.IGNORECASE)


@cache
def _scopes() -> re.Pattern[str]:
    return re.compile(gazetteer.toml("fields")["elsewhere"]["scopes"], re.IGNORECASE)
