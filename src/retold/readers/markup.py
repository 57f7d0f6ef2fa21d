"""Pages and other XML told apart by what opens them."""

from __future__ import annotations

import re

from retold import parameters
from retold.messages import N_

_PAGE = re.compile(
    r"<!doctype\s+html|<html[\s>]|<(?:head|body|article|main|div|p|h1|meta|title|section|table|script)[\s>]",
    re.IGNORECASE,
)
_XML = re.compile(r"<\?xml\b|<(?:rss|feed|rdf:rdf|nitf|newsml|newsitem|urlset|opml|svg)\b", re.IGNORECASE)
_HTML = re.compile(r"<html[\s>]|<!doctype\s+html", re.IGNORECASE)
_SAVED = re.compile(
    r"(?:saved with SingleFile\s{1,9}url:\s{1,9}|saved from url=\(\d{1,5}\))(https?://[^\s<>]{4,2000})"
)
_P = parameters.of("readers", "markup")
_MOST_TAGS = _P.integer("tags")
_MOST_ATTRIBUTES = _P.integer("attributes")
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{2 * _MOST_ATTRIBUTES},}}")  # one that may have so many
_LOOKED_AT = _P.integer("comments")  # characters in which comments are passed over
_OPENING = _P.integer("opening")  # characters behind them in which a tag counts


def is_xml(start: str) -> bool:
    """Whether a text that starts with `<` opens as XML that is no page."""
    opening = _opening(start)
    return _XML.match(opening) is not None and _HTML.search(opening) is None


def is_page(start: str) -> bool:
    """Whether a text that starts with `<` opens as a page.

    >>> is_page("<!-- x --><p>The ferry"), is_page("<?xml version='1.0'?><rss>"), is_page("<Breaking> The")
    (True, False, False)
    """
    return not is_xml(start) and _PAGE.search(_opening(start)) is not None


def _opening(start: str) -> str:
    """What a text opens with, without comments."""
    first, *parts = start[:_LOOKED_AT].split("<!--")
    behind = (part.partition("-->")[2] if "-->" in part else f"<!--{part}" for part in parts)
    return "".join([first, *behind]).lstrip()[:_OPENING]


def excess(page: str) -> str | None:
    """Why a page is none that a parser should be given, None for every other: its cost grows with these.

    >>> excess("<p>" * 10), excess("<p>" * 200_000)
    (None, 'of more than 100,000 tags')
    """
    if page.count("<") > _MOST_TAGS:
        return N_("of more than {count:,} tags").format(count=_MOST_TAGS)
    if any(tag.group().count("=") > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(page)):
        return N_("with more than {count:,} attributes in one tag").format(count=_MOST_ATTRIBUTES)
    return None


def saved_from(page: str) -> str | None:
    r"""The address that a browser or its extension noted in a page when it saved it; None where it did not.

    >>> saved_from("<!-- Page saved with SingleFile \n url: https://echo.example/ferry \n-->")
    'https://echo.example/ferry'
    """
    noted = _SAVED.search(page, 0, _LOOKED_AT)
    return noted[1] if noted else None
