"""How sure a statement without quoted words is, and who speaks in it, by what its parse shows.

    of_statement(marks)    the probability that it is one: these words, by this speaker
    of_speaker(marks)      the probability that the speaker is the right one, where the words are

Two logistic models over the same marks, fitted on attributions marked by hand in the press:
`python -m evaluation.fit.certainty`. They know which readings of a parse go wrong: a speaker handed down
from another verb, or meant by "who"; a thing that speaks; words without a verb; a question that is only
told of; words ahead of “experts say”; a cue inside another clause; much else in the sentence.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from retold import parameters
from retold.algorithms import logistic
from retold.steps.statements.frames import Frame
from retold.steps.statements.speaking import can_speak
from retold.steps.statements.tree import FINITE, Tree

_COMMON = ("NN", "NNP", "PRP", "PRP$")  # with what they begin the words that mostly speak are tagged
_BELOW = frozenset({"ccomp", "xcomp", "pcomp", "acl"})
_MOST_ABOVE = parameters.of("statements", "certainty").integer("above")


class Marks(NamedTuple):
    """What the models look at; each has a weight of its name in the parameters. A flag is 0 or 1."""

    bare: float  # flag: the verb tells speech and nothing else (say)
    to_object: float  # flag: its object is who was spoken to
    inherits: float  # flag: the speaker is the subject of another verb
    relative: float  # flag: the speaker is meant by "who", or the cue describes a noun
    pronoun: float  # flag: the speaker is a pronoun
    thing: float  # flag: the speaker is a thing
    odd: float  # flag: the speaker's word is none that mostly speaks (this, 79 per cent, both)
    between: float  # natural logarithm of one and the words from the speaker to the cue
    below: float  # flag: the cue stands in a clause that another word governs
    above: float  # how many verbs of saying govern the cue, at most so many as the parameters say
    before: float  # flag: what was said stands ahead of the cue
    gap: float  # natural logarithm of one and the words between the cue and what was said
    that: float  # flag: "that" stands behind the cue
    question: float  # flag: what was said begins with a word that asks
    infinitive: float  # flag: it begins with "to"
    verbless: float  # flag: it has no finite verb, and is no infinitive
    aside: float  # flag: a relative clause behind a comma is part of it
    words: float  # natural logarithm of one and its words
    rest: float  # natural logarithm of one and the other words of the sentence


Model = tuple[float, Marks]  # its intercept, and the weights of the marks


def _model(table: parameters.Parameters) -> Model:
    return table.number("intercept"), Marks(*(table.number(mark) for mark in Marks._fields))


_STATEMENT = _model(parameters.of("statements", "certain_statement"))
_SPEAKER = _model(parameters.of("statements", "certain_speaker"))


def of_statement(found: Marks) -> float:
    """The probability that words and speaker are right as they are told."""
    return logistic.probability(*_STATEMENT, found)


def of_speaker(found: Marks) -> float:
    """The probability that the speaker is the right one of these words."""
    return logistic.probability(*_SPEAKER, found)


def marks(tree: Tree, frame: Frame) -> Marks | None:
    """The marks of a cue with a clause that tells what was said and a speaker; None without either."""
    if frame.content is None or frame.head is None:
        return None
    cue, head, (low, high) = frame.cue, frame.head, frame.content
    return Marks(
        bare=float(frame.verb.base in tree.speech.bare),
        to_object=float(frame.verb.to_object),
        inherits=float(_inherits(tree, frame, head)),
        relative=float(frame.relative is not None or tree.deps[cue] == "relcl"),
        pronoun=float(tree.tags[head].startswith("PRP")),
        thing=float(not can_speak(tree, head)),
        odd=float(not tree.tags[head].startswith(_COMMON)),
        between=math.log1p(abs(cue - head)),
        below=float(tree.deps[cue] in _BELOW),
        above=float(min(_verbs_above(tree, cue), _MOST_ABOVE)),
        before=float(high < cue),
        gap=math.log1p(max(0, low - frame.cue_end - 1)),
        that=float(not tree.grammar.clause.isdisjoint(tree.lower[frame.cue_end + 1 : frame.cue_end + 2])),
        question=float(tree.lower[low] in tree.speech.asking),
        infinitive=float(tree.tags[low] == "TO"),
        verbless=float(tree.tags[low] != "TO" and FINITE.isdisjoint(tree.tags[low : high + 1])),
        aside=float(any(_opens_aside(tree, t) for t in range(low + 1, high + 1))),
        words=math.log1p(high - low + 1),
        rest=math.log1p(max(0, len(tree) - (high - low + 1))),
    )


def _inherits(tree: Tree, frame: Frame, head: int) -> bool:
    """Whether the speaker is no subject of the cue, does not stand behind it, and is not meant by "who"."""
    own = head > frame.cue or head in tree.having(frame.cue, "nsubj")
    return frame.verbal and not own and frame.relative is None


def _verbs_above(tree: Tree, cue: int) -> int:
    """How many verbs of saying govern a cue."""
    above = tree.above(cue)[1:]
    return sum(tree.lower[t] in tree.speech.verbs and tree.tags[t].startswith("VB") for t in above)


def _opens_aside(tree: Tree, token: int) -> bool:
    return tree.words[token - 1] == "," and tree.lower[token] in tree.speech.relatives
