"""Another bearer of one role in clauses put in other words: Judge Ana Kael, Pim Aske, the judge.

A role is a title or a noun of the lists right before a name, or set off behind it. Two names are compared
where linked sentences, or two openings of one matter, tell the role and a name for it but once each, and
neither version knows the other's name. What else became of the clause is told besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from retold import parameters
from retold.steps.changes.candidates import NO_WORDS, Candidate
from retold.steps.changes.finders.names import exchanged_in, parted_title, renamed
from retold.steps.changes.finders.slots import only, told_by
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest

_BEHIND = parameters.of("changes", "names").integer("role")


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A name with its place in word numbers."""

    words: range


def names_of_roles(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """The names that two versions give to whoever has one role."""
    pair, (old, new) = material.pair, material.values.names
    ours, theirs = _by_role(pair.old, pair.new, old), _by_role(pair.new, pair.old, new)
    for role in sorted(ours.keys() & theirs.keys()):
        for one, other in only(pair, rest, ours[role], theirs[role]):
            alone = _is_alone(pair.old, role, one) and _is_alone(pair.new, role, other)
            spoken = _are_speakers(rest, one.words, other.words)
            if alone and not spoken and _are_strange(pair, one.words, other.words):
                yield from _told(material, rest, one.words, other.words)


def _are_speakers(rest: Rest, ours: range, theirs: range) -> bool:
    """Whether the names are told as speakers, or quotation marks stand in a sentence: two may be quoted."""
    sides = ((rest.pair.old, ours), (rest.pair.new, theirs))
    return any(
        rest.touched(here, name) or bool(here.quote[list(here.sentences(name[:1]))].any())
        for here, name in sides
    )


def _told(material: Material, rest: Rest, ours: range, theirs: range) -> Iterator[Candidate]:
    """The change of two names, unless it is told where they stand for each other, word by word."""
    pair, how = material.pair, told_by(material.pair, rest, ours, theirs)
    exchanged = exchanged_in(material.values, rest, pair.units_at(ours, True)[0]) if how == "unit" else []
    if any(ours.stop == old.stop and theirs.stop == new.stop for old, new in exchanged):
        return
    for made in renamed(pair, material.values, ours, theirs, overlaps=True):
        if made.kind == "name":
            yield made if how == "sentence" else replace(made, words=NO_WORDS)


def _by_role(here: Side, there: Side, found: list[range]) -> Mapping[str, list[_Bearer]]:
    """The names in full whose first word the other version lacks, by the roles of one person each."""
    held: dict[str, list[_Bearer]] = {}
    for mention in found:
        title, name = parted_title(here, mention)
        role = _role_before(here, title, name) or _role_behind(here, name)
        if role and len(name) > 1:
            held.setdefault(role, []).append(_Bearer(name))
    return {
        role: [one for one in named if not there.counts[here.folded[one.words.start]]]
        for role, named in held.items()
        if len({here.folded[one.words.stop - 1] for one in named}) == 1
    }


def _are_strange(pair: Pair, ours: range, theirs: range) -> bool:
    """Whether neither version knows a word of the other's name, but for a surname that both bearers have."""
    old, new = pair.old.folded[ours.start : ours.stop], pair.new.folded[theirs.start : theirs.stop]
    shared = {old[-1]} & {new[-1]}
    return not any(pair.new.counts[word] for word in set(old) - shared) and not any(
        pair.old.counts[word] for word in set(new) - shared
    )


def _role(here: Side, word: str) -> str:
    """The role that a noun or a title tells, "" for one that may stand before anybody: former, Mr."""
    names = here.names
    return names.kin.get(word, word if word in names.family else "")


def _role_before(here: Side, title: str, name: range) -> str:
    """The role before a name, none where another title limits it: the deputy mayor is no mayor.

    A comma may part the two where the role points back: his wife, Ana Kael.
    """
    before = name.start - 2
    if before < 0 or here.sentence[before] != here.sentence[name.start]:
        return _role(here, title)
    ahead = here.folded[before]
    set_off = here.between(name.start - 1) == ", " and here.between(before) == " "
    if set_off and ahead in here.editing.pointing:
        return _role(here, here.folded[name.start - 1])
    limited = here.between(before) == " " and here.names.is_title(ahead) and ahead not in here.names.definite
    return "" if limited else _role(here, title)


def _role_behind(here: Side, name: range) -> str:
    """The role set off behind a name: Pim Aske, the presiding judge at Quarn."""
    last = name.stop - 1
    if name.stop >= len(here.words) or here.between(last).strip() != ",":
        return ""
    for k in range(name.stop, min(len(here.words), name.stop + _BEHIND)):
        if here.sentence[k] != here.sentence[last] or (k > name.stop and here.between(k - 1) != " "):
            return ""
        role = _role(here, here.folded[k])
        if role:
            return role
    return ""


def _is_alone(here: Side, role: str, one: _Bearer) -> bool:
    """Whether the sentence tells the role once."""
    return sum(_role(here, here.folded[k]) == role for k in here.sentences(one.words[:1])) == 1
