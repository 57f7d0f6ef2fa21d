"""Reading of aligned tables of witnesses."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.errors import InputError
from retold.readers.content import Head
from retold.readers.witnesses import aligned_table, collation_json, nexus, read, registry, tables, tei, texts


def table(folder: Path, text: str | bytes) -> Path:
    path = folder / "witnesses.tsv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_each_column_is_one_witness_and_an_empty_cell_a_gap(tmp_path: Path) -> None:
    found = read(table(tmp_path, "A\tB\nferry\tferry\n\tsank\n"))
    assert found == {"A": ["ferry", ""], "B": ["ferry", "sank"]}


def test_short_rows_are_filled_and_blank_rows_left_out(tmp_path: Path) -> None:
    found = read(table(tmp_path, "A\tB\tC\r\nferry\r\n\t\t\r\nquay\tquay\tpier\r\n"))
    assert found == {"A": ["ferry", "quay"], "B": ["", "quay"], "C": ["", "pier"]}


def test_commas_need_quoted_tokens_and_tabs_do_not(tmp_path: Path) -> None:
    assert read(table(tmp_path, 'A,B\n"ferry,",ferry\n'))["A"] == ["ferry,"]
    assert read(table(tmp_path, 'A\tB\n"ferry\tferry\n'))["A"] == ['"ferry']


def test_a_column_that_counts_the_places_is_no_witness(tmp_path: Path) -> None:
    found = read(table(tmp_path, "place\tA\tB\n1\tferry\tferry\n2\tsank\t\n3\tlate\tlate\n"))
    assert found == {"A": ["ferry", "sank", "late"], "B": ["ferry", "", "late"]}
    years = read(table(tmp_path, "A\tB\tC\n1790\tin\tin\n1791\tof\tof\n1795\tby\tby\n"))
    assert list(years) == ["A", "B", "C"]


@pytest.mark.parametrize("called", ["witness", "Siglum", "MS"])
def test_a_table_with_a_row_for_each_witness_is_turned(tmp_path: Path, called: str) -> None:
    found = read(table(tmp_path, f"{called},1,2,3\nA,ferry,sank,late\nB,ferry,,late\n"))
    assert found == {"A": ["ferry", "sank", "late"], "B": ["ferry", "", "late"]}


def test_a_byte_order_mark_is_no_part_of_the_first_sigil(tmp_path: Path) -> None:
    assert list(read(table(tmp_path, b"\xef\xbb\xbfA\tB\nx\ty\n"))) == ["A", "B"]


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
        read(table(tmp_path, text))
    assert caught.value.cure


def test_a_missing_table_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.tsv"):
        read(tmp_path / "absent.tsv")


def test_the_beginning_of_a_file_tells_its_format(tmp_path: Path) -> None:
    nexus = "#NEXUS\nbegin data; format missing=? gap=-; matrix\n A 01-\n'B c' 0?1\n; end;"
    assert read(table(tmp_path, nexus)) == {"A": ["0", "1", ""], "B c": ["0", None, "1"]}
    assert read(table(tmp_path, "A\tB\nx\ty\n")) == {"A": ["x"], "B": ["y"]}


def test_an_interleaved_matrix_is_put_together_and_comments_left_out(tmp_path: Path) -> None:
    text = "#nexus\nBEGIN CHARACTERS;\nMATRIX\nA 0{12}\nB [note] 01\n\nA 1\nB 0\n;\nEND;"
    assert read(table(tmp_path, text)) == {"A": ["0", "12", "1"], "B": ["0", "1", "0"]}


def test_a_matrix_with_rows_of_unequal_length_or_none_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="differ in length"):
        read(table(tmp_path, "#NEXUS\nmatrix\nA 01\nB 0\n;"))
    with pytest.raises(InputError, match="no matrix"):
        read(table(tmp_path, "#NEXUS\nbegin trees; end;"))


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>Of no account</p></teiHeader><text><body><p>The
<app><lem wit="#A">old ferry</lem><rdg wit="#B #C">barge</rdg></app> sank <note>so they say</note>
<app><lem>at dawn</lem><rdg wit="#B"/><rdg wit="#C">at <app><rdg wit="#C">noon</rdg></app></rdg></app>.</p>
</body></text></TEI>"""


def test_an_apparatus_gives_each_witness_its_readings_in_columns(tmp_path: Path) -> None:
    found = read(table(tmp_path, TEI))
    assert found == {
        "A": ["The", "old", "ferry", "sank", "at", "dawn", "."],
        "B": ["The", "barge", "", "sank", "", "", "."],
        "C": ["The", "barge", "", "sank", "at", "noon", "."],
    }


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("<TEI><p>no end", "no XML"),
        ("<TEI><p>words alone</p></TEI>", "no reading names a witness"),
        ('<!DOCTYPE TEI [<!ENTITY a "x">]><TEI><rdg wit="#A">&a;</rdg></TEI>', "declares entities"),
    ],
)
def test_what_is_no_apparatus_is_refused_with_cause_and_cure(tmp_path: Path, text: str, cause: str) -> None:
    with pytest.raises(InputError, match=cause) as caught:
        read(table(tmp_path, text))
    assert caught.value.cure


