"""Quotations that no cue in their sentence claims: whose words are they?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from retold import parameters
from retold.language.names import has_article
from retold.model import Span
from retold.steps.statements.entries import CLOSING, signs_entry
from retold.steps.statements.headed import headed, heads_only, unwrapped
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.meant import NOBODY, Meant
from retold.steps.statements.names import Range
from retold.steps.statements.resolve import Resolver
from retold.steps.statements.segments import POSTED, Segment, is_title
from retold.steps.statements.speaking import is_role
from retold.steps.statements.tree import Tree
from retold.steps.statements.utterance import Utterance, Who

_P = parameters.of("statements", "unattributed")
TURN = _P.number("turn")
_SAME_BREATH = _P.number("same_breath")
_FLOATING = _P.number("floating")
_SUBJECT = _P.number("subject")
_DASHES = ("—", "–")
_MARKS = frozenset('"“”‘’.!?')
_STOPS = frozenset(".!?…")
_RECENT, _BACK, _AROUND = (_P.integer(reach) for reach in ("recent", "back", "around"))
_NAME = r"((?:@?[^\W\d_][\w.'’-]*+[^\S\n]*){1,5})"
_SIGNED = r"((?:@?[^\W\d_][\w.'’-]*+[^\S\n]*){1,9})"  # with the office before the name
# of a list, or behind the time of a post
_BULLET = rf"(?:{POSTED}\s+)?" + r"(?:(?:\d{1,2}[:.]\d\d(?:\s?[^\W\d_]\.?[^\W\d_]\.?)?\s*)?[-–—•*·>]\s*)?"
_TURN = re.compile(
    rf"^{_BULLET}[\"“'‘]?{_SIGNED}(?P<number>\d{{1,3}}[^\S\n]*)?(?:\([^)\n]{{1,60}}\))?"
    rf"(?:,?\s?[\[(]?{POSTED}[\])]?)?(?:,(?P<name>[^:\n“\"]{{1,60}}))?\s*:\s*$"
)
_DASH = re.compile(
    rf"^\s*(?:[—–―]|--?)\s*{_SIGNED}(?:\([^)\n]{{1,60}}\)[^.\n“\"]{{0,40}})?(?:,[^.\n“\"]{{0,60}})?\.?[^\S\n]*(?:\n|$)"
)

# The line below that signs a post by its account: “…” ⏎ Ana Kael (@anakael) on Instagram, 9 March
_ACCOUNT = re.compile(rf"[^\S\n]*\n\s*{_SIGNED}\(@[\w.]{{1,30}}\)[^\n“\"]{{0,60}}(?:\n|$)")
# Who is named in full between brackets behind whole sentences: “Park it there.” (Ana Kael, clerk)
_BRACKETED = re.compile(
    r"[^\S\n]*\(((?:@?[^\W\d_a-z][\w.'’-]*+[^\S\n]*){2,5})(?:,[^()\n“\"]{0,60})?\)[^\S\n]*(?:\n|$)"
)
# A name with an age behind it: “…” Ana Kael, 44, grocer
_AGED = re.compile(
    rf"^[^\S\n]*+(?:\n[^\S\n]*+)?{_NAME},\s?\d{{1,3}}(?:,[^.\n“\"]{{0,60}})?\.?[^\S\n]*(?:\n|$)"
)


class Lead(NamedTuple):
    """An opening that ends in a colon: the segment, who speaks, and the cue."""

    segment: int
    who: Who
    cue: Range


class Waiting(NamedTuple):
    """Pieces of one quotation in several paragraphs before that which says who speaks.

    `who` is the last speaker before the first of them, with the cue he lives on.
    """

    segment: int
    who: Who | None
    cue: Range | None
    pieces: list[Range]


def turn_speaker(
    text: str, place: tuple[int, Segment], outer: Span, resolver: Resolver, lexicon: Lexicon
) -> Who | None:
    """The speaker of `KAEL: “…”` or of `“…” — Kael`, a party without words for a heading."""
    number, segment = place
    from_ = max(segment.start, outer.start - _AROUND)
    wrapped = unwrapped(text, segment.start) < segment.start  # ANA KAEL, MASTER,⏎TARN: “…”
    before = None if wrapped else _TURN.match(text[from_ : outer.start])
    nobody = before is not None and _names_nobody(before[1], lexicon)
    before = None if nobody and _is_followed(text, outer, lexicon) else before
    below = text[outer.end : outer.end + _AROUND]
    behind = _DASH.match(below)
    before = None if before and behind and _heads_list(before[1], behind[1], lexicon) else before
    whole = text[outer.start : outer.end].rstrip(CLOSING)[-1:] in _STOPS
    behind = behind or (_BRACKETED.match(below) if whole else None)
    behind = None if before else behind or _ACCOUNT.match(below) or _aged(below, lexicon)
    behind = None if behind and signs_entry(text, outer, outer.end + behind.start(1)) else behind
    match, base = (before, from_) if before else (behind, outer.end)
    if match is None:
        return headed(text, place, outer, resolver, lexicon)
    topic = _on_topic(match, base, number, resolver, lexicon) if before else None
    topic = Who(None, NOBODY, TURN) if before and nobody else topic
    if topic is not None:
        return topic
    outlet = (match.groupdict().get("name") or "").split()
    parts = [*match.group(1).split(), *outlet]
    if not all(_of_name(part, lexicon) for part in parts):
        named = parts[-1][0].isupper() and all(_of_office(part, lexicon) for part in parts)
        heads = bool(before) and not heads_only(match.group(1), lexicon)
        entry = _entry(match, base, number, resolver, lexicon) if heads else None
        if heads and named and entry is None:
            entry = _officer(match, base, number, resolver)
        if entry is not None:
            return entry
        role = None if before else _role(match, base, lexicon)
        if before or not named or role is not None:
            # “…” — a review; 11:20 Quay radio: “…” Whoever that is, nobody who spoke before goes on
            apart = parts[0][0].isupper() or role is not None
            apart = apart and (bool(behind) or _is_posted(match, lexicon))
            return Who(role, NOBODY, TURN) if apart else None
    start = base + match.start(1)
    end = start + len(match.group(1).rstrip())
    thing = bool(before) and len(parts) == 1 and _is_of_thing(text, (start, end), resolver)
    thing = thing or (bool(before) and _is_listed(text, (start, end), outer, resolver))
    thing = thing or match.groupdict().get("number") is not None  # Voter 2: “…”, who has no name
    if thing or heads_only(match.group(1), lexicon):
        return Who(None, NOBODY, TURN) if before and not _is_followed(text, outer, lexicon) else None
    words = text[start:end].lower().split()
    return Who((start, end), resolver.who(number, start, end, words), TURN)


def _heads_list(before: str, behind: str, lexicon: Lexicon) -> bool:
    """Whether a label is none of a name, and a name signs the words below: Cry of the day: “…” – Ana Kael"""
    plain = any(not _of_name(word, lexicon) for word in before.split())
    return plain and all(_of_office(word, lexicon) for word in behind.split())


def _aged(below: str, lexicon: Lexicon) -> re.Match[str] | None:
    """A name with an age behind a quotation, and no verb of saying: “…,” Ana Kael, 44, told reporters."""
    match = _AGED.match(below)
    rest = [] if match is None else match.group()[match.end(1) - match.start() :].split()
    verbs = {word: verb for word in rest if (verb := lexicon.speech.verbs.get(word)) is not None}
    return None if any(verb.base != word and not verb.weak for word, verb in verbs.items()) else match


def _is_followed(text: str, outer: Span, lexicon: Lexicon) -> bool:
    """Whether a verb of saying stands behind a quotation that ends with a comma: Quote: “…,” said Kael."""
    behind = text[outer.end : outer.end + _AROUND].split(None, 1)[:1]
    ends = text[outer.start : outer.end].rstrip(CLOSING)[-1:]
    return ends == "," and any(word in lexicon.speech.verbs for word in behind)


def _is_posted(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the time of a post stands before a label without a verb of speech: 11:20 Quay radio: “…”"""
    words = {word.lower() for word in match.group().rstrip(": ").split()}
    tells = words & (lexicon.speech.verbs.keys() | lexicon.grammar.pronouns)
    return match.group()[:1].isdigit() and not tells


