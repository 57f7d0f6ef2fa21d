"""Libraries that come with an extra: imported when a file needs them, named where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from retold.messages import N_
from retold.readers.sources import Refused

EXTRA = "documents"


def module(name: str, where: str, kind: str) -> Any:
    """The module of a library; raises `Refused` with what to install where it is missing.

    `kind` is what the file is, with its article, such as "a PDF".
    """
    try:
        return import_module(name)
    except ImportError as error:
        cure = N_('install it with `pip install "retold[{extra}]"`').format(extra=EXTRA)
        raise Refused(
            where,
            N_("is {our_kind}, and {package}, which reads it, is missing").format(
                our_kind=kind, package=name.partition(".")[0]
            ),
            cure,
        ) from error
