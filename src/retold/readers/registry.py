"""Formats: what each is called, how it is told from the others, and who reads it.

A format is one small file in a folder of its kind (`formats/`, `witnesses/`) with a `FORMAT`.
Every format is asked about every file, and the surest one reads it.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Generic, NamedTuple, TypeVar

from retold.model import Article, SetAside
from retold.readers.content import Content, Head
from retold.readers.sources import Source

# What may stand above the root of a document of XML.
_PROLOG = re.compile(
    r"(?>\ufeff|\s|<\?(?>[^?]|\?(?!>))*+\?>|<!--(?>[^-]|-(?!->))*+-->|<!DOCTYPE[^\[>]*+(?>\[[^\]]*+\]\s*+)?>)*+",
    re.IGNORECASE,
)

# How sure a probe is that a content is of its format. Only the order of these numbers counts.
NEVER = -1.0  # not of this format, whatever its suffix says
NO = 0.0  # the content does not tell; the suffix may
ANY = 0.1  # nothing speaks against it: for formats that take what nobody else claims
BY_SUFFIX = 0.5  # what a fitting suffix alone is worth
SIGNED = 0.6  # the beginning is that of a known kind of file
LIKELY = 0.8  # the beginning has the form of this format
CERTAIN = 1.0  # the beginning can be nothing else

Result = TypeVar("Result")


def markup_claim(head: Head, mark: re.Pattern[str], reach: int) -> float:
    """The claim of a format of XML whose root `mark` shows within so many characters.

    It is surer than that of a format whose elements only stand within others: an agency wraps NITF in NewsML.
    """
    if not head.start.startswith("<"):
        return NEVER
    found = mark.search(head.start[:reach])
    if found is None:
        return NO
    return CERTAIN if _PROLOG.fullmatch(head.start[: found.start()]) else LIKELY


class Record(NamedTuple):
    """An article and what to add to its file's name to name it: '' or, for the third row, ':3'."""

    article: Article
    tail: str = ""


Found = Iterator[Record | SetAside | Source]


@dataclass(frozen=True, slots=True)
class Format(Generic[Result]):
    """One format.

    `probe` says from the beginning of a content how sure it is (the numbers above), and never raises.
    `reader` turns the content into what the registry is for; it may raise `Refused`.
    A reader of articles gives records, reasons for what is none, and, if the
    format is a container, the sources inside.
    """

    name: str
    suffixes: tuple[str, ...]  # in lower case, with their dot
    probe: Callable[[Head], float]
    reader: Callable[[Content], Result]
    keeps: str  # what comes out of it, in a few words: for the documentation

    def claim(self, head: Head) -> float:
        """How strongly the format claims a content, from its beginning and its suffix."""
        sure = self.probe(head)
        return BY_SUFFIX if NO <= sure < BY_SUFFIX and head.suffix in self.suffixes else sure


ArticleFormat = Format[Found]


@dataclass(slots=True)
class Registry(Generic[Result]):
    """The formats of one kind, in the order of their registration."""

    formats: list[Format[Result]] = field(default_factory=list)

    def register(self, form: Format[Result]) -> None:
        """Add a format; of equally sure formats the one that was added last reads the content."""
        self.formats.append(form)

    def choice(self, head: Head) -> Format[Result] | None:
        """The format that claims a content most strongly, None if none does."""
        best, most = None, NO
        for form in self.formats:
            claim = form.claim(head)
            if claim > NO and claim >= most:
                best, most = form, claim
        return best


def discovered(package: str, paths: Sequence[str]) -> Registry[Result]:
    """A registry of the `FORMAT` of every module in a package, sorted by the modules' names."""
    found: Registry[Result] = Registry()
    for name in sorted(module.name for module in pkgutil.iter_modules(paths)):
        form = getattr(import_module(f"{package}.{name}"), "FORMAT", None)
        if form is not None:
            found.register(form)
    return found
