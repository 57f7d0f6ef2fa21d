"""The parties of a statement in one parsed sentence: who speaks by a cue, and to whom."""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters
from retold.steps.statements import certainty
from retold.steps.statements.acted_on import acting_on
from retold.steps.statements.addressees import can_hear, conjuncts, is_addressee, is_group
from retold.steps.statements.apposed import apposed, set_off
from retold.steps.statements.attach import Link, beside
from retold.steps.statements.frames import Frame
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.meant import NOBODY, Meant
from retold.steps.statements.names import is_code
from retold.steps.statements.resolve import Resolver
from retold.steps.statements.speaking import is_role
from retold.steps.statements.tree import Tree
from retold.steps.statements.unnamed import is_man
from retold.steps.statements.utterance import Who, same
from retold.tables import Witness

_P = parameters.of("statements", "reader")
_PLAIN_CUE, _MISREAD, _ADDRESSEE = (_P.number(name) for name in ("plain_cue", "misread", "addressee"))
_RELATIVE = _P.integer("relative")
_ARGUMENTS = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "dobj",
        "dative",
        "agent",
        "prep",
        "pobj",
        "poss",
        "conj",
        "ccomp",
        "xcomp",
        "attr",
    }
)


class Parties:
    """Names those who speak and who are spoken to, by what the article told before."""

    def __init__(self, witness: Witness, lexicon: Lexicon, resolver: Resolver) -> None:
        self.witness, self.lexicon, self.resolver = witness, lexicon, resolver

    def speaker(self, number: int, tree: Tree, frame: Frame, links: Sequence[Link]) -> Who | None:
        """Who speaks by a cue, where anybody is told to."""
        mine = [link for link in links if link.frame is frame]
        if frame.asked and frame.head is None:
            return None
        if frame.head is None or frame.speaker is None:
            heads = [head for link in mine if (head := beside(tree, frame.cue, link.quote)) is not None]
            return self.who(number, tree, heads[0], _MISREAD) if heads else self._behind(tree, frame, mine)
        surest = max(link.support for link in mine) if mine else _plain(tree, frame)
        who = self._subject(number, tree, frame, frame.head, surest)
        if who.meant.entity is None:
            meant = self._named(number, tree, frame.head, frame.cue, who.link).meant
            who = Who(who.mention, meant, who.link) if meant.entity is not None else who
        apart = self._is_named_by(tree, frame, frame.head, who) or _is_who_was_told(tree, frame.head)
        if apart or self._is_spoken_to(number, tree, frame, who):
            who = Who(who.mention, NOBODY, who.link)
        if who.mention is not None and frame.head < frame.cue:  # a statement from the club [read]
            who.mention = (who.mention[0], min(who.mention[1], max(who.mention[0], tree.ends[frame.cue - 1])))
        if frame.relative is None or who.mention is None:
            return who
        _, end = tree.span(frame.relative, frame.relative)
        near = frame.relative - frame.speaker[1] <= _RELATIVE  # "Kael, who": both words, else "Kael" alone
        meant = self._who(tree, frame, who)
        return Who((who.mention[0], end) if near else who.mention, meant, who.link)

    def _who(self, tree: Tree, frame: Frame, who: Who) -> Meant:
        """Whom "who" behind a comma means: no body, but whoever is named last before it, the head of it.

        Ana Kael, the president of the Harbour List, [who] offered this answer.
        """
        entity, at = who.meant.entity, frame.relative
        if entity is None or at is None or entity.person or tree.words[at - 1] != ",":
            return who.meant
        if tree.grammar.is_plural(entity.name.words[-1].lower()):
            return who.meant  # the Orm Guards, who said so
        named = self.resolver.persons(tree.starts[0], tree.starts[at])[-1:]
        return self.resolver.named(named[0]) if named else NOBODY

    def _behind(self, tree: Tree, frame: Frame, links: Sequence[Link]) -> Who | None:
        """Who is named right behind a cue that stands behind its quotation: “…,” said [Save the Weir]."""
        quoted = any(tree.quotes[t] == link.quote for link in links for t in range(frame.cue))
        name = self.resolver.naming_from(tree.ends[frame.cue] + 1) if quoted else None
        return None if name is None else Who((name.start, name.end), self.resolver.named(name), _MISREAD)

    def _is_named_by(self, tree: Tree, frame: Frame, head: int, who: Who) -> bool:
        """Whether words behind a pronoun name whom it would mean: he believes that it is up to [Kael].

        They cannot be of one person (Principle C of the theory of binding; Chomsky 1981). Writers keep to
        that for those who do or suffer something, not where a name stands aside: despite trailing Kael.
        """
        entity = who.meant.entity
        if entity is None or frame.content is None or tree.lower[head] not in tree.grammar.pronouns:
            return False
        low, high = frame.content
        places = self.resolver.places(entity, *tree.span(low, high)) if low > head else []
        tokens = [token for place in places if (token := tree.at(place)) is not None]
        return any(_takes_part(tree, token, low) for token in tokens)

    def _is_spoken_to(self, number: int, tree: Tree, frame: Frame, who: Who) -> bool:
        """Whether a pronoun that speaks would mean who is named as spoken to: she told [Kael] that …"""
        entity = who.meant.entity
        if entity is None or frame.head is None or tree.lower[frame.head] not in tree.grammar.pronouns:
            return False
        heads = [head for head in frame.addressees if tree.tags[head] == "NNP"]
        return any(self.who(number, tree, head, 1.0).meant.entity is entity for head in heads)

    def who(self, number: int, tree: Tree, head: int, link: float) -> Who:
        """The phrase around a head, and who is meant by it."""
        low, high = tree.noun(head)
        start, end = tree.span(low, head)
        words = [word for word in tree.lower[low : head + 1] if not is_code(word)]  # Quay Lines QUAY.L
        proper = tree.tags[head] not in ("NN", "NNS")
        meant = self.resolver.who(number, start, end, words, tree.phrase_end(head), proper)
        end = max(end, self.resolver.next_end(end, meant))
        if meant.entity is None and (name := apposed(tree, head)) is not None:
            meant = self.who(number, tree, name, link).meant
        whole = tree.span(low, high)
        named = self.resolver.name_range(start, end if meant.entity is not None else whole[1])
        return Who((min(whole[0], named[0]), max(whole[1], named[1])), meant, link)

    def joined(self, number: int, tree: Tree, frame: Frame, who: Who | None) -> list[Who]:
        """Those who say it with the speaker: Ana Kael [and Jan Orme], the union [and the firm] said."""
        if frame.head is None or who is None:
            return []
        found: list[Who] = []
        for head in _joined_heads(tree, frame.head, frame.cue):
            one = self._named(number, tree, head, frame.cue, who.link)
            able = _are_alike(one.meant, who.meant) or _is_one_more(tree, frame.head, head, one.meant)
            if able and not any(same(one, other) for other in (who, *found)):
                found.append(one)
        return found

    def _subject(self, number: int, tree: Tree, frame: Frame, head: int, link: float) -> Who:
        """The subject of a cue; a pronoun behind what it tells means nobody of whom these words speak.

        Of a message that speaks it is who sent it.
        """
        over = self._recalling(number, tree, frame, head)
        if over is not None:
            mention = tree.span(head, head)
            meant = self.resolver.hearer(number, mention[0], tree.lower[head], over.meant.entity)
            return Who(mention, meant, min(link, _MISREAD))
        behind = frame.content is not None and frame.content[1] < head
        if frame.content is None or not behind or tree.lower[head] not in tree.grammar.pronouns:
            return self._sent(number, tree, head, self.who(number, tree, head, link))
        mention, told = tree.span(head, head), tree.span(*frame.content)
        return Who(mention, self.resolver.pronoun(number, mention[0], tree.lower[head], told), link)

    def _is_told_of(self, tree: Tree, head: int) -> bool:
        """Whether somebody without a name is nearer than any name: wrote to his aunt, begging her."""
        man = tree.lower[head] in tree.grammar.men
        nouns = [t for t in range(head) if tree.tags[t].startswith("NN") and tree.quotes[t] < 0]
        known = (t for t in reversed(nouns) if is_role(tree, t) or tree.lower[t] in tree.names.family)
        named, near = next((t for t in nouns[::-1] if tree.tags[t] == "NNP"), -1), next(known, -1)
        if near <= named or tree.having(near, "appos"):
            return False
        return is_man(tree.lower[near], tree.names, tree.grammar) is man

    def _recalling(self, number: int, tree: Tree, frame: Frame, head: int) -> Who | None:
        """Who recalls or quotes the one meant by a pronoun: [Kael] recalled her saying, quoted him as saying.

        Or who does something to her who then speaks. She is somebody else than he who recalls her.
        """
        if tree.lower[head] not in tree.grammar.men | tree.grammar.women:
            return None
        actor = acting_on(tree, frame.cue, head)
        if actor is not None:
            return self._named(number, tree, actor, frame.cue, 1.0)
        if tree.tags[frame.cue] != "VBG":
            return None
        over = next((t for t in tree.above(frame.cue)[1:] if t < head), None)
        own = [] if over is None else [kid for kid in tree.having(over, "nsubj") if kid < over]
        object_of = tree.deps[head] in ("dobj", "dative") or tree.heads[head] == frame.cue
        if over is None or not own or own[-1] == head or not object_of:
            return None
        return self._named(number, tree, own[-1], over, 1.0)

    def _sent(self, number: int, tree: Tree, head: int, who: Who) -> Who:
        """“The message from the warden, Ana Kael, was plain: “…””: what was issued, with who issued it.

        Or with whose it is: Kael's answer was plain: “…”.
        """
        led = bool(tree.segment.quotes) or tree.segment.text.rstrip().endswith(":")
        known = tree.speech.issued | (tree.speech.worded if led else frozenset())
        if who.meant.entity is not None or tree.lower[head] not in known:
            return who
        verb = tree.heads[head] if tree.deps[head] == "nsubj" else head  # a reply came from Ana Kael: “…”
        links = [kid for one in (head, verb) for kid in tree.having(one, "prep") if kid > head]
        links = [kid for kid in links if tree.lower[kid] in tree.grammar.maker and tree.quotes[kid] < 0]
        sender = next((kid for link in links for kid in tree.having(link, "pobj")), None)
        sender = next(iter(tree.having(head, "poss")), None) if sender is None else sender
        if sender is None:
            return who
        name = set_off(tree, sender, len(tree))
        meant = self.who(number, tree, sender if name is None else name, who.link).meant
        return Who(who.mention, meant, who.link)

    def _named(self, number: int, tree: Tree, head: int, cue: int, link: float) -> Who:
        """The phrase around a head, with the name between commas behind it where it has none itself."""
        who = self.who(number, tree, head, link)
        if who.meant.entity is not None:
            return who
        name = set_off(tree, head, cue)
        return (
            who if name is None else Who(who.mention, self.who(number, tree, name, who.link).meant, who.link)
        )

    def addressees(self, number: int, tree: Tree, frame: Frame, kind: str, who: Who | None) -> list[Who]:
        """Those to whom it is said by a cue; of a bare act only those who can hear."""
        heads = _whole(tree, [head for head in frame.addressees if is_addressee(tree, head)])
        found = [(head, self._addressee(number, tree, head, who)) for head in heads]
        return [one for h, one in found if kind != "act" or one.meant.entity is not None or can_hear(tree, h)]

    def _addressee(self, number: int, tree: Tree, head: int, speaker: Who | None) -> Who:
        """One spoken to; a group or a house without a name goes by its words (reporters, a court)."""
        if tree.lower[head] in self.lexicon.grammar.men | self.lexicon.grammar.women:
            start, end = tree.span(head, head)
            but = None if speaker is None else speaker.meant.entity
            meant = self.resolver.hearer(number, start, tree.lower[head], but)
            return Who((start, end), NOBODY if self._is_told_of(tree, head) else meant, _ADDRESSEE)
        who = self.who(number, tree, head, _ADDRESSEE)
        low, high = tree.noun(head)
        if who.meant.entity is not None or high > head or not is_group(tree, head):
            return who  # what is described at length ("a crowd of …") has no name
        while low < high and tree.tags[low] in ("DT", "PRP$"):
            low += 1
        start, end = tree.span(low, high)
        return Who(who.mention, Meant(" ".join(self.witness.text[start:end].split()), 1.0), _ADDRESSEE)


