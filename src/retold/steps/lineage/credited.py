"""Whom each version names as the origin of its report, in the light of the whole family."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

import numpy as np

from retold import language, parameters
from retold.gazetteer import agencies
from retold.model import Credit, CreditRole, Span
from retold.steps.lineage import houses
from retold.steps.lineage.houses import Houses
from retold.steps.lineage.names import SHORTEST_NAME, outlet_key
from retold.tables import Witness

ORIGIN: CreditRole = "origin of the report"
_P = parameters.of("lineage", "credited")
MENTIONED, SIGNED = _P.number("mentioned"), _P.number("signed")
_PLAINLY = _P.number("plainly")
_PARTLY: frozenset[CreditRole] = frozenset({"contributor", "licence"})
_OPENING = _P.integer("opening")
_NEAR, _WIDE = _P.integer("near"), _P.integer("wide")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?;](?=\s)|\n")
_INITIAL = re.compile(r"[^\W\d_a-z]\.")
_NEXT = re.compile(r" [^\W\d_a-z]")  # a capital right behind a name
_PIECE = re.compile(
    r"[^\s/,;|&+()\[\]–—-](?:[^/,;|&+()\[\]\n–—]*[^\s/,;|&+()\[\]–—-])?"
)  # of a line, between marks
_LABEL = re.compile(r"[(\[]?\s?(?P<words>[^\W\d_]+(?:\s[^\W\d_]+)?)\s?:\s?")
_SENTENCE_END = re.compile(r"[.!?][”\"’»]? ?\(\Z")  # and the bracket that opens a credit behind it
_DATELINE = re.compile(r"\(([^()\n]{2,60})\)\s*[-–—]")

Credits = Mapping[str, Credit]  # by the key of the outlet that is named


def by_version(witnesses: Sequence[Witness], at_hand: Houses | None = None) -> tuple[Credits, ...]:
    """For each version the outlets that it credits with the report.

    One article alone cannot know that a strange name is an outlet's; the family can:
    by another version's outlet, or by a credit that another version states plainly.
    So such a name in the text is taken for a credit too, if a weaker one.
    `at_hand` are the outlets by other names than those in the credits, of the family unless given.
    """
    known = at_hand or houses.at_hand(witnesses)
    stated = [dict(_stated(w, known)) for w in witnesses]
    names = {(outlet_key(w), name) for w in witnesses for name in houses.spoken_names(w.article.outlet or "")}
    names |= {(key, credit.name) for found in stated for key, credit in found.items()}
    shared = _of_several(witnesses, known)
    told = Counter(name for _, name in names)  # a channel's number may be that of two stations
    sought = [
        (key, name)
        for key, name in sorted(names)
        if key and told[name] == 1 and not _is_plain_word(name, witnesses)
    ]
    return tuple(
        found
        | dict(_mentioned(w, sought, found))
        | dict(_contributing(w, known, shared, found))
        | dict(_signing(w, known, found))
        for w, found in zip(witnesses, stated, strict=True)
    )


def _is_plain_word(name: str, witnesses: Sequence[Witness]) -> bool:
    """Whether some version has the name without its capital: "today", when an outlet is called Today.

    Addresses and handles are written small whatever the name is: quay.example/lantern, @lantern.
    """
    small = re.compile(rf"(?<![\w@#./:_-]){re.escape(name.lower())}(?![\w@/:_-]|\.\w)")
    return " " not in name and any(small.search(w.text) for w in witnesses)


def signs_itself(witness: Witness) -> bool:
    """Whether the text opens with a dateline of its own outlet or its initials, as an agency's does."""
    own = outlet_key(witness)
    opening = _DATELINE.search(witness.text[:_OPENING])
    if not own or opening is None:
        return False
    return houses.at_hand([witness]).key(opening[1], opening[1].replace(".", "")) == own


