"""A quotation that became plain words elsewhere in its sentence, in another tense, or the other way round.

“I leave because I am tired,” Kael said; Kael said he was leaving because he was tired. The aligner carries
little of it, so it is found by who speaks and by the telling words of what he says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold import parameters
from retold.messages import N_
from retold.model import Statement
from retold.steps.changes import matched_quotations
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest

_P = parameters.of("changes", "retold_quotations")
_LEAST, _PART, _STEM = (_P.integer(name) for name in ("least", "part", "stem"))
_SHARED, _ALIGNED = _P.number("shared"), _P.number("aligned")


def retold_quotations(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """Statements of one speaker and the same words, direct in one version and indirect in the other."""
    pair, (old, new) = material.pair, material.said
    for ours in old:
        for theirs in new:
            kinds = ours.kind, theirs.kind
            if kinds in (("direct", "indirect"), ("indirect", "direct")) and _are_one(pair, ours, theirs):
                places = _places(pair, ours, theirs)
                if _is_free(pair, rest, places):
                    yield candidate_of(pair, "quotation", *places, detail=_how(ours), overlaps=True)


def _is_free(pair: Pair, rest: Rest, places: tuple[range, range]) -> bool:
    """Whether nobody spoke of the words, and neither version has most of the other's as they are printed."""
    sides = ((pair.old, places[0], pair.to_new), (pair.new, places[1], pair.to_old))
    return not any(
        rest.touched(here, words) or float((partners[words.start : words.stop] >= 0).mean()) >= _ALIGNED
        for here, words, partners in sides
    )


def _how(ours: Statement) -> str:
    return N_("no longer quoted") if ours.kind == "direct" else N_("newly quoted")


def _places(pair: Pair, ours: Statement, theirs: Statement) -> tuple[range, range]:
    """The words of the quotation, and of the plain words from the first to the last that it has as well."""
    held = matched_quotations.words(pair.old, ours), matched_quotations.words(pair.new, theirs)
    sides = tuple(zip((pair.old, pair.new), (words.tolist() for words in held), strict=True))
    shared = _telling(*sides[0]) & _telling(*sides[1])
    old, new = (_stretch(*side, shared) for side in sides)
    whole = [range(int(one[0]), int(one[-1]) + 1) for one in held]
    return (whole[0], new) if ours.kind == "direct" else (old, whole[1])


def _stretch(here: Side, words: Sequence[int], shared: set[str]) -> range:
    """The words of a statement from the first to the last with one of these stems, and a pronoun ahead."""
    told = [k for k in words if _telling(here, [k]) & shared]
    low = told[0]
    while low > words[0] and (here.small[low - 1] or here.folded[low - 1] in here.language.grammar.pronouns):
        low -= 1
    return range(low, told[-1] + 1)


def _are_one(pair: Pair, ours: Statement, theirs: Statement) -> bool:
    """Whether somebody named tells in plain words what he is quoted with."""
    if len(ours.content) != 1 or len(theirs.content) != 1 or not _of_one(pair, ours, theirs):
        return False
    mine, other = matched_quotations.words(pair.old, ours), matched_quotations.words(pair.new, theirs)
    if not len(mine) or not len(other):
        return False
    a, b = _telling(pair.old, mine.tolist()), _telling(pair.new, other.tolist())
    quoted, plain = (a, b) if ours.kind == "direct" else (b, a)
    least = _LEAST if len(plain) <= len(quoted) else _PART
    return len(a & b) >= max(least, _SHARED * len(quoted))


def _of_one(pair: Pair, ours: Statement, theirs: Statement) -> bool:
    """Whether both have one speaker with a name, and the same one."""
    names = ours.speaker_name, theirs.speaker_name
    known = names[0] is not None and names[1] is not None and len(ours.speakers) == len(theirs.speakers) == 1
    return known and not pair.names.apart(names[0] or "", names[1] or "")


def _telling(here: Side, words: Sequence[int]) -> set[str]:
    """The stems of the words that no grammar asks for and no tense changes, numbers aside (eleven, 11)."""
    sense, language = here.editing.sense, here.language
    idle = sense.auxiliary.union(sense.passive, language.grammar.pronouns, language.numbers.words)
    forms = (
        here.folded[k]
        for k in words
        if here.words[k].isalpha() and not here.small[k] and here.folded[k] not in idle
    )
    return {here.language.stem(form)[:_STEM] for form in forms}
