"""The folder that a browser saves beside a page, with its scripts, styles and frames: parts of the page."""

from __future__ import annotations

from pathlib import Path

from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NEVER, ArticleFormat, Format, Found

_ENDING = "_files"
_PAGES = (".html", ".htm", ".xhtml")


def _probe(head: Head) -> float:
    return CERTAIN if head.folder is not None and _belongs_to_page(head.folder) else NEVER


def _read(content: Content) -> Found:  # noqa: ARG001 (its page is read, and nothing of it is missed)
    return iter(())


def _belongs_to_page(folder: Path) -> bool:
    name = folder.name
    beside = (folder.with_name(name.removesuffix(_ENDING) + suffix) for suffix in _PAGES)
    return name.endswith(_ENDING) and any(page.is_file() for page in beside)


FORMAT: ArticleFormat = Format("parts of a saved page", (), _probe, _read, "nothing: its page is read")
