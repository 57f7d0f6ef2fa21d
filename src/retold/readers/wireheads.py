"""The head of a report as it came over a wire: the slug with its count of words, right above the headline."""

from __future__ import annotations

import re

_HEAD = re.compile(
    r"\A\s{0,20}(?P<slug>[A-Za-z]{1,4}--?[A-Z][^\n]{1,80}),[ \t]?\d{2,4}[ \t]*\n"
    r"[ \t]*(?P<title>[^\n]*[^\n.:;,])[ \t]*\n(?=[ \t]*\S)"
)


def without_slug(text: str) -> tuple[str, str | None]:
    r"""A text without the line of its slug, the headline set apart, and the slug; None where there is none.

    >>> without_slug("BC-Ferry Sinks, 2nd Ld-Writethru,210\nFerry sinks\nBy I CORRIE\nLISSEL _ A ferry sank.")
    ('Ferry sinks\n\nBy I CORRIE\nLISSEL _ A ferry sank.', 'BC-Ferry Sinks, 2nd Ld-Writethru')
    >>> without_slug("A ferry sank.")
    ('A ferry sank.', None)
    """
    head = _HEAD.match(text)
    if head is None:
        return text, None
    return f"{head['title']}\n\n{text[head.end() :]}", head["slug"]
