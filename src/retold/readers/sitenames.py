"""The name of a site where nothing states it: what several places of its page agree on.

Places: what stands before or behind the headline in the page's title, the line of copyright, the logo and the
link to the first page, and the host. One alone may be a section, an owner or a slogan, and names no outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from retold import gazetteer, parameters
from retold.gazetteer import hosts
from retold.readers import furniture

_P = parameters.of("readers", "sitenames")
_LONGEST = _P.integer("longest")  # words of a name
_LINE = _P.integer("line")  # characters of a line of copyright
_ADDRESS = _P.number("address")  # places that a host must have more than a name
_SHORTEST = _P.integer("shortest")  # letters of a host that opens a name
_AGREE = _P.integer("agree")  # places that must agree
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[\s:©]{0,5}(?:\(c\)\s{0,3})?(?:\d{4}(?:\s?[-–]\s?\d{2,4})?[,\s]{0,3})?(?:by\s)?"
    r"(?P<name>[^.|•·©\d\n]{2,60})",
    re.IGNORECASE,
)
_BRAND = re.compile(
    r"logo|masthead|nameplate|(?:^|[\s_-])brand(?:$|[\s_-])|site-?(?:title|name)", re.IGNORECASE
)
_CALLED = re.compile(r"site[-_]?(?:title|name)", re.IGNORECASE)
_HOST = 3  # the number of the host among the places
_HOMES = ("/", "#", "index.html", "/index.html", "./")
_JOINT = re.compile(
    r"(?<!\s)\s+(?:[|–—·»«•:-]+|/)\s+|(?:(?<!\s)\s+)?[|»｜]\s*|(?<=\w):\s+|(?<=[\u3040-\u9fff\uac00-\ud7af])_"
)


class _Words(NamedTuple):
    """What stands around the name of a site, all languages together."""

    tail: re.Pattern[str]
    logo: re.Pattern[str]
    printed: re.Pattern[str]


@cache
def _words() -> _Words:
    table: dict[str, str] = gazetteer.toml("fields")["sites"]
    return _Words(
        re.compile(rf"(?:(?<!\s)\s+)?(?:[-–—,]\s*)?(?:{table['rights']}).*", re.IGNORECASE),
        re.compile(rf"(?:(?<!\s)\s+)?\b(?:{table['logo']})\b\s*", re.IGNORECASE),
        re.compile(rf"\A{table['printed']}|\(https?://[^()]*\)\Z", re.IGNORECASE),
    )


def chosen(stated: list[str], tree: Any, title: str | None, url: str | None) -> str | None:
    """The name of a site: of those that its data and tags state, the one that most places of the page repeat.

    `stated`: the names that are stated, the most trusted first. An address is a name only where nothing else
    is; where nothing is stated, enough places must agree, as `of` has it.
    """
    places = _places(tree, title, url)
    if not stated:
        return _agreed(places)
    seen = [{_key(name) for name in names} for names in places]
    given = [_key(name) for name in stated]

    def standing(name: str) -> float:
        key = _key(name)
        shown = sum(key in names for names in seen)
        return given.count(key) + shown - (_ADDRESS if hosts.is_host(name) else 0)

    best = max(stated, key=standing)  # of equals the first
    if hosts.is_host(best):
        return _agreed(places) or best
    alike = [name for name in stated if _key(name) == _key(best)]
    return next(
        (name for name in alike if not name[0].islower()), best
    )  # "the Echo" is the same as "The Echo"


def of(tree: Any, title: str | None, url: str | None) -> str | None:
    """The name on which enough places of a page agree, as the first of them writes it; None without one."""
    return _agreed(_places(tree, title, url))


def _agreed(places: list[list[str]]) -> str | None:
    votes: dict[str, set[int]] = {}
    written: dict[str, str] = {}
    for number, names in enumerate(places):
        for name in filter(None, names):
            votes.setdefault(_key(name), set()).add(number)
            written.setdefault(_key(name), name)
    votes.pop("", None)
    for key, seen in votes.items():
        if any(_opens(key, _key(domain)) for domain in places[_HOST]):
            seen.add(_HOST)
    best = max(votes, key=lambda key: len(votes[key]), default="")
    named = written.get(best, "")
    return named if best and len(votes[best]) >= _AGREE and votes[best] != {_HOST} else None


def _opens(name: str, domain: str) -> bool:
    """Whether a host has the beginning of a name, or the name the beginning of a host."""
    return min(len(name), len(domain)) >= _SHORTEST and (name.startswith(domain) or domain.startswith(name))


def _places(tree: Any, title: str | None, url: str | None) -> list[list[str]]:
    """The names in the title, in lines of copyright, in logo and links to the first page, and in the host."""
    return [list(_titled(title)), list(_owned(tree)), list(_marked(tree)), [_domain(url)]]


def _titled(title: str | None) -> Iterator[str]:
    """The first and the last part of a page's title, if it has several."""
    parts = [part.strip() for part in _JOINT.split(title or "") if part.strip()]
    if len(parts) > 1:
        yield from filter(_may_name, (parts[-1], parts[0]))


def _owned(tree: Any) -> Iterator[str]:
    """Who holds the rights in the page, by its short lines of copyright."""
    for element in tree.iter("p", "div", "span", "small", "li", "footer", "td", "font", "center", "b", "em"):
        text = element.text or ""
        if "©" not in text and "opyright" not in text and "(c)" not in text:
            continue
        line = " ".join(element.text_content().split())[:_LINE]
        match = _RIGHTS.search(line)
        name = _words().tail.sub("", match["name"]).strip(" ,-–") if match else ""
        if _may_name(name):
            yield name


def _marked(tree: Any) -> Iterator[str]:
    """What the logo and the link to the first page say."""
    for link in tree.iter("a"):
        if (link.get("href") or "") in _HOMES:
            yield from _bare([link.text_content(), *(image.get("alt") or "" for image in link.iter("img"))])
    for element in tree.iter("header"):
        yield from _bare(["".join(element.itertext())[: _LINE + 1]])
    for element in tree.iter("div", "span", "p", "h1", "h2"):
        if _is_called(element.get("class") or ""):
            yield from _bare(
                [_words().printed.sub("", " ".join(element.text_content().split()[: 2 * _LONGEST])).strip()]
            )
    for image in tree.iter("img"):
        above = image.getparent()
        held = "" if above is None else f"{above.get('class')} {above.get('id')}"
        if _BRAND.search(f"{image.get('class')} {image.get('src')} {image.get('alt')} {held}"):
            yield from _bare([image.get("alt") or ""])


@lru_cache(maxsize=4096)  # the classes of a site's pages recur
def _is_called(classes: str) -> bool:
    return bool(classes) and _CALLED.search(classes) is not None


def _bare(texts: list[str]) -> Iterator[str]:
    for text in texts:
        name = _words().logo.sub(" ", " ".join(text.split())).strip()
        if _may_name(name):
            yield name


def _domain(url: str | None) -> str:
    """The host without its last part: a name in one word, which agrees with one in several."""
    host = hosts.host(url) or ""
    return host.rpartition(".")[0].rpartition(".")[2]


def _key(name: str) -> str:
    """A name as names are compared: without article, spaces and marks."""
    return re.sub(r"[\W_]+", "", furniture.fold(name).removeprefix("the "))


def _may_name(name: str) -> bool:
    return 0 < len(name.split()) <= _LONGEST and any(char.isalpha() for char in name)
