"""The package as a program."""

from __future__ import annotations

import subprocess
import sys

from retold import __main__ as program
from retold import cli
from retold.version import __version__


def test_the_package_runs_the_command_line() -> None:
    assert program.main is cli.main


def test_python_m_retold_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "retold", "--version"], capture_output=True, text=True, check=True
    )
    assert __version__ in done.stdout
