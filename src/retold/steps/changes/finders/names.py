"""Another person, body or place: two names that fill one slot and cannot mean the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from retold import parameters
from retold.algorithms import edits
from retold.language.names import skeleton, transliterated
from retold.model import ChangeKind, Statement
from retold.steps.changes import mentions
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.finders import lexicon
from retold.steps.changes.matched_quotations import words as material_words
from retold.steps.changes.material import Material
from retold.steps.changes.one_bearer import of_one_bearer
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.speaker_confidence import is_in_full, sure
from retold.steps.changes.spelling import is_style, spelling_of
from retold.steps.changes.values import Values, compared, is_clause, known_in

_P = parameters.of("changes", "names")
_HEADING, _LOUD = _P.integer("heading"), _P.integer("loud")
_SHORTENED, _MISWRITTEN = _P.integer("shortened"), _P.integer("miswritten")
_SAID = _P.integer("said")


def changed_names(material: Material, rest: Rest, unit: Unit) -> Iterator[Candidate]:
    """Names that a unit exchanges for others."""
    pair, values = material.pair, known_in(material.values, rest, unit)
    for ours, theirs in exchanged_in(material.values, rest, unit):
        if any(_names_nobody(here, one) for here, one in ((pair.old, ours), (pair.new, theirs))):
            continue
        if _name_each_its_outlet(pair, ours, theirs):
            yield candidate_of(pair, "style", ours, theirs)
            continue
        for made in renamed(pair, values, ours, theirs):
            spoken = made.kind == "name" and _says_the_same(material, ours, theirs)
            if spoken or not _change_places(pair, unit, ours, theirs):
                yield replace(made, kind="attribution", detail="speaker") if spoken else made


def exchanged_in(values: Values, rest: Rest, unit: Unit) -> list[tuple[range, range]]:
    """The names that stand for each other in a short unit that tells nothing else; none of a new opening."""
    if is_clause(unit):
        return []
    pair, values = rest.pair, known_in(values, rest, unit)
    old = [r for r in mentions.touching(values.names[0], unit.old) if not rest.touched(pair.old, r)]
    new = [r for r in mentions.touching(values.names[1], unit.new) if not rest.touched(pair.new, r)]
    if not old or not new or not _flanked(pair, unit):
        return []
    if not _nothing_else(rest, pair.old, unit.old, old) or not _nothing_else(rest, pair.new, unit.new, new):
        return []
    if len(old) != len(new):  # lists of names: Tarn and Elm, Orm
        old, new = [range(old[0].start, old[-1].stop)], [range(new[0].start, new[-1].stop)]
    both = zip(old, new, strict=True)
    return [one for one in both if _opposed(unit, *one) and _of_one_use(pair, *one)]


def _name_each_its_outlet(pair: Pair, ours: range, theirs: range) -> bool:
    """Whether each version names the outlet that prints it, or part of its name: the Post, the Star."""
    for here, words in ((pair.old, ours), (pair.new, theirs)):
        own = {here.language.fold(word) for word in (here.witness.article.outlet or "").split()}
        if not {here.folded[k] for k in words if not here.small[k]} <= own:
            return False
    return True


def _change_places(pair: Pair, unit: Unit, ours: range, theirs: range) -> bool:
    """Whether the linked sentences of either version have both names: Tarn faces Elm, Elm faces Tarn.

    Which of the two does what is told by `exchanged_parties`.
    """
    group = pair.group(unit)
    if group < 0:
        return False
    sides = zip((pair.old, pair.new), pair.linked(group), strict=True)
    held = [{here.folded[k] for k in words} for here, words in sides]
    names = pair.old.folded[ours.stop - 1], pair.new.folded[theirs.stop - 1]
    return names[0] != names[1] and all(name in words for name in names for words in held)


def names_of_sentences(material: Material, rest: Rest, unit: Unit) -> Iterator[Candidate]:
    """Names that sentences put in other words exchange: each unknown to the other version, in one slot.

    A slot is the title before the name (Judge Ana Kael, Judge Pim Aske), met once in either sentence.
    """
    pair, values = material.pair, material.values
    sides = ((pair.old, unit.old, pair.new, values.names[0]), (pair.new, unit.new, pair.old, values.names[1]))
    slots = [_titled_names(rest, *side) for side in sides]
    for title in sorted(slots[0].keys() & slots[1].keys()):
        yield from renamed(pair, values, slots[0][title], slots[1][title], overlaps=True)


def _titled_names(
    rest: Rest, here: Side, words: range, there: Side, found: Sequence[range]
) -> dict[str, range]:
    """By title the one name of several words behind it that the other version does not know."""
    held: dict[str, list[range]] = {}
    for mention in mentions.touching(found, words):
        title, name = parted_title(here, mention)
        strange = not any(there.counts[here.folded[k]] for k in name if not here.small[k])
        if title and len(name) > 1 and mention.start in words and strange and not rest.touched(here, name):
            held.setdefault(title, []).append(name)
    told = Counter(here.folded[k] for k in words)
    return {title: names[0] for title, names in held.items() if len(names) == 1 and told[title] == 1}


def parted_title(here: Side, mention: range) -> tuple[str, range]:
    """The title that opens a mention or stands right before it, and the name without it."""
    if here.names.is_title(here.folded[mention.start]):
        low = mention.start
        while low < mention.stop - 1 and here.names.is_title(here.folded[low]):
            low += 1
        return here.folded[low - 1], range(low, mention.stop)
    before = mention.start - 1
    same = before >= 0 and here.sentence[before] == here.sentence[mention.start]
    titled = same and here.between(before) == " " and here.folded[before] in here.names.ranks
    return (here.folded[before] if titled else ""), mention


def _says_the_same(material: Material, ours: range, theirs: range) -> bool:
    """Whether both name in full and surely who says the very same quoted words: the speaker changed."""
    pair, (old, new) = material.pair, material.said
    for mine in (one for one in old if _spoken_by(material, pair.old, one, ours)):
        said = material_words(pair.old, mine)
        carried = set(pair.to_new[said].tolist())
        for other in (one for one in new if _spoken_by(material, pair.new, one, theirs)):
            if len(said) >= _SAID and carried == set(material_words(pair.new, other).tolist()):
                return True
    return False


def _spoken_by(material: Material, here: Side, statement: Statement, name: range) -> bool:
    """Whether a name stands for the speaker of quoted words, a person named in full beside them."""
    mention = statement.speaker
    held = here.at(mention) if mention is not None else range(0)
    if statement.kind != "direct" or not (held.start <= name.start and name.stop <= held.stop):
        return False
    parties = sure(here, statement, material.settings)
    return is_in_full(here, parties)


def _of_one_use(pair: Pair, ours: range, theirs: range) -> bool:
    """Whether both stand alone, or both before what is theirs: a firm is not its spokesman.

    A name that the other version has as well is somebody else of whom both tell: it counts only between
    the same words.
    """
    if _is_attribute(pair.old, ours) != _is_attribute(pair.new, theirs):
        return False
    known = _knows(pair.old, pair.new, theirs) or _knows(pair.new, pair.old, ours)
    before = ours.start > 0 and int(pair.to_new[ours.start - 1]) == theirs.start - 1
    behind = ours.stop < len(pair.to_new) and int(pair.to_new[ours.stop]) == theirs.stop
    return not known or (before and behind)


def _names_nobody(here: Side, words: range) -> bool:
    """Whether the words are no name of the report: part of a line in capitals, of a byline or of a credit.

    A credit is for work on the report: editing by Ana Kael and Pim Aske.
    """
    loud = sum(here.words[k].isupper() and len(here.words[k]) >= _LOUD for k in words)
    known, whole = here.editing.crediting, here.sentences(words[:1])
    signed = here.folded[whole.start] in known.by and not here.prose[words.start]
    worked = any(
        here.folded[k] in known.worked and here.folded[k + 1] in known.by
        for k in range(whole.start, words.start - 1)
    )
    made = _is_made_of_a_name(here, words) or _contributed(here, words)
    return loud >= _HEADING or signed or worked or made


def _is_made_of_a_name(here: Side, words: range) -> bool:
    """Whether the last word says something of a name behind a hyphen: Tarn-backed."""
    return len(words) > 1 and here.words[words[-1]].islower() and here.between(words[-2]) == "-"


def _contributed(here: Side, words: range) -> bool:
    """Whether the sentence names who worked on the report and tells nothing else."""
    known = here.editing.crediting
    work = known.lines | known.worked
    plain = [k for k in here.sentences(words[:1]) if not here.small[k] and not here.words[k][:1].isupper()]
    told = {here.folded[k] for k in plain}
    return not told.isdisjoint(work) and told <= work | known.reports


def _is_attribute(here: Side, words: range) -> bool:
    """Whether a name is somebody's (Ansel's) or goes before a title (the Quarn spokesman)."""
    last, behind = here.folded[words.stop - 1], words.stop
    titled = (
        behind < len(here.words)
        and here.between(behind - 1) == " "
        and (here.names.is_title(here.folded[behind]))
    )
    return titled or bool(last.endswith(("'s", "s'")))


def _knows(here: Side, there: Side, words: range) -> bool:
    """Whether this version has the telling words of a name of the other one."""
    return all(here.counts[there.folded[k]] for k in words)


def _nothing_else(rest: Rest, here: Side, words: range, found: Sequence[range]) -> bool:
    """Whether the words tell nothing but these names: a town described here and named there is one town."""
    named = {k for mention in found for k in mention}
    named.update(k for hit in lexicon.hits(here, words, here.editing.hedges) for k in hit.words)
    plain = (k for k in words if k not in named and not rest.taken(here)[k])
    return all(here.small[k] or here.names.is_title(here.folded[k]) for k in plain)


def _flanked(pair: Pair, unit: Unit) -> bool:
    """Whether the same word stands before or behind the unit in both: one thing of another name."""
    before = unit.old_low == 0 or int(pair.to_new[unit.old_low - 1]) == unit.new_low - 1
    behind = unit.old_high == len(pair.to_new) or int(pair.to_new[unit.old_high]) == unit.new_high
    return before or behind


def _opposed(unit: Unit, ours: range, theirs: range) -> bool:
    """Whether both names lie mostly inside the unit or reach out of it by the same words."""
    inside_old = min(ours.stop, unit.old_high) - max(ours.start, unit.old_low)
    inside_new = min(theirs.stop, unit.new_high) - max(theirs.start, unit.new_low)
    return len(ours) - inside_old == len(theirs) - inside_new


def renamed(
    pair: Pair, values: Values, ours: range, theirs: range, overlaps: bool = False
) -> Iterator[Candidate]:
    """Two names of one place, if they cannot mean the same; of one bearer, if they are spelt otherwise."""
    names = pair.names
    a = names.tokens([pair.old.words[k] for k in ours])
    b = names.tokens([pair.new.words[k] for k in theirs])
    if not pair.editing.slugs.isdisjoint(
        [*pair.old.folded[ours.start : ours.stop], *pair.new.folded[theirs.start : theirs.stop]]
    ):
        return
    if not a or not b or is_style(pair, Unit(ours.start, ours.stop, theirs.start, theirs.stop)):
        return
    if _one_given_name(pair, a, b):
        yield candidate_of(pair, "style", ours, theirs, overlaps=overlaps)
        return
    if of_one_bearer(pair, ours, theirs, values.names):
        return
    same = (names.same(a, b) and not _exchanged(a, b)) or _misspelt(pair, a, b)
    if not same and not _one_full_name(pair, values, a, b):
        yield from compared(pair, "name", ours, theirs, same=False, overlaps=overlaps)
    elif same and len(a) == len(b):
        alike = all(_is_one_form(x, y) for x, y in zip(a, b, strict=True))
        kind: ChangeKind = "style" if alike else "slip"
        detail = None if alike else "in one"
        yield candidate_of(pair, kind, ours, theirs, detail=detail, overlaps=overlaps)


def _is_one_form(x: str, y: str) -> bool:
    """Whether two words of names are one in our letters, or one is the other's first letter: J., Josiah."""
    short, long = sorted((x, y), key=len)
    initial = len(short) == 1 and long.startswith(short)
    return initial or transliterated(x) == transliterated(y)


