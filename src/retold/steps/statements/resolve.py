"""Who is meant by the words beside a quotation: a name, a role noun or a pronoun.

Names go through the cast; "the union leader" through a role met earlier;
"he" through the last one who spoke or was the subject. What none of these
settles stays without a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold import parameters
from retold.steps.statements.cast import Cast, Figure
from retold.steps.statements.names import Name, key, titles

_SHE, _HE, _THEY = (
    frozenset({"she", "her"}),
    frozenset({"he", "his", "him"}),
    frozenset({"they", "them", "their"}),
)
_BODIES = frozenset({"it", "they"})
PRONOUNS = _SHE | _HE | _THEY | frozenset({"i", "we", "it", "you", "who", "which", "that", "one", "us", "me"})


_P = parameters.of("statements", "resolve")
_TITLES = _P.integer("titles")


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant, and how sure that is; `figure` is None where no figure of the cast is."""

    name: str | None
    support: float
    figure: Figure | None = None


NOBODY = Meant(None, 0.0)


@dataclass(slots=True)
class Turn:
    """One who spoke: the number of the segment, and the figure; None for one who is not known."""

    segment: int
    figure: Figure | None


class Resolver:
    """Remembers who has spoken, and says who is meant."""

    def __init__(
        self, cast: Cast, ranges: Sequence[tuple[int, int]], holes: Sequence[tuple[int, int]]
    ) -> None:
        self._cast = cast
        self._ranges = ranges  # of the segments
        self._holes = holes  # outermost quotations
        self.turns: list[Turn] = []

    def spoke(self, segment: int, meant: Meant, words: str = "") -> None:
        """Remember a speaker, and that somebody unknown spoke, unless a pronoun is all that says so."""
        if meant.figure is not None or words.lower() not in PRONOUNS:
            self.turns.append(Turn(segment, meant.figure))

    def who(
        self,
        segment: int,
        start: int,
        end: int,
        words: Sequence[str],
        reach: int | None = None,
        proper: bool = True,
    ) -> Meant:
        """Who the phrase from start to end means; `words` are its lower-case words, the head last.

        `reach` is how far the phrase goes with all that hangs on it; `proper`
        whether the head is read as a proper noun.
        """
        if len(words) == 1 and words[0] in PRONOUNS:
            return self._pronoun(segment, start, words[0])
        named = self._named(start, end, words, proper)
        head, lists = words[-1] if words else "", titles()
        if named is None and not proper and not head.endswith("s"):
            named = self._next(end, head)
        if (
            named is None
            and reach is not None
            and (head in lists.ranks or (head in lists.kin and not proper))
        ):
            named = self._titled(end, reach)
        if named is not None:
            return named
        return self._role(start, words)

    def subject(self, start: int, end: int) -> Name | None:
        """The first person named between the characters as a subject may be."""
        for name in self._cast.between(start, end):
            figure = self._cast.of(name)
            if figure is not None and (_may_be(figure, True) or _may_be(figure, False)) and self._leads(name):
                return name
        return None

    def named(self, name: Name) -> Meant:
        """Who a naming means."""
        figure = self._cast.of(name)
        return NOBODY if figure is None else Meant(figure.printed, 0.9, figure)

    # ---- names ----

    def _named(self, start: int, end: int, words: Sequence[str], proper: bool) -> Meant | None:
        """The figure whose naming ends the phrase; none where a role noun does."""
        over = self._cast.over(start, end)
        if not over:
            return None
        name = over[-1]
        figure = self._cast.of(name)
        last = words[-1] if words else ""
        if figure is None or not _heads(name, last):
            return None
        if not proper and all(one.initial and len(one.keys) == 1 for one in figure.mentions):
            return None  # a common noun at the head of its sentence
        if name.start in figure.slips:
            return Meant(figure.printed, 0.85, figure)
        return Meant(figure.printed, 0.97 if len(name.keys) > 1 or len(figure.mentions) > 1 else 0.9, figure)

    def _next(self, end: int, head: str) -> Meant | None:
        """Who is named right behind a common noun: curator Ana Kael, the firm Tern.com."""
        lists = titles()
        for name in self._cast.between(end, end + _TITLES)[:1]:
            figure = self._cast.of(name)
            apart = self._cast.word_before(name) != head or self._cast.possessive(name)
            if figure is None or apart or lists.never.intersection(name.keys):
                return None
            fits = head in lists.bodies or figure.person
            return Meant(figure.printed, 0.92, figure) if fits else None
        return None

    def _titled(self, start: int, end: int) -> Meant | None:
        """The person behind a title: Chief Commander of the Coast Guard General Kael."""
        for name in reversed(self._cast.over(start, end)):
            figure = self._cast.of(name)
            full = len(name.keys) > 1 or bool(name.titles)
            if full and figure is not None and figure.person and self._leads(name):
                return Meant(figure.printed, 0.9, figure)
        return None

    # ---- roles ----

    def _role(self, at: int, words: Sequence[str]) -> Meant:
        """The figure of whom this role was said before."""
        lists = titles()
        head = words[-1] if words else ""
        kin = lists.kin.get(head)
        definite = bool(words) and words[0] in ("the", "this", "that", "his", "her", "their", "our", "its")
        if kin is None or not definite or (head.endswith("s") and head not in ("boss", "congress")):
            return NOBODY
        wanted = {key(w) for w in words[1:-1] if w not in lists.plain and w.isalpha()}
        fitting = [(f, s) for f in self._cast.figures if (s := _fit(f, kin, head, wanted, at)) > 0]
        if not fitting:
            return NOBODY
        best = max(score for _, score in fitting)
        top = [figure for figure, score in fitting if score == best]
        if len(top) == 1:
            return Meant(top[0].printed, 0.85 if best > 1 or not wanted else 0.7, top[0])
        latest = next((t.figure for t in reversed(self.turns) if t.figure in top), None)
        return NOBODY if latest is None else Meant(latest.printed, 0.7, latest)

    # ---- pronouns ----

    def _pronoun(self, segment: int, at: int, word: str) -> Meant:
        if word in _BODIES:
            return self._body(segment)
        if word not in _HE | _SHE:
            return NOBODY
        man = word in _HE
        low, _ = self._ranges[segment]
        here = self._subjects(low, at, man)
        if here:
            return self._sure(here[0], man, 0.85)
        for back in range(segment - 1, max(-1, segment - 6), -1):
            meant = self._spoken_in(back, man)
            if meant is not None:
                near = segment - back <= 2
                alone = near and not self._rivals(meant, man, self._ranges[back][0], at)
                return self._sure(meant, man, 0.95 if alone else 0.85 if near else 0.7)
        return NOBODY

    def _body(self, segment: int) -> Meant:
        """“It”, “they”: the body that spoke last, if it was the last to speak and did so just before."""
        last = self.turns[-1] if self.turns else None
        if last is None or last.figure is None or segment - last.segment > 3 or not last.figure.name.body:
            return NOBODY
        return Meant(last.figure.printed, 0.75, last.figure)

    def _rivals(self, figure: Figure, man: bool, start: int, end: int) -> bool:
        """Whether somebody else is named between the characters whom the pronoun may mean."""
        others = (self._cast.of(name) for name in self._cast.between(start, end))
        return any(o is not None and o is not figure and _may_be(o, man) for o in others)

    def _spoken_in(self, segment: int, man: bool) -> Figure | None:
        """Who spoke in a segment, else who seems its subject."""
        spoke = [t.figure for t in self.turns if t.segment == segment]
        fitting = [figure for figure in spoke if figure is not None and _may_be(figure, man)]
        if fitting:
            return fitting[-1]
        subjects = self._subjects(*self._ranges[segment], man)
        return subjects[0] if subjects else None

    def _subjects(self, start: int, end: int, man: bool) -> list[Figure]:
        """Persons named between the characters, outside quotations and behind no preposition."""
        found = []
        for name in self._cast.between(start, end):
            figure = self._cast.of(name)
            if figure is not None and _may_be(figure, man) and self._leads(name):
                found.append(figure)
        return found

    def _leads(self, name: Name) -> bool:
        """Whether a naming may be a subject: outside quotations, behind no preposition, owning nothing."""
        if self._in_quote(name.start) or self._cast.possessive(name):
            return False
        return self._cast.word_before(name) not in titles().prepositions

    def _in_quote(self, at: int) -> bool:
        return any(low <= at < high for low, high in self._holes)

    def _sure(self, figure: Figure, man: bool, support: float) -> Meant:
        if figure.man is None:
            figure.man = man
            return Meant(figure.printed, support - 0.05, figure)
        return Meant(figure.printed, support, figure)


def _heads(name: Name, last: str) -> bool:
    """Whether the naming is the head of its phrase: its last word is the phrase's last."""
    return not last or any(key(last) in (one, one.rpartition("-")[2]) for one in name.keys)


def _may_be(figure: Figure, man: bool) -> bool:
    return figure.person and figure.man in (None, man) and not _odd(figure)


def _odd(figure: Figure) -> bool:
    """A lone capital that never had a title nor a first name, and stands at the head of a sentence."""
    name = figure.name
    return len(name.keys) == 1 and all(one.initial for one in figure.mentions) and not name.titles


def _fit(figure: Figure, kin: str, head: str, wanted: set[str], at: int) -> int:
    """How well a role noun with its qualifiers fits a figure; 0 for not at all."""
    if not figure.person:
        return 0
    best = 0
    for role in figure.roles:
        if role.at > at or (role.kin != kin and head not in role.words):
            continue
        if not wanted:
            best = max(best, 1)
        elif wanted & role.words:
            best = max(best, 1 + len(wanted & role.words))
    return best
