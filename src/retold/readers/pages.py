"""Pages of a print as running text: heads and feet taken off, lines joined, hyphens at line ends mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from statistics import median

from retold import parameters

_P = parameters.of("readers", "pages")
_EDGE = _P.integer("edge")  # lines at the top and bottom of a page that may be its head and foot
_SHARE = _P.number("share")  # of the pages that carry a line for it to be a head or foot
_SHORT = _P.number("short")  # share of the usual width below which a line ends its paragraph
_NUMBER = re.compile(
    r"(?:(?:page|seite|p\.)\s*)?[-–—\s]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|von|de)\s*\d{1,4})?[-–—\s]*",
    re.I,
)
_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})[-\u00ad\u2010]\Z")
_OPENS = re.compile(r"[^\W\d_]+")
_STOP = (".", "!", "?", "”", '"', "»", "…", ":")

Page = Sequence[str]


def paragraphs(pages: Sequence[str]) -> list[str]:
    r"""The paragraphs of a text that was printed on these pages.

    >>> paragraphs(["Echo  4 March\nThe ferry ran\nlate, as the har-\nbour said.\n1"])
    ['Echo 4 March The ferry ran late, as the harbour said.']
    """
    split = [[" ".join(line.split()) for line in page.split("\n")] for page in pages]
    running = _running(split)
    bare = [_stripped(page, running) for page in split]
    known = Counter(word.lower() for page in bare for line in page for word in re.findall(r"[\w-]+", line))
    return list(_joined(bare, known))


def _running(pages: Sequence[Page]) -> set[str]:
    """The lines that many pages have at their edges, digits apart."""
    found = Counter(
        line for page in pages for line in {_folded(one) for one in _edges([line for line in page if line])}
    )
    least = max(2, _SHARE * len(pages))
    return {line for line, count in found.items() if count >= least}


def _edges(page: Page) -> list[str]:
    return [*page[:_EDGE], *page[-_EDGE:]]


def _folded(line: str) -> str:
    return _DIGITS.sub("#", line.casefold())


def _stripped(page: Page, running: set[str]) -> list[str]:
    """A page without heads, feet and numbers at its edges."""
    lines = list(page)
    for end in (0, -1):
        for _ in range(_EDGE):
            while lines and not lines[end]:
                lines.pop(end)
            if lines and (_folded(lines[end]) in running or _NUMBER.fullmatch(lines[end])):
                lines.pop(end)
    return lines


def _joined(pages: Sequence[Page], known: Counter[str]) -> Iterator[str]:
    """Lines put together: a paragraph ends at an empty line, or at a short line that ends a sentence.

    The first line is one by itself where the next word would have had room beside it: a headline.
    """
    widths = [len(line) for page in pages for line in page if line]
    width = median(widths) if widths else 0
    short = _SHORT * width
    held: list[str] = []
    first = True
    for page in pages:
        for line, below in zip_longest(page, page[1:], fillvalue=""):
            if line:
                _add(held, line, known)
            headline = first and bool(line) and _has_room(line, below, width)
            first = first and not line
            ends = not line or headline or (len(line) < short and line.endswith(_STOP))
            if ends and held:
                yield "".join(held)
                held = []
        if held and held[-1].endswith(_STOP):
            yield "".join(held)
            held = []
    if held:
        yield "".join(held)


def _has_room(line: str, below: str, width: float) -> bool:
    """Whether a line that ends no sentence is followed by a word with a capital that would have fit in it."""
    word = below.partition(" ")[0]
    fits = len(line) + 1 + len(word) <= width
    return fits and word[:1].isupper() and not line.endswith((*_STOP, ",", "-"))


def _add(held: list[str], line: str, known: Counter[str]) -> None:
    """Put a line behind those held: a word that was parted is made whole, a compound keeps its hyphen."""
    before = held[-1] if held else "-"
    broken, opens = _BROKEN.search(before[-60:]), _OPENS.match(line)
    if broken is None or opens is None or not opens[0][0].islower():
        held.append(line if before.endswith("-") else f" {line}")
        return
    parted = f"{broken[1]}-{opens[0]}".lower()
    if known[parted] <= known[parted.replace("-", "")]:
        held[-1] = before[:-1]
    held.append(line)
