"""Who published a page and when, from JSON-LD (schema.org), meta tags and the markup itself.

Stamps are kept whole, with clock and zone: extraction libraries cut them to days.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from retold import gazetteer, parameters
from retold.readers import bylines, fields, furniture, guide, headlines, linkeddata, sitenames, stamps

_P = parameters.of("readers", "pagemeta")
_LONGEST_MARK = _P.integer("mark")  # characters of a caption or a credit line
_LONGEST_OUTSIDE = _P.integer("outside")  # characters of what stands beside a report
_STAMP = re.compile(
    r"time-?stamp|(?:\b|_)date|pub-?_?date|publish|posted|updated|\btime\b|dateline", re.IGNORECASE
)
_UPDATED = re.compile(r"updat|modif", re.IGNORECASE)
_PREFIXES = re.compile(r"\A(?:dcterms\.|dc:|dcterms:)")
_SHORTENED = re.compile(r"(?:(?<!\s)\s+)?(?:\.\.\.|…)\Z")


class Element(Protocol):
    """What we ask of an lxml element; lxml itself is not imported here."""

    text: str | None

    def iter(self, *tags: str) -> Iterator[Element]: ...  # noqa: D102

    def get(self, key: str) -> str | None: ...  # noqa: D102

    def text_content(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Meta:
    """What a page says about itself; None for what it leaves out."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    byline: str | None = None
    language: str | None = None
    body: str | None = None
    headings: tuple[str, ...] = ()  # other lines that may stand above the text as its title


def read(tree: Element) -> Meta:
    """Everything the page says about itself: JSON-LD before meta tags before visible marks."""
    tags, marks = _tags(tree), _marks(tree)
    headings = tuple(filter(None, (tags.get("title"), *_headings(tree), marks.get("title"))))
    url = marks.get("url") or tags.get("url")
    linked = linkeddata.fields_of(_scripts(tree), url, headings)

    def first(role: str) -> str | None:
        return _first(role, {"linked data (JSON-LD)": linked, "meta tags": tags, "what it shows": marks})

    outlet = first("outlet") or sitenames.of(tree, marks.get("title"), url or linked.get("url"))
    language = (first("language") or "")[:2].lower() or None
    return Meta(
        title=_headline(
            tree, linked.get("title"), tags.get("title"), marks.get("title"), (outlet, headlines.host(url))
        ),
        outlet=outlet,
        url=url or linked.get("url"),
        published=first("published"),
        updated=first("updated"),
        byline=_byline(first("byline"), outlet, language),
        language=language,
        body=linked.get("body"),
        headings=headings,
    )


def _first(role: str, places: dict[str, dict[str, str]]) -> str | None:
    """What the first of these places says of a part that says anything."""
    given = {place: found[role] for place, found in places.items() if found.get(role)}
    if not given:
        return None
    place, value = next(iter(given.items()))
    others = [f"{other} say {one!r}" for other, one in given.items() if one != value]
    guide.current().note(role, place, value, "; ".join(("the first place that says it", *others)))
    return value


def _headline(
    tree: Element, linked: str | None, tag: str | None, title: str | None, names: tuple[str | None, ...]
) -> str | None:
    """The headline without the site's name: of linked data, else meta tags, the heading, the title."""
    shown = _headings(tree)
    found = linked or tag
    if found:
        found = _lengthened(found, shown)
        return headlines.without_site(found, names, shown)
    outlets = {furniture.fold(name) for name in names if name}
    own = next((text for text in shown if furniture.fold(text) not in outlets), None)
    bare = headlines.without_site(title, names)
    return own or (headlines.behind_joint(title) if bare == title else bare)


def _lengthened(title: str, shown: list[str]) -> str:
    """A headline that was cut off, as the heading of the page that begins with it has it whole."""
    bare = _SHORTENED.sub("", title)
    if bare == title:
        return title
    return next((one for one in shown if furniture.fold(one).startswith(furniture.fold(bare))), title)


def _byline(name: str | None, outlet: str | None, language: str | None) -> str | None:
    """The byline without the outlet, which is no author, and without the word before a name."""
    if name is None:
        return None
    bare = bylines.without_word(name, language)
    others = [
        part
        for part in re.split(r",\s+", bare)
        if outlet is None or furniture.fold(part) != furniture.fold(outlet)
    ]
    return ", ".join(others) or None


def captions(tree: Element) -> list[str]:
    """The lines of captions and of whatever the markup calls a byline, a credit or a source.

    Both extraction libraries drop captions, and photo credits stand there.
    """
    found = []
    for tag in _names("marks")["elements"]:
        for element in tree.iter(tag):
            if tag == _names("marks")["caption"] or _credited().search(element.get("class") or ""):
                text = " ".join(element.text_content().split())
                found += [text] if 0 < len(text) <= _LONGEST_MARK else []
    return list(dict.fromkeys(found))