def _role(match: re.Match[str], base: int, lexicon: Lexicon) -> Range | None:
    """The characters of a line that says what somebody is who has no name: “…” – a retired pilot"""
    words = [word.strip(".").lower() for word in match.group(1).split()]
    grammar, speech, names = lexicon.grammar, lexicon.speech, lexicon.names
    led = words[0] in grammar.definite | grammar.indefinite and len(words) > 1
    tail = next((n for n, word in enumerate(words) if word in names.prepositions), len(words))
    noun = words[tail - 1]
    person = any(noun in known for known in (speech.persons, speech.unnamed, names.kin))
    person = person or noun.endswith(tuple(speech.persons_ends))
    if not led or tail < 2 or not person or match.group(1)[0].isupper():
        return None
    start = base + match.start(1)
    return start, start + len(match.group(1).rstrip(". "))


def _entry(match: re.Match[str], base: int, number: int, resolver: Resolver, lexicon: Lexicon) -> Who | None:
    """A line of a list: a name in full, and in small letters where he lives or how old he is.

    “Ana Kael, the Quays: …”, “From Ana Kael, aged nine: …”; none where the rest tells of speech.
    """
    words = match.group(1).split()
    led = len(words) > 1 and words[0].lower() in lexicon.grammar.maker
    start = base + match.start(1) + (len(words[0]) + 1 if led else 0)
    end = base + match.start(1) + len(match.group(1).rstrip())
    rest = {word.lower() for word in (match.groupdict().get("name") or "").split()}
    tells = rest & (lexicon.grammar.pronouns | lexicon.speech.verbs.keys())
    full = len(words) - led > 1 and all(_of_name(word, lexicon) for word in words)
    if len(words) == 1 and _is_first_name(words[0], lexicon) and rest and all(map(str.isdigit, rest)):
        return Who((start, end), Meant(words[0], TURN), TURN)  # Ana, 8: “…”
    if tells or not full:
        return None
    meant = resolver.who(number, start, end, [word.lower() for word in words[led:]])
    return None if meant.entity is None else Who((start, end), meant, TURN)


