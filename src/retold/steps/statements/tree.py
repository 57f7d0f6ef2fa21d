"""The parse of one sentence with every token tied to the article's characters."""

from __future__ import annotations

from dataclasses import dataclass, replace

from retold.language.grammar import Grammar
from retold.language.names import Names
from retold.language.parsing import Parse
from retold.language.speech import Speech
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.segments import Segment

_NOT_FIRST = frozenset({",", ":", "``", "-LRB-", "VBD"})  # “…,” chuckled Kael, read as one who is chuckled
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # tags of verbs that have a tense, and of modals
_STOPS = frozenset({",", ":", "``", "''", ".", "_SP", "CC"})
_BULLETS = frozenset("•·*▪◦‣")
_HYPHENS = frozenset("-‐‑")
_BESIDE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "dative"})
_NOUN_PARTS = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "case", "quantmod", "predet", "advmod"}
)


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens of one segment as parallel lists; numbers are token numbers."""

    segment: Segment
    words: list[str]
    lower: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    kids: list[list[int]]
    starts: list[int]  # characters of the article
    ends: list[int]
    quotes: list[int]  # number of the quotation the token stands in or for, -1 for none
    lexicon: Lexicon
    dummy: list[bool]  # whether the token stands in for a quotation

    @property
    def speech(self) -> Speech:
        """How the language of the article reports speech."""
        return self.lexicon.speech

    @property
    def grammar(self) -> Grammar:
        """Its small words."""
        return self.lexicon.grammar

    @property
    def names(self) -> Names:
        """What it knows of names."""
        return self.lexicon.names

    def __len__(self) -> int:
        return len(self.words)

    def having(self, token: int, *deps: str) -> list[int]:
        """The token's children with one of these labels."""
        return [kid for kid in self.kids[token] if self.deps[kid] in deps]

    def reach(self, token: int) -> tuple[int, int]:
        """First and last token of everything below this token, itself included."""
        low = high = token
        stack = [token]
        while stack:
            one = stack.pop()
            low, high = min(low, one), max(high, one)
            stack.extend(self.kids[one])
        return low, high

    def above(self, token: int) -> list[int]:
        """The token and what governs it, up to the root."""
        found = [token]
        while self.heads[token] != token and len(found) <= len(self.words):
            token = self.heads[token]
            found.append(token)
        return found

    def noun(self, head: int) -> tuple[int, int]:
        """First and last token of a noun phrase, without clauses and appositions."""
        low = high = head
        for kid in self.kids[head]:
            if self.deps[kid] in _NOUN_PARTS and kid < head and not self.dummy[kid]:
                first = self.reach(kid)[0]
                apart = any(self.tags[t] == ":" for t in range(first, head))
                low = low if apart else min(low, first)
            elif self.deps[kid] == "prep" and self.lower[kid] in self.grammar.inside and kid == high + 1:
                high = self._phrase_end(kid)
            elif self.deps[kid] == "nummod" and kid == high + 1 and self.tags[head].startswith("NN"):
                high = kid  # Article 12
        while low < head and (
            self.tags[low] in _NOT_FIRST or self.words[low] in _BULLETS or self._is_day(low, head)
        ):
            low += 1
        return self._behind_place(low, head), high

    def _behind_place(self, low: int, head: int) -> int:
        """Where a name begins behind a word of place read as part of it: [Outside court] Ms Kael said."""
        lists = self.names
        if low or not (self.lower[0] in lists.placing or self.lower[0] in lists.prepositions):
            return low
        return next((t for t in range(head + 1) if self.tags[t].startswith("NNP")), low)

    def _is_day(self, token: int, head: int) -> bool:
        """Whether a day stands before somebody's name: On [Friday] Ana Kael said."""
        names = self.lexicon.names
        named = self.tags[token + 1].startswith("NNP") and self.lower[head] not in names.marks
        return self.lower[token] in names.weekdays and named

    def _phrase_end(self, preposition: int) -> int:
        """Last token of "of the dock workers", stopping before a clause or a comma."""
        objects = self.having(preposition, "pobj")
        head = self.heads[preposition]
        titled = self.lower[head] in self.names.ranks and self.tags[head] == "NNP"  # the Bishop of Tarn
        proper = self.tags[head].startswith(("NNP", "PRP")) and self.words[head][0].isupper()
        if not objects or (proper and not titled):
            return preposition - 1
        end = self.noun(objects[0])[1]
        return preposition - 1 if titled and self.tags[end] != "NNP" else end

    def before_stops(self, low: int, high: int) -> int:
        """The last token of a range that is no sign and joins nothing to what follows."""
        while high > low and self.tags[high] in _STOPS:
            high -= 1
        return high

    def ends_with(self, token: int) -> bool:
        """Whether the sentence ends with a token, its stop aside."""
        return all(tag in (".", "_SP") for tag in self.tags[token + 1 :])

    def phrase_end(self, head: int) -> int:
        """Last character of all that depends on a phrase, up to its first comma or clause."""
        high = self.reach(head)[1]
        for token in range(head + 1, high + 1):
            timed = self.lower[token] in self.speech.clause_times  # a docker [as Kael left]
            if timed or self.tags[token] in (",", ":") or self.tags[token].startswith(("VB", "W")):
                return self.ends[token - 1]
        return self.ends[high]

    def at(self, char: int) -> int | None:
        """The token that stands on a character of the article."""
        return next((t for t in range(len(self)) if self.starts[t] <= char < self.ends[t]), None)

    def span(self, low: int, high: int) -> tuple[int, int]:
        """Characters from token `low` to token `high`, both included."""
        return self.starts[low], self.ends[high]