def test_a_folder_holds_a_text_for_each_witness(tmp_path: Path) -> None:
    (tmp_path / "A.txt").write_text("The ferry sank.", encoding="utf-8")
    (tmp_path / "B.txt").write_text("The barge sank.", encoding="utf-8")
    assert read(tmp_path) == {"A": "The ferry sank.", "B": "The barge sank."}
    (tmp_path / "B.md").write_text("again", encoding="utf-8")
    with pytest.raises(InputError, match="two files are called B"):
        read(tmp_path)


def test_no_text_of_a_folder_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "A.txt").write_text("The ferry sank.", encoding="utf-8")
    (tmp_path / "B.txt").write_text(" \n", encoding="utf-8")
    with pytest.raises(InputError, match=r"B\.txt: is empty"):
        read(tmp_path)


def test_a_nexus_row_may_end_in_blanks_and_point_to_the_first(tmp_path: Path) -> None:
    text = "#NEXUS\nformat gap=- MatchChar=.;\nmatrix\n A 01-1  \n B ..1.\t\n 'C c' 1(01)..\n;\nend;"
    assert read(table(tmp_path, text)) == {
        "A": ["0", "1", "", "1"],
        "B": ["0", "1", "1", "1"],
        "C c": ["1", "01", "", "1"],
    }


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-16", "utf-8"])
def test_an_apparatus_is_read_in_the_charset_it_declares(tmp_path: Path, charset: str) -> None:
    text = f'<?xml version="1.0" encoding="{charset}"?><TEI><rdg/><app><rdg wit="#A">été</rdg></app></TEI>'
    assert read(table(tmp_path, text.encode(charset))) == {"A": ["été"]}


@pytest.mark.parametrize(
    ("head", "module"),
    [(Head.of(b"#NEXUS\nbegin"), nexus), (Head.of(b"<TEI>"), tei), (Head.of(b"A\tB\n"), aligned_table),
     (Head.of(b"<TEI>", ".tsv"), tei), (Head(folder=Path()), texts)],
)  # fmt: skip
def test_the_registry_chooses_by_content(head: Head, module: object) -> None:
    assert registry().choice(head) is module.FORMAT


def test_a_binary_file_is_nobody_s() -> None:
    assert registry().choice(Head.of(bytes(range(32)), ".tsv")) is None


def test_the_parsers_need_no_file() -> None:
    assert aligned_table.columns("x", "A\tB\na\tb\n") == {"A": ["a"], "B": ["b"]}
    assert nexus.columns("x", "#NEXUS matrix A 01\n B 10\n;") == {"A": ["0", "1"], "B": ["1", "0"]}
    assert tei.columns("x", '<a><app><rdg wit="#A">one</rdg></app></a>') == {"A": ["one"]}


def test_a_text_has_plain_line_ends(tmp_path: Path) -> None:
    from retold.readers.content import opened
    from retold.readers.identities import Identities
    from retold.readers.limits import Limits
    from retold.readers.sources import FileSource

    path = table(tmp_path, b"\xef\xbb\xbfa\r\nb\rc")
    with opened(FileSource(name="x", where="x", named=True, path=path), Limits(99), Identities()) as content:
        assert tables.text_of(content) == "a\nb\nc"


def apparatus(body: str, listed: str = "") -> str:
    header = f"<teiHeader><listWit>{listed}</listWit></teiHeader>"
    return f"<TEI>{header}<text><body><p>{body}</p></body></text></TEI>"


def test_what_a_witness_has_lost_is_no_gap() -> None:
    body = (
        'on <app><rdg wit="#K">a bay mare</rdg><rdg wit="#L">a<lacunaStart/></rdg></app> he rode '
        '<app><rdg wit="#K">north</rdg></app> and <app><rdg wit="#K">came home</rdg>'
        '<rdg wit="#L"><lacunaEnd/>home</rdg></app> <app><rdg wit="#K">late</rdg><rdg wit="#L"/></app>'
        '<app><rdg wit="#K">wet</rdg><rdg wit="#L"><gap/></rdg></app>'
    )
    found = tei.columns("t.xml", apparatus(body))
    assert found["L"] == ["on", "a", None, None, None, None, None, None, "home", None, "", None]
    assert None not in found["K"]


