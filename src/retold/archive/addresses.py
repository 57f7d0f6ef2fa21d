"""Traces at an address, such as "s3://desk/june.trace": written here and sent whole, fetched and read here.

Whatever `pyarrow.fs` can reach is an address: S3 and what speaks like it, Google's storage, HDFS. Access is
that of the machine (the variables and files that each of them knows). A trace that is being written is no
trace yet: its tables are sent first and its manifest last, as `files` puts them in place on a disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from retold.errors import StoreError
from retold.messages import N_

if TYPE_CHECKING:
    from pyarrow import fs

_ADDRESS = re.compile(r"\A([a-z][a-z0-9+.-]{1,30}):/+")  # of s3://desk a path has kept one stroke
_LOCAL = "file"
MANIFEST = "manifest.json"
_FETCHED: dict[tuple[str, str], TemporaryDirectory[str]] = {}  # by address and digest of the manifest


def is_one(place: str | Path) -> bool:
    """Whether a place is an address, and no folder of this machine.

    >>> is_one("s3://desk/june.trace"), is_one("june.trace"), is_one("C:/june.trace")
    (True, False, False)
    """
    return _ADDRESS.match(str(place)) is not None


def names(address: str | Path) -> list[str]:
    """What stands at an address, its files and folders by their names; nothing stands at a new one.

    Raises `StoreError` where the address cannot be reached.
    """
    from pyarrow import fs

    with _reached(address) as (system, place):
        found = system.get_file_info(fs.FileSelector(place, allow_not_found=True))
        return [one.base_name for one in found]


@contextmanager
def sending(address: str | Path) -> Iterator[Path]:
    """A folder of this machine; the trace that is in it at the end is sent in place of an older one.

    Raises `StoreError` where it cannot be sent; the older one then stays.
    """
    with TemporaryDirectory(prefix="retold-") as folder:
        yield Path(folder)
        _send(Path(folder), address)


def _send(folder: Path, address: str | Path) -> None:
    from pyarrow import fs

    older = [name for name in names(address) if name.startswith("tables-")]
    with _reached(address) as (system, place):
        here = fs.LocalFileSystem()
        fresh = [one.name for one in folder.glob("tables-*")]
        for name in (*fresh, MANIFEST):  # the manifest is the one step that counts
            _copy(here, str(folder / name), system, f"{place}/{name}")
        for name in older:
            system.delete_dir(f"{place}/{name}")


def _copy(source: fs.FileSystem, name: str, target: fs.FileSystem, other: str) -> None:
    """Copy a file or a folder from one file system to another, folders above it made."""
    from pyarrow import fs

    if source.get_file_info(name).type == fs.FileType.Directory:
        target.create_dir(other, recursive=True)
        fs.copy_files(name, other, source, target)
    else:
        target.create_dir(other.rpartition("/")[0], recursive=True)
        with source.open_input_stream(name) as held, target.open_output_stream(other) as into:
            into.write(held.read())


def here(place: str | Path) -> Path:
    """The folder of a trace; one at an address is fetched, and its copy goes when the program ends.

    A trace that has not changed is fetched once. Raises `StoreError` where the address cannot be reached or
    no trace stands there.
    """
    if not is_one(place):
        return Path(place)
    from pyarrow import fs

    with _reached(place) as (system, where):
        manifest = _manifest(system, where, place)
        known = str(place), blake2b(manifest, digest_size=16).hexdigest()
        if known not in _FETCHED:
            folder = TemporaryDirectory(prefix="retold-")
            _copy(system, where, fs.LocalFileSystem(), folder.name)
            _FETCHED[known] = folder
    return Path(_FETCHED[known].name)


def nothing_at(place: str | Path) -> StoreError:
    """What is raised where no trace stands, on this machine or elsewhere."""
    cure = N_("name a folder that `retold trace -o` wrote")
    return StoreError(N_("{path}: no trace there").format(path=place), cure)


def is_copy(folder: Path) -> bool:
    """Whether a folder, resolved, is the copy of a trace that lies at an address."""
    return any(Path(one.name).resolve() == folder for one in _FETCHED.values())


def _manifest(system: fs.FileSystem, where: str, address: str | Path) -> bytes:
    from pyarrow import fs

    if system.get_file_info(f"{where}/{MANIFEST}").type != fs.FileType.File:
        raise nothing_at(address)
    with system.open_input_stream(f"{where}/{MANIFEST}") as held:
        return bytes(held.read())


@contextmanager
def _reached(address: str | Path) -> Iterator[tuple[fs.FileSystem, str]]:
    """The file system of an address, and the path in it; raises `StoreError` for all that goes wrong."""
    from pyarrow import ArrowException, fs

    try:
        system, place = fs.FileSystem.from_uri(_whole(address))
        yield system, place.rstrip("/")
    except StoreError:
        raise
    except (OSError, ArrowException) as error:
        cause = str(error).strip().splitlines()[0][:300]
        raise StoreError(
            f"{address}: {cause}",
            N_("see that the address and the access to it are right, or choose a folder of this machine"),
        ) from error


def _whole(address: str | Path) -> str:
    """An address as it was written, where a path has taken strokes from it.

    >>> _whole(Path("s3://desk/june.trace"))
    's3://desk/june.trace'
    """
    if not isinstance(address, Path):
        return address
    return _ADDRESS.sub(lambda found: f"{found[1]}:{'///' if found[1] == _LOCAL else '//'}", str(address), 1)
