"""Packages that only some uses need: imported when asked for, with what to install where they are missing.

`pyproject.toml` has an extra of the same name for each.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from retold.errors import ExtraError
from retold.messages import N_

EXTRAS = {
    "duckdb": ("sql", N_("questions in SQL")),
    "networkx": ("graphs", N_("graphs")),
    "numba": ("fast", N_("compiled inner loops")),
    "openpyxl": ("xlsx", N_("spreadsheets")),
    "pandas": ("pandas", N_("data frames")),
    "pysail": ("sail", N_("runs on Sail")),
    "pyspark": ("spark", N_("runs on Spark")),
    "python_multipart": ("server", N_("pages that a browser asks for")),
    "resvg_py": ("png", N_("pictures as PNG")),
    "starlette": ("server", N_("pages that a browser asks for")),
    "uvicorn": ("server", N_("pages that a browser asks for")),
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
        cause = N_("{our_use} need the package {name}, which is not installed").format(our_use=use, name=name)
        raise ExtraError(
            cause, N_('run pip install "retold[{extra}]"').format(extra=wanted or extra)
        ) from error
