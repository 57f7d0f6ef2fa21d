"""Letters that a text prints: an address, the words, a closing and who signs.

Dear neighbours,
I am leaving the harbour in May.
Sincerely, Ana Kael
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from retold.language.speech import Forms
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.names import Range
from retold.steps.statements.transcript import NAME, in_capitals

_STOPS = ".!?…"
_OFFICE = r"(?:[ \t]*\([^()\n]{2,60}\))?"  # behind a name: Ana Kael (bandmistress)
# Who signs at the end of a text: a line that a name opens, and at most two short ones below.
_SIGNED = re.compile(
    rf"^[ \t]*(?:\([^()\n]{{1,8}}\)[ \t]*)?{NAME}(?<=\w){_OFFICE}[ \t]*"
    r"(?:,[ \t]*(?P<short>[^\n.!?:]{2,60})|,)?"
    r"(?:\n[^\n.!?:]{2,60}){0,2}\s*\Z",
    re.MULTILINE,
)
# Who signs a letter before another one: a full name with where he lives, and a blank line.
_SIGNED_WITHIN = re.compile(
    rf"(?<=[.!?…”’\"'])\n[ \t]*{NAME}(?<=\w){_OFFICE}[ \t]*"
    r"(?:,[ \t]*[^\n.!?:]{2,60}|\n[^\n.!?:]{2,60})\n[ \t]*\n"
)
_HEADING = re.compile(r"\s*(?:[^\n.!?…:]{2,60}\n)?")
_COLON = re.compile(r":[ \t]*\n\s*\n")


class Letter(NamedTuple):
    """One letter: the characters of who signs it, and of its words."""

    name: Range
    words: Range


def letters(text: str, lexicon: Lexicon) -> Iterator[Letter]:
    """The letters of a text in text order, each from its address, or a line with a colon, to its closing."""
    speech = lexicon.speech
    if not speech.letters_closings:
        return
    last = 0
    for match in _closing(speech.letters_closings).finditer(text):
        start = _opening(text, last, match.start(), speech.letters_openings)
        last = match.end()
        if start is None:
            continue
        end = start + len(text[start : match.start()].rstrip())
        if start < end and in_capitals(match["name"], lexicon):
            yield Letter(match.span("name"), (start, end))


@cache
def _closing(closings: Forms) -> re.Pattern[str]:
    """A closing at the head of a line, and the name behind it or in the next line."""
    words = "|".join(re.escape(one) for one in sorted(closings, key=len, reverse=True))
    return re.compile(rf"^[ \t]*(?i:{words}),?\s*{NAME}[ \t]*(?=$|\n|[,(])", re.MULTILINE)


def unclosed(text: str, lexicon: Lexicon) -> Iterator[Letter]:
    """The letters to an editor that each end with who writes it and where, with no closing: Sir, – …"""
    salutes = lexicon.speech.letters_salutes
    starts = list(_salute(salutes).finditer(text)) if salutes else []
    heads = [_head(text, one.start(), lexicon) for one in starts]
    begins = [one.start() if head is None else head for one, head in zip(starts, heads, strict=True)]
    for start, head, last in zip(starts, heads, [*begins, len(text)][1:], strict=True):
        ends = _ends(text, start.end(), last, lexicon)
        first = _signed(text, start.end(), ends[0], lexicon, head is not None)
        later = (_signed(text, _behind_heading(text, low), high, lexicon) for low, high in pairwise(ends))
        yield from (one for one in (first, *later) if one is not None)


def _ends(text: str, low: int, high: int, lexicon: Lexicon) -> list[int]:
    """Where the letters between two characters end, of which only the first has a salute."""
    signed = _SIGNED_WITHIN.finditer(text, low, high)
    within = [one.end() for one in signed if " " in one["name"] and in_capitals(one["name"], lexicon)]
    return [*within, high] if within[-1:] != [high] else within


def _behind_heading(text: str, low: int) -> int:
    match = _HEADING.match(text, low)
    return low if match is None else match.end()


def _signed(text: str, low: int, high: int, lexicon: Lexicon, headed: bool = False) -> Letter | None:
    """The letter between two characters if somebody signs it at its end; `headed` where a line says who."""
    signed = _SIGNED.search(text[:high], low)
    if signed is None or not (headed or _is_signature(text, signed)):
        return None
    end = low + len(text[low : signed.start()].rstrip())
    whole = low < end and in_capitals(signed["name"], lexicon) and text[end - 1] in _STOPS
    return Letter(signed.span("name"), (low, end)) if whole else None


def _head(text: str, start: int, lexicon: Lexicon) -> int | None:
    """Where the line above a salute begins, if it says from whom the letter is: From Dr Ana Kael."""
    line = text[:start].rstrip("\n").rpartition("\n")[2]
    led, _, name = line.strip().partition(" ")
    named = bool(name) and in_capitals(name, lexicon) and name[-1] not in _STOPS
    return text.rindex(line, 0, start) if named and led.lower() in lexicon.grammar.maker else None


def _is_signature(text: str, signed: re.Match[str]) -> bool:
    """Whether a blank line stands before who signs, or a full name is followed by where he lives."""
    parted = not text[: signed.start()].removesuffix("\n").rpartition("\n")[2].strip()
    line, _, below = signed.group().strip().partition("\n")
    alone = line.strip(" \t,") == signed["name"] and bool(below.strip())
    placed = signed["short"] is not None and signed["short"][0].isupper()  # Ana Kael, Quay Street
    return parted or (" " in signed["name"] and (alone or placed))


@cache
def _salute(salutes: Forms) -> re.Pattern[str]:
    """A word that addresses an editor at the head of a line, with a comma, a dash or both behind it."""
    words = "|".join(re.escape(one) for one in sorted(salutes, key=len, reverse=True))
    return re.compile(rf"^[ \t]*(?i:{words})\b,?[ \t]*(?:[–—-]+|,|:|\n)\s*(?=\S)", re.MULTILINE)


def _opening(text: str, low: int, high: int, openings: Forms) -> int | None:
    """Where the words of a letter begin: behind its address, else behind the last line with a colon."""
    before = text[low:high]
    found = list(_address(openings).finditer(before)) or list(_COLON.finditer(before))
    if not found:
        return None
    return high - len(before[found[-1].end() :].lstrip())


@cache
def _address(openings: Forms) -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in sorted(openings))
    return re.compile(rf"^[ \t]*(?i:{words})\b[^\n]{{0,60}}[,:][ \t]*\n", re.MULTILINE)
