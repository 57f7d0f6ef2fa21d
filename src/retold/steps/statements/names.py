"""Names as they stand in a text: runs of capitals, cut into titles and the name itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from retold import gazetteer, parameters

Forms = frozenset[str]
Token = tuple[str, int, int]  # the characters, start, end
Met = tuple[set[str], set[str]]  # words that stand in lower case; with a capital inside a sentence

_TOKEN = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W_]\w*(?:[-'’.&]\w+)*|[^\w\s]")
_P = parameters.of("statements", "names")
_LOUD = _P.integer("loud")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:al|el|ul|an|ar|as|ash|at|az|ad)-(?=[^\W\d_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Titles:
    """Word lists that cut a run of capitals."""

    ranks: Forms
    men: Forms
    women: Forms
    particles: Forms
    suffixes: Forms
    kin: dict[str, str]  # role noun → the noun that stands for its kin
    bodies: Forms
    marks: Forms
    never: Forms
    plain: Forms
    openers: Forms
    given_men: Forms
    given_women: Forms
    prepositions: Forms
    placing: Forms
    articles: Forms
    links: Forms
    breaks: Forms


@cache
def titles(language: str = "en") -> Titles:
    """The lists of a language; read on the first call."""
    data, roles = gazetteer.toml(f"{language}/titles"), gazetteer.toml(f"{language}/roles")
    return Titles(
        ranks=frozenset(data["ranks"]) | frozenset(data["men"]) | frozenset(data["women"]),
        men=frozenset(data["men"]),
        women=frozenset(data["women"]),
        particles=frozenset(data["particles"]),
        suffixes=frozenset(data["suffixes"]),
        kin={noun: kin for kin, nouns in roles["kin"].items() for noun in nouns},
        bodies=frozenset(roles["bodies"]["nouns"]),
        marks=frozenset(roles["bodies"]["marks"]),
        never=frozenset(roles["bodies"]["never"]),
        plain=frozenset(roles["bodies"]["plain"]),
        openers=frozenset(gazetteer.toml(f"{language}/abbreviations")["openers"]),
        given_men=frozenset(data["given"]["men"]),
        given_women=frozenset(data["given"]["women"]),
        **{name: frozenset(words) for name, words in data["around"].items()},
    )


@dataclass(frozen=True, slots=True)
class Name:
    """One naming of somebody or something.

    `start` and `end` cover the name without titles; `words` are its tokens as
    printed, `keys` the same made comparable; `titles` the words before it.
    """

    start: int
    end: int
    words: tuple[str, ...]
    keys: tuple[str, ...]
    titles: tuple[str, ...]
    body: bool  # looks like a body or a place, not like a person
    initial: bool  # the first word of its sentence, so that its capital says little

    @property
    def printed(self) -> str:
        """The name in print, without titles."""
        return " ".join(self.words)


def key(word: str) -> str:
    """A word of a name as it is compared: folded, without accents, article or possessive.

    >>> key("al-Borouni’s"), key("Müller"), key("O’Marrow")
    ('borouni', 'muller', "o'marrow")
    """
    bare = _ARTICLE.sub("", _POSSESSIVE.sub("", word)).replace(".", "").replace("’", "'")
    decomposed = unicodedata.normalize("NFKD", bare)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def tokens(text: str) -> list[Token]:
    """Words and signs with their places."""
    return [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def names(stream: list[Token], starts: frozenset[int], language: str = "en") -> Iterator[Name]:
    """The names in a stream of tokens; `starts` are characters at which a sentence begins."""
    lists = titles(language)
    common = {word for word, _, _ in stream if word.islower()}
    proper = {word for word, start, _ in stream if start not in starts and word[0].isupper()}
    run: list[Token] = []
    before = ""
    for token in stream:
        tag, before = before == "#", token[0]
        if tag:
            continue  # a tag of the net names nobody
        if token[1] not in starts and _continues(run, token, lists):
            run.append(token)
            continue
        yield from _cut(run, starts, (common, proper), lists)
        run = [token] if _capital(token[0]) else []
    yield from _cut(run, starts, (common, proper), lists)


def _capital(word: str) -> bool:
    return word[0].isupper() or bool(_ARTICLE.match(word) and word[3:4].isupper())


def _continues(run: list[Token], token: Token, lists: Titles) -> bool:
    """Whether the token goes on with the run of capitals."""
    if not run:
        return False
    last, _, end = run[-1]
    word, start, _ = token
    if _POSSESSIVE.search(last) and last[-1] in "sS'’" and ("'" in last or "’" in last):
        return False
    if word == ".":
        return start == end and (
            len(last) == 1 or last.lower() in lists.ranks or last.lower() in lists.suffixes
        )
    if start - end > 2:
        return False
    return _capital(word) or (word in lists.particles and last != "." and start - end == 1)


def _cut(run: list[Token], starts: frozenset[int], met: Met, lists: Titles) -> Iterator[Name]:
    """A run of capitals as a name with its titles; nothing for common words with a capital."""
    while run and (run[-1][0] in lists.particles or run[-1][0] == "."):
        run = run[:-1]
    run = _without_headline(run, met[0])
    initial = bool(run) and run[0][1] in starts
    while run and _opener(run, initial, met, lists):
        run = run[1:]
        initial = False
    if not run:
        return
    realm = _realm(run)
    if realm:
        yield _name([], run[:realm], initial, lists)
        run, initial = run[realm:], False
    split = _title_end(run, lists)
    if key(run[-1][0]) in lists.marks:
        split = 0  # the State Department, the Prime Minister's Office
    front, core = run[:split], [t for t in run[split:] if t[0] != "."]
    while len(core) > 1 and key(core[-1][0]) in lists.suffixes:
        core = core[:-1]
    if core and key(core[-1][0]) not in lists.ranks:
        yield _name(front, core, initial and not front, lists)


def _without_headline(run: list[Token], common: set[str]) -> list[Token]:
    """The run without a headline in capitals that runs into it: RISING WATERS Kael said."""
    loud = [word for word, _, _ in run if word.isupper() and len(word) >= _LOUD]
    plain = [at for at, (word, _, _) in enumerate(run) if not word.isupper()]
    met = any(word.lower() in common for word in loud)
    if plain:
        return run[plain[0] :] if met or len(loud) > 1 else run
    return [] if met or len(run) > 3 or (len(run) == 3 and len(loud) > 1) else run


def _opener(run: list[Token], initial: bool, met: Met, lists: Titles) -> bool:
    """Whether the first word of the run owes its capital to the sentence."""
    word = run[0][0].lower()
    if word in lists.openers:
        return not _initials(run)
    common, proper = met
    gerund = word.endswith("ing") and (len(run) == 1 or run[0][0] not in proper)  # Praising Ana Kael, he said
    known = word in lists.ranks or word in lists.marks or word in lists.bodies
    return initial and (word in common or gerund) and not known


def _initials(run: list[Token]) -> bool:
    """Whether a run is the initials of a body that spell a small word: WHO, alone among small letters."""
    return len(run) == 1 and len(run[0][0]) > 2 and run[0][0].isupper()


def _title_end(run: list[Token], lists: Titles) -> int:
    """Number of leading tokens that are titles: up to the last rank that a name follows."""
    last = 0
    for at, (word, _, _) in enumerate(run[:-1]):
        if key(word) in lists.ranks or key(word) in lists.kin:
            last = at + 1
    while last < len(run) - 1 and run[last][0] == ".":
        last += 1
    return last


def _realm(run: list[Token]) -> int:
    """Number of leading tokens that name a union of states before somebody's full name."""
    united = (
        len(run) >= 4 and key(run[0][0]) == "united" and key(run[1][0]) in ("states", "kingdom", "nations")
    )
    return 2 if united and all(word[0].isupper() for word, _, _ in run) else 0


def _name(front: list[Token], core: list[Token], initial: bool, lists: Titles) -> Name:
    words = tuple(_POSSESSIVE.sub("", word) if "'" in word or "’" in word else word for word, _, _ in core)
    keys = tuple(key(word) for word, _, _ in core)
    shouted = len(core) == 1 and words[0].isupper() and len(words[0]) > 1
    marked = any(one in lists.marks for one in keys) or keys[-1] in lists.never or keys[0] in lists.never
    end = core[-1][1] + len(words[-1])
    before = tuple(key(word) for word, _, _ in front if word != ".")
    return Name(core[0][1], end, words, keys, before, shouted or marked, initial)
