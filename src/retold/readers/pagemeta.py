"""Who published a page and when, from JSON-LD (schema.org), meta tags and the markup itself.

Stamps are kept whole, with clock and zone: extraction libraries cut them to days.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol
from urllib.parse import urlsplit

from retold import gazetteer, parameters
from retold.readers import fields

_P = parameters.of("readers", "pagemeta")
_LONGEST_MARK = _P.integer("mark")  # characters of a caption or a credit line
_DEEPEST = _P.integer("deepest")  # levels of JSON-LD that are looked into
_TITLE_JOINTS = re.compile(r"\s+[|–—·»-]\s+")


class Element(Protocol):
    """What we ask of an lxml element; lxml itself is not imported here."""

    text: str | None

    def iter(self, tag: str) -> Iterator[Element]: ...  # noqa: D102

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
    linked, tags, marks = _linked(tree), _tags(tree), _marks(tree)

    def first(role: str) -> str | None:
        return linked.get(role) or tags.get(role) or marks.get(role)

    headings = tuple(filter(None, (tags.get("title"), *_headings(tree), marks.get("title"))))
    return Meta(
        title=linked.get("title") or (headings[0] if headings else None),
        outlet=first("outlet"),
        url=marks.get("url") or first("url"),
        published=first("published"),
        updated=first("updated"),
        byline=first("byline"),
        language=(first("language") or "")[:2].lower() or None,
        body=linked.get("body"),
        headings=headings,
    )


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


def _linked(tree: Element) -> dict[str, str]:
    """The fields of the page's main article in JSON-LD."""
    best: tuple[int, Mapping[str, object]] | None = None
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for thing in _things(_json(script.text or ""), 0):
            rank = _rank(thing)
            if rank is not None and (best is None or rank < best[0]):
                best = (rank, thing)
    return {} if best is None else _named(best[1])


def _named(thing: Mapping[str, object]) -> dict[str, str]:
    body = thing.get("articleBody")
    page = thing.get("mainEntityOfPage")
    found = {
        "title": fields.words(thing.get("headline")),
        "outlet": fields.words(thing.get("publisher")),
        "url": _address(fields.words(thing.get("url")) or fields.words(page)),
        "published": fields.words(thing.get("datePublished")),
        "updated": fields.words(thing.get("dateModified")),
        "byline": _person(fields.words(thing.get("author"))),
        "language": fields.words(thing.get("inLanguage")),
        "body": body if isinstance(body, str) else None,
    }
    return {role: value for role, value in found.items() if value}


def _json(text: str) -> object:
    """JSON as pages have it: with raw line ends in strings, comments around, a stray semicolon."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(found: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(found, list):
        for item in found:
            yield from _things(item, depth + 1)
    elif isinstance(found, dict):
        yield found
        for key in _names("linked")["within"]:
            yield from _things(found.get(key), depth + 1)


def _rank(thing: Mapping[str, object]) -> int | None:
    kinds = thing.get("@type")
    names = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
    types = _names("linked")["types"]
    ranks = [i for i, ending in enumerate(types) if any(name.endswith(ending) for name in names)]
    if _names("linked")["likeliest"] in names:
        ranks.append(-1)
    return min(ranks, default=None)


def _tags(tree: Element) -> dict[str, str]:
    given: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        value = fields.words(tag.get("content"))
        if name and value:
            given.setdefault(name.strip().lower(), value)
    found = {}
    for role, names in _names("meta").items():
        value = next((given[name] for name in names if name in given and _fits(role, given[name])), None)
        if value is not None:
            found[role] = value
    return found


def _fits(role: str, value: str) -> bool:
    """Profiles on other sites stand where names should: an address is no outlet and no byline."""
    return not (role in ("byline", "outlet") and "://" in value)


def _marks(tree: Element) -> dict[str, str]:
    """What links, `<title>`, `<time>` and the root element tell."""
    found: dict[str, str | None] = {"language": tree.get("lang")}
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            found.setdefault("url", _address(link.get("href")))
    for title in tree.iter("title"):
        found.setdefault("title", _without_site(fields.words(title.text_content())))
    for time in tree.iter("time"):
        role = "updated" if "modif" in (time.get("itemprop") or "").lower() else "published"
        found.setdefault(role, fields.words(time.get("datetime")))
    return {role: value for role, value in found.items() if value}


def _headings(tree: Element) -> list[str]:
    texts = (fields.words(heading.text_content()) for heading in tree.iter("h1"))
    return [text for text in texts if text]


def _without_site(title: str | None) -> str | None:
    """A page's title without the site's name behind the last bar or dash."""
    parts = _TITLE_JOINTS.split(title or "")
    longest = max(parts, key=len)
    return longest if len(parts) > 1 and len(longest) > len(title or "") // 2 else title


def _address(value: str | None) -> str | None:
    try:
        return value if value and urlsplit(value).scheme in ("http", "https") else None
    except ValueError:
        return None


def _person(value: str | None) -> str | None:
    return None if value is None or "://" in value else value


def _names(kind: str) -> Any:
    """A table of `gazetteer/fields.toml`."""
    return gazetteer.toml("fields")[kind]


@cache
def _credited() -> re.Pattern[str]:
    return re.compile(_names("marks")["classes"], re.IGNORECASE)
