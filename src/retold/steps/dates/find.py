"""Find dates: pieces, rules, readings."""

from __future__ import annotations

import re
from datetime import date, datetime

from retold.model import DateMention, Span, When
from retold.moments import moment
from retold.settings import Dates
from retold.steps.dates.context import Context
from retold.steps.dates.readings import ANCHORS, READERS, first_day
from retold.steps.dates.rules import Found, grammar


def find(
    text: str, published: When | None = None, settings: Dates | None = None, article: str | None = None
) -> tuple[DateMention, ...]:
    """What in `text` names a time, in order and without overlap.

    Kinds and values are TIMEX3 (DATE, TIME, DURATION, SET; ISO-TimeML 2010). A weekday equal to the day
    of publication is that day, otherwise the nearest past one unless its clause looks ahead; a day
    without a year is the one nearest to publication, a past one preferred. Without `published`, or with
    one that cannot be read, what cannot be known is X. Spans carry `article`. Time grows with the length
    of `text` alone.

    >>> text = "They met on Saturday night."
    >>> [(m.span.of(text), m.value) for m in find(text, "2021-05-24")]
    [('Saturday night', '2021-05-22TNI')]
    >>> [m.value for m in find(text)]
    ['XXXX-WXX-6TNI']
    """
    rules = grammar((settings or Dates()).language)
    tokens = rules.lexicon.tokens(text)
    context = Context(tokens, rules, _day(published))
    mentions = (_mention(found, context, article) for found in rules.finds(tokens))
    return tuple(mention for mention in mentions if mention is not None)


def _mention(found: Found, context: Context, article: str | None) -> DateMention | None:
    kind, reader = READERS[found.read]
    try:
        value = reader(found, context)
    except (OverflowError, ValueError):  # years beyond the calendar, numbers beyond numbers
        return None
    if value is None:
        return None
    day = first_day(value) if found.read in ANCHORS else None
    if day is not None:
        context.last, context.last_value = day, value
    span = Span(article, context.tokens.starts[found.low], context.tokens.ends[found.high - 1])
    return DateMention(span, _kind(kind, value), value)


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
