"""What is built has everything in it, and the files around the package say what is true of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

import retold
from tests.conftest import ROOT
from tests.package import installing

pytestmark = pytest.mark.long

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """The names inside the wheel and inside the source archive."""
    out, copy = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("copy") / "retold"
    kept = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "src", "README.md", "LICENSE", "pyproject.toml"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    for name in kept:  # a copy: the build leaves its own files where it works
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes((ROOT / name).read_bytes())
    words = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(copy)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,), (archive,) = out.glob("*.whl"), out.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as held, tarfile.open(archive) as packed:
        return set(held.namelist()), {name.split("/", 1)[-1] for name in packed.getnames()}


def test_the_wheel_has_every_file_of_the_package(dist: tuple[set[str], set[str]]) -> None:
    source = ROOT / "src"
    ours = {
        str(one.relative_to(source))
        for one in (source / "retold").rglob("*")
        if one.is_file() and "__pycache__" not in one.parts
    }
    assert ours - dist[0] == set()


def test_the_source_archive_builds_what_the_wheel_has(dist: tuple[set[str], set[str]]) -> None:
    inside = {f"src/{name}" for name in dist[0] if name.startswith("retold/")}
    assert inside - dist[1] == set()
    assert {"LICENSE", "README.md", "pyproject.toml"} <= dist[1]


def test_each_way_of_installing_is_tried_once_for_this_interpreter() -> None:
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert list(installing.jobs([])) == [(here, "pinned"), (here, "newest")]
    assert installing.interpreter(here) == sys.executable
    assert installing.interpreter("2.6") is None


def test_the_versions_of_python_that_are_named_are_those_that_are_allowed() -> None:
    named = {one.rsplit(" ", 1)[1] for one in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", one)}
    low, high = re.fullmatch(r">=3\.(\d+),<3\.(\d+)", PROJECT["requires-python"]).groups()  # type: ignore[union-attr]
    assert named == {f"3.{minor}" for minor in range(int(low), int(high))}


def test_an_extra_that_code_asks_for_is_one_of_the_project() -> None:
    from retold import extras

    held = set(PROJECT["optional-dependencies"])
    source = Path(extras.__file__).read_text(encoding="utf-8")
    assert set(re.findall(r"retold\[(\w+)\]", source)) <= held


def test_the_citation_is_of_this_version() -> None:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(rf"^version: {re.escape(retold.__version__)}$", text, re.M)
    assert re.search(r"^license: Apache-2.0$", text, re.M) and PROJECT["version"] == retold.__version__


def steps(name: str) -> list[tuple[str, str]]:
    """The steps of a container file, each with its words, lines that go on joined."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line.strip() for line in text.splitlines())
    return [
        (word, rest) for word, _, rest in (x.partition(" ") for x in lines if x and not x.startswith("#"))
    ]


def test_the_container_is_small_runs_as_nobody_and_copies_what_is_there() -> None:
    made = steps("Containerfile")
    assert [rest for word, rest in made if word == "FROM"][-1].split()[0].endswith("-slim")
    assert re.fullmatch(r"\d+(:\d+)?", [rest for word, rest in made if word == "USER"][-1])
    for word, rest in made:
        if word == "COPY" and not rest.startswith("--from"):
            assert all((ROOT / one).exists() for one in rest.split()[:-1]), rest
    assert json.loads([rest for word, rest in made if word == "ENTRYPOINT"][-1]) == ["retold"]
    assert [rest for word, rest in made if word == "EXPOSE"]


def test_the_container_installs_as_the_readme_does() -> None:
    text = " ".join(rest for word, rest in steps("Containerfile") if word == "RUN")
    for words in ("--require-hashes -r requirements/", "--no-deps"):
        assert words in text and words in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", sorted(p.name for p in (ROOT / "LICENSES").glob("*")) if (ROOT / "LICENSES").exists() else []
)
def test_a_licence_that_is_kept_is_one_that_is_named(name: str) -> None:
    assert name.removesuffix(".txt") in (ROOT / "REUSE.toml").read_text(encoding="utf-8")


def test_every_list_and_weight_has_a_licence() -> None:
    notes = tomllib.loads((ROOT / "REUSE.toml").read_text(encoding="utf-8"))["annotations"]
    globs = [
        glob for one in notes for glob in ([one["path"]] if isinstance(one["path"], str) else one["path"])
    ]
    data = [one.relative_to(ROOT) for kind in ("*.toml", "*.csv", "*.jsonl", "*.tsv") for part in ("src", "examples", "evaluation") for one in (ROOT / part).rglob(kind)]  # fmt: skip
    assert not [str(one) for one in data if not any(_matches(str(one), glob) for glob in globs)]
    assert all(one["SPDX-License-Identifier"] and one["SPDX-FileCopyrightText"] for one in notes)


def _matches(name: str, glob: str) -> bool:
    pattern = re.escape(glob).replace(r"\*\*", ".*").replace(r"\*", "[^/]*")
    return re.fullmatch(pattern, name) is not None


def test_no_committed_text_names_the_host_of_a_registry() -> None:
    hosts = ("py" + "pi.org", "pytho" + "nhosted.org", "npm" + "js.org", "dock" + "er.io", "gh" + "cr.io")
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    for name in names:
        file = ROOT / name
        if name and file.is_file() and file.suffix not in {".png"}:
            text = file.read_text(encoding="utf-8", errors="replace")
            assert not [host for host in hosts if host in text], name
