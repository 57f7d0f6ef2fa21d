"""A folder: its files and folders, sorted by name, hidden ones left out."""

from __future__ import annotations

import os

from retold.readers.content import Content, Head
from retold.readers.names import describes_folder, is_hidden
from retold.readers.registry import LIKELY, NEVER, ArticleFormat, Format, Found
from retold.readers.sources import FileSource
from retold.readers.sources.files import entry


def _probe(head: Head) -> float:
    return LIKELY if head.folder is not None else NEVER


def _read(content: Content) -> Found:
    folder = content.source
    if not isinstance(folder, FileSource) or content.identities.entered(folder.path):
        return
    with os.scandir(folder.path) as listing:
        entries = sorted((one.name, one.is_dir()) for one in listing)
    for name, is_folder in entries:
        if not is_hidden(name) and (is_folder or not describes_folder(name)):
            yield entry(folder, name)


FORMAT: ArticleFormat = Format("folder", (), _probe, _read, "every file in it and below")
