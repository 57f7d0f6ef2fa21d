"""Who says what to whom in one parsed sentence: a frame for every cue.

The rules read spaCy's English dependency labels. A cue without a subject of
its own takes that of the verb it depends on (praised …, saying …).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retold.language.speech import Verb
from retold.steps.statements.addressees import addressees, is_addressee
from retold.steps.statements.apposed import set_off
from retold.steps.statements.asked_for import is_asked_for
from retold.steps.statements.clauses import content_clause, quote_follows
from retold.steps.statements.denials import is_denied
from retold.steps.statements.introduced import without_introduction
from retold.steps.statements.inversions import inverted
from retold.steps.statements.made_to import is_made
from retold.steps.statements.misread import misread_clause
from retold.steps.statements.segments import is_nickname
from retold.steps.statements.subjects import subject
from retold.steps.statements.tree import FINITE, Tree
from retold.steps.statements.unsaid import is_left

_NO_CUES = frozenset({"compound", "amod", "aux", "auxpass"})
_PLACED = frozenset({"IN", "DT", "NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue and its arguments; token numbers, both ends included.

    `content` is the clause that tells what was said, `theme` the object of an
    act or of a naming. `real` is False for what was not said (refused to say).
    """

    cue: int
    cue_end: int
    verb: Verb
    speaker: tuple[int, int] | None
    head: int | None  # the speaker's head
    addressees: tuple[int, ...] = ()  # heads
    content: tuple[int, int] | None = None
    theme: int | None = None
    real: bool = True
    verbal: bool = True  # a verb, not a phrase such as "according to"
    relative: int | None = None  # the "who" between the speaker and the cue
    asked: bool = False  # a passive telling of nobody: asked whether …
    denied: bool = False  # did not say, denies that Kael said
    misread: bool = False  # the words were found without the parse
    signs: bool = False  # may be the reporter who signs: …, writes Kael


def frames(tree: Tree) -> list[Frame]:
    """The frames of a sentence in the order of their cues."""
    found = [frame for token in range(len(tree)) for frame in _verb_frame(tree, token)]
    found.extend(_phrases(tree))
    found.extend(_remarks(tree))
    found = [replace(f, content=without_introduction(tree, f.content, f.cue)) for f in found]
    return [_with_addressees(tree, frame, found) for frame in sorted(found, key=lambda frame: frame.cue)]


def _with_addressees(tree: Tree, frame: Frame, every: Sequence[Frame]) -> Frame:
    """“told the crews …, adding that …”: what depends on a telling has its addressees."""
    joined = tree.deps[frame.cue] in ("conj", "advcl") and not tree.having(frame.cue, "nsubj")
    if frame.addressees or not joined or frame.verb.manner == "thought" or frame.verb.to_object:
        return frame
    above = set(tree.above(frame.cue)[1:])
    upper = [f for f in every if f.cue in above and f.head == frame.head and f.addressees and not f.verb.act]
    heads = tuple(head for head in upper[-1].addressees if is_addressee(tree, head)) if upper else ()
    return replace(frame, addressees=heads) if heads else frame


def _remarks(tree: Tree) -> Iterator[Frame]:
    """“Kael made the remarks in a call”: an act that says where."""
    for token in range(len(tree)):
        if tree.lower[token] not in tree.speech.making or not _is_cue(tree, token):
            continue
        said = [kid for kid in tree.having(token, "dobj") if tree.lower[kid] in tree.speech.remarks]
        head, passive = subject(tree, token, tree.speech.plain)
        back = [
            kid
            for one in said
            for kid in tree.having(one, "det", "poss")
            if tree.lower[kid] in tree.speech.back
        ]
        if back and head is not None and not passive:
            verb = replace(tree.speech.plain, act=True)
            yield Frame(token, said[0], verb, tree.noun(head), head, theme=said[0])


