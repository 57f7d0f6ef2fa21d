"""Accepted candidates as changes: with an id, a weight and a sentence for people.

Between two versions that no derivation directs,
nothing is "put in" or "left out": it "differs" or stands "only in" one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from retold import ids, parameters
from retold.model import Change, Derivation, Evidence, Weight
from retold.model.changes import HEADLINE
from retold.steps.changes.candidates import Candidate
from retold.steps.changes.kinds import KINDS, Kinds
from retold.steps.changes.supports import support_of

_SUREST = parameters.of("changes", "evidence").number("surest")
_SHOWN = 90  # characters of an article shown in a sentence of evidence


@dataclass(frozen=True, slots=True)
class Ends:
    """The two versions and what is known of the way between them."""

    story: str
    source: str
    copy: str
    derivation: Derivation | None

    @property
    def directed(self) -> bool:
        """Whether the copy is known to have followed the source."""
        return self.derivation is not None and self.derivation.directed


def changes_of(candidates: Iterable[Candidate], ends: Ends, kinds: Kinds = KINDS) -> list[Change]:
    """Candidates as changes, in the order of the source; what only the copy has comes behind the rest."""
    ordered = sorted(candidates, key=lambda one: (not one.old, *place_of(one, kinds)))
    return ids.told_apart([change_of(one, ends, kinds) for one in ordered])


def place_of(candidate: Candidate, kinds: Kinds = KINDS) -> tuple[int, int, int]:
    """Where it stands, for sorting: by the source, else by the copy, then by kind."""
    start = candidate.old[0].start if candidate.old else -1
    return start, candidate.new[0].start if candidate.new else -1, kinds.rank(candidate.kind)


def _support_of(candidate: Candidate) -> float:
    """The stated support or the fitted one, never quite nought or one."""
    stated = candidate.support
    support = support_of(candidate, candidate.light) if stated is None else stated
    return min(_SUREST, max(1 - _SUREST, support))


def change_of(candidate: Candidate, ends: Ends, kinds: Kinds = KINDS) -> Change:
    """A candidate as a change between two versions, named after its kind and places."""
    support = _support_of(candidate)
    spans = candidate.old + candidate.new + candidate.beside
    words = sentence(candidate, ends, kinds)
    evidence = Evidence(candidate.kind, spans, math.log(support / (1 - support)), words)
    return Change(
        id=ids.change(
            (ends.source, ends.copy), candidate.kind, candidate.detail, candidate.old + candidate.new
        ),
        story=ends.story,
        derivation=None if ends.derivation is None else ends.derivation.id,
        source=ends.source,
        copy=ends.copy,
        directed=ends.directed,
        kind=candidate.kind,
        source_spans=candidate.old,
        copy_spans=candidate.new,
        before=candidate.before,
        after=candidate.after,
        weight=_weight_of(candidate, kinds),
        support=support,
        evidence=(evidence,),
        detail=candidate.detail,
    )


def _weight_of(candidate: Candidate, kinds: Kinds) -> Weight:
    """The weight of its kind, less where it is of little consequence, style where it says nothing."""
    weight = kinds.of(candidate.kind).weight
    if candidate.idle:
        return "style"
    return "wording" if candidate.light and weight == "substance" else weight


# ---- words for people ----


def sentence(candidate: Candidate, ends: Ends, kinds: Kinds = KINDS) -> str:
    """One sentence that says what changed."""
    special = _SENTENCES.get(candidate.kind)
    if special is not None:
        return special(candidate, ends)
    return _plain(candidate, ends, kinds.of(candidate.kind).noun)


def _plain(candidate: Candidate, ends: Ends, noun: str) -> str:
    extra = f" ({candidate.detail})" if candidate.detail else ""
    before, after = shown(candidate.before), shown(candidate.after)
    if candidate.detail == HEADLINE:
        return f"{noun} {_became(before, after, ends)} (headline)"
    if candidate.old and candidate.new:
        return f"{noun} {_became(before, after, ends)}{extra}"
    if candidate.new:
        where = "put in" if ends.directed else f"only in {ends.copy}"
        return f"{noun} {after} {where}{extra}"
    where = "left out" if ends.directed else f"only in {ends.source}"
    return f"{noun} {before} {where}{extra}"


def _became(before: str, after: str, ends: Ends) -> str:
    if ends.directed:
        return f"{before} became {after}"
    return f"differs: {before} in {ends.source}, {after} in {ends.copy}"


def _attribution(candidate: Candidate, ends: Ends) -> str:
    before, after = candidate.before or "", candidate.after or ""
    if candidate.detail == "cue":
        return f"the way it is told {_became(shown(before), shown(after), ends)}"
    if candidate.detail == HEADLINE:
        return f"{_speaker(before, after, ends)} (headline)"
    return _speaker(before, after, ends)


def _speaker(before: str, after: str, ends: Ends) -> str:
    if not before or not after:
        one, there = (before, ends.source) if before else (after, ends.copy)
        gone = "left out" if before else "put in"
        where = gone if ends.directed else f"named only in {there}"
        return f"the speaker of these words, {one}: {where}"
    if ends.directed:
        return f"the same words are {before}'s in the source and became {after}'s"
    return f"the speaker of the same words differs: {before} in {ends.source}, {after} in {ends.copy}"


def _slip(candidate: Candidate, ends: Ends) -> str:
    before, after = shown(candidate.before), shown(candidate.after)
    if candidate.detail == "shared":
        return f"the slip {before} stands in both"
    if candidate.detail == "new":
        return f"a slip: {_became(before, after, ends)}"
    if candidate.detail == "mended":
        return f"a slip mended: {_became(before, after, ends)}"
    return f"a slip in one of them: {_became(before, after, ends)}"


def _moved(candidate: Candidate, ends: Ends) -> str:
    words = shown(candidate.before)
    how = "moved" if ends.directed else f"stands elsewhere in {ends.copy} than in {ends.source}"
    return f"the passage {words} {how}"


def _style(candidate: Candidate, ends: Ends) -> str:
    times = max(len(candidate.old), len(candidate.new))
    often = f", {times} times" if times > 1 else ""
    what = candidate.detail or "house style"
    return f"{what} {_became(shown(candidate.before), shown(candidate.after), ends)}{often}"


def shown(words: str | None) -> str:
    """A reading in its marks, cut short where it is long."""
    if words is None:
        return "what cannot be known"
    flat = " ".join(words[: 4 * _SHOWN].split())
    if not flat:
        return "nothing"
    return f"“{flat if len(flat) <= _SHOWN else flat[:_SHOWN].rsplit(' ', 1)[0] + ' …'}”"


_SENTENCES = {"attribution": _attribution, "slip": _slip, "moved": _moved, "style": _style}
