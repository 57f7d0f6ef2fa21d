"""Frozen objects to Arrow tables and back, by their type hints alone.

A dataclass is a struct, a tuple a list, a fixed tuple a struct of numbered
fields, a mapping JSON text. Whoever adds a field to the model changes nothing here.
"""

from __future__ import annotations

import json
import types
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from retold.model import When

if TYPE_CHECKING:
    import pyarrow as pa

T = TypeVar("T")
_STAMPS = {"date": date, "datetime": datetime}


def table(kind: type, things: Iterable[Any]) -> pa.Table:
    """One Arrow table with a row for each of `things`, all of the dataclass `kind`."""
    import pyarrow as pa

    return pa.Table.from_pylist([_pack(thing, kind) for thing in things], schema=schema(kind))


def schema(kind: type) -> pa.Schema:
    """The columns of a table of the dataclass `kind`."""
    import pyarrow as pa

    return pa.schema(list(_arrow(kind)))


def things(kind: type[T], arrow: pa.Table) -> list[T]:
    """What `table` was made from."""
    return [_unpack(row, kind) for row in arrow.to_pylist()]


def _arrow(hint: Any) -> Any:
    """The Arrow type that holds values of this type hint."""
    import pyarrow as pa

    hint = _without_none(hint)
    if hint is When or get_origin(hint) in (types.UnionType, Union):
        return pa.struct({"stamp": pa.string(), "type": pa.string()})
    plain = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    if hint in plain:
        return plain[hint]
    if get_origin(hint) is Literal or _is_mapping(hint):
        return pa.string()
    if get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis:
        return pa.list_(_arrow(get_args(hint)[0]))
    return pa.struct({name: _arrow(part) for name, part in _parts(hint).items()})


def _pack(value: Any, hint: Any) -> Any:
    """A value as the plain lists and dicts that Arrow takes."""
    hint = _without_none(hint)
    if value is None or hint in (str, int, float, bool) or get_origin(hint) is Literal:
        return value
    if get_origin(hint) in (types.UnionType, Union):
        text = value if isinstance(value, str) else value.isoformat()
        return {"stamp": text, "type": type(value).__name__}
    if _is_mapping(hint):
        plain = {str(key): value[key] for key in sorted(value, key=str)}
        text = json.dumps(plain, ensure_ascii=False, default=str, skipkeys=True)
        return text.encode("utf-8", "replace").decode()  # half characters go into no table
    if get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis:
        return [_pack(item, get_args(hint)[0]) for item in value]
    items = value if isinstance(value, tuple) else [getattr(value, name) for name in _parts(hint)]
    return {name: _pack(item, part) for (name, part), item in zip(_parts(hint).items(), items, strict=True)}


def _unpack(value: Any, hint: Any) -> Any:
    """The value that `_pack` was given."""
    hint = _without_none(hint)
    if value is None or hint in (str, int, float, bool) or get_origin(hint) is Literal:
        return value
    if get_origin(hint) in (types.UnionType, Union):
        stamp = _STAMPS.get(value["type"])
        return value["stamp"] if stamp is None else stamp.fromisoformat(value["stamp"])
    if _is_mapping(hint):
        return json.loads(value)
    if get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis:
        return tuple(_unpack(item, get_args(hint)[0]) for item in value)
    made = {name: _unpack(value[name], part) for name, part in _parts(hint).items()}
    return tuple(made.values()) if get_origin(hint) is tuple else hint(**made)


@cache
def _parts(hint: Any) -> dict[str, Any]:
    """Names and type hints of a struct's fields."""
    if get_origin(hint) is tuple:
        return {f"f{n}": part for n, part in enumerate(get_args(hint))}
    hints = get_type_hints(hint)
    if is_dataclass(hint):
        return {f.name: hints[f.name] for f in fields(hint)}
    return hints  # a NamedTuple


def _without_none(hint: Any) -> Any:
    if get_origin(hint) not in (types.UnionType, Union):
        return hint
    rest = tuple(part for part in get_args(hint) if part is not type(None))
    return rest[0] if len(rest) == 1 else Union[rest]  # noqa: UP007  a union made at run time


def _is_mapping(hint: Any) -> bool:
    return hint in (dict, Mapping) or get_origin(hint) in (dict, Mapping)
