"""The folder that a browser saves beside a page, with its scripts, styles and frames: parts of the page.

Browsers name it after the page, with an ending in the language of the system ("-Dateien", "_fichiers").
The page itself says which folder it takes its parts from, and says so still where one of the two was renamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from retold import parameters
from retold.readers import decode
from retold.readers.content import Content, Head
from retold.readers.names import PAGES, page_of_parts
from retold.readers.registry import CERTAIN, NEVER, ArticleFormat, Format, Found

_P = parameters.of("readers", "page_parts")
_LOOKED_AT = _P.integer("looked_at")  # bytes of a page in which its parts are looked for
_MOST = _P.integer("pages")  # beside a folder that are looked into
_TAKEN = re.compile(  # what a page takes into itself; a link that leads to another page is none of it
    r"<(?:link|script|img|i?frame|source|embed|object|input|video|audio|track|image)\b[^<>]{0,2000}?"
    r"\b(?:src|href|data|poster)\s{0,9}=\s{0,9}(?:\"([^\"<>]{1,1000})\"|'([^'<>]{1,1000})'|([^\s\"'<>]{1,1000}))",
    re.IGNORECASE,
)


def _probe(head: Head) -> float:
    return CERTAIN if head.folder is not None and _belongs_to_page(head.folder) else NEVER


def _read(content: Content) -> Found:  # noqa: ARG001 (its page is read, and nothing of it is missed)
    return iter(())


def _belongs_to_page(folder: Path) -> bool:
    """Whether a folder is named after a page beside it, or a page beside it takes its parts from it.

    A page may take a picture from any folder: only one is meant that begins with the name of the page,
    or ends as browsers have it.
    """
    named = page_of_parts(folder.name)
    if named and any(folder.with_name(named + suffix).is_file() for suffix in PAGES):
        return True
    pages = (page for page in _beside(folder.parent) if named or _is_called_after(folder.name, page.stem))
    return any(folder.name in _folders(page) for page in pages)


def _is_called_after(name: str, stem: str) -> bool:
    """Whether a folder has the name of a page and something behind it that is a word of its own."""
    rest = name[len(stem) :]
    return bool(stem) and name.startswith(stem) and rest != "" and not rest[0].isalnum()


def _beside(folder: Path) -> Iterator[Path]:
    """The pages of a folder, not more than can be looked into for each folder beside them."""
    try:
        found = sorted(one for one in folder.iterdir() if one.suffix.lower() in PAGES)
    except OSError:
        return
    yield from found[:_MOST]


@lru_cache(maxsize=256)  # each folder beside a page asks for it
def _folders(page: Path) -> frozenset[str]:
    """The names of the folders beside a page from which it takes scripts, styles, pictures or frames."""
    try:
        with page.open("rb") as stream:
            text = decode.peek(stream.read(_LOOKED_AT))
    except OSError:
        return frozenset()
    taken = (unquote(unescape(next(filter(None, match.groups())))) for match in _TAKEN.finditer(text))
    parted = (one.removeprefix("./").replace("\\", "/").partition("/") for one in taken)
    return frozenset(name for name, slash, _ in parted if slash)


FORMAT: ArticleFormat = Format("parts of a saved page", (), _probe, _read, "nothing: its page is read")
