"""The docs as a site: every page is in it, it asks nothing of the net, and it is built strictly."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.long

CONFIG = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]
# what a browser fetches by itself when it opens a page
FETCHED = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*\ssrc=["']?(?:https?:)?//[^>]*>|<link\b[^>]*>|@import\s[^;]+;"""
)


def named(nav: Any) -> Iterator[str]:
    """The pages that a navigation names."""
    if isinstance(nav, str):
        yield nav
    else:
        for one in nav.values() if isinstance(nav, dict) else nav:
            yield from named(one)


def test_every_page_is_in_the_navigation() -> None:
    pages = {str(one.relative_to(ROOT / "docs")) for one in (ROOT / "docs").rglob("*.md")}
    decisions = {one for one in pages if one.startswith("decisions/0")}
    listed = set(named(CONFIG["nav"]))
    assert listed == pages - decisions
    index = (ROOT / "docs" / "decisions" / "index.md").read_text(encoding="utf-8")
    assert all(one.removeprefix("decisions/") in index for one in decisions)


def test_no_font_and_no_script_is_fetched() -> None:
    assert CONFIG["theme"]["font"] is False and "offline" not in CONFIG["plugins"]


@pytest.mark.skipif(importlib.util.find_spec("zensical") is None, reason="needs the extra `docs`")
def test_the_site_is_built_strictly_and_asks_nothing_of_the_net(tmp_path: Path) -> None:
    text = (ROOT / "zensical.toml").read_text(encoding="utf-8")
    (tmp_path / "zensical.toml").write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    words = [sys.executable, "-m", "zensical", "build", "--strict", "-f", "zensical.toml"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "build" / "site"
    assert (site / "tutorials" / "fact-checker.html").exists()
    for page in site.rglob("*.html"):
        for tag in FETCHED.findall(page.read_text(encoding="utf-8")):
            assert "//" not in tag or 'rel="canonical"' in tag, f"{page.name} fetches {tag}"
    assert not [
        one for one in site.rglob("*.css") if re.search(r"url\(['\"]?https?:", one.read_text("utf-8"))
    ]
