"""The rules of `docs/trace.md` hold on the examples, and each notices what breaks it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import retold
from retold.archive import store
from tests.conftest import ROOT

pytestmark = pytest.mark.long

RULES = re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "trace.md").read_text(encoding="utf-8"), re.S)
# How a table is spoiled so that some rule, and which, must see it.
SPOILED = {
    0: "UPDATE places SET end_char = 1000000 WHERE number = 1",
    1: "UPDATE places SET words = 'gull' WHERE number = 1",
    2: "INSERT INTO articles SELECT * FROM articles LIMIT 1",
    3: "UPDATE versions SET article = 'nobody'",
    4: "UPDATE stories SET articles = articles + 1",
    5: "UPDATE nodes SET seen = NOT seen",
    6: "UPDATE derivations SET source = 'nobody'",
    7: "INSERT INTO derivations SELECT * REPLACE (copy AS source, source AS copy) FROM derivations",
    8: "UPDATE nodes SET origin = true",
    9: "UPDATE stories SET origins_low = 99",
    10: "UPDATE changes SET derivation = 'none'",
    11: "UPDATE claims SET support = 2",
    12: "UPDATE changes SET before = NULL, after = NULL",
    13: "UPDATE parties SET statement = 'none'",
}


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("model") / "it.trace"
    retold.trace(
        [*retold.read(ROOT / "examples" / "harbour"), *retold.read(ROOT / "examples" / "wire-desk")]
    ).save(place)
    return place


@pytest.mark.parametrize("number", range(len(RULES)))
def test_a_rule_holds_on_the_examples(stored: Path, number: int) -> None:
    with store.connect(stored) as connection:
        assert connection.execute(RULES[number]).fetchall() == []


@pytest.mark.parametrize("number", range(len(RULES)))
def test_a_rule_notices_what_breaks_it(stored: Path, number: int) -> None:
    table = re.findall(r"(?:UPDATE|INTO) (\w+)", SPOILED[number])[0]
    with store.connect(stored) as connection:
        connection.execute(f"CREATE TEMP TABLE spoiled AS SELECT * FROM {table}")
        connection.execute(SPOILED[number].replace(f" {table} ", " spoiled ", 1))
        query = re.sub(rf"\b(FROM|JOIN) {table}\b", r"\1 spoiled", RULES[number])
        assert connection.execute(query).fetchall()
