"""How one language reports speech: cues by every form they take, occasions, addressees.

Read from `cues.toml`; regular verbs are inflected by the language's own rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Forms = frozenset[str]
Inflected = Callable[[str], tuple[str, ...]]

# Lists of `cues.toml` by table that are sets of words, each a field of `Speech` of the same name; those of
# labels and of letters have the name of the table before it.
_SETS = {
    "occasions": (
        "leads", "partners", "speaking", "addressing", "both_ways", "remarks", "making", "back", "platforms",
        "platform_leads",
    ),
    "verbs": (
        "acts_to", "talk_with", "shout_at", "not_to", "not_addressees", "as_told", "asking", "busy",
        "bare", "inverting", "going_further", "replying", "of_things", "with_things", "with_deeds",
        "with_clauses", "ordering",
    ),
    "attributions": ("telling", "measures", "press"),
    "unnamed": ("persons", "persons_ends"),
    "grammar": (
        "relatives", "quoted", "quoting", "nobody", "conditions", "supposing", "granting", "unreal",
        "limiting", "going_on", "causing", "wordings", "issued", "papers", "agents", "leading", "selves",
        "untrue",
        "rumours", "preceding", "replies",
        "times", "naming", "mistaken", "reciting", "coming", "first_person", "second_person", "signing",
        "sayings", "hearing", "clause_times",
        "giving_names", "withholding", "unnaming", "identities",
        "crediting", "unsaid", "pointing", "parting", "summing", "worded", "pointing_back", "being_several",
        "said_words", "manners_of", "facts", "blaming", "effects", "reactions",
        "thinking_up", "contrary", "perfect", "meeting",
    ),
    "addressees": ("groups",),
    "labels": ("questions", "answers", "others"),
    "letters": ("openings", "closings", "salutes"),
}  # fmt: skip
_PREFIXED = frozenset({"labels", "letters"})
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
    plain: Verb  # the verb of saying that lends nothing: say
    nouns: dict[str, str]  # noun of speech, singular or plural → manner
    particles: dict[str, Forms]
    about: dict[str, Forms]  # prepositions that lead to what was said
    otherwise: dict[str, Forms]  # particles with which a verb tells no speech: call in
    senses: dict[str, dict[str, str]]  # words behind a verb → the manner it has with them
    acts_to: Forms
    talk_with: Forms
    shout_at: Forms
    not_to: Forms
    not_addressees: Forms
    as_told: Forms
    asking: Forms
    busy: Forms
    bare: Forms  # verbs that tell speech and nothing else
    inverting: Forms  # behind a clause the speaker stands behind these: …, explained Kael
    going_further: Forms
    of_things: Forms
    with_things: Forms  # verbs whose object may be all that is told
    pointing_back: Forms  # behind a quotation these lead to who said it: that was the verdict of …
    being_several: Forms  # those were
    said_words: Forms  # nouns there, besides `worded`
    manners_of: Forms  # that is how Kael described it
    facts: Forms  # it is not the case that Kael said
    blaming: Forms  # mocked Kael for saying so
    worded: Forms  # what somebody says in words of his own: his verdict: “…”
    with_clauses: Forms  # verbs that tell speech with a clause alone: submitted that it held
    with_deeds: Forms  # verbs behind which a deed may be all that is told: denied taking it
    addressee_nouns: Forms
    groups: Forms
    occasions: Forms
    leads: Forms
    partners: Forms
    speaking: Forms
    addressing: Forms
    phrases: tuple[str, ...]
    telling: Forms
    measures: Forms
    press: Forms  # nouns beside the name of a house of news
    unnamed: Forms
    both_ways: Forms
    remarks: Forms
    making: Forms
    back: Forms
    platforms: Forms
    platform_leads: Forms
    relatives: Forms
    quoted: Forms
    quoting: Forms  # by their base form
    nobody: Forms
    conditions: Forms
    granting: Forms  # what supposes something without a subject: assuming that …
    supposing: Forms
    unreal: Forms
    limiting: Forms
    going_on: Forms
    wordings: Forms  # nouns with which words are handed on
    causing: Forms  # verbs whose object is made to speak
    issued: Forms
    papers: Forms  # nouns of what speaks for somebody: a study, a poll
    agents: Forms  # endings of nouns of those who do something
    selves: Forms
    untrue: Forms
    rumours: Forms
    preceding: Forms
    replies: Forms
    replying: Forms
    ordering: Forms  # before these stands who is told to do a thing, in a headline
    effects: Forms  # participles that tell what came of a saying: sending shares up
    reactions: Forms  # of what: shares, applause
    times: Forms
    naming: Forms
    first_person: Forms
    second_person: Forms
    signing: Forms
    sayings: Forms  # by which nobody in particular speaks: as they say
    hearing: Forms  # what a court does: heard that …
    mistaken: Forms  # of a saying that was none: was wrongly quoted as saying
    reciting: Forms  # base forms: read out what another wrote
    coming: Forms  # behind a quotation: came the cry
    clause_times: Forms  # with these a clause begins that tells when
    giving_names: Forms  # verbs that give a name: dubbed
    crediting: Forms  # behind what a paper tells these credit it: the Post reports
    withholding: Forms  # who does so to say something says nothing: declined to comment
    unnaming: (
        Forms  # what is not to be, or to be, of somebody who asks not to be named: identified, anonymous
    )
    identities: Forms  # what is not to be used then: his name
    thinking_up: Forms  # verbs whose object nobody said: imagine a mayor saying so
    contrary: Forms  # with one of `perfect` behind them these tell what did not happen: should have said
    perfect: Forms
    meeting: Forms  # who does so may ask another: met her
    unsaid: Forms  # before a participle these tell of a saying that was left: without saying
    persons_ends: Forms  # endings of such nouns
    persons: Forms  # nouns of somebody who may be a subject without a name
    labels_questions: Forms
    labels_answers: Forms
    labels_others: Forms
    letters_openings: Forms
    letters_closings: Forms
    letters_salutes: Forms  # to an editor
    leading: Forms
    captions: tuple[str, ...]  # whole lines under a picture, as expressions
    pointers: tuple[str, ...]  # whole lines that lead to another report, as expressions
    pointing: Forms  # between brackets these lead to another report
    summing: Forms  # nouns by which a reporter says what he makes of what was said: a move that …
    parting: Forms  # who has spoken does so: told them, and left

    @staticmethod
    def of(lists: Mapping[str, Any], inflected: Inflected, plural: tuple[str, ...] = ()) -> Speech:
        """The section from the lists of `cues.toml`; only `manners` must be there.

        `plural` are the endings by which a noun of speech means several.

        >>> from retold import language
        >>> speech = language.of("en").speech
        >>> speech.verbs["told"].base, speech.verbs["told"].manner, language.of("und").speech
        ('tell', 'said', None)
        """
        of_verbs, nouns = lists.get("verbs", {}), lists.get("nouns", {})
        verbs = dict(_verbs(lists, inflected))
        sets = {
            f"{table}_{name}" if table in _PREFIXED else name: _forms(lists, table, name)
            for table, row in _SETS.items()
            for name in row
        }
        return Speech(
            verbs=verbs,
            plain=verbs[of_verbs["plain"]] if "plain" in of_verbs else next(iter(verbs.values())),
            nouns={f: m for m, row in nouns.items() for n in row for f in (n, *(n + end for end in plural))},
            particles={base: frozenset(words) for base, words in of_verbs.get("particle", {}).items()},
            about={base: frozenset(words) for base, words in of_verbs.get("about", {}).items()},
            otherwise={base: frozenset(words) for base, words in of_verbs.get("otherwise", {}).items()},
            senses=lists.get("senses", {}),
            addressee_nouns=sets["groups"] | _forms(lists, "addressees", "single"),
            occasions=_forms(lists, "occasions", "nouns"),
            phrases=tuple(lists.get("attributions", {}).get("phrases", ())),
            unnamed=_forms(lists, "unnamed", "heads"),
            captions=tuple(lists.get("captions", {}).get("lines", ())),
            pointers=tuple(lists.get("pointers", {}).get("lines", ())),
            **sets,
        )


def _forms(lists: Mapping[str, Any], table: str, name: str) -> Forms:
    return frozenset(lists.get(table, {}).get(name, ()))


def _verbs(lists: Mapping[str, Any], inflected: Inflected) -> Iterator[tuple[str, Verb]]:
    """Each form with its verb; of two verbs that share a form the first listed has it."""
    sets = {name: _forms(lists, "verbs", name) for name in _ARGUMENTS}
    irregular = lists.get("irregular", {})
    seen: set[str] = set()
    for manner, bases in lists["manners"].items():
        for base in bases:
            verb = Verb(base, manner, *(base in sets[name] for name in _ARGUMENTS))
            for form in (base, *irregular.get(base, inflected(base))):
                if form not in seen:
                    seen.add(form)
                    yield form, verb
