"""Headlines without the name of the site or of a section behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from retold import parameters
from retold.readers import furniture

_P = parameters.of("readers", "headlines")
_MOST_TAIL = _P.integer("tail")  # words of what stands behind a headline
CUT = _P.integer("cut")  # characters from which a headline may have been cut off without a sign
_JOINT = re.compile(
    r"(?<!\s)\s+(?:[|–—·»«:•-]+|/)\s+|(?:(?<!\s)\s+)?[|»｜]\s*|(?<=\w):\s+(?=\S+\.[a-z]{2,}\Z)"
)

# What a web archive puts before the address of a page that it serves.
_ARCHIVED = re.compile(r"\Ahttps?://[^/\s]{3,80}/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?://)", re.IGNORECASE)
_OPENING = re.compile(r"[^:|]{2,60}:\s+")


def without_site(
    title: str | None, names: Iterable[str | None] = (), headings: Iterable[str] = ()
) -> str | None:
    """A title without what a site puts behind it.

    What a site puts before it goes as well, if it is one of the names.
    Cut are the names given (of the outlet, or its host), and whatever stands behind one of the `headings`
    of the page, which shows where the headline ends.

    >>> without_site("Ferry sinks - Harbour Post", ["Harbour Post"]), without_site("Ferry sinks - again")
    ('Ferry sinks', 'Ferry sinks - again')
    >>> without_site("Ferry sinks : News : Post", headings=["Ferry sinks"])
    'Ferry sinks'
    """
    if not title:
        return title
    known = {name for given in names if given for name in _forms(given)}
    shown = {furniture.fold(heading) for heading in headings}
    joints = list(_JOINT.finditer(title))
    for joint in joints:
        if furniture.fold(title[: joint.start()]) in shown and joint.start():
            return title[: joint.start()].strip()
    end = len(title)
    for joint in reversed(joints):
        if furniture.fold(title[joint.end() : end]) not in known or not joint.start():
            break
        end = joint.start()
    first = next((joint for joint in joints if joint.end() < end), _OPENING.match(title))
    if first is not None and furniture.fold(title[: first.start()] or first[0]).rstrip(" :") in known:
        return title[first.end() : end].strip() or title
    return title[:end].strip()


def behind_joint(title: str | None) -> str | None:
    """A page's own title without a short last part: nothing else tells where its headline ends."""
    joints = list(_JOINT.finditer(title or ""))
    if not title or not joints:
        return title
    head, tail = title[: joints[-1].start()], title[joints[-1].end() :]
    short = len(tail.split()) <= _MOST_TAIL and len(head) > len(tail)
    return head.strip() if short else title


def web_address(value: str | None) -> str | None:
    """The value if it is a whole address of the web, else None; of a page in an archive the one it had.

    >>> web_address("https://echo.example/ferry"), web_address("/ferry"), web_address("data:text/plain,x")
    ('https://echo.example/ferry', None, None)
    """
    value = _ARCHIVED.sub("", value) if value else value
    try:
        return value if value and urlsplit(value).scheme in ("http", "https") else None
    except ValueError:
        return None


def _forms(name: str) -> set[str]:
    """A name as it may stand behind a headline: as it is, without its article, of a host its first part."""
    folded = furniture.fold(name)
    bare = folded.removeprefix("the ")
    domain = bare.rsplit(".", 1)[0] if "." in bare and " " not in bare else bare
    return {folded, bare, f"the {bare}", domain, domain.replace("-", " ")}
