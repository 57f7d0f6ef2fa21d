"""Adding on the command line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import retold
from retold import cli_adding
from retold.cli import commands
from retold.decisions import Decision, kinds
from retold.errors import InputError
from retold.model import Article
from tests.samples import FERRY, OTHER


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, ["trace", *map(str, words)], catch_exceptions=False)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a trace of one article, and one article more."""
    (tmp_path / "in").mkdir()
    (tmp_path / "more").mkdir()
    (tmp_path / "in" / "one.txt").write_text(FERRY)
    (tmp_path / "more" / "two.txt").write_text(FERRY + " Nobody was hurt.")
    assert run(tmp_path / "in", "-o", tmp_path / "t", "--statements", "none").exit_code == 0
    return tmp_path


def test_what_was_added_is_told_and_told_as_rows(desk: Path) -> None:
    told = run("--add", desk / "more", "-o", desk / "t").stdout
    assert "Articles: 1 added" in told and "New stories (1):" in told
    rows = [
        json.loads(line) for line in run("--remove", "two", "-o", desk / "t", "--json").stdout.splitlines()
    ]
    assert (rows[0]["type"], rows[0]["removed"]) == ("news", ["two"])
    assert (
        "Nothing is new; 1 article was there as given." in run("--add", desk / "in", "-o", desk / "t").stdout
    )


def test_what_is_set_aside_is_said_once(desk: Path) -> None:
    rows = [
        {"id": "x", "text": OTHER},
        {"id": "x", "text": FERRY},
        {"id": "y", "text": FERRY, "published": "soon"},
    ]
    (desk / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = run("--add", desk / "rows.jsonl", "-o", desk / "t", "--strict")
    assert done.exit_code == 1
    assert done.stderr.count("its published 'soon' cannot be read") == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--add", "more"), "name it with -o"),
        (("--add", "-o", "t"), "no article is given"),
        (("more", "--remove", "one", "-o", "t"), "write --add"),
        (("--add", "more", "-o", "t", "--statements", "all"), "keeps the settings"),
        (("--add", "more", "-o", "t", "--html", "x.html"), "retold show"),
        (("--watch", "nowhere", "-o", "t"), "no folder to be watched"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_cure(
    desk: Path, words: tuple[str, ...], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    with pytest.raises(InputError, match=why):
        run(*words)


def test_nothing_to_do_is_wrong_use() -> None:
    assert run().exit_code == 2


def test_files_are_given_once_they_rest_and_again_when_they_change(tmp_path: Path) -> None:
    file, looks = tmp_path / "a.txt", iter(range(9))
    file.write_text("one")

    def wait() -> None:
        look = next(looks)
        if look == 1:
            (tmp_path / "b.txt").write_text("begun")
        if look == 2:
            (tmp_path / "b.txt").write_text("begun and ended")

    found = list(islice(cli_adding.arrivals(tmp_path, wait), 2))
    assert found == [[str(file)], [str(tmp_path / "b.txt")]]
    assert next(looks) == 4


def test_a_watched_folder_becomes_a_trace_and_an_interrupt_ends_it(tmp_path: Path) -> None:
    folder, place = tmp_path / "in", tmp_path / "t"
    folder.mkdir()
    (folder / "one.txt").write_text(OTHER)
    code = "from retold import cli, cli_adding; cli_adding._EVERY = 0.2; cli.main()"
    command = [sys.executable, "-c", code, "trace", "--watch", str(folder), "-o", str(place), "--json"]
    desk = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    )
    assert desk.stdout is not None
    first = json.loads(desk.stdout.readline())
    (folder / "two.txt").write_text(FERRY)
    second = json.loads(desk.stdout.readline())
    time.sleep(0.1)
    desk.send_signal(signal.SIGINT)
    _, said = desk.communicate(timeout=60)
    assert (first["added"], second["added"], desk.returncode) == (["one"], ["two"], 0)
    assert "no longer watching" in said
    assert len(retold.load(place).articles) == 2


def test_a_trace_that_watching_makes_heeds_decisions_and_days(tmp_path: Path) -> None:
    old, new = (
        Article(name, text, published=day)
        for name, text, day in (("old", FERRY, "2021-01-01"), ("new", OTHER, "2021-03-01"))
    )
    decision = kinds.made(Decision("furniture", articles=("new",), words="nowhere"), "Ann")
    file = tmp_path / "decisions.jsonl"
    file.write_text(kinds.line_of(decision) + "\n")
    asked = {"decisions": str(file), "days": 7.0, "remove": ()}
    news = cli_adding._first([old, new], str(tmp_path / "t"), asked)
    made = retold.load(tmp_path / "t")
    assert news is not None and news.added == ("new",)
    assert [one.id for one in made.articles] == ["new"]
    assert [row["id"] for row in made.manifest["decisions"]] == [decision.id]
    assert cli_adding._first([old], str(tmp_path / "t"), asked) is None
