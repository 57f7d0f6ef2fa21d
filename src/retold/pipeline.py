"""The main job: from a pile of articles to a trace. The only place that knows the order.

Three widths of view: each article alone, the pile and its pairs (`wide`), each
story alone. Stories are told one after another, so that no more than one has to
be in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from retold import crowds, store, wide
from retold.model import (
    Article,
    Change,
    Derivation,
    Lineage,
    SetAside,
    Span,
    Statement,
    Story,
)
from retold.pile import Pile
from retold.settings import Settings
from retold.steps import (
    align,
    changes,
    claims,
    clean,
    collate,
    credits,
    dates,
    lineage,
    statements,
)
from retold.tables import Alignment, Pairs, Witness
from retold.version import __version__
from retold.wide import Desk, Hidden, Progress

Alignments = dict[tuple[str, str], Alignment]  # keyed by the two ids, the smaller first

_BATCH = 2_000  # articles written at a time
_FEW_SIBLINGS = 12  # versions of an unseen source that are all compared with each other
_REFEREES = 3  # of more than these, those with which all the others are compared


def trace(
    articles: Iterable[Article | SetAside],
    settings: Settings | None = None,
    into: str | Path | None = None,
    *,
    progress: Progress | None = None,
) -> store.Trace:
    """Trace a pile: who retold whom, what each retelling changed, what each claim rests on.

    `articles` may hold the `SetAside` notes of `readers.read`; they are kept in
    the trace. With `into` the trace goes there story by story and is read back. `progress` is told of
    each step's advance. Raises `InputError` never for a bad article: it is set aside.
    """
    settings = settings or Settings()
    tell = progress or _silent
    with gathered(articles, settings, tell) as job:
        head = store.Trace(
            furniture=tuple(job.furniture), set_aside=tuple(job.set_aside), manifest=_manifest(settings)
        )
        parts = _parts(job, head, tell)
        if into is None:
            return store.joined(parts)
        store.write(parts, into)
    return store.load(into)


def _parts(job: Job, head: store.Trace, tell: Progress) -> Iterator[store.Trace]:
    """The trace in parts: what concerns the pile, its articles, and story after story."""
    yield head
    for low in range(0, len(job.pile), _BATCH):
        yield store.Trace(articles=tuple(job.pile[low : low + _BATCH]))
    for done, part in enumerate(_told(job), 1):
        yield part
        tell("tracing", done, len(job.stories))


# ---- the pile ----


@dataclass(frozen=True, slots=True)
class Job:
    """A pile and its stories, with what is needed to tell each."""

    pile: Pile
    furniture: Sequence[tuple[Span, str]]
    set_aside: Sequence[SetAside]
    stories: Sequence[Story]
    pairs: Pairs
    desk: Desk
    settings: Settings


@contextmanager
def gathered(
    articles: Iterable[Article | SetAside], settings: Settings, tell: Progress | None = None
) -> Iterator[Job]:
    """Match, align and group the articles; nothing is parsed. What lies on disk meanwhile goes at the end."""
    set_aside: list[SetAside] = []
    with TemporaryDirectory(prefix="retold-", ignore_cleanup_errors=True) as folder:
        pile = Pile.gathered(_fit(articles, settings, set_aside), Path(folder))
        furniture = clean.furniture(pile, settings.clean)
        hidden: Hidden = {}
        for span, _ in furniture:
            hidden.setdefault(str(span.article), []).append(span)
        found = wide.stories(pile, hidden, settings, Path(folder), tell or _silent)
        yield Job(pile, furniture, set_aside, *found, settings)


def _fit(
    articles: Iterable[Article | SetAside], settings: Settings, set_aside: list[SetAside]
) -> Iterator[Article]:
    """The articles that can be traced; a note for each that cannot, or only in part, is put by."""
    notes: list[SetAside] = []

    def told() -> Iterator[Article]:
        for one in articles:
            if isinstance(one, SetAside):
                set_aside.append(one)
            else:
                yield one

    yield from clean.checked(told(), settings.clean, notes)
    set_aside += notes


def witness(article: Article, settings: Settings, furniture: Iterable[Span] = ()) -> Witness:
    """An article made ready for comparison: words, sentences, quotations, dates, credits."""
    return _full(wide.bare(article, tuple(furniture)), settings)


def _full(bare: Witness, settings: Settings) -> Witness:
    article, language = bare.article, bare.language
    found = dates.find(article.text, article.published, language, article.id)
    barred = [(one.span.start, one.span.end) for one in found if one.kind in ("DATE", "TIME")]
    return replace(
        bare,
        dates=found,
        figures=tuple(language.numbers.find(article.text, barred)),
        credits=credits.find(article, settings.credits, language),
    )


# ---- one story ----


def _told(job: Job) -> Iterator[store.Trace]:
    """Each story told, in their order."""
    number = {name: k for k, name in enumerate(job.pile.ids)}
    inside = _pairs_inside(job, number)
    for place, one in enumerate(job.stories):
        full = {i: _full(job.desk.witness(number[i]), job.settings) for i in one.articles}
        said: dict[str, Sequence[Statement]] = {}
        if _is_parsed(one, job.settings):
            said = {i: statements.find(w, None, job.settings.statements) for i, w in full.items()}
        alignments = {}
        for pair in inside.get(place, ()):
            found = job.desk.alignment(pair)
            a, b = full[found.a.id], full[found.b.id]
            alignments[a.id, b.id] = replace(found, a=a, b=b)
        yield _telling(one, full, alignments, said, job.settings)


def _pairs_inside(job: Job, number: Mapping[str, int]) -> dict[int, list[tuple[int, int]]]:
    """The aligned pairs of each story, by its place."""
    home = {number[i]: place for place, one in enumerate(job.stories) for i in one.articles}
    found: dict[int, list[tuple[int, int]]] = {}
    for a, b in zip(job.pairs.a.tolist(), job.pairs.b.tolist(), strict=True):
        if home[a] == home[b]:
            found.setdefault(home[a], []).append((a, b))
    return found


def _is_parsed(one: Story, settings: Settings) -> bool:
    least = {"stories": 2, "all": 1, "none": 10**9}[settings.statements.which]
    return len(one.articles) >= least


def _telling(
    one: Story,
    witnesses: Mapping[str, Witness],
    alignments: Alignments,
    spoken: Mapping[str, Sequence[Statement]],
    settings: Settings,
) -> store.Trace:
    """Follow one story from its families to its claims."""
    families = [[witnesses[i] for i in family] for family in one.families]
    ways = [_way(family, settings, f"{one.id}/{n}/") for n, family in enumerate(families, 1)]
    searched = [crowds.parted(family)[0] for family in families]
    whole = lineage.across(lineage.join(ways), searched, settings.lineage)
    altered = [
        change
        for family, way in zip(families, ways, strict=True)
        for change in changed(family, way, alignments, spoken, settings, one.id)
    ]
    said = {i: spoken.get(i, ()) for i in one.articles}
    carried = claims.gather(one, witnesses, said, alignments, whole, settings.claims)
    return store.Trace(
        stories=(one,),
        lineages={one.id: whole},
        statements=tuple(s for i in one.articles for s in said[i]),
        changes=tuple(altered),
        claims=tuple(carried),
    )


def _way(family: Sequence[Witness], settings: Settings, prefix: str) -> Lineage:
    """Who had it from whom among the versions of one report."""
    searched, rest = crowds.parted(family)
    grid = collate.collate(searched, settings.align)
    return crowds.hung(lineage.infer(grid, settings.lineage, prefix), searched, rest)


def changed(
    family: Sequence[Witness],
    way: Lineage,
    alignments: Alignments,
    spoken: Mapping[str, Sequence[Statement]],
    settings: Settings,
    story_id: str,
) -> Iterator[Change]:
    """What changed along each seen derivation, and from unseen sources to their copies, or between those."""
    by_id = {w.id: w for w in family}
    found: list[Change] = []
    laid = list(compared(way))
    for source, copy, edge in laid:
        a, b = sorted((source, copy))
        pair = alignments.get((a, b))
        if pair is None:
            pair = alignments[a, b] = align.align(by_id[a], by_id[b], settings.align)
        said = {i: spoken.get(i, ()) for i in (a, b)}
        found += changes.find(pair, said, edge, settings.changes, story_id)
    yield from changes.settled(found, way, laid)


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
        yield from ((a, b, None) for a, b in _laid_side_by_side(sorted(siblings)))


def _laid_side_by_side(siblings: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Each with each of a few siblings; of many, each with as many as can outvote one."""
    if len(siblings) <= _FEW_SIBLINGS:
        return combinations(siblings, 2)
    return ((a, b) for k, a in enumerate(siblings[:_REFEREES], 1) for b in siblings[k:])


# ---- odds and ends ----


def _manifest(settings: Settings) -> dict[str, object]:
    return {"retold": __version__, "settings": asdict(settings), "seed": settings.lineage.seed}


def _silent(step: str, done: int, total: int) -> None:
    """Take no notice: the `Progress` of a caller who wants none."""
