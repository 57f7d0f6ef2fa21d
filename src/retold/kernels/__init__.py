"""The inner loops: a plain set that is right, a compiled one that is fast, equal by test.

`choose` picks one. Numba is loaded only when the compiled set is wanted, and
`auto` wants it only for work that repays its loading time (about a second).
"""

from __future__ import annotations

import os

from retold.errors import SettingsError
from retold.kernels.reference import Kernels

__all__ = ["Kernels", "choose"]

REPAYS = 3_000_000  # words of a corpus from which compiled kernels gain more than they cost
_VARIABLE = "RETOLD_KERNELS"
_NAMES = ("reference", "compiled", "auto")
_CHOSEN: dict[str, Kernels] = {}


def choose(name: str | None = None, work: int = 0) -> Kernels:
    """The kernels called `name`: reference, compiled or auto.

    Without a name the environment variable RETOLD_KERNELS decides, then auto.
    `work` is how many words are to be handled; auto takes the compiled set for
    large corpora only. Raises `SettingsError` for a name nobody knows.

    >>> choose("reference").name
    'reference'
    >>> choose("auto", work=800).name
    'reference'
    """
    wanted = name or os.environ.get(_VARIABLE) or "auto"
    if wanted not in _NAMES:
        raise SettingsError(f"no kernels are called {wanted!r}", f"set {_VARIABLE} to {' or '.join(_NAMES)}")
    if wanted == "auto":
        wanted = "compiled" if work >= REPAYS else "reference"
    if wanted not in _CHOSEN:
        _CHOSEN[wanted] = _compiled() if wanted == "compiled" else Kernels()
    return _CHOSEN[wanted]


def _compiled() -> Kernels:
    from retold.kernels.compiled import CompiledKernels  # numba takes a second to load

    return CompiledKernels()
