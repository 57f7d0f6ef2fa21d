"""Which engine is taken, and what is said where it cannot be."""

from __future__ import annotations

import sys

import pytest

from retold.engines import choice
from retold.engines.choice import Engine
from retold.errors import ExtraError, InputError, RetoldError


def test_an_engine_is_known_by_its_name() -> None:
    assert choice.chosen("local") == Engine()
    assert choice.chosen(Engine("spark", "yarn")).master == "yarn"
    with pytest.raises(InputError, match="no engine 'steam': take one of local, sail, spark"):
        choice.chosen("steam")


def test_this_machine_has_no_master() -> None:
    with pytest.raises(InputError, match="--engine spark"):
        choice.chosen(Engine(master="yarn"))


@pytest.mark.parametrize("name", ["sail", "spark"])
def test_a_missing_package_is_named_with_its_extra(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql.connect.session", None)
    with pytest.raises(ExtraError, match=rf'pip install "retold\[{name}\]"'), choice.session(Engine(name)):
        pass


@pytest.mark.engines
def test_what_an_engine_refuses_is_said_in_one_line() -> None:
    pytest.importorskip("pysail", reason="Sail is not installed (make test-engines)")
    with (
        pytest.raises(RetoldError, match="sail could not go on") as said,
        choice.session(Engine("sail")) as session,
    ):
        session.sql("SELECT nothing FROM nowhere").collect()
    assert "\n" not in str(said.value)
