"""What the docs say is what the program does."""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path
from types import ModuleType

import click
import pytest

from retold import cli, settings

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(page: Path, language: str) -> list[str]:
    """The fenced code blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)


def commands_shown() -> list[str]:
    """Each line of the pages that calls the program, in blocks that a reader copies from."""
    held = (block for page in PAGES for kind in ("", "sh") for block in blocks(page, kind))
    lines = [re.split(r"\s+#", line)[0] for block in held for line in block.splitlines()]
    return [line for line in dict.fromkeys(lines) if re.match(r"(\.venv/bin/)?retold ", line)]


def refresh() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs" / "refresh.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_up_to_date() -> None:
    assert refresh().out_of_date() == []


@pytest.mark.parametrize("line", commands_shown())
def test_every_command_in_the_pages_parses(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "monday.trace").mkdir()
    (tmp_path / "monday.trace" / "decisions.jsonl").touch()  # what `retold serve` leaves there
    words = shlex.split(line)[1:]
    command: click.Command = cli.commands
    while isinstance(command, click.Group):
        command = command.commands[words.pop(0)]
    command.make_context("retold", words)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_python_in_the_docs_runs(page: Path) -> None:
    for block in blocks(page, "python"):
        exec(compile(block, str(page), "exec"), {})


def test_the_example_settings_are_accepted() -> None:
    assert settings.load(ROOT / "docs" / "retold.toml") == settings.Settings()


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for name in re.findall(r"`((?:docs|evaluation)/[\w./-]+)`", page.read_text(encoding="utf-8")):
            assert (ROOT / name).exists(), f"{page.name} names {name}"
