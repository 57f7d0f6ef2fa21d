"""Names of firms and houses that go on behind an owner, a comma or a joining word.

The Farmers' and Growers' Bank of Morle; Pike, Harrow and Sons; the Committee on Food and Fisheries.
Names that begin with what is urged: Save the Estuary.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from retold import parameters
from retold.language.grammar import Grammar
from retold.language.names import Names, name_key

Token = tuple[str, int, int]  # the characters, start, end
_APOSTROPHES = frozenset("'’")
_SENTENCE = frozenset('.!?:“”"‘»«')
_MEMBERS, _LISTED = (parameters.of("statements", "names").integer(name) for name in ("members", "listed"))


def with_owners(stream: Sequence[Token], lists: Names, grammar: Grammar) -> list[Token]:
    """The stream with those who own a house as one token: the [Farmers' and Growers'] Bank."""
    found: list[Token] = []
    at = 0
    while at < len(stream):
        end = _owners_end(stream, at, lists, grammar)
        if end > at:
            found.append(_merged(stream[at:end]))
        else:
            found.append(stream[at])
        at = max(end, at + 1)
    return found


def _merged(parts: Sequence[Token]) -> Token:
    words = parts[0][0]
    for before, part in pairwise(parts):
        words += (" " if part[1] > before[2] else "") + part[0]
    return words, parts[0][1], parts[-1][2]


def _owners_end(stream: Sequence[Token], at: int, lists: Names, grammar: Grammar) -> int:
    """One past the owners that begin here, if the house they own follows; else where they begin."""
    end = _owner_end(stream, at, lists, grammar)
    while end and end + 1 < len(stream) and stream[end][0] in grammar.joining:
        further = _owner_end(stream, end + 1, lists, grammar)
        if not further:
            return at
        end = further
    owned = (
        end
        and end < len(stream)
        and _is_house(stream[end][0], lists)
        and stream[end][1] - stream[end - 1][2] == 1
    )
    return end if owned and end > at + 1 else at


def _owner_end(stream: Sequence[Token], at: int, lists: Names, grammar: Grammar) -> int:
    """One past an owner in the plural that begins here (Farmers', Women's), 0 for none."""
    word, _, end = stream[at]
    if not word[0].isupper():
        return 0
    if is_owner(word, lists):
        return at + 1
    several = grammar.is_plural(word.lower()) and word.lower() not in lists.marks and not word.isupper()
    marked = at + 1 < len(stream) and stream[at + 1][0] in _APOSTROPHES and stream[at + 1][1] == end
    return at + 2 if several and marked else 0


def is_owner(word: str, lists: Names) -> bool:
    """Whether a token is an owner in the plural: Farmers' (as `with_owners` leaves it), Children's."""
    last = word.rsplit(maxsplit=1)[-1].lower()  # of several: Women's and [Children's]
    owned = last[-2:-1] in _APOSTROPHES and last[:-2].endswith(tuple(lists.owners))
    return owned or (len(last) > 1 and last[-1] in _APOSTROPHES)


def _is_house(word: str, lists: Names) -> bool:
    return word[0].isupper() and (name_key(word) in lists.heads or name_key(word) in lists.marks)


def owns(last: str, word: str, lists: Names) -> bool:
    """Whether a name goes on from its owner to the house: Women's [Institute]."""
    return is_owner(last, lists) and _is_house(word, lists)


def firm_goes_on(
    run: Sequence[Token], stream: Sequence[Token], at: int, lists: Names, grammar: Grammar
) -> bool:
    """Whether a comma or "and" stands in the name of a firm: Marl[,] Spooner & Lane; Harrow [and] Sons."""
    word, start, _ = stream[at]
    if word in grammar.joining:
        return name_key(stream[at + 1][0]) in lists.kindred and stream[at + 1][0][0].isupper()
    listed = word == "," and start == run[-1][2] and stream[at + 1][0][0].isupper()
    if not listed:
        return False
    third = stream[at + 3][0] if at + 3 < len(stream) else ""
    kindred = (
        stream[at + 2][0] in grammar.joining and third[:1].isupper() and name_key(third) in lists.kindred
    )
    return stream[at + 2][0] == "&" or kindred


def members_go_on(
    run: Sequence[Token], stream: Sequence[Token], at: int, lists: Names, grammar: Grammar
) -> bool:
    """Whether a body has a second kind of members: the Society of Small Grocers [and] Allied Traders.

    Or both kinds have one noun: the Union of Quay [and] River Workers.
    """
    words = [name_key(word) for word, _, _ in run]
    on = next((n for n, word in enumerate(words) if n and word in lists.going_on), 0)
    if stream[at][0] not in grammar.joining or not on or words[on - 1] not in lists.heads:
        return False
    behind = [
        name_key(w) for w, _, _ in takewhile(lambda t: t[0][0].isupper(), stream[at + 1 : at + _MEMBERS])
    ]
    given = lists.given | lists.ranks
    several = bool(behind) and grammar.is_plural(behind[-1])
    shared = len(behind) > 1 and len(words) == on + 2 and words[on - 1] in lists.offices
    return several and (grammar.is_plural(words[-1]) or shared) and given.isdisjoint(behind)


