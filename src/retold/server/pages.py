"""The pages of a trace: the pile, a story, a search, a collation. Each is what `report` makes of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from retold.archive import graph
from retold.decisions import Decision
from retold.errors import InputError
from retold.messages import N_, _, many
from retold.moments import moment
from retold.report import engine, pile, rows, sections
from retold.report.served import Paging, Served
from retold.server import catalogue
from retold.server.catalogue import Asked, Hit
from retold.server.responses import FORMS, Content, table_rows
from retold.server.retelling import Told
from retold.views import decided, findings, index, loci, safe
from retold.views import pile as pile_view
from retold.views.decided import Choice
from retold.views.pile import Bar, Line, Pile

if TYPE_CHECKING:
    from retold.server.served_traces import ServedTrace

LINES = 100  # stories on one page of the pile
_HITS = 50  # articles on one page of a search
_RANKED = 30_000  # articles of which the likeliest are told; of more that takes too long
Query = Sequence[tuple[str, str]]


# ---- the pile ----


def pile_content(served_trace: ServedTrace, query: Query, served: Served) -> Content:
    """A page of the pile: the stories that the query asks for."""
    asked, page = asked_of(query)
    total = served_trace.catalogue.count(asked)
    lines, marks = _as_decided(served_trace, served_trace.catalogue.lines(asked, LINES * page, LINES))
    shown = replace(
        served,
        waiting=len(served_trace.waiting()),
        marks=marks,
        may_count=served_trace.stored is not None,
        formats=_formats("pile", query),
        words=asked.words,
        chosen=dict(asked.facets),
        paging=_paging("./", query, page, LINES, len(lines), total),
    )
    return Content(
        page=lambda: pile.index_page(
            _pile(served_trace, lines, asked),
            served_trace.catalogue.count(Asked()),
            _rest(served_trace),
            pile.version_of(served_trace.trace),
            shown,
        ),
        rows=lambda: map(_line_row, lines),
        table=lambda: map(_line_row, lines),
        graph=lambda: served_trace.graphs([one.place.rpartition("/")[2] for one in lines]),
    )


def asked_of(query: Query) -> tuple[Asked, int]:
    """What a query asks of the pile, and which page; raises `InputError` for a page that is no number."""
    words = _first(query, "q")
    chosen = {
        letter: tuple(dict.fromkeys(value for name, value in query if name == letter and value))[:50]
        for letter in "koupd"
    }
    return Asked(words[:400], tuple((k, v) for k, v in chosen.items() if v)), page_of(query)


def page_of(query: Query) -> int:
    """The number of the page that is asked for, from 0."""
    given = _first(query, "page", "1")
    if not given.isdecimal() or not 1 <= int(given) <= 1_000_000:
        raise InputError(
            N_("no page {given!r}").format(given=safe.short(given, 20)), N_("pages have numbers from 1 on")
        )
    return int(given) - 1


def _first(query: Query, asked: str, default: str = "") -> str:
    """The first value of a name in a query."""
    return next((value for name, value in query if name == asked), default)


def _paging(path: str, query: Query, page: int, size: int, shown: int, total: int) -> Paging:
    kept = [(name, value) for name, value in query if name not in ("page", "token") and value]

    def address(number: int) -> str:
        return f"{path}?{urlencode([*kept, ('page', str(number + 1))])}"

    return Paging(
        first=page * size + 1,
        last=page * size + shown,
        total=total,
        before=address(page - 1) if page else "",
        behind=address(page + 1) if (page + 1) * size < total else "",
    )


def _formats(path: str, query: Query) -> tuple[tuple[str, str], ...]:
    kept = urlencode([(name, value) for name, value in query if name != "token"])
    names = {"json": "JSON", "csv": "CSV", "graphml": "GraphML"}
    return tuple((names[form], f"{path}.{form}{'?' if kept else ''}{kept}") for form in FORMS)


def _as_decided(served_trace: ServedTrace, lines: Sequence[Line]) -> tuple[list[Line], dict[str, str]]:
    """The lines as decided, and by their places what is decided and is not in them yet."""
    touched = {f"stories/{served_trace.catalogue.name(n)}": (n, d) for n, d in served_trace.touched().items()}
    made, marks = list[Line](), dict[str, str]()
    for one in lines:
        known = touched.get(one.place)
        line, mark = (one, "") if known is None else _line_now(served_trace, one, *known)
        made.append(line)
        marks |= {one.place: mark} if mark else {}
    return made, marks


def _line_now(
    served_trace: ServedTrace, line: Line, number: int, waiting: Sequence[Decision]
) -> tuple[Line, str]:
    """The line of a story as it is now, and what of the `waiting` decisions on it is not in it."""
    told = served_trace.told(number, patience=0.0)
    wide = any(one.kind in decided.WIDE for one in waiting)
    if told.begun:
        return line, _("is being told anew as decided")
    story, found = told.part.stories[0], index.of_trace(told.part)
    every = findings.of_loci(loci.of_story(found, story.id), found)
    mark = _("decided: {state}").format(state=_(decided.NEXT)) if wide else ""
    return pile_view.line(found, story, line.place, every), mark


def _pile(served_trace: ServedTrace, lines: Sequence[Line], asked: Asked) -> Pile:
    """The page's lines with what concerns the whole pile."""
    known = served_trace.catalogue
    return Pile(
        lines=tuple(lines),
        facets=known.facets(asked),
        bars=tuple(Bar(**one) for one in known.meta("bars")),
        ends=tuple(known.meta("ends")),
        sentence=known.meta("sentence"),
    )


