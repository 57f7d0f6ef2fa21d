"""A machine that gives little: no room, no home, no shared memory, other locales, an impatient person."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from retold.archive import store
from tests.samples import ferry_articles

pytestmark = pytest.mark.long

ROOT = os.name == "posix" and os.geteuid() == 0
LATE = 30  # seconds; a machine with much to do is slow, and one that hangs never ends


def shell(line: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A line of shell in which `$RETOLD` is the program."""
    words = f'set -o pipefail; RETOLD="{sys.executable} -m retold"; {line}'
    environment = {**os.environ, **variables}
    return subprocess.run(
        ["bash", "-c", words], capture_output=True, text=True, check=False, env=environment, cwd=cwd
    )


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    for one in ferry_articles()[:2]:
        (tmp_path / f"{one.id}.txt").write_text(one.text, encoding="utf-8")
    return tmp_path


def mounted(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A line of shell with mounts of its own; skips where none may be made."""
    if (
        shutil.which("unshare") is None
        or subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode
    ):
        pytest.skip("needs the right to mount, which this process has not")
    words = f'RETOLD="{sys.executable} -m retold"; {line}'
    return subprocess.run(
        ["unshare", "-m", "bash", "-c", words], capture_output=True, text=True, check=False, cwd=cwd
    )


def test_a_full_disk_is_one_line_and_leaves_the_old_trace_whole(pile: Path) -> None:
    (pile / "disk").mkdir()
    done = mounted(
        "mount -t tmpfs -o size=400k none disk && $RETOLD trace a0.txt a1.txt -o disk/it.trace >/dev/null"
        " && (head -c 390k /dev/zero > disk/rest; true) && before=$(ls disk/it.trace)"
        ' && { $RETOLD trace a0.txt a1.txt -o disk/it.trace >/dev/null; echo "code $?"; }'
        ' && [ "$before" = "$(ls disk/it.trace)" ] && $RETOLD show disk/it.trace | head -1',
        pile,
    )
    assert "code 2" in done.stdout and "2 articles" in done.stdout, done.stdout + done.stderr
    told = [line for line in done.stderr.splitlines() if line.startswith("retold: ")]
    assert len(told) == 1 and "No space left" in told[0]


def test_a_home_that_cannot_be_written_and_no_shared_memory_change_nothing(pile: Path) -> None:
    done = mounted(
        "mkdir home && mount -t tmpfs -o ro none home && mount -t tmpfs -o ro none /dev/shm;"
        " HOME=$PWD/home XDG_CACHE_HOME=$PWD/home RETOLD_KERNELS=reference $RETOLD trace a0.txt a1.txt | head -1",
        pile,
    )
    assert done.stdout.startswith("2 articles"), done.stderr
    assert "Traceback" not in done.stderr


def test_no_place_for_files_that_lie_meanwhile_is_one_line_or_no_matter(pile: Path) -> None:
    done = shell("$RETOLD trace a0.txt a1.txt | head -1", pile, TMPDIR="/nonexistent")
    assert done.stdout.startswith("2 articles") and "Traceback" not in done.stderr


def test_the_rows_are_the_same_bytes_in_any_locale(pile: Path) -> None:
    sums = [
        shell("$RETOLD read a0.txt a1.txt --json | sha256sum", pile, LC_ALL=locale, LANG=locale).stdout
        for locale in ("C.UTF-8", "C", "tr_TR.UTF-8", "de_DE.ISO-8859-1")
    ]
    assert len(set(sums)) == 1 and len(sums[0]) > 64


@pytest.mark.skipif(ROOT, reason="root may read and write anything")
def test_a_folder_without_permission_is_one_line(pile: Path) -> None:
    (pile / "shut").mkdir(mode=0o000)
    done = shell("$RETOLD trace a0.txt a1.txt -o shut/it.trace", pile)
    assert done.returncode == 2 and done.stderr.count("\n") == 1


def test_a_clock_before_the_epoch_is_no_matter(pile: Path) -> None:
    os.utime(pile / "a0.txt", (-1e9, -1e9))
    assert shell("$RETOLD trace a0.txt a1.txt | head -1", pile).stdout.startswith("2 articles")


@pytest.mark.parametrize("wait", [0.6, 1.6])
def test_ctrl_c_is_one_line_and_leaves_nothing_half_written(wait: float, pile: Path) -> None:
    place, folder = pile / "it.trace", pile / "tmp"
    folder.mkdir()
    code = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from retold import cli; cli.main()"
    run = subprocess.Popen(
        [sys.executable, "-c", code, "trace", "a0.txt", "a1.txt", "-o", "it.trace"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=pile,
        env={**os.environ, "TMPDIR": str(folder)},
    )
    time.sleep(wait)
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=LATE)
    if run.returncode == 0:  # it had ended before
        assert len(store.load(place).articles) == 2
    elif "Traceback" not in told:  # the interpreter itself was still starting
        assert run.returncode == 130, told
        assert told == "retold: stopped: what was not finished is not kept\n"
        assert not (place / "manifest.json").exists() or len(store.load(place).articles) == 2
    assert list(folder.iterdir()) == []


def test_ctrl_c_that_somebody_wants_ignored_is(pile: Path) -> None:
    done = shell("trap '' INT; $RETOLD trace a0.txt a1.txt | head -1 & sleep 0.5; kill -INT $!; wait", pile)
    assert done.stdout.startswith("2 articles")
