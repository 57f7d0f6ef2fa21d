"""Where articles come from: paths, folders and globs as a stream of files.

A folder is walked in sorted order, hidden entries left out, links followed once.
Files that describe their folder (README, LICENSE …) are read only when named.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from retold.model import SetAside

_ABOUT_THE_FOLDER = {
    "authors", "changelog", "changes", "citation", "contributing", "copying",
    "license", "licence", "notice", "readme",
}  # fmt: skip
_PROSE = {"", ".md", ".rst", ".txt", ".adoc"}
_COMPRESSED = ".gz"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read.

    `name` is what people see and what ids are made from: the path as given,
    or the path inside the folder that was given, with its suffix.
    """

    path: Path
    name: str
    named: bool  # given itself, not found in a folder

    @property
    def suffix(self) -> str:
        """The suffix that tells the format, in lower case: `.jsonl` of `a.jsonl.gz`."""
        return Path(_plain(self.path.name)).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without suffixes: of a named file its last part, else with its folders."""
        name = _plain(Path(self.name).name if self.named else self.name)
        suffix = Path(name).suffix
        return name[: -len(suffix)] if suffix else name

    @property
    def where(self) -> str:
        """The path as people should see it in a message."""
        return readable(str(self.path))


def find(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Source | SetAside]:
    """Every file that the paths name, in their order; `SetAside` for a path that names none.

    A path that exists is taken as it is, even with `*` or `[` in its name;
    otherwise it is tried as a glob.
    """
    for given in paths:
        path = Path(given)
        try:
            yield from _one(path)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            yield unreadable(readable(str(path)), error)


def unreadable(where: str, error: Exception) -> SetAside:
    """The line for a file the system will not give."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return SetAside(where, f"cannot be read ({reason})", "check the path and its permissions")


def readable(name: str) -> str:
    """A file's name as valid Unicode: bytes that are none become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _one(path: Path) -> Iterator[Source | SetAside]:
    if path.is_dir():
        yield from _folder(path)
    elif path.exists() or path.is_symlink():
        yield Source(path, readable(path.as_posix()), True)
    else:
        yield from _glob(path)


def _glob(path: Path) -> Iterator[Source | SetAside]:
    pattern = str(path)
    if not glob.has_magic(pattern):
        yield SetAside(readable(pattern), "does not exist", "check the path")
        return
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (Path.glob needs a relative pattern)
    if not matches:
        yield SetAside(readable(pattern), "matches no file", "check the pattern")
    for match in matches:
        found = Path(match)
        if not found.is_dir():
            yield Source(found, readable(found.as_posix()), True)


def _folder(folder: Path) -> Iterator[Source | SetAside]:
    empty = True
    for item in _walk(folder, folder, set()):
        empty = False
        yield item
    if empty:
        yield SetAside(readable(str(folder)), "holds no file to read", "name a folder that holds articles")


def _walk(folder: Path, top: Path, seen: set[tuple[int, int]]) -> Iterator[Source | SetAside]:
    """The files below `folder`, sorted by name, each folder entered once (links may form rings)."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as listing:
            entries = sorted((entry.name, entry.is_dir()) for entry in listing)
    except OSError as error:
        yield unreadable(readable(str(folder)), error)
        return
    for name, is_folder in entries:
        if name.startswith("."):
            continue
        if is_folder:
            yield from _walk(folder / name, top, seen)
        elif not _describes_folder(name):
            path = folder / name
            yield Source(path, readable(path.relative_to(top).as_posix()), False)


def _describes_folder(name: str) -> bool:
    path = Path(name)
    return path.stem.lower() in _ABOUT_THE_FOLDER and path.suffix.lower() in _PROSE


def _plain(name: str) -> str:
    return name[: -len(_COMPRESSED)] if name.lower().endswith(_COMPRESSED) else name
