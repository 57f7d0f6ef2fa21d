"""Build the package, install it in clean environments, and run it where no checkout is.

    python -m tests.package.installing                     the wheel pinned, the source archive with newest packages
    python -m tests.package.installing 3.11 3.12 3.13      both ways for each of these interpreters that is here

For each: seconds and megabytes from an empty environment to the first answer.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DIST = ROOT / "build" / "dist"
ANSWER = "9 articles · 1 story told more than once"


@dataclass(frozen=True, slots=True)
class Installed:
    """What one install cost: seconds to install, seconds to the first answer, megabytes on disk."""

    python: str
    way: str
    install: float
    answer: float
    megabytes: float

    def __str__(self) -> str:
        """One line."""
        sizes = f"{self.install:.0f} s to install, {self.answer:.1f} s to the first answer, {self.megabytes:.0f} MB"
        return f"Python {self.python}, {self.way}: {sizes}"


def built() -> tuple[Path, Path]:
    """The wheel and the source archive, built anew into `build/dist`."""
    shutil.rmtree(DIST, ignore_errors=True)
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(DIST), str(ROOT)], ROOT)
    (wheel,), (archive,) = DIST.glob("*.whl"), DIST.glob("*.tar.gz")
    return wheel, archive


def run(words: list[str], folder: Path) -> str:
    """Run a program in a folder, without what this environment would lend it; its output."""
    lent = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    environment = {name: value for name, value in os.environ.items() if name not in lent}
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(
            f"{' '.join(words)}: exit code {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-4000:]}"
        )
    return done.stdout


def interpreter(version: str) -> str | None:
    """The program of that version of Python, if it is here: on the path, or beside this one."""
    if sys.version.startswith(f"{version}."):
        return sys.executable
    beside = Path(sys.base_prefix).parent.glob(f"{version}.*/bin/python")
    found = [*map(str, sorted(beside)), shutil.which(f"python{version}") or ""]
    return next((one for one in found if one and _answers(one)), None)


def _answers(program: str) -> bool:
    return (
        subprocess.run([program, "-c", "import venv, ensurepip"], check=False, capture_output=True).returncode
        == 0
    )


def installed(python: str, version: str, way: str, package: Path) -> Installed:
    """Install one way in an empty environment, and run the example from a folder that is no checkout."""
    with tempfile.TemporaryDirectory(prefix="retold-package-") as name:
        folder, began = Path(name), time.monotonic()
        run([python, "-m", "venv", "env"], folder)
        pip = [
            str(folder / "env" / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]
        if way == "pinned":
            run([*pip, "--require-hashes", "-r", str(ROOT / "requirements" / "runtime.txt")], folder)
            run([*pip, "--no-deps", str(package)], folder)
        else:
            run([*pip, str(package)], folder)
        ready = time.monotonic()
        shutil.copytree(ROOT / "examples" / "harbour", folder / "pile")
        program = str(folder / "env" / "bin" / "retold")
        shown = run([program, "trace", "pile", "-o", "it.trace", "--html", "it.html"], folder)
        answered = time.monotonic()
        assert shown.startswith(ANSWER), shown[:500]
        assert "9 articles" in run([program, "show", "it.trace"], folder)
        assert (folder / "it.html").stat().st_size > 10_000
        return Installed(version, way, ready - began, answered - ready, _megabytes(folder / "env"))


def _megabytes(folder: Path) -> float:
    return (
        sum(one.stat().st_size for one in folder.rglob("*") if one.is_file() and not one.is_symlink()) / 1e6
    )


def jobs(versions: list[str]) -> Iterator[tuple[str, str]]:
    """Which ways to try for which versions: one each for this interpreter unless versions are given."""
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    for version in versions or [here]:
        yield version, "pinned"
        yield version, "newest"


def main() -> int:
    """All installs, a line each."""
    wheel, archive = built()
    print(
        f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB; {archive.name}: {archive.stat().st_size / 1e6:.1f} MB"
    )
    for version, way in jobs(sys.argv[1:]):
        python = interpreter(version)
        if python is None:
            print(f"Python {version}: not on this machine, skipped")
            continue
        print(installed(python, version, way, wheel if way == "pinned" else archive), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
