"""What the tags of a page state: meta tags, and attributes of other elements (microdata, RDFa)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from retold import gazetteer
from retold.readers import fields
from retold.readers.regions import Regions

_PREFIXES = re.compile(r"\A(?:dcterms\.|dc:|dcterms:|schema:|dc\.terms\.)")
_NAMED = ("name", "foaf:name", "schema:name")
_SEVERAL = ("byline",)  # parts that several tags may state together

Tags = list[tuple[str, str]]
Annotated = list[tuple[str, Any]]


def meta(tree: Any) -> Tags:
    """The names and contents of a page's meta tags, in their order."""
    return list(_meta(tree))


def annotated(elements: list[Any]) -> Annotated:
    """The elements of a page that state something by an attribute, each with the names of what it states."""
    found = []
    for element in elements:
        names = element.get("property") or element.get("itemprop") or element.get("rel")
        if names and (element.tag != "meta" or element.get("itemprop")):
            found.append((names, element))
    return found


def of(tags: Tags, marked: Annotated, regions: Regions) -> dict[str, list[str]]:
    """What meta tags and attributes state of each part, the most trusted name of a tag first."""
    given: dict[str, list[str]] = {}
    for name, content in (*tags, *_annotated(marked, regions)):
        own = name.lower()
        prefixed = _PREFIXES.sub("dc.", own)
        for key in [own] if prefixed == own else [own, prefixed, prefixed.removeprefix("dc.")]:
            given.setdefault(key, []).append(content)
    found: dict[str, list[str]] = {}
    for role, names in gazetteer.toml("fields")["meta"].items():
        for name in names:
            values = [value for value in given.get(name, ()) if _fits(role, value)]
            if values:
                found.setdefault(role, []).append(
                    "; ".join(dict.fromkeys(values)) if role in _SEVERAL else values[0]
                )
    return found


def titles(tags: Tags) -> dict[str, str]:
    """The headlines that meta tags state, by the kind of tag."""
    found: dict[str, str] = {}
    for name, content in tags:
        kind = name.lower()
        if kind in gazetteer.toml("fields")["meta"]["title"]:
            found.setdefault(kind, content)
    return found


def writers(tags: Tags) -> list[str]:
    """The names that cards for social networks label as the writers."""
    given = dict(tags)
    labels = [(given.get(f"twitter:label{n}", ""), given.get(f"twitter:data{n}")) for n in (1, 2)]
    return [value for label, value in labels if value and label.lower() in _labels()]


def _labels() -> list[str]:
    known: list[str] = gazetteer.toml("fields")["bylines"]["labels"]
    return known


def _meta(tree: Any) -> Iterator[tuple[str, str]]:
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        value = fields.words(tag.get("content"))
        if name and value and not (tag.get("itemprop") and not tag.get("property") and not tag.get("name")):
            for one in name.split():
                yield one, value


def _annotated(marked: Annotated, regions: Regions) -> Iterator[tuple[str, str]]:
    """What elements of the report state by an attribute; those of other articles are left out."""
    for names, element in marked:
        if "publisher" not in names and regions.is_foreign(element):  # a site's foot may name its publisher
            continue
        for name in names.lower().split():
            value = _stated(element, name.rpartition(":")[2])
            if value:
                yield name, value


def _stated(element: Any, name: str) -> str | None:
    """The value of an annotated element; of a body or a person, its name."""
    if name in ("publisher", "author", "creator"):
        marked = (
            element.get("property") or element.get("itemprop") or element.get("rel", "").startswith("schema:")
        )
        return next(iter(_stated_names(element)), None) or _own(element, name) if marked else None
    if name == "headline" or (name == "name" and element.tag == "h1"):
        return fields.words(element.get("content") or element.text_content())
    return fields.words(element.get("content") or element.get("datetime"))


def _own(element: Any, name: str) -> str | None:
    text = element.get("content") or ("" if name == "publisher" else element.text_content())
    return fields.words(text)


def _stated_names(element: Any) -> Iterator[str]:
    for below in element.iter("meta", "span", "a", "div", "p", "strong", "b", "link"):
        names = (below.get("itemprop") or below.get("property") or "").lower().split()
        if any(one in _NAMED for one in names):
            name = fields.words(below.get("content") or below.text_content())
            if name:
                yield name


def _fits(role: str, value: str) -> bool:
    """Profiles on other sites stand where names should: an address is no outlet and no byline,
    and neither is a dash or a number.
    """
    if role not in ("byline", "outlet"):
        return True
    return "://" not in value and not value.startswith(("@", "#")) and any(map(str.isalpha, value))
