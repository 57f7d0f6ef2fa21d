"""Every command of the docs runs, and prints what the page says."""

from __future__ import annotations

import importlib.util
import re
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import click
import pytest

from retold import cli
from tests.conftest import ROOT

pytestmark = pytest.mark.long


def _module(name: str) -> ModuleType:
    """A module of `docs/`, which is no package."""
    if f"docs_{name}" not in sys.modules:
        spec = importlib.util.spec_from_file_location(f"docs_{name}", ROOT / "docs" / f"{name}.py")
        assert spec is not None and spec.loader is not None
        sys.modules[spec.name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[spec.name])
    return sys.modules[f"docs_{name}"]


blocks = _module("blocks")
RUN = [page for page in blocks.pages() if blocks.is_run(page)]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)(?:#[\w-]+)?\)")


@pytest.mark.parametrize("page", RUN, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_page_prints_what_its_commands_print(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert blocks.written(text) == text, f"{page.name} is out of date: run `python docs/refresh.py`"


@pytest.mark.parametrize("page", blocks.pages(), ids=lambda p: str(p.relative_to(ROOT)))
def test_every_call_of_the_program_parses(page: Path) -> None:
    """Also in blocks that are not run."""
    for part in blocks.parts(page.read_text(encoding="utf-8")):
        for line in part.body.splitlines() if part.kind in ("", "sh") else ():
            if re.match(r"(\.venv/bin/)?retold \w", line):
                words = shlex.split(line, comments=True)
                _parsed(words[1 : words.index(">") if ">" in words else None])


def _parsed(words: list[str]) -> None:
    command: click.Command = cli.commands
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        command = command.commands[words.pop(0)]
    if "--help" not in words and "--version" not in words:
        with _files_that_are_not_here():
            command.make_context("retold", words)


@contextmanager
def _files_that_are_not_here() -> Iterator[None]:
    """A page may name files that its reader has."""
    try:
        yield
    except click.BadParameter as error:
        if "does not exist" not in str(error):
            raise


@pytest.mark.parametrize("page", blocks.pages(), ids=lambda p: str(p.relative_to(ROOT)))
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} leads to {target}"


def test_each_tutorial_has_a_pile_with_its_truth() -> None:
    tutorials = {one.stem for one in (ROOT / "docs" / "tutorials").glob("*.md")} - {"index"}
    assert tutorials == {one.parent.name for one in (ROOT / "examples").glob("*/truth.json")} - {"harbour"}


# ---- the runner itself ----


def test_a_block_is_written_anew_with_what_it_prints() -> None:
    page = "A\n\n```console\n$ echo one\nold\n$ printf 'a\\nb\\n' | head -1\n```\n\nB\n"
    assert blocks.written(page) == page.replace("old", "one").replace("head -1\n", "head -1\na\n")


def test_a_setup_runs_and_is_not_seen() -> None:
    page = "<!-- setup: echo hidden > it.txt -->\n\n```console\n$ cat it.txt\n```\n"
    assert blocks.written(page) == page.replace("it.txt\n```", "it.txt\nhidden\n```")


def test_what_python_prints_stands_in_the_next_block_of_text() -> None:
    page = "```python\nprint(6 * 7)\n```\n\n```text\n```\n\n```text\nstays\n```\n"
    assert blocks.written(page) == page.replace("```text\n```", "```text\n42\n```")


def test_a_command_that_fails_is_no_page() -> None:
    for command in ("false", "retold trace nothing-here"):
        with pytest.raises(AssertionError, match="exit code"):
            blocks.written(f"```console\n$ {command}\n```\n")


def test_a_block_with_a_reason_is_not_run() -> None:
    page = "<!-- not run: needs root -->\n```console\n$ false\n```\n"
    assert blocks.written(page) == page
