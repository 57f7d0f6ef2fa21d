"""Which cue a quotation belongs to, within one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold import parameters
from retold.steps.statements.frames import Frame, bare_frame
from retold.steps.statements.left_out import left_out
from retold.steps.statements.made_to import made_to
from retold.steps.statements.segments import is_title
from retold.steps.statements.speaking import can_speak, is_role
from retold.steps.statements.tree import Tree

_PHRASE = frozenset(
    {"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "POS", "CD", "JJR", "JJS", "VBN", "IN"}
)
_P = parameters.of("statements", "attach")
_SHORTEST = _P.integer("shortest")
_LED, _GOVERNED, _NEAR, _BESIDE = (_P.number(way) for way in ("led", "governed", "near", "beside"))
_UNKNOWN, _PHRASED, _GUESSED = (_P.number(way) for way in ("unknown", "phrased", "guessed"))
_COVERED, _BELOW, _ALONE = (_P.number(way) for way in ("covered", "below", "alone"))
_FAR, _FOLLOWS, _COLON = (_P.integer(reach) for reach in ("far", "follows", "colon"))
_ALONE_WORDS = _P.integer("alone_words")
_INSIDE = frozenset(
    {"ccomp", "xcomp", "dobj", "oprd", "prep", "attr", "acomp", "pobj", "dative", "advcl", "dep"}
)


@dataclass(frozen=True, slots=True)
class Link:
    """A quotation tied to a frame, and how sure that is."""

    quote: int
    frame: Frame
    support: float


def attach(tree: Tree, frames: Sequence[Frame]) -> list[Link]:
    """Tie the quotations of a sentence to its frames; those that fit none are left out."""
    found = []
    for quote, clausal in zip(tree.segment.quotes, tree.segment.clausal, strict=True):
        tokens = [token for token, number in enumerate(tree.quotes) if number == quote]
        if not tokens or (not clausal and is_title(" ".join(tree.words[t] for t in tokens))):
            continue
        link = _of_clause(tree, frames, quote, tokens) if clausal else _of_part(tree, frames, quote, tokens)
        if link is not None and left_out(tree, link.frame.cue, tokens[0]) is None:
            found.append(Link(quote, _handed_on(tree, link.frame, frames), link.support))
    return found


def _handed_on(tree: Tree, frame: Frame, frames: Sequence[Frame]) -> Frame:
    """The frame of who is quoted, where this one only quotes him: “…,” the paper quoted [Kael as saying]."""
    objects = tree.having(frame.cue, "dobj")
    quoted = (
        one for one in frames if one.verbal and one.head in objects and _is_led_by(tree, one.cue, frame.cue)
    )
    return next(quoted, frame)


def _is_led_by(tree: Tree, saying: int, cue: int) -> bool:
    """Whether a saying stands behind a preposition of the cue: quoted him as [saying]."""
    return tree.deps[saying] == "pcomp" and tree.heads[tree.heads[saying]] == cue


def _top(tree: Tree, tokens: Sequence[int]) -> int:
    """The token of a quotation that governs the others."""
    inside = set(tokens)
    return next((t for t in tokens if tree.heads[t] not in inside or tree.heads[t] == t), tokens[0])


def _of_clause(tree: Tree, frames: Sequence[Frame], quote: int, tokens: Sequence[int]) -> Link | None:
    """A quotation that is a clause: by the parse, else by nearness, else by any verb it depends on."""
    top = _top(tree, tokens)
    if _comes(tree, tokens[-1] + 1):
        return Link(quote, bare_frame(tree, tokens[-1] + 1 + (tree.words[tokens[-1] + 1] == ",")), _UNKNOWN)
    able = [frame for frame in frames if frame.verbal and not _passes_on(tree, frame, frames)]
    usable = [frame for frame in able if not _answers(tree, frame, tokens[-1])]
    governed = _governing(tree, usable, top)
    near = _nearest(tree, usable, tokens)
    sure = _led(tree, frames, usable, quote, tokens)
    if sure is not None:
        return sure
    if near is not None and near is not governed and _is_led_by_own(tree, near, tokens[0]):
        return Link(quote, near, _NEAR)
    if governed is not None and (near is None or governed is near or governed.head is not None):
        return Link(quote, governed, _GOVERNED)
    if near is not None:
        return Link(quote, near, _NEAR if _is_named(tree, near) else _BESIDE)
    return _by_unknown_verb(tree, frames, quote, top, tokens[-1] + 1)


def _comes(tree: Tree, behind: int) -> bool:
    """Whether a verb of coming and its subject stand behind a quotation: “Shame!” came the cry."""
    at = behind + (tree.words[behind : behind + 1] == [","])
    came = tree.lower[at : at + 1] and tree.lower[at] in tree.speech.coming
    return bool(came) and tree.tags[at + 1 : at + 2] == ["DT"]


def _led(
    tree: Tree, frames: Sequence[Frame], usable: Sequence[Frame], quote: int, tokens: Sequence[int]
) -> Link | None:
    """A quotation that is asked, stands behind a colon or is handed on by a noun."""
    asked = next((frame for frame in usable if _asks(frame, tokens)), None)
    if asked is not None:
        return Link(quote, asked, _GOVERNED)
    led = _led_in(tree, [f for f in frames if f in usable or not f.verbal], tokens)
    if led is not None:
        return Link(quote, led, _LED)
    sent = next((one for one in frames if _hands_on(tree, one, tokens[0])), None)
    return None if sent is None else Link(quote, sent, _PHRASED)


def _asks(frame: Frame, tokens: Sequence[int]) -> bool:
    """Whether a quotation stands within what somebody asks: asked by Kael if it is “late,” Orme said no."""
    if frame.content is None or frame.verb.manner != "asked" or frame.asked:
        return False
    return frame.content[0] < tokens[0] and tokens[-1] <= frame.content[1]


def _hands_on(tree: Tree, frame: Frame, first: int) -> bool:
    """Whether a noun right before a quotation hands it on: sent it with the note “…”, and Kael replied."""
    return not frame.verbal and frame.content is None and _is_right_ahead(tree, frame, first)


def _is_led_by_own(tree: Tree, frame: Frame, first: int) -> bool:
    """Whether a cue with a subject of its own stands right ahead of a quotation: dockers shouted, “…”"""
    able = (*tree.having(frame.cue, "nsubj"), made_to(tree, frame.cue))  # prompting Kael to shout, “…”
    own = frame.head is not None and frame.head < frame.cue and frame.head in able
    return own and _is_right_ahead(tree, frame, first)


def _is_right_ahead(tree: Tree, frame: Frame, first: int) -> bool:
    """Whether a quotation begins right behind a cue, a comma or a colon between them aside."""
    return 0 < first - frame.cue_end <= 1 + (tree.words[first - 1] in (",", ":"))


def _answers(tree: Tree, frame: Frame, last: int) -> bool:
    """Whether a cue only tells what is answered to a quotation before it: “…,” to which Kael replied."""
    to = [kid for kid in tree.having(frame.cue, "prep") if last < kid < frame.cue]
    objects = [one for kid in to for one in tree.having(kid, "pobj")]
    return any(tree.lower[one] in tree.speech.relatives for one in objects)


def _passes_on(tree: Tree, frame: Frame, frames: Sequence[Frame]) -> bool:
    """Whether a passive only tells that somebody is said to speak: he was reported to have said “…”."""
    inner = tree.having(frame.cue, "xcomp")
    return frame.asked and any(one.cue in inner and one.head is not None for one in frames)


def _by_unknown_verb(tree: Tree, frames: Sequence[Frame], quote: int, top: int, behind: int) -> Link | None:
    """A verb that the lexicon does not know, above the quotation or next to it; else "according to"."""
    verb = tree.heads[top]
    if behind < len(tree) and tree.lower[behind] in tree.grammar.being:
        return None  # “Go!” was the last thing he heard
    if tree.deps[top] in ("ccomp", "parataxis", "advcl") and tree.tags[verb].startswith("VB"):
        frame = bare_frame(tree, verb)
        return None if frame.head is None else Link(quote, frame, _UNKNOWN)
    phrase = [frame for frame in frames if not frame.verbal]
    if phrase:
        return Link(quote, phrase[0], _PHRASED)
    at = behind + 1 + (tree.tags[behind + 1 : behind + 2] in (["RB"], ["RP"]))  # “…,” shot back Kael
    named = tree.tags[at : at + 1] in (["NNP"], ["PRP"], ["DT"])
    if named and tree.tags[behind] in ("VBD", "VBZ", "VBN"):
        return Link(quote, bare_frame(tree, behind), _GUESSED)  # “…,” beamed Kael
    return None


def _is_named(tree: Tree, frame: Frame) -> bool:
    """Whether the speaker is a name, a pronoun or a role; other nouns near a quotation are often none."""
    if frame.head is None:
        return False
    word = tree.lower[frame.head]
    role = word in tree.names.kin or word in tree.names.ranks or word in tree.speech.unnamed
    return role or tree.tags[frame.head].startswith(("NNP", "PRP"))


def _governing(tree: Tree, frames: Sequence[Frame], top: int) -> Frame | None:
    """The frame whose cue stands above the quotation and not behind its own subject.

    One by which nobody tells (“the port was told of “…””) gives way to who tells of it.
    """
    cues = {frame.cue: frame for frame in frames}
    below, untold = top, None
    for one in tree.above(top)[1:]:
        if one in cues and tree.deps[below] in ("nsubj", "nsubjpass"):
            return untold
        if one in cues and not cues[one].asked:
            return cues[one]
        untold = untold or cues.get(one)
        below = one
    return untold


def _nearest(tree: Tree, frames: Sequence[Frame], tokens: Sequence[int]) -> Frame | None:
    """The cue nearest to the quotation with no other quotation between."""
    best, distance = None, _FAR + 1
    for frame in frames:
        if frame.head is not None and tree.lower[frame.head] in tree.speech.selves:
            continue  # "and I quote"
        if frame.verb.manner == "thought":
            continue  # in tears, “and not of joy,” when she thought
        behind = frame.cue > tokens[-1]
        low, high = (tokens[-1] + 1, frame.cue) if behind else (frame.cue + 1, tokens[0])
        if any(tree.dummy[low:high]):
            continue
        gap = high - low
        if gap < distance or (gap == distance and behind):
            best, distance = frame, gap
    return best


def _led_in(tree: Tree, frames: Sequence[Frame], tokens: Sequence[int]) -> Frame | None:
    """A quotation behind a colon belongs to the main verb before it, be it a cue or not."""
    first = tokens[0]
    if not first or tree.words[first - 1] != ":":
        return None
    verbs = [t for t in range(first) if tree.tags[t].startswith("VB") and tree.quotes[t] < 0]
    telling = [frame for frame in frames if frame.verb.manner != "thought" and frame.head is not None]
    if any(0 < frame.cue - tokens[-1] <= _FOLLOWS for frame in telling):
        return None  # the cue follows: “…,” she said
    near = [frame for frame in telling if frame.cue in verbs and first - frame.cue <= _COLON]
    if near:
        return near[-1]
    able = [
        t
        for t in verbs
        if tree.having(t, "nsubj") or (tree.having(t, "nsubjpass") and tree.having(t, "agent"))
    ]
    main = [t for t in able if tree.deps[t] in ("ROOT", "conj", "ccomp")]
    if not main:
        return None
    phrase = [f for f in frames if not f.verbal and f.cue > main[-1] and f.head is not None]
    if phrase:
        return phrase[-1]  # it is shut, according to Kael, a pilot: “…”
    above = set(tree.above(main[-1]))
    known = [frame for frame in telling if frame.cue in above]
    return known[0] if known else bare_frame(tree, main[-1])


def beside(tree: Tree, cue: int, quote: int) -> int | None:
    """Head of the noun phrase that follows a quotation on its way to the cue, or follows the cue.

    For sentences that the parser misreads: “…,” Kael, a pilot of the port, said.
    """
    tokens = [token for token, number in enumerate(tree.quotes) if number == quote]
    if not tokens or cue < tokens[0]:
        return None
    between = _first_noun(tree, tokens[-1] + 1, cue)
    return between if between is not None else _first_noun(tree, cue + 1, len(tree))


def _first_noun(tree: Tree, start: int, end: int) -> int | None:
    """The last noun of the phrase with which these tokens begin."""
    while start < end and tree.tags[start] in (",", "``", "''", ".", "RP", "RB"):
        start += 1
    run = start
    while run < end and (tree.tags[run] in _PHRASE or _is_office(tree, run)):
        if _ends_name(tree, start, run):
            break
        run += 1
    while run > start and (tree.lower[run - 1] in tree.speech.times or tree.tags[run - 1] == "IN"):
        run -= 1  # “…,” the pilot [on Monday] said
    return run - 1 if run > start and tree.tags[run - 1].startswith(("NN", "PRP")) else None


def _ends_name(tree: Tree, start: int, token: int) -> bool:
    """Whether somebody's name, or his role, ends before a preposition.

    Said engineer Ana Kael [of the road office]; shouted a docker [as Ana Kael left].
    """
    if tree.tags[token] != "IN" or token == start:
        return False
    if tree.tags[token - 1] == "NN":
        return tree.lower[token] in tree.speech.clause_times
    if tree.tags[token - 1] != "NNP":
        return False
    behind = next((t for t in range(token + 1, len(tree)) if tree.tags[t] != "DT"), token)
    return (tree.words[start].islower() and is_role(tree, start)) or not tree.tags[behind].startswith("NNP")


def _is_office(tree: Tree, token: int) -> bool:
    """Whether a word before a name is what somebody is, though read as a verb: said [guide] Ana Kael."""
    named = tree.tags[token + 1 : token + 2] == ["NNP"]
    return named and tree.tags[token].startswith("VB") and is_role(tree, token)


def _of_part(tree: Tree, frames: Sequence[Frame], quote: int, tokens: Sequence[int]) -> Link | None:
    """A quotation that is part of a sentence: the frame in whose content it stands."""
    top = _top(tree, tokens)
    covering = [f for f in frames if f.content is not None and f.content[0] <= top <= f.content[1]]
    spoken = [f for f in covering if f.verb.manner != "thought"]
    covering = spoken or covering  # words in marks were spoken by who spoke, not by who thought
    able = [f for f in covering if f.head is None or can_speak(tree, f.head)]
    covering = able or covering  # nor by what shows them
    covering = [f for f in covering if f.real] or covering  # nor by whom somebody urges to say them
    own = _own(tree, frames, top, tokens[0]) or _going_on(tree, frames, tokens[0])
    if own is not None and own not in covering:
        return Link(quote, own, _BELOW)
    if covering:
        inmost = min(covering, key=lambda f: (f.content or (0, 0))[1] - (f.content or (0, 0))[0])
        return Link(quote, inmost, _COVERED)
    below = top
    cues = {frame.cue: frame for frame in _telling(frames)}  # who learns from a “…” has not said it
    called = _calling(tree, frames, top, tokens[0])
    if called is not None:
        return Link(quote, called, _BELOW)
    words = sum(tree.words[t][0].isalnum() for t in tokens)
    if words < _SHORTEST and not (words > 1 and _is_hailed(tree, cues, top)):
        return None
    for one in tree.above(top)[1:]:
        if one in cues:
            return Link(quote, cues[one], _BELOW) if tree.deps[below] in _INSIDE else None
        if tree.tags[one].startswith("VB") and tree.deps[one] in ("ROOT", "relcl"):
            break
        below = one
    return _only_one(tree, frames, quote, top, len(tokens))


def _calling(tree: Tree, frames: Sequence[Frame], top: int, first: int) -> Frame | None:
    """The cue by which somebody calls a thing so, be it one word: condemned it as “theft”, as a “theft”."""
    at = first - 1 - (tree.tags[first - 1 : first] == ["DT"])
    if at < 1 or tree.lower[at] not in tree.grammar.comparing or tree.deps[at] != "prep":
        return None
    above = tree.above(top)
    able = [f for f in _telling(frames) if f.cue in above and f.cue < at and (f.verb.naming or f.verb.act)]
    cue = able[-1].cue if able else 0
    by = tree.tags[cue] != "VBN" or tree.having(cue, "agent")  # was dismissed as “piffle” by Kael
    return able[-1] if able and able[-1].real and by else None


def _is_hailed(tree: Tree, cues: Mapping[int, Frame], top: int) -> bool:
    """Whether quoted words are what somebody praises or blames by speaking: hailed a “perfect day”."""
    frame = cues.get(tree.heads[top])
    return frame is not None and frame.verb.act and frame.real and tree.deps[top] == "dobj"


def _telling(frames: Sequence[Frame]) -> list[Frame]:
    """The frames of verbs by which somebody says something, and does not think it."""
    return [f for f in frames if f.verbal and f.head is not None and f.verb.manner != "thought"]


def _own(tree: Tree, frames: Sequence[Frame], top: int, first: int) -> Frame | None:
    """The participle behind a comma whose words are quoted: that Kael had hit him, shouting “…”."""
    for frame in frames:
        led = frame.cue in (tree.heads[top], first - 1) and frame.verbal and frame.verb.manner != "thought"
        behind = frame.cue > 0 and tree.words[frame.cue - 1] == "," and tree.tags[frame.cue] == "VBG"
        if led and behind and frame.head is not None:
            return frame
    return None


def _going_on(tree: Tree, frames: Sequence[Frame], first: int) -> Frame | None:
    """The cue whose words a quotation goes on with: he added [that it held], “and …”.

    Be it set in behind them: [it held], he added, “and …”; [it was], he added, “a boat”.
    """
    if first < 2 or tree.words[first - 1] != ",":
        return None
    joined = tree.tags[first] == "CC"
    telling = [f for f in _telling(frames) if f.content is not None and f.real]
    ends = {f.cue: max(f.content or (0, 0)) for f in telling}
    return next(
        (
            f
            for f in telling
            if (joined and ends[f.cue] == first - 2) or (f.cue_end == first - 2 > ends[f.cue])
        ),
        None,
    )


def _only_one(tree: Tree, frames: Sequence[Frame], quote: int, top: int, length: int) -> Link | None:
    """Several quoted words in a sentence where one alone speaks."""
    speaking = [f for f in _telling(frames) if f.real]
    if length < _ALONE_WORDS or len({f.head for f in speaking}) != 1:
        return None
    low, high = tree.reach(speaking[0].head or 0)
    return None if low <= top <= high else Link(quote, speaking[0], _ALONE)
