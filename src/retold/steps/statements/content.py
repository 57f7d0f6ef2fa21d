"""What a frame tells: the characters of its content, and of what kind the statement is."""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters
from retold.model import Quote, StatementKind
from retold.steps.statements.addressees import can_hear, leads_to_hearer
from retold.steps.statements.attach import Link
from retold.steps.statements.frames import Frame
from retold.steps.statements.insertions import between_commas
from retold.steps.statements.names import Range
from retold.steps.statements.tree import FINITE, Tree
from retold.steps.statements.unsaid import is_unsaid

_SIGNS = frozenset({",", ":", ".", "-LRB-", "-RRB-", "_SP", "CC"})
_OPENING = parameters.of("statements", "content").integer("opening")


def tells(tree: Tree, frame: Frame, links: Sequence[Link], placed: bool = False) -> bool:
    """Whether the frame is worth a statement: with a quotation, a clause, addressees, or as a bare act.

    `placed` is for a cue that says on what occasion: she posted on Telegram.
    """
    if links:
        return not is_unsaid(tree, frame.cue)
    speech = frame.verb.base not in tree.speech.busy
    heard = speech and any(can_hear(tree, head) for head in frame.addressees)
    if (
        not frame.real
        or is_unsaid(tree, frame.cue)
        or withholds(tree, frame)
        or _orders_of_nobody(tree, frame)
        or _describes(tree, frame)
    ):
        return False
    if frame.head is None:
        return any(can_hear(tree, head) for head in frame.addressees) and (
            speech or frame.content is not None
        )
    if tree.quotes[frame.head] >= 0 or tree.lower[frame.head] in tree.speech.selves:
        return False
    spoken = placed and frame.verb.manner == "said" and speech
    return frame.content is not None or heard or spoken or (frame.verb.act and frame.theme is not None)


def _describes(tree: Tree, frame: Frame) -> bool:
    """“signed for a ladder [none of them climbed]”: a clause that only tells more of the noun before it."""
    if not frame.verb.weak or frame.content is None or frame.content[0] <= frame.cue_end + 1:
        return False
    before = frame.content[0] - 1
    told = tree.speech.platforms | tree.speech.occasions | tree.speech.addressee_nouns | tree.speech.times
    return tree.tags[before] in ("NN", "NNS") and tree.lower[before] not in told


def withholds(tree: Tree, frame: Frame) -> bool:
    """Whether somebody is told to have said nothing: declined to comment, asked not to be named."""
    if frame.verb.base not in tree.speech.withholding:
        return _stays_unnamed(tree, frame)
    inner = [tree.speech.verbs.get(tree.lower[kid]) for kid in tree.having(frame.cue, "xcomp")]
    return any(verb is not None and not verb.act for verb in inner)


def _stays_unnamed(tree: Tree, frame: Frame) -> bool:
    """Whether all that somebody asks for is not to be named: [asked] not to be identified because …"""
    if frame.content is None or frame.verb.manner != "asked":
        return False
    low, high = frame.content
    opening = range(low, min(high + 1, low + _OPENING))
    plain = [tree.lower[t] for t in opening if tree.deps[t] != "neg"]
    denied = len(plain) < len(opening)
    words = tree.speech.unnaming | (tree.speech.identities if denied else frozenset())
    wished = bool(plain) and (plain[0] in tree.grammar.infinitive or denied)  # that her name not be used
    return wished and not words.isdisjoint(plain)


def _orders_of_nobody(tree: Tree, frame: Frame) -> bool:
    """“Everybody was asked to walk, the school said”: a request by nobody within what somebody else said."""
    told = any(tree.lower[one] in tree.speech.verbs for one in tree.above(frame.cue)[1:])
    if not told or not frame.asked or frame.head is not None or frame.content is None:
        return False
    return tree.lower[frame.content[0]] in tree.grammar.infinitive


