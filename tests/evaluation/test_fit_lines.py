"""The lines of a parameters file: what can be fitted, and how they are rewritten."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from evaluation.fit import lines
from retold import parameters

TEXT = """\
[about]
fitted_on = "by hand"
when = "2026-11"

[one.two]
count = { value = 8, unit = "words", what = "of a run" }  # a remark

[three]
share = { value = 0.25, unit = "share", what = "of all", suite = "pan", figure = "plagdet", n = 3 }
row = { value = [1, 2], unit = "share", what = "not one number" }
"""


def test_a_whole_number_stays_whole_and_the_rest_of_the_file_as_it_is() -> None:
    text = lines.changed(TEXT, {"one.two.count": 6.0, "three.share": 0.3})
    assert text == TEXT.replace("value = 8", "value = 6").replace("value = 0.25", "value = 0.3")


def test_a_fitted_line_names_what_it_was_fitted_on_once() -> None:
    text = lines.changed(TEXT, {"three.share": 0.3}, "pan, quick: plagdet", "2026-12", 120)
    again = lines.changed(text, {"three.share": 0.3}, "pan, quick: plagdet", "2026-12", 120)
    line = tomllib.loads(again)["three"]["share"]
    assert text == again
    assert (line["value"], line["fitted_on"], line["when"], line["n"]) == (
        0.3,
        "pan, quick: plagdet",
        "2026-12",
        120,
    )


def test_rows_of_numbers_are_not_fitted(tmp_path: Path) -> None:
    (tmp_path / "toy.toml").write_text(TEXT.replace("[one.two]", "[one]"), encoding="utf-8")
    found = lines.lines("toy", tmp_path)
    assert set(found) == {"one.count", "three.share"}
    assert found["one.count"].grid == (6, 7, 9, 10)
    assert found["three.share"].suite == "pan" and 0.125 in found["three.share"].grid


def test_a_step_without_a_file_is_refused_with_those_there_are() -> None:
    with pytest.raises(FileNotFoundError, match="align"):
        lines.lines("rumours")


@pytest.mark.long
@pytest.mark.parametrize("step", parameters.steps())
def test_every_number_of_every_step_can_be_rewritten(step: str) -> None:
    held = lines.lines(step)
    text = lines.path_of(step).read_text(encoding="utf-8")
    for key in held:
        tables = tomllib.loads(lines.changed(text, {key: 3.0}))
        module, _, name = key.rpartition(".")
        assert tables[module][name]["value"] == 3
