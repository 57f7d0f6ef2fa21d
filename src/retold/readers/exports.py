"""Records as known programs and services export them, told by their fields.

The table is `gazetteer/exports.toml`: for each export the fields that tell it, and where it has our parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from retold import gazetteer


class Export(NamedTuple):
    """One export: the fields that all its records have, and the path of each of our parts in them."""

    name: str
    needs: frozenset[str]
    parts: Mapping[str, str]
    links: str = ""  # the field with the address, where its records hold no text
    drops: tuple[str, ...] = ()  # fields that look like one of our parts, and are none there


@cache
def known() -> tuple[Export, ...]:
    """Every export, those with more telling fields first."""
    table = gazetteer.toml("exports")
    found = [
        Export(
            name,
            frozenset(one["needs"]),
            one.get("parts", {}),
            one.get("links", ""),
            tuple(one.get("drops", ())),
        )
        for name, one in table.items()
    ]
    return tuple(sorted(found, key=lambda one: -len(one.needs)))


def of(record: Mapping[str, object]) -> Export | None:
    """The export that a record is of, None if it is of none.

    >>> of({"maintext": "The ferry sank.", "date_download": "2019", "source_domain": "x"}).name
    'news-please'
    """
    return next((one for one in known() if record.keys() >= one.needs), None)


def ours(record: Mapping[str, object], export: Export) -> dict[str, object]:
    """The record with our parts under our names, in place of those of the export."""
    taken = {part: value for part, path in export.parts.items() if (value := _at(record, path))}
    paths = {path for part, path in export.parts.items() if part in taken}
    rest = {name: value for name, value in record.items() if name not in paths and name not in taken}
    kept = {f"{name}_of_export" if name in export.drops else name: value for name, value in rest.items()}
    return {**kept, **taken}


def _at(record: Mapping[str, object], path: str) -> object:
    """The value at a path such as `html.requested_url` or `links.0.href`; None where there is none."""
    value: object = record
    for name in path.split("."):
        if isinstance(value, (list, tuple)) and name.isdecimal():
            value = value[int(name)] if int(name) < len(value) else None
        else:
            value = value.get(name) if isinstance(value, Mapping) else None
    return value
