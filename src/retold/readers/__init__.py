"""Files in, articles out, with the reason for whatever was refused.

Formats are told by content, then by suffix; each is a small file in `formats/`.
Sources open what they name: a file or folder, a member of an archive.
Nothing in a file can raise: it gives a `SetAside`, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from retold.model import Article, SetAside
from retold.readers import fetch
from retold.readers.given import Given, One, all_from, article_from, articles_from, one_and_others, pair_from
from retold.readers.reading import Reading
from retold.readers.skipped import Skipped
from retold.readers.sources.files import StrPath
from retold.settings import Clean

__all__ = [
    "Given", "One", "Skipped", "all_from", "article_from", "articles_from", "fetched", "one_and_others",
    "pair_from", "read",
]  # fmt: skip


def read(paths: Iterable[StrPath], settings: Clean) -> Iterator[Article | SetAside]:
    """The articles of files, folders (sorted, hidden files left out) and globs, one by one.

    Lazy: a file is opened when its turn comes.
    A `SetAside` stands in place of what is no article, and beside one that is
    not used as given (its bytes had to be guessed); the last may be a `Skipped`.
    Ids: the article's own; `<file>:<line>` for a record without one; for a
    file, its path inside the folder or archive that was given, without suffix.
    """
    return Reading.under(settings).of(paths)


def fetched(
    addresses: Iterable[str], settings: Clean, into: Path | None = None, manner: fetch.Manner | None = None
) -> Iterator[Article | SetAside]:
    """The articles of addresses, which are asked for now: only call this where somebody asked for it.

    What was fetched is kept as a web archive at `into`, or nowhere after the last article.
    A `SetAside` stands for each address that could not be had. Rules and errors: see `retold.readers.fetch`.
    """
    wanted = fetch.distinct(addresses)
    lost = 0
    with fetch.archive_at(into) as archive:
        for note in fetch.archived(wanted, archive, manner):
            lost += 1
            yield note
        if lost < len(wanted):
            yield from read([archive], settings)
