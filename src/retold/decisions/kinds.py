"""What can be decided by hand, and the one line that a decision is."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from retold import ids
from retold.errors import InputError
from retold.messages import N_

Kind = Literal["not_a_copy", "same_person", "furniture", "merge", "split", "change_false"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_MOST = 2_000  # items of a list, and characters of a name or note
_LONGEST = 20_000  # characters of words

# What each kind must name: field, and how many at least.
_NEEDS: dict[Kind, dict[str, int]] = {
    "not_a_copy": {"articles": 2},
    "same_person": {"names": 2},
    "furniture": {"articles": 1, "words": 1},
    "merge": {"articles": 2},
    "split": {"articles": 1, "story": 1},
    "change_false": {"changes": 1},
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing that a person decided.

    `not_a_copy`: the second of `articles` did not take text from the first (an article or an unseen source).
    `same_person`: the `names` are one person's, the first is what to call them; in `story`, or anywhere.
    `furniture`: the `words` are no part of the report in the article, nor where another article of its outlet
    has them as a whole line. `merge`: the stories of the `articles` are one. `split`: the `articles` are a
    story of their own, apart from `story`. `change_false`: there are no such `changes` (their ids).
    """

    kind: Kind
    story: str = ""
    articles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    words: str = ""
    changes: tuple[str, ...] = ()
    who: str = ""
    when: str = ""  # ISO 8601, UTC
    note: str = ""
    id: str = ""


def made(decision: Decision, who: str, now: datetime | None = None) -> Decision:
    """The decision as somebody makes it now: checked, signed and named.

    Raises `InputError` for one that lacks what its kind needs.
    """
    fault = fault_of(decision)
    if fault:
        raise InputError(
            N_("that is no decision: {our_fault}").format(our_fault=fault), N_("name what it is about")
        )
    signed = replace(decision, who=who, when=stamp(now or datetime.now(UTC)))
    return replace(signed, id=f"d{ids.digest(*(getattr(signed, f.name) for f in fields(signed)))}")


def stamp(when: datetime) -> str:
    """A time as decisions bear it: ISO 8601, UTC, to the millisecond."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def fault_of(one: Decision) -> str:
    """What a decision lacks, '' for nothing."""
    if one.kind not in KINDS:
        return N_("there is no kind {kind!r:.40}").format(kind=one.kind)
    for name, least in _NEEDS[one.kind].items():
        value = getattr(one, name)
        held = len({item for item in value if item}) if isinstance(value, tuple) else bool(value.strip())
        if held < least:
            return (
                N_("{kind} needs {least} of {name}").format(kind=one.kind, least=least, name=name)
                if least > 1
                else N_("{kind} needs {name}").format(kind=one.kind, name=name)
            )
    long = [
        f.name for f in fields(one) if len(getattr(one, f.name)) > (_LONGEST if f.name == "words" else _MOST)
    ]
    return N_("its {name} is too long").format(name=long[0]) if long else ""


def row_of(one: Decision) -> dict[str, Any]:
    """A decision as one object of JSON, without what it does not use."""
    plain = {f.name: getattr(one, f.name) for f in fields(one)}
    return {name: list(v) if isinstance(v, tuple) else v for name, v in plain.items() if v}


def line_of(one: Decision) -> str:
    """A decision as one line."""
    return json.dumps(row_of(one), ensure_ascii=True)


def decision_of(row: object) -> Decision:
    """What `row_of` was given; raises `ValueError` saying what is wrong with it."""
    if not isinstance(row, dict):
        raise ValueError(N_("it is no JSON object"))
    known = {f.name: f for f in fields(Decision)}
    values: dict[str, Any] = {}
    for name, value in row.items():
        if name not in known:
            raise ValueError(N_("it has an unknown field {name!r}").format(name=str(name)[:40]))
        several = known[name].type == "tuple[str, ...]"
        if several and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            raise ValueError(N_("its {name} is no list of texts").format(name=name))
        if not several and not isinstance(value, str):
            raise ValueError(N_("its {name} is no text").format(name=name))
        values[name] = tuple(value) if several else value
    if "kind" not in values or not values.get("id"):
        raise ValueError(N_("it has no kind or no id"))
    found = Decision(**values)
    fault = fault_of(found)
    if fault:
        raise ValueError(fault)
    return found
