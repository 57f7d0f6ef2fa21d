"""Readers of formats whose content is text: taken whole, or line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from retold.messages import N_
from retold.model import Article, SetAside
from retold.readers.content import Content
from retold.readers.registry import Found, Record
from retold.readers.sources import Source

Rows = Iterable[tuple[int, bytes]]
Numbered = Iterator[tuple[int, Article | SetAside | Source]]

NO_TEXT = (N_("an article without text"), N_("give it a text or remove it"))


def of_text(
    parse: Callable[[str, Content], Iterable[Record | SetAside]], marked_up: bool = False
) -> Callable[[Content], Found]:
    """A reader that takes a content whole, as text.

    `marked_up`: a charset that the text declares counts.
    """

    def read(content: Content) -> Found:
        text, note = content.text(marked_up)
        if note is not None:
            yield note
        yield from parse(text, content)

    return read


def of_records(parse: Callable[[str, Content], Iterable[Record | SetAside]]) -> Callable[[Content], Found]:
    """A reader of contents that hold several articles; the same content again is refused as a whole."""

    def records(text: str, content: Content) -> Iterator[Record | SetAside]:
        yield from parse(text, content) if content.copied is None else [content.copied]

    return of_text(records)


def of_article(
    parse: Callable[[str], Article | tuple[str, str] | None], marked_up: bool = False
) -> Callable[[Content], Found]:
    """A reader of contents that are one article each; where there is none `parse` gives None,
    or why and a cure.

    Two files of the same words may be two publications of them, and both are read,
    unless they say who published them, which is then the same.
    """

    def records(text: str, content: Content) -> Iterator[Record | SetAside]:
        article = parse(text)
        if article is None or isinstance(article, tuple):
            yield SetAside(content.where, *(article or NO_TEXT))
        else:
            yield Record(article)

    return of_article_records(records, marked_up)


def of_article_records(
    parse: Callable[[str, Content], Iterable[Record | SetAside]], marked_up: bool = False
) -> Callable[[Content], Found]:
    """The same for a `parse` that gives records: a copy is one where the article says who published it."""

    def records(text: str, content: Content) -> Iterator[Record | SetAside]:
        for one in parse(text, content):
            told = isinstance(one, Record) and bool(one.article.url or one.article.outlet)
            yield content.copied if content.copied is not None and told else one

    return of_text(records, marked_up)


def of_lines(parse: Callable[[Rows, Content], Numbered]) -> Callable[[Content], Found]:
    """A reader that takes numbered lines and never holds the whole; `parse` gives each item its line."""

    def read(content: Content) -> Found:
        refused: list[SetAside] = []
        empty = True
        for number, item in parse(content.lines(refused), content):
            empty = False
            yield from refused
            refused.clear()
            yield Record(item, f":{number}") if isinstance(item, Article) else item
        yield from refused
        if empty and not refused:
            yield SetAside(content.where, N_("holds no article"), N_("remove it or add rows to it"))

    return read
