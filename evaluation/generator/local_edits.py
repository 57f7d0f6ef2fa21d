"""Small alterations, one place at a time: slips, figures, names, quotations, hedges, loaded words.

Each planter takes a report and a `Hand` and gives the altered report, or None
where nothing of its kind can be planted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from evaluation.generator import names
from evaluation.generator.document import Doc, Piece, Recipe, Sentence
from evaluation.generator.event import Event
from evaluation.generator.grammar import Figure, figure_piece, options, realise
from evaluation.generator.house_style import WEEKDAYS, HouseStyle, printed
from evaluation.generator.outlet_words import HEDGES, LOADED_BEFORE, LOADED_FOR, SPELLING, SYNONYMS
from evaluation.generator.word_lists import VOCABULARY

LIKE: dict[str, str] = {  # a word of a vocabulary: the list it stands in
    word: name
    for name in (
        "adj",
        "mood",
        "worry",
        "hope",
        "virtue",
        "trade",
        "stuff",
        "group",
        "part",
        "paperwork",
        "weather",
    )
    for word in VOCABULARY[name]
}
NOUNS = {
    *VOCABULARY["group"], *VOCABULARY["trade"], *VOCABULARY["body-kind"], *VOCABULARY["paperwork"],
    *LOADED_FOR, "ring", "union", "owners", "court", "judge", "council", "commission", "winner", "party",
    "ban", "raid", "deal", "strike", "fund", "firm", "assembly", "verdict", "trial", "plan", "drug", "law",
    "campaign", "vote", "text",
}  # fmt: skip
ODD = {s: f for f, ways in LOADED_FOR.items() for s in ways}


@dataclass(slots=True)
class EditState:
    """Who alters: the chances, the event, the house and what has been touched already."""

    rng: Random
    event: Event
    book: HouseStyle
    stamp: str
    touched: set[str] = field(default_factory=set)

    def choose(self, doc: Doc, fits: Callable[[Sentence, Piece], bool]) -> tuple[Sentence, Piece] | None:
        """A fitting piece at random, well away from whatever was touched before."""
        found = [(s, p) for s in doc.sentences() for p in self._free(s) if fits(s, p)]
        return self.rng.choice(found) if found else None

    def _free(self, sentence: Sentence) -> tuple[Piece, ...]:
        """The pieces that have nothing touched within three places."""
        pieces = sentence.pieces
        hot = [at for at, piece in enumerate(pieces) if piece.key in self.touched]
        if not hot:
            return pieces
        return tuple(p for at, p in enumerate(pieces) if all(abs(at - other) > 3 for other in hot))

    def put(self, doc: Doc, piece: Piece) -> Doc:
        """The report with this piece in place of the one with its key."""
        self.touched.add(piece.key)
        return doc.with_piece(piece)


def _shape(text: str, like: str) -> str:
    return text[:1].upper() + text[1:] if like[:1].isupper() else text


# ---- slips ----


def slip(doc: Doc, state: EditState) -> Doc | None:
    """A typing error in a word or a name outside quotations."""
    chosen = state.choose(doc, _can_slip)
    if chosen is None:
        return None
    piece = chosen[1]
    wrong = mangled(piece.text, state.rng)
    return state.put(doc, replace(piece, text=wrong, flaw=piece.text)) if wrong != piece.text else None


def _can_slip(sentence: Sentence, piece: Piece) -> bool:
    longest = max(piece.text.split(), key=len, default="")
    plain = (
        piece.tag in ("word", "name") and not piece.inside and not piece.flaw and sentence.role != "credit"
    )
    return plain and len(longest) >= 6 and longest.isalpha() and piece is not sentence.pieces[0]


def mangled(text: str, rng: Random) -> str:
    """`text` with letters of its longest word swapped, dropped or doubled, or one mistyped."""
    target = max(text.split(), key=len)
    at = rng.randint(1, len(target) - 3)
    near = {"a": "s", "e": "r", "i": "o", "o": "p", "n": "m", "t": "y", "s": "d", "r": "t", "l": "k"}
    ways = (
        target[:at] + target[at + 1] + target[at] + target[at + 2 :],
        target[:at] + target[at + 1 :],
        target[: at + 1] + target[at:],
        target[:at] + near.get(target[at], "e") + target[at + 1 :],
    )
    fresh = [way for way in ways if way != target and not _known(way.lower())]
    return text.replace(target, rng.choice(fresh), 1) if fresh else text


def _known(word: str) -> bool:
    """Whether it is a word after all: a slip must not make one."""
    return word in LIKE or word in SYNONYMS or word in SPELLING


def mend(doc: Doc, state: EditState) -> Doc | None:
    """An inherited slip put right."""
    chosen = state.choose(doc, lambda _, piece: bool(piece.flaw))
    if chosen is None:
        return None
    piece = chosen[1]
    return state.put(doc, replace(piece, text=piece.flaw, flaw=""))


# ---- values ----


def figure(doc: Doc, state: EditState) -> Doc | None:
    """Another number; a number of the event changes wherever the report tells it."""
    chosen = state.choose(doc, lambda _, piece: piece.tag == "figure")
    if chosen is None:
        return None
    old = chosen[1]
    form, _, value = old.value.partition(":")
    new = Figure(form, _near(value, state.rng))
    for _, piece in list(doc.pieces()):
        same = piece.key == old.key or (piece.fact and piece.fact == old.fact and piece.value == old.value)
        if same and piece.tag == "figure":
            made = figure_piece(piece.key, new, piece.fact)
            made = replace(piece, text=made.text, value=made.value)
            doc = state.put(doc, replace(made, text=printed(made, state.book)))
    return doc


def _near(value: str, rng: Random) -> str:
    """Another number of about the same size, or with two digits swapped."""
    whole, _, rest = value.partition(".")
    number = int(whole)
    swapped = int(whole[::-1]) if len(whole) == 2 else number
    ways = [number + 1, number + rng.randint(2, 9), max(2, number - rng.randint(1, 9)), swapped, number * 2]
    fresh = [way for way in ways if way not in (number, 0, 1)]
    return str(rng.choice(fresh)) + (f".{rest}" if rest else "")


def day(doc: Doc, state: EditState) -> Doc | None:
    """The event on another weekday."""
    chosen = state.choose(doc, lambda _, piece: piece.tag == "date" and piece.value.startswith("day:"))
    if chosen is None:
        return None
    piece = chosen[1]
    when = date.fromisoformat(piece.value[4:]) + timedelta(days=state.rng.choice((-2, -1, 1)))
    return state.put(doc, replace(piece, text=WEEKDAYS[when.weekday()], value=f"day:{when.isoformat()}"))


def name(doc: Doc, state: EditState) -> Doc | None:
    """Somebody's or some place's name taken for another."""
    chosen = state.choose(
        doc, lambda s, p: p.tag == "name" and s.said is None and not p.flaw and not p.inside
    )
    if chosen is None:
        return None
    piece = chosen[1]
    person = state.event.people.get(piece.value)
    if person is None:
        other = _elsewhere(piece.text, state.rng)
        return None if other == piece.text else state.put(doc, replace(piece, text=other, value=other))
    swap = state.event.people[state.rng.choice(_others(state.event, person.id))]
    if piece.text not in (person.full, person.last):
        return None
    text = swap.full if piece.text == person.full else swap.last
    return state.put(doc, replace(piece, text=text, value=swap.id))


def _others(event: Event, who: str) -> list[str]:
    return [one for one in sorted(event.people) if one != who and event.people[one].first]


def _elsewhere(text: str, rng: Random) -> str:
    """Another name of the same kind: the first word changes, the rest stays."""
    head, _, rest = text.partition(" ")
    fresh = names.town(rng).split()[-1]
    if head in ("River", "University", "Great", "Port", "Upper", "North", "Lower", "Saint") and rest:
        return f"{head} {rest.replace(rest.split()[-1], fresh)}" if " " not in rest else text
    return f"{fresh} {rest}".strip()


# ---- hedges and loaded words ----


def hedge_in(doc: Doc, state: EditState) -> Doc | None:
    """A word of doubt before a verb."""
    chosen = state.choose(doc, lambda s, p: p.site and not _has(s, f"{p.key}+h"))
    return None if chosen is None else _insert(doc, state, *chosen, (state.rng.choice(HEDGES), "hedge", "+h"))


def _has(sentence: Sentence, key: str) -> bool:
    return any(piece.key == key for piece in sentence.pieces)


def _insert(doc: Doc, state: EditState, sentence: Sentence, piece: Piece, what: tuple[str, str, str]) -> Doc:
    """Put a new piece before an old one."""
    text, tag, suffix = what
    made = Piece(f"{piece.key}{suffix}", text, tag, text, tight=text.startswith(","), inside=piece.inside)
    at = sentence.pieces.index(piece)
    state.touched.update((made.key, piece.key))
    return doc.with_sentence(replace(sentence, pieces=(*sentence.pieces[:at], made, *sentence.pieces[at:])))


def hedge_out(doc: Doc, state: EditState) -> Doc | None:
    """A word of doubt dropped."""
    chosen = state.choose(doc, lambda _, piece: piece.tag == "hedge")
    return None if chosen is None else _drop(doc, state, *chosen)


def _drop(doc: Doc, state: EditState, sentence: Sentence, piece: Piece) -> Doc:
    at = sentence.pieces.index(piece)
    state.touched.update(one.key for one in sentence.pieces[max(0, at - 1) : at + 2])
    pieces = tuple(one for one in sentence.pieces if one.key != piece.key)
    return doc.with_sentence(replace(sentence, pieces=pieces))


def loaded_in(doc: Doc, state: EditState) -> Doc | None:
    """A loaded word before a noun, or in place of a plain word."""
    swap = state.choose(
        doc, lambda _, p: p.tag == "word" and p.value in LOADED_FOR and not p.inside and not p.flaw
    )
    if swap is not None and state.rng.random() < 0.5:
        piece = swap[1]
        text = _shape(state.rng.choice(LOADED_FOR[piece.value]), piece.text)
        return state.put(doc, replace(piece, text=text, tag="loaded", value=text.lower()))
    chosen = state.choose(doc, _after_article)
    return (
        None
        if chosen is None
        else _insert(doc, state, *chosen, (state.rng.choice(LOADED_BEFORE), "loaded", "+l"))
    )


def _after_article(sentence: Sentence, piece: Piece) -> bool:
    if piece.value not in NOUNS or piece.tag != "word" or piece.inside:
        return False
    at = sentence.pieces.index(piece)
    return at > 0 and sentence.pieces[at - 1].text.lower() in ("the", "a", "an")


def loaded_out(doc: Doc, state: EditState) -> Doc | None:
    """A loaded word dropped, or a milder one put in its place."""
    chosen = state.choose(doc, lambda _, piece: piece.tag == "loaded" and not piece.inside)
    if chosen is None:
        return None
    sentence, piece = chosen
    if piece.key.endswith("+l"):
        return _drop(doc, state, sentence, piece)
    plain = ODD.get(piece.value, "")
    return state.put(doc, replace(piece, text=plain, tag="word", value=plain)) if plain else None


def loaded_swap(doc: Doc, state: EditState) -> Doc | None:
    """One loaded word for another."""
    chosen = state.choose(doc, lambda _, piece: piece.tag == "loaded" and piece.key.endswith("+l"))
    if chosen is None:
        return None
    text = state.rng.choice([one for one in LOADED_BEFORE if one != chosen[1].text])
    return state.put(doc, replace(chosen[1], text=text, value=text))


# ---- wording ----


def wording(doc: Doc, state: EditState) -> Doc | None:
    """Other words for the same: a synonym, or a free choice of the sentence made otherwise."""
    if state.rng.random() < 0.4:
        return _synonym(doc, state) or _rephrased(doc, state)
    return _rephrased(doc, state) or _synonym(doc, state)


def _synonym(doc: Doc, state: EditState) -> Doc | None:
    chosen = state.choose(
        doc, lambda _, p: p.tag == "word" and not p.inside and not p.flaw and p.value in SYNONYMS
    )
    if chosen is None:
        return None
    piece = chosen[1]
    text = state.rng.choice([one for one in SYNONYMS[piece.value] if one != piece.value])
    return state.put(doc, replace(piece, text=_shape(text, piece.text), value=text))


def _rephrased(doc: Doc, state: EditState) -> Doc | None:
    free = [
        s
        for s in doc.sentences()
        if s.recipe and options(s.recipe.template) and s.role not in ("lede", "local")
    ]
    free = [s for s in free if not any(piece.key in state.touched for piece in s.pieces)]
    if not free:
        return None
    sentence = state.rng.choice(free)
    made = _repicked(sentence, state)
    state.touched.update(piece.key for piece in made.pieces)
    return doc.with_sentence(made) if made is not sentence else None


def rewrite(doc: Doc, state: EditState) -> Doc:
    """Most sentences of the reporter's own told in other words: a heavy hand at the desk."""
    for sentence in doc.sentences():
        recipe = sentence.recipe
        if recipe is None or sentence.role in ("lede", "local") or state.rng.random() < 0.45:
            continue
        made = sentence
        for at in range(len(options(recipe.template))):
            made = _repicked(made, state, at)
        state.touched.update(piece.key for piece in made.pieces if made is not sentence)
        doc = doc.with_sentence(made)
    return doc