def _is_who_was_told(tree: Tree, head: int) -> bool:
    """Whether a pronoun that speaks means somebody without a name: Vann asks her father, and [he] says so."""
    lower, grammar = tree.lower, tree.grammar
    if lower[head] not in grammar.men | grammar.women or lower[head - 1] not in grammar.joining:
        return False
    alike = grammar.men if lower[head] in grammar.men else grammar.women
    for noun in (t for t in range(head) if tree.deps[t] in ("dobj", "dative") and tree.tags[t] == "NN"):
        verb = tree.speech.verbs.get(lower[tree.heads[noun]])
        known = bool(tree.having(noun, "appos")) or any(lower[k] in alike for k in tree.having(noun, "poss"))
        fits = is_man(lower[noun], tree.names, grammar) is (alike is grammar.men)
        if verb is not None and verb.to_object and fits and not known and tree.quotes[noun] < 0:
            return True
    return False


def _whole(tree: Tree, heads: Sequence[int]) -> list[int]:
    """The heads without a noun that is read apart from the name behind it: the [sports daily] La Plaza."""
    named = [head for head in heads if tree.tags[head].startswith("NNP")]
    opens = {tree.noun(head)[0] for head in named}
    return [head for head in heads if head in named or head + 1 not in opens]


def _plain(tree: Tree, frame: Frame) -> float:
    """How sure the speaker of a cue is that has no quotation."""
    found = certainty.marks(tree, frame)
    return _PLAIN_CUE if found is None else certainty.of_speaker(found)


