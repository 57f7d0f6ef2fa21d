"""An index of a web archive (CDX, CDXJ): it names records and holds none; one line says where they are."""

from __future__ import annotations

import re

from retold import parameters
from retold.messages import N_
from retold.model import SetAside
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Found

_HEADED = re.compile(rb" CDX(?: [a-zA-Z-])+\s")
_ROW = re.compile(rb"\S{1,4000} \d{14} \{\"")  # a key, a time and JSON, as in CDXJ
_FILE = re.compile(rb"[\w.%+/=-]{1,300}\.w?arc(?:\.gz)?(?=[\s\",}]|\Z)")
_SHOWN = parameters.of("readers", "archive_index").integer("shown")
_LOOKED_AT = parameters.of("readers", "archive_index").integer("looked_at")


def _probe(head: Head) -> float:
    return CERTAIN if _HEADED.match(head.data) or _ROW.match(head.data) else NO


def _read(content: Content) -> Found:
    refused: list[SetAside] = []
    rows, files = 0, dict[str, None]()
    for _, line in content.lines(refused):
        rows += 1
        named = _FILE.search(line[-1000:]) if rows <= _LOOKED_AT and len(files) <= _SHOWN else None
        if named is not None:
            files[named.group().decode("ascii")] = None
    shown = ", ".join(list(files)[:_SHOWN])
    why = N_("is an index of a web archive (CDX) with {rows:,} lines, and holds no page").format(rows=rows)
    cure = (
        N_("give the archives that it names ({shown})").format(shown=shown)
        if shown
        else N_("give the archives that it names")
    )
    yield SetAside(content.where, why, cure)


FORMAT: ArticleFormat = Format(
    "index of a web archive (CDX)", (".cdx", ".cdxj"), _probe, _read, "nothing: a line names its archives"
)
