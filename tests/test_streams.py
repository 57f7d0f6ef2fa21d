"""Streams that are closed, full, narrow or of few letters."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from retold import streams


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests import crane

    place = tmp_path_factory.mktemp("streams") / "crane.trace"
    crane.crane_trace().save(place)
    return place


def shell(line: str, **variables: str) -> subprocess.CompletedProcess[str]:
    words = f'set -o pipefail; RETOLD="{sys.executable} -m retold"; {line}'
    environment = {**os.environ, **variables}
    return subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=False, env=environment)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which this system has not")
@pytest.mark.parametrize("words", ["show {}", "show {} --json", "export {} --to dot", "--help", "copies {}"])
def test_a_full_output_is_one_line_and_exit_code_2(words: str, stored: Path) -> None:
    done = shell(f"$RETOLD {words.format(stored)} > /dev/full")
    assert done.returncode == 2
    assert (
        done.stderr.count("\n") == 1 and "No space left" in done.stderr and "free some space" in done.stderr
    )


@pytest.mark.parametrize("words", ["show {}/none 2>&-", "show {}/none >&- 2>&-", "show {}/none 2>/dev/full"])
def test_a_refusal_is_exit_code_2_even_where_nobody_can_read_it(words: str, stored: Path) -> None:
    if "/dev/full" in words and not Path("/dev/full").exists():
        pytest.skip("needs /dev/full, which this system has not")
    assert shell(f"$RETOLD {words.format(stored)}").returncode == 2


def test_a_closed_stream_lets_no_message_into_a_file(stored: Path, tmp_path: Path) -> None:
    done = shell(f"$RETOLD export {stored} --to dot -o {tmp_path}/x.dot >&- 2>&-")
    assert done.returncode == 0 and (tmp_path / "x.dot").read_text().endswith("}\n")


@pytest.mark.parametrize("columns", ["0", "1", "-3", "x", "7"])
def test_a_terminal_of_no_width_still_prints(columns: str, stored: Path) -> None:
    done = shell(f"$RETOLD show {stored}", COLUMNS=columns)
    assert done.returncode == 0 and "".join(done.stdout.split()).startswith("9articles")


def test_a_charset_of_few_letters_gets_the_nearest_marks(stored: Path) -> None:
    done = shell(f"$RETOLD show {stored}", PYTHONIOENCODING="ascii")
    assert done.returncode == 0 and done.stdout.isascii() and "Fishermen's Voice" in done.stdout
    assert "|-* " in done.stdout and "o Saltmarsh Wire" in done.stdout


def test_the_c_locale_prints_and_exits_well(stored: Path) -> None:
    for more in ({}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        done = shell(f"$RETOLD show {stored}", LC_ALL="C", **more)
        assert done.returncode == 0 and "Saltmarsh Wire" in done.stdout


def test_a_pipe_that_is_closed_early_is_no_error(stored: Path) -> None:
    done = shell(f"$RETOLD show {stored} --json | head -1")
    assert done.stderr == "" and done.stdout.count("\n") == 1


def test_an_error_of_the_system_names_its_file_and_a_cure() -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "a.dot")
    assert (
        streams.refusal(full) == "a.dot: No space left on device: free some space, or write to another place"
    )
    assert streams.refusal(OSError(errno.EACCES, "Permission denied")).startswith(
        "the output: Permission denied"
    )
