"""The open occasion, carried from sentence to sentence: it gives addressees and day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from retold import parameters
from retold.model import DateMention
from retold.steps.statements.frames import Frame
from retold.steps.statements.names import Range
from retold.steps.statements.occasions import Occasion
from retold.steps.statements.tree import Tree
from retold.steps.statements.utterance import Situation, Utterance, Who, same

Name = Callable[[int], Who]  # the head of a phrase → who is meant
_P = parameters.of("statements", "context")
_PARTNER = _P.number("partner")
_PAST = _P.integer("past")
_LASTS = _P.integer("lasts")
_BACK = _P.integer("back")


class Context:
    """Remembers the last occasion that an article opened."""

    def __init__(self, dates: Sequence[DateMention]) -> None:
        self._dates = sorted(
            (d for d in dates if d.kind in ("DATE", "TIME")), key=lambda d: (d.span.start, -d.span.end)
        )
        self._starts = [date.span.start for date in self._dates]
        self.open: Situation | None = None
        self._past: list[Situation] = []

    def enter(self, number: int, tree: Tree, opened: Occasion, who: Name, said: Sequence[Utterance]) -> None:
        """Open an occasion; what it leaves unsaid it takes from the one before, where that fits."""
        before = self.open
        partners = [who(head) for head in opened.partners]
        subjects = [head for verb in tree.above(opened.verb) for head in tree.having(verb, "nsubj")]
        host = who(subjects[0]) if subjects else before.host if before else None
        when = self.dated(tree, {opened.verb, *range(opened.low, opened.high + 1)})
        if before is not None and not partners and opened.both_ways and before.both_ways:
            partners = before.partners
        if when is None:
            when = next((one.when for one in reversed(self._past) if _within(partners, one)), None)
        span = tree.span(opened.low, opened.high) if opened.named else self._around(partners)
        self.open = Situation(span, number, partners, host, opened.both_ways, when, number)
        self._past = [*self._past[-_PAST:], self.open]
        if opened.back:
            self._place_back(self.open, said)

    def _around(self, partners: Sequence[Who]) -> Range | None:
        """The words of the open occasion if all these take part: "speaking to" one of two callers."""
        situation = self.open
        if situation is None or not situation.both_ways or not partners:
            return None
        known = all(any(same(one, other) for other in situation.partners) for one in partners)
        return situation.span if known else None

    def _place_back(self, situation: Situation, said: Sequence[Utterance]) -> None:
        """“Kael made the remarks on Saturday in a call”: what she said before gets day and occasion."""
        for one in said[-_BACK:]:
            if not same(one.speaker, situation.host):
                continue
            one.situation = one.situation or situation
            one.when = one.when or situation.when

    def place(self, said: Utterance) -> None:
        """Give an utterance the open occasion, and what follows from it: addressees and day."""
        situation = self.open
        if situation is None or said.speaker is None:
            return
        if situation.segment == said.segment and (
            situation.host is None or situation.host.meant.entity is None
        ):
            situation.host = said.speaker
        hosts = same(said.speaker, situation.host)
        guests = situation.both_ways and any(same(said.speaker, one) for one in situation.partners)
        here = situation.segment == said.segment
        if not here and not ((hosts or guests) and said.segment - situation.last <= _LASTS):
            return
        said.situation, situation.last = situation, said.segment
        said.when = said.when or situation.when
        if not said.addressees and said.manner != "thought":
            heard = (
                [situation.host]
                if guests and situation.host is not None
                else situation.partners
                if hosts
                else []
            )
            carried = [one.carried(_PARTNER, here) for one in heard]
            said.addressees = [one for one in carried if here or one.meant.name is not None]

    # ---- days ----

    def when(self, tree: Tree, frame: Frame, content: Sequence[Range]) -> str | None:
        """The day that the sentence gives to a cue or to a verb above it."""
        verbs = {one for one in tree.above(frame.cue) if tree.tags[one].startswith("VB")}
        return self.dated(tree, verbs, content)

    def dated(self, tree: Tree, governors: set[int], holes: Sequence[Range] = ()) -> str | None:
        """The value of the date that depends on one of these tokens, outside of what was said."""
        low = bisect_left(self._starts, tree.segment.start)
        high = bisect_left(self._starts, tree.segment.end)
        for date in self._dates[low:high]:
            at = date.span.start
            token = tree.at(at)
            if token is None or tree.quotes[token] >= 0 or any(a <= at < b for a, b in holes):
                continue
            if _in_name(tree, token) or _owns_else(tree, token):
                continue
            if _first_verb(tree, token, governors) in governors:
                return date.value
        return None


def _in_name(tree: Tree, token: int) -> bool:
    """Whether a day is the first word of a name with an article: told the Sunday Courant."""
    return (
        tree.lower[token] in tree.names.weekdays
        and tree.tags[token + 1 : token + 2] in (["NNP"], ["NNPS"])
        and token > 0
        and tree.lower[token - 1] in tree.names.definite
    )


def _owns_else(tree: Tree, token: int) -> bool:
    """Whether a day tells when something else was that is spoken of: said of Sunday’s flight."""
    owned = tree.heads[token]
    return tree.deps[token] == "poss" and owned > token and tree.lower[owned] not in tree.speech.occasions


def _first_verb(tree: Tree, token: int, governors: set[int]) -> int:
    for one in tree.above(token):
        if one in governors or tree.tags[one].startswith("VB"):
            return one
    return token


def _within(partners: Sequence[Who], situation: Situation) -> bool:
    """Whether that occasion has a day, and all these took part in it."""
    return situation.when is not None and all(
        any(same(one, other) for other in situation.partners) for one in partners
    )
