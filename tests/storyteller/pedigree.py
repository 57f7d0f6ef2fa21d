"""Who copies whom in one invented story, and what each does to what it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from random import Random

from tests.storyteller import editors, names, planters, reporter, talkers, truth
from tests.storyteller.document import Doc, Piece
from tests.storyteller.event import Event, Utterance, happen, with_figure
from tests.storyteller.grammar import Figure
from tests.storyteller.house import House, house, mixed, restyle
from tests.storyteller.planters import Hand
from tests.storyteller.reporter import Desk

Planter = Callable[[Doc, Hand], Doc | None]
SMALL: tuple[tuple[Planter, int], ...] = (
    (planters.slip, 5), (planters.mend, 3), (planters.figure, 4), (planters.day, 1), (planters.name, 2),
    (talkers.shorten, 3), (talkers.reword, 3), (talkers.unquote, 1), (talkers.cue, 3),
    (talkers.reattribute, 4), (talkers.unname, 1), (talkers.same_cue, 2), (planters.hedge_in, 3), (planters.hedge_out, 4), (planters.loaded_in, 4),
    (planters.loaded_out, 3), (planters.loaded_swap, 2), (planters.wording, 9),
)  # fmt: skip
LARGE: tuple[tuple[Planter, float], ...] = (
    (editors.cut_end, 0.45), (editors.cut_inside, 0.4), (editors.move, 0.35), (editors.local, 0.3),
)  # fmt: skip


@dataclass(slots=True)
class Member:
    """One version or report of the story; `parents` are ids, the main one first."""

    id: str
    outlet: str
    doc: Doc
    book: House
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
    desk: Desk = field(default_factory=Desk)
    members: list[Member] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)

    def member(self, ident: str) -> Member:
        """The member of that id."""
        return next(one for one in self.members if one.id == ident)

    def new_id(self) -> str:
        """The next id, which tells nothing about the order of the reports."""
        return f"{self.name}-{self.rng.randrange(16**6):06x}"


def grow(rng: Random, name: str, chances: Chances) -> Newsroom:
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
        doc, dateline=reporter.dateline(room.event, agency if rng.random() < 0.85 else "", rng, name)
    )
    book = house(rng)
    when = datetime.combine(room.event.day, time(8)) + _hours(rng, 1, 12)
    room.members.append(Member(room.new_id(), agency, restyle(doc, book), book, when, [], agency, 0, True))


def _report(room: Newsroom, name: str, utterances: list[Utterance], size: int) -> Doc:
    doc = reporter.write(room.event, room.rng, name, room.desk, utterances, size)
    hand = Hand(room.rng, room.event, House(), name)
    planted = (planters.hedge_in,) * 3 + (planters.loaded_in,) * 2 + (planters.slip,) * room.rng.randint(0, 2)
    for plant in planted:
        doc = plant(doc, hand) or doc
    return doc


def _update(room: Newsroom) -> None:
    """The same agency's later version: new lede, a figure put right, later news."""
    rng = room.rng
    first = room.members[0]
    ident = room.new_id()
    hand = Hand(rng, room.event, first.book, ident)
    doc = editors.new_lede(first.doc, hand, room.desk) or first.doc
    doc = planters.figure(doc, hand) or doc
    doc = editors.late(doc, hand)
    for plant in _drawn(rng, rng.randint(1, 4)):
        doc = plant(doc, hand) or doc
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
        doc = replace(doc, dateline=reporter.dateline(room.event, "", rng, name))
    book = house(rng)
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
    book = house(rng)
    hand = Hand(rng, room.event, parent.book, ident)
    doc = _large(room, parent.doc, hand)
    if rng.random() < 0.12:
        doc = planters.rewrite(doc, hand)
    doc, second = _contaminated(room, doc, parent, hand)
    for plant in _drawn(rng, rng.randint(3, 12)):
        doc = plant(doc, hand) or doc
    doc = _credits(room, doc, parent, hand)
    book = mixed(parent.book, book, rng, 0.6) if rng.random() < 0.6 else parent.book
    doc = restyle(doc, book)
    doc = editors.reflow(doc, hand) if rng.random() < 0.5 else doc
    parents = [parent, *second]
    when = max(one.when for one in parents) + _hours(rng, 0.3, rng.choice((3, 10, 30)))
    return Member(ident, "", doc, book, when, [one.id for one in parents], parent.agency, parent.depth + 1)


def _reprint(room: Newsroom, parent: Member) -> Member:
    """Word for word."""
    when = parent.when + _hours(room.rng, 0.3, 6)
    doc = parent.doc
    hand = Hand(room.rng, room.event, parent.book, room.new_id())
    doc = editors.credit_in(doc, hand, parent.agency) or doc
    return Member(hand.stamp, "", doc, parent.book, when, [parent.id], parent.agency, parent.depth + 1)


def _drawn(rng: Random, count: int) -> list[Planter]:
    bag = [plant for plant, weight in SMALL for _ in range(weight)]
    return [rng.choice(bag) for _ in range(count)]


def _large(room: Newsroom, doc: Doc, hand: Hand) -> Doc:
    if room.rng.random() < 0.35:
        doc = editors.new_lede(doc, hand, room.desk) or doc
    for edit, chance in LARGE:
        if room.rng.random() < chance:
            doc = edit(doc, hand) or doc
    return doc


def _contaminated(room: Newsroom, doc: Doc, parent: Member, hand: Hand) -> tuple[Doc, list[Member]]:
    """Perhaps sentences of a second source, and which it was."""
    if room.rng.random() >= room.chances.contamination:
        return doc, []
    others = [one for one in room.members if one.seen and _stem(one) != _stem(parent)]
    if not others:
        return doc, []
    other = room.rng.choice(others)
    made = editors.splice(doc, other.doc, hand, {one.key for one in parent.doc.sentences()})
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


def _credits(room: Newsroom, doc: Doc, parent: Member, hand: Hand) -> Doc:
    chance = room.rng.random()
    if chance < 0.4:
        doc = editors.credit_out(doc, hand) or doc
    elif chance < 0.75:
        doc = editors.credit_in(doc, hand, parent.agency) or doc
    return doc


def _tells(room: Newsroom, made: Member) -> bool:
    """Whether a copy of a copy shows it: two readings of its source that the source's own source lacks."""
    parent = room.member(made.parents[0])
    if not parent.parents:
        return True
    grand = room.member(parent.parents[0])
    people = room.event.people
    old, mid, new = (truth.version(one.id, one.doc, people) for one in (grand, parent, made))
    kept = {one.key: one.text for one in _all_pieces(new)}
    marks = [one for one in _all_pieces(mid) if kept.get(one.key) == one.text]
    had = {one.key: one.value for one in _all_pieces(old)}
    return sum(1 for one in marks if had.get(one.key) != one.value and one.tag != "punct") >= 2


def _all_pieces(version: truth.Version) -> list[Piece]:
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
