"""The command that serves: what it needs, and what it refuses."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from retold import cli_serve
from retold.archive.store import Trace
from retold.cli import commands
from retold.decisions import Decision, ledger
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


def test_decisions_need_a_place(trace: Trace, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="decisions need a place"):
        cli_serve._decisions(("articles",), None, None, True)
    assert cli_serve._decisions(("articles",), None, None, False) is None
    assert cli_serve._decisions(("articles",), "t", None, True) == Path("t") / "decisions.jsonl"
    assert cli_serve._decisions(("articles",), None, "d.jsonl", True) == Path("d.jsonl")
    trace.save(tmp_path / "t")
    assert (
        cli_serve._decisions((str(tmp_path / "t"),), None, None, True) == tmp_path / "t" / "decisions.jsonl"
    )


def test_decisions_that_nobody_asked_for_are_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli_serve.known(None, str(tmp_path)) == () and not capsys.readouterr().err
    ledger.add(ledger.beside(tmp_path), Decision("merge", articles=("a", "b")), "Ann")
    assert cli_serve.known(None, str(tmp_path)) == () and "not replayed" in capsys.readouterr().err
    assert cli_serve.known("d.jsonl", str(tmp_path)) == "d.jsonl"


def test_a_large_trace_is_told_of_once(capsys: pytest.CaptureFixture[str]) -> None:
    report = cli_serve._first_word()
    report("articles", 0, 40)
    assert not capsys.readouterr().err
    report("articles", 0, 40_000)
    report("stories", 1, 40_000)
    assert capsys.readouterr().err.splitlines() == [
        "retold: making the catalogue of 40,000 articles, once for this trace"
    ]


def test_nothing_readable_is_said(tmp_path: Path) -> None:
    assert isinstance(serve(str(tmp_path / "none"), "--port", "0"), RetoldError)


def test_a_trace_is_not_traced_again(trace: Trace, tmp_path: Path) -> None:
    trace.save(tmp_path / "t")
    found = serve(str(tmp_path / "t"), "-o", str(tmp_path / "u"), "--port", "0")
    assert isinstance(found, InputError) and "is a trace already" in str(found)
    (tmp_path / "t" / "manifest.json").write_text("{")
    assert isinstance(serve(str(tmp_path / "t"), "--port", "0"), StoreError)
