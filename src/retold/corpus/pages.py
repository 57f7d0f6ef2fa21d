"""One page under several addresses: its own, that of its print view, of its mobile or its accelerated form.

A house that shows one report under several addresses has told it once. The first page counts; the others
are set aside and named, so that no lineage has a house copy from itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from retold import moments
from retold.messages import N_
from retold.model import Article, SetAside
from retold.steps import clean


def once(articles: Iterable[Article], notes: list[SetAside]) -> Iterator[Article]:
    """The articles without the further addresses of a page; a line for each goes to `notes`.

    Two articles are one page where both have addresses, both are of one outlet (or of one host, where none
    is named), their words are the same and their stamps may be of one moment. Keeps an id and a stamp an
    article.
    """
    pages: dict[int, Article] = {}
    for one in articles:
        first = pages.setdefault(_key(one), _bare(one)) if one.url else one
        if first.id == one.id or not _may_be_of_one_moment(first, one):
            yield one
            continue
        why = N_("is the page '{id}' again, under {address}").format(id=first.id, address=one.url)
        notes.append(SetAside(one.id, why, N_("give each page once")))


def _key(one: Article) -> int:
    house = clean.fold(one.outlet) if one.outlet else _host(one.url or "")
    return hash((house, "".join(one.text.split()).casefold()))


def _bare(one: Article) -> Article:
    """What is kept of a page."""
    return Article(one.id, "", published=one.published)


def _host(address: str) -> str:
    try:
        return urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return address


def _may_be_of_one_moment(one: Article, other: Article) -> bool:
    """Whether two stamps may be one: neither is before the other; a page without one may be of any moment."""
    first, second = moments.moment(one.published), moments.moment(other.published)
    if first is None or second is None:
        return True
    return not first.before(second) and not second.before(first)
