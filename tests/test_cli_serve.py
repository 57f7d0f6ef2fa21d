"""The command that serves: what it needs, and what it refuses."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from retold import cli_serve
from retold.archive.store import Trace
from retold.cli import commands
from retold.errors import ExtraError, InputError, RetoldError, StoreError


def serve(*words: str) -> Exception | None:
    found = CliRunner().invoke(commands, ["serve", *words]).exception
    return found if isinstance(found, Exception) else None


def test_what_is_missing_is_named_with_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    found = serve("x", "--port", "0")
    assert isinstance(found, ExtraError) and 'pip install "retold[server]"' in str(found)


def test_others_need_a_token(tmp_path: Path) -> None:
    assert "could reach" in str(serve(str(tmp_path), "--host", "0.0.0.0", "--port", "0"))


def test_decisions_need_a_place() -> None:
    with pytest.raises(InputError, match="decisions need a place"):
        cli_serve._decisions(None, None, True)
    assert cli_serve._decisions(None, None, False) is None
    assert cli_serve._decisions(Path("t"), None, True) == Path("t") / "decisions.jsonl"
    assert cli_serve._decisions(Path("t"), "d.jsonl", True) == Path("d.jsonl")


def test_nothing_readable_is_said(tmp_path: Path) -> None:
    assert isinstance(serve(str(tmp_path / "none"), "--port", "0"), RetoldError)


def test_a_trace_is_not_traced_again(trace: Trace, tmp_path: Path) -> None:
    trace.save(tmp_path / "t")
    found = serve(str(tmp_path / "t"), "-o", str(tmp_path / "u"), "--port", "0")
    assert isinstance(found, InputError) and "is a trace already" in str(found)
    (tmp_path / "t" / "manifest.json").write_text("{")
    assert isinstance(serve(str(tmp_path / "t"), "--port", "0"), StoreError)
