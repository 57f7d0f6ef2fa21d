"""A list of addresses, which is fetched only where somebody asks for it."""

from __future__ import annotations

from retold.messages import N_
from retold.readers.content import Content, Head
from retold.readers.fetch.listed import listed
from retold.readers.registry import CERTAIN, NEVER, ArticleFormat, Format, Found
from retold.readers.sources import Refused


def _read(content: Content) -> Found:
    """Raise `Refused`: addresses hold no articles."""
    count = len(listed(content.text()[0]))
    why = (
        N_("is a list of {count:,} addresses, and nothing is fetched").format(count=count)
        if count != 1
        else N_("is an address in a file")
    )
    raise Refused(content.where, why, N_("add --fetch, or save the pages and give their files"))
    yield  # type: ignore[unreachable]  # it is a reader, which gives an iterator


def _probe(head: Head) -> float:
    if not head.start.lower().startswith(("http://", "https://", "# ")):
        return NEVER
    whole = head.text if head.complete else head.text.rpartition("\n")[0]
    return CERTAIN if listed(whole) else NEVER


FORMAT: ArticleFormat = Format(
    "list of addresses", (".urls",), _probe, _read, "nothing; with `--fetch` the pages are fetched first"
)
