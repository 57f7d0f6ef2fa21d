"""The notebooks in `examples/` run from top to bottom, and what they end on shows itself."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.long

NOTEBOOKS = sorted((ROOT / "examples" / "notebooks").glob("*.ipynb"))


def cells(notebook: Path) -> list[str]:
    content = json.loads(notebook.read_text(encoding="utf-8"))
    assert content["nbformat"] == 4 and all(not c.get("outputs") for c in content["cells"])
    return ["".join(cell["source"]) for cell in content["cells"] if cell["cell_type"] == "code"]


def result(cell: str, names: dict[str, Any]) -> Any:
    """Run a cell; the value of its last line, as a notebook shows it."""
    *body, last = ast.parse(cell).body
    assert isinstance(last, ast.Expr), "a cell that ends on nothing shows nothing"
    exec(compile(ast.Module(body, []), "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda one: one.name)
def test_every_cell_of_a_notebook_runs(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(notebook.parent)
    names: dict[str, Any] = {}
    shown = [result(cell, names) for cell in cells(notebook)]
    assert shown[0] == 9
    tables = [one._repr_html_() for one in shown if hasattr(one, "_repr_html_")]
    assert len(tables) == 5 and all(table.startswith("<table>") for table in tables)
    assert "58,000" in tables[3]
