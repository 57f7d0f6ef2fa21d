"""A reporter writes up an event: a dispatch or a report of an outlet's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from evaluation.generator import stock_sentences
from evaluation.generator.document import Doc, Piece, Recipe, Sentence
from evaluation.generator.event import Event, Utterance
from evaluation.generator.grammar import Fact, realise
from evaluation.generator.house_style import HouseStyle, restyle
from evaluation.generator.quoting import Stage, introduction, speak, word, words


@dataclass(slots=True)
class UsedTemplates:
    """What has been used up in a story, so that two reports do not say the same by chance."""

    used: set[str] = field(default_factory=set)

    def draw(self, rng: Random, templates: Sequence[str], count: int) -> list[str]:
        """`count` templates at random, fresh ones first."""
        fresh = [one for one in templates if one not in self.used]
        stale = [one for one in templates if one in self.used]
        drawn = (rng.sample(fresh, len(fresh)) + rng.sample(stale, len(stale)))[:count]
        self.used.update(drawn)
        return drawn


@dataclass(slots=True)
class Writer:
    """Writes the sentences of one report in order."""

    event: Event
    rng: Random
    name: str  # every key of the report starts with it
    stage: Stage = field(default_factory=Stage)
    count: int = 0

    def plain(self, template: str, role: str, more: dict[str, Fact] | None = None) -> Sentence:
        """A sentence of the reporter's own; people new to the reader are introduced."""
        self.count += 1
        key = f"{self.name}.{self.count}"
        recipe = Recipe(template, f"{self.name}/{self.count}/{self.rng.random()}")
        pieces = [
            *realise(recipe, self.event.context(more), key),
            word(f"{key}.end", ".", "punct", tight=True),
        ]
        if role == "lede":
            pieces = [_lede_key(piece, self.name) for piece in pieces]
        self.stage.last = ""
        return Sentence(key, tuple(self._introduced(pieces)), role, recipe=recipe)

    def _introduced(self, pieces: list[Piece]) -> list[Piece]:
        made: list[Piece] = []
        for piece in pieces:
            person = self.event.people.get(piece.value) if piece.tag == "name" else None
            if person is None or person.id in self.stage.known:
                made.append(piece)
                continue
            self.stage.known.add(person.id)
            made.extend(introduction(person, piece.key, "name"))
        return [
            replace(piece, fact=piece.fact or piece.value) if piece.tag == "name" else piece for piece in made
        ]

    def quote(self, utterance: Utterance) -> Sentence:
        """A sentence in which somebody speaks."""
        self.count += 1
        return speak(utterance, self.event, self.rng, f"{self.name}.{self.count}", self.stage)


def _lede_key(piece: Piece, name: str) -> Piece:
    """Facts in ledes keep their identity from one lede to another of the same report."""
    if not piece.fact or piece.tag not in ("figure", "date"):
        return piece
    return replace(piece, key=f"{name.partition('/')[0]}.lede.{piece.fact}", site=False)


def write(
    event: Event,
    rng: Random,
    name: str,
    used_templates: UsedTemplates,
    utterances: list[Utterance],
    size: int,
) -> Doc:
    """A report of about `size` sentences with these utterances in it, in the plain style."""
    writer = Writer(event, rng, name)
    lede = used_templates.draw(rng, event.kind.ledes, 1)
    body = used_templates.draw(rng, event.kind.body, max(3, (size - len(utterances)) * 2 // 3))
    back = used_templates.draw(
        rng, stock_sentences.BACKGROUND, max(1, size - len(utterances) - len(body) - 1)
    )
    plan: list[str | Utterance] = _interleave(rng, body, utterances)
    first = [(writer.plain(lede[0], "lede"),)]
    rest = [_written(writer, item, "body") for item in plan]
    tail = [_written(writer, item, "background") for item in back]
    return Doc(tuple(first + _paragraphs(rng, rest) + _paragraphs(rng, tail)))


def _written(writer: Writer, item: str | Utterance, role: str) -> Sentence:
    return writer.plain(item, role) if isinstance(item, str) else writer.quote(item)


def _interleave(rng: Random, body: list[str], utterances: list[Utterance]) -> list[str | Utterance]:
    """Quotations among the sentences, those of one speaker together."""
    groups: list[list[str | Utterance]] = [[one] for one in body]
    for speaker in sorted({one.speaker for one in utterances}):
        spoken = [one for one in utterances if one.speaker == speaker]
        while spoken:
            taken = rng.randint(1, 3)
            groups.insert(rng.randint(1, len(groups)), list(spoken[:taken]))
            spoken = spoken[taken:]
    return [item for group in groups for item in group]


def _paragraphs(rng: Random, sentences: list[Sentence]) -> list[tuple[Sentence, ...]]:
    """Paragraphs of one to three sentences."""
    made: list[tuple[Sentence, ...]] = []
    at = 0
    while at < len(sentences):
        length = rng.choice((1, 1, 2, 2, 3))
        made.append(tuple(sentences[at : at + length]))
        at += length
    return made


def new_lede(event: Event, rng: Random, doc: Doc, name: str, used_templates: UsedTemplates) -> Sentence:
    """Another opening for a report; its facts answer to those of the old one."""
    origin = doc.sentences()[0].key.split(".")[0]
    writer = Writer(event, rng, f"{origin}/{name}")
    writer.stage.known = set()
    template = used_templates.draw(rng, event.kind.ledes, 1)[0]
    return writer.plain(template, "lede")


def credit_line(agency: str, rng: Random, name: str) -> tuple[Sentence, ...]:
    """A closing line that names the agency."""
    text = rng.choice(stock_sentences.FOOTERS).format(agency=agency)
    return (Sentence(f"{name}.credit", (Piece(f"{name}.credit.0", text, "credit", text.lower()),), "credit"),)


def credit_after(agency: str, rng: Random, key: str) -> tuple[Piece, ...]:
    """Words for the end of a sentence that name the agency."""
    text = rng.choice(stock_sentences.LEAD_INS).format(agency=agency)
    return (Piece(f"{key}.credit", text, "credit", text.lower(), tight=True),)


def dateline(event: Event, agency: str, rng: Random, name: str) -> tuple[Piece, ...]:
    """TOWN (Agency) — in one of its forms; `agency` may be empty."""
    town = str(event.facts["town"]).upper()
    made = [word(f"{name}.dl.town", town, "dateline", town)]
    if rng.random() < 0.5:
        made.append(word(f"{name}.dl.comma", ",", "punct", tight=True))
        made.append(Piece(f"{name}.dl.day", "", "date", f"on:{event.day.isoformat()}"))
    if agency:
        text = rng.choice((f"({agency})", f"({agency})", f"[{agency}]", f"/{agency}/"))
        made.append(word(f"{name}.dl.credit", text, "credit", text.lower()))
    dash = rng.choice(("—", "–", "-"))
    return (*made, word(f"{name}.dl.dash", dash, "punct"))


def styled(doc: Doc, book: HouseStyle) -> Doc:
    """The report in the style of a house."""
    return restyle(doc, book)


__all__ = [
    "UsedTemplates",
    "Writer",
    "credit_after",
    "credit_line",
    "dateline",
    "new_lede",
    "styled",
    "words",
    "write",
]
