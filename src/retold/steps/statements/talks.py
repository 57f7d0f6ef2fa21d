"""Talks printed as quotations alone, in which nobody can tell from one quotation whose the next is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold import parameters
from retold.model import Quote
from retold.steps.statements.segments import Segment
from retold.steps.statements.utterance import Utterance

_TALK = parameters.of("statements", "unattributed").integer("talk")
_QUESTION = re.compile(r"\?\W*$")


def takes_turns(quotes: Sequence[Quote], number: int, text: str) -> bool:
    """Whether a quotation is part of a talk printed as quotations alone: “Was it shut?” “It was.” “Who saw?”

    Nothing but a space parts one from the next, and one of two asks: nobody can tell whose turn it is.
    """
    asked = _opens_talk(quotes, number, text)
    for at in range(number, 0, -1):
        one, before = quotes[at], quotes[at - 1]
        if not _follows_alone(before, one, text):
            break
        asked = asked or any(_QUESTION.search(quote.span.of(text)) for quote in (before, one))
    return asked


def _opens_talk(quotes: Sequence[Quote], number: int, text: str) -> bool:
    """Whether a question opens a paragraph, and a quotation that stands alone follows it."""
    one = quotes[number]
    asks = _QUESTION.search(one.span.of(text)) is not None
    opens = text[: one.outer.start].rstrip(" \t").endswith("\n")
    return asks and opens and number + 1 < len(quotes) and _follows_alone(one, quotes[number + 1], text)


def _follows_alone(before: Quote, one: Quote, text: str) -> bool:
    """Whether nothing but a space parts two quotations that each stand alone."""
    gap = text[before.outer.end : one.outer.start]
    ahead = text[max(0, before.outer.start - 2) : before.outer.start].rstrip()
    within = ahead[-1:].isalnum()  # that man they call “the Heron.” “Was it he?” is no talk
    return gap.isspace() and "\n" not in gap and not within


def asks_back(number: int, segments: Sequence[Segment], said: Sequence[Utterance], text: str) -> bool:
    """Whether a quotation is a question that fills its paragraph, in a talk of two: the other asks it."""
    two = {id(one.speaker.meant.entity) for one in said[-_TALK:] if one.threads and one.speaker is not None}
    if len(two) < 2:
        return False
    one = segments[number]
    alone = one.bare and all(other.paragraph != one.paragraph for other in segments[number - 1 : number])
    follows = number + 1 < len(segments) and segments[number + 1].paragraph == one.paragraph
    return alone and not follows and number > 0 and _QUESTION.search(text[one.start : one.end]) is not None
