"""The inner loops: a plain set that is right, a compiled one that is fast, equal by test.

`choose` picks one. Numba is loaded only when the compiled set is wanted, and
`auto` wants it only for work that repays its loading time (about a second).
"""

from __future__ import annotations

import os
import warnings
from functools import cache
from importlib.util import find_spec
from multiprocessing import parent_process

from retold import extras
from retold.errors import SettingsError
from retold.kernels.rarity import UNIT, weights
from retold.kernels.reference import Kernels
from retold.messages import N_, _

__all__ = ["UNIT", "Kernels", "choose", "weights"]

REPAYS = 500_000  # words of a corpus from which compiled kernels gain more than they cost
_VARIABLE = "RETOLD_KERNELS"
_NAMES = ("reference", "compiled", "auto")
_CHOSEN: dict[str, Kernels] = {}


def choose(name: str | None = None, work: int = 0) -> Kernels:
    """The kernels called `name`: reference, compiled or auto.

    Without a name the environment variable RETOLD_KERNELS decides, then auto.
    `work` is how many words are to be handled; auto takes the compiled set for
    large corpora only, and where numba is not installed it warns of that and takes
    the plain one, whose results are the same. Raises `SettingsError` for a name
    nobody knows, and `ExtraError` for the compiled set without numba.

    >>> choose("reference").name
    'reference'
    >>> choose("auto", work=800).name
    'reference'
    """
    wanted = name or os.environ.get(_VARIABLE) or "auto"
    if wanted not in _NAMES:
        raise SettingsError(
            N_("no kernels are called {wanted!r}").format(wanted=wanted),
            N_("set {variable} to {names}").format(variable=_VARIABLE, names=" or ".join(_NAMES)),
        )
    if wanted == "auto":
        wanted = "compiled" if work >= REPAYS and _compilable() else "reference"
    if wanted not in _CHOSEN:
        _CHOSEN[wanted] = _compiled() if wanted == "compiled" else Kernels()
    return _CHOSEN[wanted]


@cache
def _compilable() -> bool:
    if find_spec("numba") is not None:
        return True
    if parent_process() is None:  # one line for a run, not one for each process of it
        cure = _('the result is the same; for more speed run pip install "retold[fast]"')
        warnings.warn(
            _("a corpus of this size is slower without the package numba: {cure}").format(cure=cure),
            stacklevel=3,
        )
    return False


def _compiled() -> Kernels:
    extras.module("numba")  # takes a second to load
    from retold.kernels.compiled import CompiledKernels

    return CompiledKernels()
