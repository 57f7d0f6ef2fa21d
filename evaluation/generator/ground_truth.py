"""What truly differs between two versions of a report, read off their pieces.

Nothing is compared by likeness here: pieces and sentences know which place of
the report they fill, so the list is exact for any two versions, whatever
happened between them.
"""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.generator.document import Doc, Layout, Piece, Place, Sentence, layout_of
from evaluation.generator.names import Person
from evaluation.generator.outlet_words import SPELLING

RANK = ("figure", "date", "name", "quotation", "hedge", "loaded", "credit", "slip", "wording", "style")
KIND_OF_TAG = {
    "figure": "figure", "date": "date", "name": "name", "speaker": "name", "hedge": "hedge",
    "loaded": "loaded", "credit": "credit", "cue": "wording",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planted:
    """One change from `source` to `copy`, with the places where it stands (empty: nothing stands there)."""

    kind: str
    source: str
    copy: str
    source_spans: tuple[Place, ...]
    copy_spans: tuple[Place, ...]
    before: str
    after: str
    detail: str = ""


@dataclass(slots=True)
class Version:
    """A report as printed, with who is who in it."""

    id: str
    doc: Doc
    layout: Layout
    people: dict[str, Person]


def version(ident: str, doc: Doc, people: dict[str, Person]) -> Version:
    """Lay a report out once, for many comparisons."""
    return Version(ident, doc, layout_of(doc), people)


def changes(a: Version, b: Version) -> list[Planted]:
    """Everything that differs between two versions that share text, in the order of the first."""
    there = {sentence.key: sentence for sentence in b.doc.sentences()}
    found = _ledes(a, b) + _lost_and_new(a, b) + _moved(a, b) + _datelines(a, b)
    for old in a.doc.sentences():
        new = there.get(old.key)
        if new is not None and old is not new:
            found.extend(_sentence(a, b, old, new))
    key = lambda one: (one.source_spans[:1] or ((1 << 30, 0),), one.copy_spans, one.kind)  # noqa: E731
    return sorted(found, key=key)


def _planted(
    a: Version, b: Version, kind: str, spans: tuple[tuple[Place, ...], tuple[Place, ...]]
) -> Planted:
    """A change whose before and after are what stands at its places."""
    before = " ".join(a.layout.of(place) for place in spans[0])
    after = " ".join(b.layout.of(place) for place in spans[1])
    return Planted(kind, a.id, b.id, spans[0], spans[1], before, after)


# ---- whole sentences ----


def _ledes(a: Version, b: Version) -> list[Planted]:
    """A new opening, and what it says otherwise than the old one."""
    ours, theirs = _only(a, b, "lede"), _only(b, a, "lede")
    if not ours and not theirs:
        return []
    spans = (
        tuple(a.layout.sentences[one.key] for one in ours),
        tuple(b.layout.sentences[one.key] for one in theirs),
    )
    found = [_planted(a, b, "lede", spans)]
    told = {piece.key: piece for one in theirs for piece in one.pieces}
    for piece in (piece for one in ours for piece in one.pieces):
        other = told.get(piece.key)
        if other is not None and piece.fact and other.value != piece.value:
            found.append(_unit(a, b, [piece], [other]))
    return found


def _only(a: Version, b: Version, role: str) -> list[Sentence]:
    there = {sentence.key for sentence in b.doc.sentences()}
    return [one for one in a.doc.sentences() if one.role == role and one.key not in there]


def _lost_and_new(a: Version, b: Version) -> list[Planted]:
    found = [_planted(a, b, kind, ((place,), ())) for kind, place in _runs(a, b, "cut")]
    return found + [_planted(a, b, kind, ((), (place,))) for kind, place in _runs(b, a, "added")]


def _runs(a: Version, b: Version, kind: str) -> list[tuple[str, Place]]:
    """Stretches of sentences that only `a` has; a credit line counts by itself, ledes apart."""
    there = {sentence.key for sentence in b.doc.sentences()}
    found: list[tuple[str, Place]] = []
    open_run = False
    for sentence in a.doc.sentences():
        lacking = sentence.key not in there and sentence.role != "lede"
        place = a.layout.sentences[sentence.key]
        if lacking and sentence.role == "credit":
            found.append(("credit", place))
        elif lacking and open_run:
            found[-1] = (kind, (found[-1][1][0], place[1]))
        elif lacking:
            found.append((kind, place))
        open_run = lacking and sentence.role != "credit"
    return found


def _moved(a: Version, b: Version) -> list[Planted]:
    """Sentences outside the heaviest series that stands in the same order in both."""
    order = {sentence.key: place for place, sentence in enumerate(b.doc.sentences())}
    shared = [sentence for sentence in a.doc.sentences() if sentence.key in order]
    kept = _heaviest([order[one.key] for one in shared], [len(one.pieces) for one in shared])
    runs: list[list[Sentence]] = []
    for number, sentence in enumerate(shared):
        if number in kept:
            continue
        last = runs[-1][-1] if runs else None
        follows = last is not None and order[sentence.key] == order[last.key] + 1
        adjacent = last is not None and shared[number - 1].key == last.key
        if follows and adjacent:
            runs[-1].append(sentence)
        else:
            runs.append([sentence])
    return [_planted(a, b, "moved", ((_hull(a, run),), (_hull(b, run),))) for run in runs]


def _hull(a: Version, run: list[Sentence]) -> Place:
    return a.layout.sentences[run[0].key][0], a.layout.sentences[run[-1].key][1]


def _heaviest(order: list[int], weights: list[int]) -> set[int]:
    """Indexes of the increasing subsequence of greatest total weight."""
    best: list[int] = []
    back: list[int] = []
    for here, value in enumerate(order):
        ahead = [j for j in range(here) if order[j] < value]
        top = max(ahead, key=lambda j: best[j], default=-1)
        best.append(weights[here] + (best[top] if top >= 0 else 0))
        back.append(top)
    at = max(range(len(best)), key=lambda j: best[j], default=-1)
    kept: set[int] = set()
    while at >= 0:
        kept.add(at)
        at = back[at]
    return kept


def _datelines(a: Version, b: Version) -> list[Planted]:
    if not a.doc.dateline or not b.doc.dateline:
        return []
    if a.doc.dateline[0].key != b.doc.dateline[0].key:  # of two different reports
        return []
    return _units(a, b, _without_marks(a.doc.dateline), _without_marks(b.doc.dateline))


def _without_marks(pieces: tuple[Piece, ...]) -> list[Piece]:
    return [piece for piece in pieces if piece.tag in ("credit", "date")]


# ---- inside one sentence ----


def _sentence(a: Version, b: Version, old: Sentence, new: Sentence) -> list[Planted]:
    found = _attribution(a, b, old, new)
    silent = _parts_of_attribution(found)
    ours = [piece for piece in old.pieces if piece.tag not in silent]
    theirs = [piece for piece in new.pieces if piece.tag not in silent]
    return found + _units(a, b, ours, theirs)


def _parts_of_attribution(found: list[Planted]) -> set[str]:
    tags = {"speaker": {"speaker"}, "cue": {"cue"}}
    return {tag for one in found for tag in tags[one.detail]}


def _attribution(a: Version, b: Version, old: Sentence, new: Sentence) -> list[Planted]:
    """Another speaker, or a cue of another class; the place is the whole sentence."""
    if old.said is None or new.said is None:
        return []
    spans = ((a.layout.sentences[old.key],), (b.layout.sentences[new.key],))
    found = []
    if old.said.speaker != new.said.speaker:
        names = (_name(a, old.said.speaker), _name(b, new.said.speaker))
        found.append(Planted("attribution", a.id, b.id, *spans, *names, "speaker"))
    if old.said.cue != new.said.cue:
        verbs = (_cue(a, old), _cue(b, new))
        found.append(Planted("attribution", a.id, b.id, *spans, *verbs, "cue"))
    return found


def _name(a: Version, who: str) -> str:
    return a.people[who].full if who in a.people else who


def _cue(a: Version, sentence: Sentence) -> str:
    return " ".join(
        a.layout.of(a.layout.pieces[piece.key]) for piece in sentence.pieces if piece.tag == "cue"
    )


def _units(a: Version, b: Version, old: list[Piece], new: list[Piece]) -> list[Planted]:
    """Walk both lists of pieces; each run of unlike pieces between like ones is a unit."""
    theirs = {piece.key: place for place, piece in enumerate(new)}
    found: list[Planted] = []
    ours_open: list[Piece] = []
    at = 0
    for piece in old:
        place = theirs.get(piece.key)
        if place is None or place < at:
            ours_open.append(piece)
            continue
        found.extend(_gap(a, b, ours_open, new[at:place]))
        ours_open, at = [], place + 1
        found.extend(_pair(a, b, piece, new[place]))
    found.extend(_gap(a, b, ours_open, new[at:]))
    return found


def _gap(a: Version, b: Version, ours: list[Piece], theirs: list[Piece]) -> list[Planted]:
    """What stands between two places that both have: one unit, or none when it is only punctuation."""
    if all(piece.tag == "punct" for piece in (*ours, *theirs)):
        return []
    return [_unit(a, b, ours, theirs)]


def _pair(a: Version, b: Version, old: Piece, new: Piece) -> list[Planted]:
    """Two readings of one place."""
    if old.flaw and new.flaw and old.text == new.text:
        spans = ((a.layout.pieces[old.key],), (b.layout.pieces[new.key],))
        return [Planted("slip", a.id, b.id, *spans, old.text, new.text, "shared")]
    same = old.value == new.value and old.text.lower() == new.text.lower()
    if same or old.tag == "punct":
        return []
    return [_unit(a, b, [old], [new])]


def _unit(a: Version, b: Version, ours: list[Piece], theirs: list[Piece]) -> Planted:
    spans = (_span(a, ours), _span(b, theirs))
    return _planted(a, b, _kind(ours, theirs), spans)


def _span(a: Version, pieces: list[Piece]) -> tuple[Place, ...]:
    if not pieces:
        return ()
    return ((a.layout.pieces[pieces[0].key][0], a.layout.pieces[pieces[-1].key][1]),)


def _kind(ours: list[Piece], theirs: list[Piece]) -> str:
    """The first kind of the order of precedence that fits the unit."""
    values = {piece.key: piece for piece in ours}
    kinds: set[str] = set()
    for piece in theirs:
        kinds.add(_kind_of(values.pop(piece.key, None), piece))
    kinds.update(_kind_of(piece, None) for piece in values.values())
    return min(kinds, key=RANK.index)


def _same_word(old: Piece, new: Piece) -> bool:
    """Cues of one class are different words, unless they are two spellings of one."""
    both = SPELLING.get(old.text.lower(), (old.text.lower(),))
    return old.tag != "cue" or new.text.lower() in both


def _kind_of(old: Piece | None, new: Piece | None) -> str:
    one = old or new
    assert one is not None
    if old is not None and new is not None:
        if bool(old.flaw) != bool(new.flaw) or (old.flaw and old.text != new.text):
            return "slip"
        if old.value == new.value:
            return "style" if _same_word(old, new) else "wording"
        one = new if new.tag == "loaded" else old
    kind = KIND_OF_TAG.get(one.tag, "")
    if one.inside and kind in ("", "loaded", "hedge"):
        return "quotation"
    return kind or "wording"