def content_of(
    tree: Tree, frame: Frame, links: Sequence[Link], quotes: Sequence[Quote]
) -> tuple[list[Range], StatementKind]:
    """The characters of what was said and the kind: quotations alone, a clause alone, or both as one."""
    quoted = [quotes[link.quote] for link in links]
    clause = _clause(tree, frame)
    if clause is None:
        phrase = _phrase_around(tree, frame, links)
        if phrase is not None:
            return [_widened(phrase, quoted)], "mixed"
        inner = sorted((quote.span.start, quote.span.end) for quote in quoted)
        return inner, "direct" if quoted else "act"
    if not quoted:
        return [*_before_insertion(tree, frame), _uncut(clause, quotes)], "indirect"
    whole = _widened(_to_calling(tree, clause, links), quoted)
    rest = [(q.span.start, q.span.end) for q in quoted if not _meet((q.outer.start, q.outer.end), whole)]
    return sorted([*_before_insertion(tree, frame), whole, *rest]), "mixed"


def _phrase_around(tree: Tree, frame: Frame, links: Sequence[Link]) -> Range | None:
    """The object of a cue of which a quotation is a part, in characters; None where it is all of it.

    They predict [“growth of two per cent” for the port] next year. Where and when it was said is no part.
    """
    tokens = [t for t in range(len(tree)) if len(links) == 1 and tree.quotes[t] == links[0].quote]
    objects = (
        tree.having(frame.cue, "dobj", "oprd") if frame.verbal and frame.cue < min(tokens, default=0) else []
    )
    inside = [one for one in objects if tree.reach(one)[0] <= tokens[0] and tokens[-1] <= tree.reach(one)[1]]
    if not inside or inside[0] < tokens[0] or any(tree.dummy[t] for t in tokens):
        return None
    low = min(tokens[0], tree.noun(inside[0])[0])
    high = next(
        (t - 1 for t in range(tokens[-1] + 1, len(tree)) if _ends_phrase(tree, inside[0], t)), tokens[-1]
    )
    own = frame.speaker is None or frame.speaker[1] < low or high < frame.speaker[0]
    goes_on = low < tokens[0] or high > tokens[-1]
    return tree.span(low, high) if goes_on and own and low > frame.cue else None


def _ends_phrase(tree: Tree, head: int, token: int) -> bool:
    """Whether a phrase ends before a token: a sign, a joined word, the time or the occasion of the words."""
    if tree.tags[token] in _SIGNS or tree.dummy[token] or head not in tree.above(token):
        return True
    led = tree.having(token, "pobj")
    return leads_to_hearer(tree, token) or any(
        tree.lower[one] in tree.speech.times | tree.speech.occasions for one in led
    )


def _to_calling(tree: Tree, clause: Range, links: Sequence[Link]) -> Range:
    """The clause with a quotation behind it by which a thing is called: refer [to each other as “chief”]."""
    for link in links:
        first = next((t for t in range(len(tree)) if tree.quotes[t] == link.quote), 0)
        between = [t for t in range(first) if tree.starts[t] >= clause[1]]
        calling = tree.grammar.comparing.union(tree.grammar.definite, tree.grammar.indefinite)
        if between and all(tree.lower[t] in calling for t in between):
            return clause[0], tree.ends[first]
    return clause


def _insertion(tree: Tree, frame: Frame) -> Range:
    """The tokens of “he said” with which a speaker is set into his own words, the cue alone elsewhere."""
    low, high = tree.reach(frame.cue)
    for first, last in [(low, high), between_commas(tree, frame.cue) or (low, high)]:
        if frame.content is not None and frame.content[0] < first and last < frame.content[1]:
            return first, last
    return frame.cue, frame.cue


def _before_insertion(tree: Tree, frame: Frame) -> list[Range]:
    """The words before a speaker who is set in: [the port], he said, [is shut]."""
    low, high = frame.content or (0, 0)
    if not low < frame.cue < high:
        return []
    end = _insertion(tree, frame)[0] - 1
    while end > low and not tree.tags[end][:1].isalpha():
        end -= 1
    return [tree.span(low, end)]


