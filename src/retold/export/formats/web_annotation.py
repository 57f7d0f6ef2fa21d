"""Web annotations (W3C Web Annotation Data Model): changes, statements and claims, each at its characters.

A target is the article's text as the trace has it: a TextPositionSelector counts Unicode code points of it
from 0, and a TextQuoteSelector finds the same words in a page. `via` is the article's own address.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from retold.export import uris
from retold.export.formats.base import ExportFormat, Piece
from retold.model import Article, Change, Claim, Span, Statement

if TYPE_CHECKING:
    from retold.archive.store import Trace

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of context before and after a quotation
Articles = Mapping[str, Article]


def _pieces(trace: Trace) -> Iterator[Piece]:
    yield Piece("annotations", ".jsonld", _page(trace))


def _page(trace: Trace) -> Iterator[bytes]:
    """An annotation page, item by item, so that a large trace is never one text."""
    head = {"@context": _CONTEXT, "id": uris.of("annotations", "1"), "type": "AnnotationPage"}
    yield json.dumps(head)[:-1].encode() + b', "items": [\n'
    for number, item in enumerate(items(trace)):
        text = json.dumps(item, ensure_ascii=False)
        yield (",\n" if number else "").encode() + text.encode("utf-8", "replace")
    yield b"\n]}\n"


def items(trace: Trace) -> Iterator[dict[str, Any]]:
    """One annotation for each change, statement and claim that points to characters."""
    articles = {one.id: one for one in trace.articles}
    for change in trace.changes:
        yield from _annotation(
            "change", change.id, _change(change), (*change.source_spans, *change.copy_spans), articles
        )
    for said in trace.statements:
        cue = () if said.cue is None else (said.cue,)
        yield from _annotation("statement", said.id, _statement(said), said.content or cue, articles)
    for claim in trace.claims:
        yield from _annotation("claim", claim.id, _claim(claim), claim.carriers, articles)


def _annotation(
    kind: str, name: str, bodies: Sequence[str], spans: Iterable[Span], articles: Articles
) -> Iterator[dict[str, Any]]:
    """The annotation, unless its characters are in no article."""
    targets = [target(articles[s.article or ""], s) for s in spans if s.article in articles]
    if targets:
        body = [{"type": "TextualBody", "value": words, "format": "text/plain", "purpose": purpose}
                for words, purpose in zip(bodies, ("describing", "tagging"), strict=False)]  # fmt: skip
        yield {"id": uris.of(kind, name), "type": "Annotation", "motivation": "describing",
               "body": body, "target": targets}  # fmt: skip


def target(article: Article, span: Span) -> dict[str, Any]:
    """A stretch of an article's text as a specific resource with both selectors."""
    text, via = article.text, uris.web(article.url)
    source = {"id": uris.article(article), "type": "Text", "format": "text/plain"}
    source |= {"language": article.language} if article.language else {}
    source |= {"via": via} if via else {}
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    return {"type": "SpecificResource", "source": source, "selector": [position, quote]}


def _change(one: Change) -> tuple[str, str]:
    before, after = (("?" if side is None else side) for side in (one.before, one.after))
    joint = "became" if one.directed else "against"
    return f"{one.kind} ({one.weight}): “{before}” {joint} “{after}”", one.kind


def _statement(one: Statement) -> tuple[str, str]:
    heard = f" to {one.addressee_name}" if one.addressee_name else ""
    return f"said by {one.speaker_name or 'an unsure speaker'}{heard}", one.kind


def _claim(one: Claim) -> tuple[str, str]:
    readings = "; ".join(f"“{v.reading}” in {len(v.carriers)}" for v in one.variants)
    return f"{one.kind} from {len(one.origins)} origin(s) seen: {readings}", one.kind


FORMAT = ExportFormat("web-annotation", "findings at their characters, for annotation tools", _pieces)
