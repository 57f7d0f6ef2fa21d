"""Frozen objects to Arrow tables and back, by their type hints alone.

A dataclass is a struct, a tuple a list, a fixed tuple a struct of numbered
fields, a mapping JSON text. Whoever adds a field to the model changes nothing here.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from math import isnan
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from retold.messages import N_
from retold.model import Span, When

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Unfit", "packed", "schema", "table", "things", "unpacked"]
T = TypeVar("T")
_STAMPS = {"date": date, "datetime": datetime}
_KINDS = {str: str, int: int, float: float, bool: bool}


def table(kind: type, things: Iterable[Any]) -> pa.Table:
    """One Arrow table with a row for each of `things`, all of the dataclass `kind`."""
    import pyarrow as pa

    hint: Any = kind
    return pa.Table.from_pylist(list(map(_packer(hint), things)), schema=schema(kind))


def schema(kind: type) -> pa.Schema:
    """The columns of a table of the dataclass `kind`."""
    import pyarrow as pa

    return pa.schema(list(_arrow(kind)))


def packed(thing: Any) -> dict[str, Any]:
    """One frozen object as plain dicts and lists, fit for JSON."""
    hint: Any = type(thing)
    row: dict[str, Any] = _packer(hint)(thing)
    return row


def unpacked(kind: type[T], row: Any) -> T:
    """What `packed` was given; raises `Unfit` for what cannot have been made from one of the kind."""
    reader: Any = kind
    try:
        found: T = _reader(reader, "")(row)
    except (TypeError, AttributeError, KeyError) as error:
        raise Unfit(N_("a row is no {name} ({error})").format(name=kind.__name__, error=error)) from error
    return found


class Unfit(ValueError):
    """A value that no table of ours holds; the message says which field has it and why it is none."""


def things(kind: type[T], arrow: pa.Table) -> list[T]:
    """What `table` was made from; raises `Unfit` for what cannot have been made from things of the kind."""
    hint: Any = kind
    lacking = [name for name in _parts(hint) if name not in arrow.column_names]
    if lacking:
        raise Unfit(N_("the column {lacking} is missing").format(lacking=lacking[0]))
    try:
        columns = [
            map(_reader(part, name), arrow.column(name).to_pylist()) for name, part in _parts(hint).items()
        ]
        return [kind(*row) for row in zip(*columns, strict=True)]
    except (TypeError, AttributeError, KeyError) as error:
        raise Unfit(N_("a row is no {name} ({error})").format(name=kind.__name__, error=error)) from error


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


Pack = Callable[[Any], Any]


@cache
def _packer(hint: Any) -> Pack:
    """The function that gives a value of this type hint as the plain lists and dicts that Arrow takes."""
    inner = _plain_packer(_without_none(hint))
    return lambda value: None if value is None else inner(value)


def _plain_packer(hint: Any) -> Pack:
    """The packer of a value that is there."""
    if hint in _KINDS or get_origin(hint) is Literal:
        return lambda value: value
    if get_origin(hint) in (types.UnionType, Union):
        return _packed_stamp
    if _is_mapping(hint):
        return _packed_mapping
    if get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis:
        item = _packer(get_args(hint)[0])
        return lambda value: [item(one) for one in value]
    return _struct_packer(hint)


def _struct_packer(hint: Any) -> Pack:
    """The packer of a dataclass, a NamedTuple or a fixed tuple."""
    packers = [(name, _packer(part)) for name, part in _parts(hint).items()]

    def pack(value: Any) -> Any:
        items = value if isinstance(value, tuple) else [getattr(value, name) for name, _ in packers]
        return {name: inner(item) for (name, inner), item in zip(packers, items, strict=True)}

    return pack


def _packed_stamp(value: Any) -> Any:
    text = value if isinstance(value, str) else value.isoformat()
    return {"stamp": text, "type": type(value).__name__}


def _packed_mapping(value: Any) -> Any:
    plain = {str(key): value[key] for key in sorted(value, key=str)}
    text = json.dumps(plain, ensure_ascii=False, default=str, skipkeys=True)
    return text.encode("utf-8", "replace").decode()  # half characters go into no table


# ---- back again, with a check of every value: a file may have been changed by anyone ----

Read = Callable[[Any], Any]
_SHARES = frozenset({"support", "cohesion", "score"})  # fields that are 0 to 1


@cache
def _reader(hint: Any, name: str) -> Read:
    """The function that gives the value that `_packer` packed; `name` is the field it stands in."""
    bare = _without_none(hint)
    inner = _plain_reader(bare, name)
    if bare is hint:
        return _required(inner, name)
    return lambda value: None if value is None else inner(value)


def _required(inner: Read, name: str) -> Read:
    def read(value: Any) -> Any:
        if value is None:
            raise Unfit(N_("{name} is empty").format(name=name or "a row"))
        return inner(value)

    return read


def _plain_reader(hint: Any, name: str) -> Read:
    """The reader of a value that is there."""
    if hint is float:
        return _share_reader(name) if name in _SHARES else _number_reader(name)
    if hint in _KINDS:
        return _typed(_KINDS[hint], name)
    if get_origin(hint) is Literal:
        return _choice_reader(get_args(hint), name)
    if get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis:
        item = _reader(get_args(hint)[0], name)
        return lambda value: tuple(map(item, value))
    if get_origin(hint) in (types.UnionType, Union) or _is_mapping(hint):
        read = _mapping if _is_mapping(hint) else _stamp
        return lambda value: read(value, name)
    return _struct_reader(hint)


def _typed(kind: type, name: str) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise Unfit(f"{name} is {value!r:.40}")
        return value

    return read


def _number_reader(name: str) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not float or isnan(value):
            raise Unfit(f"{name} is {value!r:.40}")
        return value

    return read


def _share_reader(name: str) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not float or not -1e-6 <= value <= 1 + 1e-6:
            raise Unfit(N_("{name} is {value!r:.40}, and is 0 to 1").format(name=name, value=value))
        return value

    return read


def _choice_reader(choices: tuple[Any, ...], name: str) -> Read:
    def read(value: Any) -> Any:
        if value not in choices:
            raise Unfit(
                N_("{name} is {value!r:.40}, which this version does not know").format(name=name, value=value)
            )
        return value

    return read


def _struct_reader(hint: Any) -> Read:
    """The reader of a dataclass, a NamedTuple or a fixed tuple."""
    readers = [(name, _reader(part, name)) for name, part in _parts(hint).items()]
    plain = get_origin(hint) is tuple

    def read(value: Any) -> Any:
        made = [inner(value[name]) for name, inner in readers]
        return tuple(made) if plain else hint(*made)

    return _ordered(read) if hint is Span else read


def _ordered(inner: Read) -> Read:
    def read(value: Any) -> Any:
        span = inner(value)
        if not 0 <= span.start <= span.end:
            raise Unfit(N_("a span goes from {start} to {end}").format(start=span.start, end=span.end))
        return span

    return read


def _stamp(value: Any, name: str) -> Any:
    stamp, kind = value["stamp"], _STAMPS.get(value["type"])
    if not isinstance(stamp, str):
        raise Unfit(f"{name} is {stamp!r:.40}")
    try:
        return stamp if kind is None else kind.fromisoformat(stamp)
    except ValueError as error:
        raise Unfit(
            N_("{name} is {stamp!r:.40}, which is no {type}").format(
                name=name, stamp=stamp, type=value["type"]
            )
        ) from error


def _mapping(value: Any, name: str) -> Any:
    try:
        found = json.loads(value)
    except (ValueError, RecursionError) as error:
        raise Unfit(N_("{name} is no JSON").format(name=name)) from error
    if not isinstance(found, dict):
        raise Unfit(N_("{name} is no JSON object").format(name=name))
    return found


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
