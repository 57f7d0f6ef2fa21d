"""A trace as flat tables: plain columns, names beside ids, no structs and no lists.

`columns.TABLES` says what each table holds. Rows come in the order of the trace. `views.sql` gives the same
tables from a stored trace without Python; a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from retold.archive.columns import TABLES
from retold.errors import InputError
from retold.messages import N_
from retold.model import Article, Claim, Evidence, Lineage, Span, Statement

if TYPE_CHECKING:
    import pyarrow as pa

    from retold.archive.contents import Contents

Row = tuple[Any, ...]
JOINT = " … "  # between the pieces of what was said


def rows(trace: Contents, table: str) -> Iterator[Row]:
    """The rows of one flat table; raises `InputError` for an unknown one."""
    if table not in TABLES:
        raise InputError(
            N_("no table {table!r} in a trace").format(table=table),
            N_("use one of {names}").format(names=", ".join(TABLES)),
        )
    return _ROWS[table](trace, _Names(trace))


def batches(trace: Contents, table: str) -> Iterator[pa.RecordBatch]:
    """The rows of one flat table as Arrow batches of some thousand rows."""
    import pyarrow as pa

    layout, given = schema(table), rows(trace, table)
    while block := list(islice(given, 10_000)):
        arrays = [
            pa.array(map(_sound, c), f.type) for c, f in zip(zip(*block, strict=True), layout, strict=True)
        ]
        yield pa.RecordBatch.from_arrays(arrays, schema=layout)


def schema(table: str) -> pa.Schema:
    """The Arrow columns of one flat table, each with its meaning as metadata."""
    import pyarrow as pa

    kinds = {"text": pa.string(), "integer": pa.int64(), "real": pa.float64(), "boolean": pa.bool_()}
    described = TABLES[table].columns
    return pa.schema([pa.field(c.name, kinds[c.kind], metadata={"meaning": c.meaning}) for c in described])


def _sound(value: Any) -> Any:
    """The value without half characters, which no table takes."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode()
    return value


class _Names:
    """Articles by id, their texts and what to call them."""

    def __init__(self, trace: Contents) -> None:
        self.articles: dict[str, Article] = {a.id: a for a in trace.articles}

    def __call__(self, node: str | None) -> str | None:
        """The outlet, else the headline, else the id; None for what is no article."""
        article = self.articles.get(node or "")
        return None if article is None else article.outlet or article.title or article.id

    def words(self, spans: Iterable[Span]) -> str:
        """The text under the spans."""
        return JOINT.join(self.text(span) for span in spans)

    def text(self, span: Span) -> str:
        """The text under a span, '' for one of no article."""
        article = self.articles.get(span.article or "")
        return "" if article is None else span.of(article.text)

    def place(self, span: Span | None) -> Row:
        """Where a span begins and ends, and its words."""
        return (None, None, None) if span is None else (span.start, span.end, self.text(span))


def _articles(_: Contents, names: _Names) -> Iterator[Row]:
    for a in names.articles.values():
        when = (_stamp(a.published), _stamp(a.updated))
        yield (a.id, names(a.id), a.outlet, a.title, *when, a.byline, a.language, a.url, len(a.text), a.text)


