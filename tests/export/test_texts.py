"""Collations, annotations and articles for other tools, read back by them or by our own readers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import retold
from retold import export
from retold.archive.store import Trace
from retold.export import collations, uris
from retold.export.formats import collatex, ninjs, schema_org, tei, web_annotation
from retold.model import Article, Collation
from retold.readers import witnesses
from tests import crane
from tests.samples import ferry_articles

ODD = "Ilse Brandt said <b>calm</b> & “quiet” – it was - - over.\n\nA second\tparagraph; with \x07 odd marks."


@pytest.fixture(scope="module")
def made() -> Trace:
    return retold.trace(
        [*ferry_articles(), Article("odd 1", ODD * 3), Article("odd/2", (ODD * 3).replace("calm", "still"))]
    )


def files(trace: Trace, form: str, folder: Path) -> list[Path]:
    return export.write(trace, folder, form)


def texts_of(found: Any) -> dict[str, str]:
    return {
        sigil: " ".join(" ".join(token for token in tokens if token).split())
        for sigil, tokens in found.items()
    }


def test_tei_is_read_back_as_the_texts_that_went_in(made: Trace, tmp_path: Path) -> None:
    articles = {one.id: " ".join(one.text.replace("\x07", "\ufffd").split()) for one in made.articles}
    told = {
        " ".join(sorted(texts_of(witnesses.read(file)).values()))
        for file in files(made, "tei", tmp_path / "t")
    }
    reports = [ids for story in made.stories for ids in story.families if len(ids) > 1]
    assert len(reports) == 2
    assert {t.replace(" ", "") for t in told} == {
        "".join(sorted(articles[i] for i in ids)).replace(" ", "") for ids in reports
    }


def test_tei_names_each_witness_and_puts_no_version_above_another(made: Trace, tmp_path: Path) -> None:
    for file in files(made, "tei", tmp_path / "t"):
        text = file.read_text(encoding="utf-8")
        assert "<lem" not in text and 'method="parallel-segmentation"' in text
        assert text.count("<witness ") == text.count('<idno type="retold">')
    assert tei.FORMAT.text


def test_collatex_is_read_back_as_the_columns_that_went_in(made: Trace, tmp_path: Path) -> None:
    reports = list(collations.reports(made))
    for report, file in zip(reports, files(made, "collatex", tmp_path / "c"), strict=True):
        found = witnesses.read(file)
        assert set(found) == {a.id for a in report.articles}
        articles = {a.id: "".join(a.text.split()) for a in report.articles}
        assert {
            i: "".join(str(t) for t in tokens if t).replace(" ", "") for i, tokens in found.items()
        } == articles
        assert len({len(tokens) for tokens in found.values()}) == 1


def test_collatex_says_what_each_witness_is_called(made: Trace) -> None:
    report = next(collations.reports(made))
    assert collatex.table(report)["names"]["a0"] == "Post 0"


def test_sigla_are_fit_for_xml_and_never_run_out() -> None:
    names = collations.sigla()
    first = [next(names) for _ in range(1000)]
    assert len(set(first)) == 1000 and all(one[0].isalpha() for one in first)


def test_settings_of_a_strange_version_are_the_defaults() -> None:
    assert collations.settings_of({"settings": {"rumours": {}}}) == retold.Settings()
    assert collations.settings_of({"settings": [1]}) == retold.Settings()


def page(trace: Trace, form: str) -> Any:
    (one,) = export.pieces(trace, form)
    return json.loads(b"".join(one.content))


def test_selectors_of_web_annotations_point_to_the_right_characters(trace: Trace, made: Trace) -> None:
    for whole in (trace, made):
        by_id = {uris.article(one): one.text for one in whole.articles}
        items = page(whole, "web-annotation")["items"]
        assert len({one["id"] for one in items}) == len(items) > 5
        for target in (target for item in items for target in item["target"]):
            position, quote = target["selector"]
            text = by_id[target["source"]["id"]]
            low, high = position["start"], position["end"]
            assert text[low:high] == quote["exact"]
            assert text[:low].endswith(quote["prefix"]) and text[high:].startswith(quote["suffix"])


def test_a_web_annotation_counts_code_points() -> None:
    article = Article("a", "🌊🌊 sea")
    found = web_annotation.target(article, _span("a", 3, 6))
    assert found["selector"][1]["exact"] == "sea"


def _span(article: str, start: int, end: int) -> Any:
    from retold.model import Span

    return Span(article, start, end)


def test_schema_org_bases_copies_on_their_sources_and_leaves_undirected_ties_out(trace: Trace) -> None:
    found = {one["@id"]: one for one in schema_org.document(trace)["@graph"]}
    assert found["urn:retold:article:islander"]["isBasedOn"] == [{"@id": "urn:retold:article:observer"}]
    assert "isBasedOn" not in found["urn:retold:article:quayside"]
    for one in found.values():
        assert all(link["@id"] in found for link in one.get("isBasedOn", ()))
    quotation = next(o for o in found.values() if o["@type"] == "Quotation")
    assert quotation["spokenByCharacter"]["name"] == "Ivo Tarrant"


def test_an_address_that_is_none_of_the_web_is_no_link() -> None:
    evil = Trace(articles=(Article("a", "Text.", url="javascript:alert(1)"),))
    assert "url" not in schema_org.document(evil)["@graph"][0]
    assert (
        uris.web("http://[bad") is None
        and uris.web("https://post.example/ü") == "https://post.example/%C3%BC"
    )


def test_ninjs_is_read_back_by_our_own_reader(trace: Trace, tmp_path: Path) -> None:
    (file,) = files(trace, "ninjs", tmp_path / "pile.json")
    found = {one.title: one.text for one in retold.read(file)}
    foot = crane.FOOT  # a line that a reader leaves out
    assert found == {one.title: one.text.removesuffix(foot).strip() for one in trace.articles}


def test_outlet_writer_and_address_come_back_with_ninjs_and_an_unseen_source_is_no_outlet(
    tmp_path: Path,
) -> None:
    lone = Article("a/1", f"{crane.LEDE} {crane.MAYOR}", outlet="Quay News", title="Crane falls",
                   url="https://quay.example/1", byline="Ida Corrie", published="2019-03-04T10:00:00Z")  # fmt: skip
    wire = {"name": "Saltmarsh Wire", "uri": uris.of("unseen", "w")}
    given = [ninjs._item(lone, [], [wire]), ninjs._item(replace(lone, id="b", outlet=None), [], [wire])]
    (tmp_path / "pile.json").write_text(json.dumps(given))
    first, second = retold.read(tmp_path / "pile.json")
    assert (first.outlet, first.url, first.byline) == ("Quay News", "https://quay.example/1", "Ida Corrie")
    assert second.outlet != "Saltmarsh Wire"


def test_ninjs_has_only_properties_of_its_standard(trace: Trace) -> None:
    known = {"uri", "standard", "type", "firstcreated", "versioncreated", "language", "headlines", "bodies", "by",
             "infosources", "renditions", "altids", "associations"}  # fmt: skip
    found = list(ninjs.items(trace))
    assert all(set(one) <= known and one["uri"] and one["type"] == "text" for one in found)
    assert all(
        set(tie) == {"name", "uri", "type", "title"} for one in found for tie in one.get("associations", ())
    )
    copy = next(one for one in found if one["altids"][0]["value"] == "islander")
    assert copy["associations"][0]["title"] == "Morning Observer"
    assert [one["name"] for one in found[0]["infosources"]] == ["Ellard Beacon", "Saltmarsh Wire"]


def test_half_characters_stop_no_format(tmp_path: Path) -> None:
    half = [
        Article(f"h{k}\udc80", f"{crane.LEDE} \ud83d {crane.MAYOR} {k}", title="\ud800") for k in range(2)
    ]
    trace = retold.trace(half)
    for form in ("csv", "parquet", "gexf", "graphml", "dot", "prov", "tei", "collatex", "web-annotation", "schema-org",
                 "ninjs", "svg"):  # fmt: skip
        assert export.write(trace, tmp_path / form, form)


def test_a_report_is_named_by_the_headline_that_was_published_first() -> None:
    late = Article("a", "text", title="Correction", published="2031-05-02")
    early = Article("b", "text", title="Pier burns", published="2031-05-01")
    bare = Article("c", "text", published="2031-04-30")
    named = collations.Report("s", 1, (late, early, bare), {}, Collation((), ()))
    assert named.title == "Pier burns"
    assert collations.Report("s", 1, (late, bare), {}, Collation((), ())).title == "Correction"
