"""The page's own article in linked data, whatever stands beside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.readers import linkeddata

URL = "https://echo.example/lamp"
OWN = {"@type": "NewsArticle", "headline": "Lamp stays lit", "url": URL, "author": {"name": "Ida Corrie"}}
OTHER = {
    "@type": "NewsArticle",
    "headline": "Ferry late",
    "url": "https://echo.example/ferry",
    "author": {"name": "Jon Pell"},
}


def test_references_are_resolved_and_those_that_lead_nowhere_are_left_out():
    graph = {
        "@graph": [
            {**OWN, "publisher": {"@id": "#org"}, "author": [{"@id": "#gone"}, {"@id": "#ida"}]},
            {"@type": "Organization", "@id": "#org", "name": "Quenby &amp; Echo"},
            {"@type": "Person", "@id": "#ida", "name": "Ida Corrie"},
        ]
    }
    found = linkeddata.fields_of([graph], URL, ())
    assert (found["outlet"], found["byline"]) == ("Quenby & Echo", "Ida Corrie")


def test_the_article_of_the_page_s_address_or_heading_is_chosen():
    assert (
        linkeddata.fields_of([[OTHER, OWN]], "http://www.echo.example/lamp/?x=1", ())["byline"]
        == "Ida Corrie"
    )
    assert linkeddata.fields_of([[OTHER, OWN]], None, ("Lamp stays lit | Echo",))["byline"] == "Ida Corrie"


def test_an_article_of_another_address_and_headline_is_not_the_page_s():
    assert linkeddata.fields_of([[OTHER]], URL, ("Lamp stays lit",)) == {}


def test_a_body_with_markup_keeps_its_paragraphs():
    found = linkeddata.fields_of([{**OWN, "articleBody": "<p>One &#8211; two.</p><p>Three.</p>"}], URL, ())
    assert found["body"].split("\n")[0] == "One – two." and "Three." in found["body"]


things = st.recursive(
    st.none() | st.text(max_size=9) | st.sampled_from(["NewsArticle", "#a", URL]),
    lambda x: (
        st.lists(x, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "author", "name", "url", "headline"]), x, max_size=4
        )
    ),
)


@given(st.lists(things, max_size=3), st.none() | st.text(max_size=9))
def test_no_data_raise(values, url):
    linkeddata.fields_of(values, url, ("Lamp",))


def test_a_literal_beside_its_language_is_its_words() -> None:
    name = {"@value": "Quenby Echo", "@language": "en"}
    thing = {"@type": "NewsArticle", "headline": {"@value": "Lamp lit"}, "publisher": {"name": name}}
    found = linkeddata._named(thing, {})
    assert (found["outlet"], found["title"]) == ("Quenby Echo", "Lamp lit")
