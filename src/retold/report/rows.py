"""A trace, or an answer to one question, as plain rows for machines.

One dict per thing, ready for JSON, with its "type" first and then the fields
of `retold.model` under their own names. A span is {"article", "start", "end"}.
The order is the trace's own, so that the same corpus gives the same rows.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from retold import model
from retold.views import index, notices

if TYPE_CHECKING:
    from retold.archive.store import Trace

Row = dict[str, object]
Answer = model.Comparison | model.Reuse | model.Lineage | model.Collation

# The fields that a thing answers by a property; machines cannot call one.
_DERIVED: dict[type, tuple[str, ...]] = {
    model.Statement: ("speaker", "speaker_name", "addressee", "addressee_name"),
    model.Derivation: ("id",),
}
_NAMES: dict[type, str] = {
    model.Article: "article",
    model.Story: "story",
    model.Node: "node",
    model.Derivation: "derivation",
    model.Lineage: "lineage",
    model.Statement: "statement",
    model.Change: "change",
    model.Claim: "claim",
    model.SetAside: "set_aside",
    model.Credit: "credit",
    model.DateMention: "date",
    model.Passage: "passage",
    model.Quote: "quote",
    model.Comparison: "comparison",
    model.Reuse: "reuse",
    model.Collation: "collation",
}
_SURROGATE = re.compile("[\ud800-\udfff]")
# JSON leaves these as they are, yet a terminal may obey them: DEL, C1, marks of direction.
_RAW = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]")


def rows(thing: Trace | Answer) -> Iterator[Row]:
    """All rows of a trace, a comparison, a reuse, a lineage or a collation."""
    if isinstance(thing, model.Comparison):
        return _comparison(thing)
    if isinstance(thing, model.Reuse):
        return _reuse(thing)
    if isinstance(thing, model.Lineage):
        return _lineage(thing)
    if isinstance(thing, model.Collation):
        return iter([row(thing)])
    return _trace(thing)


def row(thing: object) -> Row:
    """One thing of the model as a row, its "type" first.

    >>> row(model.SetAside("a.txt", "it is empty", "give it text"))
    {'type': 'set_aside', 'where': 'a.txt', 'why': 'it is empty', 'cure': 'give it text'}
    """
    name = _NAMES.get(type(thing), type(thing).__name__.lower())
    content = _plain(thing)
    return {"type": name, **(content if isinstance(content, dict) else {"value": content})}


def line(one: Row) -> str:
    r"""A row as one line of JSON, with nothing in it that a terminal would obey.

    >>> line({"type": "x", "word": "caf\xe9\x9b31m"})
    '{"type": "x", "word": "café\\u009b31m"}'
    """
    return _RAW.sub(_escaped, json.dumps(one, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


# ---- what is in which order ----


def _trace(trace: Trace) -> Iterator[Row]:
    yield from map(row, notices.of_trace(trace))  # what was withdrawn or corrected comes first
    yield from map(row, trace.articles)
    lineages = iter(trace.lineages.items())  # read in turn, as the stories are
    waiting: dict[str, model.Lineage] = {}
    for story in trace.stories:
        yield row(story)
        while story.id not in waiting and (found := next(lineages, None)) is not None:
            waiting[found[0]] = found[1]
        if story.id in waiting:
            yield from _lineage(waiting.pop(story.id), story.id)
    yield from map(row, trace.statements)
    yield from map(row, trace.changes)
    yield from map(row, trace.claims)
    for span, reason in trace.furniture:
        yield {"type": "furniture", "span": _plain(span), "reason": _plain(reason)}
    yield from map(row, trace.set_aside)
    yield _manifest(trace)


def _lineage(lineage: model.Lineage, story: str | None = None) -> Iterator[Row]:
    """The lineage's own row, then its nodes, then its derivations."""
    where: Row = {} if story is None else {"story": story}
    yield {
        "type": "lineage",
        **where,
        "origins": list(lineage.origins),
        "origins_range": list(lineage.origins_range),
        "alternatives": [_plain(other) for other in lineage.alternatives],
    }
    for part in (*lineage.nodes, *lineage.derivations):
        name, *rest = row(part).items()
        yield dict([name, *where.items(), *rest])


def _comparison(found: model.Comparison) -> Iterator[Row]:
    yield {
        "type": "comparison",
        "a": found.a.id,
        "b": found.b.id,
        "relation": found.relation,
        "same_story": _plain(found.same_story),
        "derived": _plain(found.derived),
        "posterior": _plain(found.posterior),
    }
    looked = index.of_comparison(found)
    yield from map(row, notices.of_story(looked, looked.stories[""]))
    yield from map(row, (found.a, found.b, *found.passages, *found.changes, *found.statements))


def _reuse(found: model.Reuse) -> Iterator[Row]:
    yield {
        "type": "reuse",
        "article": found.article.id,
        "label": found.label,
        "probabilities": _plain(found.probabilities),
    }
    yield from map(row, found.passages)


def _manifest(trace: Trace) -> Row:
    counts = {
        "articles": len(trace.articles),
        "stories": len(trace.stories),
        "statements": len(trace.statements),
        "changes": len(trace.changes),
        "claims": len(trace.claims),
        "furniture": len(trace.furniture),
        "set_aside": len(trace.set_aside),
    }
    return {"type": "manifest", "counts": counts, "manifest": _plain(trace.manifest)}


# ---- one value ----


def _plain(value: object) -> object:
    """A value of the model as what JSON can hold."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)  # half a pair is no text to any encoder
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    return _compound(value)


def _compound(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _fields(type(value))}
    if isinstance(value, model.SetAside):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, Mapping):
        return {str(_plain(str(key))): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        parts = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return [_plain(part) for part in parts]
    return _odd(value)


def _odd(value: object) -> object:
    """Dates as ISO 8601, numbers of numpy as numbers, anything else as its words."""
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    item = getattr(value, "item", None)
    if callable(item) and not hasattr(value, "__len__"):
        return _plain(item())
    return _plain(str(value))


@cache
def _fields(kind: type) -> tuple[str, ...]:
    own = tuple(f.name for f in fields(kind))
    return (*own, *(name for name in _DERIVED.get(kind, ()) if name not in own))