def _lower(word: str, shouted: bool, initials: frozenset[str]) -> str:
    """A word in lower case; the initials of a body that look like a small word stay (WHO, IT)."""
    return word if word in initials and not shouted else word.lower()


def _with_prefixes(parse: Parse) -> Parse:
    """The parse with nouns that own their prefix, where it has two nouns: the vice-president, an ex-wife."""
    heads, deps = list(parse.heads), list(parse.deps)
    for hyphen in range(1, len(parse.words) - 1):
        prefix, noun = hyphen - 1, hyphen + 1
        if parse.words[hyphen] not in _HYPHENS or not _is_one_word(parse, hyphen):
            continue
        beside = deps[noun] == deps[prefix] and heads[noun] == heads[prefix] and deps[noun] in _BESIDE
        if not beside and (deps[noun], heads[noun]) != ("appos", prefix):
            continue
        root = heads[prefix] == prefix
        heads[noun], deps[noun] = (noun if root else heads[prefix]), deps[prefix]
        heads = [noun if head == prefix and at != noun else head for at, head in enumerate(heads)]
        heads[prefix], deps[prefix] = noun, "compound"
        heads[hyphen], deps[hyphen] = noun, "punct"
    return replace(parse, heads=heads, deps=deps)


def _with_compounds(parse: Parse) -> Parse:
    """The parse with nouns read as subjects of the next one as parts of it: the [court] usher said."""
    heads, deps = list(parse.heads), list(parse.deps)
    for at in range(len(parse.words) - 1):
        noun = at + 1
        beside = deps[at] == "nsubj" == deps[noun] and heads[at] == noun and heads[noun] > noun
        if (
            beside
            and parse.tags[at] == "NN"
            and parse.tags[noun] in ("JJ", "NN")
            and parse.words[noun].islower()
        ):
            deps[at] = "compound"
            heads = [
                noun if heads[t] == at and deps[t] in _NOUN_PARTS else heads[t] for t in range(len(heads))
            ]
    return replace(parse, heads=heads, deps=deps)


def _is_one_word(parse: Parse, hyphen: int) -> bool:
    """Whether a hyphen stands between two words without a space."""
    before, behind = parse.starts[hyphen - 1], parse.starts[hyphen + 1]
    close = before + len(parse.words[hyphen - 1]) == parse.starts[hyphen] == behind - len(parse.words[hyphen])
    return close and all(parse.tags[t].startswith(("NN", "JJ", "RB")) for t in (hyphen - 1, hyphen + 1))


def _with_gerunds(parse: Parse, lexicon: Lexicon) -> Parse:
    """The parse with participles of saying that were read as nouns: had sent word, [writing]: “…”."""
    tags = list(parse.tags)
    for at in range(1, len(parse.words) - 1):
        set_off = parse.words[at - 1] == "," and parse.words[at + 1] == ":" and tags[at] == "NN"
        word = parse.words[at]
        if set_off and word in lexicon.speech.verbs and word.endswith(lexicon.grammar.gerund):
            tags[at] = "VBG"
    return replace(parse, tags=tags)


def _with_ages(parse: Parse, lexicon: Lexicon) -> Parse:
    """The parse with somebody's age as the subject of the verb behind it: The 34-year-old said."""
    heads, deps, tags = list(parse.heads), list(parse.deps), list(parse.tags)
    for at in range(5, len(parse.words) - 1):
        low, verb = at - 4, at + 1
        aged = "".join(parse.words[low + 1 : verb]).lower() in lexicon.grammar.aged and tags[low] == "CD"
        led = aged and tags[low - 1] == "DT" and tags[verb] in FINITE and deps[at] not in _BESIDE
        if not led or any(one == verb and dep == "nsubj" for one, dep in zip(heads, deps, strict=True)):
            continue
        for part in range(low - 1, at):
            heads[part], deps[part] = at, "compound"
        heads[at], deps[at], tags[at] = verb, "nsubj", "NN"
    return replace(parse, heads=heads, deps=deps, tags=tags)


def _end(segment: Segment, at: int, start: int, word: str) -> int:
    """Where a word ends in the article; one that a line breaks there goes on in a second run."""
    last = at + len(word) - 1
    run = segment.run(last)
    return run.start + last - run.at + 1 if run.goes_on and run.at > at else start + len(word)


def tree(segment: Segment, parse: Parse, lexicon: Lexicon) -> Tree:
    """Tie a parse of a segment's simplified text to the article, its labels made those of the rules."""
    parse = _with_ages(_with_gerunds(_with_compounds(_with_prefixes(parse)), lexicon), lexicon)
    kids: list[list[int]] = [[] for _ in parse.words]
    shouted = not any(word.islower() for word in parse.words)
    for token, head in enumerate(parse.heads):
        if head != token:
            kids[head].append(token)
    runs = [segment.run(at) for at in parse.starts]
    words = [run.word or word for run, word in zip(runs, parse.words, strict=True)]
    starts, ends = [], []
    for word, at, run in zip(words, parse.starts, runs, strict=True):
        start = run.start if run.dummy else run.start + at - run.at
        starts.append(start)
        ends.append(start if run.dummy else _end(segment, at, start, word))
    return Tree(
        segment=segment,
        words=words,
        lower=[_lower(word, shouted, lexicon.grammar.initials) for word in words],
        tags=parse.tags,
        deps=[lexicon.labels.get(label, label) for label in parse.deps],
        heads=parse.heads,
        kids=kids,
        starts=starts,
        ends=ends,
        quotes=[run.quote for run in runs],
        lexicon=lexicon,
        dummy=[run.dummy for run in runs],
    )
