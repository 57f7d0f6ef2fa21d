"""How a change reads: in plain words, with both sides named and nobody in the right.

A directed change says what the copy did ("put in", "left out"). Where nobody
knows which way the text went, it only says where each reading stands, and the
same two readings that part several pairs of versions are given once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from string import Formatter
from typing import Literal, NamedTuple

from retold.messages import N_, _, many
from retold.model import Change, ChangeKind, Comparison, Span, Standing
from retold.views import people, safe
from retold.views.index import Index

Joint = Literal["and", "or", "nor"]
Role = Literal["plain", "quote", "before", "after", "name", "where"]


class Piece(NamedTuple):
    """A part of a sentence and what it is: a quotation, an old or new reading, a person, a version."""

    role: Role
    text: str


Pieces = tuple[Piece, ...]
NOBODY = N_("nobody named")  # of words whose speaker a version does not name
_CHANCE = 0.01  # below which a way is not named
_SAME = N_("They are one text, word for word: at least one of them is a copy.")
_MOST_NAMES = 4
_JOINTS: dict[Joint, str] = {
    "and": N_("{listed} and {last}"),
    "or": N_("{listed} or {last}"),
    "nor": N_("{listed} nor {last}"),
}
_SHARED = 16  # characters that two readings may begin alike with


@dataclass(frozen=True, slots=True)
class Sides:
    """The labels of the versions on each side: those with `before` and those with `after`."""

    before: tuple[str, ...]
    after: tuple[str, ...]


# In English here, where it is a key too; a screen translates it when it prints it.
KINDS: dict[ChangeKind, str] = {
    "attribution": N_("speaker"),
    "figure": N_("figure"),
    "date": N_("date"),
    "name": N_("name"),
    "sense": N_("sense"),
    "quotation": N_("quotation"),
    "hedge": N_("hedge"),
    "loaded": N_("loaded word"),
    "credit": N_("credit"),
    "cut": N_("left out"),
    "added": N_("put in"),
    "moved": N_("moved"),
    "lede": N_("opening"),
    "slip": N_("slip"),
    "wording": N_("wording"),
    "style": N_("style"),
}
_ALONE = N_("only in one")  # said of what nobody can call left out or put in
PARTIAL = N_("only in some")  # the same of more than two versions
_CUE = N_("verb of saying")
HEADLINE = N_("headline")  # of a title told in other words, and beside the label of what else changed in one
# Who spoke comes first: a re-attribution is the gravest change a retelling can make.
_ORDER = {label: place for place, label in enumerate(KINDS.values())} | {
    _ALONE: 9.5, _CUE: 6.5, PARTIAL: 9.6, HEADLINE: 9.7,
}  # fmt: skip
LABELS = tuple(sorted(_ORDER, key=lambda label: _ORDER[label]))  # the gravest first


def label(change: Change) -> str:
    """The name of the change's kind, as a reader may take it."""
    if not change.directed and change.kind in ("cut", "added"):
        return _ALONE
    if change.kind == "attribution" and change.detail == "cue":
        return _CUE
    return HEADLINE if change.in_headline and change.kind == "wording" else KINDS[change.kind]


def order(change: Change) -> float:
    """A key that sorts changes by label, the gravest kind first."""
    return _ORDER[label(change)]


def rank(name: str) -> float:
    """The same by the label alone."""
    return _ORDER.get(name, len(_ORDER))


def phrase(change: Change, sides: Sides, index: Index) -> Pieces:
    """The change as one sentence in pieces; one in a headline says so, where its label does not."""
    placed = change.in_headline and label(change) != HEADLINE
    where = (Piece("plain", f" ({_(HEADLINE)})"),) if placed else ()
    return (*_phrase(change, sides, index), *where)


def _phrase(change: Change, sides: Sides, index: Index) -> Pieces:
    if change.kind == "attribution":
        return _attribution(change, sides, index)
    if change.detail == "shared":
        return _shared(change, sides, index)
    if change.kind == "moved":
        return _moved(change, sides, index)
    return _readings(change, sides, index)


def plain(pieces: Pieces, width: int = 90) -> str:
    """The sentence as text; readings longer than `width` cells are cut short."""
    return "".join(shown(piece, width) for piece in pieces)


def shown(piece: Piece, width: int) -> str:
    """One piece as text, at most `width` cells of it, in its marks; marks inside become single ones."""
    if piece.role in ("quote", "before", "after"):
        return f"“{in_marks(safe.short(bare(piece.text), width))}”"
    return piece.text


def laid(message: str, **parts: Piece | Pieces) -> Pieces:
    """A sentence in pieces: a message whose placeholders are filled with pieces.

    >>> old, new = Piece("before", "4"), Piece("after", "6")
    >>> [piece.text for piece in laid("{old} became {new}", old=old, new=new)]
    ['4', ' became ', '6']
    """
    made: list[Piece] = []
    for words, name, _spec, _conversion in Formatter().parse(message):
        made += [Piece("plain", words)] if words else []
        part = parts[name] if name else ()
        made += [part] if isinstance(part, Piece) else part
    return tuple(made)