def _verb_frame(tree: Tree, token: int) -> Iterator[Frame]:
    verb = tree.speech.verbs.get(tree.lower[token])
    if verb is None or not _is_cue(tree, token) or _is_saying(tree, token):
        return
    end = _particle(tree, token, verb)
    if end is None:
        return
    clauseless = verb.base in tree.speech.with_clauses and not tree.having(token, "ccomp")
    if clauseless or (verb.naming and _only_names(tree, token)):
        return
    behind = inverted(tree, token, verb)
    head, passive = subject(tree, token, verb, behind)
    content = content_clause(tree, token, verb, behind)
    misread = misread_clause(tree, token, verb, head) if content is None else None
    denied = is_denied(tree, token)
    yield Frame(
        cue=token,
        cue_end=end,
        verb=_with_sense(tree, token, verb),
        speaker=None if head is None else tree.noun(head),
        head=head,
        addressees=tuple(addressees(tree, token, verb, passive, behind)),
        content=content or misread,
        theme=next(iter(tree.having(token, "dobj", "oprd")), None),
        real=_is_real(tree, token, head) and not denied,
        asked=passive and head is None,
        denied=denied,
        signs=_signs(tree, token, verb, head),
        misread=misread is not None,
        relative=next(
            (k for k in tree.having(token, "nsubj") if tree.lower[k] in tree.speech.relatives), None
        ),
    )


def _is_saying(tree: Tree, token: int) -> bool:
    """“Bring a hat, as they say”: a turn of phrase without quoted words, which nobody in particular says."""
    if tree.segment.quotes:
        return False
    sayings = (one.split() for one in tree.speech.sayings)
    return any(tree.lower[max(0, token + 1 - len(words)) : token + 1] == words for words in sayings)


def _signs(tree: Tree, token: int, verb: Verb, head: int | None) -> bool:
    """“The roof leaks, writes Ana Kael.”: no marks, and a name behind a verb of writing to the end."""
    if verb.base not in tree.speech.signing or tree.tags[token] not in ("VBZ", "NNS"):
        return False
    if head is None or head <= token or any(tree.dummy[:token]):
        return False
    behind = range(head + 1, len(tree))
    placed = bool(behind) and tree.tags[head + 1] == "IN"  # …, writes Ana Kael at the Gasworks
    return all(tree.tags[t] in (".", "_SP") or (placed and tree.tags[t] in _PLACED) for t in behind)


def _only_names(tree: Tree, token: int) -> bool:
    """“Dockers call the shed “the Oven.””: a name that people use, and nothing that anybody said.

    What one person called it once may have been said: a name is what several use, or what a verb gives.
    """
    if _is_so_called(tree, token):
        return True
    if tree.tags[token] not in ("VBP", "VBN", "VB") and not _gives_name(tree, token):
        return False
    numbers = {tree.quotes[t] for t in range(token, tree.reach(token)[1] + 1) if tree.quotes[t] >= 0}
    words = [" ".join(tree.words[t] for t in range(len(tree)) if tree.quotes[t] == one) for one in numbers]
    return bool(words) and all(is_nickname(one) for one in words)


def _is_so_called(tree: Tree, token: int) -> bool:
    """“a clerk called Ana Kael, 40”: a participle right behind somebody that only gives his name."""
    named = tree.tags[token] in ("VBN", "VBD") and tree.tags[token - 1 : token] in (["NN"], ["NNS"])
    end = token + 1
    while end < len(tree) and (tree.tags[end].startswith("NNP") or tree.lower[end] in tree.names.particles):
        end += 1
    closed = end == len(tree) or tree.tags[end] in (",", ".", "IN", "CC", "_SP", *FINITE)
    return named and end > token + 1 and tree.quotes[token + 1] < 0 and closed


def _gives_name(tree: Tree, token: int) -> bool:
    """“dubbed it “the Surgery””, “Dockers called it “the Oven””: by the verb, or by several who do so."""
    subjects = tree.having(token, "nsubj")
    several = bool(subjects) and tree.tags[subjects[-1]] == "NNS"
    return several or tree.lower[token] in tree.speech.giving_names


def _with_sense(tree: Tree, token: int, verb: Verb) -> Verb:
    """“pleaded guilty” admits: the manner that the words behind lend to a verb."""
    for words, manner in tree.speech.senses.get(verb.base, {}).items():
        if tree.lower[token + 1 : token + 1 + len(words.split())] == words.split():
            return replace(verb, manner=manner)
    return verb


def _is_cue(tree: Tree, token: int) -> bool:
    if tree.quotes[token] >= 0:
        return False
    if tree.tags[token] == "NNS":  # “the board notes, “…””, “…,” Kael notes.: taken for a noun
        before = token - 1
        while before > 0 and tree.tags[before] == "NNP":
            before -= 1
        closes = 0 < before < token - 1 and tree.words[before] == "," and tree.dummy[before - 1]
        return token > 0 and (closes or quote_follows(tree, token))
    if tree.tags[token] == "NN":  # a statement from the club read: “…”
        led = tree.words[token + 1 : token + 2] == [":"] and quote_follows(tree, token)
        return led and token > 0 and tree.deps[token] in ("pobj", "ccomp")
    if tree.lower[token] in tree.speech.granting and not tree.having(token, "nsubj", "aux"):
        return False  # Assuming that …, it turns out
    return tree.tags[token].startswith("VB") and tree.deps[token] not in _NO_CUES


