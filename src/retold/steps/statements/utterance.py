"""Statements in the making, and their printing as `retold.model.Statement`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from retold import ids
from retold.model import Party, Span, Statement, StatementKind
from retold.settings import Statements
from retold.steps.statements.certainty import Marks
from retold.steps.statements.meant import Meant
from retold.steps.statements.names import Range

_PLACE = re.compile(
    r"[A-Z]{3}[A-Z .'’-]{0,30}(?:,[^–—\n“”\"]{1,30})?(?:\s*\([^)\n]{2,40}\))?\s*(?:--|[—–])\s+"
)


@dataclass(slots=True)
class Who:
    """A party before it is printed: where it is mentioned, who is meant, how surely it has this part."""

    mention: Range | None
    meant: Meant
    link: float

    def carried(self, factor: float, here: bool) -> Who:
        """The same party, less sure by a factor; its words are kept only if they stand here."""
        return Who(self.mention if here else None, self.meant, self.link * factor)


@dataclass(slots=True)
class Situation:
    """An open occasion: its words if it has any, those who take part, and its day."""

    span: Range | None
    segment: int
    partners: list[Who]
    host: Who | None
    both_ways: bool
    when: str | None
    last: int  # segment of the last utterance in it


@dataclass(slots=True)
class Utterance:
    """A statement in the making; `threads` are those of its quotations."""

    segment: int
    content: list[Range]
    speaker: Who | None
    addressees: list[Who]
    cue: Range | None
    kind: StatementKind
    manner: str
    support: float
    when: str | None = None
    situation: Situation | None = None
    threads: set[int] = field(default_factory=set)
    others: list[Who] = field(
        default_factory=list
    )  # who says it with the speaker: Ana Kael and Jan Orme said
    marks: Marks | None = None  # of words without a quotation: what its supports were reckoned from
    aside: bool = False  # told of by the way, so that who says it does not go on: a sign that read “…”

    @property
    def place(self) -> Range:
        """Where it begins in the text, for the order of statements."""
        return min([*self.content, *([self.cue] if self.cue else [])])


def same(one: Who | None, other: Who | None) -> bool:
    """Whether both mean the same entity; never where either means none."""
    entities = (one.meant.entity if one else None, other.meant.entity if other else None)
    return entities[0] is not None and entities[0] is entities[1]


def only_asks(said: Utterance) -> bool:
    """“Asked by Kael if it was late, she …”: told of beside her, so that she is somebody else."""
    where = None if said.speaker is None else said.speaker.mention
    if where is None or said.cue is None or where < said.cue:
        return False
    return said.manner == "asked" and said.kind == "indirect"


def sound(said: Iterable[Utterance], text: str) -> list[Utterance]:
    """The utterances with what stands somewhere: of text without words (two marks side by side, words that a
    parser puts in another order than they have) a place may be blank, or end before it begins.

    One that had nothing else is left out.
    """
    found = []
    for one in said:
        had = bool(one.content)
        pieces = [_behind_place(one.content[0], text), *one.content[1:]] if one.content else []
        one.content = [place for place in pieces if _stands(place, text)]
        one.cue = one.cue if one.cue is not None and _stands(one.cue, text) else None
        for who in (one.speaker, *one.others, *one.addressees):
            if who is not None and who.mention is not None and not _stands(who.mention, text):
                who.mention = None
        if one.content or (one.cue is not None and not had):
            found.append(one)
    return found


def _behind_place(place: Range, text: str) -> Range:
    """Words from behind a place of origin that stands inside the marks: “RAVELPORT — The pier …”"""
    match = _PLACE.match(text, *place)
    return place if match is None else (match.end(), place[1])


def _stands(place: Range, text: str) -> bool:
    return 0 <= place[0] < place[1] <= len(text) and not text[place[0] : place[1]].isspace()


def printed(article: str, said: Sequence[Utterance], settings: Statements) -> list[Statement]:
    """Utterances as statements, in the order given, each named after its place."""
    return ids.told_apart([_statement(article, one, settings) for one in said])


def _statement(article: str, said: Utterance, settings: Statements) -> Statement:
    situation = said.situation
    content = tuple(Span(article, *piece) for piece in said.content)
    cue = None if said.cue is None else Span(article, *said.cue)
    return Statement(
        id=ids.statement(article, cue, content),
        article=article,
        content=content,
        speakers=tuple(
            _party(article, one, settings) for one in (said.speaker, *said.others) if one is not None
        ),
        addressees=tuple(_party(article, one, settings) for one in said.addressees),
        cue=cue,
        occasion=None if situation is None or situation.span is None else Span(article, *situation.span),
        when=said.when,
        kind=said.kind,
        support=said.support,
        manner=said.manner,
    )


def _party(article: str, who: Who, settings: Statements) -> Party:
    """The party with its name, or without where the name is not sure enough."""
    mention = None if who.mention is None else Span(article, *who.mention)
    support = who.link * who.meant.support
    if who.meant.name is None or support < settings.support:
        return Party(mention, None, who.link)
    return Party(mention, who.meant.name, support)
