"""Names as they stand in a text: runs of capitals, cut into titles and the name itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from retold import parameters
from retold.language.grammar import Grammar
from retold.language.names import Names, has_article, name_key, unowned
from retold.steps.statements.around import NO_PERSONS, Persons, Text
from retold.steps.statements.bodies import (
    Token,
    field_goes_on,
    firm_goes_on,
    is_topic,
    listed_goes_on,
    members_go_on,
    opens_body,
    owns,
    urges,
    with_owners,
)
from retold.steps.statements.broken import healed
from retold.steps.statements.nicknames import MARKS, with_nicknames
from retold.steps.statements.parted import is_led, parted

Range = tuple[int, int]  # characters of a text, half-open
_TOKEN = re.compile(
    r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W\d_](?:/[^\W\d_])+\b|"
    r"[^\W_]\w*(?:[-'’.&]\w+|[-¬‐][ \t]*\n[ \t]*[^\W\d_]+)*|[^\w\s]"
)
_CODE = re.compile(r"[A-Z\d]{2,6}\.[A-Z]{1,2}")
_P = parameters.of("statements", "names")
_AHEAD = _P.integer("ahead")


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


def tokens(text: str) -> list[Token]:
    """Words and signs with their places."""
    return [(healed(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def names(
    stream: list[Token],
    starts: frozenset[int],
    lists: Names,
    grammar: Grammar,
    persons: Persons = NO_PERSONS,
) -> Iterator[Name]:
    """The names in a stream of tokens; `starts` are characters at which a sentence begins."""
    common = frozenset(word for word, _, _ in stream if word.islower())
    proper = frozenset(word for word, start, _ in stream if start not in starts and word[0].isupper())
    once = frozenset(word for word, times in Counter(word for word, _, _ in stream).items() if times == 1)
    given = lists.given
    surnames = frozenset(b.lower() for (a, *_), (b, *_) in pairwise(stream) if name_key(a) in given)
    houses = frozenset(a for (a, *_), (b, *_) in pairwise(stream) if unowned(a) != a and b in persons.verbs)
    text = Text(starts, common, proper, once, surnames, persons, houses)
    stream = with_owners(with_nicknames(stream, starts, lists), lists, grammar)
    run: list[Token] = []
    before, led = "", False
    for at, token in enumerate(stream):
        tag, before = before == "#", token[0]
        if tag or is_code(token[0], printed=True):
            continue  # a tag of the net and the code of a share name nobody
        inside = token[1] not in starts and (
            _continues(run, token, lists)
            or _linked(run, stream, at, lists, grammar)
            or _partners(run, stream, at, text, lists, grammar)
        )
        if inside and token[0] == ",":
            run[-1] = (run[-1][0] + ",", run[-1][1], token[2])
            continue
        if inside:
            run.append(token)
            continue
        if run:
            yield from _named(run, led, text, lists, grammar)
        run, led = ([token], is_led(stream, at, lists, grammar)) if _capital(token[0]) else ([], False)
    if run:
        yield from _named(run, led, text, lists, grammar)


def is_code(word: str, printed: bool = False) -> bool:
    """Whether a word, `printed` or in small letters, is what a share is traded as: QUAY.L."""
    return _CODE.fullmatch(word if printed else word.upper()) is not None


def _named(run: list[Token], led: bool, text: Text, lists: Names, grammar: Grammar) -> Iterator[Name]:
    """The names of a run of capitals, which may be a house and its officer."""
    for part in parted(run, led, lists):
        yield from _cut(part, text, lists, grammar)


def _capital(word: str) -> bool:
    return word[0].isupper() or (has_article(word) and word[3:4].isupper())


def _continues(run: list[Token], token: Token, lists: Names) -> bool:
    """Whether the token goes on with the run of capitals."""
    if not run:
        return False
    last, _, end = run[-1]
    word, start, _ = token
    if _bare(last) != last:
        return owns(last, word, lists) and start - end == 1
    if word == ".":
        return start == end and (
            len(last) == 1 or last.lower() in lists.ranks or last.lower() in lists.suffixes
        )
    if start - end > 2:
        return False
    if last.endswith(","):
        return _capital(word)
    nickname, partner = word[0] in MARKS and len(word) > 1, word == "&" and start - end <= 1
    particle = word in lists.particles and last not in (".", "&") and start - end == 1
    return nickname or partner or _capital(word) or particle


def _bare(word: str) -> str:
    """A word without the ending of an owner; a nickname keeps its marks."""
    owned = ("'" in word or "’" in word) and word[0] not in MARKS
    return unowned(word) if owned else word


def _linked(run: list[Token], stream: list[Token], at: int, lists: Names, grammar: Grammar) -> bool:
    """Whether a small word goes on with the name of a body: Bank [of] Tarnland, Bureau [of] [the] Sea."""
    if not run or at + 1 >= len(stream) or stream[at][1] - run[-1][2] != 1:
        return False
    word, _, end = stream[at]
    follows = stream[at + 1]
    article = word in lists.definite and run[-1][0] in lists.going_on
    if article or word in lists.going_on:
        if word in lists.going_on and follows[0] in lists.definite and at + 2 < len(stream):
            follows = stream[at + 2]
        named = follows[0][0].isupper() and follows[1] - end <= 5
        return named and (article or name_key(run[-1][0]) in lists.heads or _goes_on(run, lists))
    return is_topic(run, stream, at, lists) or urges(run, stream, at, lists, grammar)


def _goes_on(run: list[Token], lists: Names) -> bool:
    """Whether a run is the name of a body that has gone on once: Society for the Protection [of] Otters."""
    words = [name_key(word) for word, _, _ in run]
    return any(words[n - 1] in lists.heads for n, word in enumerate(words) if n and word in lists.going_on)


def _partners(
    run: list[Token], stream: list[Token], at: int, text: Text, lists: Names, grammar: Grammar
) -> bool:
    """Whether a joining word stands in the name of a firm: Marl [and] Spooner said it …

    Neither is named elsewhere, and what follows speaks of them as of one.
    """
    if not run or at + 2 >= len(stream):
        return False
    if _second_field(run, stream, at, text, lists, grammar) or members_go_on(run, stream, at, lists, grammar):
        return True
    if firm_goes_on(run, stream, at, lists, grammar):
        return True
    if field_goes_on(run, stream, at, lists, grammar) or listed_goes_on(run, stream, at, lists, grammar):
        return True
    if len(run) != 1 or stream[at][0] not in grammar.joining:
        return False
    pair, behind = (run[0][0], stream[at + 1][0]), [word for word, _, _ in stream[at + 2 : at + 2 + _AHEAD]]
    alone = all(word[0].isupper() and word.isalpha() and word in text.once for word in pair)
    as_one = any(word in grammar.bodies and word not in grammar.several for word in behind)
    as_one = as_one or (at > 1 and stream[at - 2][0] in lists.naming)  # the charity Marl and Spooner
    return alone and as_one and not behind[0][0].isupper()


def _second_field(
    run: list[Token], stream: list[Token], at: int, text: Text, lists: Names, grammar: Grammar
) -> bool:
    """Whether a joining word stands between two fields of one office: Department of Health [and] Care.

    The second is a single word that is met nowhere else and is nobody's first name.
    """
    second, third = stream[at + 1][0], stream[at + 2][0]
    if stream[at][0] not in grammar.joining or not second[0].isupper() or second not in text.once:
        return False
    words = [name_key(word) for word, _, _ in run]
    on = next((n for n, word in enumerate(words) if n and word in lists.going_on), 0)
    fits = on and words[on - 1] in lists.offices and len(words) == on + 2
    given = any(name_key(second) in known for known in (lists.given_men, lists.given_women, lists.ranks))
    return bool(fits) and not given and (not third[0].isupper() or name_key(third) in lists.marks)


def _cut(run: list[Token], text: Text, lists: Names, grammar: Grammar) -> Iterator[Name]:
    """A run of capitals as a name with its titles; nothing for common words with a capital."""
    while run and (
        run[-1][0] in lists.particles or run[-1][0] in (".", "&", *lists.going_on, *lists.definite)
    ):
        run = run[:-1]
    while run and run[0][0] == "&":
        run = run[1:]
    run = text.without_headline(run, lists)
    while run and _opener(run, text, lists, grammar):
        run = run[1:]
    run = _without_days(run, lists)
    initial = bool(run) and run[0][1] in text.starts
    if not run:
        return
    realm = _realm(run, lists)
    if realm:
        yield _name([], run[:realm], initial, text, lists)
        run, initial = run[realm:], False
    split = _title_end(run, lists)
    if name_key(run[-1][0]) in lists.marks:
        split = 0  # the State Department, the Prime Minister's Office
    front, core = run[:split], [t for t in run[split:] if t[0] != "."]
    while len(core) > 1 and name_key(core[-1][0]) in lists.suffixes:
        core = core[:-1]
    if len(core) > 2 and name_key(core[0][0]) in lists.fields and name_key(core[1][0]) in lists.given:
        core = core[1:]  # (comptroller of the) Currency Ana Kael
    lone = len(core) == 1 and name_key(core[0][0]) in lists.suffixes  # the town’s MP
    if core and not lone and name_key(core[-1][0]) not in lists.ranks:
        yield _name(front, core, initial and not front, text, lists)


def _without_days(run: list[Token], lists: Names) -> list[Token]:
    """The run without a day beside it: [Friday] Ana Kael, Kael [Thursday]; but the Sunday Times."""
    while len(run) > 1 and name_key(run[-1][0]) in lists.weekdays:
        if name_key(run[-2][0]) in lists.of_weekdays:
            return run
        run = run[:-1]
    body = bool(run) and (name_key(run[-1][0]) in lists.marks or lists.outlet.search(run[-1][0].lower()))
    while len(run) > 1 and not body and name_key(run[0][0]) in lists.weekdays:
        run = run[1:]
    return run


def _opener(run: list[Token], text: Text, lists: Names, grammar: Grammar) -> bool:
    """Whether the first word of the run owes its capital to the sentence."""
    word = run[0][0].lower()
    if opens_body(run, lists):
        return False
    tail = run[0][0].rpartition("-")[2] if "-" in word else ""
    if tail.endswith(grammar.past or ("\0",)) and (len(run) > 1 or tail.islower()):
        return True  # Tarnmouth-based Quay Lines; a Tarnmouth-based firm
    if word in lists.openers:
        return not _initials(run)
    gerund = word.endswith(grammar.gerund) and (
        len(run) == 1 or run[0][0] not in text.proper
    )  # Praising Kael
    gerund = gerund and word not in text.surnames  # Ana Fleming. Fleming said …
    known = word in lists.ranks or word in lists.marks or word in lists.bodies
    if run[0][1] in text.starts and _stands_before_name(run, text.persons, lists, grammar):
        return not known
    return run[0][1] in text.starts and (word in text.common or gerund) and not known


def _stands_before_name(run: list[Token], persons: Persons, lists: Names, grammar: Grammar) -> bool:
    """Whether the first word tells what somebody is: [Nine-year-old] Jan Orme, [Passenger] Jan Orme."""
    first, _, last = run[0][0].rpartition("-")
    word = run[0][0].lower()
    if len(run) > 1 and grammar.is_plural(word) and word[:-1] in lists.family:
        return True  # Brothers Jan and Erik Orme
    if len(run) < 3:
        return len(run) > 1 and bool(first) and last[:1].islower()
    if word in persons.nouns or word.endswith(persons.ends) or (first and last[:1].islower()):
        return True
    given = (lists.given_men, lists.given_women)
    named = any(name_key(run[1][0]) in one for one in given) and not any(word in one for one in given)
    return named and word.endswith((*grammar.doer, *grammar.past))  # Added Ana Kael, the clerk: “…”


def _initials(run: list[Token]) -> bool:
    """Whether a run is the initials of a body that spell a small word: WHO, alone among small letters."""
    return len(run) == 1 and len(run[0][0]) > 2 and run[0][0].isupper()


def _title_end(run: list[Token], lists: Names) -> int:
    """Number of leading tokens that are titles: up to the last rank that a name follows."""
    last = 0
    for at, (word, _, _) in enumerate(run[:-1]):
        short = word in lists.short_ranks and sum(one[0].isalpha() for one in run[at + 1 :]) > 1
        titled = short or name_key(word) in lists.ranks or name_key(word) in lists.kin
        if titled and not _is_in_body(run, at, lists):
            last = at + 1
    while last < len(run) - 1 and run[last][0] == ".":
        last += 1
    return last


def _is_in_body(run: list[Token], at: int, lists: Names) -> bool:
    """Whether a rank is a word of a body's name: Church of [Saint] Bride, the [Campaign] Against Nets."""
    within = at > 0 and run[at - 1][0] in lists.going_on
    behind = run[at + 1][0]
    return within or (behind[0].isupper() and name_key(behind) in lists.prepositions)


