"""The house keeps its own rules: size of rooms, light start, a tested face."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import retold
from retold import version

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "src" / "retold").rglob("*.py"))
HEAVY = ("numpy", "spacy", "numba", "scipy", "pyarrow", "duckdb", "trafilatura", "rich", "networkx")


def functions(file: Path) -> list[tuple[str, int]]:
    """Each function's name and its lines of code, docstring left out."""
    found = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0  # type: ignore[operator]  # set by parse
            found.append((f"{file.stem}.{node.name}", lines))
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT / "src")))
def test_no_file_passes_400_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


def test_functions_are_short() -> None:
    lengths = sorted(lines for file in FILES for _, lines in functions(file))
    assert lengths[len(lengths) // 2] <= 10
    assert lengths[int(len(lengths) * 0.9)] <= 20
    assert lengths[-1] <= 45


@pytest.mark.long
def test_every_module_is_imported_by_a_test() -> None:
    asked: set[str] = set()
    for file in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module is not None:
                asked |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
            elif isinstance(node, ast.Import):
                asked |= {name.name for name in node.names}
    modules = (".".join(file.relative_to(ROOT / "src").with_suffix("").parts) for file in FILES)
    assert sorted({name.removesuffix(".__init__") for name in modules} - asked) == []


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from retold.cli import commands; "
        "assert CliRunner().invoke(commands, ['--help']).exit_code == 0; "
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.long
def test_a_small_pile_needs_neither_numba_nor_scipy_nor_trafilatura() -> None:
    code = (
        "import sys, retold; "
        "a = retold.Article('a', 'The ferry Tern sank off the mole on Monday, the harbour master said.'); "
        "b = retold.Article('b', 'The ferry Tern sank off the mole on Monday, harbour officials said.'); "
        "retold.trace([a, b]); "
        "print([m for m in ('numba', 'scipy', 'trafilatura', 'duckdb', 'pyarrow') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_face_gives_every_name_it_promises() -> None:
    assert all(getattr(retold, name) is not None for name in retold.__all__)
    assert set(retold.__all__) <= set(dir(retold))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="rumour"):
        _ = retold.rumour  # type: ignore[attr-defined]  # the point of the test


def test_the_face_says_its_version() -> None:
    assert retold.__version__ == version.__version__
