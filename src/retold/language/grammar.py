"""The small words and endings of one language that rules on a parse and on names ask for.

Read from `grammar.toml`. A language without the file has none of them, and a rule that asks
for one then applies nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Forms = frozenset[str]

_PRONOUNS = ("women", "men", "several", "bodies", "others")
_SETS = {
    "pronouns": _PRONOUNS,
    "determiners": ("definite", "indefinite", "apposed"),
    "links": (
        "clause", "infinitive", "future", "comparing", "agent", "maker", "addressee", "companion", "target",
        "genitive", "inside", "broadcast", "joining", "alternatives", "being",
        "contrasting", "aged", "subordinating", "filing",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grammar:
    """Function words by what they do, all in lower case.

    Pronouns: `women`, `men` and `several` for persons, `bodies` for a body, `others` for any other.
    Determiners: `definite` and `indefinite` ones, `apposed` those with which an apposition begins.
    Links: `clause` begins a clause that tells what was said, `infinitive` and `future` stand before a
    verb, `comparing` begins "as Kael told", `agent` leads to who acts in a passive, `maker` to whose
    word a noun of speech is, `addressee`, `companion` and `target` to who is spoken to (wrote to,
    talked with, shouted at), `genitive` to the owner, `inside` within a noun phrase, `broadcast` to the
    station, `joining` between two of a kind, `alternatives` between two of which neither holds
    where the first is denied (or, nor), `being` between a role and a name (the baker was Ana Kael),
    `contrasting` between what one and what another says (while), `aged` behind the years of somebody who is
    meant by his age (the 34-year-old), `subordinating` opens a clause before the main one (As Kael left, …),
    `filing` is said of the reporter of what stands around it (Ana Kael reports.).
    """

    women: Forms
    men: Forms
    several: Forms
    bodies: Forms
    others: Forms
    definite: Forms
    indefinite: Forms
    apposed: Forms
    clause: Forms
    infinitive: Forms
    future: Forms
    comparing: Forms
    agent: Forms
    maker: Forms
    addressee: Forms
    companion: Forms
    target: Forms
    genitive: Forms
    inside: Forms
    broadcast: Forms
    joining: Forms
    alternatives: Forms
    being: Forms
    contrasting: Forms
    aged: Forms
    subordinating: Forms
    filing: Forms
    pronouns: Forms  # all words that name nobody by themselves
    initials: Forms  # of bodies, that look like a small word: WHO
    stand_in: str  # a clause that the parser knows well, put in place of a quotation
    stand_in_cue: str  # a cue that the parser knows well, put in place of one between a quotation and a name
    plural: tuple[str, ...]  # endings of nouns that mean several
    singular: Forms  # nouns that have such an ending and mean one
    verbal: tuple[str, ...]  # endings that no noun before a role has
    gerund: tuple[str, ...]  # endings of a verb that may open a sentence
    doer: tuple[str, ...]  # endings of nouns for somebody by what he does: programmer
    past: tuple[str, ...]  # endings of a verb that tells of the past
    men_ends: tuple[str, ...]  # endings of nouns that mean a man: policeman
    women_ends: tuple[str, ...]  # of those that mean a woman; they count before the others
    peoples: tuple[str, ...]  # of words that tell of what people somebody is: Slovak

    @staticmethod
    def of(lists: Mapping[str, Any]) -> Grammar:
        """The section from the lists of `grammar.toml`, any of which may be missing.

        >>> from retold import language
        >>> english = language.of("en").grammar
        >>> english.is_plural("boats"), english.is_plural("boss"), "she" in english.pronouns
        (True, False, True)
        """
        sets = {
            name: frozenset(lists.get(table, {}).get(name, ()))
            for table, row in _SETS.items()
            for name in row
        }
        endings = lists.get("endings", {})
        return Grammar(
            **sets,
            pronouns=frozenset().union(*(sets[name] for name in _PRONOUNS)),
            initials=frozenset(lists.get("initials", ())),
            stand_in=lists.get("stand_in", ""),
            stand_in_cue=lists.get("stand_in_cue", ""),
            plural=tuple(endings.get("plural", ())),
            singular=frozenset(endings.get("singular", ())),
            verbal=tuple(endings.get("verbal", ())),
            gerund=tuple(endings.get("gerund", ())),
            doer=tuple(endings.get("doer", ())),
            past=tuple(endings.get("past", ())),
            men_ends=tuple(endings.get("men", ())),
            women_ends=tuple(endings.get("women", ())),
            peoples=tuple(endings.get("peoples", ())),
        )

    def is_plural(self, noun: str) -> bool:
        """Whether a lower-case noun means several, by its ending; never where the language knows none."""
        return noun.endswith(self.plural) and noun not in self.singular