def _realm(run: list[Token], lists: Names) -> int:
    """Number of leading tokens that name a union of states before somebody's full name."""
    keys = tuple(name_key(word) for word, _, _ in run)
    length = next((len(realm) for realm in lists.realms if keys[: len(realm)] == realm), 0)
    named = len(run) >= length + 2 and all(word[0].isupper() for word, _, _ in run)
    return length if named else 0


def _keys(core: list[Token], lists: Names) -> tuple[str, ...]:
    """The words of a name made comparable, last the one that may stand alone: Bank of Tarnland, the Bank."""
    keys = [name_key(word.rstrip(",")) for word, _, _ in core if word != "&" and word[0] not in MARKS]
    at = next((n for n, key in enumerate(keys) if n and key in lists.going_on), None)
    if at is None:
        return tuple(keys)
    behind = [key for key in keys[at + 1 :] if key not in lists.definite]
    return (*behind, *keys[:at])


def _name(front: list[Token], core: list[Token], initial: bool, text: Text, lists: Names) -> Name:
    last = core[-1][0]
    words = (*(word for word, _, _ in core[:-1]), last if last in text.houses else _bare(last))
    keys = _keys(core, lists)
    shouted = len(core) == 1 and words[0].isupper() and len(words[0]) > 1
    given = len(keys) > 1 and keys[0] in lists.given  # Bill Kael
    called = given and len(keys) == 2 and keys[1] in lists.surnames  # Samantha Power
    marked = not called and any(one in lists.marks for one in keys[given:])
    called = given and not keys[-1].endswith("s")  # Theresa [May], and no Jordan [Christians]
    marked = marked or (keys[-1] in lists.never and not called) or keys[0] in lists.never
    marked = marked or keys[-1] in lists.kindred or (len(core) > 1 and opens_body(core, lists))
    marked = marked or any(word == "&" or (word.islower() and word not in lists.particles) for word in words)
    marked = marked or (len(keys) == 1 and keys[0] in lists.places)
    end = core[-1][2] - len(core[-1][0]) + len(words[-1])
    before = tuple(name_key(word) for word, _, _ in front if word != ".")
    return Name(core[0][1], end, words, keys, before, shouted or marked, initial)


def told_by(name: Name, lists: Names) -> bool | None:
    """Whether the title of a naming tells of a man, or of a woman; None where it tells neither."""
    if lists.men.intersection(name.titles):
        return True
    return False if lists.women.intersection(name.titles) else None
