"""The commands: what they print, what they leave, and how they end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.commands import run

WIRE = (
    "Three fishing boats were lost off the eastern mole on Monday night, the harbour master said.\n\n"
    '"We heard the hulls go one after another," Ada Brine told reporters at the quay.\n\n'
    "Insurance would cover 40 percent of the loss, according to the port office.\n"
)


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "post.txt").write_text(WIRE.replace("40", "60"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def stored(pile: Path) -> Path:
    place = pile.parent / f"{pile.name}.trace"
    assert run("trace", pile, "-o", place).returncode == 0
    return place


def test_json_gives_one_typed_object_per_line(pile: Path) -> None:
    done = run("trace", pile, "--json")
    assert done.returncode == 0 and done.stderr == ""
    types = {row["type"] for row in rows(done.stdout)}
    assert {"article", "story", "node", "derivation", "change", "claim", "statement"} <= types


def test_people_see_the_story_and_what_changed(pile: Path) -> None:
    done = run("trace", pile)
    assert done.returncode == 0
    assert "40" in done.stdout and "60" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_stored_trace_is_shown_as_it_was(pile: Path, stored: Path) -> None:
    assert rows(run("show", stored, "--json").stdout) == rows(run("trace", pile, "--json").stdout)


def test_one_story_of_a_trace_can_be_shown(stored: Path) -> None:
    story = next(r for r in rows(run("show", stored, "--json").stdout) if r["type"] == "story")
    done = run("show", stored, story["id"], "--json")
    assert done.returncode == 0
    assert [r["id"] for r in rows(done.stdout) if r["type"] == "story"] == [story["id"]]


def test_a_page_is_written_and_calls_nobody(pile: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("trace", pile, "--html", page).returncode == 0
    html = page.read_text(encoding="utf-8")
    assert "<svg" in html
    assert "http://" not in html.replace("http://www.w3.org/", "") and "https://" not in html


def test_compare_lays_two_side_by_side(pile: Path, tmp_path: Path) -> None:
    done = run("compare", pile / "wire.txt", pile / "post.txt", "--json", "--html", tmp_path / "c.html")
    assert done.returncode == 0
    assert "figure" in {row.get("kind") for row in rows(done.stdout)}
    assert (tmp_path / "c.html").exists()
    assert "40" in run("compare", pile / "wire.txt", pile / "post.txt").stdout


def test_compare_refuses_a_file_of_several_articles(pile: Path, tmp_path: Path) -> None:
    (tmp_path / "two.json").write_text('[{"text": "The ferry sank."}, {"text": "The mole is shut."}]')
    done = run("compare", pile / "wire.txt", tmp_path / "two.json")
    assert done.returncode == 2 and "two.json: holds 2 articles" in done.stderr


def test_reuse_of_a_folder_answers_for_each_paper(pile: Path) -> None:
    done = run("reuse", pile, "--source", pile / "wire.txt", "--json")
    asked = [r["article"] for r in rows(done.stdout) if r["type"] == "reuse"]
    assert len(asked) > 1 and len(asked) == len(set(asked))


def test_reuse_says_how_much(pile: Path) -> None:
    done = run("reuse", pile / "post.txt", "--source", pile / "wire.txt", "--json")
    assert done.returncode == 0
    assert next(r for r in rows(done.stdout) if r["type"] == "reuse")["label"] == "wholly"


def test_a_source_with_the_article_s_name_is_not_lost(pile: Path, tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(WIRE, encoding="utf-8")
    done = run("reuse", pile / "post.txt", "--source", tmp_path / "post.txt", "--json")
    assert next(r for r in rows(done.stdout) if r["type"] == "reuse")["label"] == "wholly"


def test_quotes_says_who_said_what(pile: Path) -> None:
    done = run("quotes", pile / "wire.txt", "--json")
    assert "Ada Brine" in {row["speaker_name"] for row in rows(done.stdout)}
    assert "Ada Brine" in run("quotes", pile / "wire.txt").stdout


@pytest.mark.parametrize(("form", "sign"), [("newick", ";"), ("dot", "graph"), ("graphml", "<graphml")])
def test_stemma_reads_a_table_and_writes_the_usual_forms(tmp_path: Path, form: str, sign: str) -> None:
    table = tmp_path / "w.tsv"
    table.write_text("A\tB\tC\nold\told\tnew\ngrey\tgreen\tgreen\n", encoding="utf-8")
    done = run("stemma", table, "--to", form)
    assert done.returncode == 0 and sign in done.stdout


def test_settings_can_be_shown_and_checked(tmp_path: Path) -> None:
    file = tmp_path / "retold.toml"
    file.write_text(run("config", "show").stdout, encoding="utf-8")
    assert run("config", "check", file).returncode == 0
    file.write_text("[story]\ntogther = 1\n", encoding="utf-8")
    done = run("config", "check", file)
    assert done.returncode == 2 and "togther" in done.stderr and "[story]" in done.stderr


def test_bad_input_is_told_line_by_line_and_the_rest_is_traced(pile: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "empty.txt").write_bytes(b"")
    (bad / "scan.pdf").write_bytes(b"%PDF-1.7\n\x00\xff\xfe")
    (bad / "feed.jsonl").write_text('{"id": "x", "text": "Words stand here."}\n{"id": ', encoding="utf-8")
    done = run("trace", pile, bad, tmp_path / "gone.txt", "--json")
    assert done.returncode == 0
    told = done.stderr.splitlines()
    assert len(told) == 4
    for name in ("empty.txt", "scan.pdf", "feed.jsonl:2", "gone.txt"):
        assert sum(name in line for line in told) == 1
    assert sum(r["type"] == "set_aside" for r in rows(done.stdout)) == 4
    assert sum(r["type"] == "article" for r in rows(done.stdout)) == 3


def test_strict_ends_with_1_when_something_was_set_aside(pile: Path, tmp_path: Path) -> None:
    assert run("trace", pile, "--strict", "--json").returncode == 0
    assert run("trace", pile, tmp_path / "gone.txt", "--strict", "--json").returncode == 1


def test_nothing_readable_ends_with_2(tmp_path: Path) -> None:
    done = run("trace", tmp_path / "gone.txt")
    assert done.returncode == 2
    assert "gone.txt" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [["trace"], ["trace", "--nonsense"], ["show", "no.trace"], ["sing"]])
def test_wrong_use_ends_with_2(words: list[str]) -> None:
    done = run(*words)
    assert done.returncode == 2 and "Traceback" not in done.stderr


def test_control_characters_never_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\x1b[31m" + WIRE + "\x07", encoding="utf-8")
    (tmp_path / "b.txt").write_text(WIRE.replace("40", "[bold]\x1b]0;owned\x07 60"), encoding="utf-8")
    done = run("trace", tmp_path)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout and "\x07" not in done.stdout


_ENDED = """
import os, signal, sys, tempfile
from retold import cli

@cli.commands.command()
def linger():
    with tempfile.TemporaryDirectory() as folder:
        print(folder, flush=True)
        os.kill(os.getpid(), signal.SIGTERM)
        signal.pause()

sys.argv = ["retold", "linger"]
cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="knows no such signal")
def test_who_is_told_to_end_leaves_nothing_on_disk() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _ENDED], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 143
    assert done.stdout.strip() and not Path(done.stdout.strip()).exists()


def test_every_command_has_an_example_in_its_help() -> None:
    for words in (["trace"], ["compare"], ["reuse"], ["quotes"], ["stemma"], ["show"], ["config", "show"]):
        assert "Example: retold" in run(*words, "--help").stdout
