"""The file of decisions is only appended to, by several writers, and no bad line is passed over in silence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from retold.decisions import ledger
from retold.decisions.kinds import Decision
from retold.errors import InputError, StoreError

TWO = Decision("merge", articles=("a", "b"))


def test_an_absent_file_holds_nothing(tmp_path: Path) -> None:
    assert ledger.read(tmp_path / "decisions.jsonl") == ledger.Ledger()
    assert ledger.beside(tmp_path) == tmp_path / "decisions.jsonl"


def test_a_decision_is_read_again_with_who_and_when(tmp_path: Path) -> None:
    one = ledger.add(tmp_path / "d.jsonl", TWO, "Ann")
    assert ledger.read(tmp_path / "d.jsonl").holding == (one,)
    assert one.who == "Ann" and one.when.endswith("Z")


def test_what_is_taken_back_no_longer_holds_and_stays_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    one, two = ledger.add(file, TWO, "Ann"), ledger.add(file, Decision("change_false", changes=("c1",)), "Bo")
    ledger.undo(file, one.id, "Bo")
    found = ledger.read(file)
    assert found.holding == (two,) and not found.notes
    assert [(gone.decision, gone.who) for gone in found.undone] == [(one, "Bo")]
    assert len(file.read_text().splitlines()) == 3
    with pytest.raises(InputError, match="no decision"):
        ledger.undo(file, one.id, "Ann")


def test_each_bad_line_is_one_note_and_the_others_count(tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    one = ledger.add(file, TWO, "Ann")
    with file.open("ab") as more:
        more.write(b'{"kind": "mer\n\xff\xfe\n[1]\n' + b"[" * 100_000 + b'\n{"undo": "d-unknown"}\n\n')
    two = ledger.add(file, Decision("change_false", changes=("c1",)), "Ann")
    found = ledger.read(file)
    assert found.holding == (one, two)
    assert [note.where.rpartition(" ")[2] for note in found.notes] == ["2", "3", "4", "5", "6"]
    assert "takes back a decision that is not there" in found.notes[-1].why


def test_a_line_left_half_written_spoils_no_other(tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    file.write_bytes(b'{"kind": "merge", "arti')
    one = ledger.add(file, TWO, "Ann")
    found = ledger.read(file)
    assert found.holding == (one,) and len(found.notes) == 1


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    code = (
        "import sys; from pathlib import Path; from retold.decisions import Decision, ledger\n"
        "for n in range(60): ledger.add(Path(sys.argv[1]), Decision('merge', articles=(sys.argv[2], str(n) * 400)), 'x')"
    )
    run = [subprocess.Popen([sys.executable, "-c", code, str(file), name]) for name in ("a", "b")]
    assert [one.wait(120) for one in run] == [0, 0]
    found = ledger.read(file)
    assert len(found.holding) == 120 and not found.notes
    assert all(json.loads(line) for line in file.read_text().splitlines())


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="choose a place"):
        ledger.add(tmp_path / "none" / "d.jsonl", TWO, "Ann")
    with pytest.raises(StoreError):
        ledger.read(tmp_path)
