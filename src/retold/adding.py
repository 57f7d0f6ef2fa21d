"""Adding to a stored trace: new articles, corrections, removals. Only what may change is done again.

    news = adding.add("monday.trace", new_articles)

The corpus is matched and grouped with the numbers that were counted for it once (`tables.Generation`), so
that what is alike stays as alike as it was; pairs that stood as they do are not aligned again. Stories
that are followed by just what they were are copied. The result is that of a run over all articles by the
same numbers; these are counted anew once the corpus has grown by much, and then it is that of a fresh run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from retold import ids, parameters, pipeline, readers
from retold import settings as choices
from retold.archive import addresses, files, locks, merging, store, tables
from retold.corpus import memory, pages
from retold.corpus.memory import Memory
from retold.corpus.stories import Progress
from retold.decisions import Rulings, kinds, rulings
from retold.errors import InputError, StoreError
from retold.messages import N_
from retold.model import Article, News, SetAside, Story, StoryRecord
from retold.moments import day_number
from retold.pipeline import Job, Unread
from retold.settings import Settings
from retold.steps import clean
from retold.story.news import Told

_GROWTH = parameters.of("adding", "adding").number("growth")
Ids = Collection[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done to a trace.

    `remove` are ids of articles to take away. With `days`, articles older than so many days before the latest
    one go as well; those without a day stay. `decisions` by hand, or the file of them, are replayed in place
    of those that the trace was made with.
    """

    remove: tuple[str, ...] = ()
    days: float | None = None
    decisions: rulings.Given | None = None


def add(
    path: str | Path, given: readers.Given = (), asked: Asked | None = None, progress: Progress | None = None
) -> News:
    """Add articles to the trace at `path`, and say what is new.

    An article under a known id takes the place of the old one. The settings are those of the trace. Raises
    `InputError` for an article to remove that is not there, and `StoreError` where no trace stands, or
    somebody else writes it; whatever goes wrong, the old trace stays whole.
    """
    place, asked = _folder(path), asked or Asked()
    files.opened(place)
    with locks.writing(place):
        old = _Old.opened(place)
        plan = _planned(old, given, asked)
        if not plan.changes and asked.decisions is None:
            files.sweep(place, old.tables)
            return News(same=plan.same, set_aside=plan.notes)
        return _with_notes(_added(old, plan, progress), old)


def _folder(path: str | Path) -> Path:
    """The folder of a trace that can be added to; raises `StoreError` for an address, which has no locks."""
    if addresses.is_one(path):
        raise StoreError(
            N_("{path}: articles are added to a trace on this machine").format(path=path),
            N_("copy its folder here, add to it and copy it back, or trace all articles again"),
        )
    return Path(path)


def _with_notes(news: News, old: _Old) -> News:
    """The news, and one line where all stories were followed anew since the program is not what it was."""
    if not old.outdated:
        return news
    why = N_("was made by another version of retold, or by other numbers: all its stories were followed anew")
    note = SetAside(str(old.place), why, N_("nothing is to be done; what changed is not news"))
    return replace(news, set_aside=(*news.set_aside, note))


@dataclass(frozen=True, slots=True)
class _Old:
    """The trace as it is."""

    place: Path
    tables: Path
    trace: store.Trace
    settings: Settings
    ruled: Rulings  # the decisions that it was made with
    memory: Memory | None  # None if there is none, or one made by another version or by other numbers
    outdated: bool  # whether it is the latter

    @classmethod
    def opened(cls, place: Path) -> _Old:
        tables, manifest = files.opened(place)
        settings = choices.from_mapping(_settings(manifest))
        held = memory.load(tables)
        fits = held is not None and held.made == memory.made_by(settings)
        trace = store.load(place)
        outdated = held is not None and not fits
        return cls(place, tables, trace, settings, _decided(trace), held if fits else None, outdated)


def _settings(manifest: dict[str, Any]) -> dict[str, Any]:
    found = manifest.get("settings")
    return found if isinstance(found, dict) else {}


