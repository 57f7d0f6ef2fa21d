"""No rule of statements and quotations holds a word of a language; those are lists of the language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from retold.steps import statements

ROOM = Path(statements.__file__).parent
FILES = [*sorted(ROOM.glob("*.py")), ROOM.parent / "quotes.py"]

LABELS = {
    "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "ccomp",
    "compound", "conj", "csubj", "dative", "dep", "det", "dobj", "expl", "mark", "neg", "nmod", "nsubj", "nsubjpass",
    "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
}  # fmt: skip
CODES = {
    "said", "thought", "denied", "asked", "condemned", "cried", "mourned", "claimed", "warned", "demanded",
    "praised", "thanked",  # manners
    "direct", "mixed", "indirect", "act",  # kinds of statement
    "double", "single", "guillemet", "corner", "open", "close", "either",  # quotation marks and what they do
    "agencies", "outlets", "name", "number", "short", "words", "intercept",  # tables, columns, groups of an expression
}  # fmt: skip
_WORD = re.compile(r"[a-z]{2,}")
_SIGNS_OF_AN_EXPRESSION = re.compile(r"\\.|\?P<\w+>|\(\?[a-z]+\)")


def literals(file: Path) -> Iterator[str]:
    """String literals of a module: no docstrings, no names of parameters, no annotations."""
    module = ast.parse(file.read_text(encoding="utf-8"))
    skipped = {id(part) for node in ast.walk(module) for part in _skipped(node)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.value


def _skipped(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.Assign) and ("_P." in ast.unparse(node) or "parameters.of" in ast.unparse(node)):
        yield from ast.walk(node)
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
        yield from ast.walk(node)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_string_literals_are_labels_codes_and_signs(file: Path) -> None:
    words = {
        word
        for literal in literals(file)
        for word in _WORD.findall(_SIGNS_OF_AN_EXPRESSION.sub(" ", literal))
        if literal not in LABELS and literal not in CODES
    }
    assert words == set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_rule_names_a_language(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    code = "\n".join(line for line in text.splitlines() if ">>>" not in line)
    assert re.findall(r"language\.(?:of\(\"|en\b)", code) == []
