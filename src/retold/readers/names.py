"""Names of files that are no articles among articles."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath

from retold import gazetteer


def is_hidden(name: str) -> bool:
    """Whether any part of a name hides it, as systems have it.

    >>> is_hidden(".git"), is_hidden("wire/ferry.txt")
    (True, False)
    """
    return any(part.startswith(".") or part in _files("hidden") for part in PurePosixPath(name).parts)


def describes_folder(name: str) -> bool:
    """Whether a file describes its folder (README, LICENSE …) and is read only when it is named."""
    path = PurePosixPath(name)
    return path.stem.lower() in _files("about_the_folder") and path.suffix.lower() in _files("prose")


def climbs(name: str) -> bool:
    """Whether the name of an archive's member would lead out of the archive.

    >>> climbs("../ferry.txt"), climbs("/etc/ferry"), climbs("C:/ferry.txt"), climbs("wire/ferry.txt")
    (True, True, True, False)
    """
    parts = PurePosixPath(name.replace("\\", "/")).parts
    drive = bool(parts) and len(parts[0]) == 2 and parts[0].endswith(":")
    return drive or name.startswith(("/", "\\")) or ".." in parts or "\x00" in name


@cache
def _files(key: str) -> frozenset[str]:
    return frozenset(gazetteer.toml("files")[key])
