"""One page under several addresses: its own, that of its print view, of its mobile or its accelerated form.

A house that shows one report under several addresses has told it once. The first page counts; the others
are set aside and named, so that no lineage has a house copy from itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from retold import moments
from retold.gazetteer import hosts
from retold.messages import N_
from retold.model import Article, SetAside, When
from retold.steps import clean


def once(
    articles: Iterable[Article], notes: list[SetAside], known: Iterable[Article] = ()
) -> Iterator[Article]:
    """The articles without the further addresses of a page; a line for each goes to `notes`.

    Two articles are one page where both have addresses, both are of one outlet (or of one host, where none
    is named, or at one address, where one of them names none), their words are the same and their stamps may
    be of one moment. The `known` ones came before. Keeps an id, an outlet and a stamp an article.
    """
    pages = {key: _bare(one) for one in known for key in _keys(one)}
    for one in articles:
        first = _first(one, pages) if one.url else one
        if first.id == one.id or not _may_be_one(first.published, one.published):
            yield one
            continue
        why = N_("is the page '{id}' again, under {address}").format(id=first.id, address=one.url)
        notes.append(SetAside(one.id, why, N_("give each page once")))


def likely(
    rows: Iterable[tuple[str, str | None, str | None, str | None]], coming: Iterable[Article]
) -> list[str]:
    """The ids among the rows (id, outlet, address, stamp) that may have a page of which another comes."""
    stamps: dict[str, list[When | None]] = defaultdict(list)
    for one in coming:
        for key in _places(one.outlet, one.url):
            stamps[key].append(one.published)
    return [
        name
        for name, outlet, address, stamp in (rows if stamps else ())
        if any(_may_be_one(stamp, other) for key in _places(outlet, address) for other in stamps.get(key, ()))
    ]


def _places(outlet: str | None, address: str | None) -> set[str]:
    """Where a page may be met again: its house and its address; nowhere without an address."""
    return {_house(outlet, address), address} if address else set()


def _first(one: Article, pages: dict[int, Article]) -> Article:
    """The page that an article is, or itself, which is then remembered."""
    house, address = _keys(one)
    named, same = pages.get(house), pages.get(address)
    if named is None and same is not None and not (one.outlet and same.outlet):
        named = same
    bare = _bare(one)
    for key in (house, address):
        pages.setdefault(key, bare)
    return named or bare


def _keys(one: Article) -> tuple[int, int]:
    """What two addresses of a page have in common: its house and its words, or one address and its words."""
    words = "".join(one.text.split()).casefold()
    return hash((_house(one.outlet, one.url or ""), words)), hash((one.url, words, "address"))


@lru_cache(maxsize=1 << 12)
def _house(outlet: str | None, address: str) -> str:
    return clean.fold(outlet) if outlet else hosts.host(address) or address


def _bare(one: Article) -> Article:
    """What is kept of a page."""
    return Article(one.id, "", outlet=one.outlet, published=one.published)


def _may_be_one(stamp: When | None, other: When | None) -> bool:
    """Whether two stamps may be one: neither is surely before the other; no stamp may be of any moment."""
    first, second = moments.moment(stamp), moments.moment(other)
    if first is None or second is None:
        return True
    if first.zoneless != second.zoneless:  # a print view may have the clock of its house without its zone
        first, second = first.in_any_zone(), second.in_any_zone()
    return not first.before(second) and not second.before(first)
