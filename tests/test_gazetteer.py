"""The gazetteer: names that stand once, domains and countries that are well-formed."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from retold import gazetteer

TABLES = ("agencies", "outlets")


def rows() -> list[dict[str, str]]:
    return [row for table in TABLES for row in gazetteer.csv(table)]


def names(row: dict[str, str]) -> list[str]:
    return [row["name"], *filter(None, row["short"].split("|"))]


@pytest.mark.parametrize(("table", "least"), [("agencies", 150), ("outlets", 1000)])
def test_the_tables_are_as_long_as_promised(table: str, least: int) -> None:
    assert len(gazetteer.csv(table)) >= least


def test_every_row_has_its_four_columns() -> None:
    for row in rows():
        assert set(row) == {"name", "short", "domain", "country"}
        assert all(isinstance(cell, str) for cell in row.values()), row


def test_no_name_or_code_means_two_houses() -> None:
    counts = Counter(name for row in rows() for name in names(row))
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_domain_belongs_to_two_houses() -> None:
    counts = Counter(row["domain"] for row in rows() if row["domain"])
    assert [domain for domain, count in counts.items() if count > 1] == []


def test_domains_are_well_formed() -> None:
    shape = re.compile(r"[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+")
    assert [row for row in rows() if row["domain"] and not shape.fullmatch(row["domain"])] == []


def test_countries_are_two_letters() -> None:
    assert [row for row in rows() if not re.fullmatch(r"[A-Z]{2}", row["country"])] == []


def test_names_have_no_space_at_their_ends() -> None:
    assert [name for row in rows() for name in names(row) if name != name.strip() or not name] == []


def test_well_known_codes_lead_to_their_agencies() -> None:
    known = {short: row["name"] for row in rows() for short in names(row)}
    assert known["AFP"] == "Agence France-Presse"
    assert known["AP"] == "Associated Press"
    assert known["Press TV"] == "Press TV"
