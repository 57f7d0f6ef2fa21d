"""What a language knows of how editors change words: slips, house style, hedges, loaded words, credits.

Read from `editing.toml`, `slips.toml`, `style.toml`, `slugs.toml`, `hedges.toml`, `sense.toml` and
`loaded.csv`; a list that a language lacks is empty, and nothing is found by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any, Literal, NamedTuple

from retold.language.folding import fold, key_of
from retold.language.sense import Sense

Forms = frozenset[str]
Lists = Callable[[str], Mapping[str, Any]]
Rows = Callable[[str], Sequence[Mapping[str, str]]]

_NOWHERE = re.compile(r"(?!)")  # what stands for a pattern that a language lacks
_HEDGES = ("hearsay", "doubt", "chance", "seeming")
_ORDINARY = ("cues", "roles", "titles", "style", "slips", "hedges")  # lists of common words of the language


class Entry(NamedTuple):
    """What a lexicon says of a phrase."""

    kind: Literal["hedge", "loaded"]
    group: str  # hearsay, fighters, …
    lean: str  # praise, blame, plain; "" for hedges


Lexicon = Mapping[str, Entry]  # by phrase, folded


@dataclass(frozen=True, slots=True)
class Crediting:
    """Words by which a credit is told, where the credit step knows no name."""

    reports: Forms  # the agency reports
    says: Forms  # the agency said
    bodies: Forms  # agency, newspaper
    lines: Forms  # what stands in a last line that names a source
    worked: Forms  # reporting by
    more: Forms  # additional reporting by
    by: Forms
    as_: Forms  # as the agency reports


class Editing:
    """The section of one language; every list is asked for when it is first needed."""

    def __init__(self, lists: Lists, rows: Rows) -> None:
        """`lists` gives the tables of a file by its name, `rows` those of a CSV file."""
        self._lists, self._rows = lists, rows
        self._own = lists("editing")

    # ---- small words ----

    @cached_property
    def small(self) -> Forms:
        """Folded words of the grammar: they tell nothing by themselves."""
        return frozenset(map(fold, self._lists("slips").get("small", ())))

    @cached_property
    def idle(self) -> Forms:
        """Small words that may stand or not without a change of sense: said (that), (on) Monday."""
        return frozenset(self._lists("slips").get("idle", ()))

    @cached_property
    def idle_before_days(self) -> Forms:
        """The same, but only before the name of a day."""
        return frozenset(self._lists("slips").get("idle_before_days", ()))

    @cached_property
    def common(self) -> Forms:
        """Small words, and those too common to tell one claim from another."""
        return self.small | frozenset(self._lists("slips").get("common", ()))

    @cached_property
    def anywhere(self) -> Forms:
        """Words that stand in reports of anything."""
        return frozenset(self._lists("slugs").get("anywhere", ()))

    @cached_property
    def slugs(self) -> Forms:
        """Words that open a report in capitals and are no place."""
        return frozenset(self._lists("slugs").get("slugs", ()))

    @cached_property
    def takes(self) -> Forms:
        """Words by which a desk numbers the versions of a report in its headline."""
        return frozenset(self._lists("slugs").get("takes", ()))

    @cached_property
    def pointing(self) -> Forms:
        """Words that point back at somebody."""
        return self._forms("pointing")

    @cached_property
    def believing(self) -> Forms:
        """Verbs of what somebody takes for true: believe, suspect."""
        return self._forms("believing")

    @cached_property
    def indefinite(self) -> Forms:
        """Articles that bring somebody in without a name."""
        return self._forms("indefinite")

    @cached_property
    def connecting(self) -> Forms:
        """Words that join what is told to what was told before, and say nothing of it."""
        return self._forms("connecting")

    @cached_property
    def numbered(self) -> Forms:
        """What a page counts of itself, so that a number behind it is no amount: page, image."""
        return self._forms("numbered")

    @cached_property
    def wide(self) -> Forms:
        """Words for those who speak that name no house and nobody: authorities, officials."""
        return self._forms("wide")

    @cached_property
    def hidden(self) -> Forms:
        """Words for those who speak of whom no more is said than that they know: source, person."""
        return self._forms("hidden")

    @cached_property
    def heads(self) -> Forms:
        """Kinds of roles that one person may have at once: leader, director."""
        return self._forms("heads")

    @cached_property
    def press(self) -> Forms:
        """Words for the press at large, which says who said it no more than a paper does."""
        return self._forms("press")

    @cached_property
    def clauses(self) -> Forms:
        """Words behind which another clause begins."""
        return self._forms("clauses")

    @cached_property
    def complements(self) -> Forms:
        """Words that open what somebody is told to have said."""
        return self._forms("complements")

    @cached_property
    def infinitives(self) -> Forms:
        """Words that open what somebody is to do."""
        return self._forms("infinitives")

    @cached_property
    def doubting_verbs(self) -> Forms:
        """Verbs of speech that are hedges elsewhere."""
        return self._forms("doubting_verbs")

    @cached_property
    def source(self) -> tuple[str, ...]:
        """The words by which a source is named; none where unknown."""
        return tuple(self._own.get("source", ()))

    @cached_property
    def timely(self) -> Forms:
        """Words that say when on a day: late, shortly, noon."""
        return self._forms("timely")

    @cached_property
    def superlatives(self) -> tuple[str, ...]:
        """Endings of words for the most of a kind, before which a number is a rank: the second largest."""
        return tuple(map(fold, self._own.get("superlatives", ())))

    @cached_property
    def alternants(self) -> Mapping[str, str]:
        """Forms of one small word, by the rarer one: an is a."""
        return dict(self._own.get("alternants", {}))

    # ---- names, dates, pictures ----

    @cached_property
    def no_names(self) -> Forms:
        """Capitalised words that are no names: days, months, forms of address."""
        return self._forms("no_names")

    @cached_property
    def same_names(self) -> Mapping[str, str]:
        """Folded names of places and bodies, each with the one that stands for all its names."""
        return {form: group[0] for group in self._own.get("same_names", ()) for form in group}

    @cached_property
    def demonyms(self) -> Forms:
        """Endings that make a people or an adjective of a place's name."""
        return self._forms("demonyms")

    @cached_property
    def joints(self) -> re.Pattern[str]:
        """What may stand between two words of one name."""
        behind = "|".join(map(re.escape, self._own.get("behind_names", ()))) or _NOWHERE.pattern
        return re.compile(rf"[ \u00a0]|-|\. |\.|, (?={behind})")

    @cached_property
    def day(self) -> str:
        """A regular expression for a day and its month, as datelines have them."""
        months = self._own.get("months", ())
        month = rf"(?:{'|'.join(months)})[a-z]{{0,6}}\.?" if months else _NOWHERE.pattern
        return rf"(?:{month} \d{{1,2}}|\d{{1,2}} {month})"

    @cached_property
    def partitives(self) -> Forms:
        """Words behind a sum that say what it is: 5 million in losses."""
        return self._forms("partitives")

    @cached_property
    def aged(self) -> Forms:
        """Words between somebody and an age: aged 47."""
        return self._forms("aged")

    @cached_property
    def of_age(self) -> Forms:
        """Words between a noun and an age: a man of 47."""
        return self._forms("of_age")

    @cached_property
    def years_old(self) -> frozenset[tuple[str, ...]]:
        """The two words that make an age of the number before them: 47-year-old."""
        return frozenset(tuple(map(fold, phrase.split())) for phrase in self._own.get("years_old", ()))

    @cached_property
    def purposes(self) -> Forms:
        """Words behind a sum that open what it is meant for: 5 million for roads."""
        return self._forms("purposes")

    @cached_property
    def steps(self) -> Forms:
        """Words that count on from a day of publication: next May, last Friday."""
        return self._forms("steps")

    @cached_property
    def nears(self) -> Mapping[str, str]:
        """Words for a part of a stretch of time, by which part they mean: early May, the end of May."""
        words = self._lists("dates").get("words", {})
        parts = {**words.get("near", {}), **words.get("edge", {})}
        return {fold(word): str(part) for word, part in parts.items()}

    @cached_property
    def measures(self) -> Forms:
        """Units that many things of one report are measured in."""
        return self._forms("measures")

    @cached_property
    def lengths(self) -> Forms:
        """Units of time whose number is a figure."""
        return self._forms("lengths")

    @cached_property
    def several(self) -> Mapping[str, str]:
        """Nouns for several by the noun for one of them, where no ending tells it: people, person."""
        return dict(self._own.get("several", {}))

    @cached_property
    def from_today(self) -> Mapping[str, int]:
        """Days told from the day of publication, by how many days off they are."""
        return dict(self._own.get("from_today", {}))

    @cached_property
    def picture(self) -> re.Pattern[str]:
        """The beginning of a line that tells of a picture."""
        nouns = self._pictures()
        return re.compile(rf"\A\W*+{nouns}\b", re.IGNORECASE) if nouns else _NOWHERE

    @cached_property
    def picture_credit(self) -> re.Pattern[str]:
        """The end of a paragraph that tells in brackets whose a picture is."""
        nouns = self._pictures()
        return re.compile(rf"\({nouns}s?\b[^()]*\)?\W*\Z", re.IGNORECASE) if nouns else _NOWHERE

    def _pictures(self) -> str:
        found = self._own.get("pictures", {})
        before = "|".join(f"{word} " for word in found.get("before", ()))
        nouns = "|".join(found.get("nouns", ()))
        return rf"(?:{before})?(?:{nouns})" if nouns else ""

    # ---- spelling ----

    @cached_property
    def spelled_alike(self) -> Mapping[str, str]:
        """Words and phrases that say the same, each with the one that stands for all."""
        found: dict[str, str] = {}
        for group in self._lists("style").get("same", ()):
            for form in group:
                found.setdefault(form, group[0].replace(" ", ""))
                found.setdefault(form.replace(".", ""), group[0].replace(" ", ""))
        return found

    @cached_property
    def style_endings(self) -> tuple[tuple[str, str], ...]:
        """Endings in two spellings, the longest first."""
        pairs = [(one, other) for one, other in self._lists("style").get("endings", ())]
        return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))

    @cached_property
    def possessive(self) -> re.Pattern[str]:
        """The end of a word that shows it to be somebody's."""
        return re.compile(self._own.get("possessive", {}).get("ending", _NOWHERE.pattern))

    @cached_property
    def doubled(self) -> tuple[re.Pattern[str], str]:
        """An ending whose letter some double, and what stands for it."""
        found = self._own.get("doubled", {})
        return re.compile(found.get("pattern", _NOWHERE.pattern)), found.get("by", "")

    @cached_property
    def inflections(self) -> Forms:
        """Endings that make another form of one word, not a slip; empty where none are known."""
        return frozenset(self._lists("slips").get("endings", ()))

    @cached_property
    def confusable(self) -> frozenset[Forms]:
        """Pairs of right words that a letter parts."""
        return frozenset(frozenset(pair) for pair in self._lists("slips").get("confusable", ()))

    @cached_property
    def fixed(self) -> Mapping[str, Forms]:
        """Heads of proper names by whole form, with those cut short."""
        return {word: frozenset(forms) for word, forms in self._lists("slips").get("fixed", {}).items()}

    def ordinary_words(self) -> Iterator[str]:
        """Words of our lists, from which it is learnt what letters follow each other; none where unknown."""
        for row in self._rows("loaded"):
            yield from re.findall(r"[a-z]{3,}", row["forms"])
        for name in _ORDINARY:
            yield from re.findall(r"[a-z]{3,}", repr(self._lists(name)))

    # ---- lexicons ----

    @cached_property
    def hedges(self) -> Lexicon:
        """Phrases that make a telling less sure."""
        data = self._lists("hedges")
        found = {
            key_of(phrase): Entry("hedge", group, "") for group in _HEDGES for phrase in data.get(group, ())
        }
        for frame in data.get("frames", ()):
            for words in product(*(slot.split("|") for slot in frame["slots"])):
                found.setdefault(key_of(" ".join(words)), Entry("hedge", frame["kind"], ""))
        return found

    @cached_property
    def loaded(self) -> Lexicon:
        """Evaluative and partisan phrases of all sides, with plain ones that mean the same."""
        found: dict[str, Entry] = {}
        for row in self._rows("loaded"):
            for phrase in row["forms"].split("|"):
                found.setdefault(key_of(phrase), Entry("loaded", row["group"], row["lean"]))
        return found

    @cached_property
    def sense(self) -> Sense:
        """Small words that turn what a sentence says."""
        return Sense.of(self._lists("sense"))

    @cached_property
    def labels(self) -> Forms:
        """Plain words of people that judge them where another plain word of the same people stood."""
        return self._forms("labels")

    @cached_property
    def crediting(self) -> Crediting:
        """Words by which a credit is told."""
        found = self._own.get("crediting", {})
        named = {name: frozenset(found.get(name.rstrip("_"), ())) for name in Crediting.__slots__}
        return Crediting(**named)

    def _forms(self, name: str) -> Forms:
        return frozenset(map(fold, self._own.get(name, ())))
