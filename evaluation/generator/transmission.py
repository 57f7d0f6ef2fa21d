"""Who copies whom in one invented story, and what each does to what it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from random import Random

from evaluation.generator import ground_truth, local_edits, names, quotation_edits, reporting, sentence_edits
from evaluation.generator.document import Doc, Piece
from evaluation.generator.event import Event, Utterance, happen, with_figure
from evaluation.generator.grammar import Figure
from evaluation.generator.house_style import HouseStyle, drawn_style, mixed, restyle
from evaluation.generator.local_edits import EditState
from evaluation.generator.reporting import UsedTemplates

Planter = Callable[[Doc, EditState], Doc | None]
SMALL: tuple[tuple[Planter, int], ...] = (
    (local_edits.slip, 5),
    (local_edits.mend, 3),
    (local_edits.figure, 4),
    (local_edits.day, 1),
    (local_edits.name, 2),
    (quotation_edits.shorten, 3),
    (quotation_edits.reword, 3),
    (quotation_edits.unquote, 1),
    (quotation_edits.cue, 3),
    (quotation_edits.reattribute, 4),
    (quotation_edits.unname, 1),
    (quotation_edits.same_cue, 2),
    (local_edits.hedge_in, 3),
    (local_edits.hedge_out, 4),
    (local_edits.loaded_in, 4),
    (local_edits.loaded_out, 3),
    (local_edits.loaded_swap, 2),
    (local_edits.wording, 9),
)
LARGE: tuple[tuple[Planter, float], ...] = (
    (sentence_edits.cut_end, 0.45),
    (sentence_edits.cut_inside, 0.4),
    (sentence_edits.move, 0.35),
    (sentence_edits.local, 0.3),
)


@dataclass(slots=True)
class Member:
    """One version or report of the story; `parents` are ids, the main one first."""

    id: str
    outlet: str
    doc: Doc
    book: HouseStyle
    when: datetime
    parents: list[str]
    agency: str = ""  # whose report it goes back to
    depth: int = 0
    is_source: bool = False
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Chances:
    """How a story is to be; rates are between 0 and 1."""

    size: int
    unseen: float
    contamination: float
    own_reports: int


@dataclass(slots=True)
class Newsroom:
    """A story under way."""

    rng: Random
    name: str
    event: Event
    chances: Chances
    used_templates: UsedTemplates = field(default_factory=UsedTemplates)
    members: list[Member] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)

    def member(self, ident: str) -> Member:
        """The member of that id."""
        return next(one for one in self.members if one.id == ident)

    def new_id(self) -> str:
        """The next id, which tells nothing about the order of the reports."""
        return f"{self.name}-{self.rng.randrange(16**6):06x}"


def simulated(rng: Random, name: str, chances: Chances) -> Newsroom:
    """Let a story happen and be told."""
    event = happen(rng)
    room = Newsroom(rng, name, event, chances)
    room.outlets = names.several(rng, chances.size + 6, "outlet")
    room.agencies = names.several(rng, 2, "agency")
    copies = max(0, chances.size - chances.own_reports)
    two = copies >= 5 and rng.random() < 0.5
    if copies:
        _dispatch(room, 0)
    if two:
        _dispatch(room, 1)
    if copies >= 4 and rng.random() < 0.4:
        _update(room)
    for number in range(chances.own_reports):
        _own_report(room, number)
    _hide_sources(room)
    while len([one for one in room.members if one.seen]) < chances.size:
        _copy(room)
    _settle(room)
    return room


def _hours(rng: Random, least: float, most: float) -> timedelta:
    return timedelta(minutes=int(rng.uniform(least, most) * 60))


def _dispatch(room: Newsroom, number: int) -> None:
    """An agency's first report, with a few slips, hedges and loaded words of its own."""
    rng = room.rng
    name = f"{room.name}d{number}"
    doc = _report(room, name, room.event.utterances[3 * number : 3 * number + 6], rng.randint(18, 32))
    agency = room.agencies[number]
    doc = replace(
        doc, dateline=reporting.dateline(room.event, agency if rng.random() < 0.85 else "", rng, name)
    )
    book = drawn_style(rng)
    when = datetime.combine(room.event.day, time(8)) + _hours(rng, 1, 12)
    room.members.append(Member(room.new_id(), agency, restyle(doc, book), book, when, [], agency, 0, True))


