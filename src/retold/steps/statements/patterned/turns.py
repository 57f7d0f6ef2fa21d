"""Speech without quotation marks: answers of an interview, lines of a talk, dialogue behind dashes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from retold import parameters
from retold.language.patterns import Patterns
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.meant import NOBODY, Meant
from retold.steps.statements.names import Range
from retold.steps.statements.patterned.people import People, Person
from retold.steps.statements.transcript import interview

_P = parameters.of("statements", "patterned")
_ANSWERS, _BEFORE = _P.integer("answers"), _P.integer("before")
_LABELLED, _SPOKEN = _P.number("labelled"), _P.number("spoken")
_LINE = re.compile(r"[^\s](?:[^\n]*[^\s\n])?")
_LABEL = re.compile(
    r"(?P<name>[^\W\d_][\w.'’-]*(?:[ \t]+[^\W\d_][\w.'’-]*){0,3})[ \t\u00a0\u202f]*:[ \t\u00a0]+"
    r"(?P<words>[^\s\"“”«»„‹›][^\n]*)"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ \u00a0]?){2,4}")
_DASHED = re.compile(r"[—–][ \t\u00a0]?(?=\S)")
_ASIDE = re.compile(r"\s?[—–]\s?")
_STOP = re.compile(r"[,.;:!?…]")
_FIRST = re.compile(r"(?:se\s|s['’])?(\w+)")


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: the characters of its line, those of what is said, and who says it."""

    line: Range
    words: tuple[Range, ...]
    name: Range | None
    meant: Meant


def turns(text: str, people: People, lexicon: Lexicon, rules: Patterns) -> list[Turn]:
    """The turns of an article in text order; `people` are those whom it names."""
    found = [*_answers(text, people), *_interview(text, people, lexicon), *_dialogue(text, people, rules)]
    kept: list[Turn] = []
    for one in sorted(found, key=lambda turn: turn.line):
        if not kept or one.line[0] >= kept[-1].line[1]:
            kept.append(one)
    return kept


def turn_at(found: Sequence[Turn], place: int) -> Turn | None:
    """The turn whose line holds a character, of turns in text order."""
    number = bisect_right(found, place, key=lambda one: one.line[0]) - 1
    return found[number] if number >= 0 and place < found[number].line[1] else None


def named_by(label: str, people: People) -> Person | None:
    """The person whose name or surname, or whose initials, a label is."""
    if _INITIALS.fullmatch(label):
        letters = [letter for letter in label if letter.isalpha()]
        fitting = [
            one for one in people.every if [word[0] for word in one.words if word[0].isupper()] == letters
        ]
        return fitting[0] if len(fitting) == 1 else None
    found = people.of_name(label.split())
    return found if found is not None and len(found.words) > 1 else None


def _answers(text: str, people: People) -> Iterator[Turn]:
    """Lines that begin with the name of somebody: answers to questions, or a talk of two."""
    lines = list(_LINE.finditer(text))
    labels = [(match, _LABEL.fullmatch(match.group())) for match in lines]
    whose = [None if label is None else named_by(label["name"], people) for _, label in labels]
    counts = Counter(id(one) for one in whose if one is not None)
    asked = sum(
        b is not None and one.group().endswith("?") for (one, _), b in zip(labels, whose[1:], strict=False)
    )
    talk = sum(a is not None and b is not None and a is not b for a, b in pairwise(whose))
    if max(asked, talk) < _ANSWERS:
        return
    for (match, label), person in zip(labels, whose, strict=True):
        if label is not None and person is not None and counts[id(person)] >= _ANSWERS:
            start = match.start()
            words = (start + label.start("words"), match.end())
            name = (start + label.start("name"), start + label.end("name"))
            yield Turn(match.span(), (words,), name, Meant(person.name, _LABELLED))


def _interview(text: str, people: People, lexicon: Lexicon) -> Iterator[Turn]:
    """P. and R.: the answers go to the one person whom the introduction names most often."""
    asked, given = interview(text, lexicon)
    if not given:
        return
    meant = _introduced(people.every, min(turn.name[0] for turn in (*asked, *given)))
    for turn in given:
        yield Turn((turn.name[0], turn.words[1]), (turn.words,), None, meant)


