"""Libraries that come with an extra: imported when a file needs them, named where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from retold.readers.sources import Refused

EXTRA = "documents"


def module(name: str, where: str, kind: str) -> Any:
    """The module of a library; raises `Refused` with what to install where it is missing.

    `kind` is what the file is, with its article, such as "a PDF".
    """
    try:
        return import_module(name)
    except ImportError as error:
        cure = f'install it with `pip install "retold[{EXTRA}]"`'
        raise Refused(
            where, f"is {kind}, and {name.partition('.')[0]}, which reads it, is missing", cure
        ) from error
