"""Fields of feeds by the names that feeds give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from retold import gazetteer
from retold.model import Article
from retold.readers import body, decode, stamps

_TAGS = re.compile(
    r"</(?:p|div|a|em|strong|b|i|span|h[1-6]|li|ul|blockquote)>|<(?:p|br|div)\b[^<>]{0,300}>", re.IGNORECASE
)
_LANGUAGE = re.compile(r"[a-z]{2}(?=[-_]|\Z)", re.I)


def roles(names: list[str]) -> dict[str, str]:
    """Which of these field names plays which of our parts: {our name: their name}.

    >>> roles(["headline", "content", "pubDate", "section"])
    {'title': 'headline', 'text': 'content', 'published': 'pubDate'}
    """
    best: dict[str, tuple[int, str]] = {}
    for name in names:
        found = _roles().get(re.sub(r"[\W_]+", "", name).lower())
        if found is not None and (found[0] not in best or found[1] < best[found[0]][0]):
            best[found[0]] = (found[1], name)
    return {role: name for role, (_, name) in best.items()}


@cache
def _roles() -> dict[str, tuple[str, int]]:
    """Our name and how likely it is, by the names that feeds give a field."""
    names: dict[str, list[str]] = gazetteer.toml("fields")["records"]
    return {name: (role, rank) for role, given in names.items() for rank, name in enumerate(given)}


def _keys(kind: str) -> list[str]:
    keys: list[str] = gazetteer.toml("fields")[kind]
    return keys


def article(record: Mapping[str, object], text: str | None = None) -> Article | None:
    """An article from a record of any feed, None if the record holds no text.

    `text` replaces the record's own. The id is '' where the record has none:
    it is then named for its place. Unknown fields go to `extra`.
    """
    record = _opened(record)
    names = [name for name in record if isinstance(name, str) and record[name] not in (None, "")]
    known = roles(names)
    raw = text if text is not None else _text(record.get(known.get("text", "")))
    made = body.make(raw, words(record.get(known.get("title", ""))))
    if not made.text:
        return None

    def given(role: str) -> object:
        return record[known[role]] if role in known else None

    return Article(
        id=words(given("id")) or "",
        text=made.text,
        outlet=words(given("outlet")),
        url=words(given("url")),
        title=made.title,
        published=stamps.iso(_plain(given("published"))),
        updated=stamps.iso(_plain(given("updated"))),
        byline=words(given("byline")),
        language=_language(words(given("language"))),
        extra=_extra(record, known, made.furniture),
    )


def _opened(record: Mapping[str, object]) -> Mapping[str, object]:
    """The record with the fields of its `meta` beside its own, which win."""
    for key in ("meta", "metadata"):
        inner = record.get(key)
        if isinstance(inner, Mapping):
            outer = {name: value for name, value in record.items() if name != key}
            return {**{name: value for name, value in inner.items() if name not in ("text", "id")}, **outer}
    return record


def words(value: object) -> str | None:
    """A value as a short text: the name of a thing that has one, a list joined by commas."""
    if isinstance(value, Mapping):
        return words(next((value[key] for key in _keys("naming") if key in value), None))
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(words, value))) or None
    if value is None or isinstance(value, bool):
        return None
    return " ".join(decode.tidy(str(value)).split()) or None


def _text(value: object) -> str:
    """The text of a record; paragraphs given as a list are joined, markup is taken out."""
    if isinstance(value, Mapping):
        value = next((value[key] for key in _keys("texts") if key in value), "")
    if isinstance(value, (list, tuple)):
        value = "\n\n".join(item for item in value if isinstance(item, str))
    if not isinstance(value, str):
        return ""
    return _unmarked(value) if _TAGS.search(value) else value


def _unmarked(markup: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(decode.tidy(markup), alt_texts=False, list_bullets=False))


def _plain(value: object) -> object:
    return value if isinstance(value, (int, float)) else words(value)


def _language(name: str | None) -> str | None:
    match = _LANGUAGE.match(name or "")
    return match.group().lower() if match else None


def _extra(record: Mapping[str, object], known: Mapping[str, str], cut: tuple[str, ...]) -> dict[str, object]:
    used = set(known.values())
    left = {name: value for name, value in record.items() if name not in used}
    rest = {str(name): value for name, value in left.items() if value not in (None, "")}
    return {**rest, "furniture": cut} if cut else rest
