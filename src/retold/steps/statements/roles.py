"""What is told of somebody beside his name: the words that lead up to it, and an apposition behind it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from retold import parameters
from retold.language.grammar import Grammar
from retold.language.names import Names, name_key, unowned
from retold.steps.statements.bodies import Token
from retold.steps.statements.names import Name

_WINDOW = parameters.of("statements", "entities").integer("window")


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun said of somebody, with the words around it, at a place of the text."""

    kin: str
    words: frozenset[str]
    at: int
    office: frozenset[str] = frozenset()  # the last of two such nouns: attorney [general]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words and signs of an article around each of its namings; places are numbers of tokens.

    `heads` are the first characters of sentences.
    """

    stream: Sequence[Token]
    starts: Sequence[int]  # first characters of the tokens
    heads: frozenset[int]
    lists: Names
    grammar: Grammar

    def before(self, at: int) -> list[str]:
        """Words that lead up to a name without a break: the head of the dock union."""
        found: list[str] = []
        comma = at > 0 and self.stream[at - 1][0] == ","
        if at and self.stream[at - 1][0] in self.grammar.genitive:
            return []  # the envoy of Tarn, the widow of Jan Orme: somebody else is the envoy
        at -= comma
        for n in range(at - 1, max(0, at - _WINDOW) - 1, -1):
            word, start, _ = self.stream[n]
            if self._owns(n):
                continue  # the builders’ guild
            joining = word in self.grammar.joining and any(one in self.lists.kin for one in found)
            joining = joining or self._leads_to_title(word, found)
            if joining or not self._leads_up(word):
                break
            found.append(name_key(word))
            if start in self.heads:
                break
        found.reverse()
        if not comma or (found and found[0] in self.grammar.apposed):
            return found
        return found[-2:] if self._is_owned(at, found) else []

    def _leads_to_title(self, word: str, found: Sequence[str]) -> bool:
        """Whether a preposition leads to the name and its title: an aide [to] Governor Kael is not he."""
        lists = self.lists
        borne = lists.kin.keys() | lists.men | lists.women  # the Secretary of State is no state
        titled = all(one in lists.ranks and one in borne and one not in lists.fields for one in found)
        return bool(found) and titled and word in self.grammar.inside | self.grammar.addressee

    def _owns(self, n: int) -> bool:
        """Whether a sign is the end of an owner in the plural: of the builders[’] guild."""
        word, start, _ = self.stream[n]
        plural = n > 0 and self.stream[n - 1][2] == start and self.grammar.is_plural(self.stream[n - 1][0])
        return word in ("'", "’") and plural

    def _is_owned(self, at: int, words: Sequence[str]) -> bool:
        """Whether the words that end at a token are kin of one named as owner: Orme’s [sister], Ana."""
        owner = self.stream[at - 2][0] if len(words) > 1 else ""
        return bool(words) and words[-1] in self.lists.family and unowned(owner) != owner

    def behind(self, name: Name, count: int) -> list[str]:
        """So many words and signs behind a naming, fewer at the end of the text."""
        at = bisect_left(self.starts, name.end)
        return [word for word, _, _ in self.stream[at : at + count]]

    def apposition(self, name: Name) -> list[str]:
        """Words of an apposition: Ana Kael, the head of the dock union,"""
        comma, *behind = self.behind(name, 1 + _WINDOW) or [""]
        if comma != ",":
            return []
        words = [name_key(word) for word in takewhile(self._leads_up, behind)]
        opens = bool(words) and (words[0] in self.lists.articles or words[0] in self.lists.kin)
        set_in = behind[len(words) + 1 : len(words) + 2] == [","]  # Dr Kael, the clerk said, had died
        return words if opens and not (set_in and behind[len(words)] in self.lists.breaks) else []

    def age(self, name: Name) -> str:
        """The age that stands between commas behind a name, '' for none: Jan Orme, 38, said."""
        behind = self.behind(name, 3)
        aged = len(behind) == 3 and behind[0] == "," and behind[1].isdecimal() and behind[2] in (",", ".")
        return behind[1] if aged else ""

    def is_articled(self, name: Name) -> bool:
        """Whether an article stands before a naming that no noun follows: the Fed said; not the Kael plan."""
        at = bisect_left(self.starts, name.start)
        if name.titles or not at or self.stream[at - 1][0].lower() not in self.lists.definite:
            return False
        word = next(iter(self.behind(name, 1)), ".")
        small = word in self.lists.breaks or word in self.lists.prepositions
        return small or not word[0].isalnum()

    def before_pronoun(self, name: Name) -> bool:
        """Whether a comma and a pronoun follow a name: in Elmhart, Indrana, [he] said."""
        behind = self.behind(name, 2)
        return len(behind) == 2 and behind[0] == "," and behind[1] in self.grammar.pronouns

    def shared_out(self, words: Sequence[str]) -> list[list[str]]:
        """“leaders of the dockers and the pilots” as one role for each of two."""
        plural = bool(words) and words[0] in self.lists.kin and self.grammar.is_plural(words[0])
        joints = [at for at, word in enumerate(words) if word in self.grammar.joining]
        if not plural or len(joints) != 1 or not self.grammar.genitive.intersection(words):
            return []
        return [list(words[: joints[0]]), [words[0], *words[joints[0] + 1 :]]]

    def _leads_up(self, word: str) -> bool:
        """Whether a word may stand within a title: capitals, role nouns, their links and qualifiers."""
        lower, lists = word.lower(), self.lists
        if not word[0].isalnum():
            return word in lists.links
        if lower in lists.breaks:
            return False
        known = lower in lists.links or lower in lists.ranks or lower in lists.kin or lower in lists.plain
        return known or word[0].isupper() or lower in lists.bodies or self._plain_noun(lower)

    def _plain_noun(self, word: str) -> bool:
        """A lower-case word that may qualify a role: long enough, and no common verb ending."""
        verb = word.endswith(self.grammar.verbal) or word in self.lists.breaks
        return len(word) > 2 and word.isalpha() and not verb


def roles_in(words: Sequence[str], at: int, lists: Names) -> list[Role]:
    """The roles that these words beside a name tell, each with its place `at` in characters."""
    around = frozenset(word for word in words if word not in lists.links and word not in lists.plain)
    heads = {lists.kin[word] for word in words if word in lists.kin}
    kin, plain = lists.kin, lists.plain
    nouns = [(a, b) for a, b in pairwise(words) if a in kin and b in kin and a not in plain]
    in_order = [(a, b) for a, b in nouns if words.index(a) < words.index(b)]
    office = frozenset(b for a, b in in_order if lists.kin[a] != lists.kin[b])
    return [Role(head, around, at, office) for head in sorted(heads)]
