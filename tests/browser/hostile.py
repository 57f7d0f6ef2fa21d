"""The crane story with something hostile in every field that a page prints."""

from __future__ import annotations

from dataclasses import replace

from retold.archive.store import Trace
from retold.model import SetAside
from tests import crane

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
BREAK = "\"'><svg onload=alert(3)>{{7*7}}${7*7}"
ODD = "\u202egnp\x1b[31m\x00"


def hostile_trace() -> Trace:
    """Titles, names, addresses, notes and reasons that would run if they could."""
    trace = crane.crane_trace()
    articles = tuple(
        replace(
            one,
            title=f"{one.title} {SCRIPT}{ODD}",
            outlet=f"{one.outlet} {BREAK}",
            byline=f"{SCRIPT} {BREAK}",
            url="javascript:alert(4)" if n % 2 else f"https://example.invalid/{BREAK}",
            extra={"x": SCRIPT},
        )
        for n, one in enumerate(trace.articles)
    )
    changes = tuple(
        replace(one, before=_bad(one.before), after=_bad(one.after), detail=one.detail and f"{one.detail}")
        for one in trace.changes
    )
    statements = tuple(
        replace(one, speakers=tuple(replace(p, name=p.name and f"{p.name} {BREAK}") for p in one.speakers))
        for one in trace.statements
    )
    notes = (SetAside(SCRIPT, BREAK, ODD),)
    furniture = tuple((span, f"{reason} {SCRIPT}") for span, reason in trace.furniture)
    return replace(
        trace, articles=articles, changes=changes, statements=statements, set_aside=notes, furniture=furniture,
        manifest={**trace.manifest, "retold": SCRIPT},
    )  # fmt: skip


def _bad(words: str | None) -> str | None:
    return words and f"{words} {SCRIPT}"
