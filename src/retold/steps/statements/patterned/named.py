"""Quoted words that nobody says: what something is called, the title of a work, the name of a paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold import parameters
from retold.language.patterns import Patterns
from retold.language.speech import Speech
from retold.steps.statements.patterned.cues import Cue
from retold.steps.statements.patterned.pieces import Piece

_P = parameters.of("statements", "patterned")
_TITLE, _TERM = _P.integer("title"), _P.integer("term")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LETTER = re.compile(r"[^\W\d_]")


def is_term(row: Sequence[Piece], at: int, cue: Cue | None, known: tuple[Speech, Patterns]) -> bool:
    """Whether a quotation is a name or a term: the so-called “X”, a rumour of a “Y”, the album “Z”.

    `cue` is the verb that it seems to belong to: what a verb of naming calls something is somebody's word.
    """
    _, rules = known
    if at == 0 or row[at - 1].quote >= 0 or row[at - 1].text == ":":
        return _is_listed(row, at, rules)
    words = _WORD.findall(row[at].text)
    if not words or any(mark in row[at].text.rstrip("”“\"»«’‘' \u202f\u00a0")[-1:] for mark in "!?"):
        return False
    if _is_called(row, at, rules):
        return True
    if cue is not None and cue.verb.naming:
        return False
    if len(words) <= _TERM and _is_about(row, at, known):
        return True
    return len(words) <= _TITLE and _is_titled(row, at, known) and _begins_large(row[at])


def _is_listed(row: Sequence[Piece], at: int, rules: Patterns) -> bool:
    """Behind a day at the head of a line, as in lists of what is on: Montag: „Tag der offenen Tür“."""
    headed = at > 1 and row[at - 1].text == ":"
    return headed and all(one.lower in rules.no_names for one in row[: at - 1])


def _is_called(row: Sequence[Piece], at: int, rules: Patterns) -> bool:
    """Behind a word such as so-called, with an article between or not."""
    behind = at - 1 if row[at - 1].lower not in rules.articles else at - 2
    return behind >= 0 and rules.called.search(row[behind].lower) is not None


def _is_about(row: Sequence[Piece], at: int, known: tuple[Speech, Patterns]) -> bool:
    """Behind a noun, what it is about and an article: rumours of a “monster”."""
    speech, rules = known
    if at < 3 or row[at - 1].lower not in rules.indefinite or row[at - 2].lower not in rules.about:
        return False
    noun, small = row[at - 3], rules.no_names | rules.subjects | rules.reflexives
    common = noun.word and noun.capital is rules.nouns
    return common and not (noun.lower in speech.verbs or noun.lower in small or _is_small(noun, rules))


def _is_small(one: Piece, rules: Patterns) -> bool:
    """Whether a word is a preposition, an article, or a participle."""
    little = rules.prepositions | rules.articles
    participle = not one.capital and rules.participle.search(one.lower) is not None
    return one.lower in little or participle


def _is_titled(row: Sequence[Piece], at: int, known: tuple[Speech, Patterns]) -> bool:
    """Right behind a noun, or between two commas."""
    speech, rules = known
    before = row[at - 1]
    if before.text == ",":
        return at + 1 < len(row) and row[at + 1].text == "," and at > 1 and row[at - 2].word
    small = _is_small(before, rules) or before.lower in rules.subjects | rules.no_names
    if not before.word or small or before.lower in speech.verbs:
        return False
    return before.capital if rules.nouns else not before.capital


def _begins_large(piece: Piece) -> bool:
    first = _LETTER.search(piece.text)
    return first is not None and first.group().isupper()