def _rest(served_trace: ServedTrace) -> pile.Rest:
    loners = served_trace.catalogue.loners(pile.LONERS)
    named = [
        (f"stories/{name}", safe.short(": ".join(filter(None, (who, title))) or name, 110))
        for name, who, title in loners
    ]
    notes, unnoted = pile.notes_of(served_trace.trace)
    bad = pile.printable(served_trace.ledger().notes)
    return pile.Rest(named, served_trace.catalogue.meta("loners") - len(loners), [*bad, *notes], unnoted)


def _line_row(one: Line) -> dict[str, Any]:
    row = {"type": "story", **asdict(one)}
    return row | {"begun": None if one.begun is None else one.begun.isoformat()}


# ---- a story ----


def story_content(served_trace: ServedTrace, name: str, query: Query, served: Served) -> Content | None:
    """The page of a story; None where there is none. With a token it has the forms to decide."""
    number = served_trace.catalogue.number(name)
    if number is None:
        return None
    shown = replace(served, formats=_formats(served_trace.catalogue.name(number), query))
    asking = _Asking(lambda: served_trace.told(number), ("story", number), query)
    return _of_part(served_trace, asking, shown)


def collation_content(served_trace: ServedTrace, query: Query, served: Served) -> Content:
    """Some articles as one story, traced now; raises `InputError` for what cannot be."""
    names = tuple(value for name, value in query if name == "a")
    shown = replace(served, formats=_formats("collate", query), token="")
    asking = _Asking(lambda: Told(served_trace.collated(names), frozenset()), ("collation", names), query)
    return _of_part(served_trace, asking, shown)


@dataclass(frozen=True, slots=True)
class _Asking:
    """What a page is asked for: the story as it is now, what stands for it, and the query."""

    told: Callable[[], Told]
    key: Hashable
    query: Query


def _of_part(served_trace: ServedTrace, asking: _Asking, served: Served) -> Content:
    table = _first(asking.query, "table", "changes")

    def made() -> tuple[str, bool]:
        told = asking.told()
        return _story_page(served_trace, told, served), not told.begun

    return Content(
        page=lambda: served_trace.page((asking.key, served.root, served.formats, served.token), made),
        rows=lambda: rows.rows(replace(asking.told().part, manifest={})),
        table=lambda: table_rows(asking.told().part, table),
        graph=lambda: graph.stories(asking.told().part),
    )


def _story_page(served_trace: ServedTrace, told: Told, served: Served) -> str:
    part = told.part
    story, found = part.stories[0], index.of_trace(part)
    shown = replace(served, versions=tuple(Choice(i, found.label(i)) for i in story.articles[:400]))
    made = sections.section(found, story, "s", part.furniture, beside=served_trace.beside)
    made = replace(made, decided=_decided(served_trace, found, told, served.token))
    return pile.story_page(made, served.root, pile.version_of(served_trace.trace), shown)


def _decided(served_trace: ServedTrace, found: index.Index, told: Told, token: str) -> decided.Decided:
    story = told.part.stories[0]
    standing = decided.Standing(served_trace.holding(), told.shown, told.begun)
    made = decided.of_story(found, story, served_trace.made_with, standing)
    if not token or served_trace.decisions is None:
        return made
    return decided.with_forms(made, found, story, token, str(served_trace.decisions))


# ---- a search ----


def search_content(served_trace: ServedTrace, query: Query, served: Served) -> Content:
    """The articles that have some words."""
    words = _first(query, "q")[:400]
    page = page_of(query)
    total = served_trace.catalogue.hit_count(words)
    hits = served_trace.catalogue.hits(words, _HITS * page, _HITS, total <= _RANKED)
    paging = _paging("search", query, page, _HITS, len(hits), total)
    shown = replace(served, formats=_formats("search", query), words=words, paging=paging)
    title = _("Search: {words}").format(words=words)
    return Content(
        page=lambda: engine.rendered(
            "search.html", shown, title=title, words=words, answer=_found(words, total),
            hits=[_hit(one) for one in hits],
        ),
        rows=lambda: map(_hit_row, hits),
        table=lambda: map(_hit_row, hits),
        graph=lambda: served_trace.graphs(one.story for one in hits),
    )  # fmt: skip


def _found(words: str, total: int) -> str:
    if not words.strip():
        return _("Give words that an article should have; in “…” they must stand as they are.")
    order = _(", too many to rank: they stand in the order of the trace") if total > _RANKED else ""
    return many(
        total,
        "{count:,} article has all of these words{order}.",
        "{count:,} articles have all of these words{order}.",
        order=order,
    )


def _hit_row(one: Hit) -> dict[str, Any]:
    return {"type": "hit", **asdict(one), "snippet": "".join(piece for _, piece in _pieces(one.snippet))}


def _hit(one: Hit) -> Mapping[str, Any]:
    when = index.stamp(moment(one.published))
    others = many(one.articles, "in a story of {count} article", "in a story of {count} articles")
    about = (safe.short(one.outlet, 60), when, others if one.articles > 1 else "")
    return {
        "article": one.article,
        "story": one.story,
        "title": safe.short(one.title or one.article, 110),
        "about": " · ".join(filter(None, about)),
        "pieces": [(hit, safe.text(words)) for hit, words in _pieces(one.snippet)],
    }


def _pieces(snippet: str) -> Iterator[tuple[bool, str]]:
    """The snippet in pieces, each with whether it is what was looked for."""
    for number, part in enumerate(snippet.split(catalogue.HIT)):
        hit, end, rest = part.partition(catalogue.HIT_END)
        if number and end:
            yield True, hit
            yield False, rest
        elif part:
            yield False, part
