"""The apparatus of witnesses: the places at which they differ, as findings for the table and the page.

Witnesses come aligned, a list of tokens each ('' where one leaves a word out, None where it is lost), or as
a collation has them. Neighbouring columns that part the witnesses alike are one place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from retold.messages import N_, _
from retold.model import Change
from retold.views import safe
from retold.views.claimed import BLANK
from retold.views.findings import Context, Finding, Told
from retold.views.index import Index
from retold.views.loci import Locus, Reading

_AROUND = 5  # words shown on each side of a place
Columns = Mapping[str, Sequence[str | None]]  # by siglum; all of one length
Table = Sequence[Sequence[str | None]]  # the columns, a token for each witness


def of_columns(columns: Columns, found: Index) -> tuple[Finding, ...]:
    """The places of a table of witnesses at which they differ, in the order of the text."""
    sigla = list(columns)
    table = list(zip(*(columns[one] for one in sigla), strict=True))
    base = [_common(column) for column in table]
    numbered = enumerate(_parted(column) for column in table)
    places = []
    for parting, group in groupby(numbered, key=lambda item: item[1]):
        at = [number for number, _ in group]
        if len({part for part in parting if part is not None}) > 1:
            places.append(_place(table, base, at, sigla, found))
    return tuple(place for place in places if len(place.readings) > 1)


def _common(column: Sequence[str | None]) -> str:
    """What most witnesses have in a column; of equals the first."""
    return Counter(token or "" for token in column).most_common(1)[0][0]


def _parted(column: Sequence[str | None]) -> tuple[int | None, ...]:
    """Which witnesses agree: the number of the first with the same word, None for one that is lost."""
    first: dict[str, int] = {}
    return tuple(
        None if token is None else first.setdefault(safe.folded(token), k) for k, token in enumerate(column)
    )


def _place(
    table: Table, base: Sequence[str], at: Sequence[int], sigla: Sequence[str], found: Index
) -> Finding:
    """One place: the readings by witnesses, the one that most have first, and the words around."""
    carried: dict[str, tuple[str, list[str]]] = {}
    for k, siglum in enumerate(sigla):
        tokens = [table[number][k] for number in at]
        if None not in tokens:
            words = safe.squeezed(" ".join(filter(None, tokens)))
            carried.setdefault(safe.folded(words), (words, []))[1].append(siglum)
    ordered = sorted(carried.values(), key=lambda item: (not item[0], -len(item[1])))
    readings = tuple(Reading(words, tuple(who), ()) for words, who in ordered)
    number = at[0] + 1
    change = Change(f"place-{number}", "", None, "", "", False, "wording", (), (), None, None, "wording", 1.0)
    locus = Locus(
        f"place-{number}", N_("place {number}").format(number=number), "wording", 1.0, (change,), readings
    )
    told = tuple(_told(one, found) for one in readings)
    before = " ".join(filter(None, base[max(0, at[0] - _AROUND) : at[0]]))
    behind = " ".join(filter(None, base[at[-1] + 1 : at[-1] + 1 + _AROUND]))
    around = Context(safe.squeezed(before) + " ", BLANK, " " + safe.squeezed(behind))
    return Finding(f"f-{locus.name}", locus, locus.label, "", told, around, "", None)


def _told(one: Reading, found: Index) -> Told:
    labels = tuple(found.label(name) for name in one.carriers)
    where = _("in {where}") if one.words else _("not in {where}")
    return Told(one.words, where.format(where=" ".join(labels)), labels)
