"""The page's own article in linked data (JSON-LD, schema.org), chosen among several; references resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from retold import gazetteer, parameters
from retold.readers import fields, furniture, headlines

_P = parameters.of("readers", "pagemeta")
_DEEPEST = _P.integer("deepest")  # levels of JSON-LD that are looked into
_HOSTS = ("www.", "m.", "amp.", "mobile.")

Thing = Mapping[str, object]


def fields_of(values: Iterable[object], url: str | None, headings: tuple[str, ...]) -> dict[str, str]:
    """What linked data say of the page's article, {our name: value}; {} where they hold none.

    `values`: the parsed scripts. `url`: the address that the page gives for itself. `headings`: its headings
    and titles; an article of another address under another headline is a related one.
    """
    every = list(things(values, _table()["within"], _DEEPEST))
    known = _by_id(every)
    shown = {furniture.fold(heading) for heading in headings}
    ranked = [(rank, thing) for thing in every if (rank := _rank(thing)) is not None]
    best: tuple[tuple[int, int], Thing] | None = None
    for rank, thing in ranked:
        fit = _fit(thing, url, shown)
        if fit < 0 and url and shown:
            continue
        place = (-fit if rank < _pages() else 0, rank)
        if best is None or place < best[0]:
            best = (place, thing)
    return {} if best is None else _named(best[1], known)


def _fit(thing: Thing, url: str | None, shown: set[str]) -> int:
    """How surely an article is the page's own: 2 by its address, 1 by its headline, -1 by neither."""
    addresses = [fields.words(thing.get(key)) for key in ("url", "mainEntityOfPage", "@id")]
    given = [_bare(address) for address in addresses if address and "://" in address]
    same = bool(url) and _bare(url or "") in given
    title = furniture.fold(fields.words(thing.get("headline")) or "")
    headed = any(title and (title in heading or heading in title) for heading in shown)
    if not same and not headed and given and title:
        return -1
    return 2 * same + headed


def _bare(address: str) -> tuple[str, str]:
    """An address for comparing: without scheme, query, the mark of a mobile page and a last slash."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address, ""
    host = parts.netloc.lower()
    for prefix in _HOSTS:
        host = host.removeprefix(prefix)
    return host, parts.path.rstrip("/").removesuffix("/amp")


def _named(thing: Thing, known: Mapping[str, Thing]) -> dict[str, str]:
    outlet = next(filter(None, (_names_in(thing.get(key), known) for key in _table()["publishers"])), [])
    authors = next(filter(None, (_names_in(thing.get(key), known) for key in _table()["authors"])), [])
    found = {
        "title": _words(thing.get("headline")) or _words(thing.get("name")),
        "other title": _words(thing.get("alternativeHeadline")),
        "outlet": ", ".join(outlet[:1]),
        "site": ", ".join(_names_in(thing.get("isPartOf"), known)[:1]),
        "url": headlines.web_address(_words(thing.get("url")) or _words(thing.get("mainEntityOfPage"))),
        "published": _words(thing.get("datePublished")) or _words(thing.get("dateCreated")),
        "updated": _words(thing.get("dateModified")),
        "byline": "; ".join(dict.fromkeys(authors)),
        "language": _words(thing.get("inLanguage")),
        "body": fields.marked_text(thing.get("articleBody")),
        "posts": _posts(thing.get("liveBlogUpdate")),
    }
    return {role: value for role, value in found.items() if value}


def _posts(updates: object) -> str:
    """The texts of the posts of a live report, each under its headline if it has one."""
    every = updates if isinstance(updates, (list, tuple)) else [updates]
    posts = [one for one in every if isinstance(one, Mapping)]
    told = ((_words(one.get("headline")), fields.marked_text(one.get("articleBody"))) for one in posts)
    return "\n\n".join(line for headline, body in told if body for line in (headline, body) if line)


def _names_in(value: object, known: Mapping[str, Thing], depth: int = 0) -> list[str]:
    """The names of persons and bodies: references resolved, addresses left out."""
    if depth > _DEEPEST:
        return []
    if isinstance(value, (list, tuple)):
        return [name for item in value for name in _names_in(item, known, depth + 1)]
    if isinstance(value, Mapping):
        thing = value if _name_of(value) is not None else known.get(str(value.get("@id")), value)
        if isinstance(thing.get("name"), (list, tuple)):
            return _names_in(thing["name"], known, depth + 1)
        value = _name_of(thing)
    name = _words(value)
    return [name] if name and "://" not in name and not name.startswith(("#", "@")) else []


def _name_of(thing: Thing) -> str | None:
    """The name of a person or a body, put together where it is given in parts."""
    parts = " ".join(filter(None, (_words(thing.get(key)) for key in ("givenName", "familyName"))))
    return _words(thing.get("name")) or parts or None


def _words(value: object) -> str | None:
    """The words of a value, which may be a literal beside its language (`@value`, `@language`)."""
    literal = value.get("@value", value) if isinstance(value, Mapping) else value
    return fields.words(literal)


def sites(values: Iterable[object]) -> list[str]:
    """The names that a page's data give to its whole site."""
    every = things(values, _table()["within"], _DEEPEST)
    named = (_name_of(thing) for thing in every if str(thing.get("@type")).lower().endswith("website"))
    return list(dict.fromkeys(filter(None, named)))


def _by_id(every: Iterable[Thing]) -> dict[str, Thing]:
    """The things by their `@id`: of several, one that has a name."""
    found: dict[str, Thing] = {}
    for thing in every:
        name = thing.get("@id")
        if isinstance(name, str) and (name not in found or _name_of(found[name]) is None):
            found[name] = thing
    return found


def things(values: Iterable[object], within: Sequence[str], deepest: int) -> Iterator[Thing]:
    """The things among some values, and those below them under the keys `within`, each before its own.

    `deepest`: levels that are looked into.
    """
    for value in values:
        if isinstance(value, dict):
            yield value
        if deepest > 0 and isinstance(value, (dict, list)):
            below = value if isinstance(value, list) else map(value.get, within)
            yield from things(below, within, deepest - 1)


def _rank(thing: Thing) -> int | None:
    """The place of a thing's type among those that may be the page's article, None if it is none."""
    kinds = thing.get("@type")
    names = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
    types = _table()["types"]
    ranks = [i for i, ending in enumerate(types) if any(name.endswith(ending) for name in names)]
    if _table()["likeliest"] in names:
        ranks.append(-1)
    return min(ranks, default=None)


def _pages() -> int:
    """The rank of a page, which is no article and fits every address."""
    return len(_table()["types"]) - 1


def _table() -> Any:
    return gazetteer.toml("fields")["linked"]
