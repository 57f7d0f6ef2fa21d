"""Reading of aligned tables of witnesses."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.errors import InputError
from retold.readers.witnesses import read_table


def table(folder: Path, text: str | bytes) -> Path:
    path = folder / "witnesses.tsv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_each_column_is_one_witness_and_an_empty_cell_a_gap(tmp_path: Path) -> None:
    found = read_table(table(tmp_path, "A\tB\nferry\tferry\n\tsank\n"))
    assert found == {"A": ["ferry", ""], "B": ["ferry", "sank"]}


def test_short_rows_are_filled_and_blank_rows_left_out(tmp_path: Path) -> None:
    found = read_table(table(tmp_path, "A\tB\tC\r\nferry\r\n\t\t\r\nquay\tquay\tpier\r\n"))
    assert found == {"A": ["ferry", "quay"], "B": ["", "quay"], "C": ["", "pier"]}


def test_commas_need_quoted_tokens_and_tabs_do_not(tmp_path: Path) -> None:
    assert read_table(table(tmp_path, 'A,B\n"ferry,",ferry\n'))["A"] == ["ferry,"]
    assert read_table(table(tmp_path, 'A\tB\n"ferry\tferry\n'))["A"] == ['"ferry']


def test_a_byte_order_mark_is_no_part_of_the_first_sigil(tmp_path: Path) -> None:
    assert list(read_table(table(tmp_path, b"\xef\xbb\xbfA\tB\nx\ty\n"))) == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("ferry\nquay\n", "one cell only"),
        ("A\tA\nx\ty\n", "two columns are called A"),
        ("A\t\nx\ty\n", "column 2 has no sigil"),
        ("A\tB\n", "no token"),
        ("A\tB\nx\ty\tz\n", ":2: has 3 cells under 2 sigils"),
        (b"A\tB\n\x00\x01", "binary"),
    ],
)
def test_what_is_no_table_is_refused_with_cause_and_cure(
    tmp_path: Path, text: str | bytes, cause: str
) -> None:
    with pytest.raises(InputError, match=cause) as caught:
        read_table(table(tmp_path, text))
    assert caught.value.cure


def test_a_missing_table_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.tsv"):
        read_table(tmp_path / "absent.tsv")
