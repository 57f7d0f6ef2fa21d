"""The words that report speech, read from the gazetteer and inflected once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from retold import gazetteer
from retold.gazetteer import cues

Forms = frozenset[str]

_OF_OCCASIONS = (
    "leads",
    "partners",
    "speaking",
    "both_ways",
    "remarks",
    "making",
    "back",
    "platforms",
    "platform_leads",
)
_OF_HEARERS = ("acts_to", "talk_with", "shout_at", "not_to", "not_addressees", "as_told", "asking", "busy")


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
class Lexicon:
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


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The cue lexicon of a language; read and inflected on the first call."""
    data = gazetteer.toml(f"{language}/cues")
    verbs, occasions, grammar = data["verbs"], data["occasions"], data["grammar"]
    return Lexicon(
        verbs=_verbs(data, language),
        nouns={form: m for m, nouns in data["nouns"].items() for n in nouns for form in (n, n + "s")},
        particles={base: frozenset(words) for base, words in verbs["particle"].items()},
        about={base: frozenset(words) for base, words in verbs["about"].items()},
        senses=data["senses"],
        hearers=frozenset(data["hearers"]["groups"]) | frozenset(data["hearers"]["single"]),
        groups=frozenset(data["hearers"]["groups"]),
        occasions=frozenset(occasions["nouns"]),
        phrases=tuple(data["attributions"]["phrases"]),
        measures=frozenset(data["attributions"]["measures"]),
        unnamed=frozenset(data["unnamed"]["heads"]),
        **{name: frozenset(verbs[name]) for name in _OF_HEARERS},
        **{name: frozenset(occasions[name]) for name in _OF_OCCASIONS},
        **{name: frozenset(words) for name, words in grammar.items()},
    )


def _verbs(data: dict[str, dict[str, list[str]]], language: str) -> dict[str, Verb]:
    sets = {name: frozenset(words) for name, words in data["verbs"].items()}
    known = ("to_object", "acts", "naming", "infinitive", "weak")
    return {
        form: Verb(cue.base, cue.manner, *(cue.base in sets[name] for name in known))
        for form, cue in cues.verbs(language).items()
    }
