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
_LEVELS = _P.integer("levels")  # above the headline within which a line above it belongs to it
_MOST = _P.integer("elements")  # of a page that are looked at
BELOW, ABOVE, BEHIND = 0, 1, 2  # the ranks of places, the best first
_WITHIN = ("article", "main")
_ELSEWHERE = ("nav", "aside")
_EDGES = ("footer", "header")


@dataclass(slots=True)
class Regions:
    """The elements of a page by their place; `heading` is that of its headline, None if it has none."""

    elements: list[Any]
    heading: Any = None
    number: dict[Any, int] = field(default_factory=dict)
    above: frozenset[Any] = frozenset()
    start: int = -1
    text: int = 0
    foreign: dict[Any, bool] = field(default_factory=dict)

    def rank(self, element: Any) -> int | None:
        """`BELOW`, `ABOVE` or `BEHIND`; None for what belongs to something else than the report."""
        at = self.number.get(element)
        if at is None or self.is_foreign(element):
            return None
        if self.start < at < self.text:
            return BELOW
        if at <= self.start:
            return ABOVE if self._is_near(element) else None
        return BEHIND

    def is_foreign(self, element: Any) -> bool:
        """Whether an element is, or stands in, a part of the page that the headline is no part of."""
        path = []
        found = False
        while element is not None and element not in self.above:
            known = self.foreign.get(element)
            if known is not None:
                found = known
                break
            path.append(element)
            element = element.getparent()
        for one in reversed(path):
            found = found or _is_other(one)
            self.foreign[one] = found
        return found

    def ranked(self, tags: frozenset[str], is_marked: Callable[[Any], bool]) -> Iterator[tuple[int, Any]]:
        """The elements with these tags that may belong to the report, with their ranks, in their order.

        Those between headline and report all count, others if they are marked.
        """
        for at, element in enumerate(self.elements):
            if element.tag in tags and (self.start < at < self.text or is_marked(element)):
                rank = self.rank(element)
                if rank is not None:
                    yield rank, element

    def below(self) -> list[Any]:
        """The elements between headline and report."""
        found = self.elements[self.start + 1 : self.text]
        return [element for element in found if not self.is_foreign(element)]

    def _is_near(self, element: Any) -> bool:
        near = list(self.heading.iterancestors())[:_LEVELS] if self.heading is not None else []
        return any(one in near and one.tag not in ("body", "html") for one in element.iterancestors())


def elements_of(tree: Any) -> list[Any]:
    """The elements of a page in their order, comments left out."""
    return [one for one, _ in zip(tree.iter(), range(_MOST), strict=False) if isinstance(one.tag, str)]


def of(elements: list[Any], heading: Any) -> Regions:
    """The regions of a page around the element of its headline, which may be None."""
    number = {element: at for at, element in enumerate(elements)}
    start = number.get(heading, -1)
    above = frozenset() if heading is None else frozenset((heading, *heading.iterancestors()))
    found = Regions(elements, heading, number, above, start)
    last = (
        max((number[one] for one in heading.iterdescendants() if one in number), default=start)
        if start >= 0
        else -1
    )
    found.start = max(start, last)
    found.text = next(
        (at for at in range(found.start + 1, len(elements)) if _is_paragraph(elements[at], found)),
        len(elements),
    )
    return found


def _is_paragraph(element: Any, regions: Regions) -> bool:
    if element.tag in ("script", "style", "title", "option", "button") or regions.is_foreign(element):
        return False
    own = sum(len((text or "").strip()) for text in (element.text, *(child.tail for child in element)))
    return own >= _TEXT or (element.tag == "p" and len(element.text_content()) >= _TEXT)


def _is_other(element: Any) -> bool:
    """Whether an element is by its tag or its class a part of a page that is no report."""
    if element.tag in _ELSEWHERE:
        return True
    if element.tag in _EDGES and not any(one.tag in _WITHIN for one in element.iterancestors()):
        return True
    if element.get("itemscope") is not None or element.get("typeof"):
        kind = f"{element.get('itemtype') or ''} {element.get('typeof') or ''}"
        if _scopes().search(kind) and len(element.text_content()) < _REPORT:
            return True
    named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}".strip()
    return bool(named) and _names_other(named)


@lru_cache(maxsize=4096)  # the classes of a site's pages recur
def _names_other(classes: str) -> bool:
    return _classes().search(classes) is not None


@cache
def _classes() -> re.Pattern[str]:
    return re.compile(gazetteer.toml("fields")["elsewhere"]["classes"], re.IGNORECASE)


@cache
def _scopes() -> re.Pattern[str]:
    return re.compile(gazetteer.toml("fields")["elsewhere"]["scopes"], re.IGNORECASE)
