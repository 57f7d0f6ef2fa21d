"""A translation made at run time that puts every message into marks: what stands outside of them is not ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from retold import messages
from retold.report import engine

CODE = "eo"
_INNERMOST = re.compile(r"«[^«»]*»")
_CACHES = (messages._asked, engine.policy, engine._script)  # type: ignore[attr-defined]  # what a process keeps
_INLINE = ("a", "abbr", "b", "bdi", "code", "i", "mark", "span")
_SHOWN = ("title", "aria-label", "placeholder", "alt", "data-l")


def template() -> Catalog:
    """The catalogue as it is committed."""
    with (messages.FOLDER / f"{messages.DOMAIN}.pot").open("rb") as source:
        return read_po(source)


def written(folder: Path) -> None:
    """Write the translation as gettext looks for it."""
    made = Catalog(locale=CODE)
    for one in template():
        if one.id:
            marked = f"«{one.id}»" if isinstance(one.id, str) else tuple(f"«{form}»" for form in one.id)
            made.add(one.id, marked)
    place = folder / CODE / "LC_MESSAGES" / f"{messages.DOMAIN}.mo"
    place.parent.mkdir(parents=True)
    with place.open("wb") as sink:
        write_mo(sink, made)


@contextmanager
def spoken(folder: Path) -> Iterator[None]:
    """The language of all screens, while it lasts."""
    written(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(messages, "FOLDER", folder)
        patch.setenv(messages.VARIABLE, CODE)
        _forget()
        yield
    _forget()


def _forget() -> None:
    for cache in _CACHES:
        cache.cache_clear()


def unmarked(text: str) -> str:
    """What is left of a text without its marked parts, one in another; a mark that was cut off reaches to the end."""
    while (less := _INNERMOST.sub(" ", text)) != text:
        text = less
    return re.sub(r"«.*", " ", text, flags=re.DOTALL)


class Page(HTMLParser):
    """What a person reads of a page: its text, and words that a pointer or a reader of screens tells."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = [""]
        self.told: list[str] = []
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden = tag if tag in ("script", "style") else self._hidden
        self.parts += [] if tag in _INLINE else [""]
        self.told += [value for name, value in attrs if name in _SHOWN and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden = "" if tag == self._hidden else self._hidden
        self.parts += [] if tag in _INLINE else [""]

    def handle_data(self, data: str) -> None:
        self.parts[-1] += "" if self._hidden else data


def read_of(html: str) -> list[str]:
    """Everything of a page that a person reads, a piece a block."""
    page = Page()
    page.feed(html)
    return [*page.parts, *page.told]
