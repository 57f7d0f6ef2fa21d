"""Speech by patterns over names and verbs, for a language without a parser.

Read from `patterns.toml`; the verbs themselves are those of `cues.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Forms = frozenset[str]

_SHAPES = (
    "role", "woman", "man", "women_names", "men_names", "called", "participle", "gerund", "both", "finite",
    "guess", "hearer", "reported", "reported_pair", "several",
)  # fmt: skip
_SETS = (
    "articles", "women_articles", "men_articles", "men", "women", "subjects", "courtesy", "prepositions",
    "relatives", "auxiliaries", "complements", "so", "impersonal", "first_names", "no_names", "particles",
    "genitives", "negated", "conjunctions", "plural_articles", "reflexives", "noun_leads", "indefinite",
    "quoting", "views", "also", "about", "some", "meant_men", "meant_women", "commenting", "places",
    "opening", "amounts", "joints", "pointing", "unnaming",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Patterns:
    """Small words and endings of one language, all in lower case.

    `articles` open a noun phrase (those of `women_articles` and `men_articles` tell the sex, those of
    `plural_articles` that several are meant), `men` and `women` are subject pronouns, `subjects` every
    pronoun that may be a subject, `courtesy` forms of address before a name, `prepositions` what makes no
    subject of what follows, `relatives` open a relative clause, `auxiliaries` go with a participle,
    `complements` open what was said, `so` stands for a verb of saying before a name, `impersonal` makes a
    verb say nobody's word, `first_names` are never roles, `no_names` capitalised words that are none,
    `particles` stand within a name, `negated` deny a verb, `conjunctions` open another clause,
    `noun_leads` make a noun of a verb form behind them, `indefinite` articles bring in somebody who is not
    known, `quoting` verbs pass on what their object said (zitiert das Blatt Ana Kael), `views` open a clause
    in the view of somebody (pour Ana Kael, …), `also` joins a verb to one before it of the same subject,
    `about` leads from a noun to what it is about (rumeurs de), `some` are words for one of several who is not
    named (uno de sus …), `meant_men` and `meant_women` pronouns behind a phrase (selon lui),
    `commenting` words open a clause on what stands beside it (wie Kael sagte, …), `places` one that tells
    where it was said (en la radio, donde sostuvo …), `opening` ones a clause that says nothing of itself
    (als er kam, …), `amounts` pairs of words that open one all the
    same (al menos 30 …), `joints` lead from a full name to what is no part of it (Ana Kael zum Verein),
    `pointing` articles mean somebody just named (cette spécialiste), `unnaming` words right behind a pronoun
    make it nobody (il y a), `backward` are the words with which a sentence begins that tells who said the one
    before it (Das teilte die Polizei mit).
    """

    articles: Forms
    women_articles: Forms
    men_articles: Forms
    men: Forms
    women: Forms
    subjects: Forms
    courtesy: Forms
    prepositions: Forms
    relatives: Forms
    auxiliaries: Forms
    complements: Forms
    so: Forms
    impersonal: Forms
    first_names: Forms
    no_names: Forms
    particles: Forms
    genitives: Forms
    negated: Forms
    conjunctions: Forms
    plural_articles: Forms
    reflexives: Forms
    noun_leads: Forms
    indefinite: Forms
    quoting: Forms
    views: Forms
    also: Forms
    about: Forms
    some: Forms
    meant_men: Forms
    meant_women: Forms
    commenting: Forms
    places: Forms
    opening: Forms
    amounts: Forms
    joints: Forms
    pointing: Forms
    unnaming: Forms
    led: Mapping[str, Forms]  # finite form → words one of which must stand right before: se mostró
    separable: Mapping[str, Forms]  # finite form → particles one of which must follow
    backward: frozenset[tuple[str, ...]]  # what opens a sentence that tells who said the one before it
    before: tuple[tuple[str, ...], ...]  # phrases that lead to a speaker: laut, nach Angaben von
    behind: Forms  # words that follow one: zufolge
    nouns: bool  # whether common nouns have capitals
    drops: bool  # whether a verb may stand without its subject
    role: re.Pattern[str]  # a noun for what somebody is
    woman: re.Pattern[str]  # such a noun for a woman
    man: re.Pattern[str]  # and for a man
    women_names: re.Pattern[str]  # first names that only women have
    men_names: re.Pattern[str]
    called: re.Pattern[str]  # a word that makes a name of the quotation behind it: so-called
    gerund: re.Pattern[str]  # a form that has the subject of the verb before it: ajoutant
    both: re.Pattern[str]  # a form that may be a participle or not: berichtet
    finite: re.Pattern[str]  # a verb form with a subject, as far as its ending shows
    participle: re.Pattern[str]  # a form that needs an auxiliary
    hearer: re.Pattern[str]  # a noun for those who are spoken to
    several: re.Pattern[str]  # a verb form whose subject, where it is left out, is more than one
    own: tuple[tuple[str, ...], ...]  # phrases for the mind of who was named before: a su juicio
    clitic: str  # expression for a pronoun that is set on its verb
    addressing: Forms  # prepositions before those who are spoken to
    guess: re.Pattern[str]  # what right behind a quotation and before a name is a verb
    reported: re.Pattern[str]  # a verb form that passes on what another said
    reported_pair: re.Pattern[str]  # a pronoun and a verb form of which only together that is plain: er tue

    @staticmethod
    def of(lists: Mapping[str, Any]) -> Patterns:
        """The section from the lists of `patterns.toml`; what is missing is empty and matches nowhere."""
        sets: dict[str, Any] = {name: frozenset(lists.get(name, ())) for name in _SETS}
        shapes: dict[str, Any] = {name: re.compile(lists.get(name, "(?!)")) for name in _SHAPES}
        separable, led = (
            {form: frozenset(row) for form, row in lists.get(name, {}).items()}
            for name in ("separable", "led")
        )
        phrases = sorted((tuple(phrase.split()) for phrase in lists.get("before", ())), key=len, reverse=True)
        return Patterns(
            **sets,
            **shapes,
            separable=separable,
            led=led,
            backward=frozenset(tuple(phrase.split()) for phrase in lists.get("backward", ())),
            before=tuple(phrases),
            own=tuple(tuple(phrase.split()) for phrase in lists.get("own", ())),
            behind=frozenset(lists.get("behind", ())),
            clitic=lists.get("clitic", "(?!)"),
            addressing=frozenset(lists.get("addressing", ())),
            nouns=bool(lists.get("nouns")),
            drops=bool(lists.get("drops")),
        )
