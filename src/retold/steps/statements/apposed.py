"""The name that stands beside a role noun: the mate, Jan Orme; the forester who found her, Ana Kael, said."""

from __future__ import annotations

from retold import parameters
from retold.steps.statements.speaking import is_role
from retold.steps.statements.tree import Tree

_P = parameters.of("statements", "apposed")
_WORDS, _BETWEEN = _P.integer("words"), _P.integer("between")
_OFFICE = ("NN", "JJ", "POS", "NNP")  # of what somebody is, in small letters before his name
_NOUNS = ("NN", "NNS", "JJ")  # a seldom one is read as an adjective: the cellmate, Jan Orme, said
_LINKS = ("IN", "WP", "WDT", "PRP", "WRB", "VBG", "VBN")


def apposed(tree: Tree, head: int) -> int | None:
    """The name that a role noun stands for, as the parse has it: the mate, Jan Orme; academic Ana Kael."""
    beyond = _second_role(tree, head)
    beyond = _behind_field(tree, head) if beyond is None else beyond
    return _apposed(tree, head) if beyond is None else beyond


def _apposed(tree: Tree, head: int) -> int | None:
    if tree.lower[head] not in tree.names.kin and tree.lower[head] not in tree.names.ranks:
        bare = tree.lower[head] in tree.speech.persons and not tree.having(head, "det", "poss")
        if bare and tree.tags[head] == "NN":  # clerk of the court Ana Kael
            return next((k for k in tree.having(head, "appos") if k > head and tree.tags[k] == "NNP"), None)
        single = tree.lower[head] in tree.speech.unnamed  # said one, Ana Kael
        defined = (tree.tags[head] == "NN" and tree.having(head, "det", "poss")) or single
        joins = ("appos", "conj") if single else ("appos",)
        near = [k for k in tree.having(head, *joins) if head < k and tree.tags[k] == "NNP"] if defined else []
        return next((k for k in near if tree.words[head + 1] == ","), None)
    bare = not tree.having(head, "det", "poss") and tree.tags[head] != "NNS"
    kids = tree.having(head, "appos", *(["conj"] if bare else []))
    return next((kid for kid in kids if kid > head and _is_capital(tree, kid)), None)


def _second_role(tree: Tree, head: int) -> int | None:
    """The name behind a second role of one person: ferryman and former mayor [Ana Kael]."""
    if tree.tags[head] != "NN" or tree.having(head, "det", "poss") or not tree.words[head].islower():
        return None
    if head + 1 == len(tree) or tree.lower[head + 1] not in tree.grammar.joining:
        return None
    joined = tree.having(head, "conj")
    second = [k for k in joined if is_role(tree, k) and tree.words[k].islower()]  # volunteer, read as a verb
    named = [one for k in second for one in tree.having(k, "dobj", "appos") if tree.noun(one)[0] == k + 1]
    names = [k for k in (*joined, *named) if tree.tags[k] == "NNP"]
    beside = [*second, *(one for name in names for one in range(tree.noun(name)[0], name))]
    roles = [one for one in beside if tree.words[one].islower() or tree.words[one].isupper()]  # former MP
    return names[0] if names and any(is_role(tree, one) for one in roles) else None


def _behind_field(tree: Tree, head: int) -> int | None:
    """The name of the head of something, read as part of what he is the head of: head of trade [Ana Kael].

    Not behind what another person is: the widow of singer Jan Orme.
    """
    if not is_role(tree, head) or tree.tags[head] != "NN":
        return None
    for link in (kid for kid in tree.having(head, "prep") if kid == head + 1):
        for name in (kid for kid in tree.having(link, "pobj") if tree.tags[kid] == "NNP"):
            parts = range(link + 1, name)
            field = [t for t in parts if tree.words[t].islower() and tree.tags[t] in ("NN", "NNS")]
            given = tree.names.given
            opens = bool(field) and tree.lower[field[-1] + 1] in given and field[-1] + 1 < name
            other = any(is_role(tree, t) or tree.lower[t] in tree.names.bodies for t in field)
            if opens and not other:
                return name
    return None


def _is_capital(tree: Tree, token: int) -> bool:
    """Whether a word may be a name, be it read as a common noun, an adjective or not."""
    return tree.tags[token].startswith(("NN", "JJ", "FW")) and tree.words[token][0].isupper()


