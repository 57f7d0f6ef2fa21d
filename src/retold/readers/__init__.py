"""Files in, articles out, with the reason for whatever was refused.

Formats are told by content, then by suffix; each has a small file here.
Nothing in a file can raise: it gives a `SetAside`, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from retold.model import Article, SetAside
from retold.readers import files, sources
from retold.readers.register import Register
from retold.settings import Clean

__all__ = ["read"]


def read(paths: Iterable[str | Path], settings: Clean) -> Iterator[Article | SetAside]:
    """The articles of files, folders (sorted, hidden files left out) and globs, one by one.

    Lazy: a file is opened when its turn comes.
    A `SetAside` stands in place of what is no article, and beside one that is
    not used as given (its bytes had to be guessed).
    Ids: the article's own; `<file>:<line>` for a record without one; for a
    file, its path inside the folder that was given, without suffix.
    """
    register = Register()
    for found in sources.find(paths):
        if isinstance(found, SetAside):
            yield found
        else:
            yield from files.read(found, settings, register)
