"""schema.org as JSON-LD: articles based on each other, who is quoted, and where claims appear."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from retold.archive import graph
from retold.export import uris
from retold.export.formats.base import ExportFormat, Piece, text_piece
from retold.model import Article, Claim, Statement

if TYPE_CHECKING:
    from retold.archive.store import Trace

Articles = Mapping[str, Article]


def _pieces(trace: Trace) -> Iterator[Piece]:
    text = json.dumps(document(trace), ensure_ascii=False, indent=1)
    yield text_piece("trace", ".jsonld", f"{text}\n")


def document(trace: Trace) -> dict[str, Any]:
    """A trace as one JSON-LD graph."""
    articles = {one.id: one for one in trace.articles}
    based: defaultdict[str, list[str]] = defaultdict(list)
    unseen: dict[str, graph.Version] = {}
    for story in graph.stories(trace):
        unseen |= {v.node.id: v for v in story.versions if not v.node.seen}
        for tie in story.ties:
            if tie.edge.directed:  # schema.org has no word for a tie that may go either way
                based[tie.edge.copy].append(tie.edge.source)
    things = [
        *(_article(one, _links(based[one.id], unseen)) for one in articles.values()),
        *(_unseen(one, _links(based[name], unseen)) for name, one in unseen.items()),
        *(_quotation(one, articles) for one in trace.statements if one.content),
        *(_claim(one, articles) for one in trace.claims),
    ]
    return {"@context": "https://schema.org", "@graph": things}


def _links(ids: list[str], unseen: Mapping[str, graph.Version]) -> list[dict[str, str]]:
    return [{"@id": uris.of("unseen" if i in unseen else "article", i)} for i in dict.fromkeys(ids)]


def _article(one: Article, based: list[dict[str, str]]) -> dict[str, Any]:
    return _known({
        "@type": "NewsArticle",
        "@id": uris.article(one),
        "identifier": one.id,
        "headline": one.title,
        "datePublished": _stamp(one.published),
        "dateModified": _stamp(one.updated),
        "publisher": {"@type": "Organization", "name": one.outlet} if one.outlet else None,
        "author": {"@type": "Person", "name": one.byline} if one.byline else None,
        "inLanguage": one.language,
        "url": uris.web(one.url),
        "articleBody": one.text,
        "isBasedOn": based,
    })  # fmt: skip


def _stamp(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else value.isoformat()


def _unseen(one: graph.Version, based: list[dict[str, str]]) -> dict[str, Any]:
    about = f"A source that no article of the trace is; support {one.node.support:.2f}"
    return _known({
        "@type": "CreativeWork", "@id": uris.of("unseen", one.node.id), "name": one.label,
        "disambiguatingDescription": about, "isBasedOn": based,
    })  # fmt: skip


def _quotation(one: Statement, articles: Articles) -> dict[str, Any]:
    article = articles.get(one.article)
    words = " … ".join(span.of(article.text) for span in one.content) if article else ""
    speaker = {"@type": "Thing", "name": one.speaker_name} if one.speaker_name else None
    return _known({
        "@type": "Quotation", "@id": uris.of("statement", one.id), "text": words,
        "spokenByCharacter": speaker, "isPartOf": {"@id": uris.of("article", one.article)},
    })  # fmt: skip


def _claim(one: Claim, articles: Articles) -> dict[str, Any]:
    where = dict.fromkeys(span.article for span in one.carriers if span.article in articles)
    readings = list(dict.fromkeys(variant.reading for variant in one.variants))
    return _known({
        "@type": "Claim", "@id": uris.of("claim", one.id), "text": readings[0] if readings else None,
        "alternateName": readings[1:], "appearance": [{"@id": uris.of("article", str(i))} for i in where],
    })  # fmt: skip


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts that are known."""
    return {key: value for key, value in facts.items() if value not in (None, "", [])}


FORMAT = ExportFormat("schema-org", "articles, quotations and claims as linked data", _pieces)