def _one_given_name(pair: Pair, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names differ in the form of a given name alone: William Kael, Bill Kael."""
    unlike = _unlike_words(a, b)
    return unlike is not None and len(a) > 1 and pair.names.is_short_for(*unlike)


def _one_full_name(pair: Pair, values: Values, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether either text has both names as one: first name here, surname there."""
    parts = {*a, *b}
    for here, found in ((pair.old, values.names[0]), (pair.new, values.names[1])):
        if any(parts <= set(pair.names.tokens(here.words[r.start : r.stop])) for r in found if len(r) > 1):
            return True
    return False


def _misspelt(pair: Pair, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one of several words was miswritten: then no other name."""
    unlike = _unlike_words(a, b)
    if unlike is None or len(a) == 1 or any(c.isdigit() for word in unlike for c in word):
        return False
    one, other = unlike
    alike = one[:3] == other[:3] and edits.distance(one, other) <= _MISWRITTEN
    return abs(len(one) - len(other)) <= 1 and (
        spelling_of(pair.language).mistake(one, other) is not None or alike
    )


def _unlike_words(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, str] | None:
    """The one word in which two names differ that are else word for word alike; None where it is not one."""
    unlike = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return unlike[0] if len(a) == len(b) and len(unlike) == 1 else None


def _exchanged(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one word of a name was exchanged for one that but begins like it: Brandeck, Brandmoor.

    A form of the same word begins the other, has its consonants or is a few letters away from it.
    """
    unlike = _unlike_words(a, b)
    if unlike is None:
        return False
    one, other = unlike
    if min(len(one), len(other)) < _SHORTENED or one.startswith(other) or other.startswith(one):
        return False
    return skeleton(one) != skeleton(other) and edits.distance(one, other) > _MISWRITTEN
