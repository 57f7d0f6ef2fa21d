"""Alterations of whole sentences: cut, added, moved, spliced in, a new opening, credits, paragraphs."""

from __future__ import annotations

from dataclasses import replace

from evaluation.generator import names, reporting, stock_sentences
from evaluation.generator.document import Doc, Piece, Sentence
from evaluation.generator.event import Event
from evaluation.generator.house_style import restyle
from evaluation.generator.local_edits import EditState
from evaluation.generator.reporting import UsedTemplates, Writer

Paragraph = tuple[Sentence, ...]


def reads_well(doc: Doc, event: Event) -> bool:
    """Whether everybody is introduced before a bare surname and no pronoun has lost its speaker."""
    known: set[str] = set()
    last = ""
    for sentence in doc.sentences():
        for piece in sentence.pieces:
            person = event.people.get(piece.value) if piece.tag in ("name", "speaker") else None
            if person is None:
                continue
            if piece.text.split()[0] == person.first or piece.flaw or not person.first:
                known.add(person.id)
            elif piece.text == person.last and person.id not in known:
                return False
        said = sentence.said
        if said is not None and said.leans and last != said.speaker:
            return False
        last = said.speaker if said is not None else ""
    return True


def _sound(doc: Doc | None, event: Event) -> Doc | None:
    return doc if doc is not None and reads_well(doc, event) else None