def _is_first_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a word with a capital may be what a child is called: no word that opens a line or a place."""
    known = lexicon.speech.labels_others | lexicon.speech.times | lexicon.names.bodies
    return word[0].isupper() and word.isalpha() and word.lower() not in known


def _officer(match: re.Match[str], base: int, number: int, resolver: Resolver) -> Who | None:
    """A label with an office before the name: Chamber of Trade president Ana Kael: “…”

    Or with the house of its bearer behind it: analyst Ana Kael of the Tarn Institute: “…”
    """
    start = base + match.start(1)
    end = start + len(match.group(1).rstrip())
    person = next(iter(resolver.persons(start, end)), None)
    behind = [] if person is None else match.group(1)[person.end - start :].split()[:1]
    if person is not None and not resolver.grammar.inside.isdisjoint(behind):
        return Who((start, end), resolver.named(person), TURN)
    meant = resolver.who(number, start, end, match.group(1).lower().split())
    return None if meant.entity is None else Who((start, end), meant, TURN)


def _on_topic(
    match: re.Match[str], base: int, number: int, resolver: Resolver, lexicon: Lexicon
) -> Who | None:
    """A name, and of what, or to whom, its bearer speaks: Kael on her second goal: “…”, Kael to Orme: “…”"""
    words = match.group(1).split()
    links = lexicon.grammar.broadcast | lexicon.grammar.addressee
    on = next((n for n, word in enumerate(words) if n and word in links), 0)
    rest = {word.strip(",").lower() for word in match.group().rstrip(": ").split()[on:]}
    if (
        not on
        or not all(_of_name(word, lexicon) for word in words[:on])
        or rest & lexicon.speech.verbs.keys()
    ):
        return None  # Kael on Friday said: “…”
    start = base + match.start(1)
    end = start + match.group(1).index(f" {words[on]}", len(words[0]))
    meant = resolver.who(number, start, end, [word.lower() for word in words[:on]])
    return None if meant.entity is None else Who((start, end), meant, TURN)


def _is_of_thing(text: str, label: Range, resolver: Resolver) -> bool:
    """Whether one word before a colon may be a thing: no account, and no person told of elsewhere.

    Motto: “…”, Soup: “…”. A name in capitals is that of a script: KAEL: “…”.
    """
    word = text[slice(*label)]
    return word[0].isalpha() and not word.isupper() and not resolver.told_elsewhere(*label)


def _is_listed(text: str, label: Range, outer: Span, resolver: Resolver) -> bool:
    """Whether a label heads an entry of a list: FILM: “Long Way Up,” 8 p.m.; BOOK: “Here,” by Ana Kael.

    One word that is no name told elsewhere; a title stands in the marks, or the line goes on behind them. A
    headline is no entry: Kael: “We Are Not To Blame”.
    """
    if " " in text[slice(*label)] or resolver.told_elsewhere(*label):
        return False
    behind = text[outer.end : outer.end + _AROUND].partition("\n")[0].strip(" .,;")
    return is_title(text[outer.start + 1 : outer.end - 1]) or behind[:1].islower()


def _of_name(word: str, lexicon: Lexicon) -> bool:
    return word[0].isupper() or word[0] == "@" or word in lexicon.names.particles or has_article(word)


def _of_office(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand in a name with the office before it: Harbour Trust director Ana Kael."""
    names = lexicon.names
    known = (names.kin, names.ranks, names.plain, names.links, names.bodies)
    return _of_name(word, lexicon) or any(word in one for one in known)


