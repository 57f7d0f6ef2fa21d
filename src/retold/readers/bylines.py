"""Who wrote a page, by its visible lines: the innermost names beside its headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from retold import gazetteer, parameters
from retold import language as lists
from retold.readers import authors, furniture, stamps
from retold.readers.regions import BEHIND, Regions, text_of

_LONGEST = parameters.of("readers", "pagemeta").integer(
    "byline"
)  # characters of a line that may name the writer
_MOST = parameters.of("readers", "bylines").integer("looked_at")
_SIGNATURE = parameters.of("readers", "bylines").integer("signature")
_NOT = re.compile(
    r"(?:bio|role|title|job|image|img|photo|avatar|email|mail|social|link-?list|follow|desc(?:ription)?|caption|credit|count|handle|views)\b",
    re.IGNORECASE,
)
_NAMING = frozenset([
    "rel", "class", "itemprop", "data-testid", "data-component", "data-qa", "data-test-id", "property",
])  # fmt: skip
_JOINT = re.compile(r", | [•·] ")  # between a name and a time
_SIGNED = frozenset({"p", "div", "span", "em", "i"})
_PARTING = ("br", "div", "p", "li", "time", "ul")
_DEEPEST = parameters.of("readers", "bylines").integer("deepest")
_TAGS = frozenset([
    "a", "address", "p", "div", "span", "li", "h3", "h4", "h5", "h6", "strong", "b", "i", "em", "font", "td",
    "cite", "section", "ul", "dd",
])  # fmt: skip


def is_marked(element: Any) -> bool:
    """Whether the markup calls an element a byline."""
    return _is_marked(" ".join([value for name, value in element.items() if name in _NAMING]))


@lru_cache(maxsize=4096)  # the classes of a site's pages recur
def _is_marked(named: str) -> bool:
    return bool(named) and _classes().search(named) is not None


def is_byline(line: str, byline: str | None, language: str | None) -> bool:
    """Whether a line of a text is the byline of its page and nothing else."""
    if not byline or len(line) > 2 * _LONGEST:
        return False
    names = authors.names_of(line, language)
    folded = furniture.fold(authors.without_word(line, language))
    return folded == furniture.fold(byline) or (
        authors.opens_as_byline(line, language) and ", ".join(names).lower() == byline.lower()
    )


def visible(regions: Regions, language: str | None, outlet: str | None = None) -> list[str]:
    """The writers that a page shows, [] where it shows none.

    Marked lines between headline and report come first, then lines there that open with "By", lines that
    name an office, links to the pages of writers, and at last marked lines behind the report.
    """
    ranked = regions.ranked(_TAGS, is_marked)
    marked = [(rank, one) for rank, one in ranked if is_marked(one) and not _is_no_name(one)]
    marked.sort(key=lambda pair: pair[0])
    near = [one for rank, one in marked if rank != BEHIND]
    below = [one for one in regions.below() if one.tag in _TAGS]
    lines = (one for one in below if authors.opens_as_byline(_text(one), language))
    attempts: tuple[Iterator[list[str]], ...] = (
        _named(near, language, outlet),
        _named(lines, language, outlet),
        _first_lines(below, language, outlet),
        _with_office(below, language, outlet),
        _before_time(below, language, outlet),
        _linked(below, language, outlet),
        _named([one for rank, one in marked if rank == BEHIND], language, outlet),
        _signed(regions, language, outlet),
        _with_title_behind(regions, language),
    )
    return next((names for attempt in attempts for names in attempt if names), [])


def _named(elements: Iterable[Any], language: str | None, outlet: str | None) -> Iterator[list[str]]:
    """The names in each of these elements; of neighbours that are made alike, together."""
    for element, _ in zip(elements, range(_MOST), strict=False):
        names = _names(element, language, outlet)
        if names:
            alike = [one for one in _neighbours(element) if is_marked(one)]
            yield list(
                dict.fromkeys([*names, *(name for one in alike for name in _names(one, language, outlet))])
            )


def _first_lines(elements: list[Any], language: str | None, outlet: str | None) -> Iterator[list[str]]:
    """The names in the first lines of elements that open with "By" and go on with others, such as stamps."""
    for element in elements[:_MOST]:
        if authors.opens_as_byline(_text(element)[:_LONGEST], language):
            line = _lines(element).partition("\n")[0]
            if len(line) <= _LONGEST:
                yield authors.names_of(line, language, outlet)


def _neighbours(element: Any) -> list[Any]:
    """What follows an element, or the list item or span that holds it alone, with the same tag and class."""
    within = element
    if element.tag == "a" and element.getparent() is not None and len(_text(element.getparent())) <= _LONGEST:
        within = element.getparent()
        return [
            one for one in within.iter("a") if one.get("class") == element.get("class") and one is not element
        ]
    return [
        one
        for one in element.itersiblings()
        if one.tag == element.tag and one.get("class") == element.get("class")
    ]


def _names(element: Any, language: str | None, outlet: str | None) -> list[str]:
    """The names in a byline: of the innermost parts marked as names, of its links, else of all its words."""
    text = _text(element)
    if not 0 < len(text) <= _LONGEST:
        return []
    whole = authors.names_of(_lines(element), language, outlet)
    for parts in (_inner(element), [one for one in element.iter("a") if is_profile(one)]):
        names = [name for part in parts for name in authors.names_of(_lines(part), language, outlet)]
        if names and not (len(whole) > len(names) and set(names) < set(whole)):
            return list(dict.fromkeys(names))
    return whole


def _inner(element: Any) -> list[Any]:
    """The innermost parts of a byline that are marked as names and made alike."""
    marked = [one for one in element.iterdescendants() if isinstance(one.tag, str) and _is_name(one)]
    inner = [one for one in marked if not any(below in marked for below in one.iterdescendants())]
    first = next(iter(inner), None)
    return [] if first is None else [one for one in inner if one.get("class") == first.get("class")]


def _is_name(element: Any) -> bool:
    named = " ".join(filter(None, map(element.get, ("class", "itemprop", "property", "rel"))))
    itself = (
        "name" in (element.get("itemprop") or element.get("property") or "")
        or _classes().search(named) is not None
    )
    return itself and _NOT.search(named) is None and bool(_text(element))


def _with_office(elements: list[Any], language: str | None, outlet: str | None) -> Iterator[list[str]]:
    """The names in lines of a name and an office."""
    for element in elements[: 4 * _MOST]:
        text = _text(element)
        if _is_beside_office(element, text):
            yield authors.names_of(text, language, outlet)
        parts = text.split(", ")
        if len(text) <= _LONGEST and 1 < len(parts) <= 3 and " " in parts[0] and authors.is_office(parts[-1]):
            yield authors.names_of(text, language, outlet)


def _before_time(elements: list[Any], language: str | None, outlet: str | None) -> Iterator[list[str]]:
    """The names of lines that are a name of two words or more and, behind a comma or dot, a day and clock.

    A place or a paper has a day behind it, and seldom a clock.
    """
    for element in elements[: 4 * _MOST]:
        name, rest = (*_JOINT.split(_text(element)[: 2 * _LONGEST], maxsplit=1), "")[:2]
        stamp = (
            stamps.visible(rest, day_first=True) if rest and " " in name and authors.is_name(name) else None
        )
        if stamp and "T" in stamp and not name.endswith(_outlet_ends()):
            yield authors.names_of(name, language, outlet)


def _is_beside_office(element: Any, text: str) -> bool:
    """Whether an element is a name and nothing else, and its next neighbour the office of its bearer."""
    after = element.getnext()
    if after is None or " " not in text or len(text) > _LONGEST or not authors.is_name(text):
        return False
    return isinstance(after.tag, str) and authors.is_post(_text(after)[:_LONGEST])


def _linked(elements: list[Any], language: str | None, outlet: str | None) -> Iterator[list[str]]:
    """The names of links to the pages of writers."""
    links = [one for one in elements if one.tag == "a" and is_profile(one)]
    names = [name for one in links for name in authors.names_of(_text(one), language, outlet)]
    yield list(dict.fromkeys(name for name in names if " " in name))


def _signed(regions: Regions, language: str | None, outlet: str | None) -> Iterator[list[str]]:
    """The names in the line at the end that says who reported, as agencies write it."""
    words, line = _signatures()["signed"]
    for rank, element in regions.ranked(_SIGNED, lambda one: _opens_with(words, one)):
        match = line.match(_text(element)[:_LONGEST]) if rank == BEHIND else None
        if match is not None:
            yield authors.names_of(match["names"], language, outlet)


def _with_title_behind(regions: Regions, language: str | None) -> Iterator[list[str]]:
    """The names that stand before "reporter" in short lines, as Korean pages sign."""
    if language != "ko":
        return
    words, line = _signatures()["signed_behind"]
    for _, element in regions.ranked(_SIGNED, lambda one: _opens_with(words, one)):
        text = _text(element)
        match = line.search(text) if len(text) <= _SIGNATURE else None
        if match is not None:
            yield [match["names"]]


def _opens_with(words: re.Pattern[str], element: Any) -> bool:
    """Whether they stand in an element before its first child."""
    return words.search((element.text or "")[:_LONGEST]) is not None


def is_profile(link: Any) -> bool:
    """Whether a link leads to the page of a writer."""
    return "author" in (link.get("rel") or "") or _profiles().search(link.get("href") or "") is not None


def _is_no_name(element: Any) -> bool:
    return _NOT.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}") is not None


def _text(element: Any) -> str:
    return " ".join(text_of(element).split())


def _lines(element: Any) -> str:
    """The words of an element, its lines and blocks parted."""
    return "\n".join(" ".join(line.split()) for line in _flat(element).split("\n") if line.strip())


def _flat(element: Any, depth: int = 0) -> str:
    """Text with line feeds around blocks and breaks; times left out."""
    if depth > _DEEPEST:
        return ""
    found = "" if element.tag == "time" else element.text or ""
    for child in element:
        inner = _flat(child, depth + 1) if isinstance(child.tag, str) else ""
        parted = "\n" if child.tag in _PARTING else ""
        found += f"{parted}{inner}{parted}{child.tail or ''}"
    return found


@cache
def _outlet_ends() -> tuple[str, ...]:
    """Last words of the names of papers and stations, in any language."""
    return tuple(f" {one}" for one in lists.listed("credits", "forms"))


@cache
def _classes() -> re.Pattern[str]:
    return re.compile(gazetteer.toml("fields")["bylines"]["classes"], re.IGNORECASE)


@cache
def _signatures() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """The words of the lines that sign a report, and the lines, by where the names stand in them."""
    table: dict[str, str] = gazetteer.toml("fields")["bylines"]
    before, behind = (f"(?:{table[name]})" for name in ("signed", "signed_behind"))
    lines = {
        "signed": rf"\(?{before} (?P<names>[^;.()]{{3,100}})",
        "signed_behind": rf"(?:\A|\s|[\]=])(?P<names>[가-힣]{{2,4}})\s(?:[가-힣]{{2,3}})?{behind}(?=\s|=|\Z)",
    }
    words = {"signed": before, "signed_behind": behind}
    return {name: (re.compile(words[name]), re.compile(line)) for name, line in lines.items()}


@cache
def _profiles() -> re.Pattern[str]:
    return re.compile(gazetteer.toml("fields")["bylines"]["pages"], re.IGNORECASE)
