"""Spark: what is missing is named; a server that is started here is on loopback and needs a token."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from retold.engines import spark
from retold.errors import ExtraError, RetoldError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of Spark with a program that starts it, and no Java."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "spark-submit").touch()
    monkeypatch.setenv("SPARK_HOME", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    return tmp_path


def test_missing_java_is_named_with_what_to_install(home: Path) -> None:
    assert home.exists()
    with pytest.raises(ExtraError, match=r"needs Java 17.*openjdk-17-jre-headless.*--engine sail"):
        spark._submit()


def test_the_client_alone_cannot_start_spark(home: Path) -> None:
    (home / "bin" / "spark-submit").unlink()
    with pytest.raises(ExtraError, match=r'only its client is installed.*"retold\[spark\]"'):
        spark._submit()


def test_a_server_of_this_machine_is_on_loopback_and_needs_a_token() -> None:
    command = " ".join(spark._command("submit", "local[2]", 4040))
    assert "binding.address=127.0.0.1" in command and "ui.enabled=false" in command
    here, there = (spark._environment(master, "secret") for master in ("local[2]", "yarn"))
    assert (here["SPARK_LOCAL_IP"], here["PYSPARK_PYTHON"]) == ("127.0.0.1", sys.executable)
    assert there.get("SPARK_LOCAL_IP") != "127.0.0.1"
    assert here["SPARK_CONNECT_AUTHENTICATE_TOKEN"] == "secret"


def test_a_server_that_ends_at_once_is_told_of_with_its_last_words(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("…\nno such master\n", encoding="utf-8")
    gone = SimpleNamespace(poll=lambda: 1)
    with pytest.raises(RetoldError, match="Spark did not start: no such master"):
        spark._wait(gone, 9, log)  # type: ignore[arg-type]  # as much as is asked


_SLEEPER = [sys.executable, "-c", "import os, time; print(os.getpid(), flush=True); time.sleep(600)"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks for a process in /proc")
def test_a_server_is_ended_with_the_job(tmp_path: Path) -> None:
    with (tmp_path / "log").open("wb") as sink:
        process = spark._watched(_SLEEPER, dict(os.environ), (str(tmp_path), sink))
        server = _said(tmp_path / "log")
        spark._end(process)
    assert process.returncode is not None
    assert not Path(f"/proc/{server}").exists()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks for a process in /proc")
def test_a_server_ends_when_the_job_is_killed(tmp_path: Path) -> None:
    code = (
        "import os, signal, time; from pathlib import Path; from retold.engines import spark; "
        f"folder = Path({str(tmp_path)!r}); sink = (folder / 'log').open('wb'); "
        f"spark._watched({_SLEEPER!r}, dict(os.environ), (str(folder), sink)); "
        "[time.sleep(0.05) for _ in range(600) if not (folder / 'log').read_text().strip()]; "
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    )
    server = Path(f"/proc/{_said(tmp_path / 'log')}")
    until = time.monotonic() + 30
    while server.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not server.exists()


def _said(log: Path) -> str:
    """The id of the process that wrote it there."""
    until = time.monotonic() + 30
    while not log.read_text().strip() and time.monotonic() < until:
        time.sleep(0.05)
    return log.read_text().strip()


@pytest.mark.spark
def test_spark_comes_up_and_answers() -> None:
    pytest.importorskip("py4j", reason="Spark is not installed (make test-engines)")
    with spark.session("local[1]") as session:
        assert [tuple(row) for row in session.sql("SELECT 20 + 1").collect()] == [(21,)]
