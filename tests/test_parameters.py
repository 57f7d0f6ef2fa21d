"""The numbers of the steps: complete, typed, and in one place."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from retold import parameters
from retold.errors import SettingsError

SOURCE = Path(parameters.__file__).resolve().parent.parent
UNITS = {
    "cells", "characters", "copies", "count", "days", "finds", "figures", "hours", "letters", "loci", "log-odds", "logarithms", "minutes",
    "articles", "occasions", "occurrences", "outlets", "pairs", "paragraphs", "pieces", "places",
    "rounds", "sentences", "share", "splits", "shared readings", "support", "tied lineages", "tied trees", "times", "tokens",
    "turns", "unseen nodes", "unseen sources", "utterances", "versions", "weight", "weighted readings", "words", "years",
    "carriers", "holders", "kinds", "marks",
}  # fmt: skip


@pytest.mark.parametrize("step", parameters.steps())
def test_every_number_says_its_unit_what_it_is_and_where_it_comes_from(step: str) -> None:
    for one in parameters.every(step):
        assert one.unit in UNITS, one
        assert one.what and one.fitted_on and one.when, one


@pytest.mark.parametrize("step", parameters.steps())
def test_every_module_that_numbers_are_kept_for_asks_for_each_of_them(step: str) -> None:
    asked = "\n".join(file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py"))
    for module in {one.module for one in parameters.every(step)}:
        assert f'parameters.of("{step}", "{module}")' in asked, module


def test_a_strange_name_is_told_with_those_there_are() -> None:
    with pytest.raises(SettingsError, match="no breadth"):
        parameters.of("align", "anchors").number("breadth")


def test_a_strange_step_is_told_with_those_there_are() -> None:
    with pytest.raises(SettingsError, match="align"):
        parameters.of("rumours", "anchors")


def test_a_number_with_a_fraction_is_no_whole_number() -> None:
    with pytest.raises(SettingsError, match="whole number"):
        parameters.of("lineage", "evidence").integer("day_share")


def test_a_changed_file_is_read_in_place_of_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = parameters.digest()
    line = '[about]\nfitted_on = "a test"\nwhen = "2026-11"\n[anchors]\nreach = {value = 3, unit = "words", what = "x"}\n'
    (tmp_path / "align.toml").write_text(line, encoding="utf-8")
    monkeypatch.setenv(parameters.VARIABLE, str(tmp_path))
    parameters.every.cache_clear()
    try:
        assert parameters.of("align", "anchors").integer("reach") == 3
        assert parameters.digest() != before
    finally:
        monkeypatch.undo()
        parameters.every.cache_clear()


# Sizes of a screen, limits of a server and its forms, how work is spread: none of them changes a finding.
_NO_RESULT = {
    "views", "report", "export", "display.py", "server", "decisions", "engines", "flow", "cli_serve.py",
    "cli_adding.py",
}  # fmt: skip


def test_modules_of_a_step_hold_few_numbers_of_their_own() -> None:
    """Bit masks, sizes of pages and marks for "none" may stay; what tunes a result has an owner."""
    held = [
        f"{file.relative_to(SOURCE)}:{node.lineno}"
        for file in SOURCE.rglob("*.py")
        if not _NO_RESULT & set(file.parts)
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign | ast.AnnAssign) and _is_number(node.value)
    ]
    assert len(held) < 60, held


def _is_number(value: ast.expr | None) -> bool:
    if isinstance(value, ast.UnaryOp):
        value = value.operand
    return (
        isinstance(value, ast.Constant)
        and isinstance(value.value, int | float)
        and not isinstance(value.value, bool)
    )
