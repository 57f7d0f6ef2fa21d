"""Addresses for formats that link things: URNs of our own, never an invented web address."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from retold.model import Article


def of(kind: str, name: str) -> str:
    """The URN of a thing of a trace by its kind and id.

    >>> of("article", "wire/12 a")
    'urn:retold:article:wire%2F12%20a'
    """
    return f"urn:retold:{kind}:{quote(name.encode('utf-8', 'replace'), safe='')}"


def web(url: str | None) -> str | None:
    """The address if it is one of the web that a machine may take, else None.

    >>> web("javascript:alert(1)"), web("https://post.example/a b")
    (None, 'https://post.example/a%20b')
    """
    plain = (url or "").strip()
    try:
        parts = urlsplit(plain)
    except ValueError:  # such as brackets that do not match
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return quote(plain.encode("utf-8", "replace"), safe="%/:=&?~#+!$,;'@()*[]")


def article(one: Article) -> str:
    """The URN of an article's text as the trace has it; what its web address holds may change."""
    return of("article", one.id)
