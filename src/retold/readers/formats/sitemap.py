"""Sitemaps, of news too: lists of addresses, which hold no text; one line says where the pages are."""

from __future__ import annotations

import re

from retold import parameters
from retold.messages import N_
from retold.model import SetAside
from retold.readers import xmltree
from retold.readers.content import Content, Head
from retold.readers.registry import ArticleFormat, Format, Found, markup_claim

_ROOT = re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
_SHOWN = parameters.of("readers", "sitemap").integer("shown")


def _probe(head: Head) -> float:
    return markup_claim(head, _ROOT, 2000)


def _read(content: Content) -> Found:
    root = xmltree.parsed(content)
    index = xmltree.name(root) == "sitemapindex"
    pages = [_page(one) for one in root if xmltree.name(one) in ("url", "sitemap")]
    named = [page for page in pages if page]
    kind = N_("is a list of sitemaps") if index else N_("is a sitemap")
    shown = "; ".join(named[:_SHOWN]) + (" …" if len(named) > _SHOWN else "")
    listed = f" ({shown})" if named else ""
    why = N_("{our_kind}: it names {count:,} pages and holds no text{listed}")
    why = why.format(our_kind=kind, count=len(named), listed=listed)
    yield SetAside(content.where, why, N_("save the pages, and give those"))


def _page(element: object) -> str:
    """The address of a page, and the title and day that a sitemap of news gives it."""
    address = xmltree.first(element, "loc")
    title, day = xmltree.first(element, "title"), xmltree.first(element, "publication_date")
    told = ", ".join(filter(None, (title, day)))
    return f"{address} ({told})" if address and told else address


FORMAT: ArticleFormat = Format("sitemap", (), _probe, _read, "nothing: a line names the pages that it lists")
