"""Files and folders: paths and globs as sources."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from retold.errors import InputError
from retold.messages import N_
from retold.model import SetAside
from retold.readers.sources import addresses
from retold.readers.sources.base import Refused, Source

StrPath = str | os.PathLike[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSource(Source):
    """A file on disk, or a folder."""

    path: Path

    def open(self) -> BinaryIO:
        """The file's bytes; refuses pipes and devices, which may never end."""
        if not stat.S_ISREG(self.path.stat().st_mode):
            raise Refused(self.where, N_("is no regular file"), N_("copy its content into a file"))
        return self.path.open("rb")


def named(given: object) -> Iterator[Source | SetAside]:
    """What one path, glob or address names; `SetAside` if it names nothing.

    A path that exists is taken as it is, even with `*` or `[` in its name;
    otherwise it is tried as a glob. Raises `InputError` for what is no path.
    """
    if not isinstance(given, (str, os.PathLike)):
        cause = N_("a path was expected, not {name}").format(name=type(given).__name__)
        raise InputError(cause, N_("give each path as a str or a Path"))
    if isinstance(given, str) and addresses.is_address(given):
        yield addresses.address(given)
        return
    path = Path(given)
    try:
        yield from _named(path)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield unreadable(readable(str(path)), error)


def entry(parent: FileSource, name: str) -> FileSource:
    """The file or folder of this name in a folder."""
    path = parent.path / name
    inside = readable(name) if parent.named else f"{parent.name}/{readable(name)}"
    return FileSource(name=inside, where=readable(str(path)), named=False, path=path)


def unreadable(where: str, error: Exception) -> SetAside:
    """The line for a file the system will not give."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return SetAside(
        where, N_("cannot be read ({reason})").format(reason=reason), N_("check the path and its permissions")
    )


def readable(name: str) -> str:
    """A file's name as valid Unicode: bytes that are none become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _named(path: Path) -> Iterator[Source | SetAside]:
    if path.exists() or path.is_symlink():
        yield _given(path)
        return
    pattern = str(path)
    if not glob.has_magic(pattern):
        yield SetAside(readable(pattern), N_("does not exist"), N_("check the path"))
        return
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (Path.glob needs a relative pattern)
    if not matches:
        yield SetAside(readable(pattern), N_("matches no file"), N_("check the pattern"))
    yield from (_given(found) for found in map(Path, matches) if not found.is_dir())


def _given(path: Path) -> FileSource:
    return FileSource(name=readable(path.as_posix()), where=readable(str(path)), named=True, path=path)
