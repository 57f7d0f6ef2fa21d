"""Who said what to whom: statements as lines of a table, each given once.

A statement that eight versions carry is one line with eight carriers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from retold.messages import N_, _
from retold.model import Claim, Party, Span, Statement
from retold.views import people, safe
from retold.views.claimed import blanked, told_words
from retold.views.index import Index, day, month_words


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks in a story, with what they say; '' for words whose speaker is not sure."""

    name: str
    sayings: tuple[Saying, ...]
    acts: tuple[Saying, ...]  # thanked, praised: without words


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement in words; what is unsure is ''.

    `speaker` names who is meant, `speaker_words` is how the article puts it
    where that is something else ("he"); the same for the addressee.
    """

    statement: Statement
    speaker: str
    speaker_words: str
    addressee: str
    addressee_words: str
    cue: str
    occasion: str
    when: str
    words: str
    carriers: tuple[str, ...]  # labels of the versions that have it

    @property
    def versions(self) -> int:
        """How many versions have it."""
        return len(self.carriers)


def of_article(statements: Iterable[Statement], found: Index) -> tuple[Saying, ...]:
    """The statements of one article, in its order."""
    return tuple(saying(one, found) for one in sorted(statements, key=_place))


def of_story(found: Index, story: str) -> tuple[Saying, ...]:
    """The statements of a story, each once, those that most versions carry first.

    Where versions give the same words to different speakers there is a line for each.
    """
    claims = [c for c in found.claims.get(story, ()) if c.kind == "statement"]
    carriers = _carriers(claims)
    lines = [line for claim in claims for line in _of_claim(claim, found)]
    listed = {line.statement.id for line in lines}
    rest = (s for s in _spoken(found, story) if s.id not in listed and not _carried(s, carriers))
    lines = _once([*lines, *(saying(statement, found) for statement in rest)])
    return tuple(sorted(lines, key=lambda line: (-line.versions, *_place(line.statement))))


def persons(lines: Iterable[Saying]) -> tuple[Person, ...]:
    """Who says what: each person once, those whom most versions quote first, the unsure last."""
    gathered: dict[str, list[Saying]] = defaultdict(list)
    for line in lines:
        gathered[line.speaker].append(line)
    made = [
        Person(name, tuple(s for s in said if s.words), tuple(s for s in said if not s.words))
        for name, said in gathered.items()
    ]
    return tuple(sorted(made, key=_loudness))


def _loudness(one: Person) -> tuple[bool, bool, int]:
    return not one.name, not one.sayings, -max((s.versions for s in one.sayings), default=0)


def _of_claim(claim: Claim, found: Index) -> list[Saying]:
    """One line for the claim, or one for each speaker it is given."""
    statement = found.statements.get(claim.statement or "")
    named = [_said_at(variant.carriers, found) for variant in claim.variants]
    speakers = {people.under(one.speaker_name, found.people) for one in named if one is not None}
    if len(speakers) < 2 and statement is not None:
        line = saying(statement, found, [span.article for span in claim.carriers])
        return [replace(line, words=blanked(line.words, told_words(claim, found)))]
    pairs = zip(named, claim.variants, strict=True)
    return _once(
        saying(one, found, [s.article for s in variant.carriers]) for one, variant in pairs if one is not None
    )


def _said_at(carriers: Iterable[Span], found: Index) -> Statement | None:
    """The statement that stands at the first of these places."""
    for span in carriers:
        for one in found.spoken.get(span.article or "", ()):
            if any(span.meets(piece) for piece in (*one.content, one.cue) if piece is not None):
                return one
    return None


def _once(lines: Iterable[Saying]) -> list[Saying]:
    """Sayings with the same words of the same speaker as one, with all versions that have them."""
    groups: dict[tuple[str, ...], list[Saying]] = defaultdict(list)
    for line in lines:
        key = "".join(filter(str.isalnum, line.words.casefold())) or f"act {line.cue.casefold()}"
        denied = "denied" if line.statement.denied else ""
        groups[key, line.speaker, line.addressee, denied].append(line)
    return [replace(same[0], carriers=_all_carriers(same)) for same in groups.values()]


def _all_carriers(same: Iterable[Saying]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for line in same for label in line.carriers))


# What stands before a report and nobody says: PORT ELLARD, June 4 (Wire) -
_DATELINE = re.compile(r"^[^\W\da-z_][^a-z\d]{2,40}\b[^.?!“\"]{0,40}? [–—-]{1,2} ")
_DAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
_PARTS = {
    "NI": N_("night"), "MO": N_("morning"), "AF": N_("afternoon"), "EV": N_("evening"), "MI": N_("midday"),
}  # fmt: skip


def day_words(value: str | None) -> str:
    """A TIMEX3 value as people read it; nothing for what tells no day, week, month or year.

    >>> day_words("2019-06-04TNI"), day_words("XXXX-WXX-6"), day_words("2013-W11")
    ('4 June 2019, night', 'Saturday', 'the week of 11 March 2013')
    >>> day_words("2019-06"), day_words("PRESENT_REF")
    ('June 2019', '')
    """
    stem, __, part = safe.squeezed(value or "").partition("T")
    try:
        words = next(filter(None, (read(stem) for read in (_day, _weekday, _week, _month))), "")
    except ValueError:
        return ""
    return ", ".join((words, _(_PARTS.get(part, part)))) if words and part else words


def _day(stem: str) -> str:
    return day(date.fromisoformat(stem)) if re.fullmatch(r"\d{4}-\d\d-\d\d", stem) else ""


def _weekday(stem: str) -> str:
    """The name of the day in a TIMEX3 value that knows no more than that."""
    known = re.fullmatch(r"XXXX-WXX-([1-7])", stem)
    return _(_DAYS[int(known[1]) - 1]) if known else ""


def _week(stem: str) -> str:
    known = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", stem)
    if known is None:
        return ""
    first = date.fromisocalendar(int(known[1]), int(known[2]), 6 if known[3] else 1)
    return (_("the weekend of {day}") if known[3] else _("the week of {day}")).format(day=day(first))


def _month(stem: str) -> str:
    """A month, with its year where that is known, or a year."""
    known = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d))?", stem)
    if known is None:
        return ""
    year = known[1].replace("XXXX", "")
    return month_words(int(known[2]), year) if known[2] else year


def saying(one: Statement, found: Index, carriers: Iterable[str | None] = ()) -> Saying:
    """One statement in words."""
    return Saying(
        statement=one,
        speaker=_names(one.speakers, found),
        speaker_words=_mentions(one.speakers, found),
        addressee=_names(one.addressees, found),
        addressee_words=_mentions(one.addressees, found),
        cue=_cue(one, found),
        occasion=_words(one.occasion, found),
        when=day_words(one.when),
        words=_DATELINE.sub("", found.words(one.content, 600)),
        carriers=tuple(dict.fromkeys(found.label(i) for i in (one.article, *carriers) if i)),
    )


def _cue(one: Statement, found: Index) -> str:
    """The words of the cue, with what they mean where they alone may hide a denial: wies (… zurück)."""
    words = _words(one.cue, found)
    return (
        _("{words}: denied").format(words=words)
        if one.denied and words and not words.casefold().startswith(("den", "dén"))
        else words
    )


def _spoken(found: Index, story: str) -> Iterable[Statement]:
    for name in found.stories[story].articles if story in found.stories else ():
        yield from found.spoken.get(name, ())


def _place(one: Statement) -> tuple[str, int]:
    spans = [*one.content, *([one.cue] if one.cue is not None else [])]
    return one.article, min((s.start for s in spans), default=0)


def _carriers(claims: Iterable[Claim]) -> Mapping[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for claim in claims:
        for span in claim.carriers:
            found[span.article or ""].append(span)
    return found


def _carried(one: Statement, carriers: Mapping[str, list[Span]]) -> bool:
    """Whether some claim already tells this statement."""
    here = carriers.get(one.article, ())
    return any(span.meets(piece) for piece in (*one.content, one.cue) if piece is not None for span in here)


def _names(parties: Iterable[Party], found: Index) -> str:
    """Resolved names; the words of the article, in marks, where nobody could be named."""
    names = [people.under(p.name, found.people) if p.name else _unnamed(p, found) for p in parties]
    return ", ".join(dict.fromkeys(filter(None, names)))


def _unnamed(party: Party, found: Index) -> str:
    words = _words(party.mention, found)
    return f"“{words}”" if words else ""


def _mentions(parties: Iterable[Party], found: Index) -> str:
    """The article's own words, where they differ from the name."""
    pairs = [(people.under(p.name, found.people), _words(p.mention, found)) for p in parties]
    return ", ".join(words for name, words in pairs if name and words and words.casefold() != name.casefold())


def _words(span: Span | None, found: Index) -> str:
    return "" if span is None else found.words([span], 120)
