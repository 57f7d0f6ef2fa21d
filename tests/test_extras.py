"""Packages that only some uses need."""

from __future__ import annotations

import sys
import tomllib

import pytest

from retold import extras
from retold.archive.store import Trace
from retold.errors import ExtraError
from tests.conftest import ROOT


def test_a_missing_package_is_named_with_what_to_install(
    trace: Trace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(ExtraError, match=r'networkx.*pip install "retold\[graphs\]"'):
        trace.to_networkx()


def test_every_extra_is_one_that_can_be_installed() -> None:
    known = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    for package, (extra, _) in extras.EXTRAS.items():
        assert any(one.startswith(package.replace("_", "-")) for one in known[extra])
