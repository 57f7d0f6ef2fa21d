"""Whose a host on the web is: agencies and outlets by their domains."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from retold import gazetteer

_HOST = re.compile(r"(?:\w+://)?((?:[\w-]+\.)+[a-z]{2,})(?:[:/].*)?", re.IGNORECASE | re.DOTALL)
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov", "edu"})


def owner(place: str) -> str | None:
    """The agency or outlet of a host or an address, by the nearest domain above it that is known.

    >>> owner("https://feeds.reuters.com/world"), owner("www.example.org"), owner("Harbour Post")
    ('Reuters', None, None)
    """
    match = _HOST.fullmatch(place.strip())
    host = match[1].lower() if match else ""
    while "." in host:
        if host in _domains():
            return _domains()[host]
        host = host.partition(".")[2]
    return None


def host(address: str | None) -> str | None:
    """The host of an address or a bare host, without `www.`; None for what is neither.

    >>> host("https://www.echo.example/ferry"), host("echo.example"), host("The Echo")
    ('echo.example', 'echo.example', None)
    """
    given = (address or "").strip()
    if not given or " " in given or "." not in given.strip("."):
        return None
    try:
        found = urlsplit(given if "://" in given else f"//{given}").hostname
    except ValueError:
        return None
    return found.removeprefix("www.") if found else None


def is_host(name: str) -> bool:
    """Whether a name is the host of an address, with or without `www.`.

    >>> is_host("www.Echo.example"), is_host("https://echo.example/ferry"), is_host("The Echo")
    (True, False, False)
    """
    return host(name) == name.lower().removeprefix("www.")


def telling_label(host: str) -> str:
    """The label of a host by which its house goes.

    >>> telling_label("wqlt.com"), telling_label("news.tarn.co.uk")
    ('wqlt', 'tarn')
    """
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1].casefold() in _SECOND_LEVEL:
        labels.pop()
    return labels[-1]


@cache
def _domains() -> dict[str, str]:
    rows = (*gazetteer.csv("agencies"), *gazetteer.csv("outlets"))
    return {row["domain"]: row["name"] for row in rows if row["domain"]}
