"""JSON objects as articles, one by one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from retold.messages import N_
from retold.model import Article, SetAside
from retold.readers import decode, exports, fields
from retold.readers.registry import Record

NO_RECORD = (N_("is no JSON object"), N_('write each article as {"id": …, "text": …}'))
_WHOLE = re.compile(
    r"(?:<!--.{0,500}?-->\s{0,20})?(?:<\?xml[^>]{0,100}>\s{0,20})?<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
_KNOWN = ("url", "outlet", "title", "published", "byline", "language")
NAME_THE_TEXT = N_("name its text `text`, `body` or `content`")


def parsed(text: str, place: str) -> object:
    """The value of a JSON text, or a `SetAside` line where it cannot be read."""
    try:
        return json.loads(decode.tidy(text))
    except (ValueError, RecursionError) as error:
        return _broken(place, error)


def record(value: object, place: str) -> Article | SetAside:
    """The article of one value, or the reason why it is none."""
    if not isinstance(value, Mapping):
        return SetAside(place, *NO_RECORD)
    article = fields.article(value)
    if article is not None:
        return article
    export = exports.of(value)
    if export is not None and export.links:
        why = N_("is an entry of {name} without a text, of {address}").format(
            name=export.name, address=fields.words(value.get(export.links))
        )
        return SetAside(place, why, N_("save the page that it names, and give that"))
    if "text" in fields.roles([name for name in value if isinstance(name, str)]):
        return SetAside(place, N_("an article without text"), N_("give it a text or remove it"))
    shown = ", ".join(list(map(str, value))[:8])
    return SetAside(place, N_("an article without text (fields: {shown})").format(shown=shown), NAME_THE_TEXT)


def page(value: object) -> tuple[bytes, dict[str, str]] | None:
    """The page that a record holds whole, as crawlers store it, and what it says of it; None for none.

    A record with a text beside the page is read by its text.
    """
    if not isinstance(value, Mapping):
        return None
    texts = fields.candidates([name for name in value if isinstance(name, str)]).get("text", [])
    name = next((name for name, given in value.items() if isinstance(given, str) and _is_whole(given)), None)
    if name is None or any(value[one] for one in texts if one != name):
        return None
    rest = {key: given for key, given in value.items() if key != name}
    told = fields.article(rest, "a page")
    known = {} if told is None else {part: getattr(told, part) for part in _KNOWN}
    return str(value[name]).encode(), {part: str(given) for part, given in known.items() if given}


def _is_whole(value: str) -> bool:
    """Whether a value is a page from its first tag on."""
    return value.lstrip()[:1] == "<" and _WHOLE.match(value.lstrip()) is not None


def numbered(rows: Iterable[Mapping[str, object]], where: str, tail: str = "") -> Iterator[Record | SetAside]:
    """The articles of rows, each named by its number behind `tail`, and a line for each that is none."""
    for number, row in enumerate(rows, 1):
        name = f"{tail}:{number}"
        found = record(row, f"{where}{name}")
        yield found if isinstance(found, SetAside) else Record(found, name)


def _broken(place: str, error: Exception) -> SetAside:
    """The line for JSON that cannot be read."""
    reason = (
        N_("{reason} at column {column}").format(reason=error.msg, column=error.colno)
        if isinstance(error, json.JSONDecodeError)
        else N_("too deep")
    )
    return SetAside(
        place, N_("broken JSON ({our_reason})").format(our_reason=reason), N_("mend or remove it")
    )


def is_object(line: str) -> bool:
    """Whether a line is a whole JSON value, as each line of JSON lines is."""
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
