"""What has been read so far: ids that are taken, files and articles that come again.

Keeps a few dozen bytes an article, never a text.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from retold.model import Article, SetAside
from retold.readers.sources import Source, readable

_CHUNK = 1 << 20


@dataclass(slots=True)
class Register:
    """The memory of one call of `read`."""

    _files: dict[tuple[int, int], str] = field(default_factory=dict)  # device and inode: path
    _contents: dict[bytes, str] = field(default_factory=dict)  # digest of a file: path
    _sizes: dict[int, list[Path]] = field(default_factory=dict)  # streamed files by size
    _ids: dict[str, bytes] = field(default_factory=dict)  # id: digest of the text

    def again(self, source: Source, status: os.stat_result) -> SetAside | None:
        """The reason if this very file has been read, under this or another name."""
        key = (status.st_dev, status.st_ino)
        if key in self._files:
            return _twice(source.where, self._files[key])
        self._files[key] = source.where
        return None

    def copied(self, source: Source, data: bytes) -> SetAside | None:
        """The reason if another file held the same bytes."""
        return self._known(source.where, _digest(data))

    def copied_stream(self, source: Source, size: int) -> SetAside | None:
        """The same for a file too long to hold: only files of one size are compared."""
        others = self._sizes.setdefault(size, [])
        others.append(source.path)
        if len(others) == 1:
            return None
        if len(others) == 2:
            self._known(readable(str(others[0])), _digest_file(others[0]))
        return self._known(source.where, _digest_file(source.path))

    def admit(self, article: Article, source: Source, where: str, fallback: str) -> Article | SetAside:
        """The article with its id settled, or the reason it cannot join the pile.

        An article without an id is named `fallback`, or after its file with
        the suffix where another has taken that name.
        """
        digest = _digest(article.text.encode("utf-8", "replace"))
        if article.id:
            return self._with_own_id(article, digest, where)
        number = fallback.removeprefix(source.stem)
        for name in dict.fromkeys((fallback, source.name + number)):
            if name not in self._ids:
                self._ids[name] = digest
                return replace(article, id=name)
        return SetAside(where, f"its names '{fallback}' and '{source.name}' are taken", "rename the file")

    def _with_own_id(self, article: Article, digest: bytes, where: str) -> Article | SetAside:
        taken = self._ids.setdefault(article.id, digest)
        if taken is digest:
            return article
        if taken == digest:
            return SetAside(where, f"the same article '{article.id}' again", "give each article once")
        why = f"has the id '{article.id}' of another article with another text"
        return SetAside(where, why, "give each article an id of its own")

    def _known(self, where: str, digest: bytes) -> SetAside | None:
        before = self._contents.setdefault(digest, where)
        return None if before is where else _twice(where, before)


def _twice(where: str, before: str) -> SetAside:
    why = "is the same file again" if where == before else f"is the same as {before}"
    return SetAside(where, why, "give each article once")


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def _digest_file(path: Path) -> bytes:
    whole = blake2b(digest_size=16)
    for chunk in _chunks(path):
        whole.update(chunk)
    return whole.digest()


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk
