"""Decisions by hand on one story, in words: what was decided, by whom and when, and what may be decided."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from retold.decisions import Decision, kinds
from retold.model import Story
from retold.views import findings, index, safe, wording
from retold.views.findings import Finding
from retold.views.index import Index

if TYPE_CHECKING:
    from retold.archive.store import Trace

_MOST = 400  # things in a list to choose from
_WORDS = 90  # cells of a thing in such a list


@dataclass(frozen=True, slots=True)
class Line:
    """One decision. `replayed` says whether the trace was made with it."""

    id: str
    words: str
    who: str
    when: str
    note: str
    replayed: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose in a form: what is sent, and what is read."""

    value: str
    name: str
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions on a story. `token` goes with every form; it is '' where nothing may be decided."""

    lines: tuple[Line, ...] = ()
    token: str = ""
    root: str = ""  # address of the first page, that of the forms begins with it
    file: str = ""
    story: str = ""
    versions: tuple[Choice, ...] = ()
    persons: tuple[str, ...] = ()
    changes: tuple[Choice, ...] = ()


def replayed(trace: Trace) -> tuple[Decision, ...]:
    """The decisions that a trace was made with."""
    rows = trace.manifest.get("decisions", ())
    found = []
    for row in rows if isinstance(rows, (list, tuple)) else ():
        try:
            found.append(kinds.decision_of(row))
        except ValueError:
            continue  # a manifest that was changed by hand: its trace is shown all the same
    return tuple(found)


def sentence(trace: Trace) -> str:
    """How many decisions a trace was made with; '' for none."""
    made = replayed(trace)
    people = wording.names(tuple(dict.fromkeys(safe.short(one.who, 40) for one in made if one.who)))
    by = f" (by {people})" if people else ""
    return (
        f"{index.many(len(made), 'decision')} by hand {'counts' if len(made) == 1 else 'count'} here{by}."
        if made
        else ""
    )


def of_story(
    found: Index, story: Story, counted: Sequence[Decision], held: Iterable[Decision] = ()
) -> Decided:
    """The decisions that concern a story: `counted` made the trace, `held` hold now."""
    done = {one.id for one in counted}
    every = {one.id: one for one in (*counted, *held)}
    lines = (_line(one, found, one.id in done) for one in _concerning(every.values(), found, story))
    return Decided(lines=tuple(lines))


def _concerning(every: Iterable[Decision], found: Index, story: Story) -> Iterator[Decision]:
    """The decisions that are about a story."""
    names, articles = {story.id, *story.former}, set(story.articles)
    changes = {change.id for change in found.changes.get(story.id, ())}
    for one in every:
        apart = changes.isdisjoint(one.changes) and articles.isdisjoint(one.articles)
        if one.story in names or not apart:
            yield one


def with_forms(
    given: Decided, found: Index, story: Story, every: Iterable[Finding], token: str, file: str
) -> Decided:
    """The same with what may be decided: `every` are the story's findings."""
    lineage = found.lineage(story.id)
    unseen = [node.id for node in lineage.nodes if not node.seen]
    versions = [Choice(name, found.label(name)) for name in story.articles]
    versions += [Choice(name, found.label(name), seen=False) for name in unseen]
    spoken = (one for name in story.articles for one in found.spoken.get(name, ()))
    names = {safe.squeezed(one.speaker_name) for one in spoken if one.speaker_name}
    changes = (Choice(change_ids(one), _finding(one)) for one in every if one.locus.changes)
    return Decided(
        lines=given.lines,
        token=token,
        root="../",  # of the page of a story
        file=file,
        story=story.id,
        versions=tuple(versions[:_MOST]),
        persons=tuple(sorted(names)[:_MOST]),
        changes=tuple(changes)[:_MOST],
    )


def change_ids(one: Finding) -> str:
    """The changes of a finding as a form sends them: their ids in JSON."""
    return json.dumps([change.id for change in one.locus.changes])


def _finding(one: Finding) -> str:
    about = f"“{wording.in_marks(safe.short(one.quote, 40))}”: " if one.quote else ""
    return safe.short(f"{one.label}: {about}{findings.sentence(one)}", _WORDS)


def _line(one: Decision, found: Index, counted: bool) -> Line:
    return Line(
        one.id,
        _words(one, found),
        safe.short(one.who, 60),
        _when(one.when),
        safe.short(one.note, 200),
        counted,
    )


def _words(one: Decision, found: Index) -> str:
    """What was decided, in one sentence."""
    names = [found.label(name) for name in one.articles]
    if one.kind == "not_a_copy":
        return f"Neither {wording.names(tuple(names[:2]), 'nor')} took text from the other."
    if one.kind == "same_person":
        first, *others = (safe.short(name, 60) for name in one.names)
        return f"{wording.names(tuple(others))} is {first}."
    if one.kind == "furniture":
        quoted = wording.in_marks(safe.short(one.words, _WORDS))
        return f"“{quoted}” in {wording.names(tuple(names))} is page furniture."
    if one.kind == "merge":
        return f"The stories of {wording.names(tuple(names))} are one."
    if one.kind == "split":
        return f"{wording.names(tuple(names))}: a story apart."
    changes = index.many(len(one.changes), "change")
    return f"{changes} between versions {'is' if len(one.changes) == 1 else 'are'} false."


def _when(stamp: str) -> str:
    """A time as people write it."""
    try:
        when = datetime.fromisoformat(stamp)
    except ValueError:
        return safe.short(stamp, 30)
    return f"{index.day(when.date())}, {when:%H:%M} UTC"
