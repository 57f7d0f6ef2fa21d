"""The table of kinds: complete, and enough for a new kind to be reported."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import get_args

from retold.model import ChangeKind
from retold.steps.changes import arbiter, finders
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.evidence import Ends, changes_of
from retold.steps.changes.kinds import KINDS, TABLE, Finder, Kind, Kinds, Stage
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Unit
from retold.steps.changes.rest import Rest
from retold.views import wording


def test_every_kind_of_the_contract_has_exactly_one_row_in_its_order() -> None:
    assert tuple(kind.name for kind in TABLE) == get_args(ChangeKind)


def test_every_finder_stands_in_the_table() -> None:
    listed = {finder.find for kind in TABLE for finder in kind.finders}
    for module in iter_modules(finders.__path__):
        held = vars(import_module(f"{finders.__name__}.{module.name}"))
        for name, function in held.items():
            own = inspect.isfunction(function) and function.__module__.endswith(f".{module.name}")
            if own and next(iter(inspect.signature(function).parameters)) == "material":
                assert name.startswith("_") or function in listed, name


def test_a_row_has_finders_and_words_and_no_two_finders_of_a_stage_share_their_place() -> None:
    assert all(kind.finders and kind.noun and kind.label for kind in TABLE)
    for stage in Stage:
        orders = [finder.order for finder in KINDS.by_stage[stage]]
        assert orders == sorted(set(orders))


def test_screens_have_a_label_for_every_kind_and_it_is_the_tables() -> None:
    assert {kind.name: kind.label for kind in TABLE} == wording.KINDS


def test_the_mirror_of_a_mirror_is_the_kind_itself() -> None:
    assert KINDS.mirrored("cut") == "added"
    assert all(KINDS.mirrored(KINDS.mirrored(kind.name)) == kind.name for kind in TABLE)


def negations(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """An invented finder: a unit that is but the word not."""
    pair = material.pair
    if [pair.old.folded[k] for k in unit.old] + [pair.new.folded[k] for k in unit.new] == ["not"]:
        yield candidate_of(pair, "turned", unit.old, unit.new)  # type: ignore[arg-type]  # not in the contract


def test_an_invented_kind_is_reported_through_the_table_alone(laid) -> None:  # type: ignore[no-untyped-def]
    row = Kind(
        "turned",  # type: ignore[arg-type]  # not in the contract
        "substance", "the turn", "turned round", (Finder(Stage.UNITS, 5, negations),),
    )  # fmt: skip
    old = "The mayor of Port Ansel will open the new bridge on the first day of spring, his office announced."
    material, _ = laid(old, old.replace("will open", "will not open"))
    kinds = Kinds.of_rows((*TABLE, row))
    (change,) = changes_of(arbiter.settled(material, kinds), Ends("s", "a", "b", None), kinds)
    assert (change.kind, change.before, change.after, change.weight) == ("turned", "", "not", "substance")
    assert "the turn" in change.evidence[0].words
    assert 0 < change.support < 1
