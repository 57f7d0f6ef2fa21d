"""What an agency says of a report beside its words: version, status, embargo; corrections and withdrawals.

The same for every exchange format, under the same names in `extra`:
`version` (a number), `replaces` (ids of the versions before), `status` (`usable`, `withheld`, `canceled`),
`notice` (`correction`, `kill`, `update`), `embargo`, `note` (to editors).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from retold import gazetteer


def extra(
    *,
    version: object = None,
    replaces: Iterable[str] = (),
    status: str | None = None,
    signals: Iterable[str] = (),
    rest: Mapping[str, object] | None = None,
) -> dict[str, object]:
    """The entries of `extra` that are given; `signals`: words and codes that may be a notice."""
    given = [*signals, status or ""]
    found = {
        "version": version,
        "replaces": tuple(dict.fromkeys(replaces)),
        "status": _bare(status or ""),
        "notice": next(filter(None, map(kind, given)), None),
        **(rest or {}),
    }
    return {name: value for name, value in found.items() if value not in (None, "", ())}


def kind(signal: str) -> str | None:
    """What a code or the label of a slug means: `kill`, `correction` or `update`; None for anything else.

    >>> kind("stat:canceled"), kind("sig:correction"), kind("CORRECTION: Ferry late"), kind("Update on ferry")
    ('kill', 'correction', 'correction', None)
    """
    label, colon, _ = signal.partition(": ")
    word = _bare(label if colon else signal).strip()
    return next((name for name, known in _table().items() if word in known), None)


def _bare(code: str) -> str:
    """A code without its scheme, in lower case: `canceled` of `stat:canceled`."""
    scheme, colon, rest = code.strip().lower().partition(":")
    return rest if colon and rest and " " not in code.strip() else f"{scheme}{colon}{rest}"


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = gazetteer.toml("fields")["notices"]
    return table
