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

_LONGEST_NUMBER = 9  # digits; what is longer counts nothing


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


def version_id(name: str, version: str) -> str:
    """The id of one version of a report: the first and a lone one go by the name that all of them have.

    >>> version_id("urn:quay:7", "1"), version_id("urn:quay:7", "3")
    ('urn:quay:7', 'urn:quay:7#3')
    """
    return f"{name}#{version}" if name and version not in ("", "1") else name


def versions_before(name: str, version: str) -> list[str]:
    """The id of the version before one: version 3 of a report replaces its version 2."""
    number = numbered(version)
    return [version_id(name, str(number - 1))] if name and number and number > 1 else []


def numbered(version: str) -> int | None:
    """The number of a version, None where it is none."""
    return int(version) if version.isdecimal() and len(version) < _LONGEST_NUMBER else None


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
