"""The commands that ask a stored trace: what they print and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retold import cli_stored
from tests.commands import run


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests import crane

    place = tmp_path_factory.mktemp("stored") / "crane.trace"
    crane.crane_trace().save(place)
    return place


def test_a_format_of_one_file_goes_to_stdout(stored: Path) -> None:
    done = run("export", stored, "--to", "dot")
    assert done.returncode == 0 and done.stdout.startswith("digraph") and done.stderr == ""


def test_one_table_goes_to_stdout_and_all_ask_for_a_folder(stored: Path) -> None:
    assert run("export", stored, "--to", "csv", "--table", "stories").stdout.startswith("id,articles,")
    done = run("export", stored, "--to", "csv")
    assert done.returncode == 2 and "name a folder with -o, or one --table" in done.stderr


def test_a_folder_is_filled_and_said(stored: Path, tmp_path: Path) -> None:
    done = run("export", stored, "--to", "csv", "-o", tmp_path / "tables")
    assert done.returncode == 0 and f"15 files in {tmp_path / 'tables'}" in done.stderr
    assert (tmp_path / "tables" / "claims.csv").is_file()


def test_one_story_is_exported_alone(stored: Path) -> None:
    done = run("export", stored, "--to", "dot", "--story", "s2")
    assert "Venn Mirror" in done.stdout and "Beacon" not in done.stdout
    assert run("export", stored, "--to", "dot", "--story", "s9").returncode == 2


def test_find_answers_in_a_sentence_and_in_rows(stored: Path) -> None:
    done = run("find", stored, "nobody asked us about the bolts")
    assert done.returncode == 0 and " ".join(done.stdout.split()).startswith("7 articles carry these words")
    rows = [json.loads(line) for line in run("find", stored, "about the bolts", "--json").stdout.splitlines()]
    assert {row["type"] for row in rows} == {"find"}
    assert {row["speaker"] for row in rows} >= {"Ivo Tarrant", "Signe Aldous"}
    assert set(rows[0]["span"]) == {"article", "start", "end"}


def test_find_without_a_letter_is_wrong_use(stored: Path) -> None:
    done = run("find", stored, "…")
    assert done.returncode == 2 and "no letter" in done.stderr and "Traceback" not in done.stderr


def test_copies_gives_a_row_an_article_and_the_ids_to_keep(stored: Path) -> None:
    rows = [json.loads(line) for line in run("copies", stored, "--json").stdout.splitlines()]
    assert len(rows) == 9 and {row["type"] for row in rows} == {"copy"}
    assert run("copies", stored, "--keep-one").stdout.split() == [r["article"] for r in rows if r["keep"]]
    assert run("copies", stored, "--threshold", "7").returncode == 2


def test_sql_gives_a_table_and_typed_rows(stored: Path) -> None:
    query = "SELECT name, 0/0::DOUBLE AS nothing, DATE '2031-05-01' AS day FROM nodes WHERE NOT seen"
    (row,) = [json.loads(line) for line in run("show", stored, "--sql", query, "--json").stdout.splitlines()]
    assert row == {"type": "row", "name": "Saltmarsh Wire", "nothing": None, "day": "2031-05-01"}
    assert "Saltmarsh Wire" in run("show", stored, "--sql", query).stdout


def test_no_trace_is_one_line(tmp_path: Path) -> None:
    for words in (("find", tmp_path, "x"), ("copies", tmp_path), ("export", tmp_path, "--to", "dot"),
                  ("show", tmp_path, "--sql", "SELECT 1")):  # fmt: skip
        done = run(*words)
        assert done.returncode == 2 and done.stderr.count("\n") == 1 and "no trace there" in done.stderr


def test_every_command_of_the_module_is_one_of_the_program() -> None:
    from retold import cli

    assert {"export", "find", "copies"} <= set(cli.commands.commands)
    assert cli_stored.find.params


def test_the_trace_given_is_not_changed(stored: Path) -> None:
    before = {p: p.read_bytes() for p in stored.rglob("*") if p.is_file()}
    run("find", stored, "bolts")
    run("copies", stored)
    assert {p: p.read_bytes() for p in stored.rglob("*") if p.is_file()} == before
