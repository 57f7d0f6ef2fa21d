"""Workspaces of two invented texts."""

from __future__ import annotations

from retold import kernels
from retold.settings import Align
from retold.steps.align import workspace
from retold.steps.align.workspace import Workspace
from tests.steps.witnesses import witness

SETTINGS = Align()


def work(one: str, other: str, hidden: str = "") -> Workspace:
    """Nothing aligned yet; `hidden` is furniture of the first text."""
    a, b = witness(one, "a", hidden=hidden), witness(other, "b")
    return workspace.empty(workspace.encode(a, b, SETTINGS, None, kernels.choose("reference")))
