"""Documents in RTF, as word processors and press archives write them; read with striprtf."""

from __future__ import annotations

import re

from retold.messages import N_
from retold.model import SetAside
from retold.readers import documents, optional
from retold.readers.content import Content, Head
from retold.readers.documents import Paragraph
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Found
from retold.readers.sources import Refused

_MAGIC = b"{\\rtf"
_LINKS = re.compile(r'\("(?:https?:|mailto:)[^"\s]{1,2000}"\)')  # how it gives the address of a link
# Hidden words: a group that begins with its sign, or all from the sign to the one that takes it back.
_HIDDEN = re.compile(
    r"\{(?:\\[a-z]{1,20}-?\d{0,6} ?){0,20}?\\v(?![a-z\d])(?:[^{}\\]|\\.)*\}"
    r"|\\v(?![a-z\d])(?:[^{}\\]|\\(?!v0(?!\d)).)*\\v0(?!\d) ?",
    re.DOTALL,
)
_CELLS = re.compile(r"(?<=[^|\n])\|(?=\n|\Z)")  # how the library ends a row of a table


def _probe(head: Head) -> float:
    return CERTAIN if head.data.lstrip()[:5] == _MAGIC else NO


def _read(content: Content) -> Found:
    text = _text(content)
    if content.copied is not None:
        yield content.copied
        return
    lines = [Paragraph(line.strip()) for line in text.split("\n") if line.strip()]
    if not lines:
        yield SetAside(content.where, N_("is an RTF document without a text"), N_("remove it"))
        return
    yield from documents.records(lines, content.where)


def _text(content: Content) -> str:
    striprtf = optional.module("striprtf.striprtf", content.where, N_("an RTF document"))
    data = content.whole().decode("latin-1")  # RTF is ASCII; older writers leave bytes of their code page
    try:
        shown = striprtf.rtf_to_text(_HIDDEN.sub("", data), errors="replace")
        return _LINKS.sub("", _CELLS.sub("", str(shown)))
    except (ValueError, LookupError, RecursionError, OverflowError, AttributeError, TypeError) as error:
        raise Refused(content.where, N_("is an RTF document that is damaged"), N_("save it anew")) from error


FORMAT: ArticleFormat = Format(
    "RTF document",
    (".rtf",),
    _probe,
    _read,
    "paragraphs; downloads of a press archive are told apart (extra `documents`)",
)
