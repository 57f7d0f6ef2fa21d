"""Pages that only lead to others: a front page, the page of a section.

Each of its paragraphs stands below a linked heading. It has the first sentence of many reports and is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from retold import parameters
from retold.messages import N_
from retold.readers import regions
from retold.readers.walls import Wall

_P = parameters.of("readers", "teasers")
_LEAST = _P.integer("headings")  # that lead to pages of their own
_COVERED = _P.number("covered")  # share of a page's text that stands in containers of such headings
_LONGEST = _P.integer("teaser")  # characters of the longest teaser
_HEADINGS = ("h1", "h2", "h3", "h4")
WALL = Wall(N_("is a page that leads to others"), N_("give the pages of its reports"))


def is_list(tree: Any, paragraphs: Sequence[str], url: str | None) -> bool:
    """Whether a page's paragraphs are the teasers of several others.

    `paragraphs`: of its report, as an extraction has them. `url`: of the page; headings that lead to places
    on it are those of a live report.
    """
    teasers: dict[str, str] = {}
    for heading in tree.iter(*_HEADINGS):
        link = _link(heading)
        target = None if link is None else _target(link, url)
        holder = heading.getparent() if link in heading.iterdescendants("a") else _parent(link)
        if target and holder is not None and target not in teasers:
            text = _squeezed(regions.text_of(holder))
            if len(text) <= _LONGEST:
                teasers[target] = text
    if len(teasers) < _LEAST:
        return False
    told = [_squeezed(one) for one in paragraphs]
    led = sum(len(one) for one in told if any(one in teaser for teaser in teasers.values()))
    return led >= _COVERED * sum(map(len, told))


def _link(heading: Any) -> Any:
    """The link that a heading holds or stands in, None where there is none."""
    return next((one for one in [*heading.iter("a"), *heading.iterancestors("a")] if one.get("href")), None)


def _parent(link: Any) -> Any:
    return None if link is None else link.getparent()


def _target(link: Any, url: str | None) -> str | None:
    """The page that a link leads to, None where it leads to a place on its own page."""
    try:
        path, own = urlsplit(link.get("href")).path.rstrip("/"), urlsplit(url or "").path.rstrip("/")
    except ValueError:
        return None
    return path if path and path != own else None


def _squeezed(text: str) -> str:
    return "".join(text.split())
