"""Frozen objects become Arrow tables and come back as they were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from retold.archive import codec
from retold.model import When


class Lamp(NamedTuple):
    name: str
    lit: bool


@dataclass(frozen=True, slots=True)
class Quay:
    id: str
    kind: Literal["stone", "wood"]
    lamps: tuple[Lamp, ...]
    depth: tuple[float, float]
    built: When | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


QUAY = Quay(
    "q", "stone", (Lamp("red", True), Lamp("green", False)), (2.5, 4.0), date(1931, 3, 2), {"b": 1, "a": [2]}
)


def test_a_thing_with_everything_comes_back_equal() -> None:
    bare = Quay("r", "wood", (), (0.0, 0.0))
    assert codec.things(Quay, codec.table(Quay, [QUAY, bare])) == [QUAY, bare]


def test_columns_bear_the_names_of_the_fields() -> None:
    assert codec.schema(Quay).names == ["id", "kind", "lamps", "depth", "built", "extra"]


def test_a_mapping_is_kept_as_text_in_the_order_of_its_keys() -> None:
    assert codec.table(Quay, [QUAY]).column("extra").to_pylist() == ['{"a": [2], "b": 1}']