def _report(room: Newsroom, name: str, utterances: list[Utterance], size: int) -> Doc:
    doc = reporting.write(room.event, room.rng, name, room.used_templates, utterances, size)
    state = EditState(room.rng, room.event, HouseStyle(), name)
    planted = (
        (local_edits.hedge_in,) * 3
        + (local_edits.loaded_in,) * 2
        + (local_edits.slip,) * room.rng.randint(0, 2)
    )
    for plant in planted:
        doc = plant(doc, state) or doc
    return doc


def _update(room: Newsroom) -> None:
    """The same agency's later version: new lede, a figure put right, later news."""
    rng = room.rng
    first = room.members[0]
    ident = room.new_id()
    state = EditState(rng, room.event, first.book, ident)
    doc = sentence_edits.new_lede(first.doc, state, room.used_templates) or first.doc
    doc = local_edits.figure(doc, state) or doc
    doc = sentence_edits.late(doc, state)
    for plant in _drawn(rng, rng.randint(1, 4)):
        doc = plant(doc, state) or doc
    when = first.when + _hours(rng, 1.5, 7)
    room.members.append(Member(ident, first.outlet, doc, first.book, when, [first.id], first.agency, 1, True))


def _own_report(room: Newsroom, number: int) -> None:
    """An outlet's own reporting: the same facts, other sentences, perhaps a quotation that others have."""
    rng = room.rng
    utterances = room.event.utterances
    fresh = utterances[-2 - number :][: rng.randint(1, 3)]
    shared = [rng.choice(utterances[:6])] if rng.random() < 0.5 else []
    name = f"{room.name}o{number}"
    quotes = list(dict.fromkeys([*fresh, *shared]))
    teller = replace(room, event=_as_heard(room.event, rng))
    doc = _report(teller, name, quotes, rng.randint(10, 20))
    if rng.random() < 0.4:
        doc = replace(doc, dateline=reporting.dateline(room.event, "", rng, name))
    book = drawn_style(rng)
    when = datetime.combine(room.event.day, time(8)) + _hours(rng, 3, 40)
    outlet = room.outlets.pop()
    room.members.append(Member(room.new_id(), outlet, restyle(doc, book), book, when, []))


def _as_heard(event: Event, rng: Random) -> Event:
    """The event as one reporter heard of it: now and then with another figure."""
    if rng.random() > 0.35:
        return event
    figures = [name for name, fact in event.facts.items() if isinstance(fact, Figure) and fact.form == "n"]
    chosen = rng.choice(figures) if figures else ""
    old = event.facts.get(chosen)
    return (
        with_figure(event, chosen, str(int(old.value) + rng.randint(1, 6)))
        if isinstance(old, Figure)
        else event
    )


def _hide_sources(room: Newsroom) -> None:
    """Some dispatches are not in the pile."""
    for member in room.members:
        if member.is_source and room.rng.random() < room.chances.unseen:
            member.seen = False


# ---- copying ----


def _copy(room: Newsroom) -> None:
    """One more outlet takes the report from somebody."""
    for _ in range(30):
        parent = _parent(room)
        made = _attempt(room, parent)
        if made is not None and _tells(room, made):
            room.members.append(made)
            return
    room.members.append(_attempt(room, room.members[0]) or _reprint(room, room.members[0]))


def _parent(room: Newsroom) -> Member:
    """Whom to copy from: mostly an agency, at times another outlet; unseen ones need two copies."""
    hungry = [one for one in room.members if not one.seen and len(_children(room, one)) < 2]
    if hungry and room.rng.random() < 0.8:
        return room.rng.choice(hungry)
    weights = [_appeal(one) for one in room.members]
    at = room.rng.random() * sum(weights)
    for member, weight in zip(room.members, weights, strict=True):
        at -= weight
        if at < 0:
            return member
    return room.members[0]


def _appeal(member: Member) -> float:
    if member.is_source:
        return 5.0
    if not member.parents:
        return 0.8
    return 1.6 if member.depth < 3 else 0.3


def _children(room: Newsroom, parent: Member) -> list[Member]:
    return [one for one in room.members if parent.id in one.parents and one.seen]


