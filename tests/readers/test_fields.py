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


def test_an_address_is_no_outlet_but_its_host_serves_where_there_is_no_name():
    assert (
        fields.article({"text": "One.", "source": "https://www.echo.example/ferry"}).outlet == "echo.example"
    )
    assert (
        fields.article({"text": "One.", "source": "https://www.echo.example/ferry"}).url
        == "https://www.echo.example/ferry"
    )
    assert (
        fields.article({"text": "One.", "source_domain": "echo.example", "media_name": "Quenby Echo"}).outlet
        == "Quenby Echo"
    )
    assert (
        fields.article({"text": "One.", "source": {"uri": "echo.example", "title": "Quenby Echo"}}).outlet
        == "Quenby Echo"
    )


def test_the_time_of_publication_is_told_from_that_of_the_change_and_of_the_fetching():
    found = fields.article(
        {
            "maintext": "One.",
            "date_publish": "2019-03-04",
            "date_modify": "2019-03-05",
            "date_download": "2019-03-06",
        }
    )
    assert (found.published, found.updated, found.extra["date_download"]) == (
        "2019-03-04",
        "2019-03-05",
        "2019-03-06",
    )


def test_sections_with_subheads_are_one_text():
    body = {
        "summary": ["No."],
        "sections": [
            {"headline": [], "paragraphs": ["One.", "Two."]},
            {"headline": ["Head"], "paragraphs": ["Three."]},
        ],
    }
    assert fields.article({"body": body}).text == "One.\n\nTwo.\n\nHead\n\nThree."


def test_a_text_that_a_service_cut_says_so_and_one_it_took_down_is_none():
    found = fields.article(
        {"content": "One ferry said… [+90 chars]", "title": "Ferry - Echo", "source": {"name": "Echo"}}
    )
    assert (found.text, found.title, found.extra["cut_off"]) == ("One ferry said…", "Ferry", 90)
    assert fields.article({"content": "[Removed]", "title": "[Removed]"}) is None


def test_a_stamp_that_means_no_time_is_none_and_kept_beside():
    found = fields.article({"text": "One.", "date": "0001-01-01T00:00:00Z", "updated": 0})
    assert (found.published, found.updated) == (None, None)
    assert found.extra["no_time"] == {"published": "0001-01-01T00:00:00Z", "updated": 0}


def test_a_record_of_an_agency_in_ninjs_is_read():
    ninjs = {"uri": "gan:7", "versioncreated": "2019-03-04T09:00:00Z", "firstcreated": "2019-03-04T08:00:00Z", "provider": "Gannet",
             "headline": "Ferry late", "body_xhtml": "<p>One.</p><p>Two.</p>", "pubstatus": "usable", "language": "en"}  # fmt: skip
    found = fields.article(ninjs)
    assert (found.id, found.outlet, found.published, found.updated) == (
        "gan:7",
        "Gannet",
        "2019-03-04T08:00:00Z",
        "2019-03-04T09:00:00Z",
    )
    assert found.text.split() == ["One.", "Two."] and found.extra["pubstatus"] == "usable"


def test_a_record_within_an_envelope_and_a_language_written_out_are_read():
    found = fields.article({"_source": {"text": "Harbour &amp; coast.", "language": "English"}, "score": 1})
    assert (found.text, found.language, found.extra["score"]) == ("Harbour & coast.", "en", 1)


json_values = st.recursive(
    st.none() | st.booleans() | st.text(max_size=9) | st.floats(),
    lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=5), x, max_size=3),
)


@given(st.dictionaries(st.sampled_from(["text", "title", "date", "source", "meta", "id"]), json_values))
def test_no_record_raises(record):
    fields.article(record)


def test_the_names_of_columns_in_other_languages_are_known():
    row = {
        "Medium": "Quenby Echo",
        "Datum": "04.03.2019",
        "Titel": "Fähre spät",
        "Volltext": "Die Fähre kam spät.",
        "Autor": "Ida Corrie",
    }
    found = fields.article(row)
    assert found is not None and (found.outlet, found.published, found.title, found.byline) == (
        "Quenby Echo",
        "2019-03-04",
        "Fähre spät",
        "Ida Corrie",
    )


def test_the_word_before_a_writer_is_no_part_of_the_name():
    found = fields.article({"text": "The ferry ran late.", "byline": "By Ida Corrie"})
    assert found is not None and found.byline == "Ida Corrie"


def test_the_address_of_a_site_beside_that_of_the_article_names_the_outlet():
    record = {
        "text": "The ferry ran late.",
        "url": "https://www.echo.example/f",
        "source_url": "https://www.echo.example",
    }
    found = fields.article(record)
    assert found is not None and (found.outlet, found.url) == ("echo.example", "https://www.echo.example/f")


@pytest.mark.parametrize(
    "mark", ["[+1843 chars]", "[1843 chars]", "[1843 more characters]", "[1,843 more words]"]
)
def test_the_marks_of_services_that_cut_a_text_are_no_words_of_it(mark):
    assert fields.broken_off(f"The ferry sank, said a c... {mark}") == ("The ferry sank, said a c...", 1843)


def test_what_a_blog_system_gives_to_programs_is_read():
    record = {
        "id": 5, "date": "2019-03-04T09:30:00", "date_gmt": "2019-03-04T08:30:00", "modified_gmt": "2019-03-04T09:00:00",
        "link": "https://echo.example/f", "author": 7,
        "title": {"rendered": "Ferry late &#8211; again"}, "content": {"rendered": "<p>One ran.</p><p>Two did not.</p>"},
    }  # fmt: skip
    found = fields.article(record)
    assert found is not None and (found.title, found.text, found.byline) == (
        "Ferry late – again",
        "One ran.\n\nTwo did not.",
        None,
    )
    assert (found.published, found.updated) == ("2019-03-04T08:30:00Z", "2019-03-04T09:00:00Z")


def test_headlines_and_bylines_in_several_forms_are_read():
    record = {
        "text": "The ferry ran late.",
        "headline": {"main": "Ferry late"},
        "byline": {"original": "By Ida Corrie"},
    }
    found = fields.article(record)
    assert found is not None and (found.title, found.byline) == ("Ferry late", "Ida Corrie")


def test_a_byline_that_is_nobody_or_the_outlet_is_none():
    for byline in ("Anonymous", "Staff Reporter", "quenby echo"):
        found = fields.article({"text": "The ferry ran late.", "outlet": "Quenby Echo", "byline": byline})
        assert found is not None and found.byline is None


def test_what_a_name_says_of_the_form_of_its_values_does_not_count() -> None:
    assert fields.roles(["pub_date_utc", "body_text", "hed"]) == {
        "published": "pub_date_utc",
        "text": "body_text",
        "title": "hed",
    }
