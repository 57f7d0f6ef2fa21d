"""The formats that articles are read from, one file each; a file with a `FORMAT` is found by itself."""

from __future__ import annotations

from functools import cache

from retold.readers.registry import Found, Registry, discovered


@cache
def registry() -> Registry[Found]:
    """Every format of articles; `register` adds one for this process."""
    return discovered(__name__, __path__)
