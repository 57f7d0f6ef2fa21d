"""The article in the data that a page's script draws the page from, where the page itself shows none.

Systems that draw pages in the browser keep the state they draw from as JSON in a script: props, a store, an
initial state. Somewhere in it is a record with a headline and a text, as feeds have it.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from retold import parameters
from retold.model import Article
from retold.readers import fields

_P = parameters.of("readers", "scriptstate")
_SHOWN, _LEAST = _P.integer("shown"), _P.integer("least")
_MOST = _P.integer("things")
_SET = re.compile(r"\A\s*(?:window|self|globalThis)\.[\w$.]+\s*=\s*(?=\{)")  # window.__STATE__ = {…};
_BLOCKS = ("p", "li", "td", "pre", "blockquote")


def thing(tree: Any) -> dict[str, object] | None:
    """The article of a page's scripts as linked data has it; None where the page shows a text itself."""
    if _shows_text(tree):
        return None
    found = [one for value in _values(tree) for one in _articles(value)]
    best = max(found, key=lambda one: len(one.text), default=None)
    return None if best is None else _as_linked(best)


def _shows_text(tree: Any) -> bool:
    words = 0
    for element in tree.iter(*_BLOCKS):
        words += len(" ".join(element.itertext()))
        if words > _SHOWN:
            return True
    return False


def _values(tree: Any) -> Iterator[object]:
    """The values of the scripts that hold a state."""
    for script in tree.iter("script"):
        kind, text = (script.get("type") or "").lower(), script.text or ""
        start = _SET.match(text)
        if "ld+json" in kind or not (kind.endswith("json") or start is not None):
            continue
        bare = text if start is None else text[start.end() :].rstrip().rstrip(";")
        try:
            yield json.loads(bare)
        except (ValueError, RecursionError):
            continue


def _articles(value: object) -> Iterator[Article]:
    """The records in a value that have a headline and a text of some length."""
    waiting, seen = deque([value]), 0
    while waiting and seen < _MOST:
        one, seen = waiting.popleft(), seen + 1
        if isinstance(one, Mapping):
            article = _article(one)
            if article is not None:
                yield article
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _article(record: Mapping[str, object]) -> Article | None:
    if not {"text", "title"} <= set(fields.roles([name for name in record if isinstance(name, str)])):
        return None
    article = fields.article(record)
    return article if article is not None and article.title and len(article.text) >= _LEAST else None


def _as_linked(article: Article) -> dict[str, object]:
    """An article as a thing of schema.org, for those who read linked data."""
    said = {
        "headline": article.title,
        "datePublished": article.published,
        "dateModified": article.updated,
        "url": article.url,
        "inLanguage": article.language,
        "articleBody": article.text,
    }
    named = {"author": article.byline, "publisher": article.outlet}
    found = {key: str(value) for key, value in said.items() if value}
    return {"@type": "NewsArticle", **found, **{key: {"name": name} for key, name in named.items() if name}}