def in_marks(words: str) -> str:
    """Words as they stand inside quotation marks: the marks in them become single ones."""
    return words.translate(_SINGLE)


_SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'", "„": "‚"})


def bare(text: str) -> str:
    """A reading without the quotation marks around the whole of it, and the comma before the last.

    >>> bare("“We will pay,”")
    'We will pay'
    >>> bare("“Pay,” he said")
    '“Pay,” he said'
    """
    trimmed = text.strip().rstrip(", ")
    inner = trimmed[1:-1].rstrip(", ")
    around = trimmed[:1] in _OPENING and trimmed[-1:] in _CLOSING and len(trimmed) > 1
    return inner if around and not any(mark in inner for mark in _OPENING) else trimmed


def marked(words: str, around: tuple[str, str]) -> str:
    """A reading with the quotation marks right around it, as a version prints it.

    >>> marked("a victory", ("“", "”")), marked("a victory", (" ", " "))
    ('“a victory”', 'a victory')
    """
    before, behind = around
    return f"{before if before in _MARKS else ''}{words}{behind if behind in _MARKS else ''}".strip()


_MARKS = ("“", "”", '"', "„", "«", "»", "‘", "’", "'")
_OPENING, _CLOSING = ("“", '"', "„", "«"), ("”", '"', "“", "»")


def names(labels: tuple[str, ...], joint: Joint = "and", most: int = _MOST_NAMES) -> str:
    """Some labels and how many more.

    >>> names(("A", "B", "C"))
    'A, B and C'
    """
    if len(labels) > most:
        listed = ", ".join(labels[: most - 1])
        return many(
            len(labels) - most + 1, "{listed} and {count} more", "{listed} and {count} more", listed=listed
        )
    *others, last = labels or ("",)
    return _(_JOINTS[joint]).format(listed=", ".join(others), last=last) if others else last


def _attribution(change: Change, sides: Sides, index: Index) -> Pieces:
    words = index.words(change.copy_spans[:1]) or index.words(change.source_spans[:1])
    quote = (Piece("quote", words), Piece("plain", ": ")) if words else ()
    if change.detail == "cue":
        return _readings(change, sides, index)
    if change.before and change.before == change.after:
        return (*quote, *laid(_("introduced differently in {versions}"), versions=_both(sides)))
    before, after = (people.under(name, index.people) for name in (change.before, change.after))
    if before and before == after:
        person = Piece("name", before)
        return (
            *quote,
            *laid(_("{person}, named differently in {versions}"), person=person, versions=_both(sides)),
        )
    return (*quote, *_spoken(before or change.before, sides.before), Piece("plain", ", "),
            *_spoken(after or change.after, sides.after))  # fmt: skip


def _both(sides: Sides) -> Pieces:
    return laid(_("{one} and {other}"), one=_where(sides.before), other=_where(sides.after))


def _spoken(name: str | None, versions: tuple[str, ...]) -> Pieces:
    """Who speaks in one version."""
    if name is None:
        who = Piece("plain", _("a speaker we cannot name"))
    else:
        who = Piece("name", safe.squeezed(name)) if name else Piece("plain", _(NOBODY))
    return laid(_("{words} in {versions}"), words=who, versions=_where(versions))


def _shared(change: Change, sides: Sides, index: Index) -> Pieces:
    """A slip, or words, that both versions have."""
    words = change.after or change.before or index.words(change.copy_spans)
    piece = Piece("after", safe.squeezed(words))
    return laid(_("{words} stands both in {versions}"), words=piece, versions=_both(sides))


def _moved(change: Change, sides: Sides, index: Index) -> Pieces:
    words = index.words(change.copy_spans) or index.words(change.source_spans)
    if change.directed:
        return laid(_("{words} stands in another place"), words=Piece("after", words))
    there = _where(sides.after)
    return laid(_("{words} stands elsewhere in {versions}"), words=Piece("after", words), versions=there)


def _readings(change: Change, sides: Sides, index: Index) -> Pieces:
    """Two readings; each may be empty or beyond knowing."""
    before, after = change.before, change.after
    if before is None or after is None:
        return _half_known(change, sides)
    if not before and not after:
        return laid(_("differs between {versions}"), versions=_both(sides))
    if not before or not after:
        return _alone(change, sides)
    if bare(safe.squeezed(before)) == bare(safe.squeezed(after)):
        return _set_otherwise(change, sides, index)
    first, second = _parted(safe.squeezed(before), safe.squeezed(after))
    old, new = Piece("before", first), Piece("after", second)
    if change.directed:
        return laid(_("{old} became {new}"), old=old, new=new)
    here, there = _where(sides.before), _where(sides.after)
    return laid(_("{old} in {here}, {new} in {there}"), old=old, here=here, new=new, there=there)


