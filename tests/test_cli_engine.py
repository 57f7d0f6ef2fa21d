"""`retold trace --engine`: who does the work."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from retold import cli_engine
from retold.cli import commands
from retold.engines.choice import Engine
from retold.errors import InputError

GIVEN = {"engine": None, "master": None, "work": None, "partitions": None}


def test_without_options_this_machine_does_the_work() -> None:
    assert cli_engine.chosen(GIVEN) == Engine()
    asked = {"engine": "spark", "master": "local[2]", "work": "w", "partitions": 7}
    assert cli_engine.chosen(asked) == Engine("spark", "local[2]", "w", 7)


def test_a_master_without_an_engine_means_nothing() -> None:
    with pytest.raises(InputError, match="name another"):
        cli_engine.chosen({**GIVEN, "master": "yarn"})


def test_articles_are_added_by_no_engine() -> None:
    with pytest.raises(InputError, match="this machine alone"):
        cli_engine.refuse({**GIVEN, "engine": "sail"})
    cli_engine.refuse(GIVEN)


@pytest.mark.engines
def test_a_trace_is_made_by_sail(tmp_path: Path) -> None:
    pytest.importorskip("pysail", reason="Sail is not installed (make test-engines)")
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            f"The ferry Alma ran aground early on Tuesday, {name} said.\n" * 3
        )
    given = ["trace", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--statements", "none", "--json"]
    here = CliRunner().invoke(commands, given)
    there = CliRunner().invoke(commands, [*given, "--engine", "sail", "--partitions", "2"])
    assert (here.exit_code, there.exit_code) == (0, 0)
    assert here.stdout == there.stdout != ""
