"""JSON lines, JSON lists and tables: fields, ids, and broken rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import retold
from retold.model import Article, SetAside
from retold.readers import read, records
from retold.readers.formats import delimited_table, json_records
from retold.settings import Clean


def take(path: Path, settings: Clean | None = None) -> tuple[list[Article], list[SetAside]]:
    found = list(read([path], settings or Clean()))
    articles = [one for one in found if isinstance(one, Article)]
    return articles, [one for one in found if isinstance(one, SetAside)]


def rows(folder: Path, *lines: object, name: str = "feed.jsonl") -> Path:
    path = folder / name
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines), encoding="utf-8")
    return path


def test_the_fields_of_common_feeds_are_known(tmp_path):
    path = rows(
        tmp_path,
        {
            "guid": "g1",
            "headline": "Ferry late",
            "content": "It was late.",
            "pubDate": "Tue, 12 Mar 2019 10:05 GMT",
        },
        {
            "source": {"id": None, "name": "Gull Post"},
            "body": "Late again.",
            "publishedAt": "2019-03-13T08:00:00Z",
        },
        {
            "publisher": "Gull Post",
            "text": "Again.",
            "authors": [{"name": "Ida Corrie"}, "Jon Pell"],
            "lang": "en-GB",
        },
    )
    (a, b, c), refused = take(path)
    assert refused == []
    assert (a.id, a.title, a.text) == ("g1", "Ferry late", "It was late.")
    assert a.published == "2019-03-12T10:05+00:00"
    assert (b.id, b.outlet, b.published) == ("feed:2", "Gull Post", "2019-03-13T08:00:00Z")
    assert (c.id, c.outlet, c.byline, c.language) == ("feed:3", "Gull Post", "Ida Corrie, Jon Pell", "en")


def test_a_likelier_name_wins_and_the_other_is_kept(tmp_path):
    (one,), _ = take(rows(tmp_path, {"content": "short", "text": "The long text.", "section": "Sea"}))
    assert one.text == "The long text."
    assert one.extra == {"content": "short", "section": "Sea"}


def test_markup_in_a_record_is_taken_out(tmp_path):
    html = "<p>The ferry was <b>late</b>.</p><p>Nobody minded &amp; all slept.</p>"
    (one,), _ = take(rows(tmp_path, {"content_html": html}))
    assert one.text.split() == ["The", "ferry", "was", "late.", "Nobody", "minded", "&", "all", "slept."]


def test_a_text_with_angle_brackets_is_not_taken_for_markup(tmp_path):
    text = "The tide was < 3 metres and > 2, he wrote <in pencil>."
    assert take(rows(tmp_path, {"text": text}))[0][0].text == text


def test_a_description_of_the_record_is_read_beside_it(tmp_path):
    record = {
        "id": "m1",
        "text": "A text.",
        "meta": {"publisher": "Gull Post", "date": "2019-03-12", "id": "x"},
    }
    (one,), _ = take(rows(tmp_path, record))
    assert (one.id, one.outlet, one.published) == ("m1", "Gull Post", "2019-03-12")


def test_broken_lines_are_named_by_their_number_and_the_rest_is_read(tmp_path):
    path = rows(
        tmp_path,
        {"id": "a", "text": "One."},
        '{"id": "b", "text": ',
        "",
        [1],
        {"headline": "Bare"},
        {"text": " "},
        {"text": "Two."},
    )
    articles, refused = take(path)
    assert [one.id for one in articles] == ["a", "feed:7"]
    assert [one.where.rsplit(":", 1)[1] for one in refused] == ["2", "4", "5", "6"]
    assert "broken JSON" in refused[0].why
    assert "fields: headline" in refused[2].why


def test_a_record_again_and_an_id_again_are_two_different_lines(tmp_path):
    path = rows(
        tmp_path, {"id": "a", "text": "One."}, {"id": "a", "text": "One."}, {"id": "a", "text": "Two."}
    )
    articles, refused = take(path)
    assert [one.text for one in articles] == ["One."]
    assert "same article" in refused[0].why
    assert "another text" in refused[1].why


def test_a_record_above_the_bound_is_set_aside_and_the_next_is_read(tmp_path):
    path = rows(
        tmp_path,
        {"id": "a", "text": "One."},
        {"id": "b", "text": "word " * 500},
        {"id": "c", "text": "Three."},
    )
    articles, refused = take(path, Clean(largest_bytes=1_000))
    assert [one.id for one in articles] == ["a", "c"]
    assert [one.where for one in refused] == [f"{path}:2"]


def test_lines_that_are_no_utf8_are_noted_once(tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_bytes('{"text": "Café one."}\n{"text": "Café two."}\n'.encode("cp1252"))
    articles, refused = take(path)
    assert [one.text for one in articles] == ["Café one.", "Café two."]
    assert len(refused) == 1 and "cp1252" in refused[0].why


def test_a_list_an_object_and_a_wrapped_list_are_read(tmp_path):
    plain = rows(tmp_path, '[{"text": "One."},\n {"text": "Two."}]', name="list.json")
    single = rows(tmp_path, {"text": "Alone."}, name="alone.json")
    wrapped = rows(tmp_path, {"status": "ok", "articles": [{"content": "Inside."}]}, name="answer.json")
    assert [one.id for one in take(plain)[0]] == ["list:1", "list:2"]
    assert [one.id for one in take(single)[0]] == ["alone"]
    assert [(one.id, one.text) for one in take(wrapped)[0]] == [("answer:1", "Inside.")]


@pytest.mark.parametrize("text", ['{"text": "abc', "[" * 100_000, '{"a":' * 100_000, '[{"text": 1', "[{}]"])
def test_hostile_json_gives_lines_not_errors(tmp_path, text):
    articles, refused = take(rows(tmp_path, text, name="a.json"))
    assert articles == [] or articles[0].text
    assert articles or refused


def test_half_characters_become_one_mark_each(tmp_path):
    (one,), _ = take(rows(tmp_path, '{"text": "A \\ud83d boat and \\ud83d\\ude00"}'))
    assert one.text == "A \ufffd boat and \U0001f600"


# ---- tables ----


def test_a_table_with_quoted_cells_over_several_lines(tmp_path):
    head = "id,headline,body,source,date\n"
    path = rows(
        tmp_path,
        head + 'a,"Late, again","First.\n\nSecond, too.",Gull Post,2019-03-12\n,Bare,Third.,,\n',
        name="t.csv",
    )
    (a, b), refused = take(path)
    assert refused == []
    assert (a.id, a.title, a.text, a.outlet) == ("a", "Late, again", "First.\n\nSecond, too.", "Gull Post")
    assert (b.id, b.outlet) == ("t:5", None)


@pytest.mark.parametrize(("name", "mark"), [("t.csv", ";"), ("t.tsv", "\t"), ("t.csv", "|")])
def test_other_marks_between_cells(tmp_path, name, mark):
    path = rows(
        tmp_path,
        mark.join(["id", "title", "text"]),
        mark.join(["a", "T", "The text, with a comma."]),
        name=name,
    )
    assert take(path)[0][0].text == "The text, with a comma."


def test_a_table_without_a_text_column_names_its_columns(tmp_path):
    articles, refused = take(rows(tmp_path, "name,age", "Ida,40", name="t.csv"))
    assert articles == []
    assert len(refused) == 1 and "columns: name, age" in refused[0].why


def test_a_row_with_too_many_cells_is_not_cut_silently(tmp_path):
    articles, refused = take(rows(tmp_path, "id,text", "a,One, two.", "b,Three.", name="t.csv"))
    assert [one.id for one in articles] == ["b"]
    assert len(refused) == 1 and refused[0].where.endswith("t.csv:2")


def test_stray_and_unclosed_quotes_are_named_and_swallow_nothing_silently(tmp_path):
    path = rows(tmp_path, "id,text", 'a,"He said "no" to it."', "b,Two.", 'c,"Three', "d,Four.", name="t.csv")
    articles, refused = take(path)
    assert [one.id for one in articles] == ["b"]
    assert [one.where.rsplit(":", 1)[1] for one in refused] == ["2", "4"]


def test_a_table_of_a_header_alone_holds_no_article(tmp_path):
    assert "no article" in take(rows(tmp_path, "id,text", name="t.csv"))[1][0].why


def test_a_table_in_utf16_is_read(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes("id;text\na;Der Kahn fährt.\n".encode("utf-16"))
    assert take(path)[0][0].text == "Der Kahn fährt."


@given(st.binary(max_size=400))
def test_no_bytes_raise_whatever_the_suffix(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("bytes")
    for suffix in ("txt", "jsonl", "json", "csv", "html", "jsonl.gz"):
        path = folder / f"a.{suffix}"
        path.write_bytes(data)
        assert list(read([path], Clean()))


# ---- the parts alone ----


def test_a_value_that_is_no_object_is_no_record():
    assert records.record([1], "x:3") == SetAside("x:3", *records.NO_RECORD)
    assert records.is_object('{"a": 1}') and not records.is_object('{"a": ')


def test_blank_lines_are_passed_over(tmp_path):
    (tmp_path / "x.jsonl").write_bytes(b'{"text": "One."}\n \n{\n')
    found = list(read([tmp_path / "x.jsonl"], Clean()))
    assert [type(one) for one in found] == [Article, SetAside]
    assert found[1].where.endswith(":3")


def test_a_description_is_refused_only_where_it_is_named():
    assert list(json_records.found('{"edges": []}', "x", named=False)) == []
    assert "holds no article" in str(next(json_records.found('{"edges": []}', "x", named=True)))


def test_a_cell_may_be_as_long_as_an_article():
    rows = [(1, b"id,text\n"), (2, b"a," + b"word " * 60_000)]
    ((number, one),) = delimited_table.articles(rows, "x", 10**6)
    assert number == 2 and isinstance(one, Article) and len(one.text) == 299_999


@given(st.text(max_size=200))
def test_no_json_raises(text):
    for one in json_records.found(text, "x", named=True):
        assert one


def test_a_table_in_a_file_that_is_called_a_text_is_known_by_its_first_line(tmp_path) -> None:
    row = '7|Echo|2031-03-04|Ferry drifts|"The ferry drifted | off Lissel."'
    (tmp_path / "a.txt").write_text(f"id|publication|pubdate|headline|article_text\n{row}\n")
    (article,) = retold.read(tmp_path / "a.txt")
    assert (article.outlet, article.title, article.text) == (
        "Echo",
        "Ferry drifts",
        "The ferry drifted | off Lissel.",
    )


def test_a_sentence_with_commas_is_no_header(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(
        "Text, title, source: three words that a clerk, it is said, loved.\n\nHe sang, too.\n"
    )
    (article,) = retold.read(tmp_path / "a.txt")
    assert "clerk" in article.text + (article.title or "")


def test_records_that_stand_as_nodes_of_an_answer_are_read(tmp_path):
    nodes = [{"id": f"n{k}", "headline": "Boat", "body": f"Boat {k} ran aground."} for k in (1, 2)]
    edges = [{"cursor": "c", "node": node} for node in nodes]
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"data": {"stories": {"edges": edges, "pageInfo": {"hasNextPage": False}}}}))
    articles, refused = take(path)
    assert [one.id for one in articles] == ["n1", "n2"] and not refused
