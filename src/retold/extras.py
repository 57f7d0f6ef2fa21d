"""Packages that only some uses need: imported when asked for, with what to install where they are missing.

`pyproject.toml` has an extra of the same name for each.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from retold.errors import ExtraError

EXTRAS = {
    "duckdb": ("sql", "questions in SQL"),
    "networkx": ("graphs", "graphs"),
    "numba": ("fast", "compiled inner loops"),
    "openpyxl": ("xlsx", "spreadsheets"),
    "pandas": ("pandas", "data frames"),
    "pysail": ("sail", "runs on Sail"),
    "pyspark": ("spark", "runs on Spark"),
    "python_multipart": ("server", "pages that a browser asks for"),
    "resvg_py": ("png", "pictures as PNG"),
    "starlette": ("server", "pages that a browser asks for"),
    "uvicorn": ("server", "pages that a browser asks for"),
}


def module(name: str, wanted: str | None = None) -> Any:
    """The module; raises `ExtraError` where it is not installed, with the extra that brings it.

    That is the extra that is `wanted`, where several bring it.

    >>> module("networkx").__name__
    'networkx'
    """
    try:
        return import_module(name)
    except ImportError as error:
        extra, use = EXTRAS[name.split(".", maxsplit=1)[0]]
        cause = f"{use} need the package {name}, which is not installed"
        raise ExtraError(cause, f'run pip install "retold[{wanted or extra}]"') from error
