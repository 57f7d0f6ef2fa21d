"""Find dates: pieces, rules, readings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from retold import parameters
from retold.language import UNIVERSAL, Language
from retold.model import DateMention, Span, When
from retold.moments import moment
from retold.steps.dates.context import Context
from retold.steps.dates.readings import ANCHORS, READERS, first_day, value_of
from retold.steps.dates.rules import Found, grammar

_P = parameters.of("dates", "find")
_HEAD = _P.integer("head")
_NEAR = _P.integer("near")


def find(
    text: str, published: When | None = None, language: Language = UNIVERSAL, article: str | None = None
) -> tuple[DateMention, ...]:
    """What in `text` names a time, in order and without overlap.

    Kinds and values are TIMEX3 (DATE, TIME, DURATION, SET; ISO-TimeML 2010). A weekday equal to the day
    of publication is that day, otherwise the nearest past one unless its clause looks ahead; a day
    without a year is the one nearest to publication, a past one preferred. Without `published`, or with
    one that cannot be read, what cannot be known is X. A full date on a line of its own at the head is
    taken for the day of publication if none is given or it lies within three days of that.
    Spans carry `article`. In a language whose dates are not known nothing is found. Time grows with the
    length of `text` alone.

    >>> from retold import language
    >>> text, english = "They met on Saturday night.", language.of("en")
    >>> [(m.span.of(text), m.value) for m in find(text, "2021-05-24", english)]
    [('Saturday night', '2021-05-22TNI')]
    >>> [m.value for m in find(text, None, english)]
    ['XXXX-WXX-6TNI']
    """
    rules = grammar(language)
    if rules is None:
        return ()
    tokens = rules.lexicon.tokens(text)
    finds = rules.finds(tokens)
    day = _day(published)
    context = Context(tokens, rules, _dateline(text, finds, Context(tokens, rules, day)) or day)
    mentions = (_mention(found, context, article) for found in finds)
    return tuple(mention for mention in mentions if mention is not None)


def _dateline(text: str, finds: Sequence[Found], context: Context) -> date | None:
    """The full date on a line of its own near the head: the day of the report, unless the stamp is far."""
    for found in finds[:_HEAD]:
        start, end = context.tokens.starts[found.low], context.tokens.ends[found.high - 1]
        alone = not text[:start].rpartition("\n")[2].strip() and not text[end:].partition("\n")[0].strip()
        full = found.read == "calendar" and {"day", "month", "year"} <= found.kept.keys()
        told = value_of(found, context) if alone and full else None
        there = None if told is None else first_day(told)
        if there is not None and (context.day is None or abs((there - context.day).days) <= _NEAR):
            return there
    return None


def _mention(found: Found, context: Context, article: str | None) -> DateMention | None:
    value = value_of(found, context)
    if value is None:
        return None
    day = first_day(value) if found.read in ANCHORS else None
    if day is not None:
        context.last, context.last_value = day, value
    span = Span(article, context.tokens.starts[found.low], context.tokens.ends[found.high - 1])
    return DateMention(span, _kind(READERS[found.read][0], value), value)


def _kind(kind: str, value: str) -> str:
    return "TIME" if kind == "DATE" and re.search(r"[\dX]T", value) else kind


def _day(published: When | None) -> date | None:
    """The local day of a stamp: a zone moves the clock, not the day that readers had."""
    stamp = moment(published)
    if stamp is None:
        return None
    if isinstance(published, datetime):
        return published.date()
    if isinstance(published, date):
        return published
    given = str(published).strip()[:10]
    return date.fromisoformat(given) if given[4:5] == "-" and given[7:8] == "-" else stamp.day
