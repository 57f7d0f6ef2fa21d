"""Files that hold nothing but addresses, one a line."""

from __future__ import annotations

import re
from pathlib import Path

from retold import parameters

_P = parameters.of("readers", "fetch")
_MOST = _P.integer("addresses")  # of one file
_LARGEST = _P.integer("list_bytes")  # of a file of addresses
_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}\Z", re.IGNORECASE)


def is_address(given: str) -> bool:
    """Whether a string is an address of the web and nothing else.

    >>> is_address("https://mercury.example/ferry"), is_address("ferry.txt")
    (True, False)
    """
    return _ADDRESS.match(given.strip()) is not None


def listed(text: str) -> list[str]:
    r"""The addresses of a text that holds nothing else but blank lines and comments, [] of any other.

    >>> listed("# ferries\nhttps://mercury.example/ferry\n"), listed("See https://mercury.example/ferry")
    (['https://mercury.example/ferry'], [])
    """
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return lines[:_MOST] if lines and all(map(is_address, lines)) else []


def addresses_in(path: str) -> list[str]:
    """The addresses that a path stands for: itself, or those of a file of nothing else; [] for others."""
    if is_address(path):
        return [path]
    file = Path(path)
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return []
        return listed(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
