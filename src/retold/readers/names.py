"""Names of files that are no articles among articles."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import PurePosixPath

from retold import gazetteer

PAGES = (".html", ".htm", ".xhtml")  # suffixes


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


def page_of_parts(folder: str) -> str:
    """The name, without suffix, of the page that a folder of its parts is named after; "" for others.

    >>> page_of_parts("Ferry late-Dateien"), page_of_parts("Ferry late_files"), page_of_parts("reports")
    ('Ferry late', 'Ferry late', '')
    """
    ending = next((one for one in _endings() if folder.lower().endswith(one)), "")
    return folder[: len(folder) - len(ending)] if ending else ""


def may_be_part_of_page(name: str) -> bool:
    """Whether a member of an archive lies in a folder that is named as browsers name one for a page's parts.

    >>> may_be_part_of_page("Ferry late_files/logo.svg"), may_be_part_of_page("reports/ferry.html")
    (True, False)
    """
    return any(page_of_parts(above.name) for above in list(PurePosixPath(name).parents)[:-1])


def is_part_of_page(name: str, others: Collection[str]) -> bool:
    """Whether a member of an archive lies in a folder of a page's parts, the page being among the others."""
    for above in list(PurePosixPath(name).parents)[:-1]:
        page = page_of_parts(above.name)
        if page and any(str(above.with_name(page + suffix)) in others for suffix in PAGES):
            return True
    return False


def climbs(name: str) -> bool:
    """Whether the name of an archive's member would lead out of the archive.

    >>> climbs("../ferry.txt"), climbs("/etc/ferry"), climbs("C:/ferry.txt"), climbs("wire/ferry.txt")
    (True, True, True, False)
    """
    parts = PurePosixPath(name.replace("\\", "/")).parts
    drive = bool(parts) and len(parts[0]) == 2 and parts[0].endswith(":")
    return drive or name.startswith(("/", "\\")) or ".." in parts or "\x00" in name


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(_files("parts_of_pages"), key=len, reverse=True))


@cache
def _files(key: str) -> frozenset[str]:
    return frozenset(gazetteer.toml("files")[key])
