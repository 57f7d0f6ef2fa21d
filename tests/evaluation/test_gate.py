"""The gate: it fails when a floor is missed, in a whole run too, and loosens a floor only with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from evaluation import floors, gate, results, suites
from evaluation.floors import Floors
from evaluation.measures import Measure, Part
from evaluation.suites import Suite


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A suite of one figure, .7 in the quick and .6 in the whole part, and floors of its own."""
    file = tmp_path / "floors.toml"
    tables: dict[tuple[str, Part], dict[str, float]] = {
        ("toy", "quick"): {"f1": 0.5},
        ("toy", "whole"): {"f1": 0.65},
    }
    floors.write(Floors(tables), file)
    read, write = floors.read, floors.write
    monkeypatch.setattr(floors, "read", lambda: read(file))
    monkeypatch.setattr(floors, "write", lambda held: write(held, file))
    monkeypatch.setattr(results, "write_json", lambda result: results.BUILD / f"{result.suite}.json")

    def measures(part: Part) -> list[Measure]:
        return [Measure("f1", 0.7 if part == "quick" else 0.6), Measure("n", 3, "count", "neither")]

    monkeypatch.setattr(suites, "load", lambda name: Suite(name, (), measures))
    return file


def test_a_kept_floor_lets_the_run_pass(toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert toy.exists()
    assert gate.main(["--quick", "toy"]) == 0
    assert "floor 0.5" in capsys.readouterr().out


def test_a_missed_floor_fails_the_whole_run(toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert toy.exists()
    assert gate.main(["toy"]) == 1
    assert "FELL: toy: f1 is 0.6000, its floor 0.65" in capsys.readouterr().out


def test_raise_tightens_and_lower_needs_a_reason(toy: Path) -> None:
    assert gate.main(["--quick", "--raise", "toy"]) == 0
    assert floors.read().of("toy", "quick") == {"f1": 0.695}
    assert gate.main(["--lower", "toy-whole.f1=0.55"]) == 2
    assert gate.main(["--lower", "toy-whole.f1=0.55", "--reason", "a fault was mended"]) == 0
    assert floors.read().of("toy", "whole") == {"f1": 0.55}
    assert floors.read().lowered == ["toy-whole.f1: 0.65 to 0.55: a fault was mended"]
    assert toy.exists()


def test_a_floor_that_is_not_there_cannot_be_lowered(toy: Path) -> None:
    assert gate.main(["--lower", "toy-whole.recall=0.1", "--reason", "none"]) == 2
    assert toy.exists()


def test_a_suite_without_its_data_is_skipped_with_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(suites, "load", lambda name: Suite(name, ("no_such_corpus",), lambda _: []))
    assert gate.main(["seeds"]) == 0
    assert "skipped" in capsys.readouterr().out


@pytest.mark.parametrize("name", suites.NAMES)
def test_every_suite_has_the_same_face(name: str) -> None:
    monkey = suites.load(name)
    assert callable(monkey.measures) and isinstance(monkey.needs, tuple)


def test_a_strange_suite_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="no suite 'moon': use one of seeds"):
        suites.load("moon")


@pytest.mark.long
def test_suites_run_side_by_side_and_come_back_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    held = list(gate._runs(["collate", "seeds"], "quick", 2))
    assert len(held) == 2
    assert held[1].measures is None or held[1].measures[0].name == "all checks"
    assert capsys.readouterr().out == ""


def test_the_figures_of_another_program_are_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retold, "__file__", "/elsewhere/src/retold/__init__.py")
    with pytest.raises(SystemExit, match="imported from /elsewhere"):
        gate.main(["seeds"])
