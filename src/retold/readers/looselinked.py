"""JSON-LD as pages have it: whole, wrapped, one behind the other, with commas too many, or broken.

What cannot be parsed still shows its plain fields, which a pattern takes: dates, a headline, names.
"""

from __future__ import annotations

import json
import re

from retold import parameters
from retold.readers import fields

_P = parameters.of("readers", "looselinked")
_MOST = _P.integer("values")  # values in one script
_LONGEST = _P.integer("longest")  # characters of a script that is mended
_OPENED = re.compile(r"\A(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)\s*")
_CLOSED = re.compile(r"(?://[ \t]*)?(?:-->|\]\]>|/\*\s*\]\]>\s*\*/)[\s;]*\Z")
_EDGE = _P.integer("edge")  # characters at the end in which a wrapper may close
_COMMA = re.compile(r",(?=\s*[}\]])")
_COMMENT = re.compile(r'"(?:[^"\\\n]|\\.)*"|/\*.*?\*/|//[^\n]*', re.DOTALL)  # or a string, which stays
_SPACED = re.compile(r"[\s,;]*")
_PLAIN = re.compile(
    r'"(?P<key>@type|headline|datePublished|dateModified|url|inLanguage)"\s*:\s*"(?P<value>[^"\n]{1,400})"'
)
_HOLDER = re.compile(r'"(?P<key>author|creator|publisher)"\s*:\s*(?P<rest>[\[{"].{0,600})', re.DOTALL)
_NAME = re.compile(r'"name"\s*:\s*"(?P<name>[^"\n]{1,200})"')


def values(text: str) -> list[object]:
    """The values of one script, [] for one that holds none.

    >>> values('{"headline": "Ferry late",}'), values("<!-- [1] -->")
    ([{'headline': 'Ferry late'}], [[1]])
    """
    bare = _unwrapped(text)
    found = _several(bare) or _several(_mended(bare))
    if found:
        return found
    thing = salvaged(bare[:_LONGEST])
    return [thing] if thing else []


def _unwrapped(text: str) -> str:
    """A script without the comment or the section of XML that is set around it."""
    opened = _OPENED.sub("", text.strip(), count=1)
    at = max(0, len(opened) - _EDGE)
    return (opened[:at] + _CLOSED.sub("", opened[at:])).strip().rstrip(";")


def _mended(text: str) -> str:
    """A text with marks written as entities, comments, or commas before a bracket, as it was meant.

    >>> _mended('{"url": "https://tarn.example", /* ours */ "n": 1,}')
    '{"url": "https://tarn.example",  "n": 1}'
    """
    text = text[:_LONGEST]
    if text.startswith(("{&quot;", "[{&quot;", "{ &quot;")):
        text = fields.unescaped(text)
    bare = _COMMENT.sub(lambda match: match[0] if match[0].startswith('"') else "", text)
    return _COMMA.sub("", bare)


def _several(text: str) -> list[object]:
    """All values that stand one behind the other, [] where one of them is broken."""
    found: list[object] = []
    decoder, at = json.JSONDecoder(strict=False), 0
    try:
        while at < len(text) and len(found) < _MOST:
            value, at = decoder.raw_decode(text, at)
            found.append(value)
            spaced = _SPACED.match(text, at)
            at = spaced.end() if spaced else at
    except (ValueError, RecursionError):
        return []
    return found


def salvaged(text: str) -> dict[str, object]:
    """The plain fields of an article in a text that cannot be parsed; {} without the type of one."""
    found: dict[str, object] = {}
    for match in _PLAIN.finditer(text):
        found.setdefault(match["key"], match["value"])
    for match in _HOLDER.finditer(text):
        inner = match["rest"].partition("]" if match["rest"].startswith("[") else "}")[0]
        names = [name["name"] for name in _NAME.finditer(inner)]
        if names:
            found.setdefault(match["key"], [{"name": name} for name in names])
    return found if str(found.get("@type", "")).lower().endswith(("article", "posting", "report")) else {}
