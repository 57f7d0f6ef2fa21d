"""Files in, articles out, with the reason for whatever was refused.

Formats are told by content, then by suffix; each is a small file in `formats/`.
Sources open what they name: a file or folder, a member of an archive.
Nothing in a file can raise: it gives a `SetAside`, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from retold.model import Article, SetAside
from retold.readers.given import Given, One, all_from, article_from, articles_from, one_and_others, pair_from
from retold.readers.limits import Limits
from retold.readers.reading import Reading
from retold.readers.skipped import Skipped
from retold.readers.sources.files import StrPath
from retold.settings import Clean

__all__ = [
    "Given", "One", "Skipped", "all_from", "article_from", "articles_from", "one_and_others", "pair_from",
    "read",
]  # fmt: skip


def read(paths: Iterable[StrPath], settings: Clean) -> Iterator[Article | SetAside]:
    """The articles of files, folders (sorted, hidden files left out) and globs, one by one.

    Lazy: a file is opened when its turn comes.
    A `SetAside` stands in place of what is no article, and beside one that is
    not used as given (its bytes had to be guessed); the last may be a `Skipped`.
    Ids: the article's own; `<file>:<line>` for a record without one; for a
    file, its path inside the folder or archive that was given, without suffix.
    """
    return Reading(Limits.of(settings)).of(paths)