def _set_otherwise(change: Change, sides: Sides, index: Index) -> Pieces:
    """Two readings of the same words: what differs are the marks around them, or how they are set."""
    words = Piece("after", bare(safe.squeezed(change.after or "")))
    old, new = (
        marked(safe.squeezed(text or ""), index.around(spans[0], 1) if spans else ("", ""))
        for text, spans in ((change.before, change.source_spans), (change.after, change.copy_spans))
    )
    quoted = [one != bare(one) for one in (old, new)]
    if quoted[0] == quoted[1]:
        both = _both(sides)
        return laid(_("{words} is set or punctuated differently in {versions}"), words=words, versions=both)
    first, second = (sides.before, sides.after) if quoted[0] else (sides.after, sides.before)
    sentence = _("{words} in quotation marks in {here}, without them in {there}")
    return laid(sentence, words=words, here=_where(first), there=_where(second))


def _parted(before: str, after: str) -> tuple[str, str]:
    """Two long readings from where they part, so that what is shown of them differs.

    >>> _parted("PORT ELLARD (Wire) - A crane fell", "PORT ELLARD (Wire) - Divers looked")
    ('…A crane fell', '…Divers looked')
    """
    pairs = enumerate(zip(before, after, strict=False))
    shared = next((place for place, (old, new) in pairs if old != new), min(len(before), len(after)))
    cut = before.rfind(" ", 0, shared) + 1
    return (f"…{before[cut:]}", f"…{after[cut:]}") if cut > _SHARED else (before, after)


def _alone(change: Change, sides: Sides) -> Pieces:
    """Words that only one side has."""
    words, role, have, lack = (
        (change.after, "after", sides.after, sides.before)
        if change.after
        else (change.before, "before", sides.before, sides.after)
    )
    reading = Piece("after" if role == "after" else "before", safe.squeezed(words or ""))
    if not change.directed:
        sentence = _("{words} in {here}, not in {there}")
        return laid(sentence, words=reading, here=_where(have), there=_where(lack, "or"))
    if change.kind in ("cut", "added"):  # the label says so already
        return (reading,)
    return laid(_("put in: {words}") if role == "after" else _("left out: {words}"), words=reading)


def _half_known(change: Change, sides: Sides) -> Pieces:
    """One side cannot be known, because its version is not in the pile."""
    if change.after:
        known, where = Piece("after", safe.squeezed(change.after)), sides.after
    elif change.before:
        known, where = Piece("before", safe.squeezed(change.before)), sides.before
    else:
        return (Piece("plain", _("what stood here cannot be known")),)
    sentence = _("{words} in {versions}; the other reading cannot be known")
    return laid(sentence, words=known, versions=_where(where))


def _where(labels: tuple[str, ...], joint: Joint = "and") -> Piece:
    return Piece("where", names(labels, joint))


# ---- probabilities and relations ----


def percent(share: float) -> str:
    """A probability in words of print: never 0 % or 100 %, which would claim too much.

    >>> percent(0.9999), percent(0.62)
    ('over 99 %', '62 %')
    """
    if share > 0.99:
        return _("over 99 %")
    return _("under 1 %") if share < 0.01 else f"{share:.0%}".replace("%", " %")


def comparison_sentences(found: Comparison, index: Index) -> list[str]:
    """The relation of two articles in plain words, and how sure it is."""
    a, b = index.label(found.a.id), index.label(found.b.id)
    words = {
        "a→b": _("{copy} took text from {source}.").format(copy=b, source=a),
        "b→a": _("{copy} took text from {source}.").format(copy=a, source=b),
        "common source": _("Both took text from a source that is neither of them."),
        "no common text": _("They share no text that we can see."),
        "unsure": _("Nothing tells which of them, if either, took text from the other."),
    }
    if found.a.text == found.b.text:
        words["common source"] = _("Both name a source that is neither of them.")
    first = _covered((p.a for p in found.passages), found.a.text)
    second = _covered((p.b for p in found.passages), found.b.text)
    share = _("Shared passages cover {first:.0f} % of the first and {second:.0f} % of the second.")
    share = share.format(first=100 * first, second=100 * second) if found.passages else ""
    sure = _("Same event: {event}. Tied by copying: {copying}.")
    copying = 1 - found.posterior["own reports"] if found.posterior else found.derived
    sure = sure.format(event=percent(found.same_story), copying=percent(copying))
    copied = _(_SAME) if found.a.text == found.b.text else ""
    return [copied, words[found.relation], share, sure, _chances(found, a, b)]


def _chances(found: Comparison, a: str, b: str) -> str:
    """How likely each way is, the likeliest first; those below one in a hundred left out."""
    words: dict[Standing, str] = {
        "a→b": _("{copy} from {source}").format(copy=b, source=a),
        "b→a": _("{copy} from {source}").format(copy=a, source=b),
        "common source": _("both from a third"),
        "own reports": _("two own reports"),
    }
    likely = sorted(
        ((chance, way) for way, chance in found.posterior.items() if chance >= _CHANCE), reverse=True
    )
    if len(likely) <= 1:  # which is said already
        return ""
    ways = "; ".join(f"{words[way]} {percent(chance)}" for chance, way in likely)
    return _("How likely: {ways}.").format(ways=ways)


def _covered(spans: Iterable[Span], text: str) -> float:
    """The share of the text that lies under the spans, each character counted once."""
    end = covered = 0
    for span in sorted(spans):
        covered += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    return covered / max(len(text), 1)
