"""How a claim reads in the articles that carry it: one variant a reading, with its own origins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.language.names import Names
from retold.model import Lineage, Variant
from retold.steps.claims import origins
from retold.steps.claims.occurrences import Occurrence, articles_of


def variants_of(group: Sequence[Occurrence], lineage: Lineage, names: Names) -> Iterator[Variant]:
    """One variant a reading; the reading most articles have comes first."""
    readings = _readings(group, names)
    for reading, held in sorted(readings.items(), key=lambda item: (-len(articles_of(item[1])), item[0])):
        carriers = articles_of(held)
        rivals = {o.article for r, others in readings.items() if r != reading for o in others} - set(carriers)
        roots = origins.of(carriers, lineage, rivals)
        yield Variant(reading, tuple(span for one in held for span in one.spans), roots.ids)


def _readings(group: Sequence[Occurrence], names: Names) -> dict[str, list[Occurrence]]:
    """Occurrences by reading; names that may be one person's are one reading, told by the longest."""
    found: dict[str, list[Occurrence]] = {}
    for one in sorted(group, key=lambda o: -len(o.reading)):
        known = next((r for r in found if _same_reading(one, r, names)), None)
        found.setdefault(one.reading if known is None else known, []).append(one)
    return found


def _same_reading(one: Occurrence, reading: str, names: Names) -> bool:
    if one.reading == reading:
        return True
    if one.figure is not None or not one.reading or not reading:
        return False
    return names.same(names.tokens(one.reading.split()), names.tokens(reading.split()))
