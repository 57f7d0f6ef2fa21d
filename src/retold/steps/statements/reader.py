"""Reads an article from top to bottom and keeps what each sentence needs of those before it."""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters
from retold.steps.statements import certainty, supports
from retold.steps.statements.answers import answering
from retold.steps.statements.apposed import set_off
from retold.steps.statements.around import Persons
from retold.steps.statements.attach import Link, attach
from retold.steps.statements.blocks import block
from retold.steps.statements.content import content_of, tells
from retold.steps.statements.context import Context
from retold.steps.statements.entities import Entities
from retold.steps.statements.frames import Frame, bare_frame, frames
from retold.steps.statements.labelled import Labelled, Told
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.meant import NOBODY
from retold.steps.statements.misread_names import with_names
from retold.steps.statements.misread_verbs import with_participles
from retold.steps.statements.names import Range
from retold.steps.statements.nominal import nominal_frames
from retold.steps.statements.occasions import occasions
from retold.steps.statements.outlets import is_outlet
from retold.steps.statements.parties import Parties
from retold.steps.statements.pointed_back import pointed_back
from retold.steps.statements.pointers import captions, pointers
from retold.steps.statements.resolve import Resolver
from retold.steps.statements.secondhand import first_hand
from retold.steps.statements.segments import Segment
from retold.steps.statements.speaking import is_role
from retold.steps.statements.talks import asks_back, takes_turns
from retold.steps.statements.tree import Tree
from retold.steps.statements.unattributed import (
    TURN,
    Lead,
    Waiting,
    label_of,
    last_speaker,
    tells_of_another,
    turn_speaker,
)
from retold.steps.statements.utterance import Utterance, Who, only_asks, same
from retold.tables import Witness

_P = parameters.of("statements", "reader")
_MISREAD = _P.number("misread")
_CREDITED = _P.number("credited")
_LED = _P.number("led")
_DENIAL = "denied"  # the manner of words that somebody is said not to have said
_TAKES_PART = _P.number("takes_part")
_BLOCK = _P.number("block")
_THREADS, _FEWEST = (_P.integer(name) for name in ("threads", "fewest"))