def _particle(tree: Tree, token: int, verb: Verb) -> int | None:
    """Last token of the cue, None where a particle is needed and missing."""
    other = tree.speech.otherwise.get(verb.base, ())
    if any(tree.lower[kid] in other for kid in tree.having(token, "prt")):
        return None  # called in a diver
    needed = tree.speech.particles.get(verb.base)
    if needed is None:
        return token
    needs_object = tree.speech.about.get(verb.base, frozenset())  # point to the gate; went on the gate
    found = [
        kid
        for kid in tree.having(token, "prt", "prep")
        if tree.lower[kid] in needed
        and (tree.deps[kid] == "prt" or tree.lower[kid] in needs_object or not tree.having(kid, "pobj"))
    ]
    if found:
        return found[0] if found[0] == token + 1 else token
    return None


def _is_real(tree: Tree, token: int, head: int | None) -> bool:
    """Whether somebody said it: no negation, no "would", no "if", no bare infinitive but after "went on"."""
    if (head is not None and _is_nobody(tree, head)) or _is_supposed(tree, token) or is_left(tree, token):
        return False
    aux = [tree.lower[kid] for kid in tree.having(token, "aux")]
    limited = any(tree.lower[kid] in tree.speech.limiting for kid in tree.having(token, "advmod"))
    limited = limited or not tree.speech.limiting.isdisjoint(tree.lower[token + 1 : token + 2])
    if (
        tree.having(token, "neg")
        or _is_neither(tree, token)
        or (tree.speech.unreal.intersection(aux) and not limited)
    ):
        return False
    if tree.tags[token] == "VB" and not aux and not tree.having(token, "nsubj"):
        return _is_joined_to_real(tree, token)  # Tell him what it is for
    infinitive, future = tree.grammar.infinitive, tree.grammar.future
    if infinitive.intersection(aux) and not future.intersection(aux):
        return tree.lower[tree.heads[token]] in tree.speech.going_on or is_made(tree, token)
    head = tree.heads[token]
    joined = tree.deps[token] == "conj" and head != token
    if joined and _is_alternative(tree, token):
        return False
    unreal_head = joined and infinitive.intersection(tree.lower[kid] for kid in tree.having(head, "aux"))
    return not unreal_head and not future.intersection(aux)


def _is_joined_to_real(tree: Tree, token: int) -> bool:
    """Whether a bare verb goes on with a past that it only looks unlike: he came and put it plainly."""
    return tree.deps[token] == "conj" and tree.tags[tree.heads[token]] in ("VBD", "VBZ")


def _is_alternative(tree: Tree, token: int) -> bool:
    """Whether a verb is joined to a denied one and is denied as well: did not confirm [or deny]."""
    joined = token > 0 and tree.lower[token - 1] in tree.grammar.alternatives
    return joined and any(tree.having(one, "neg") or _is_neither(tree, one) for one in tree.above(token)[1:])


def _is_neither(tree: Tree, token: int) -> bool:
    """Whether a word before a verb says that it and what is joined to it are not so: neither said nor."""
    return any(tree.lower[kid] in tree.speech.nobody for kid in tree.having(token, "preconj", "advmod"))


def _is_nobody(tree: Tree, head: int) -> bool:
    """Whether the subject says that there is none: nobody, none of them, neither the port nor its head."""
    return tree.lower[head] in tree.speech.nobody or any(
        tree.lower[kid] in tree.speech.nobody for kid in tree.having(head, "det", "preconj")
    )


def _is_supposed(tree: Tree, token: int) -> bool:
    """Whether a saying is only thought of: if she said so, had she said so, I wonder what she thinks."""
    subjects = tree.having(token, "nsubj")
    aux = [kid for kid in tree.having(token, "aux") if tree.lower[kid] in tree.speech.supposing]
    turned = bool(aux and subjects) and aux[0] < subjects[0] < token and not tree.segment.text.endswith("?")
    supposed = any(tree.lower[kid] in tree.speech.conditions for kid in tree.having(token, "mark"))
    return turned or supposed or _is_in_question(tree, token, subjects) or is_asked_for(tree, token)