def _repicked(sentence: Sentence, state: EditState, at: int | None = None) -> Sentence:
    """The sentence with one free choice made otherwise; all other pieces stay as they are."""
    recipe = sentence.recipe
    assert recipe is not None
    ways = options(recipe.template)
    at = state.rng.randrange(len(ways)) if at is None else at
    old = [piece for piece in sentence.pieces if _of_choice(piece, sentence.key, at)]
    picks = [pick for pick in range(len(ways[at])) if not any(_picked(piece, pick) for piece in old)]
    if not picks or not old or any(_fixed(piece) for piece in old):
        return sentence
    pick = state.rng.choice(picks)
    new = Recipe(recipe.template, recipe.seed, (*(p for p in recipe.picks if p[0] != at), (at, pick)))
    whole = realise(new, state.event.context(), sentence.key)
    fresh = [replace(p, text=printed(p, state.book)) for p in whole if _of_choice(p, sentence.key, at)]
    first = sentence.pieces.index(old[0])
    pieces = [piece for piece in sentence.pieces if piece not in old]
    return replace(sentence, pieces=(*pieces[:first], *fresh, *pieces[first:]), recipe=new)


def _of_choice(piece: Piece, key: str, at: int) -> bool:
    return piece.key.startswith(f"{key}.{2 * at + 1}-")


def _picked(piece: Piece, pick: int) -> bool:
    return piece.key.split("-", 1)[1].split(".")[0] == str(pick) if "-" in piece.key else False


def _fixed(piece: Piece) -> bool:
    return piece.tag != "word" or bool(piece.flaw)
