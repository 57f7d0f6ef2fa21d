"""The first generation of NewsML is read as its successor is."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from retold.model import Article
from retold.readers import registry
from retold.readers.content import Head
from retold.readers.formats import newsml_first

ITEM = """<NewsItem><Identification><NewsIdentifier><ProviderId>gannet.example</ProviderId><DateId>20310304</DateId>
<NewsItemId>ferry-7</NewsItemId><RevisionId PreviousRevision="1" Update="N">{version}</RevisionId></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20310304T091200+0100</FirstCreated><ThisRevisionCreated>20310304T101200+0100</ThisRevisionCreated>
<Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Ferry late</HeadLine><ByLine>By Ida Corrie</ByLine>
<SlugLine>FERRY</SlugLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="Gannet News"/></Provider>
</AdministrativeMetadata><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
<ContentItem><DataContent>{content}</DataContent></ContentItem></NewsComponent></NewsItem>"""
MARKED = "<nitf><head><title>no</title></head><body><body.content><p>The ferry ran late.</p><p>Nobody <em>minded</em>.</p></body.content></body></nitf>"


def take(folder: Path, *items: str) -> list[Article]:
    (folder / "a.xml").write_text(f'<?xml version="1.0"?><NewsML>{"".join(items)}</NewsML>')
    return list(retold.read(folder / "a.xml"))


@pytest.mark.parametrize("content", [MARKED, "<p>The ferry ran late.</p><p>Nobody minded.</p>"])
def test_an_item_is_an_article_with_what_its_head_says(tmp_path: Path, content: str) -> None:
    (one,) = take(tmp_path, ITEM.format(version="2", content=content))
    assert one.text == "The ferry ran late.\n\nNobody minded."
    assert (one.title, one.outlet, one.byline, one.language) == (
        "Ferry late", "Gannet News", "Ida Corrie", "en",
    )  # fmt: skip
    assert (one.published, one.updated) == ("2031-03-04T09:12:00+01:00", "2031-03-04T10:12:00+01:00")
    assert one.id == "ferry-7#2" and one.extra["version"] == 2 and one.extra["replaces"] == ("ferry-7",)


def test_a_report_of_another_form_is_not_claimed() -> None:
    assert newsml_first.FORMAT.name == "NewsML 1"
    for data in (b"<newsItem guid='a'/>", b"A report on <NewsML> and what it is for.", b"<nitf/>"):
        assert newsml_first.FORMAT.claim(Head.of(data)) <= registry.NO


def test_several_items_are_told_apart_and_one_without_a_text_is_none(tmp_path: Path) -> None:
    full = ITEM.format(version="1", content=MARKED)
    assert [one.id for one in take(tmp_path, full, full.replace("ferry-7", "ferry-8"))] == [
        "ferry-7",
        "ferry-8",
    ]
    with pytest.warns(UserWarning, match="NewsML without a report"):
        assert take(tmp_path, ITEM.format(version="1", content="")) == []
