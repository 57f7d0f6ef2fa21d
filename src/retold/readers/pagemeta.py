"""Who published a page and when, from JSON-LD (schema.org), meta tags and the markup itself.

Stamps are kept whole, with clock and zone: extraction libraries cut them to days.
Several places say who, what and when, and they differ: `headlinevotes`, `sitenames`, `pagetimes` and
`writers_of` choose among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple, Protocol

from retold import gazetteer, parameters
from retold.gazetteer import hosts
from retold.messages import N_
from retold.readers import (
    authors,
    bylines,
    fields,
    furniture,
    guide,
    headlines,
    headlinevotes,
    linkeddata,
    looselinked,
    pagetags,
    pagetimes,
    regions,
    scriptstate,
    sitenames,
)  # fmt: skip
from retold.readers.regions import Regions

_P = parameters.of("readers", "pagemeta")
_LONGEST_MARK = _P.integer("mark")  # characters of a caption or a credit line
_LONGEST_OUTSIDE = _P.integer("outside")  # characters of what stands beside a report
_LINES = ("h2", "h3", "b", "font", "strong", "div", "span", "p", "td", "center")
_DATA, _TAGS, _SHOWN = N_("linked data (JSON-LD)"), N_("meta tags"), N_("what it shows")


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
    posts: str | None = None  # of a live report, as its data have them
    amp: str | None = None  # the address of the page's accelerated form
    headings: tuple[str, ...] = ()  # other lines that may stand above the text as its title


class _Page(NamedTuple):
    """The places of a page that say something about it."""

    tree: Any
    tags: pagetags.Tags
    title: str | None  # of the whole page
    cards: dict[str, str]  # the headlines of meta tags
    headings: list[headlinevotes.Heading]
    linked: dict[str, str]
    sites: list[str]
    url: str | None
    language: str | None


def read(tree: Element) -> Meta:
    """Everything the page says about itself."""
    page = _page(tree)
    elements = regions.elements_of(tree)
    first = Regions(elements)
    marked = pagetags.annotated(elements)
    stated = pagetags.of(page.tags, marked, first)
    outlet = _outlet(page, stated)
    signed = [
        page.linked.get("byline") or "",
        *_values(stated, "byline"),
    ]  # columns have their writer in the title
    writers = [name for one in signed for name in authors.names_of(one, page.language, outlet)]
    names = (outlet, *_values(stated, "outlet"), hosts.host(page.url), *writers)
    title, heading = headlinevotes.chosen(page.headings, _titles(page, names), names)
    around = regions.of(elements, heading if heading is not None else _line_of(first, title))
    stated = pagetags.of(page.tags, marked, around)
    language = _language(page, stated)
    shown = pagetimes.visible(around, language)
    writers = writers_of(
        page.linked.get("byline"),
        [*stated.get("byline", ()), *pagetags.writers(page.tags)],
        around,
        language,
        outlet,
    )
    url = page.url or page.linked.get("url")
    return Meta(
        title=title,
        outlet=outlet,
        url=url,
        published=pagetimes.chosen("published", _places(page, stated, "published"), shown)
        or pagetimes.in_address(url),
        updated=pagetimes.chosen("updated", _places(page, stated, "updated"), shown),
        byline=", ".join(writers) or None,
        language=language,
        body=page.linked.get("body"),
        posts=page.linked.get("posts"),
        amp=_linked_page(tree, "amphtml"),
        headings=tuple(
            filter(None, (*page.cards.values(), *(one.text for one in page.headings), page.title))
        ),
    )


def _page(tree: Any) -> _Page:
    title = next((fields.words(regions.text_of(one)) for one in tree.iter("title")), None)
    tags = pagetags.meta(tree)
    cards, shown = pagetags.titles(tags), headlinevotes.headings(tree)
    addresses = pagetags.of(tags, [], Regions([])).get("url", ())
    url = _address(_linked_page(tree, "canonical"), next(map(headlines.web_address, addresses), None))
    data = [value for script in _scripts(tree) for value in looselinked.values(script)]
    known = tuple(filter(None, (*cards.values(), *(one.text for one in shown), title)))
    linked = linkeddata.fields_of(data, url, known)
    drawn = None if linked.get("body") else scriptstate.thing(tree)
    linked = linked if drawn is None else linkeddata.fields_of([drawn], None, known) | linked
    sites = linkeddata.sites(data)
    return _Page(tree, tags, title, cards, shown, linked, sites, url, tree.get("lang"))


def _address(canonical: str | None, own: str | None) -> str | None:
    """The address of a page; a reprint calls that of its first publisher its canonical one."""
    hosts_of = [host for one in (canonical, own) if one and (host := hosts.host(one))]
    elsewhere = len({hosts.telling_label(host) for host in hosts_of}) > 1
    return own if elsewhere else canonical or own


def _linked_page(tree: Any, relation: str) -> str | None:
    """The address of the page under another name: its `canonical` one, or `amphtml`."""
    links = (link for link in tree.iter("link") if (link.get("rel") or "").lower() == relation)
    return next(filter(None, (headlines.web_address(link.get("href")) for link in links)), None)


def _scripts(tree: Any) -> Iterator[str]:
    """The JSON-LD scripts of a page."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield script.text or ""


