"""The main job: from a pile of articles to a trace. The only place that knows the order.

Three widths of view: each article alone, the pile and its pairs, each story alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from retold import store
from retold.model import (
    Article,
    Change,
    Claim,
    Derivation,
    Lineage,
    SetAside,
    Span,
    Statement,
    Story,
)
from retold.settings import Settings
from retold.steps import (
    align,
    changes,
    claims,
    clean,
    collate,
    credits,
    dates,
    fingerprint,
    lineage,
    match,
    quotes,
    statements,
    story,
    words,
)
from retold.tables import Alignment, Witness
from retold.version import __version__

if TYPE_CHECKING:
    from retold.steps.statements import Parser

T = TypeVar("T")
Progress = Callable[[str, int, int], None]  # step, done, of how many
Alignments = dict[tuple[str, str], Alignment]  # keyed by the two ids, the smaller first


def trace(
    articles: Iterable[Article | SetAside],
    settings: Settings | None = None,
    into: str | Path | None = None,
    *,
    progress: Progress | None = None,
) -> store.Trace:
    """Trace a pile: who retold whom, what each retelling changed, what each claim rests on.

    `articles` may hold the `SetAside` notes of `readers.read`; they are kept in
    the trace. With `into` the trace is also written there. `progress` is told of
    each step's advance. Raises `InputError` never for a bad article: it is set aside.
    """
    settings = settings or Settings()
    tell = progress or _silent
    pile, set_aside = _fit(articles, settings)
    furniture = clean.furniture(pile, settings.clean)
    witnesses = prepared(pile, furniture, settings, tell)
    alignments = aligned(witnesses, settings, tell)
    stories = story.group(witnesses, alignments, settings.story)
    spoken = _spoken(witnesses, stories, settings, tell)
    by_id = {w.id: w for w in witnesses}
    tellings = [_telling(s, by_id, alignments, spoken, settings) for s in _counted(stories, "tracing", tell)]
    found = store.Trace(
        articles=tuple(pile),
        stories=tuple(stories),
        lineages={t.story.id: t.lineage for t in tellings},
        statements=tuple(s for w in witnesses for s in spoken.get(w.id, ())),
        changes=tuple(c for t in tellings for c in t.changes),
        claims=tuple(c for t in tellings for c in t.claims),
        furniture=tuple(furniture),
        set_aside=tuple(set_aside),
        manifest=_manifest(settings),
    )
    return found if into is None else _stored(found, into)


# ---- one article ----


def prepared(
    pile: Sequence[Article],
    furniture: Iterable[tuple[Span, str]],
    settings: Settings,
    tell: Progress | None = None,
) -> list[Witness]:
    """Every article made ready for comparison."""
    skipped: dict[str | None, list[Span]] = {}
    for span, _ in furniture:
        skipped.setdefault(span.article, []).append(span)
    return [witness(a, settings, skipped.get(a.id, ())) for a in _counted(pile, "reading", tell or _silent)]


def witness(article: Article, settings: Settings, furniture: Iterable[Span] = ()) -> Witness:
    """An article made ready for comparison: words, sentences, quotations, dates, credits."""
    text = article.text
    paragraphs = words.paragraphs(text)
    return Witness(
        article=article,
        words=words.split(text),
        sentences=words.sentences(text, paragraphs),
        paragraphs=paragraphs,
        quotes=quotes.find(article.id, text, paragraphs),
        dates=dates.find(text, article.published, settings.dates, article.id),
        credits=credits.find(article, settings.credits),
        furniture=tuple(furniture),
    )


def _fit(articles: Iterable[Article | SetAside], settings: Settings) -> tuple[list[Article], list[SetAside]]:
    """The articles that can be traced, and a note for each that cannot or only in part."""
    given = list(articles)
    notes = [one for one in given if isinstance(one, SetAside)]
    pile, more = clean.check([one for one in given if isinstance(one, Article)], settings.clean)
    return pile, notes + more


# ---- the pile and its pairs ----


def aligned(witnesses: Sequence[Witness], settings: Settings, tell: Progress | None = None) -> Alignments:
    """Alignments of all pairs that share rare words enough to be worth it."""
    grams = fingerprint.take(witnesses, settings.fingerprint)
    pairs = match.pairs(grams, settings.match)
    found: Alignments = {}
    for a, b in _counted(
        list(zip(pairs.a.tolist(), pairs.b.tolist(), strict=True)), "aligning", tell or _silent
    ):
        one, two = sorted((witnesses[a], witnesses[b]), key=lambda w: w.id)
        found[one.id, two.id] = align.align(one, two, settings.align)
    return found


# ---- one story ----


@dataclass(frozen=True, slots=True)
class Telling:
    """How one story was told: its lineage, and what the retellings changed."""

    story: Story
    lineage: Lineage
    changes: Sequence[Change] = field(default=())
    claims: Sequence[Claim] = field(default=())


def _telling(
    one: Story,
    witnesses: Mapping[str, Witness],
    alignments: Alignments,
    spoken: Mapping[str, Sequence[Statement]],
    settings: Settings,
) -> Telling:
    """Follow one story from its families to its claims."""
    families = [[witnesses[i] for i in family] for family in one.families]
    ways = [
        lineage.infer(collate.collate(family, settings.align), settings.lineage, f"{one.id}/{n}/")
        for n, family in enumerate(families, 1)
    ]
    whole = lineage.join(ways)
    altered = [
        change
        for family, way in zip(families, ways, strict=True)
        for change in changed(family, way, alignments, spoken, settings, one.id)
    ]
    here = {i: witnesses[i] for i in one.articles}
    said = {i: spoken.get(i, ()) for i in one.articles}
    carried = claims.gather(one, here, said, alignments, whole, settings.claims)
    return Telling(one, whole, altered, carried)


def changed(
    family: Sequence[Witness],
    way: Lineage,
    alignments: Alignments,
    spoken: Mapping[str, Sequence[Statement]],
    settings: Settings,
    story_id: str,
) -> Iterator[Change]:
    """What changed along each seen derivation, and between siblings of an unseen source."""
    by_id = {w.id: w for w in family}
    for source, copy, edge in compared(way):
        a, b = sorted((source, copy))
        pair = alignments.get((a, b))
        if pair is None:
            pair = alignments[a, b] = align.align(by_id[a], by_id[b], settings.align)
        said = {i: spoken.get(i, ()) for i in (a, b)}
        yield from changes.find(pair, said, edge, settings.changes, story_id)


def compared(way: Lineage) -> Iterator[tuple[str, str, Derivation | None]]:
    """The pairs of seen versions worth laying side by side, with the derivation if one joins them."""
    seen = {node.id for node in way.nodes if node.seen}
    copies: dict[str, list[str]] = {}
    for edge in way.derivations:
        if edge.source in seen and edge.copy in seen:
            yield edge.source, edge.copy, edge
        elif edge.copy in seen:
            copies.setdefault(edge.source, []).append(edge.copy)
    for siblings in copies.values():
        for a, b in combinations(sorted(siblings), 2):
            yield a, b, None


def _spoken(
    witnesses: Sequence[Witness], stories: Sequence[Story], settings: Settings, tell: Progress
) -> dict[str, list[Statement]]:
    """Statements of the articles that are to be parsed; the dear part of the whole job."""
    wanted = _to_parse(stories, settings)
    chosen = [w for w in witnesses if w.id in wanted]
    if not chosen:
        return {}
    parser: Parser = statements.parser()
    return {w.id: statements.find(w, parser, settings.statements) for w in _counted(chosen, "parsing", tell)}


def _to_parse(stories: Sequence[Story], settings: Settings) -> set[str]:
    least = {"stories": 2, "all": 1, "none": 10**9}[settings.statements.which]
    return {i for s in stories if len(s.articles) >= least for i in s.articles}


# ---- odds and ends ----


def _manifest(settings: Settings) -> dict[str, object]:
    return {"retold": __version__, "settings": asdict(settings), "seed": settings.lineage.seed}


def _stored(found: store.Trace, into: str | Path) -> store.Trace:
    found.save(into)
    return store.load(into)


def _counted(things: Sequence[T], step: str, tell: Progress) -> Iterator[T]:
    """The things one by one, telling of the advance after each."""
    for done, thing in enumerate(things, 1):
        yield thing
        tell(step, done, len(things))


def _silent(step: str, done: int, total: int) -> None:
    """Take no notice: the `Progress` of a caller who wants none."""