def _is_in_question(tree: Tree, token: int, subjects: Sequence[int]) -> bool:
    """Whether a sentence asks if somebody said so: Did Kael tell them? Not what or why he did."""
    aux = tree.having(token, "aux")
    turned = bool(aux and subjects) and aux[0] < subjects[0] and tree.segment.text.rstrip().endswith("?")
    return turned and not any(tree.tags[t].startswith("W") for t in range(aux[0]))


# ---- cues that are no verbs ----


def _phrases(tree: Tree) -> Iterator[Frame]:
    """According to X, and its kin."""
    found: list[Frame] = []
    for phrase in tree.speech.phrases:
        words = phrase.split()
        if words[0] not in tree.lower:
            continue
        for at in range(len(tree) - len(words)):
            if tree.lower[at : at + len(words)] == words and tree.quotes[at] < 0:
                found.extend(_phrase_frame(tree, at, at + len(words) - 1))
    yield from _shared_out(tree, found)


def _phrase_frame(tree: Tree, cue: int, cue_end: int) -> Iterator[Frame]:
    source = next((kid for kid in tree.having(cue_end, "pobj", "pcomp") if kid > cue_end), None)
    if source is None or _measures(tree, source):
        return
    high = max(tree.reach(source)[1], set_off(tree, source, cue) or 0)
    yield Frame(
        cue, cue_end, tree.speech.plain, tree.noun(source), source, (),
        _rest(tree, cue, max(high, source)), verbal=False,
    )  # fmt: skip


def _shared_out(tree: Tree, phrases: list[Frame]) -> list[Frame]:
    """The phrases of one sentence, each with its own part: it swayed, by one, but was sound, by another."""
    if len(phrases) < 2:
        return phrases
    found = sorted(phrases, key=lambda frame: frame.cue)
    opens = found[0].cue == 0
    ends = [max(frame.speaker or (0, 0)) for frame in found]
    ends = [max(end, tree.reach(frame.head or 0)[1]) for end, frame in zip(ends, found, strict=True)]
    parts = []
    for at, frame in enumerate(found):
        before = (_joint(tree, ends[at - 1] + 1) if at else 0, frame.cue - 1)
        behind = (ends[at] + 1, found[at + 1].cue - 1 if at + 1 < len(found) else len(tree) - 1)
        parts.append(replace(frame, content=_trimmed(tree, *(behind if opens else before))))
    return parts


def _joint(tree: Tree, token: int) -> int:
    """The token behind a comma and a joining word: …, [but] …"""
    while token < len(tree) - 1 and tree.tags[token] in (",", "CC"):
        token += 1
    return token


def _trimmed(tree: Tree, low: int, high: int) -> tuple[int, int] | None:
    """A range of tokens without signs at its ends; None where less than two words stay."""
    high = tree.before_stops(low, high)
    while low < high and tree.tags[low] in (",", ":", "''", "``"):
        low += 1
    return (low, high) if high > low else None


def _measures(tree: Tree, source: int) -> bool:
    """“grouped according to size”: a bare noun by which something is measured says nothing."""
    bare = not tree.having(source, "det", "poss") and tree.tags[source] in ("NN", "NNS")
    return bare and tree.lower[source] in tree.speech.measures


def _rest(tree: Tree, low: int, high: int) -> tuple[int, int] | None:
    """The sentence before or behind a phrase, whichever is longer; before it where a reason stands behind."""
    parts = [_trimmed(tree, 0, low - 1), _trimmed(tree, high + 1, len(tree) - 1)]
    if parts[0] and parts[1] and _is_set_in(tree, low, high):
        return parts[0][0], parts[1][1]
    first = len(tree) - 1 if parts[1] is None else parts[1][0]
    if parts[0] is not None and tree.deps[first] == "mark" and tree.lower[first] not in tree.grammar.clause:
        return parts[0]
    return max((part for part in parts if part), key=lambda part: part[1] - part[0], default=None)


def _is_set_in(tree: Tree, low: int, high: int) -> bool:
    """Whether a phrase between two commas parts a verb from its subject: it would, by one, sink us."""
    parted = low > 0 and tree.words[low - 1] == "," == tree.words[high + 1]
    return parted and any(
        kid < low for t in range(high + 1, len(tree)) for kid in tree.having(t, "nsubj", "nsubjpass")
    )


def bare_frame(tree: Tree, token: int) -> Frame:
    """A frame for a verb that the lexicon does not know, beside a quotation: “…,” she beamed."""
    verb = tree.speech.plain
    head, _ = subject(tree, token, verb)
    return Frame(token, token, verb, None if head is None else tree.noun(head), head)