def is_topic(run: Sequence[Token], stream: Sequence[Token], at: int, lists: Names) -> bool:
    """Whether a word leads from a house to its field: the Committee [on] Agriculture."""
    led = stream[at][0] in lists.topics and name_key(run[-1][0]) in lists.offices
    return led and name_key(stream[at + 1][0]) in lists.fields and stream[at + 1][0][0].isupper()


def field_goes_on(
    run: Sequence[Token], stream: Sequence[Token], at: int, lists: Names, grammar: Grammar
) -> bool:
    """Whether a list of fields goes on: the Committee on Agriculture[,] Food [and] Fisheries."""
    word, second = stream[at][0], stream[at + 1][0]
    joins = word in grammar.joining or word == ","
    if not joins or not second[0].isupper() or name_key(second) not in lists.fields:
        return False
    words = [name_key(word.rstrip(",")) for word, _, _ in run]
    leads = (n for n, word in enumerate(words) if n and (word in lists.topics or word in lists.going_on))
    on = next(leads, 0)
    fields = words[on + 1 :]
    return on > 0 and words[on - 1] in lists.offices and bool(fields) and lists.fields.issuperset(fields)


def listed_goes_on(
    run: Sequence[Token], stream: Sequence[Token], at: int, lists: Names, grammar: Grammar
) -> bool:
    """Whether a body lists its members or their trades: the Union of Shop[,] Dock [and] Quay Workers.

    A comma does so before a word or two, further ones, a joining word, and a noun in the plural that ends it.
    """
    word, second = stream[at][0], stream[at + 1][0]
    on = next((n for n, one in enumerate(run) if n and name_key(one[0]) in lists.going_on), 0)
    if not on or name_key(run[on - 1][0]) not in lists.offices or not second[0].isupper():
        return False
    if word in grammar.joining:
        return any(one.endswith(",") for one, _, _ in run[on:]) and _closes(stream, at + 1, lists, grammar)
    tight = word == "," and stream[at][1] == run[-1][2]
    return tight and len(run) <= on + 3 and _list_end(stream, at + 1, lists, grammar)


def _list_end(stream: Sequence[Token], at: int, lists: Names, grammar: Grammar) -> bool:
    """Whether members go on to a joining word and the last of them."""
    for place in range(at, min(at + _LISTED, len(stream) - 1)):
        word = stream[place][0]
        if word in grammar.joining:
            return _closes(stream, place + 1, lists, grammar)
        if word != "," and not word[0].isupper():
            return False
    return False


def _closes(stream: Sequence[Token], at: int, lists: Names, grammar: Grammar) -> bool:
    """Whether capitals from here end with a noun in the plural and hold no first name and no rank."""
    last = [name_key(w) for w, _, _ in takewhile(lambda t: t[0][0].isupper(), stream[at : at + _MEMBERS])]
    given = lists.given | lists.ranks
    return bool(last) and grammar.is_plural(last[-1]) and given.isdisjoint(last)


# ---- campaigns ----


def urges(run: Sequence[Token], stream: Sequence[Token], at: int, lists: Names, grammar: Grammar) -> bool:
    """Whether a small word goes on with the name of a campaign: Save [the] Estuary, Reclaim [our] Shore.

    At the head of a sentence a verb or an ending of an owner is behind the name, where an order would go on
    or end: Stop the Quarry [said] …
    """
    word, start, _ = stream[at]
    led = word in lists.urged_behind and start - run[0][2] == 1
    if (
        len(run) != 1
        or run[0][0].lower() not in lists.urging
        or not led
        or not stream[at + 1][0][0].isupper()
    ):
        return False
    heads = at < 2 or stream[at - 2][0] in _SENTENCE
    last = next((n for n in range(at + 1, len(stream)) if not stream[n][0][0].isupper()), len(stream))
    behind = stream[last][0].lower() if last < len(stream) else ""
    owner = stream[last - 1][0][-2:-1] in _APOSTROPHES
    told = behind in lists.urged_before or behind.endswith(grammar.past)
    return not heads or owner or told


def opens_body(run: Sequence[Token], lists: Names) -> bool:
    """Whether a run in capitals begins as no sentence does: [Mothers] Against Nets, [Save] Marl Pier."""
    if len(run) < 2:
        return False
    second, key = run[1][0], name_key(run[1][0])
    leads = key in lists.prepositions and key not in lists.going_on
    led = len(run) > 2 and second.istitle() and leads
    somebody = key in lists.given  # an order: Stop Ana Kael
    return led or (name_key(run[0][0]) in lists.urging and not somebody)
