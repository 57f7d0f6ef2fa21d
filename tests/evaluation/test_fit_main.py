"""The command that fits a step's numbers: a wrong one is found and mended, a right one left alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from evaluation.fit import __main__ as command
from evaluation.fit import trial
from evaluation.metrics.bootstrap import Counts

TOY = """\
# Numbers of a toy step.

[about]
fitted_on = "set by hand"
when = "2026-11"

[cut]
least = { value = 9, unit = "words", what = "of a run", suite = "toy", figure = "accuracy", grid = [2, 4, 6] }
other = { value = 0.5, unit = "share", what = "nothing fits this" }
"""
LENGTHS = {"one": (3, 5, 7), "two": (1, 5, 9), "three": (3, 4, 8), "four": (2, 6, 6)}
RIGHT = 4  # runs of so many words and more are copied


def tried(values: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """How many runs of each story a cut judges rightly."""
    least = values["cut.least"]
    return {
        story: {"right": sum((n >= least) == (n >= RIGHT) for n in runs), "all": len(runs)}
        for story, runs in LENGTHS.items()
    }


def figures(counts: Counts) -> dict[str, float]:
    return {"accuracy": counts["right"] / counts["all"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "toy.toml").write_text(TOY, encoding="utf-8")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, *arguments: str) -> int:
    monkeypatch.setattr(trial, "counted", lambda *given, **_: tried(given[3]))
    monkeypatch.setattr(command, "figures_of", lambda _: figures)
    return command.main(["toy", *arguments], folder)


def test_a_wrong_number_is_changed_and_says_what_it_was_fitted_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(monkeypatch, folder, "--write") == 0
    text = (folder / "toy.toml").read_text(encoding="utf-8")
    (line,) = (one for one in text.splitlines() if one.startswith("least"))
    assert "value = 4," in line
    assert 'fitted_on = "toy, quick: accuracy"' in line and "n = 4 }" in line
    assert [one for one in text.splitlines() if not one.startswith("least")] == [
        one for one in TOY.splitlines() if not one.startswith("least")
    ]


def test_without_write_the_file_stands_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, folder) == 0
    assert (folder / "toy.toml").read_text(encoding="utf-8") == TOY


def test_a_right_number_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = TOY.replace("value = 9", "value = 4")
    (folder / "toy.toml").write_text(right, encoding="utf-8")
    assert run(monkeypatch, folder, "--write") == 0
    assert (folder / "toy.toml").read_text(encoding="utf-8") == right


def test_lines_without_a_suite_are_fitted_only_when_asked_for(folder: Path) -> None:
    declared = command.jobs_of("toy", [], None, None, folder)
    assert {key: [line.key for line in held] for key, held in declared.items()} == {
        ("toy", "accuracy"): ["cut.least"]
    }
    asked = command.jobs_of("toy", ["cut.other"], "toy", "accuracy", folder)
    assert [line.key for line in asked["toy", "accuracy"]] == ["cut.other"]


def test_a_strange_key_is_refused_with_those_there_are(folder: Path) -> None:
    with pytest.raises(ValueError, match=r"cut\.length.*cut\.least"):
        command.jobs_of("toy", ["cut.length"], "toy", "accuracy", folder)


def test_a_step_that_declares_nothing_ends_with_a_cure(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bare.toml").write_text(TOY.replace("suite", "s"), encoding="utf-8")
    assert command.main(["bare"], folder) == 2
    assert "--only" in capsys.readouterr().out


def test_held_out_stories_are_judged_by_a_choice_that_has_not_seen_them(folder: Path) -> None:
    chosen = command.jobs_of("toy", [], None, None, folder)["toy", "accuracy"]
    found = command.fit(chosen, partial(tried), figures, "accuracy")
    assert found.before < found.held_out == found.after == 1.0
    assert found.stories == 4 and found.tried == 4
