"""The options that all reading commands share, and addresses on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from retold import cli_reading
from retold.cli import commands
from retold.errors import InputError
from retold.readers import fetch
from tests.readers.fetch.site import page, running

FERRY = "The ferry to Gull Rock ran late on Monday, and the harbour office said why."


def run(*words):
    done = CliRunner().invoke(commands, list(map(str, words)))
    return done.exit_code, done.stdout, done.stderr


def test_trace_takes_the_text_from_a_chosen_field(tmp_path: Path):
    (tmp_path / "a.csv").write_text(f'text,story,paper\nA teaser.,"{FERRY}",Quenby Echo\n')
    _, out, _ = run(
        "trace",
        tmp_path / "a.csv",
        "--json",
        "--statements",
        "none",
        "--map",
        "text=story",
        "--outlet-column",
        "paper",
    )
    article = next(row for row in map(json.loads, out.splitlines()) if row["type"] == "article")
    assert (article["text"], article["outlet"]) == (FERRY, "Quenby Echo")


def test_an_address_is_not_fetched_unless_asked_for():
    code, _, err = run("read", "https://quenbyecho.example/ferry")
    assert isinstance(code, int) and code != 0 and "nothing is fetched" in err and "--fetch" in err


def test_a_file_of_addresses_says_what_it_is(tmp_path: Path):
    (tmp_path / "a.txt").write_text("https://quenbyecho.example/ferry\nhttps://quenbyecho.example/lamp\n")
    assert "is a list of 2 addresses" in run("read", tmp_path / "a.txt")[2]


def test_what_was_fetched_lies_beside_the_trace(tmp_path: Path, monkeypatch):
    with running({"/crates": page()}) as site:
        real = fetch.archived
        monkeypatch.setattr(fetch, "archived", lambda given, into, _: real(given, into, site.manner()))
        (tmp_path / "list.txt").write_text(site.at("/crates"))
        code, out, err = run(
            "trace",
            tmp_path / "list.txt",
            "--fetch",
            "-o",
            tmp_path / "monday.trace",
            "--json",
            "--statements",
            "none",
        )
    assert code == 0, err
    assert (
        next(row for row in map(json.loads, out.splitlines()) if row["type"] == "article")["title"]
        == "Crates"
    )
    assert (tmp_path / "monday.fetched.warc.gz").stat().st_size > 0


def test_the_options_are_those_of_the_command_that_runs(tmp_path: Path):
    from retold.settings import Settings

    (tmp_path / "a.txt").write_text(FERRY)
    assert [one.text for one in cli_reading.items([str(tmp_path / "a.txt")], Settings())] == [FERRY]


def test_a_choice_without_a_field_is_wrong_use(tmp_path: Path):
    done = CliRunner().invoke(commands, ["read", str(tmp_path), "--map", "text"])
    assert isinstance(done.exception, InputError) and "PART=FIELD" in str(done.exception)


def test_a_chosen_field_that_no_record_has_is_wrong_use(tmp_path: Path):
    (tmp_path / "a.csv").write_text(f'text,Paper\n"{FERRY}",Quenby Echo\n')
    for words in (["--map", "outlet=Papre"], ["--outlet-column", "Papre"]):
        done = CliRunner().invoke(commands, ["trace", str(tmp_path / "a.csv"), *words])
        assert isinstance(done.exception, InputError) and "'Papre'" in str(done.exception)
    for words in (["--map", "outlet=paper"], ["--outlet-column", "Paper"]):
        assert run("read", tmp_path / "a.csv", *words)[0] == 0


def test_a_chosen_field_may_be_a_folder_s(tmp_path: Path):
    (tmp_path / "Blatt=Quenby").mkdir()
    (tmp_path / "Blatt=Quenby" / "a.json").write_text(json.dumps({"text": FERRY}))
    code, out, _ = run("read", tmp_path, "--outlet-column", "Blatt", "--json")
    assert code == 0 and json.loads(out)["outlet"] == "Quenby"
