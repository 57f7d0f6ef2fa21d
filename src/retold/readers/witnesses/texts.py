"""Witnesses as whole texts: a folder with a text file for each, named by its sigil."""

from __future__ import annotations

from pathlib import Path

from retold.errors import InputError
from retold.messages import N_
from retold.readers.content import Content, Head, opened
from retold.readers.identities import Identities
from retold.readers.registry import CERTAIN, NEVER, Format
from retold.readers.sources import FileSource
from retold.readers.sources.files import entry
from retold.readers.witnesses.tables import WitnessFormat, check_size, text_of


def _probe(head: Head) -> float:
    return CERTAIN if head.folder is not None else NEVER


def _read(content: Content) -> dict[str, str]:
    """The text of each file by its name without the suffix."""
    folder, path = content.source, content.head.folder
    if not isinstance(folder, FileSource) or path is None:
        raise InputError(
            N_("{where}: is no folder").format(where=content.where), N_("name a folder of texts")
        )
    names = _names(path)
    texts = {name: _text(content, entry(folder, name)) for name in names}
    empty = next((name for name, text in texts.items() if not text.strip()), None)
    if empty is not None:
        cause = N_("{path}: is empty").format(path=path / empty)
        raise InputError(cause, N_("give the text of the witness, or remove the file"))
    return {Path(name).stem: text for name, text in texts.items()}


def _names(folder: Path) -> list[str]:
    """The files of the folder, whose names without suffix must differ."""
    found = sorted(f.name for f in folder.iterdir() if f.is_file() and not f.name.startswith("."))
    if not found:
        raise InputError(
            N_("{folder}: holds no file").format(folder=folder), N_("give a text file for each witness")
        )
    check_size(str(folder), len(found))
    stems = [Path(name).stem for name in found]
    twice = next((stem for stem in stems if stems.count(stem) > 1), None)
    if twice is not None:
        raise InputError(
            N_("{folder}: two files are called {twice}").format(folder=folder, twice=twice),
            N_("give every witness a name of its own"),
        )
    return found


def _text(content: Content, source: FileSource) -> str:
    with opened(source, content.limits, Identities()) as file:
        return text_of(file)


FORMAT: WitnessFormat = Format("folder of texts", (), _probe, _read, "the text of each file named by a sigil")
