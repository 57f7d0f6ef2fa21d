"""Transcripts: lines that begin with who speaks, without quotation marks.

    VANN: The pier is safe, and I have seen it.
    BREL: Have you?

Charges, results and notes under the names of teams look alike. A talk is known by its form over
many lines: names of persons told elsewhere come back, and lines ask or speak of the speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from retold import parameters
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.names import Range
from retold.steps.statements.outlets import is_outlet

_P = parameters.of("statements", "transcript")
_LEAST = _P.integer("least")
_KNOWN, _TALKING, _DENSE = (_P.number(name) for name in ("known", "talking", "dense"))
_INITIALS = _P.integer("initials")
_ASKED, _QUESTION, _LONG = (_P.integer(name) for name in ("asked", "question", "long"))
_PARAGRAPH = re.compile(r"[^\s](?:[^\n]*[^\s\n])?")
NAME = r"(?P<name>[^\W\d_][\w.'’-]*(?:[ \t]+[^\W\d_][\w.'’-]*){0,4})"  # up to five words of one line
_HOUSE = NAME.replace("[\\w.'’-]*", "[\\w.&'’-]*", 1)  # or the initials of a house: M&B
_LABEL = re.compile(rf"{NAME}[ \t]*:[ \t]")
_MARKED = re.compile(r"[“”\"«»]")
_WORD = re.compile(r"[^\W\d_]+")
_TIME = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]+(?:[-–—][ \t]*)?)?"  # of a recording: [00:14:02]
_HIS = r"(?:(?:,|[ \t]+(?:[–—-]|--))[ \t]+[^\s:–—-][^:\n]{2,80})?"  # Ana Kael – Tarn Bank – Analyst
_LINE = re.compile(
    rf"^[ \t]*{_TIME}{_HOUSE}[ \t]*(?:[\[(](?P<short>[^()\[\]\n]{{1,60}})[\])])?"
    rf"(?:[ \t]*\([^()\n]{{1,40}}\))?{_HIS}:[ \t]+"
    r"(?P<words>[^\s\"“«„][^\n]*)$",
    re.MULTILINE,
)
_ASKED_LINE = re.compile(
    r"^[ \t]*(?P<name>[^\W\d_]{1,11})(?:[.:][ \t]+|[ \t]{2,}|(?<=^[A-Z])[ \t](?=[A-Z(“\"]))"
    r"(?P<words>[^\s][^\n]*)$",
    re.MULTILINE,
)
_LETTER = re.compile(r"^[ \t]*(?P<name>[^\W\d_]{1,11})[.:][ \t]+(?P<words>[^\n]+)$", re.MULTILINE)


# What happens behind the words of a turn: (END VIDEO CLIP), (Laughter.)
_NOTED = re.compile(r"(?<=[.?!…—–])(?:\s*[(\[](?:[A-Z][A-Z ]*[A-Z]|[^\W\d_]+(?: [a-z]+)?\.?)[)\]])+\s*\Z")


class Turn(NamedTuple):
    """One turn: the characters of the name, and those of what is said."""

    name: Range
    words: Range


def questions(text: str, lexicon: Lexicon) -> list[Turn]:
    """The lines of a briefing that a label of questions opens, with a colon or without: Q    Will it open?"""
    found = [m for m in _ASKED_LINE.finditer(text) if m["name"].lower() in lexicon.speech.labels_questions]
    return [_turn(match) for match in found]


def turns(text: str, lexicon: Lexicon, told: Callable[[int, int], bool]) -> list[Turn]:
    """The turns of a talk in text order; none where the lines do not show that it is one.

    `told` says whether the name between two characters is that of a person whom the text names elsewhere.
    """
    lines = _LINE.finditer(text)
    labels = {match: label for match in lines if (label := _label(match, lexicon)) is not None}
    found = list(labels)
    speakers = Counter(_in_full([match[label] for match, label in labels.items()]))
    asked = len(questions(text, lexicon))
    if (
        len(found) + asked < _LEAST
        or len(speakers) + bool(asked) < 2
        or max(speakers.values(), default=0) < 2
    ):
        return []
    known = sum(
        told(*match.span(label)) or _is_known(match[label], lexicon) for match, label in labels.items()
    )
    talking = asked + sum(_talks(match["words"], lexicon) for match in found)
    few = known < _KNOWN * len(found) or talking < _TALKING * (len(found) + asked)
    if few or not _dense(text, found, asked):
        return []
    return [_turn(match, label) for match, label in labels.items()]


def _in_full(labels: Sequence[str]) -> list[str]:
    """The last word of each label, or of one that its capitals may stand for: LW for Lantern Weekly."""
    named = [label for label in labels if not label.isupper()]
    return [_stands_for(label, named).split()[-1].casefold() for label in labels]


def _stands_for(label: str, named: Sequence[str]) -> str:
    """The label whose initials another is, or whose one word begins with the last of them: AK for Kael."""
    letters = label.replace(".", "")
    if not letters.isupper() or not 1 < len(letters) <= _INITIALS:
        return label
    firsts = (("".join(word[0] for word in one.split()), one) for one in named)
    return next((one for first, one in firsts if first in (letters, letters[-1])), label)


def interview(text: str, lexicon: Lexicon) -> tuple[list[Turn], list[Turn]]:
    """The questions and the answers of an interview printed as such; none where they do not alternate."""
    speech = lexicon.speech
    lines = [
        m
        for m in _LETTER.finditer(text)
        if m["name"].lower() in speech.labels_questions | speech.labels_answers
    ]
    asked = [m for m in lines if m["name"].lower() in speech.labels_questions]
    given = [m for m in lines if m["name"].lower() in speech.labels_answers]
    if len(asked) < 2 or len(given) < 2 or abs(len(asked) - len(given)) > 1:
        return [], []
    return [_turn(match) for match in asked], [_turn(match) for match in given]


def unmarked_interview(text: str, lexicon: Lexicon) -> tuple[list[Turn], list[Turn]]:
    """The questions and the answers of an interview that only the order of its paragraphs shows.

    Short paragraphs ask and are followed by others that do not; most ask the other, who speaks of himself.
    """
    parts = [match.span() for match in _PARAGRAPH.finditer(text)]
    questions = {n for n, part in enumerate(parts) if _asks(text[slice(*part)])}
    asking = [n for n in sorted(questions) if n + 1 < len(parts) and n + 1 not in questions]
    if len(asking) < _ASKED or any(_LABEL.match(text, *part) for part in parts[asking[0] :]):
        return [], []
    ends = [*asking[1:], min(len(parts), asking[-1] + 2)]
    answers = [n for first, end in zip(asking, ends, strict=True) for n in range(first + 1, end)]
    speech = lexicon.speech
    asked, replies = [text[slice(*parts[n])] for n in asking], [text[slice(*parts[n + 1])] for n in asking]
    turned = sum(holds(words, speech.second_person) for words in asked)
    own = sum(holds(words, speech.first_person) for words in replies)
    alone = sum(holds(words, speech.first_person) for words in asked)  # a speech that asks itself
    if (
        min(turned, own) < _TALKING * len(asking)
        or alone * 2 > len(asking)
        or len(answers) > _LONG * len(asking)
    ):
        return [], []
    return [_whole(parts[n]) for n in asking], [_whole(parts[n]) for n in answers]


def _asks(words: str) -> bool:
    return words.endswith("?") and len(words.split()) <= _QUESTION and not _MARKED.search(words)


def holds(words: str, forms: frozenset[str]) -> bool:
    """Whether one of these lower-case words stands in a stretch of text."""
    return bool(forms & {word.lower() for word in _WORD.findall(words)})


def _whole(part: Range) -> Turn:
    return Turn((part[0], part[0]), part)


def _turn(match: re.Match[str], label: str = "name") -> Turn:
    start = match.start("words")
    noted = _NOTED.search(match["words"])
    words = match["words"] if noted is None else match["words"][: noted.start()]
    return Turn(match.span(label), (start, start + len(words.rstrip())))


def _label(match: re.Match[str], lexicon: Lexicon) -> str | None:
    """The group that holds who speaks: the name, or that behind an office: The Minister of Tarn (Ms Kael):"""
    titled = match["short"]
    if titled is not None and _is_titled(titled, lexicon) and in_capitals(titled, lexicon):
        return "short"
    return "name" if _is_name(match["name"], lexicon) else None


def _is_known(name: str, lexicon: Lexicon) -> bool:
    """Whether a label is somebody by its title, or a house of the press that asks: Tarn News Agency."""
    return _is_addressed(name, lexicon) or is_outlet(name, lexicon.names)


def _is_titled(name: str, lexicon: Lexicon) -> bool:
    words = [word.strip(".").lower() for word in name.split()]
    return words[0] in lexicon.names.men | lexicon.names.women and len(words) > 1


def _is_addressed(name: str, lexicon: Lexicon) -> bool:
    """Whether a label is a person by its title, or the office of one: Ms Kael, THE CHAIR."""
    names = lexicon.names
    words = [word.strip(".").lower() for word in name.split()]
    office = len(words) > 1 and name.isupper() and (words[0] in names.ranks or words[0] in names.kin)
    if _is_titled(name, lexicon) or office:  # MINISTER KAEL
        return True
    roles = (names.kin, names.ranks, names.definite, lexicon.speech.persons)
    return all(any(word in one for one in roles) for word in words)  # Dispatcher


def _talks(words: str, lexicon: Lexicon) -> bool:
    """Whether a line asks, or speaks of itself or of who is spoken to."""
    return "?" in words or holds(words, lexicon.speech.selves)


def _dense(text: str, found: Sequence[re.Match[str]], asked: int = 0) -> bool:
    """Whether the lines stand together: most of those from the first to the last begin with a name.

    So many besides are `asked` under a label of questions.
    """
    between = [line for line in text[found[0].start() : found[-1].end()].split("\n") if line.strip()]
    return len(found) + asked >= _DENSE * len(between)


def _is_name(words: str, lexicon: Lexicon) -> bool:
    parts = words.split()
    if {part.lower() for part in parts} & (lexicon.speech.labels_others | lexicon.speech.labels_questions):
        return False
    return in_capitals(words, lexicon)


def in_capitals(words: str, lexicon: Lexicon) -> bool:
    """Whether every word, particles of names aside, begins with a capital, as the words of a name do."""
    return all(word[0].isupper() or word in lexicon.names.particles for word in words.split())
