"""Pages that hold no report but a wall: a question to robots, a request for consent or payment, an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from retold import language, parameters
from retold.readers import furniture, headlines

_LONGEST = parameters.of("readers", "walls").integer("words")  # words of the longest page that is only a wall
CURE = "save the page once more, with the report in it"


class Wall(NamedTuple):
    """Why a page is no article, and what to do."""

    why: str
    cure: str = CURE


def of(title: str | None, headings: Iterable[str], paragraphs: Sequence[str]) -> Wall | None:
    """The wall that a page is, None if it is none: by its title, or by most of its few sentences.

    >>> of("Are you a robot?", (), ["Tick the box."]).why
    'is a page that asks whether the reader is a robot'
    """
    text = " ".join(paragraphs)
    if len(text.split()) > _LONGEST:
        return None
    titles = {furniture.fold(headlines.behind_joint(one) or "") for one in (title, *headings) if one}
    for kind, (known, patterns) in _walls().items():
        if any(known.fullmatch(one) for one in titles) or _is_mostly(patterns, text):
            return Wall(f"is a page that {kind}")
    return None


def _is_mostly(pattern: re.Pattern[str], text: str) -> bool:
    """Whether half of the sentences of a text are of a wall."""
    sentences = [one for one in re.split(r"(?<=[.!?])\s+", text) if one.strip()]
    hits = sum(pattern.search(one) is not None for one in sentences)
    return hits > 0 and 2 * hits >= len(sentences)


@cache
def _walls() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """What walls do: how their titles read, and how their sentences."""
    tables = [table for pack in language.packs() if (table := pack.lists("furniture").get("walls"))]
    found: dict[str, tuple[list[str], list[str]]] = {}
    for table in tables:
        for wall in table:
            titles, sentences = found.setdefault(wall["does"], ([], []))
            titles += wall["titles"]
            sentences += wall["sentences"]
    return {does: (_any(titles), _any(sentences)) for does, (titles, sentences) in found.items()}


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)
