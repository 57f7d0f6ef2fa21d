"""A language as an object: everything the steps may know of one, in named sections.

A language is a folder of lists (TOML and CSV) with a few rules in Python (`Rules`). A section
is built when it is first asked for. Steps are handed a `Language` and ask its sections; none of
them names a language or holds a word list. A section that a language may lack is None then,
and the step that needs it gives nothing: no guess by the rules of another language.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from retold import parameters
from retold.language.background import Background
from retold.language.editing import Editing
from retold.language.folding import form, kept_fold
from retold.language.grammar import Grammar
from retold.language.marks import Marks
from retold.language.names import Names
from retold.language.notices import Notices
from retold.language.numbers import Numbers
from retold.language.patterns import Patterns
from retold.language.sentences import Abbreviations
from retold.language.speech import Speech

if TYPE_CHECKING:
    from retold.language.parsing import Parser

_PREFIX = parameters.of("language", "stems").integer("prefix")


def _prefix(word: str) -> str:
    return word[:_PREFIX]


@cache
def shared(name: str) -> Mapping[str, Any]:
    """The lists that hold in any language."""
    file = files(__package__).joinpath("und", f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _invariable(base: str) -> tuple[str, ...]:
    return (base,)


@dataclass(frozen=True, slots=True)
class Rules:
    """What of a language is a rule and not a list; the defaults hold for any language.

    `stem` takes a folded word without its ending; `inflected` gives the other forms of a regular
    verb; `parser` loads a dependency parser; `labels` maps the parser's dependency labels to
    those that the rules of speech know (CLEAR, as spaCy's English models have them).
    """

    stem: Callable[[str], str] = _prefix
    inflected: Callable[[str], tuple[str, ...]] = _invariable
    parser: Callable[[], Parser] | None = None
    labels: Mapping[str, str] = field(default_factory=dict)


class Language:
    """One language by its ISO 639-1 code, `und` for one that nothing is known of.

    Two objects of one code are one: `retold.language.of` keeps them. A process that is sent a
    language gets its own of the same code.
    """

    def __init__(self, code: str, folder: Traversable | None = None, rules: Rules | None = None) -> None:
        """`folder` holds the lists; without one the language is universal and has none."""
        self.code, self._folder, self.rules = code, folder, rules or Rules()
        self.lists = cache(self._read_lists)
        self.rows = cache(self._read_rows)

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        from retold import language

        return language.of, (self.code,)

    @property
    def packed(self) -> bool:
        """Whether there is a pack of this language; without one no speech and no dates are read."""
        return self._folder is not None

    # ---- words ----

    @staticmethod
    def fold(word: str) -> str:
        """The word as it is compared; see `folding.fold`."""
        return kept_fold(word)

    def stem(self, word: str) -> str:
        """A folded word without its ending."""
        return self.rules.stem(word)

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Folded words of the grammar, which tell nothing by themselves; empty where none are known."""
        return frozenset(self.lists("words").get("function", ()))

    @cached_property
    def function_forms(self) -> frozenset[int]:
        """The hashes of the function words, as `Words.forms` has them."""
        return frozenset(map(form, self.function_words))

    @cached_property
    def background(self) -> Background | None:
        """How many texts of the language hold each word; None where nobody has counted."""
        table = self._text("background.csv")
        return Background.of(table, self.function_words) if table else None

    # ---- sections ----

    @cached_property
    def abbreviations(self) -> Abbreviations:
        """Words with a full stop that ends no sentence, and words that open one."""
        return Abbreviations.of(self.lists("abbreviations"))

    @cached_property
    def names(self) -> Names:
        """Titles, particles, nicknames, bodies; whether two names can be one."""
        return Names.of(
            self.lists("titles"), self.lists("roles"), self.lists("nicknames"), self.abbreviations
        )

    @cached_property
    def numbers(self) -> Numbers:
        """Figures in words and digits, their units, bounds and what they count; without a pack in digits."""
        return Numbers.of(self.lists("numbers") or shared("numbers"), self.lists("counted"))

    @cached_property
    def grammar(self) -> Grammar:
        """Function words and endings by what they do; empty where none are known."""
        return Grammar.of(self.lists("grammar"))

    @cached_property
    def capital_nouns(self) -> bool:
        """Whether common nouns have capitals too, so that a capital alone makes no name."""
        return bool(self.lists("grammar").get("capital_nouns"))

    @cached_property
    def marks(self) -> Marks:
        """Which apostrophes are no quotation marks; by their shape alone where no words are known."""
        return Marks.of(self.lists("marks"))

    @cached_property
    def speech(self) -> Speech | None:
        """How speech is reported: cues with their frames, occasions, pronouns; None where unknown."""
        cues = self.lists("cues")
        return Speech.of(cues, self.rules.inflected, self.grammar.plural) if cues else None

    @cached_property
    def patterns(self) -> Patterns | None:
        """How speech is read by patterns over names and verbs; None where a parser is needed."""
        found = self.lists("patterns")
        return Patterns.of(found) if found else None

    @cached_property
    def editing(self) -> Editing:
        """How editors change words: slips, house style, hedges, loaded words; empty lists where unknown."""
        return Editing(self.lists, self.rows)

    @cached_property
    def notices(self) -> Notices:
        """What it knows of notes of a desk; empty lists where unknown."""
        return Notices(self.lists("editing"))

    @property
    def dates(self) -> Mapping[str, Any] | None:
        """The rules of dates as tables (see `steps.dates.rules`); None where unknown."""
        return self.lists("dates") or None

    @property
    def credits(self) -> Mapping[str, Any]:
        """How credits are worded, as tables (see `steps.credits.find`).

        Without a pack they are those that any language signs with, and only known agencies are named.
        """
        return self.lists("credits") or shared("credits")

    @property
    def credit_lines(self) -> Sequence[str]:
        """Patterns of lines that credit somebody, such as stand at the edges of a page."""
        patterns: Sequence[str] = self.lists("furniture").get("credits", {}).get("patterns", ())
        return patterns

    # ---- the folder ----

    def _read_lists(self, name: str) -> Mapping[str, Any]:
        """The tables of `NAME.toml`, empty where the language has none; shared, so not to be changed."""
        text = self._text(f"{name}.toml")
        return tomllib.loads(text) if text else {}

    def _read_rows(self, name: str) -> Sequence[Mapping[str, str]]:
        """The rows of `NAME.csv`, none where the language has no such table."""
        lines = (line for line in self._text(f"{name}.csv").splitlines() if line and not line.startswith("#"))
        return tuple(csv.DictReader(lines))

    def _text(self, name: str) -> str:
        file = None if self._folder is None else self._folder.joinpath(name)
        return file.read_text(encoding="utf-8") if file is not None and file.is_file() else ""
