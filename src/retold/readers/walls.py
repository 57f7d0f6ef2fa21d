"""Pages that hold no report but a wall: a question to robots, a request for consent or payment, an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from retold import language, parameters
from retold.messages import N_
from retold.readers import furniture, headlines

_P = parameters.of("readers", "walls")
_LONGEST = _P.integer("words")  # words of the longest page that is only a wall
_PARAGRAPH = _P.integer("paragraph")  # words of the shortest paragraph that shows a page to hold a report
_BUTTON = _P.integer("button")  # words of the longest button
_QUOTED = re.compile(r"“[^“”]{0,900}”|\"[^\"]{0,900}\"|„[^„“”]{0,900}[“”]|«[^«»]{0,900}»|»[^«»]{0,900}«")
_STOPS = (".", "!", "?", "…", ":")
CURE = N_("save the page once more, with the report in it")


class Wall(NamedTuple):
    """Why a page is no article, and what to do."""

    why: str
    cure: str = CURE


class _Signs(NamedTuple):
    """How one kind of wall is told."""

    titles: re.Pattern[str]
    sentences: re.Pattern[str]
    addressed: bool  # whether it must speak to its reader


def of(title: str | None, headings: Iterable[str], paragraphs: Sequence[str]) -> Wall | None:
    """The wall that a page is, None if it is none: by its title, or by most of its few sentences.

    A page with one paragraph of a report is no wall, whatever is asked below it.

    >>> of("Are you a robot?", (), ["Tick the box."]).why
    'is a page that asks whether the reader is a robot'
    """
    if sum(len(paragraph.split()) for paragraph in paragraphs) > _LONGEST:
        return None
    known = tuple(headings)
    for kind, signs in _walls().items():
        reports = sum(_is_of_report(paragraph, signs) for paragraph in paragraphs)
        if reports > 1:  # a headline may have the words of a wall
            continue
        titles = (title,) if reports else (title, *known)
        if any(map(signs.titles.fullmatch, _folded(titles))):
            return Wall(N_("is a page that {our_kind}").format(our_kind=kind))
        if not reports and _is_mostly(signs, paragraphs):
            return Wall(N_("is a page that {our_kind}").format(our_kind=kind))
    return None


def _folded(titles: Iterable[str | None]) -> set[str]:
    return {furniture.fold(headlines.behind_joint(one) or "") for one in titles if one}


def _is_of_report(paragraph: str, signs: _Signs) -> bool:
    """Whether a paragraph is long enough for a report's, asks nothing and speaks to nobody."""
    enough = len(paragraph.split()) >= _PARAGRAPH and paragraph.rstrip("”\"»'’) ").endswith(_STOPS)
    return enough and signs.sentences.search(paragraph) is None and not _addresses(paragraph)


def _addresses(text: str) -> bool:
    """Whether a text speaks to its reader, quotations aside."""
    return _addressing().search(_QUOTED.sub(" ", text)) is not None


def _is_mostly(signs: _Signs, paragraphs: Sequence[str]) -> bool:
    """Whether half of the sentences of a text are of a wall; buttons that are not do not count.

    What is quoted is asked of nobody, but a request for consent quotes its own buttons.
    """
    if signs.addressed and not any(map(_addresses, paragraphs)):
        return False
    said = paragraphs if signs.addressed else [_QUOTED.sub(" ", text) for text in paragraphs]
    sentences = [one for text in said for one in re.split(r"(?<=[.!?])\s+", text) if one.strip()]
    others = [one for one in sentences if not signs.sentences.search(one)]
    hits, misses = len(sentences) - len(others), sum(not _is_button(one) for one in others)
    return 0 < hits >= misses


def _is_button(sentence: str) -> bool:
    return len(sentence.split()) <= _BUTTON and not sentence.endswith(_STOPS)


@cache
def _walls() -> dict[str, _Signs]:
    """What walls do: how their titles read, and how their sentences; all languages together."""
    found: dict[str, tuple[list[str], list[str], list[bool]]] = {}
    for wall in language.listed("furniture", "walls"):
        titles, sentences, addressed = found.setdefault(wall["does"], ([], [], []))
        titles += wall["titles"]
        sentences += wall["sentences"]
        addressed.append(wall.get("addressed", False))
    return {does: _Signs(_any(one), _any(two), any(three)) for does, (one, two, three) in found.items()}


@cache
def _addressing() -> re.Pattern[str]:
    return _any(language.listed("furniture", "addressing"))


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)