class Reader:
    """One pass over the segments of an article."""

    def __init__(
        self, witness: Witness, segments: Sequence[Segment], trees: dict[int, Tree], lexicon: Lexicon
    ) -> None:
        self.witness, self.segments, self.trees, self.lexicon = witness, segments, trees, lexicon
        starts = {*witness.sentences[:, 0].tolist(), *(quote.span.start for quote in witness.quotes)}
        speech = lexicon.speech
        hidden = [(one.start, one.end) for one in witness.furniture]
        hidden += pointers(witness.text, speech.pointing)
        hidden += captions(witness.text, speech.captions + speech.pointers)
        verbs = lexicon.names.breaks.intersection(speech.verbs)
        persons = Persons(speech.persons, tuple(speech.persons_ends), speech.papers, verbs)
        self.named = Entities(witness.text, starts, lexicon.names, lexicon.grammar, hidden, persons)
        quoted = frozenset(witness.tokens.starts[witness.tokens.quoted].tolist())
        ranges = [(segment.start, segment.end) for segment in segments]
        self.resolver = Resolver(self.named, ranges, quoted, persons)
        self.parties = Parties(witness, lexicon, self.resolver)
        self.context = Context(witness.dates)
        self.said: list[Utterance] = []
        self.lead: Lead | None = None
        self.waiting: dict[int, Waiting] = {}  # by thread: pieces whose next paragraph may say who speaks
        self.last_of = {quote.thread: number for number, quote in enumerate(witness.quotes)}

    def read(self) -> list[Utterance]:
        """The utterances of the article in text order."""
        talk = Labelled(self.witness, self.lexicon, self.resolver).turns()
        held = range(0)  # segments of a statement printed without marks
        for number, segment in enumerate(self.segments):
            if any(turn.start < segment.end and segment.start < turn.end for turn in talk):
                for turn in talk:
                    if turn.words is not None and segment.start <= turn.start < segment.end:
                        self._talked(number, turn)
                self._cited(number)
                continue
            if number in held:
                continue
            tree = self.trees.get(number)
            if tree is not None:
                self._sentence(number, tree)
                held = block(self.segments, self.lead, number, self.witness.text, self.lexicon)
                self._block(held)
                continue
            for quote in segment.quotes:
                self._unattributed(number, quote)
        for thread in list(self.waiting):
            self._give_up(thread)
        return sorted(self.said, key=lambda one: one.place)

    def _cited(self, number: int) -> None:
        """What another said whom somebody quotes in his own letter, post or turn of a talk."""
        tree = self.trees.get(number)
        if tree is None or not self.segments[number].quotes:
            return
        every = [*first_hand(tree, frames(tree)), *nominal_frames(tree)]
        links = attach(tree, every)
        for frame in _in_order([], links):
            who = self.parties.speaker(number, tree, frame, links)
            known = who is not None and frame.head is not None and not tree.tags[frame.head].startswith("PRP")
            if known and frame.real and frame.verbal and tree.tags[frame.cue].startswith("VB"):
                self._utter(number, tree, frame, [link for link in links if link.frame is frame], who)

    # ---- one parsed sentence ----

    def _sentence(self, number: int, tree: Tree) -> None:
        tree = with_participles(with_names(tree, self.named))
        every = [*first_hand(tree, frames(tree)), *nominal_frames(tree)]
        turns = {quote for quote in tree.segment.quotes if self._turn(number, quote) is not None}
        credited = [frame for frame in every if self._credit(tree, frame)]
        quoting = [frame for frame in every if frame.verbal or frame not in credited]
        links = [link for link in attach(tree, quoting) if link.quote not in turns]
        spoken = [link.frame for link in links]  # “…,” the Post reported
        credits = [frame for frame in credited if frame not in spoken]
        found = [frame for frame in every if frame not in credits]
        whos = {
            id(f): self.parties.speaker(number, tree, f, links) for f in [*found, *(k.frame for k in links)]
        }
        opening = occasions(tree)
        for opened in opening:
            self.context.enter(
                number,
                tree,
                opened,
                lambda head: self.parties.who(number, tree, head, _TAKES_PART),
                self.said,
            )
        placing = {opened.verb for opened in opening if opened.named}
        for frame in _in_order(found, links):
            mine = [link for link in links if link.frame is frame]
            if tells(tree, frame, mine, frame.cue in placing):
                self._utter(number, tree, frame, mine, whos[id(frame)])
        self._lead_in(number, tree, found, whos)
        self._untied(number, tree, credits, {link.quote for link in links}, turns)

    def _untied(
        self, number: int, tree: Tree, credits: Sequence[Frame], tied: set[int], turns: set[int]
    ) -> None:
        """Quotations of the sentence that no frame took."""
        for quote, clausal in zip(tree.segment.quotes, tree.segment.clausal, strict=True):
            label = range(0) if quote in turns or quote in tied else label_of(tree, quote)
            if label:
                self._headed(number, tree, quote, label)
                continue
            if quote in turns or (clausal and quote not in tied and not credits):
                self._unattributed(number, quote)
            elif clausal and quote not in tied:
                who = self.parties.speaker(number, tree, credits[0], ())
                self._utter(number, tree, credits[0], [Link(quote, credits[0], _CREDITED)], who)

    def _headed(self, number: int, tree: Tree, quote: int, label: range) -> None:
        """“The clerk: “…””: his words; a label that names nobody we can read gives its words to nobody."""
        head = next((t for t in label if tree.heads[t] not in label or tree.heads[t] == t), label[-1])
        owner = next(iter(tree.having(head, "poss")), None)
        if owner is not None and tree.lower[head] in tree.speech.worded:
            head = owner  # Kael's verdict: “…”
        one, who = self.witness.quotes[quote], self.parties.who(number, tree, head, TURN)
        if who.meant.entity is None and not is_role(tree, head):
            return
        words = [(one.span.start, one.span.end)]
        self._keep(Utterance(number, words, who, [], None, "direct", "said", TURN, threads={one.thread}))

    def _lead_in(self, number: int, tree: Tree, found: Sequence[Frame], whos: dict[int, Who | None]) -> None:
        """“She went on:” at the end of a sentence: the quotation in the next paragraph is hers."""
        if not tree.segment.text.rstrip().endswith(":"):
            return
        spoken = [frame for frame in found if whos[id(frame)] is not None]
        verbs = [t for t in range(len(tree)) if tree.tags[t].startswith("VB") and tree.having(t, "nsubj")]
        frame = spoken[-1] if spoken else bare_frame(tree, verbs[-1]) if verbs else None
        if frame is None:
            self._sender(number, tree)
            self._issued(number, tree)
            return
        who = whos.get(id(frame)) or self.parties.speaker(number, tree, frame, ())
        if who is not None:
            self.lead = Lead(number, Who(who.mention, who.meant, _LED), tree.span(frame.cue, frame.cue_end))

    def _sender(self, number: int, tree: Tree) -> None:
        """“And from Ana Kael, senior analyst:”: the quotation in the next paragraph is hers."""
        links = tree.grammar.maker | tree.grammar.genitive
        for at in [t for t in range(len(tree)) if tree.lower[t] in links and tree.quotes[t] < 0]:
            name = self.resolver.first(tree.starts[at], tree.segment.end)
            opens = any(tree.lower[t] in tree.grammar.maker for t in range(at + 1))
            who = self._sent_by(number, tree, at) if opens else None
            if name is not None and opens and self.resolver.follows(name, tree.lower[at]):
                who = Who((name.start, name.end), self.resolver.named(name), _LED)
            if who is not None:
                self.lead = Lead(number, who, tree.span(at, at))
                return

    def _issued(self, number: int, tree: Tree) -> None:
        """“Her statement in full:”: the paragraphs behind the line are hers."""
        for noun in (t for t in range(len(tree)) if tree.lower[t] in tree.speech.issued):
            owner = next(iter(tree.having(noun, "poss")), None)
            if owner is not None and tree.quotes[noun] < 0:
                who = self.parties.who(number, tree, owner, _LED)
                self.lead = Lead(number, who, tree.span(noun, noun))

    def _sent_by(self, number: int, tree: Tree, at: int) -> Who | None:
        """“A word from the builder, Ana Kael:”: a role behind "from", with the name behind it."""
        head = next(iter(tree.having(at, "pobj")), None)
        if head is None or tree.tags[head] not in ("NN", "NNS"):
            return None
        if not (is_role(tree, head) or tree.lower[head] in tree.names.bodies):
            return None
        who = self.parties.who(number, tree, head, _LED)
        name = set_off(tree, head, at)
        return (
            who if name is None else Who(who.mention, self.parties.who(number, tree, name, _LED).meant, _LED)
        )

    def _credit(self, tree: Tree, frame: Frame) -> bool:
        """According to an outlet; …, the Post reports: a credit of the report, nobody who speaks in it."""
        behind = frame.content is not None and frame.content[1] < frame.cue
        credits = not frame.verbal or (behind and frame.verb.base in tree.speech.crediting)
        if not credits or frame.speaker is None:
            return False
        start, end = tree.span(*frame.speaker)
        credited = any(c.span.start < end and start < c.span.end for c in self.witness.credits)
        return credited or is_outlet(self.witness.text[start:end], tree.names) or _is_paper(tree, frame.head)

    # ---- an utterance ----

    def _utter(self, number: int, tree: Tree, frame: Frame, links: Sequence[Link], who: Who | None) -> None:
        words, kind = content_of(tree, frame, links, self.witness.quotes)
        threads = {self.witness.quotes[link.quote].thread for link in links}
        words = sorted([*(piece for one in threads for piece in self._waited(one)), *words])
        if who is None and links and not frame.asked:  # “Adding, “…””: the last speaker goes on
            who, _ = last_speaker(number, self.segments, self.said, self.lead, self.resolver)
            who = None if who is not None and tells_of_another(tree, who, self.resolver) else who
            if who is not None and tree.tags[frame.cue] != "VBG":
                who = who.carried(_MISREAD, True)  # somebody said it whom we could not read
        last = self.said[-1] if links and self.said else None
        between = self.segments[last.segment : number + 1] if last is not None else ()
        who = answering(who, (tree, frame), last, between, self.witness.text)
        if frame.signs and self._is_signature(who):
            return
        if kind == "act" and (who is None or (frame.content is not None and not frame.verb.act)):
            return  # neither words nor anybody who speaks, or words of the speaker alone
        said = Utterance(
            segment=number,
            content=words,
            speaker=who,
            others=self.parties.joined(number, tree, frame, who),
            addressees=self.parties.addressees(number, tree, frame, kind, who),
            cue=tree.span(frame.cue, frame.cue_end),
            kind=kind,
            manner=_DENIAL if frame.denied else frame.verb.manner,
            support=supports.of(tree, frame, links, kind, who),
            when=self.context.when(tree, frame, words),
            threads=threads,
            marks=None if links else certainty.marks(tree, frame),
            aside=frame.relative is not None,
        )
        self._keep(said)

    def _is_signature(self, who: Who | None) -> bool:
        """Whether a person is named nowhere else but in a byline: the reporter, who signs."""
        if who is None or who.meant.entity is None:
            return False
        elsewhere = [one for one in who.meant.entity.mentions if one.start != (who.mention or (-1,))[0]]
        makers = self.lexicon.grammar.maker
        return all(any(self.resolver.follows(one, word) for word in makers) for one in elsewhere)

    def _keep(self, said: Utterance) -> None:
        self.context.place(said)
        said.addressees = [one for given in said.addressees for one in self._other(given, said.speaker)]
        aside = said.aside and said.speaker is not None and said.speaker.meant.entity is not None
        if said.speaker is not None and not aside and not only_asks(said):
            where = said.speaker.mention
            words = "" if where is None else self.witness.text[where[0] : where[1]]
            self.resolver.spoke(said.segment, said.speaker.meant, words)
        self.said.append(said)

    def _other(self, addressee: Who, speaker: Who | None) -> list[Who]:
        """The addressee unless he is the speaker; "him" is then somebody else, whom we do not know."""
        if not same(addressee, speaker):
            return [addressee]
        words = "" if addressee.mention is None else self.witness.text[slice(*addressee.mention)]
        return (
            [Who(addressee.mention, NOBODY, addressee.link)]
            if words.lower() in self.lexicon.grammar.pronouns
            else []
        )

    # ---- words without marks ----

    def _block(self, held: range) -> None:
        """Paragraphs that the line before gives to its speaker; the bare "said" of that line tells them."""
        if not held or self.lead is None:
            return
        words = (self.segments[held.start].start, self.segments[held.stop - 1].end)
        last = self.said[-1] if self.said else None
        if last is not None and last.cue == self.lead.cue and not last.content:
            last.content, last.kind, last.support = [words], "direct", _BLOCK
            return
        who = self.lead.who
        self._keep(Utterance(held.start, [words], who, [], self.lead.cue, "direct", "said", _BLOCK))

    # ---- quotations without a cue of their own ----

    def _talked(self, number: int, told: Told) -> None:
        """What one says in a transcript, an interview or a post that begins in this segment."""
        if told.words is None:
            return
        meant = told.meant
        if meant is None and told.name is not None:
            words = self.witness.text[slice(*told.name)].lower().split()
            while len(words) > 1 and words[-1].strip(".,") in self.lexicon.names.suffixes:
                words = words[:-1]
            role = all(word in self.lexicon.speech.persons for word in words)  # Dispatcher: …
            meant = NOBODY if role else self.resolver.who(number, *told.name, words)
        who = Who(told.name, NOBODY if meant is None else meant, TURN)
        self._keep(Utterance(number, [told.words], who, [], None, "direct", "said", TURN, when=told.when))

    def _turn(self, number: int, quote: int) -> Who | None:
        outer = self.witness.quotes[quote].outer
        place = number, self.segments[number]
        turn = turn_speaker(self.witness.text, place, outer, self.resolver, self.lexicon)
        if turn is None:
            turn = pointed_back(self.witness.text, number, outer.end, self.resolver, self.lexicon)
        return turn

    def _unattributed(self, number: int, quote: int) -> None:
        """The next piece of a quotation, a turn, or words of the last speaker."""
        one = self.witness.quotes[quote]
        piece = (one.span.start, one.span.end)
        begun = next((said for said in reversed(self.said[-_THREADS:]) if one.thread in said.threads), None)
        if begun is not None:
            begun.content.append(piece)
            begun.segment = number
            return
        who, cue = self._turn(number, quote), None
        if who is None and not self._is_another(number, quote):
            who, cue = last_speaker(number, self.segments, self.said, self.lead, self.resolver)
        sure = who is not None and who.link >= TURN
        wait = self.waiting.setdefault(one.thread, Waiting(number, who, cue, []))
        wait.pieces.append(piece)
        if self.last_of[one.thread] == quote or sure:
            turn = self._turn(number, quote)
            self.waiting[one.thread] = wait if turn is None else Waiting(number, turn, None, wait.pieces)
            self._give_up(one.thread)

    def _is_another(self, number: int, quote: int) -> bool:
        """Whether a quotation without a cue is told in a way that parts its speaker from the last one."""
        text = self.witness.text
        return takes_turns(self.witness.quotes, quote, text) or asks_back(
            number, self.segments, self.said, text
        )

    def _waited(self, thread: int) -> list[Range]:
        """The earlier paragraphs of a quotation, of which nobody was known to speak them until now."""
        return self.waiting.pop(thread).pieces if thread in self.waiting else []

    def _give_up(self, thread: int) -> None:
        """Pieces that wait in vain for a paragraph that says who speaks go to the speaker before them."""
        wait = self.waiting.pop(thread)
        who = wait.who
        known = who is not None and (who.mention is not None or who.meant.name is not None)
        words = sum(len(self.witness.text[low:high].split()) for low, high in wait.pieces)
        if who is not None and known and words >= _FEWEST:
            self._keep(
                Utterance(
                    wait.segment, wait.pieces, who, [], wait.cue, "direct", "said", who.link, threads={thread}
                )
            )


def _is_paper(tree: Tree, head: int | None) -> bool:
    """Whether a name is said to be that of a paper: the newspaper Harbour Courant, the Courant newspaper."""
    if head is None:
        return False
    beside = [tree.lower[kid] for kid in tree.having(head, "compound", "appos")]
    named = tree.tags[head].startswith("NNP")
    called = any(tree.tags[kid].startswith("NNP") for kid in tree.having(head, "compound", "appos"))
    press = tree.speech.press
    return (named and not press.isdisjoint(beside)) or (called and tree.lower[head] in press)


def _in_order(found: Sequence[Frame], links: Sequence[Link]) -> list[Frame]:
    """The frames of the sentence and those made for a quotation, by cue, each once."""
    every = list({id(frame): frame for frame in [*found, *(link.frame for link in links)]}.values())
    return sorted(every, key=lambda frame: frame.cue)
