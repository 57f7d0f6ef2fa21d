"""Decisions by hand on one story, in words: what was decided, by whom and when, and what may be decided."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from retold.decisions import Decision, Kind, kinds
from retold.messages import N_, _, many
from retold.model import Story
from retold.views import index, safe, wording
from retold.views.findings import Finding
from retold.views.index import Index
from retold.views.summary import Difference

if TYPE_CHECKING:
    from retold.archive.store import Trace

_MOST = 400  # things in a list to choose from
WIDE: tuple[Kind, ...] = ("merge", "split")  # kinds that say which articles belong together
NEXT = N_("counts with the next run")
IDLE = N_("changes nothing here")
BEGUN = N_("is being counted")
GONE = N_("taken back; it counts until the next run")
_WORDS = 90  # cells of a thing in such a list


@dataclass(frozen=True, slots=True)
class Line:
    """One decision. `state` says where it does not count in what is shown, '' where it does."""

    id: str
    words: str
    who: str
    when: str
    note: str
    state: str = ""

    @property
    def holds(self) -> bool:
        """Whether it can still be taken back."""
        return self.state != GONE


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

    @property
    def begun(self) -> bool:
        """Whether the story is being told anew."""
        return any(line.state == BEGUN for line in self.lines)

    @property
    def state(self) -> str:
        """What of the page is not as decided, in one line; '' for nothing."""
        if self.begun:
            return _("This story is being told anew with what was decided; below stands what it was before.")
        waiting = sum(line.state in (NEXT, GONE) for line in self.lines)
        words = many(
            waiting,
            "{count:,} decision on this story counts with the next run.",
            "{count:,} decisions on this story count with the next run.",
        )
        return words if waiting else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How decisions stand to what is shown: those that hold, and the ids of those that count in it.

    `begun` says that the story is being told anew.
    """

    holding: tuple[Decision, ...] = ()
    shown: frozenset[str] = frozenset()
    begun: bool = False

    def of(self, one: Decision) -> str:
        """Where a decision does not count, in words; '' where it does."""
        holds = any(one.id == other.id for other in self.holding)
        if one.id in self.shown:
            return "" if holds else GONE
        if self.begun:
            return BEGUN
        return NEXT if one.kind in WIDE else IDLE


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
    by = _(" (by {people})").format(people=people) if people else ""
    words = many(
        len(made),
        "{count:,} decision by hand counts here{by}.",
        "{count:,} decisions by hand count here{by}.",
        by=by,
    )
    return words if made else ""


def of_story(
    found: Index, story: Story, counted: Sequence[Decision], standing: Standing | None = None
) -> Decided:
    """The decisions that concern a story: `counted` made the trace.

    Without a `standing` those are all there are, and they count.
    """
    standing = standing or Standing(tuple(counted), frozenset(one.id for one in counted))
    every = {one.id: one for one in (*counted, *standing.holding)}
    known = {one.id for one in standing.holding} | standing.shown
    concerned = (one for one in _concerning(every.values(), found, story) if one.id in known)
    return Decided(lines=tuple(_line(one, found, standing.of(one)) for one in concerned))


def _concerning(every: Iterable[Decision], found: Index, story: Story) -> Iterator[Decision]:
    """The decisions that are about a story."""
    names, articles = {story.id, *story.former}, set(story.articles)
    changes = {change.id for change in found.changes.get(story.id, ())}
    for one in every:
        apart = changes.isdisjoint(one.changes) and articles.isdisjoint(one.articles)
        if one.story in names or not apart:
            yield one


def with_forms(given: Decided, found: Index, story: Story, token: str, file: str) -> Decided:
    """The same with what may be decided."""
    lineage = found.lineage(story.id)
    unseen = [node.id for node in lineage.nodes if not node.seen]
    versions = [Choice(name, found.label(name)) for name in story.articles]
    versions += [Choice(name, found.label(name), seen=False) for name in unseen]
    spoken = (one for name in story.articles for one in found.spoken.get(name, ()))
    names = {safe.squeezed(one.speaker_name) for one in spoken if one.speaker_name}
    return replace(
        given,
        token=token,
        root="../",  # of the page of a story
        file=file,
        story=story.id,
        versions=tuple(versions[:_MOST]),
        persons=tuple(sorted(names)[:_MOST]),
    )


def change_ids(one: Finding | Difference) -> str:
    """The changes of a finding, or of a difference, as a form sends them: their ids in JSON."""
    changes = one.same if isinstance(one, Difference) else one.locus.changes
    return json.dumps([change.id for change in changes])


def in_mouths(one: Finding) -> tuple[str, ...]:
    """The names that a quotation is given to, as two of them may be one person's."""
    names = (safe.squeezed(reading.words) for reading in one.readings if reading.words != wording.NOBODY)
    return tuple(dict.fromkeys(name for name in names if name and not name.startswith("“")))


def _line(one: Decision, found: Index, state: str) -> Line:
    return Line(
        one.id,
        _words(one, found),
        safe.short(one.who, 60),
        _when(one.when),
        safe.short(one.note, 200),
        state,
    )


def _words(one: Decision, found: Index) -> str:
    """What was decided, in one sentence."""
    names = [found.label(name) for name in one.articles]
    if one.kind == "not_a_copy":
        return _("Neither {names} took text from the other.").format(
            names=wording.names(tuple(names[:2]), "nor")
        )
    if one.kind == "same_person":
        first, *others = (safe.short(name, 60) for name in one.names)
        return _("{names} is {person}.").format(names=wording.names(tuple(others)), person=first)
    if one.kind == "furniture":
        quoted = wording.in_marks(safe.short(one.words, _WORDS))
        words = _("“{words}” in {names} is page furniture.")
        return words.format(words=quoted, names=wording.names(tuple(names)))
    if one.kind == "merge":
        return _("The stories of {names} are one.").format(names=wording.names(tuple(names)))
    if one.kind == "split":
        return _("{names}: a story apart.").format(names=wording.names(tuple(names)))
    return many(
        len(one.changes),
        "{count:,} change between versions is false.",
        "{count:,} changes between versions are false.",
    )


def _when(stamp: str) -> str:
    """A time as people write it."""
    try:
        when = datetime.fromisoformat(stamp)
    except ValueError:
        return safe.short(stamp, 30)
    return f"{index.day(when.date())}, {when:%H:%M} UTC"
