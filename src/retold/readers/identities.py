"""What has been read so far: ids that are taken, files and articles that come again.

Keeps a few dozen bytes an article, never a text.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from retold.messages import N_
from retold.model import Article, SetAside
from retold.readers import partitions
from retold.readers.sources import FileSource, MemberSource, Source

_CHUNK = 1 << 20  # bytes read at a time
_Key = tuple[int, int]  # device and inode


@dataclass(slots=True)
class Identities:
    """The memory of one call of `read`."""

    _files: dict[_Key, str] = field(default_factory=dict)  # where each was read
    _folders: set[_Key] = field(default_factory=set)  # entered below the path in hand
    _contents: dict[bytes, str] = field(default_factory=dict)  # digest of a content: where
    _sizes: dict[int, list[FileSource]] = field(default_factory=dict)  # streamed files by size
    _ids: dict[str, bytes] = field(default_factory=dict)  # id: digest of the text

    def next_path(self) -> None:
        """Forget the folders that were entered: each given path is walked on its own."""
        self._folders.clear()

    def entered(self, folder: Path) -> bool:
        """Whether this folder has been entered already (links may form rings)."""
        status = folder.stat()
        key = (status.st_dev, status.st_ino)
        before = key in self._folders
        self._folders.add(key)
        return before

    def again(self, source: Source, status: os.stat_result) -> SetAside | None:
        """The reason if this very file has been read, under this or another name."""
        key = (status.st_dev, status.st_ino)
        if key in self._files:
            return _twice(source.where, self._files[key])
        self._files[key] = source.where
        return None

    def copied(self, source: Source, data: bytes) -> SetAside | None:
        """The reason if another content had the same bytes, and folders that tell the same of it."""
        return self.known(source.where, _digest(data) + _parted(source))

    def copied_stream(self, source: Source, size: int | None) -> SetAside | None:
        """The same for a content too long to hold: of files only those of one size are compared.

        Of members only those that their container knows for copies.
        """
        if isinstance(source, MemberSource):
            return source.copy()
        if not isinstance(source, FileSource) or size is None:
            return None
        others = self._sizes.setdefault(size, [])
        others.append(source)
        if len(others) == 1:
            return None
        if len(others) == 2:
            self.known(others[0].where, _digest_file(others[0].path) + _parted(others[0]))
        return self.known(source.where, _digest_file(source.path) + _parted(source))

    def known(self, where: str, digest: bytes) -> SetAside | None:
        """The reason if a content of this digest has been read."""
        if digest in self._contents:
            return _twice(where, self._contents[digest])
        self._contents[digest] = where
        return None

    def admit(self, article: Article, source: Source, tail: str) -> Article | SetAside:
        """The article with its id settled, or the reason it cannot join the corpus.

        An article without an id is named after its file, with the suffix where
        another has taken that name; `tail` tells the articles of one file apart.
        """
        digest = _digest(article.text.encode("utf-8", "replace"))
        where = source.where + tail
        if article.id:
            return self._with_own_id(article, digest, where)
        for name in dict.fromkeys((source.stem + tail, source.name + tail)):
            if name not in self._ids:
                self._ids[name] = digest
                return replace(article, id=name)
        why = N_("its names '{stem}{tail}' and '{name}{tail}' are taken").format(
            stem=source.stem, tail=tail, name=source.name
        )
        return SetAside(where, why, N_("rename the file"))

    def _with_own_id(self, article: Article, digest: bytes, where: str) -> Article | SetAside:
        taken = self._ids.setdefault(article.id, digest)
        if taken is digest:
            return article
        if taken == digest:
            return SetAside(
                where, N_("the same article '{id}' again").format(id=article.id), N_("give each article once")
            )
        why = N_("has the id '{id}' of another article with another text").format(id=article.id)
        return SetAside(where, why, N_("give each article an id of its own"))


def _twice(where: str, before: str) -> SetAside:
    why = (
        N_("is the same file again")
        if where == before
        else N_("is the same as {before}").format(before=before)
    )
    return SetAside(where, why, N_("give each article once"))


def _parted(source: Source) -> bytes:
    """What the folders above a source tell of it: the same rows may stand under two outlets."""
    columns = partitions.columns(source.where)
    return repr(sorted(columns.items())).encode() if columns else b""


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