def _attempt(room: Newsroom, parent: Member) -> Member | None:
    rng = room.rng
    if rng.random() < 0.08 and parent.is_source:
        return _reprint(room, parent)
    ident = room.new_id()
    book = drawn_style(rng)
    state = EditState(rng, room.event, parent.book, ident)
    doc = _large(room, parent.doc, state)
    if rng.random() < 0.12:
        doc = local_edits.rewrite(doc, state)
    doc, second = _contaminated(room, doc, parent, state)
    for plant in _drawn(rng, rng.randint(3, 12)):
        doc = plant(doc, state) or doc
    doc = _credits(room, doc, parent, state)
    book = mixed(parent.book, book, rng, 0.6) if rng.random() < 0.6 else parent.book
    doc = restyle(doc, book)
    doc = sentence_edits.reflow(doc, state) if rng.random() < 0.5 else doc
    parents = [parent, *second]
    when = max(one.when for one in parents) + _hours(rng, 0.3, rng.choice((3, 10, 30)))
    return Member(ident, "", doc, book, when, [one.id for one in parents], parent.agency, parent.depth + 1)


def _reprint(room: Newsroom, parent: Member) -> Member:
    """Word for word."""
    when = parent.when + _hours(room.rng, 0.3, 6)
    doc = parent.doc
    state = EditState(room.rng, room.event, parent.book, room.new_id())
    doc = sentence_edits.credit_in(doc, state, parent.agency) or doc
    return Member(state.stamp, "", doc, parent.book, when, [parent.id], parent.agency, parent.depth + 1)


def _drawn(rng: Random, count: int) -> list[Planter]:
    bag = [plant for plant, weight in SMALL for _ in range(weight)]
    return [rng.choice(bag) for _ in range(count)]


def _large(room: Newsroom, doc: Doc, state: EditState) -> Doc:
    if room.rng.random() < 0.35:
        doc = sentence_edits.new_lede(doc, state, room.used_templates) or doc
    for edit, chance in LARGE:
        if room.rng.random() < chance:
            doc = edit(doc, state) or doc
    return doc


def _contaminated(room: Newsroom, doc: Doc, parent: Member, state: EditState) -> tuple[Doc, list[Member]]:
    """Perhaps sentences of a second source, and which it was."""
    if room.rng.random() >= room.chances.contamination:
        return doc, []
    others = [one for one in room.members if one.seen and _stem(one) != _stem(parent)]
    if not others:
        return doc, []
    other = room.rng.choice(others)
    made = sentence_edits.contaminate(doc, other.doc, state, {one.key for one in parent.doc.sentences()})
    if made is None or not _marked(room, made, doc, other):
        return doc, []
    return made, [other]


def _marked(room: Newsroom, made: Doc, before: Doc, other: Member) -> bool:
    """Whether what was taken shows that it came from `other` and not from `other`'s own source."""
    if not other.parents:
        return True
    old = {one.key for one in before.sentences()}
    taken = [one for one in made.sentences() if one.key not in old]
    had = {piece.key: piece.value for up in other.parents for _, piece in room.member(up).doc.pieces()}
    marks = [p for one in taken for p in one.pieces if p.tag != "punct" and had.get(p.key) != p.value]
    return len(marks) >= 2


def _stem(member: Member) -> str:
    """The report that a version goes back to; different ones share no text."""
    return member.doc.sentences()[0].key.split(".")[0].split("/")[0]


def _credits(room: Newsroom, doc: Doc, parent: Member, state: EditState) -> Doc:
    chance = room.rng.random()
    if chance < 0.4:
        doc = sentence_edits.credit_out(doc, state) or doc
    elif chance < 0.75:
        doc = sentence_edits.credit_in(doc, state, parent.agency) or doc
    return doc


def _tells(room: Newsroom, made: Member) -> bool:
    """Whether a copy of a copy shows it: two readings of its source that the source's own source lacks."""
    parent = room.member(made.parents[0])
    if not parent.parents:
        return True
    grand = room.member(parent.parents[0])
    people = room.event.people
    old, mid, new = (ground_truth.version(one.id, one.doc, people) for one in (grand, parent, made))
    kept = {one.key: one.text for one in _all_pieces(new)}
    marks = [one for one in _all_pieces(mid) if kept.get(one.key) == one.text]
    had = {one.key: one.value for one in _all_pieces(old)}
    return sum(1 for one in marks if had.get(one.key) != one.value and one.tag != "punct") >= 2


def _all_pieces(version: ground_truth.Version) -> list[Piece]:
    return [piece for _, piece in version.doc.pieces()]


def _settle(room: Newsroom) -> None:
    """Unseen sources with fewer than two copies were in the pile after all, or never were."""
    for member in list(room.members):
        if member.seen or len(_children(room, member)) >= 2:
            continue
        if any(member.id in one.parents for one in room.members):
            member.seen = True
        else:
            room.members.remove(member)
    for member in room.members:
        member.outlet = member.outlet or room.outlets.pop()
