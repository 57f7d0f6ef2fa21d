"""The examples in the docstrings of the evaluation hold."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import evaluation

MODULES = sorted(
    one.name
    for one in pkgutil.walk_packages(evaluation.__path__, "evaluation.")
    if not one.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


def test_there_are_examples() -> None:
    found = (one for name in MODULES for one in doctest.DocTestFinder().find(import_module(name)))
    assert sum(len(one.examples) for one in found) > 12