def _titles(page: _Page, names: tuple[str | None, ...]) -> dict[str, str | None]:
    """The headlines that a page states, by the kind of place."""
    cards = list(page.cards.values())
    bare = headlines.without_site(page.title, names) or ""
    alone = not cards and not page.headings and (page.title or "").startswith(bare)
    return {
        "linked": page.linked.get("title"),
        "card": cards[0] if cards else None,
        "title": headlines.behind_joint(page.title) if alone else page.title,
        "other": page.linked.get("other title"),
    }


def _line_of(page: Regions, title: str | None) -> Any:
    """The element whose words are the headline, where no heading has it."""
    folded = furniture.fold(title or "")
    for element in page.elements if folded else ():
        if element.tag not in _LINES or len(element) > 2:
            continue
        if furniture.fold(" ".join(regions.text_of(element).split())) == folded:
            return element
    return None


def _outlet(page: _Page, stated: Mapping[str, list[str]]) -> str | None:
    said: dict[str, list[str | None]] = {
        _DATA: [page.linked.get("outlet"), page.linked.get("site"), *page.sites],
        _TAGS: [*_values(stated, "outlet")],
    }
    found = sitenames.chosen(
        [name for names in said.values() for name in names if name],
        page.tree, page.title, page.url or page.linked.get("url"),
    )  # fmt: skip
    if found is not None:
        place = next((place for place, names in said.items() if found in names), _SHOWN)
        guide.current().note("outlet", place, found, N_("the name that most places give"))
    return found


def _values(stated: Mapping[str, list[str]], role: str) -> list[str]:
    return list(stated.get(role, ()))


def _places(page: _Page, stated: Mapping[str, list[str]], role: str) -> dict[str, list[str]]:
    linked = page.linked.get(role)
    return {_DATA: [linked] if linked else [], _TAGS: _values(stated, role)}


def _language(page: _Page, stated: Mapping[str, list[str]]) -> str | None:
    given = [page.linked.get("language"), *_values(stated, "language"), page.language]
    return next((one[:2].lower() for one in given if one), None)


def writers_of(
    linked: str | None, tags: list[str], around: Regions, language: str | None, outlet: str | None
) -> list[str]:
    """The writers: of the most trusted place that names any; as the page shows them if it shows all."""
    places = {_DATA: [linked] if linked else [], _TAGS: tags}
    shown = bylines.visible(around, language, outlet)
    for place, values in places.items():
        named = next(filter(None, (authors.names_of(value, language, outlet) for value in values)), [])
        if named:
            found = _fuller(named, shown)
            guide.current().note("byline", place, ", ".join(found), N_("the first place that names a writer"))
            return found
    if shown:
        guide.current().note("byline", _SHOWN, ", ".join(shown), N_("no other place names a writer"))
    return shown


def _fuller(named: list[str], shown: list[str]) -> list[str]:
    """The writers as the page shows them, if these are all that are stated, else as they are stated."""
    one, two = ({furniture.fold(name) for name in names} for names in (named, shown))
    return shown if one <= two else named


def captions(tree: Element) -> list[str]:
    """The lines of captions and of whatever the markup calls a byline, a credit or a source.

    Both extraction libraries drop captions, and photo credits stand there.
    """
    return list(dict.fromkeys(_called(tree, "marks", _LONGEST_MARK)))


def marked_outside(tree: Element) -> list[str]:
    """The texts of elements whose class says that they stand beside the report: captions, paywalls."""
    return list(_called(tree, "outside", _LONGEST_OUTSIDE))


def _called(tree: Element, kind: str, longest: int) -> Iterator[str]:
    """The texts of captions, and of elements whose class is of a kind, in the order of their tags."""
    caption = _names("marks")["caption"]
    for tag in _names(kind)["elements"]:
        for element in tree.iter(tag):
            if tag == caption or _is_called(kind, element.get("class") or ""):
                text = " ".join(regions.text_of(element).split())
                if 0 < len(text) <= longest:
                    yield text


def is_outside(element: Element) -> bool:
    """Whether an element stands beside the report by its class, and is no large part of the page."""
    called = _is_called("outside", element.get("class") or "")
    return called and len(regions.text_of(element)) <= _LONGEST_OUTSIDE


def _names(kind: str) -> Any:
    """A table of `gazetteer/fields.toml`."""
    return gazetteer.toml("fields")[kind]


@lru_cache(maxsize=8192)  # the classes of a site's pages recur
def _is_called(kind: str, classes: str) -> bool:
    return bool(classes) and _pattern(kind).search(classes) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(_names(kind)["classes"], re.IGNORECASE)
