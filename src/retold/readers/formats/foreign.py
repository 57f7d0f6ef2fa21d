"""What is known and not read: set aside with a line that names it, never taken for plain text."""

from __future__ import annotations

from retold.messages import N_
from retold.readers import signatures
from retold.readers.content import Content, Head
from retold.readers.registry import NO, SIGNED, ArticleFormat, Format, Found
from retold.readers.skipped import NoArticle
from retold.readers.sources import Refused


def _probe(head: Head) -> float:
    return SIGNED if signatures.signed(head) is not None else NO


def _read(content: Content) -> Found:
    kind = signatures.signed(content.head) or signatures.by_suffix(content.head.suffix)
    if signatures.is_no_article(kind or "") and not content.source.named:
        yield NoArticle(content.where, N_("is {our_kind}, no article").format(our_kind=kind), signatures.CURE)
        return
    raise Refused(
        content.where,
        N_("is {our_kind}, not text").format(our_kind=kind or signatures.UNKNOWN),
        signatures.CURE,
    )


FORMAT: ArticleFormat = Format(
    "known, not read", signatures.suffixes(), _probe, _read, "nothing: a line says what the file is"
)