def marked_outside(tree: Element) -> list[str]:
    """The texts of elements whose class says that they stand beside the report: captions, paywalls."""
    found = []
    for tag in _names("outside")["elements"]:
        for element in tree.iter(tag):
            if tag == _names("marks")["caption"] or _outside().search(element.get("class") or ""):
                found += _small(element)
    return found


def is_outside(element: Element) -> bool:
    """Whether an element stands beside the report by its class, and is no large part of the page."""
    named = _outside().search(element.get("class") or "") is not None
    return named and len(element.text_content()) <= _LONGEST_OUTSIDE


def _small(element: Element) -> list[str]:
    text = " ".join(element.text_content().split())
    return [text] if 0 < len(text) <= _LONGEST_OUTSIDE else []


def _scripts(tree: Element) -> Iterator[object]:
    """The values of the JSON-LD scripts of a page."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield _json(script.text or "")


def _json(text: str) -> object:
    """JSON as pages have it: with raw line ends in strings, comments around, a stray semicolon."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _tags(tree: Element) -> dict[str, str]:
    given: dict[str, str] = {}
    for name, content in (*_meta(tree), *_annotated(tree)):
        folded = name.strip().lower()
        given.setdefault(folded, content)
        given.setdefault(_PREFIXES.sub("dc.", folded), content)
    found = {}
    for role, names in _names("meta").items():
        value = next((given[name] for name in names if name in given and _fits(role, given[name])), None)
        if value is not None:
            found[role] = value
    return found


def _meta(tree: Element) -> Iterator[tuple[str, str]]:
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        value = fields.words(tag.get("content"))
        if name and value:
            yield name, value


def _annotated(tree: Element) -> Iterator[tuple[str, str]]:
    """What other elements state by an attribute (RDFa, microdata): times, and the publisher's name."""
    for element in tree.iter("span", "time", "div", "p", "a", "section", "abbr"):
        names = element.get("property") or element.get("itemprop")
        value: str | None = fields.words(element.get("content") or element.get("datetime"))
        if element.get("title") and _STAMP.search(element.get("class") or ""):
            updated = _UPDATED.search(element.get("class") or "")
            names, value = "lastmod" if updated else "pubdate", fields.words(element.get("title"))
        if names == "publisher":
            value = next(iter(_stated_names(element)), None)
        for name in (names or "").split() if value else ():
            yield _PREFIXES.sub("dc.", name), value or ""


def _stated_names(element: Element) -> Iterator[str]:
    for below in element.iter("meta", "span", "a", "div", "p"):
        if below.get("itemprop") == "name":
            name = fields.words(below.get("content") or below.text_content())
            if name:
                yield name


def _fits(role: str, value: str) -> bool:
    """Profiles on other sites stand where names should: an address is no outlet and no byline."""
    return not (role in ("byline", "outlet") and "://" in value)


def _marks(tree: Element) -> dict[str, str]:
    """What links, `<title>`, `<time>`, the root element and visible lines tell."""
    found: dict[str, str | None] = {"language": tree.get("lang")}
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            found.setdefault("url", headlines.web_address(link.get("href")))
    for title in tree.iter("title"):
        found.setdefault("title", fields.words(title.text_content()))
    for time in tree.iter("time"):
        role = "updated" if "modif" in (time.get("itemprop") or "").lower() else "published"
        found.setdefault(role, fields.words(time.get("datetime")))
    for role, value in _visible(tree):
        if not found.get(role):
            found[role] = value
    return {role: value for role, value in found.items() if value}


def _visible(tree: Element) -> Iterator[tuple[str, str]]:
    """The byline and the times that stand in short lines of their own, in the order of the page."""
    for element in tree.iter("a", "address", "p", "div", "span", "time", "li"):
        named = " ".join(filter(None, map(element.get, ("rel", "class", "itemprop"))))
        if not _STAMP.search(named) and element.get("datetime") is None and not bylines.is_marked(element):
            continue
        text = " ".join(element.text_content().split())
        stamp = stamps.visible(text) if 0 < len(text) <= _LONGEST_MARK else None
        if stamp is not None:
            yield "updated" if _UPDATED.search(named + " " + text) else "published", stamp
    byline = next(bylines.visible(tree, tree.get("lang")), None) or bylines.below_headline(
        tree, tree.get("lang")
    )
    if byline is not None:
        yield "byline", byline


def _headings(tree: Element) -> list[str]:
    texts = (fields.words(heading.text_content()) for heading in tree.iter("h1"))
    return [text for text in texts if text]


def _names(kind: str) -> Any:
    """A table of `gazetteer/fields.toml`."""
    return gazetteer.toml("fields")[kind]


@cache
def _credited() -> re.Pattern[str]:
    return re.compile(_names("marks")["classes"], re.IGNORECASE)


@cache
def _outside() -> re.Pattern[str]:
    return re.compile(_names("outside")["classes"], re.IGNORECASE)