def label_of(tree: Tree, quote: int) -> range:
    """The words without a verb that head a quotation, up to a colon or a dash, and may say whose it is."""
    first = next((t for t in range(len(tree)) if tree.quotes[t] == quote), 0)
    head = range(max(0, first - 1))
    sign = tree.words[first - 1] if head else ""
    head = range(max((t + 1 for t in head if tree.words[t] == ":"), default=0), len(head))  # Act I: Kael: “…”
    if sign not in (":", *_DASHES) or any(tree.quotes[t] >= 0 for t in head):
        return range(0)
    if _names_nobody(" ".join(tree.words[t] for t in head), tree.lexicon):
        return range(0)
    words = [tree.tags[t] for t in head if tree.words[t][:1].isalnum()]  # a bullet is read as a verb
    plain = not any(tag.startswith(("VB", "MD")) or tag == "PRP" for tag in words)
    names = sum(tree.tags[t].startswith("NNP") for t in head) > 1
    ends = sign == ":" or tree.tags[first - 2].startswith("NNP")  # Mayor Ana Kael — “…”
    return head if head and plain and ends and (names or is_role(tree, head[-1])) else range(0)


def _names_nobody(label: str, lexicon: Lexicon) -> bool:
    """Whether a label is a place or a line of the page, or leads to who is told: On Cobble Hill; to Kael.

    In capitals a preposition may open the subject of what somebody says: ON THE STATE OF THE PIER.
    """
    words = [word for word in label.split() if word[:1].isalnum()]
    lower = [word.lower() for word in words]
    grammar, names = lexicon.grammar, lexicon.names
    led = len(words) > 1 and lower[0] in names.prepositions - grammar.maker - grammar.genitive
    placed = led and not label.isupper() and all(word[0].isupper() for word in words)
    at = next((n for n, word in enumerate(lower[1:-1], 1) if word in grammar.addressee), 0)
    bodies = names.bodies | names.kin.keys() | names.ranks
    told = at > 0 and words[at + 1][0].isupper() and words[at - 1] in bodies
    line = bool(words) and lexicon.speech.labels_others.issuperset(lower)
    return placed or told or line


def last_speaker(
    number: int, segments: Sequence[Segment], said: Sequence[Utterance], lead: Lead | None, resolver: Resolver
) -> tuple[Who | None, Range | None]:
    """Whose words a quotation without a cue is, and the cue it lives on."""
    if lead is not None and number - lead.segment == 1:
        return lead.who, lead.cue
    last = _last(number, segments, said)
    if last is not None and _is_asked(number, segments, last):
        return None, None
    if last is None or last.speaker is None or _answered(last, number):
        return _subject_before(number, segments, resolver, last), None
    together = segments[last.segment].paragraph == segments[number].paragraph
    link = _SAME_BREATH if together and last.threads else _FLOATING
    meant = last.speaker.meant
    return Who(last.speaker.mention, Meant(meant.name, meant.support, meant.entity), link), last.cue


def _is_asked(number: int, segments: Sequence[Segment], last: Utterance) -> bool:
    """Whether the writer asks in a sentence behind the last words: Does she mind? “Kael would know.”"""
    if number < 2 or last.segment >= number - 1:
        return False
    before = segments[number - 1]
    return not before.quotes and before.text.rstrip().endswith("?")


def tells_of_another(tree: Tree, who: Who, resolver: Resolver) -> bool:
    """Whether a sentence whose speaker could not be read has another person, or a role, for its subject."""
    name = resolver.subject(tree.segment.start, tree.segment.end)
    if name is not None and resolver.named(name).entity is not who.meant.entity:
        return True
    subjects = [t for t in range(len(tree)) if tree.deps[t] in ("nsubj", "nsubjpass")]
    return any(tree.quotes[t] < 0 and tree.tags[t] == "NN" and is_role(tree, t) for t in subjects)


def _last(number: int, segments: Sequence[Segment], said: Sequence[Utterance]) -> Utterance | None:
    """The utterance just before, one with quoted words if there is one."""
    recent = [one for one in said[-_RECENT:] if one.speaker is not None and one.manner != "thought"]
    for back in range(number, max(-1, number - _BACK - 1), -1):
        near = [one for one in recent if one.segment == back]
        here = back >= number - 1 or segments[back].paragraph == segments[number].paragraph
        if near and here:
            main = [one for one in near if not one.aside] or near
            return ([one for one in main if one.threads] or main)[-1]
    return None


def _answered(last: Utterance, number: int) -> bool:
    """Whether the last one only asked, in a sentence before: the next words are the answer."""
    return last.manner == "asked" and last.segment != number and not last.threads


def _subject_before(
    number: int, segments: Sequence[Segment], resolver: Resolver, asked: Utterance | None = None
) -> Who | None:
    """Kael shook his head. “We are done.”: the person of the sentence before, in the same paragraph.

    Not the one who `asked`.
    """
    if not number or segments[number - 1].paragraph != segments[number].paragraph:
        return None
    before = segments[number - 1]
    name = resolver.subject(before.start, before.end)
    asker = asked.speaker.meant.entity if asked is not None and asked.speaker is not None else None
    if name is not None and asker is not None and resolver.named(name).entity is asker:
        return None
    return None if name is None else Who((name.start, name.end), resolver.named(name), _SUBJECT)
