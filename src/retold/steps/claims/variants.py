"""How a claim reads in the articles that carry it: one variant a reading, with its own origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from retold import parameters
from retold.language.names import Names
from retold.model import Lineage, Variant
from retold.steps.claims import excerpts, origins
from retold.steps.claims.occurrences import Occurrence, articles_of

_LOOKED_AT = parameters.of("claims", "variants").integer("looked_at")
_NO_SUM = frozenset(["ordinal"])  # units of figures that are no sums: a rank


def variants_of(group: Sequence[Occurrence], lineage: Lineage, names: Names) -> Iterator[Variant]:
    """One variant a reading; the reading most articles have comes first."""
    readings = _readings(group, names)
    for reading, held in sorted(readings.items(), key=lambda item: (-len(articles_of(item[1])), item[0])):
        carriers = excerpts.carriers(held, lineage)
        rivals = {o.article for r, others in readings.items() if r != reading for o in others} - set(carriers)
        roots = origins.of(carriers, lineage, rivals)
        yield Variant(reading, tuple(span for one in held for span in one.spans), roots.ids)


def _readings(group: Sequence[Occurrence], names: Names) -> dict[str, list[Occurrence]]:
    """Occurrences by reading; names that may be one person's are one, told as most articles have it."""
    found: list[list[Occurrence]] = []
    for one in sorted(group, key=lambda o: -len(o.reading)):
        known = next((held for held in found if _same_reading(one, held[0].reading, names)), None)
        if known is None:
            found.append([one])
        else:
            known.append(one)
    return {_most_usual(held): held for held in found}


def _most_usual(held: Sequence[Occurrence]) -> str:
    """The form that most articles have, of equally many the longest: Kestrel, or Mara Kestrel."""
    forms = {one.reading for one in held}
    articles = {form: len({o.article for o in held if o.reading == form}) for form in forms}
    return min(forms, key=lambda form: (-articles[form], -len(form), form))


def _same_reading(one: Occurrence, reading: str, names: Names) -> bool:
    if one.reading == reading:
        return True
    if one.figure is not None:
        return _same_amount(one.reading, reading)
    if not one.reading or not reading:
        return False
    return names.same(names.tokens(one.reading.split()), names.tokens(reading.split()))


def _same_amount(one: str, other: str) -> bool:
    """Whether two readings are one value, and one leaves out the currency: 900 million [pounds]."""
    (value, _, unit), (same, _, currency) = one.partition(" "), other.partition(" ")
    named = unit or currency
    return value == same and not (unit and currency) and named.isalpha() and named not in _NO_SUM


def shown(group: Sequence[Occurrence]) -> Occurrence:
    """The occurrence whose words most articles have, or are nearest to what the others have."""
    kinds: dict[tuple[str, ...], list[Occurrence]] = defaultdict(list)
    for one in group:
        kinds[one.forms].append(one)
    articles = {forms: len({one.article for one in held}) for forms, held in kinds.items()}
    likely = sorted(kinds, key=lambda forms: (-articles[forms], forms))[:_LOOKED_AT]
    held = {forms: set(forms) for forms in likely}
    nearness = {
        forms: sum(articles[other] * _jaccard(held[forms], held[other]) for other in likely)
        for forms in likely
    }
    forms = max(likely, key=lambda one: nearness[one])
    return max(kinds[forms], key=lambda one: one.support)


def _jaccard(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, len(one | other))
