"""Speech without quotation marks that a label or a signature gives to somebody.

Turns of a transcript, answers of an interview printed as Q and A, letters, and embedded posts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retold import parameters
from retold.steps.statements.letters import letters, unclosed
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.meant import Meant
from retold.steps.statements.names import Range, names, tokens
from retold.steps.statements.resolve import Resolver
from retold.steps.statements.transcript import interview, questions, turns, unmarked_interview
from retold.tables import Witness
from retold.tables.posts import Post, posts

_INITIALS = parameters.of("statements", "transcript").integer("initials")
_NEXT = parameters.of("statements", "resolve").integer("titles")
_TITLED = parameters.of("statements", "transcript").number("titled")


class Told(NamedTuple):
    """Words and whose they are; `words` is None for a question of an interviewer, who has no name.

    `start` and `end` are the characters of the whole, label or signature included; `name` those of the
    name where it stands beside the words; `meant` who speaks where the label does not say it.
    """

    start: int
    end: int
    words: Range | None
    name: Range | None
    meant: Meant | None = None
    when: str | None = None


class Labelled:
    """The labelled speech of one article."""

    def __init__(self, witness: Witness, lexicon: Lexicon, resolver: Resolver) -> None:
        self.witness, self.lexicon, self.resolver = witness, lexicon, resolver

    def turns(self) -> list[Told]:
        """All of it in text order."""
        text = self.witness.text
        talk = turns(text, self.lexicon, self._is_told)
        found = [
            Told(turn.name[0], turn.words[1], turn.words, turn.name, self._by_initials(*turn.name))
            for turn in talk
        ]
        if talk:
            found += [Told(turn.name[0], turn.words[1], None, None) for turn in questions(text, self.lexicon)]
        signed = [
            Told(letter.words[0], letter.name[1], letter.words, letter.name)
            for letter in (*letters(text, self.lexicon), *unclosed(text, self.lexicon))
        ]
        every = [*found, *self._interview(), *signed, *(self._post(post) for post in posts(text))]
        return _apart(sorted(every, key=lambda told: (told.start, -told.end)))

    def _is_told(self, start: int, end: int) -> bool:
        """Whether a label names, be it by initials, a person told elsewhere, or in full in the title."""
        if self.resolver.told_elsewhere(start, end) or self._by_initials(start, end) is not None:
            return True
        name = self.witness.text[start:end]
        return " " in name and name in (self.witness.article.title or "")

    def _by_initials(self, start: int, end: int) -> Meant | None:
        """The one person with these initials who is named in full before them: KB: I had my boots on."""
        label = self.witness.text[start:end].replace(".", "")
        if not (label.isupper() and label.isalpha() and 1 < len(label) <= _INITIALS):
            return None
        meant = [self.resolver.named(name) for name in self.resolver.persons(0, start)]
        named = {one.name: one for one in meant if one.name is not None and _initials(one.name) == label}
        return next(iter(named.values())) if len(named) == 1 else None

    def _interview(self) -> Iterator[Told]:
        """Answers go to the one person whom the introduction names; without one nobody is given words."""
        asked, given = interview(self.witness.text, self.lexicon)
        if not asked:
            asked, given = unmarked_interview(self.witness.text, self.lexicon)
        if not asked:
            return
        meant = self._introduced(min(turn.name[0] for turn in [*asked, *given])) or self._in_title()
        for turn in asked:
            yield Told(turn.name[0], turn.words[1], None, None)
        for turn in given:
            words = None if meant is None else turn.words
            yield Told(turn.name[0], turn.words[1], words, None, meant)

    def _introduced(self, end: int) -> Meant | None:
        """The person named before a character most often, if one alone is."""
        counts: Counter[str] = Counter()
        meant: dict[str, Meant] = {}
        speech = self.lexicon.speech
        telling = {form for form, verb in speech.verbs.items() if verb.to_object and verb.base in speech.bare}
        makers = self.lexicon.grammar.maker | self.lexicon.grammar.addressee | telling
        for name in self.resolver.persons(0, end):
            one = self.resolver.named(name)
            asks = any(
                self.resolver.follows(name, word) for word in makers
            )  # interview by Ana Kael; Jan Orme tells Ana Kael, or spoke to her
            if one.name is not None and not asks and not self._talks_to(name.end):
                counts[one.name] += 1
                meant[one.name] = one
        first = counts.most_common(2)
        if not first or (len(first) > 1 and first[1][1] == first[0][1]):
            return None
        return meant[first[0][0]]

    def _talks_to(self, end: int) -> bool:
        """Whether the naming that ends here is followed by a talk with somebody: Ana Kael [spoke to her]."""
        grammar, speech = self.lexicon.grammar, self.lexicon.speech
        behind = [word.lower() for word, _, _ in tokens(self.witness.text[end : end + _NEXT])[:3]]
        links = grammar.addressee | grammar.companion
        partner = grammar.men | grammar.women | grammar.several
        if len(behind) < 3 or (behind[0] not in speech.verbs and behind[0] not in speech.meeting):
            return False
        return behind[1] in partner or (behind[1] in links and behind[2] in partner)

    def _in_title(self) -> Meant | None:
        """The one person whom the headline names, where the text names nobody: five minutes with Ana Kael."""
        title = self.witness.article.title or ""
        held = tokens(title)
        plain = [word for word, _, _ in held if word.isalpha() and word.islower()]
        found = names(held, frozenset({0}), self.lexicon.names, self.lexicon.grammar)
        full = [name for name in found if len(name.keys) > 1 and not name.body]
        return Meant(full[0].printed, _TITLED) if len(full) == 1 and plain else None

    def _post(self, post: Post) -> Told:
        low, high = post.line
        days = (date for date in self.witness.dates if low <= date.span.start < high)
        day = next((date.value for date in days if date.value), None)
        return Told(post.words[0], high, post.words, post.name, when=day)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _apart(every: Sequence[Told]) -> list[Told]:
    """Those, in text order, that begin behind the end of the one before: a letter may hold a post."""
    found: list[Told] = []
    for one in every:
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found
