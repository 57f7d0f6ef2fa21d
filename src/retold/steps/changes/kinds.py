"""The kinds of change in the order of the contract, and how each is told.

A finder hands over a `Finding`; here it becomes a `Change` with an id, a weight
and a sentence for people. Between two versions that no derivation directs,
nothing is "put in" or "left out": it "differs" or stands "only in" one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from retold import ids
from retold.model import Change, ChangeKind, Derivation, Evidence, Span, Weight

ORDER: tuple[ChangeKind, ...] = get_args(ChangeKind)  # the first that fits is the one

_WEIGHT: dict[ChangeKind, Weight] = {
    "attribution": "substance", "figure": "substance", "date": "substance", "name": "substance",
    "quotation": "substance", "hedge": "substance", "loaded": "substance", "credit": "substance",
    "cut": "substance", "added": "substance", "moved": "wording", "lede": "substance",
    "slip": "wording", "wording": "wording", "style": "style",
}  # fmt: skip
_SHOWN = 90  # characters of an article shown in a sentence of evidence


@dataclass(frozen=True, slots=True)
class Finding:
    """What a finder found; spans of the source in `old`, of the copy in `new`."""

    kind: ChangeKind
    old: tuple[Span, ...]
    new: tuple[Span, ...]
    before: str | None
    after: str | None
    support: float
    detail: str | None = None
    light: bool = False  # of little consequence: wording where its kind is substance as a rule
    beside: tuple[Span, ...] = ()  # what else shows it: the speakers' mentions

    @property
    def place(self) -> tuple[int, int, int]:
        """Where it stands, for sorting: by the source, else by the copy, then by kind."""
        start = self.old[0].start if self.old else -1
        return start, self.new[0].start if self.new else -1, ORDER.index(self.kind)


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


def told(findings: Iterable[Finding], ends: Ends) -> list[Change]:
    """Findings as changes, in the order of the source."""
    ordered = sorted(findings, key=lambda f: f.place)
    ordered = _in_reading_order(ordered)
    return ids.told_apart([change(finding, ends) for finding in ordered])


def _in_reading_order(findings: list[Finding]) -> list[Finding]:
    """What only the copy has comes behind the rest, by its own places."""
    return [f for f in findings if f.old] + [f for f in findings if not f.old]


def change(finding: Finding, ends: Ends) -> Change:
    """A finding as a change between two versions, named after its kind and places."""
    support = min(0.999, max(0.001, finding.support))
    spans = finding.old + finding.new + finding.beside
    evidence = Evidence(finding.kind, spans, math.log(support / (1 - support)), sentence(finding, ends))
    weight = _WEIGHT[finding.kind]
    return Change(
        id=ids.change((ends.source, ends.copy), finding.kind, finding.detail, finding.old + finding.new),
        story=ends.story,
        derivation=None if ends.derivation is None else ends.derivation.id,
        source=ends.source,
        copy=ends.copy,
        directed=ends.directed,
        kind=finding.kind,
        source_spans=finding.old,
        copy_spans=finding.new,
        before=finding.before,
        after=finding.after,
        weight="wording" if finding.light and weight == "substance" else weight,
        support=support,
        evidence=(evidence,),
        detail=finding.detail,
    )


# ---- words for people ----

_NOUN: dict[ChangeKind, str] = {
    "figure": "the figure", "date": "the date", "name": "the name", "hedge": "the hedge",
    "loaded": "the loaded word", "credit": "the credit", "wording": "the wording",
    "cut": "matter", "added": "matter", "lede": "the opening", "slip": "a slip", "moved": "a passage",
    "quotation": "the quotation", "style": "house style", "attribution": "the speaker",
}  # fmt: skip


def sentence(finding: Finding, ends: Ends) -> str:
    """One sentence that says what changed."""
    special = {"attribution": _attribution, "slip": _slip, "moved": _moved, "style": _style}.get(finding.kind)
    return special(finding, ends) if special is not None else _plain(finding, ends)


def _plain(finding: Finding, ends: Ends) -> str:
    noun = _NOUN[finding.kind]
    extra = f" ({finding.detail})" if finding.detail else ""
    before, after = shown(finding.before), shown(finding.after)
    if finding.old and finding.new:
        return f"{noun} {_became(before, after, ends)}{extra}"
    if finding.new:
        where = "put in" if ends.directed else f"only in {ends.copy}"
        return f"{noun} {after} {where}{extra}"
    where = "left out" if ends.directed else f"only in {ends.source}"
    return f"{noun} {before} {where}{extra}"


def _became(before: str, after: str, ends: Ends) -> str:
    if ends.directed:
        return f"{before} became {after}"
    return f"differs: {before} in {ends.source}, {after} in {ends.copy}"


def _attribution(finding: Finding, ends: Ends) -> str:
    before, after = finding.before or "", finding.after or ""
    if finding.detail == "cue":
        return f"the way it is told {_became(shown(before), shown(after), ends)}"
    if not before or not after:
        one, there = (before, ends.source) if before else (after, ends.copy)
        gone = "left out" if before else "put in"
        where = gone if ends.directed else f"named only in {there}"
        return f"the speaker of these words, {one}: {where}"
    if ends.directed:
        return f"the same words are {before}'s in the source and became {after}'s"
    return f"the speaker of the same words differs: {before} in {ends.source}, {after} in {ends.copy}"


def _slip(finding: Finding, ends: Ends) -> str:
    before, after = shown(finding.before), shown(finding.after)
    if finding.detail == "shared":
        return f"the slip {before} stands in both"
    if finding.detail == "new":
        return f"a slip: {_became(before, after, ends)}"
    if finding.detail == "mended":
        return f"a slip mended: {_became(before, after, ends)}"
    return f"a slip in one of them: {_became(before, after, ends)}"


def _moved(finding: Finding, ends: Ends) -> str:
    words = shown(finding.before)
    how = "moved" if ends.directed else f"stands elsewhere in {ends.copy} than in {ends.source}"
    return f"the passage {words} {how}"


def _style(finding: Finding, ends: Ends) -> str:
    times = max(len(finding.old), len(finding.new))
    often = f", {times} times" if times > 1 else ""
    what = finding.detail or "house style"
    return f"{what} {_became(shown(finding.before), shown(finding.after), ends)}{often}"


def shown(words: str | None) -> str:
    """A reading in its marks, cut short where it is long."""
    if words is None:
        return "what cannot be known"
    flat = " ".join(words[: 4 * _SHOWN].split())
    if not flat:
        return "nothing"
    return f"“{flat if len(flat) <= _SHOWN else flat[:_SHOWN].rsplit(' ', 1)[0] + ' …'}”"


def joined(spans: Sequence[Span], text: str) -> str:
    """What the spans cover; pieces that do not touch are parted by an ellipsis."""
    return " … ".join(span.of(text) for span in spans)
