"""Articles from whatever a caller gives: articles, paths, or both."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping

from retold.errors import InputError
from retold.model import Article, SetAside
from retold.readers.limits import Limits
from retold.readers.reading import Reading
from retold.readers.skipped import Skipped
from retold.readers.sources.files import StrPath
from retold.settings import Clean

One = Article | StrPath
Given = One | Iterable[Article | SetAside | StrPath]
_CURE = "give articles (see `retold.Article`), or paths of files and folders"


def articles_from(given: Given, settings: Clean) -> Iterator[Article | SetAside]:
    """The articles of a path, of an article, or of several of either, one by one and in their order.

    Notes on what could not be read stand among them. Paths that hold no article at
    all raise `InputError` at the end, and so does, at once, what is neither.
    """
    reading = Reading(Limits.of(settings))
    several = [given] if isinstance(given, (Article, str, os.PathLike)) else given
    if isinstance(several, (Mapping, bytes)) or not isinstance(several, Iterable):
        raise InputError(f"articles were expected, not {type(given).__name__}", _CURE)
    return _each(several, reading)


def article_from(given: One, settings: Clean) -> Article:
    """The article given, or the only one that a path holds; notes on other files become warnings.

    Raises `InputError` where there is none, or more than one.
    """
    if isinstance(given, Article):
        return given
    if not isinstance(given, (str, os.PathLike)):
        raise InputError(f"an article was expected, not {type(given).__name__}", _CURE)
    found = list(warned(articles_from(given, settings)))
    if len(found) > 1:
        cause = f"{os.fspath(given)}: holds {len(found)} articles where one was expected"
        raise InputError(cause, "give one file, or choose one of `retold.read(…)`")
    return found[0]


def warned(read: Iterable[Article | SetAside]) -> Iterator[Article]:
    """The articles alone; each note is given as a warning."""
    for one in read:
        if isinstance(one, Article):
            yield one
        else:
            warnings.warn(str(one), stacklevel=2)


def _each(several: Iterable[Article | SetAside | StrPath], reading: Reading) -> Iterator[Article | SetAside]:
    none_yet = True
    why: SetAside | None = None
    for one in several:
        for found in _read(one, reading):
            none_yet = none_yet and not isinstance(found, Article)
            if isinstance(found, Skipped):
                warnings.warn(str(found), stacklevel=2)
                continue
            if not isinstance(one, SetAside) and isinstance(found, SetAside):
                why = why or found
            yield found
    if none_yet and why is not None:
        raise InputError(f"no article could be read ({why.where}: {why.why})", why.cure)


def _read(one: Article | SetAside | StrPath, reading: Reading) -> Iterable[Article | SetAside]:
    if isinstance(one, (Article, SetAside)):
        return [one]
    if isinstance(one, (str, os.PathLike)):
        return reading.of([one])
    raise InputError(f"an article was expected, not {type(one).__name__}", _CURE)
