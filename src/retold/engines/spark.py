"""Spark by its protocol Spark Connect: a server that stands, or one that is started and ends with the job."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import IO, Any

from retold import extras
from retold.engines.sail import closing
from retold.errors import ExtraError, RetoldError
from retold.messages import N_

_CLASS = "org.apache.spark.sql.connect.service.SparkConnectServer"
_PATIENCE = 180.0  # seconds until a server answers
_MEMORY = "2g"  # of the driver, which in local mode does all the work
_LOOPBACK = "127.0.0.1"
_WATCH = """
import subprocess, sys, threading
process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
threading.Thread(target=lambda: (sys.stdin.read(), process.terminate()), daemon=True).start()
sys.exit(process.wait())
"""


@contextmanager
def session(master: str | None = None) -> Iterator[Any]:
    """A session on the server at "sc://…", or on one that is started here for another master.

    Raises `ExtraError` where the packages or Java are missing, `RetoldError` where no server comes up.
    """
    sql = extras.module("pyspark.sql.connect.session", "spark")
    stands = master is not None and master.startswith("sc://")
    with (
        nullcontext(master) if stands else _server(master or "local[*]") as address,
        closing(sql.SparkSession.builder.remote(address).create()) as found,
    ):
        yield found


@contextmanager
def _server(master: str) -> Iterator[str]:
    """The address of a server that nobody else can use: on loopback, with a token."""
    submit, port, token = _submit(), _free_port(), secrets.token_hex()
    with tempfile.TemporaryDirectory(prefix="retold-spark-") as folder:
        log = Path(folder, "log")
        with log.open("wb") as sink:
            process = _watched(_command(submit, master, port), _environment(master, token), (folder, sink))
        try:
            _wait(process, port, log)
            yield f"sc://localhost:{port}/;token={token}"
        finally:
            _end(process)


def _watched(
    command: list[str], environment: dict[str, str], where: tuple[str, IO[bytes]]
) -> subprocess.Popen[bytes]:
    """The command, which ends when this process does, even if that is killed: then its input closes."""
    folder, sink = where
    given = [sys.executable, "-c", _WATCH, *command]
    return subprocess.Popen(
        given,
        env=environment,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=sink,
        stderr=sink,
        start_new_session=True,
    )


def _command(submit: str, master: str, port: int) -> list[str]:
    settings = {
        "spark.connect.grpc.binding.address": _LOOPBACK,
        "spark.connect.grpc.binding.port": str(port),
        "spark.ui.enabled": "false",
        "spark.log.level": "ERROR",
        "spark.sql.adaptive.coalescePartitions.enabled": "false",
    }
    conf = [part for name, value in settings.items() for part in ("--conf", f"{name}={value}")]
    return [submit, "--class", _CLASS, "--master", master, *conf, "spark-internal"]


def _environment(master: str, token: str) -> dict[str, str]:
    """That of the server: its workers run this interpreter with what it can import, if they run here."""
    here: dict[str, str] = {}
    if master.startswith("local"):
        path = os.pathsep.join(place for place in sys.path if place)
        here = {"SPARK_LOCAL_IP": _LOOPBACK, "PYSPARK_PYTHON": sys.executable, "PYTHONPATH": path}
    usual = {"SPARK_DRIVER_MEMORY": _MEMORY}
    return {**usual, **os.environ, **here, "SPARK_CONNECT_AUTHENTICATE_TOKEN": token}


def _submit() -> str:
    """The program that starts Spark; raises `ExtraError` where it or Java is missing."""
    home = os.environ.get("SPARK_HOME") or str(Path(extras.module("pyspark", "spark").__file__).parent)
    submit = Path(home, "bin", "spark-submit")
    if not submit.exists():
        cause = N_("to start Spark here needs the whole of pyspark; only its client is installed")
        raise ExtraError(
            cause, N_('run pip install "retold[spark]", or name a server: --master sc://host:port')
        )
    java = os.environ.get("JAVA_HOME")
    if not (java and Path(java, "bin", "java").exists()) and shutil.which("java") is None:
        cause = N_("Spark needs Java 17 or later, which is not installed")
        raise ExtraError(cause, N_("install it (Debian: openjdk-17-jre-headless), or take --engine sail"))
    return str(submit)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((_LOOPBACK, 0))
        port: int = found.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Until the server listens; raises `RetoldError` where it ends before, or takes too long."""
    until = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection((_LOOPBACK, port), 1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    said = lines[-1][:300] if lines else N_("it said nothing")
    raise RetoldError(
        N_("Spark did not start: {our_reason}").format(our_reason=said),
        N_("look at JAVA_HOME, SPARK_HOME and --master"),
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what `_watched` began, with all that it has started."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
