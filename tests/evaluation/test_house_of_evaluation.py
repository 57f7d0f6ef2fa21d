"""The evaluation keeps the house's rules: short functions and files, one owner of the data's path."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import evaluation

FOLDER = Path(evaluation.__file__).parent
FILES = sorted(FOLDER.rglob("*.py"))
TESTS = sorted(Path(__file__).parent.parent.rglob("*.py"))


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
    naming = [file.name for file in FILES if '"shared" / "data"' in file.read_text(encoding="utf-8")]
    assert naming == ["paths.py"]


def test_suites_run_what_is_shipped_and_no_step() -> None:
    """A step asked directly may do what no user ever gets."""
    allowed = {"retold", "retold.model", "retold.moments", "retold.gazetteer", "retold.settings"}
    suites = [file for file in FILES if file.parent.name == "suites" or file.name == "reported.py"]
    assert {name for name in _imported(suites, whole=True) if name.startswith("retold")} <= allowed


def test_the_generator_takes_nothing_of_retold_but_its_types() -> None:
    rooms = [file for file in FILES if file.parent.name == "generator"]
    assert {name for name in _imported(rooms, whole=True) if name.startswith("retold")} == {"retold.model"}


def _imported(files: list[Path], whole: bool = False) -> set[str]:
    """Every module that some file names in an import; `whole` leaves out what is taken from modules."""
    found: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {one.name for one in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
                found |= set() if whole else {f"{node.module}.{one.name}" for one in node.names}
    return found


@pytest.mark.long
def test_every_module_is_imported_by_a_test() -> None:
    parts = [file.relative_to(FOLDER.parent).with_suffix("").parts for file in FILES]
    names = {".".join(one[:-1] if one[-1] == "__init__" else one) for one in parts}
    assert names - _imported(TESTS) == set()