def _stated(witness: Witness, known: Houses) -> Iterator[tuple[str, Credit]]:
    """Credits that name another outlet as the origin of the report; the first of a name comes last."""
    own = outlet_key(witness)
    for credit in reversed(witness.credits):
        key = _key(witness, credit, known)
        if credit.role == ORIGIN and not _is_own(key, own):
            yield key, credit


def _key(witness: Witness, credit: Credit, known: Houses) -> str:
    return known.key(credit.name, credit.span.of(witness.text).strip("() .").replace(".", ""))


def _of_several(witnesses: Sequence[Witness], known: Houses) -> frozenset[str]:
    """Agencies that versions of two houses or more say they have a part or the rights from.

    That both have from it what they have in common is likely, though neither calls the report the agency's.
    """
    houses_of: dict[str, set[str]] = {}
    for one in witnesses:
        for credit in one.credits:
            if credit.role in _PARTLY and credit.support >= _PLAINLY and agencies.is_agency(credit.name):
                houses_of.setdefault(_key(one, credit, known), set()).add(outlet_key(one))
    return frozenset(key for key, found in houses_of.items() if len(found - {"", key}) > 1)


def _contributing(
    witness: Witness, known: Houses, shared: Collection[str], stated: Credits
) -> Iterator[tuple[str, Credit]]:
    """Credits for a part that name another outlet at hand, which its name in the text need not.

    So do those for a part or for rights that name an agency which another version names so as well.
    """
    own = outlet_key(witness)
    for credit in reversed(witness.credits):
        key = _key(witness, credit, known)
        told = credit.role == "contributor" and key in known.versions
        told |= credit.role in _PARTLY and key in shared
        if told and not _is_own(key, own) and key not in stated:
            yield key, replace(credit, role=ORIGIN, support=min(credit.support, MENTIONED))


def _signing(witness: Witness, known: Houses, stated: Credits) -> Iterator[tuple[str, Credit]]:
    """Outlets at hand whose names alone, parted by marks, make up the last line: Gull Wire/Quay Press.

    A word that leads to sources may stand before them, and in brackets behind the last sentence it must.
    """
    own, text = outlet_key(witness), witness.text.rstrip()
    start = _signature(text)
    pieces = list(_PIECE.finditer(text, start)) if start and known.versions else []
    keys = list(takewhile(known.versions.__contains__, (known.key(match[0]) for match in pieces)))
    if len(keys) < len(pieces):
        return
    for key, match in zip(keys, pieces, strict=True):
        if key not in stated and not _is_own(key, own):
            yield key, Credit(Span(witness.id, match.start(), match.end()), match[0], ORIGIN, SIGNED)


def _signature(text: str) -> int:
    """Where the names of the last line may begin, behind its label if it has one; 0 without such a line."""
    line = text.rfind("\n") + 1
    bracket = max(text.rfind("(", line), text.rfind("[", line))
    for start in (bracket, line) if bracket >= 0 else (line,):
        label = _LABEL.match(text, start)
        if label is not None and label["words"].casefold() in language.listed("credits", "labels"):
            return label.end()
    return line


def _is_own(key: str, own: str) -> bool:
    """Whether an outlet of the key `own` goes by this key too, as a house does by its first words.

    >>> _is_own("gull", "gull online"), _is_own("gull", "gulls online"), _is_own("online", "gull online")
    (True, False, False)
    """
    return own == key or (key != "" and own.startswith(f"{key} "))


def _mentioned(
    witness: Witness, names: Sequence[tuple[str, str]], stated: Credits
) -> Iterator[tuple[str, Credit]]:
    """Outlets of whose saying the text tells in other forms than those of credits: he told the Gull."""
    own = outlet_key(witness)
    furniture = frozenset(witness.words.starts[witness.tokens.furniture].tolist())
    openings = frozenset(_bare_openings(witness)) | furniture
    found = {key for key, _ in names if _is_own(key, own)} | stated.keys()
    for key, name in names:
        if key not in found:
            at = _place(witness, name, furniture if " " in name else openings)
            if at >= 0:
                found.add(key)
                yield key, Credit(Span(witness.id, at, at + len(name)), name, ORIGIN, MENTIONED)