# ---- what is to be done ----


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which articles come, which go, and what was set aside; `same` are given again as they are."""

    coming: tuple[Article, ...]
    gone: frozenset[str]
    corrected: frozenset[str]
    same: tuple[str, ...]
    notes: tuple[SetAside, ...]
    ruled: Rulings

    @property
    def changes(self) -> int:
        """How many articles come or go."""
        return len(self.coming) + len(self.gone)


def _planned(old: _Old, given: readers.Given, asked: Asked) -> _Plan:
    notes: list[SetAside] = []
    read = readers.articles_from(given, old.settings.clean)
    checked = list(clean.checked(read, old.settings.clean, notes))
    fit = list(pages.once(checked, notes, _same_pages(old, checked, asked)))
    before = {one.id: one for one in store.rows_where(old.trace.articles, "id", [one.id for one in fit])}
    same = tuple(one.id for one in fit if one.id in before and _equal(one, before[one.id]))
    fresh = [one for one in fit if one.id not in same]
    old_ones, outdated = _known(old, asked.remove), _outdated(old, fresh, asked.days)
    coming = tuple(one for one in fresh if one.id not in outdated)
    corrected = frozenset(one.id for one in coming if one.id in before)
    there = store.rows_where(old.trace.articles, "id", outdated)
    gone = (old_ones | {one.id for one in there}) - corrected
    ruled, faults = _ruled(old, asked)
    return _Plan(coming, frozenset(gone), corrected, same, (*notes, *faults), ruled)


def _same_pages(old: _Old, coming: Sequence[Article], asked: Asked) -> tuple[Article, ...]:
    """The articles of the trace that stay and may be pages of which another address comes."""
    rows = store.columns(old.trace.articles, ("id", "outlet", "url", "published"))
    anew = {one.id for one in coming}.union(asked.remove)
    return store.rows_where(old.trace.articles, "id", set(pages.likely(rows, coming)) - anew)


def _ruled(old: _Old, asked: Asked) -> tuple[Rulings, list[SetAside]]:
    """The decisions that count: those that are given, else those that the trace was made with."""
    return (old.ruled, []) if asked.decisions is None else rulings.given(asked.decisions)


def _decided(trace: store.Trace) -> Rulings:
    """The decisions that a trace was made with; raises `StoreError` where its manifest has none of ours."""
    rows = trace.manifest.get("decisions", ())
    try:
        return Rulings(tuple(kinds.decision_of(row) for row in rows) if isinstance(rows, list) else ())
    except ValueError as error:
        why = N_("a decision in the manifest of this trace is none: {error}").format(error=error)
        raise StoreError(why, N_("trace the articles again")) from error


def _equal(one: Article, other: Article) -> bool:
    return memory.plain(one) == memory.plain(other)


def _known(old: _Old, remove: Sequence[str]) -> set[str]:
    """The articles to remove; raises `InputError` for one that is not there."""
    there = {one.id for one in store.rows_where(old.trace.articles, "id", remove)}
    missing = [name for name in remove if name not in there]
    if missing:
        raise InputError(
            N_("no article {missing!r} in this trace").format(missing=missing[0]),
            N_("use ids as `retold show --json` prints them"),
        )
    return there


def _outdated(old: _Old, coming: Sequence[Article], window: float | None) -> set[str]:
    """The articles that are older than the window, seen from the latest one that is not of the future."""
    if window is None:
        return set()
    every = ids.days(chain(old.trace.articles, coming))
    today = _today() or 0.0
    latest = max((day for day in every.values() if day is not None and day <= today), default=today)
    return {name for name, day in every.items() if day is not None and day < latest - window}


def _today() -> float | None:
    return day_number(datetime.now(UTC))


# ---- doing it ----


def _added(old: _Old, plan: _Plan, progress: Progress | None) -> News:
    known = old.memory
    changed = plan.changes + (0 if known is None else known.changed)
    recounted = known is None or changed > _GROWTH * known.generation.articles
    stories = tuple(old.trace.stories)
    past = pipeline.Past(stories, known, frozen=not recounted)
    with _job(old, plan, past, progress) as job:
        told = Told(old.trace, stories, frozenset(one.id for one in plan.coming) - plan.corrected)
        return _written(old, plan, job, _Growth(changed, recounted, told, progress))


@contextmanager
def _job(old: _Old, plan: _Plan, past: pipeline.Past, progress: Progress | None) -> Iterator[Job]:
    """All articles, grouped; where some only come, and nothing is counted anew, those alone are matched."""
    if past.frozen and plan.coming and not plan.gone and not plan.corrected:
        coming = sorted(plan.coming, key=lambda one: one.id)
        found = pipeline.grown(old.trace, coming, old.settings, past, plan.ruled, progress)
        if found is not None:
            yield found
            return
    every = chain(_staying(old, plan), plan.coming)
    with pipeline.gathered(every, old.settings, progress, past, plan.ruled, keep=True) as job:
        yield job


@dataclass(frozen=True, slots=True)
class _Growth:
    changed: int
    recounted: bool
    told: Told
    progress: Progress | None


def _staying(old: _Old, plan: _Plan) -> Iterator[Article]:
    return (one for one in old.trace.articles if one.id not in plan.gone and one.id not in plan.corrected)


def _written(old: _Old, plan: _Plan, job: Job, growth: _Growth) -> News:
    """Write the new trace: stories that are followed by what they were are copied, the others followed."""
    unread: Unread = {}
    now = pipeline.remembered(job, unread, 0 if growth.recounted else growth.changed)
    was = {} if old.memory is None else old.memory.stories
    stayed = frozenset(name for name, digest in now.stories.items() if was.get(name) == digest)
    if old.memory is not None:
        unread |= {name: tuple(codes) for name, codes in old.memory.unread.items() if name in stayed}
    effective = set(job.decided) | _still_effective(old, job, stayed)
    records = pipeline.noted(
        growth.told.noted(pipeline.records(job, growth.progress, stayed)), unread, effective
    )
    kept = _kept(old, plan, job, stayed, growth.told.unchanged(job.stories))
    parts = chain([_head(plan, job, kept)], map(_found, records), _last(old, plan, job, unread, effective))

    found: list[News] = []

    def fill(folder: Path) -> None:
        merging.merge(kept, parts, folder)
        memory.save(now, folder)
        # while the old tables can still be read
        found.append(growth.told.news(told=len(now.stories) - len(stayed), recounted=growth.recounted))

    files.filled(old.place, fill, lambda: _manifest(old, job))
    return replace(
        found[0],
        added=tuple(sorted(one.id for one in plan.coming if one.id not in plan.corrected)),
        corrected=tuple(sorted(plan.corrected)),
        removed=tuple(sorted(plan.gone)),
        same=plan.same,
        set_aside=plan.notes,
    )


def _kept(old: _Old, plan: _Plan, job: Job, stayed: Ids, unchanged: Ids) -> merging.Kept:
    return merging.Kept(
        folder=old.tables,
        stories={one.id: place for place, one in enumerate(job.stories)},
        articles={name: place for place, name in enumerate(sorted(job.corpus.ids))},
        home={name: place for place, one in enumerate(job.stories) for name in one.articles},
        stayed=frozenset(stayed),
        unchanged=frozenset(unchanged),
        renewed=frozenset(one.id for one in plan.coming),
    )


def _head(plan: _Plan, job: Job, kept: merging.Kept) -> tables.Rows:
    """What comes anew whatever was found: articles that were given, changed stories, and all furniture."""
    return {
        "stories": (one for one in job.stories if one.id not in kept.unchanged),
        "articles": sorted(plan.coming, key=lambda one: one.id),
        "furniture": (tables.FurnitureRow(span, reason) for span, reason in job.corpus.furniture),
    }


def _found(record: StoryRecord) -> tables.Rows:
    """What was found in a story that was followed anew; the story itself stands among all of them."""
    return {name: rows for name, rows in tables.of_record(record).items() if name != "stories"}


def _still_effective(old: _Old, job: Job, stayed: Ids) -> set[str]:
    """The decisions that changed something in a story that is not followed again: they do so still."""
    noted = set(old.trace.set_aside)
    notes = zip(old.ruled.decisions, old.ruled.idle(()), strict=True)
    before = {one.id for one, note in notes if note not in noted}
    return {
        one.id
        for story in job.stories
        if story.id in stayed
        for one in job.rulings.on(story).decisions
        if one.id in before
    }


def _last(old: _Old, plan: _Plan, job: Job, unread: Unread, effective: Ids) -> Iterator[tables.Rows]:
    """The notes: those of before about articles that are there as they were, and the new ones."""
    anew = plan.gone | plan.corrected
    stale = pipeline.language_notes({} if old.memory is None else _plain(old.memory.unread))
    stale += old.ruled.idle(())
    before = [one for one in old.trace.set_aside if one.where not in anew and one not in stale]
    notes = dict.fromkeys([*before, *plan.notes, *job.set_aside])
    yield {"set_aside": [*notes, *pipeline.language_notes(unread), *job.rulings.idle(effective)]}


def _plain(unread: Any) -> Unread:
    return {story: tuple(codes) for story, codes in unread.items()}


def _manifest(old: _Old, job: Job) -> dict[str, object]:
    """As for a fresh trace; what others wrote into the old one stays."""
    kept = {name: value for name, value in old.trace.manifest.items() if name != "decisions"}
    return {**kept, **pipeline.manifest(job.settings, job.rulings)}


def of_trace(trace: store.Trace, given: readers.Given, remove: Sequence[str] = ()) -> store.Trace:
    """The trace with more articles: see `Trace.add`."""
    place = store.place(trace)
    if place is not None:
        add(place, given, Asked(tuple(remove)))
        return store.load(place)
    settings = choices.from_mapping(_settings(dict(trace.manifest)))
    fresh = list(readers.articles_from(given, settings.clean))
    anew = {one.id for one in fresh if isinstance(one, Article)} | set(remove)
    every = chain((one for one in trace.articles if one.id not in anew), fresh)
    stories: Sequence[Story] = tuple(trace.stories)
    return pipeline.trace(every, settings, known=stories, decisions=_decided(trace).decisions)