def _stamp(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else value.isoformat()


def _stories(trace: Contents, _: _Names) -> Iterator[Row]:
    lineages = dict(trace.lineages.items())
    for one in trace.stories:
        found = lineages.get(one.id)
        origins = (None, None, None) if found is None else (len(found.origins), *found.origins_range)
        yield (one.id, len(one.articles), len(one.families), *origins, one.cohesion)


def _versions(trace: Contents, names: _Names) -> Iterator[Row]:
    for one in trace.stories:
        for number, report in enumerate(one.families, 1):
            yield from ((one.id, number, article, names(article)) for article in report)


def _every_lineage(trace: Contents) -> Iterator[tuple[str, int, Lineage]]:
    """Each lineage and its alternatives, with their story and number."""
    for story, top in trace.lineages.items():
        yield from ((story, number, one) for number, one in enumerate((top, *top.alternatives)))


def _nodes(trace: Contents, names: _Names) -> Iterator[Row]:
    for story, number, found in _every_lineage(trace):
        for n in found.nodes:
            called = names(n.id) if n.seen else n.name
            yield (story, number, n.id, called, n.seen, n.support, n.id in found.origins)


def _derivations(trace: Contents, names: _Names) -> Iterator[Row]:
    for story, number, found in _every_lineage(trace):
        called = _called(found, names)
        for e in found.derivations:
            ends = (e.source, called.get(e.source), e.copy, called.get(e.copy), e.directed)
            yield (story, number, e.id, *ends, e.support, len(e.passages))


def _called(found: Lineage, names: _Names) -> dict[str, str | None]:
    """What to call each node of a lineage."""
    return {n.id: names(n.id) if n.seen else n.name for n in found.nodes}


def _statements(trace: Contents, names: _Names) -> Iterator[Row]:
    for s in trace.statements:
        parties = (s.speaker_name, s.addressee_name)
        said = names.words(s.content)
        yield (s.id, s.article, names(s.article), s.kind, s.manner, *parties, s.when, s.support, said)


def _parties(trace: Contents, names: _Names) -> Iterator[Row]:
    for s in trace.statements:
        for role, parties in (("speaker", s.speakers), ("addressee", s.addressees)):
            for number, p in enumerate(parties, 1):
                yield (s.id, role, number, s.article, p.name, p.support, *names.place(p.mention))


def _changes(trace: Contents, names: _Names) -> Iterator[Row]:
    unseen = {n.id: n.name for _, top in trace.lineages.items() for n in top.nodes if not n.seen}
    for c in trace.changes:
        ends = (
            c.source,
            names(c.source) or unseen.get(c.source),
            c.copy,
            names(c.copy) or unseen.get(c.copy),
        )
        readings = (c.kind, c.detail, c.weight, c.before, c.after)
        yield (c.id, c.story, c.derivation, *ends, c.directed, *readings, c.support)


def _claims(trace: Contents, _: _Names) -> Iterator[Row]:
    speakers = {s.id: s.speaker_name for s in trace.statements}
    for c in trace.claims:
        counts = (len(c.carriers), len(c.variants), len(c.origins), *c.origins_range)
        yield (c.id, c.kind, c.statement, speakers.get(c.statement or ""), *counts, c.support)


def _carriers(trace: Contents, names: _Names) -> Iterator[Row]:
    for c in trace.claims:
        for number, reading, span in _readings(c):
            yield (c.id, number, reading, span.article, names(span.article), *names.place(span))


def _readings(claim: Claim) -> Iterator[tuple[int, str | None, Span]]:
    """Each place of a claim with the reading it stands in."""
    placed: set[Span] = set()
    for number, variant in enumerate(claim.variants, 1):
        placed |= set(variant.carriers)
        yield from ((number, variant.reading, span) for span in variant.carriers)
    yield from ((0, None, span) for span in claim.carriers if span not in placed)


def _places(trace: Contents, names: _Names) -> Iterator[Row]:
    for c in trace.changes:
        for role, spans in (("source", c.source_spans), ("copy", c.copy_spans)):
            yield from _numbered(c.id, role, spans, names)
    for s in trace.statements:
        for part, pieces in _parts(s):
            yield from _numbered(s.id, part, pieces, names)


def _parts(said: Statement) -> Iterator[tuple[str, Sequence[Span]]]:
    yield "content", said.content
    yield "cue", () if said.cue is None else (said.cue,)
    yield "occasion", () if said.occasion is None else (said.occasion,)


def _numbered(finding: str, role: str, spans: Sequence[Span], names: _Names) -> Iterator[Row]:
    return ((finding, role, n, s.article, *names.place(s)) for n, s in enumerate(spans, 1))


def _evidence(trace: Contents, _: _Names) -> Iterator[Row]:
    for story, found in trace.lineages.items():
        yield from chain.from_iterable(_reasons(n.id, "node", story, n.evidence) for n in found.nodes)
        yield from chain.from_iterable(
            _reasons(e.id, "derivation", story, e.evidence) for e in found.derivations
        )
    for change in trace.changes:
        yield from _reasons(change.id, "change", change.story, change.evidence)
    for claim in trace.claims:
        yield from _reasons(claim.id, "claim", next(iter(claim.stories), None), claim.evidence)


def _reasons(finding: str, thing: str, story: str | None, evidence: Iterable[Evidence]) -> Iterator[Row]:
    return ((finding, thing, story, e.kind, e.weight, e.words) for e in evidence)


def _passages(trace: Contents, names: _Names) -> Iterator[Row]:
    for pair in trace.alignments:
        for p in pair.passages:
            one = (pair.a, names(pair.a), p.a.start, p.a.end)
            yield (
                pair.story,
                *one,
                pair.b,
                names(pair.b),
                p.b.start,
                p.b.end,
                p.kind,
                p.score,
                names.text(p.a),
            )


def _furniture(trace: Contents, names: _Names) -> Iterator[Row]:
    for span, reason in trace.furniture:
        yield (span.article, names(span.article), reason, *names.place(span))


def _set_aside(trace: Contents, _: _Names) -> Iterator[Row]:
    return (tuple(note) for note in trace.set_aside)


_ROWS: Mapping[str, Callable[[Contents, _Names], Iterator[Row]]] = {
    "articles": _articles, "stories": _stories, "versions": _versions, "nodes": _nodes,
    "derivations": _derivations, "statements": _statements, "parties": _parties, "changes": _changes,
    "claims": _claims, "carriers": _carriers, "places": _places, "evidence": _evidence,
    "passages": _passages, "furniture": _furniture, "set_aside": _set_aside,
}  # fmt: skip