def _bare_openings(witness: Witness) -> Iterator[int]:
    """Where sentences begin whose second word is no verb of saying: Metro trains, but not Metro writes."""
    words, speech = witness.words, witness.language.speech
    behind = [witness.text[low:high].lower() for low, high in zip(words.starts, words.ends, strict=True)][1:]
    for at in np.flatnonzero(witness.tokens.opener).tolist():
        if speech is None or at == len(behind) or behind[at] not in speech.verbs:
            yield int(words.starts[at])


def _place(witness: Witness, name: str, barred: Collection[int]) -> int:
    """Where a text first tells that an outlet said something, not at a barred position; -1 for nowhere.

    What opens a sentence has a capital for that alone, so that one word there names nobody.
    """
    text = witness.text
    if (len(name) < SHORTEST_NAME and not name.isupper()) or not name[:1].isupper():
        return -1
    at = text.find(name)
    surname = at >= 0 and _is_surname(witness, name)
    while at >= 0:
        place = witness, at, at + len(name)
        named = not surname or _last_word(*place[:2]).lower() in witness.language.names.definite
        if _is_set_off(*place) or (named and at not in barred and _is_whole(*place) and _is_cited(*place)):
            return at
        at = text.find(name, at + 1)
    return -1


def _is_surname(witness: Witness, name: str) -> bool:
    """Whether a text has a person of this name, behind a given name, an initial or a title of address."""
    known = witness.language.names
    before = known.men | known.women | known.given
    return " " not in name and any(
        _INITIAL.fullmatch(word) is not None or (word[:1].isupper() and word.strip(".").lower() in before)
        for match in re.finditer(rf"\b{re.escape(name)}\b", witness.text)
        if (word := _last_word(witness, match.start()))
    )


def _last_word(witness: Witness, place: int) -> str:
    """The word before a place in the same line, with one blank between; '' for none."""
    before = witness.text[max(0, place - _WIDE) : place]
    return before.split()[-1] if before.endswith(" ") and before.strip() else ""


def _is_set_off(witness: Witness, start: int, end: int) -> bool:
    """Whether a name stands alone: in brackets behind the end of a paragraph, or as the last line."""
    text = witness.text
    before, after = text[max(0, start - 4) : start], text[end : end + 2]
    in_brackets = _SENTENCE_END.search(before) is not None and after.strip() == ")"
    alone = before.rstrip(" –—-/").endswith("\n") and not text[end:].strip(" .\n")
    return in_brackets or alone


def _is_whole(witness: Witness, start: int, end: int) -> bool:
    """Whether a name stands alone: not in a longer one (Old [Gull]) nor behind a stroke (Vann/[Gull])."""
    text, lists = witness.text, witness.language.names
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before.isalnum() or after.isalnum() or before == "/":
        return False
    last = _last_word(witness, start)
    longer = last[:1].isupper() and last[-1:].isalnum()
    apart = not longer or last.lower() in lists.definite | lists.openers
    return apart and _NEXT.match(text, end) is None


def _is_cited(witness: Witness, start: int, end: int) -> bool:
    """Whether a word of saying, or one that credits, stands near a name in its sentence.

    Where nothing is known of how a language reports speech, a name of several words is enough.
    """
    speech, text = witness.language.speech, witness.text
    if speech is None:
        return " " in text[start:end]
    before = _SENTENCE.split(text[max(0, start - _WIDE) : start])[-1].lower()
    after = _SENTENCE.split(text[end : end + _WIDE])[0].lower()
    near = [*_WORD.findall(before)[-_NEAR:], *_WORD.findall(after)[:_NEAR]]
    words = before.split()
    if words and words[-1] in witness.language.names.definite:
        words.pop()
    led = " ".join(words).endswith(speech.phrases)
    return led or any(word in speech.verbs for word in near)
