"""The evaluation keeps the house's rules: short functions and files, one owner of the data's path."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import evaluation

FOLDER = Path(evaluation.__file__).parent
FILES = sorted(FOLDER.rglob("*.py"))
TESTS = "\n".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.parent.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(FOLDER)))
def test_no_file_passes_400_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


def test_functions_are_short() -> None:
    lengths = sorted(_length(node) for file in FILES for node in _functions(file))
    assert lengths[len(lengths) // 2] <= 8
    assert lengths[int(len(lengths) * 0.9)] <= 20
    assert lengths[-1] <= 45


def _functions(file: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def _length(node: ast.FunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_one_module_names_the_folder_of_the_corpora() -> None:
    naming = [file.name for file in FILES if '"shared"' in file.read_text(encoding="utf-8")]
    assert naming == ["paths.py"]


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(FOLDER)))
def test_every_module_is_imported_by_a_test(file: Path) -> None:
    parts = file.relative_to(FOLDER.parent).with_suffix("").parts
    parts = parts[:-1] if parts[-1] == "__init__" else parts
    room, name = ".".join(parts[:-1]), parts[-1]
    direct = (f"from {room} import", f"from {'.'.join(parts)} import", f"import {'.'.join(parts)}")
    lines = [line for line in TESTS.splitlines() if line.strip().startswith(direct)]
    assert any(f"{'.'.join(parts)} import" in line or name in line.split("import")[-1] for line in lines)
