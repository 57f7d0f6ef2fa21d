"""How one language reports speech: cues by every form they take, occasions, addressees, small words.

Read from `cues.toml`; regular verbs are inflected by the language's own rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Forms = frozenset[str]
Inflected = Callable[[str], tuple[str, ...]]

_OF_OCCASIONS = (
    "leads", "partners", "speaking", "both_ways", "remarks", "making", "back", "platforms", "platform_leads",
)  # fmt: skip
_OF_VERBS = ("acts_to", "talk_with", "shout_at", "not_to", "not_addressees", "as_told", "asking", "busy")
_ARGUMENTS = ("to_object", "acts", "naming", "infinitive", "weak")


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its base form, the manner it lends, and how it takes its arguments."""

    base: str
    manner: str
    to_object: bool  # the object is who was spoken to
    act: bool  # worth telling without words
    naming: bool  # called it "a farce"
    infinitive: bool  # vowed to stay
    weak: bool  # only beside a quotation or a that-clause


@dataclass(frozen=True, slots=True)
class Speech:
    """Everything of one language that tells speech; keys are lower case."""

    verbs: dict[str, Verb]  # by inflected form
    nouns: dict[str, str]  # noun of speech, singular or plural → manner
    particles: dict[str, Forms]
    about: dict[str, Forms]  # prepositions that lead to what was said
    senses: dict[str, dict[str, str]]  # words behind a verb → the manner it has with them
    acts_to: Forms
    talk_with: Forms
    shout_at: Forms
    not_to: Forms
    not_addressees: Forms
    as_told: Forms
    asking: Forms
    busy: Forms
    hearers: Forms
    groups: Forms
    occasions: Forms
    leads: Forms
    partners: Forms
    speaking: Forms
    phrases: tuple[str, ...]
    measures: Forms
    unnamed: Forms
    both_ways: Forms
    remarks: Forms
    making: Forms
    back: Forms
    platforms: Forms
    platform_leads: Forms
    relatives: Forms
    quoted: Forms
    unreal: Forms
    going_on: Forms
    issued: Forms
    selves: Forms
    leading: Forms

    @staticmethod
    def of(lists: Mapping[str, Any], inflected: Inflected) -> Speech:
        """The section from the lists of `cues.toml`.

        >>> from retold import language
        >>> speech = language.of("en").speech
        >>> speech.verbs["told"].base, speech.verbs["told"].manner, language.of("und").speech
        ('tell', 'said', None)
        """
        verbs, occasions, grammar = lists["verbs"], lists["occasions"], lists["grammar"]
        return Speech(
            verbs=dict(_verbs(lists, inflected)),
            nouns={form: m for m, nouns in lists["nouns"].items() for n in nouns for form in (n, n + "s")},
            particles={base: frozenset(words) for base, words in verbs["particle"].items()},
            about={base: frozenset(words) for base, words in verbs["about"].items()},
            senses=lists["senses"],
            hearers=frozenset(lists["hearers"]["groups"]) | frozenset(lists["hearers"]["single"]),
            groups=frozenset(lists["hearers"]["groups"]),
            occasions=frozenset(occasions["nouns"]),
            phrases=tuple(lists["attributions"]["phrases"]),
            measures=frozenset(lists["attributions"]["measures"]),
            unnamed=frozenset(lists["unnamed"]["heads"]),
            **{name: frozenset(verbs[name]) for name in _OF_VERBS},
            **{name: frozenset(occasions[name]) for name in _OF_OCCASIONS},
            **{name: frozenset(words) for name, words in grammar.items()},
        )


def _verbs(lists: Mapping[str, Any], inflected: Inflected) -> Iterator[tuple[str, Verb]]:
    """Each form with its verb; of two verbs that share a form the first listed has it."""
    sets = {name: frozenset(words) for name, words in lists["verbs"].items()}
    seen: set[str] = set()
    for manner, bases in lists["manners"].items():
        for base in bases:
            verb = Verb(base, manner, *(base in sets[name] for name in _ARGUMENTS))
            for form in (base, *lists["irregular"].get(base, inflected(base))):
                if form not in seen:
                    seen.add(form)
                    yield form, verb
