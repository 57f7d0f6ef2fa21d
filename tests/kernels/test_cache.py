"""Compiled kernels where nothing can be kept."""

from __future__ import annotations

import subprocess
import sys

import pytest

CODE = """
import warnings
import numba.core.caching as caching
for name in dir(caching):
    if name.endswith("CacheLocator") and hasattr(getattr(caching, name), "from_function"):
        getattr(caching, name).from_function = classmethod(lambda *given: None)
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    from retold.kernels import tokens
    assert tokens.jit(lambda number: number + 1)(2) == 3
print(len([one for one in told if "NUMBA_CACHE_DIR" in str(one.message)]))
"""


@pytest.mark.long
def test_kernels_run_without_a_cache_and_say_so_once() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("1", 0), done.stderr