def test_a_witness_that_begins_late_has_lost_what_stands_before() -> None:
    body = 'one <app><rdg wit="#K">two</rdg><rdg wit="#L"><witStart/>too</rdg></app> three'
    assert tei.columns("t.xml", apparatus(body))["L"] == [None, "too", "three"]


def test_a_scribe_s_words_are_read_as_he_left_them_and_the_editor_resolves_them() -> None:
    body = (
        '<app><rdg wit="#K"><subst><del>grey</del> <add>white</add></subst> '
        "<choice><abbr>qn</abbr> <expan>que<ex>en</ex></expan></choice> "
        '<choice><orig>ryd</orig><reg>rode</reg></choice></rdg><rdg wit="#L">grey</rdg></app>'
    )
    assert tei.columns("t.xml", apparatus(body))["K"] == ["white", "queen", "rode"]


def test_a_witness_that_is_only_listed_has_the_text_printed() -> None:
    listed = '<witness xml:id="J"/><listWit xml:id="g"><witness xml:id="K"/><witness xml:id="L"/></listWit>'
    body = 'the <app><lem>grey</lem><rdg wit="#g">white</rdg></app> mare'
    found = tei.columns("t.xml", apparatus(body, listed))
    assert found == {"J": ["the", "grey", "mare"], **{key: ["the", "white", "mare"] for key in "KL"}}


def test_witnesses_of_collation_programs_are_texts_or_an_aligned_table(tmp_path: Path) -> None:
    tokens = '[{"t": "a "}, {"t": "mare"}]'
    texts = f'{{"witnesses": [{{"id": "K", "content": "a horse"}}, {{"id": "L", "tokens": {tokens}}}]}}'
    assert read(table(tmp_path, texts)) == {"K": "a horse", "L": "a mare"}
    rows = f'[[[{{"t": "the"}}], {tokens}], [null, ["a"]]]'
    aligned = f'{{"witnesses": ["K", "L"], "table": {rows}}}'
    assert collation_json.witnesses("t", aligned) == {"K": ["the", "a", "mare"], "L": ["", "a", ""]}


def test_a_table_may_have_a_row_for_each_segment() -> None:
    rows = '[[["the"], ["the"]], [["old"], null], [["grey"], ["white"]], [["mare"], ["horse"]]]'
    found = collation_json.witnesses("t", f'{{"witnesses": ["K", "L"], "table": {rows}}}')
    assert found == {"K": ["the", "old", "grey", "mare"], "L": ["the", "", "white", "horse"]}


def test_a_table_with_rows_of_other_lengths_is_refused() -> None:
    with pytest.raises(InputError):
        collation_json.witnesses("t", '{"witnesses": ["K", "L", "M"], "table": [[["a"], ["b"]], [["c"]]]}')


@pytest.mark.parametrize(
    "text",
    ["{", "{}", '{"witnesses": [{"content": "a"}]}', '{"witnesses": [{"id": "K"}]}',
     '{"witnesses": ["K", "K"], "table": [[], []]}', '{"witnesses": ["K"], "table": 1}'],
)  # fmt: skip
def test_json_without_witnesses_is_refused_with_a_cure(text: str) -> None:
    with pytest.raises(InputError) as caught:
        collation_json.witnesses("w.json", text)
    assert caught.value.cure


def test_a_row_of_an_aligned_table_that_ends_early_has_lost_the_rest() -> None:
    aligned = '{"witnesses": ["K", "L"], "table": [[["a"], ["mare"], null], [["a"]]]}'
    assert collation_json.witnesses("t", aligned) == {"K": ["a", "mare"], "L": ["a", None]}


def test_a_reading_may_point_to_witnesses_that_another_file_lists() -> None:
    body = 'the <app><rdg wit="wits.xml#K #L">grey</rdg><rdg wit="../wits.xml#M">white</rdg></app> mare'
    found = tei.columns("t.xml", apparatus(body))
    assert found == {**{key: ["the", "grey", "mare"] for key in "KL"}, "M": ["the", "white", "mare"]}


def test_words_that_are_marked_up_as_words_need_no_blank_between_them() -> None:
    body = '<w>the</w><app><rdg wit="#K"><w>grey</w><w>old</w></rdg><rdg wit="#L"><w part="I">wh</w><w part="F">ite</w></rdg></app>'
    assert tei.columns("t.xml", apparatus(body)) == {"K": ["the", "grey", "old"], "L": ["the", "white", ""]}


def test_an_apparatus_that_stands_apart_from_its_text_is_refused_with_a_cure() -> None:
    body = 'the <anchor xml:id="a1"/>grey<anchor xml:id="a2"/> mare <app from="#a1" to="#a2"><rdg wit="#K">white</rdg></app>'
    with pytest.raises(InputError, match="apart"):
        tei.columns("t.xml", apparatus(body))