def _are_alike(one: Meant, other: Meant) -> bool:
    """Whether both are persons with a name, or neither is."""
    if one.entity is None or other.entity is None:
        return False
    return one.entity.person == other.entity.person


def _is_one_more(tree: Tree, first: int, head: int, meant: Meant) -> bool:
    """Whether a noun joined to the `first` means persons or a body without a name: the union and [the firm].

    Not where it may be joined to a noun between them: the head of the union and the firm.
    """
    told = tree.tags[head] == "NNS" or (tree.tags[head] == "NN" and bool(tree.having(head, "det", "poss")))
    plain = meant.entity is None and told
    other = any(tree.deps[t] in ("pobj", "appos") for t in range(first, head))
    return plain and not other and (is_role(tree, head) or tree.lower[head] in tree.names.bodies)


def _takes_part(tree: Tree, token: int, low: int) -> bool:
    """Whether a name is an argument of the verbs of a clause that begins at `low`, or of their nouns."""
    one = token
    while one >= low and tree.deps[one] in ("compound", "nmod") and tree.tags[tree.heads[one]] == "NNP":
        one = tree.heads[one]  # [Ana] Kael
    while tree.heads[one] >= low and tree.deps[one] in _ARGUMENTS:
        one = tree.heads[one]
    return tree.heads[one] < low or tree.heads[one] == one


def _joined_heads(tree: Tree, head: int, cue: int) -> list[int]:
    """The heads before a cue that are joined to its subject by "and", in order; none that only describes it.

    A list is joined by the word before its last item. What a parser calls joined and no such word joins is
    the party or the place of who speaks, or the code of a firm: Ana Kael, R-Quarn., said.
    """
    described = tree.having(head, "appos")
    every = sorted({one for one in conjuncts(tree, [head, *described]) if head < one < cue} - {*described})
    joining = [one for one in every if tree.lower[tree.noun(one)[0] - 1] in tree.grammar.joining]
    last = joining[-1] if joining else -1
    return [one for one in every if one <= last and tree.quotes[one] < 0]
