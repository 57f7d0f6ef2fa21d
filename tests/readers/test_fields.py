"""Fields are known by the names that feeds give them, the likeliest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold import gazetteer
from retold.model import Article
from retold.readers import fields


def test_case_and_marks_of_a_name_do_not_count():
    assert fields.roles(["Pub_Date", "article-text"]) == {"published": "Pub_Date", "text": "article-text"}


def test_no_name_plays_two_parts():
    names = [name for given in gazetteer.toml("fields")["records"].values() for name in given]
    assert len(names) == len(set(names))


def test_every_part_is_a_field_of_an_article():
    assert gazetteer.toml("fields")["records"].keys() <= {*Article.__dataclass_fields__}


@pytest.mark.parametrize(
    ("value", "words"),
    [("  a  b ", "a b"), ({"name": "Echo"}, "Echo"), ([{"name": "Ida"}, "Jon"], "Ida, Jon"), (7, "7"), (True, None),
     (None, None), ({"x": 1}, None), ([], None)],
)  # fmt: skip
def test_a_value_becomes_a_short_text(value, words):
    assert fields.words(value) == words


def test_paragraphs_in_a_list_and_a_text_in_an_object_are_read():
    assert fields.article({"body": ["One.", "Two."]}).text == "One.\n\nTwo."
    assert fields.article({"content": {"html": "<p>One.</p>"}}).text == "One."


json_values = st.recursive(
    st.none() | st.booleans() | st.text(max_size=9) | st.floats(),
    lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=5), x, max_size=3),
)


@given(st.dictionaries(st.sampled_from(["text", "title", "date", "source", "meta", "id"]), json_values))
def test_no_record_raises(record):
    fields.article(record)
