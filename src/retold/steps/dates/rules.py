"""Rules of `dates.toml` compiled to regular expressions over marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from retold.language import Language
from retold.language.macros import expanded
from retold.steps.dates.reach import Marks, Piece, Places, Reach, places_of, reach_of
from retold.steps.dates.tokens import Endings, Lexicon, Tokens, Value

_PIECE = re.compile(r"(?:(?P<key>[a-z_]\w*):)?(?P<name>\w+|[,-])|(?P<sign>[()|?])")
_SHAPES = frozenset((
    "N", "DAY", "YEAR", "ISO", "SLASH", "CLOCK", "DECADE", "SHORTDECADE", "SHORTYEAR", "DAYTH", "OWN", "QN",
    "FISCALYEAR",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to name a time: what it looks like and who reads it."""

    pattern: re.Pattern[str]
    reach: Reach
    groups: tuple[tuple[str, str, str], ...]  # group of the pattern, key, class
    read: str

    def matches(self, marks: str, places: Places, present: Marks) -> Iterator[re.Match[str]]:
        """Where the rule matches; one piece beyond a stretch is seen, since it may have to be there."""
        for low, high in self.reach.stretches(places, present):
            yield from self.pattern.finditer(marks, low, high + 1)


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a rule matched: pieces `low` to before `high`, kept words by key."""

    low: int
    high: int
    read: str
    kept: Mapping[str, Value]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Lexicon and rules of one language."""

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    lists: Mapping[str, frozenset[str]]  # doubtful, leads, ahead …
    stop: str  # mark of what ends a sentence
    lower: frozenset[str]  # marks of words without a capital

    def finds(self, tokens: Tokens) -> list[Found]:
        """Finds in order and without overlap: the longest stands, then the earlier rule."""
        places = places_of(tokens.marks)
        present = frozenset(places)
        ranked = sorted(
            (match.start() - match.end(), order, match.start(), match)
            for order, rule in enumerate(self.rules)
            for match in rule.matches(tokens.marks, places, present)
        )
        taken = bytearray(len(tokens.words))
        kept = []
        for _, order, low, match in ranked:
            if not any(taken[low : match.end()]):
                taken[low : match.end()] = b"\1" * (match.end() - low)
                kept.append(self._found(self.rules[order], match, tokens))
        return sorted(kept, key=lambda found: found.low)

    def _found(self, rule: Rule, match: re.Match[str], tokens: Tokens) -> Found:
        kept: dict[str, Value] = {}
        for group, key, name in rule.groups:
            place = match.start(group)
            if place >= 0:
                kept[key] = self._value(name, tokens.words[place])
        return Found(match.start(), match.end(), rule.read, kept)

    def _value(self, name: str, word: str) -> Value:
        if name in _SHAPES:
            return word
        listed = self.lexicon.classes.get(name, {})
        return listed.get(word, word)


@cache
def grammar(language: Language) -> Grammar | None:
    """The grammar of a language's `dates.toml`, compiled once; None where it has none.

    Only rules and the words they name must be there: a list that the file lacks is empty.
    """
    data = language.dates
    if data is None:
        return None
    macros = data.get("macros", {})
    texts = [expanded(text, macros) for rule in data["rules"] for text in _patterns(rule)]
    literals = {match["name"] for text in texts for match in _PIECE.finditer(text) if _literal(match)}
    capital, small = (data.get(name, ()) for name in ("capital", "small"))
    lexicon = Lexicon(data["words"], capital, literals, _endings(data), small)
    named = {key: frozenset(row) for key, row in data.items() if isinstance(row, list) and key != "rules"}
    lists = defaultdict[str, frozenset[str]](frozenset, named)
    rules = tuple(_rule(rule, macros, lexicon) for rule in data["rules"])
    return Grammar(lexicon, rules, lists, lexicon.marks("STOP"), frozenset(lexicon.marks("WORD")))


def _endings(data: Mapping[str, Any]) -> Endings:
    ordinals, owners, contractions, day_first = (
        data.get(name, ()) for name in ("ordinal_endings", "possessive", "contractions", "day_first")
    )
    halves = data.get("compound_heads", ()), data.get("compound_tails", ())
    clocks, elided, fiscal = (data.get(name, ()) for name in ("clocks", "elided", "fiscal_letters"))
    return Endings(ordinals, owners, contractions, day_first, halves, clocks, elided, fiscal)


def _patterns(rule: Mapping[str, str]) -> list[str]:
    return [value for key, value in rule.items() if key != "read"]


def _literal(match: re.Match[str]) -> bool:
    name = match["name"]
    return name is not None and name.islower()


def _rule(given: Mapping[str, Any], macros: Mapping[str, str], lexicon: Lexicon) -> Rule:
    groups: list[tuple[str, str, str]] = []
    match = expanded(given["match"], macros)
    body = _compile(match, lexicon, groups)
    around = {key: _charset(given[key], lexicon) for key in given if key not in ("match", "read")}
    after = f"(?<={around['after']})" if "after" in around else ""
    not_after = f"(?<!{around['not_after']})" if "not_after" in around else ""
    before = f"(?={around['before']})" if "before" in around else ""
    not_before = f"(?!{around['not_before']})" if "not_before" in around else ""
    pattern = re.compile(f"{after}{not_after}(?:{body}){before}{not_before}")
    return Rule(pattern, reach_of(_pieces(match, lexicon)), tuple(groups), given["read"])


def _pieces(text: str, lexicon: Lexicon) -> list[Piece]:
    return [m["sign"] or frozenset(lexicon.marks(m["name"])) for m in _PIECE.finditer(text)]


def _charset(choices: str, lexicon: Lexicon) -> str:
    """One piece out of `A | B | c`."""
    sets = [lexicon.charset(name.strip())[1:-1] for name in choices.split("|")]
    return f"[{''.join(sets)}]"


def _compile(text: str, lexicon: Lexicon, groups: list[tuple[str, str, str]]) -> str:
    parts = []
    for match in _PIECE.finditer(text):
        if match["sign"] is not None:
            parts.append("(?:" if match["sign"] == "(" else match["sign"])
            continue
        piece = lexicon.charset(match["name"])
        if match["key"] is not None:
            name = f"g{len(groups)}"
            groups.append((name, match["key"], match["name"]))
            piece = f"(?P<{name}>{piece})"
        parts.append(piece)
    return "".join(parts)