def _introduced(every: Sequence[Person], first: int) -> Meant:
    """The person named most often before a character; of several whose sex is told."""
    counts = {one.number: sum(place < first for place in one.places) for one in every}
    most = max(counts.values(), default=0)
    best = [every[number] for number, count in counts.items() if count == most > 0]
    told = [one for one in best if one.woman is not None]
    rivals = [one for one in best if one.woman is None and all(word[0].isupper() for word in one.words)]
    found = [*told, *rivals] or best
    return Meant(found[0].name, _LABELLED) if len(found) == 1 else NOBODY


# ---- dialogue ----


def _dialogue(text: str, people: People, rules: Patterns) -> Iterator[Turn]:
    """Lines behind dashes, where a writer's words among them tell that somebody speaks."""
    runs: list[list[re.Match[str]]] = [[]]
    for match in _LINE.finditer(text):
        if _DASHED.match(match.group()):
            runs[-1].append(match)
        elif runs[-1]:
            runs.append([])
    for run in runs:
        parted = [_parted(match, rules) for match in run]
        if any(aside is not None for _, aside in parted):
            near = before(people.every, run[0].start())
            for match, (words, aside) in zip(run, parted, strict=True):
                meant = NOBODY if aside is None else _speaker(aside, near, people, rules)
                yield Turn(match.span(), words, None, meant)


def _parted(match: re.Match[str], rules: Patterns) -> tuple[tuple[Range, ...], str | None]:
    """What is said in a line, and the words of the writer in it: —Ven —susurra Kael—. Ya."""
    text, start = match.group(), match.start()
    dash = _DASHED.match(text)
    low = dash.end() if dash is not None else 0
    for find in (_between_dashes, _behind_comma):
        aside = find(text, low, rules)
        if aside is not None:
            pieces = ((low, aside[0]), (aside[1], len(text)))
            said = (_trimmed(text, *piece) for piece in pieces)
            return tuple((start + a, start + b) for a, b in said if a < b), text[slice(*aside)]
    return ((start + low, match.end()),), None


def _between_dashes(text: str, low: int, rules: Patterns) -> Range | None:
    marks = list(_ASIDE.finditer(text, low))
    for number, mark in enumerate(marks):
        end = marks[number + 1].end() if number + 1 < len(marks) else len(text)
        first = _first_word(text, mark.end())
        if first and first[0].islower() and rules.guess.search(first.lower()):
            return mark.start(), end
    return None


def _behind_comma(text: str, low: int, rules: Patterns) -> Range | None:
    """…, souffle-t-elle."""
    match = _aside(rules.clitic).search(text, low)
    if match is None:
        return None
    stop = _STOP.search(text, match.end())
    return match.start(), len(text) if stop is None else stop.end()


@cache
def _aside(clitic: str) -> re.Pattern[str]:
    return re.compile(rf",\s\w+{clitic}\b")


def _first_word(text: str, at: int) -> str:
    match = _FIRST.match(text, at)
    return "" if match is None else match[1]


def _trimmed(text: str, low: int, high: int) -> Range:
    while low < high and not text[low].isalnum() and text[low] not in "¿¡":
        low += 1
    while low < high and text[high - 1] in " —–\u00a0":
        high -= 1
    return low, high


def _speaker(aside: str, near: Sequence[Person], people: People, rules: Patterns) -> Meant:
    """Who speaks by the writer's words: a name in them, else whom their pronoun means of those just named."""
    words = re.findall(r"[^\W\d_]+|-[^\W\d_]+(?:-[^\W\d_]+)?", aside)
    for word in words[1:]:
        named = people.of_name((word,)) if word[0].isupper() else None
        if named is not None:
            return Meant(named.name, _SPOKEN)
    lower = [word.lower() for word in words]
    woman = True if rules.women.intersection(lower) else False if rules.men.intersection(lower) else None
    if woman is None and (len(words) > 1 or not rules.drops or len(near) != 1):
        return NOBODY
    return people.pronoun(woman, near)[0]


def before(every: Sequence[Person], start: int) -> list[Person]:
    """Who is named not far before a character, the last first."""
    named = [(place, one.number) for one in every for place in one.places if start - _BEFORE <= place < start]
    return [every[number] for number in dict.fromkeys(number for _, number in sorted(named, reverse=True))]
