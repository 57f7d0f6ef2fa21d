"""Articles from whatever a caller gives: articles, paths, or both."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from retold.errors import InputError
from retold.messages import N_
from retold.model import Article, SetAside
from retold.readers.reading import Reading
from retold.readers.skipped import Skipped
from retold.readers.sources.files import StrPath
from retold.settings import Clean

One = Article | StrPath  # an article, or the path of a file that holds one
Given = One | Iterable[Article | SetAside | StrPath]
_LONGEST_PATH = 500  # characters in a message
_CURE = N_("give articles (see `retold.Article`), or paths of files and folders")


def articles_from(given: Given, settings: Clean) -> Iterator[Article | SetAside]:
    """The articles of a path, of an article, or of several of either, one by one and in their order.

    Notes on what could not be read stand among them. What is neither raises
    `InputError` at once, and paths that hold no article at all raise it at the end.
    """
    several = [given] if isinstance(given, (Article, SetAside, str, os.PathLike)) else given
    if isinstance(several, (Mapping, bytes, bytearray)) or not isinstance(several, Iterable):
        raise InputError(N_("articles were expected, not {name}").format(name=type(given).__name__), _CURE)
    return _each(several, Reading.under(settings))


def all_from(given: Given, settings: Clean) -> list[Article]:
    """The same as a list of articles; notes become warnings."""
    return list(_warned(articles_from(given, settings)))


def article_from(given: One, settings: Clean) -> Article:
    """The article given, or the only one that a path holds; notes become warnings.

    Raises `InputError` where there is none, or more than one.
    """
    if isinstance(given, Article):
        return given
    if not isinstance(given, (str, os.PathLike)):
        raise InputError(N_("an article was expected, not {name}").format(name=type(given).__name__), _CURE)
    return only(all_from(given, settings), os.fspath(given))


def only(found: Sequence[Article], path: str) -> Article:
    """The one article that a path holds; raises `InputError` where it holds several."""
    if len(found) > 1:
        cause = N_("{path!s}: holds {count} articles where one was expected").format(
            path=path, count=len(found)
        )
        raise InputError(cause, N_("give one file, or choose one of `retold.read(…)`"))
    return found[0]


def pair_from(a: One, b: One, settings: Clean) -> tuple[Article, Article]:
    """Two articles, each given or read; two paths whose articles have one id keep apart by their paths."""
    one, two = article_from(a, settings), article_from(b, settings)
    if one.id == two.id and not isinstance(a, Article) and not isinstance(b, Article):
        return replace(one, id=str(a)), replace(two, id=str(b))
    return one, two


def one_and_others(one: One, others: Given, settings: Clean) -> list[Article]:
    """An article and those it is compared with; of these, what a path gives under its id is renamed."""
    first = article_from(one, settings)
    rest = all_from(others, settings)
    if isinstance(one, Article):
        return [first, *rest]
    return [first, *(replace(o, id=f"source/{o.id}") if o.id == first.id else o for o in rest)]


def _warned(read: Iterable[Article | SetAside]) -> Iterator[Article]:
    """The articles alone; each note is given as a warning."""
    for one in read:
        if isinstance(one, Article):
            yield one
        else:
            warnings.warn(str(one), stacklevel=2)


def _each(several: Iterable[object], reading: Reading) -> Iterator[Article | SetAside]:
    """The articles and notes of each thing given; a note on what was merely skipped becomes a warning."""
    none_yet, why = True, None
    for one in several:
        for found in _read(one, reading):
            none_yet = none_yet and not isinstance(found, Article)
            if isinstance(found, Skipped):
                warnings.warn(str(found), stacklevel=2)
                continue
            if isinstance(found, SetAside) and found is not one:
                why = why or found
            yield found
    if none_yet and why is not None:
        raise _nothing(why)


def _nothing(why: SetAside) -> InputError:
    """The error for paths without any article, with the first reason; a text in place of a path is cut."""
    where, cure = why.where, why.cure
    if len(where) > _LONGEST_PATH or "\n" in where:
        where, cure = f"{where[:40]!r} …", N_("give a text as `retold.Article(id, text)`, not as a path")
    return InputError(
        N_("no article could be read ({where}: {our_why})").format(where=where, our_why=why.why), cure
    )


def _read(one: object, reading: Reading) -> Iterable[Article | SetAside]:
    if isinstance(one, (Article, SetAside)):
        return [one]
    if isinstance(one, (str, os.PathLike)):
        return reading.of([one])
    raise InputError(N_("an article was expected, not {name}").format(name=type(one).__name__), _CURE)