def _clause(tree: Tree, frame: Frame) -> Range | None:
    """The clause that tells what was said, in characters; None where it is but a quotation."""
    if frame.content is None:
        return None
    low, high = _without_speaker(tree, frame, *frame.content)
    if low < frame.cue < high:
        low = _insertion(tree, frame)[1] + 1
    elif low <= frame.cue <= high:
        return None
    plain = [t for t in range(low, high + 1) if not tree.dummy[t] and tree.tags[t][:1].isalpha()]
    if not plain or _beside_quotation(tree, low, high, plain) or _tells_when(tree, low, high, plain):
        return None
    plain = _behind_day(tree, frame, _before_another(tree, low, high, plain))
    start, end = tree.starts[plain[0]], tree.ends[plain[-1]]
    return (start, end) if start < end else None


def _without_speaker(tree: Tree, frame: Frame, low: int, high: int) -> Range:
    """The tokens of a clause without the speaker at one of its ends: [the rules are crumbling, ]he[ said].

    With all that describes him: [the deal is dead, ]a man close to the talks[ said].
    """
    if frame.speaker is None or frame.head is None or not low <= frame.head <= high:
        return low, high
    first, last = frame.speaker
    beside = high < frame.cue and {*tree.words[high + 1 : frame.cue]} <= {","}
    described = beside and first > low and tree.words[first - 1] == ","
    if (last >= high and first > low) or described:
        return low, first - 1 - (tree.lower[first - 1] in tree.grammar.agent)  # called “…” [by] the crew
    return (last + 1, high) if first <= low and last < high else (low, high)


def _beside_quotation(tree: Tree, low: int, high: int, plain: Sequence[int]) -> bool:
    """Whether the words beside a stand-in tell nothing: a dateline, an office before the speaker's name."""
    stands = [t for t in range(low, high + 1) if tree.dummy[t]]
    return bool(stands) and not any(tree.tags[t] in FINITE for t in plain)


def _before_another(tree: Tree, low: int, high: int, plain: list[int]) -> list[int]:
    """The words of a clause without the participle at its end leading to a quotation: …, telling him: “…”."""
    stands = [t for t in range(low, high + 1) if tree.dummy[t]]
    if tree.words[high + 1 : high + 2] != [":"] and (not stands or plain[-1] > stands[0]):
        return plain
    leads = [
        t
        for t in plain
        if tree.tags[t] == "VBG" and tree.words[t - 1] == "," and tree.lower[t] in tree.speech.verbs
    ]
    return [t for t in plain if t < leads[-1]] or plain if leads else plain


def _behind_day(tree: Tree, frame: Frame, plain: list[int]) -> list[int]:
    """The words of a clause without the day right behind the cue: said [on Monday ]she would go."""
    day = plain[1:2] and tree.lower[plain[1]] in tree.names.weekdays and tree.tags[plain[0]] == "IN"
    led = frame.cue_end + 1 == plain[0] and plain[1:2] == [plain[0] + 1] and len(plain) > 2
    goes_on = led and tree.tags[plain[2]][:2] in ("PR", "DT", "NN") and plain[2] == plain[1] + 1
    return plain[2:] if day and goes_on and tree.tags[plain[2]] != "NNP" else plain


def _tells_when(tree: Tree, low: int, high: int, plain: Sequence[int]) -> bool:
    """Whether the words before a stand-in tell when it was said: “said when the gates opened: …”."""
    stands = [t for t in range(low, high + 1) if tree.dummy[t]]
    return bool(stands) and plain[-1] < stands[0] and tree.lower[plain[0]] in tree.speech.clause_times


def _widened(clause: Range, quoted: Sequence[Quote]) -> Range:
    """The clause with the whole of each quotation that it shares a character with, marks included."""
    start, end = clause
    for quote in quoted:
        if _meet((quote.span.start, quote.span.end), clause):
            start, end = min(start, quote.outer.start), max(end, quote.outer.end)
    return start, end


def _uncut(clause: Range, quotes: Sequence[Quote]) -> Range:
    """The clause to the end of a quotation within which it ends, as the parser cuts what another said."""
    start, end = clause
    cut = [one.outer for one in quotes if one.level == 0 and start < one.outer.start < end < one.outer.end]
    return start, cut[0].end if cut else end


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
