"""How likely a reader wants a change told: a logistic model of what its readings show.

    worth(marks)                              a probability, by what `marks` reads off a change
    says_little(material, unit, candidate)    whether a rule or the model calls it of little weight

Rules know edits that say nothing (`insignificant`). What they leave is judged by marks of the two readings:
how many words differ, and how many of these the other version has nowhere; whether one version lacks them;
whether the readings are phrases of unlike form (a word of the grammar at an end of one of them alone: tax,
global tax on) or stand apart, with no equal word beside them; whether a verb of speech is among them; and
whether it is known what the matter is (`Change.detail`).
The weights are fitted on reports read by hand: `python -m evaluation.fit.significance`. Most of these are of
versions far apart, so that two edits are exempt that are made on purpose where all else stands: words
exchanged inside a sentence, and a day put in or left out of one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from retold import parameters
from retold.algorithms import logistic
from retold.language import Language
from retold.steps.changes.candidates import Candidate
from retold.steps.changes.insignificant import is_insignificant
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Unit
from retold.steps.changes.supports import Reading
from retold.steps.changes.values import agree, comparable, touching

_P = parameters.of("changes", "significance")
_LEAST = _P.number("least")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Around(NamedTuple):
    """What stands around a change: the folded words of both versions, and its place among them."""

    old: Container[str]
    new: Container[str]
    apart: bool  # both versions have it, and no equal word before or behind it
    dated: bool  # a date stands in it
    revalued: bool = False  # either version has one day or one figure in it, and these are two
    cued: bool = True  # a verb of speech among the words may be the one by which somebody speaks


class Marks(NamedTuple):
    """What the model looks at; each has a weight of its name in the parameters."""

    words: float  # natural logarithm of one and the words whose stem the other reading lacks
    news: float  # natural logarithm of one and those that the other version has nowhere
    one_sided: float  # 1 where one version lacks them
    ends: float  # how many of two ends are a word of the grammar in one reading alone
    speech: float  # 1 where a form of a verb of speech is among the words
    matter: float  # 1 where it is known what the matter is
    apart: float  # 1 where both readings have no equal word beside them


_WEIGHTS = Marks(*(_P.number(name) for name in Marks._fields))
_INTERCEPT = _P.number("intercept")


def worth(found: Marks) -> float:
    """The probability that a reader calls a change with these marks right and wants it told."""
    return logistic.probability(_INTERCEPT, _WEIGHTS, found)


def marks(change: Reading, around: Around, language: Language) -> Marks:
    """The marks of a change by its readings and by what stands around it."""
    old, new = (folded_words(reading or "", language) for reading in (change.before, change.after))
    gone, come = _besides(old, new, language), _besides(new, old, language)
    news = len(_nowhere(gone, around.new)) + len(_nowhere(come, around.old))
    return Marks(
        words=math.log1p(len(gone) + len(come)),
        news=math.log1p(news),
        one_sided=float(not old or not new),
        ends=_unlike_ends(old, new, language) if old and new else 0.0,
        speech=float(_tells_speech((*gone, *come), language)),
        matter=float(change.detail is not None),
        apart=float(around.apart),
    )


def is_exempt(change: Reading, around: Around, language: Language) -> bool:
    """Whether a change is told whatever the model says: an edit on purpose, another day."""
    if not change.before or not change.after:
        return around.dated
    return around.revalued or _is_exchange(change.before, change.after, around, language)


def _is_exchange(before: str, after: str, around: Around, language: Language) -> bool:
    """Whether words that the other version has nowhere were exchanged for such words; no verb of speech."""
    old, new = folded_words(before, language), folded_words(after, language)
    if around.apart or not old or not new or _unlike_ends(old, new, language):
        return False
    gone, come = _nowhere(old, around.new), _nowhere(new, around.old)
    return bool(gone and come) and not (around.cued and _tells_speech((*gone, *come), language))


def folded_words(text: str, language: Language) -> list[str]:
    """The words of a text as they are compared here."""
    return [language.fold(word) for word in _WORD.findall(text)]


def _besides(words: Sequence[str], others: Sequence[str], language: Language) -> list[str]:
    """The words of which the other reading has no form."""
    known = {language.stem(word) for word in others}
    return [word for word in words if language.stem(word) not in known]


def _nowhere(words: Sequence[str], text: Container[str]) -> list[str]:
    """The words that the other version has nowhere."""
    return [word for word in words if word not in text]


def _tells_speech(words: Sequence[str], language: Language) -> bool:
    """Whether a form of a verb of speech is among folded words."""
    return language.speech is not None and any(word in language.speech.verbs for word in words)


def _unlike_ends(old: Sequence[str], new: Sequence[str], language: Language) -> float:
    """At how many ends one reading has a word of the grammar and the other has none."""
    small = language.function_words
    return float(sum((old[at] in small) != (new[at] in small) for at in (0, -1)))


def says_little(material: Material, unit: Unit, made: Candidate) -> bool:
    """Whether a candidate is of little weight: by a rule, or more likely not wanted than the least allows.

    The model is asked only in a language whose words are known.
    """
    if is_insignificant(material, unit):
        return True
    if _is_refused(material, unit):
        return False
    around, language = _around(material, unit), material.pair.language
    if not language.packed or is_exempt(made, around, language):
        return False
    return worth(marks(made, around, language)) < _LEAST


def _is_refused(material: Material, unit: Unit) -> bool:
    """Whether both sides tell something, and one that somebody leaves it undone: refused to comment."""
    leaving, pair = material.pair.editing.sense.leaving, material.pair
    told = [
        not leaving.isdisjoint(here.folded[k] for k in words)
        for here, words in ((pair.old, unit.old), (pair.new, unit.new))
    ]
    return bool(unit.old and unit.new) and told[0] != told[1]


def _around(material: Material, unit: Unit) -> Around:
    pair, (old, new) = material.pair, material.values.dates
    days = touching(old, unit.old), touching(new, unit.new)
    dated, apart = bool(days[0] or days[1]), _stands_apart(pair, unit)
    revalued, cued = _is_revalued(material, unit), _holds_cue(material, unit)
    return Around(pair.old.counts, pair.new.counts, apart, dated, revalued, cued)


def _holds_cue(material: Material, unit: Unit) -> bool:
    """Whether the verb by which a statement is told stands in the unit: would consider the bid tells none."""
    sides = zip((material.pair.old, material.pair.new), (unit.old, unit.new), material.said, strict=True)
    return any(
        one.cue is not None and not set(here.at(one.cue)).isdisjoint(words)
        for here, words, said in sides
        for one in said
        if one.content
    )


def _is_revalued(material: Material, unit: Unit) -> bool:
    """Whether either side has one day, or one figure, and these are surely two."""
    days, figures = material.values.dates, material.values.figures
    old, new = touching(days[0], unit.old), touching(days[1], unit.new)
    if len(old) == len(new) == 1:
        ours, theirs = old[0].value, new[0].value
        counted = "P" in (ours[:1], theirs[:1])  # today and yesterday, from days of publication nobody knows
        return comparable(ours, theirs) and not agree(ours, theirs) and not counted
    counts = touching(figures[0], unit.old), touching(figures[1], unit.new)
    if any(len(side) != 1 for side in counts):
        return False
    (one,), (other,) = counts
    return one.said.unit == other.said.unit and not one.equals(other) and not one.said.rounds(other.said)


def _stands_apart(pair: Pair, unit: Unit) -> bool:
    """Whether both versions have words here and no equal ones before or behind them."""
    if not len(unit.old) or not len(unit.new):
        return False
    before = (range(unit.old_low - 1, unit.old_low), range(unit.new_low - 1, unit.new_low))
    behind = (range(unit.old_high, unit.old_high + 1), range(unit.new_high, unit.new_high + 1))
    return not any(
        old.start >= 0 and new.start >= 0 and pair.alike(old, new) for old, new in (before, behind)
    )
