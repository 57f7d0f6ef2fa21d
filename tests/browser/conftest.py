"""Debian's Chromium, driven; tests that need it are skipped, and say so, where it is not installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from retold.archive.store import Trace
from retold.report import page as pages
from retold.report import pile
from tests.browser.hostile import hostile_trace

CHROMIUM = os.environ.get("RETOLD_CHROMIUM") or shutil.which("chromium")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("needs Chromium, which is not installed (Debian: apt-get install chromium)")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as play:
        made = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, trace: Trace) -> Path:
    """The crane story as one page, a hostile one, and the trace as it is stored."""
    made = tmp_path_factory.mktemp("pages")
    pages.write(trace, made / "crane.html")
    pages.write(hostile_trace(), made / "hostile.html")
    (made / "pile").mkdir()
    pile.write(trace, made / "pile" / "index.html")
    trace.save(made / "crane.trace")
    return made


Opened = Callable[..., Any]


@pytest.fixture
def opened(browser: Any) -> Iterator[Opened]:
    """Opens an address in a context of its own; what the page asks for and complains of is noted."""
    contexts = []

    def open_page(address: str, **how: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **how})
        contexts.append(context)
        found = context.new_page()
        found.set_default_timeout(20_000)
        found.asked, found.faults = [], []
        found.on("request", lambda request: found.asked.append(request.url))
        found.on("pageerror", lambda error: found.faults.append(str(error)))
        found.on("console", lambda said: said.type == "error" and found.faults.append(said.text))
        found.on("dialog", lambda dialog: (found.faults.append("a dialog"), dialog.dismiss()))
        found.goto(address)
        return found

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def server(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a free port of the loopback address; gives its address."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium, which is not installed (Debian: apt-get install chromium)")
    pytest.importorskip("uvicorn")
    cache = str(tmp_path_factory.mktemp("cache"))
    command = [
        sys.executable,
        "-m",
        "retold",
        "serve",
        str(folder / "crane.trace"),
        "--port",
        "0",
        "--decide",
        "--as",
        "Ann",
    ]
    paths = os.pathsep.join(filter(None, sys.path))
    environment = {**os.environ, "XDG_CACHE_HOME": cache, "PYTHONPATH": paths}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        line = process.stderr.readline() if process.stderr else ""
        assert "http://127.0.0.1:" in line, line
        yield line.split()[1]
    finally:
        process.terminate()
        process.wait(20)
        if process.stderr:
            process.stderr.close()