def cut_end(doc: Doc, state: EditState) -> Doc | None:
    """The end of the report left out."""
    sentences = [one for one in doc.sentences() if one.role != "credit"]
    if len(sentences) < 9:
        return None
    keep = state.rng.randint(max(7, len(sentences) // 3), len(sentences) - 2)
    return _sound(doc.without({one.key for one in sentences[keep:]}), state.event)


def cut_inside(doc: Doc, state: EditState) -> Doc | None:
    """A sentence or a paragraph left out of the middle."""
    if len(doc.sentences()) < 9:
        return None
    paragraph = state.rng.choice(doc.paragraphs[1:])
    drop = paragraph if state.rng.random() < 0.6 else (state.rng.choice(paragraph),)
    if any(one.role == "credit" for one in drop):
        return None
    return _sound(doc.without({one.key for one in drop}), state.event)


def move(doc: Doc, state: EditState) -> Doc | None:
    """A sentence or a paragraph put well before or behind its place."""
    sentences = [one for one in doc.sentences() if one.role not in ("lede", "credit")]
    if len(sentences) < 8:
        return None
    first = state.rng.choice(sentences)
    here = next(p for p, paragraph in enumerate(doc.paragraphs) if first in paragraph)
    moved = (first,) if state.rng.random() < 0.6 else doc.paragraphs[here]
    if any(one.role in ("lede", "credit") for one in moved):
        return None
    rest = doc.without({one.key for one in moved})
    spots = [spot for spot in range(1, len(rest.paragraphs)) if abs(spot - here) >= 3]
    if not spots:
        return None
    spot = state.rng.choice(spots)
    paragraphs = [*rest.paragraphs[:spot], moved, *rest.paragraphs[spot:]]
    return _sound(replace(rest, paragraphs=tuple(paragraphs)), state.event)


def reflow(doc: Doc, state: EditState) -> Doc:
    """Other paragraph breaks; not a change of the report."""
    made: list[list[Sentence]] = []
    for sentence in doc.sentences():
        alone = sentence.role == "credit" or not made or made[-1][-1].role == "credit"
        if alone or len(made[-1]) >= 4 or state.rng.random() < 0.55:
            made.append([sentence])
        else:
            made[-1].append(sentence)
    return replace(doc, paragraphs=tuple(tuple(paragraph) for paragraph in made))


def local(doc: Doc, state: EditState) -> Doc:
    """A paragraph about the outlet's own town."""
    rng = state.rng
    home = names.town(rng)
    writer = Writer(state.event, rng, f"{state.stamp}/local")
    writer.stage.known = set(state.event.people)
    templates = rng.sample(stock_sentences.LOCAL, rng.randint(1, 3))
    paragraph = tuple(writer.plain(one, "local", {"home": home}) for one in templates)
    spot = rng.choice((len(doc.paragraphs), len(doc.paragraphs), rng.randint(1, len(doc.paragraphs))))
    return _with_paragraph(doc, restyle(Doc((paragraph,)), state.book).paragraphs[0], spot)


def late(doc: Doc, state: EditState) -> Doc:
    """Later news added high in the report, as an agency does in an update."""
    rng = state.rng
    for number in range(rng.randint(1, 3)):
        writer = Writer(state.event, rng, f"{state.stamp}/late{number}")
        writer.stage.known = _known(doc)
        templates = rng.sample(stock_sentences.LATE, rng.randint(1, 2))
        paragraph = tuple(writer.plain(one, "added") for one in templates)
        spot = rng.randint(1, max(1, len(doc.paragraphs) // 2))
        doc = _with_paragraph(doc, restyle(Doc((paragraph,)), state.book).paragraphs[0], spot)
    return doc


def _known(doc: Doc) -> set[str]:
    return {piece.value for _, piece in doc.pieces() if piece.tag in ("name", "speaker")}


def _with_paragraph(doc: Doc, paragraph: Paragraph, spot: int) -> Doc:
    last = doc.paragraphs[-1][-1].role == "credit"
    spot = min(spot, len(doc.paragraphs) - 1) if last else spot
    return replace(doc, paragraphs=(*doc.paragraphs[:spot], paragraph, *doc.paragraphs[spot:]))


def new_lede(doc: Doc, state: EditState, used_templates: UsedTemplates) -> Doc | None:
    """Another opening in place of the old one."""
    if doc.sentences()[0].role != "lede":
        return None
    made = reporting.new_lede(state.event, state.rng, doc, state.stamp, used_templates)
    old = doc.sentences()[0]
    made = _as_told(made, old)
    opened = restyle(Doc(((made,),)), state.book).paragraphs
    rest = doc.without({old.key})
    return _sound(replace(rest, paragraphs=opened + rest.paragraphs), state.event)


def _as_told(made: Sentence, old: Sentence) -> Sentence:
    """The new opening tells the figures and the day as its source told them."""
    told = {piece.key: piece for piece in old.pieces if piece.fact}
    pieces = tuple(
        replace(piece, text=told[piece.key].text, value=told[piece.key].value) if piece.key in told else piece
        for piece in made.pieces
    )
    return replace(made, pieces=pieces)


def contaminate(doc: Doc, other: Doc, state: EditState, known: set[str]) -> Doc | None:
    """Two to six sentences of another report put in, as they stand there; none whose key is `known`."""
    have = {one.key for one in doc.sentences()} | known
    body = [one for one in other.sentences() if one.role not in ("lede", "credit") and one.key not in have]
    if len(body) < 3:
        return None
    start = state.rng.randrange(len(body) - 2)
    taken = _neighbours(other, body, start, state.rng.randint(2, 6))
    if sum(len(one.pieces) for one in taken) < 28:  # shorter loans can hardly be told from chance
        return None
    made = restyle(Doc((tuple(taken),)), state.book).paragraphs[0]
    spot = state.rng.randint(min(2, len(doc.paragraphs)), len(doc.paragraphs))
    return _sound(_with_paragraph(doc, made, spot), state.event)


def _neighbours(other: Doc, body: list[Sentence], start: int, count: int) -> list[Sentence]:
    """Sentences that stand one after the other in `other`, from `start` on."""
    order = [one.key for one in other.sentences()]
    taken = [body[start]]
    for one in body[start + 1 : start + count]:
        if order.index(one.key) != order.index(taken[-1].key) + 1:
            break
        taken.append(one)
    return taken


# ---- credits ----


def has_credit(doc: Doc) -> bool:
    """Whether anything names where the report came from."""
    inside = any(piece.tag == "credit" for _, piece in doc.pieces())
    return inside or any(piece.tag == "credit" for piece in doc.dateline)


def credit_out(doc: Doc, state: EditState) -> Doc | None:
    """Every credit taken out."""
    if not has_credit(doc):
        return None
    doc = doc.without({one.key for one in doc.sentences() if one.role == "credit"})
    for sentence in doc.sentences():
        if any(piece.tag == "credit" for piece in sentence.pieces):
            kept = tuple(piece for piece in sentence.pieces if piece.tag != "credit")
            doc = doc.with_sentence(replace(sentence, pieces=kept))
    state.touched.add("credit")
    return replace(doc, dateline=tuple(piece for piece in doc.dateline if piece.tag != "credit"))


def credit_in(doc: Doc, state: EditState, agency: str) -> Doc | None:
    """A credit put in at the end, or into a sentence near the top."""
    if not agency or "credit" in state.touched:
        return None
    if state.rng.random() < 0.5:
        line = reporting.credit_line(agency, state.rng, state.stamp)
        has_line = doc.paragraphs[-1][-1].role == "credit"
        return None if has_line else replace(doc, paragraphs=(*doc.paragraphs, line))
    plain = [one for one in doc.sentences()[:4] if one.said is None and not _ends_in_credit(one)]
    if not plain:
        return None
    sentence = state.rng.choice(plain)
    extra: tuple[Piece, ...] = reporting.credit_after(agency, state.rng, f"{sentence.key}/{state.stamp}")
    pieces = (*sentence.pieces[:-1], *extra, sentence.pieces[-1])
    return doc.with_sentence(replace(sentence, pieces=pieces))


def _ends_in_credit(sentence: Sentence) -> bool:
    return any(piece.tag == "credit" for piece in sentence.pieces)