def set_off(tree: Tree, head: int, cue: int) -> int | None:
    """The last word of a name between two commas behind a common noun with all that describes it.

    “The bishop of Tarn, Ana Kael, said”, “the makers, Quay Ropes, said”, “said the man who sold it, Jan.”
    None where the name may be that of another noun before it: the man who shot the pilot, Jan Orme. `cue` is
    the verb of saying or what else leads to the words.
    """
    one = tree.lower[head] in tree.speech.unnamed and bool(tree.having(head, "prep"))  # one of them, Kael,
    one = one or tree.lower[head] in tree.grammar.indefinite  # said another, Ana Kael
    role = tree.tags[head] in _NOUNS or tree.lower[head] in tree.names.suffixes  # the town’s MP
    known = tree.having(head, "det", "poss", "nummod") or (head == 0 and is_role(tree, head))
    if not one and (not role or not known):
        return None
    comma = _comma_behind(tree, head, cue)
    if comma is None:
        return None
    end = opens = _behind_office(tree, comma + 1)
    while end < len(tree) and end - comma <= _WORDS and _of_name(tree, end):
        end += 1
    last = end - 1
    closed = (
        end == len(tree) or tree.words[end] in (",", ".", ":", ";", "—") or tree.tags[end] in ("_SP", "WP")
    )
    reaches = closed and (head > cue or _leads_to_verb(tree, end, cue))
    while last >= opens and tree.lower[last].rstrip(".") in tree.names.suffixes:
        last -= 1  # Ana Kael KC
    named = last >= opens and tree.tags[last] in ("NNP", "NNPS") and tree.tags[opens].startswith("NNP")
    return last if reaches and named else None


def _leads_to_verb(tree: Tree, end: int, cue: int) -> bool:
    """Whether a finite verb stands behind the comma that ends a name: …, Ana Kael, said.

    Or behind what is told of him there, or when: …, Ana Kael, who chaired it, said; …, on Friday said.
    """
    behind = tree.tags[end + 1 : end + 2]
    if behind in (["VBD"], ["VBZ"], ["VBP"], ["MD"]):
        return True
    if cue >= len(tree) or end + 1 > cue:
        return False
    told_of = behind in (["WP"], ["WP$"]) and tree.words[end] == "," and tree.words[cue - 1] == ","
    between = range(end + 1, cue)
    when = len(between) > 0 and all(_tells_when(tree, t) for t in between)
    return when or (told_of and end + 1 < cue - 1) or end + 1 in tree.above(cue)


def _tells_when(tree: Tree, token: int) -> bool:
    """Whether a token may stand in words of time."""
    return tree.lower[token] in tree.speech.times or tree.tags[token] in ("IN", "DT", "CD", "RB", "JJ")


def _behind_office(tree: Tree, first: int) -> int:
    """The token behind what somebody is, where it stands right before his name: [a] cook’s son Ana Kael."""
    at = first + (tree.tags[first : first + 1] == ["DT"])  # the architect Ana Kael
    while at < len(tree) and at - first < _WORDS and tree.tags[at] in _OFFICE and tree.words[at].islower():
        at += 1
    called = at > first and (is_role(tree, at - 1) or tree.lower[at - 1] in tree.names.naming)
    return at if called else first


def _comma_behind(tree: Tree, head: int, cue: int) -> int | None:
    """The comma that ends a noun and what describes it, where no other person is meant in between."""
    for at in range(head + 1, min(head + 2 + _BETWEEN, len(tree))):
        if tree.words[at] == ",":
            return at
        past = tree.tags[at] == "VBD" and at < cue  # the diver called in to look, Ana Kael, said
        led = tree.tags[at].startswith(_LINKS) or _denies_part(tree, at)
        if tree.dummy[at] or (at == head + 1 and not past and not led):
            return None
        other = tree.tags[at] in ("NN", "NNS") and (
            tree.lower[at] in tree.names.kin or tree.lower[at] in tree.speech.persons
        )
        if other or tree.tags[at] in (":", "CC"):
            return None
    return None


def _denies_part(tree: Tree, token: int) -> bool:
    """Whether a participle with a word before it describes a noun: a chemist [not] involved, Ana Kael,"""
    return tree.tags[token] == "RB" and tree.tags[token + 1 : token + 2] in (["VBN"], ["VBG"])


def _of_name(tree: Tree, token: int) -> bool:
    titled = tree.lower[token].rstrip(".") in tree.names.ranks and tree.words[token][0].isupper()
    partner = tree.words[token] == "&"
    return (
        partner
        or tree.tags[token].startswith(("NNP", "HYPH"))
        or _is_capital(tree, token)
        or tree.lower[token] in tree.names.particles
        or titled
    )
