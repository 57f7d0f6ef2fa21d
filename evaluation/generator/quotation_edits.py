"""Alterations of quotations: shortened, reworded, given to another speaker, told with another verb."""

from __future__ import annotations

from dataclasses import replace

from evaluation.generator.document import Doc, Piece, Said, Sentence
from evaluation.generator.house_style import printed
from evaluation.generator.local_edits import LIKE, EditState
from evaluation.generator.outlet_words import CUE_SWAPS, CUES
from evaluation.generator.quoting import PRONOUNS
from evaluation.generator.word_lists import VOCABULARY

NOBODY = ("an official", "a source", "one observer", "a spokesman", "sources", "people close to the matter")
LINKS = ("and", "but", "until", "before", "unless", "because", "after", "yet", "instead")


def shorten(doc: Doc, state: EditState) -> Doc | None:
    """The end of a quotation left out, without a sign."""
    found = [(s, run) for s in doc.sentences() if (run := _droppable(s)) and not _touched(s, state)]
    if not found:
        return None
    sentence, run = state.rng.choice(found)
    state.touched.update(piece.key for piece in sentence.pieces)
    pieces = tuple(piece for piece in sentence.pieces if piece not in run)
    return doc.with_sentence(replace(sentence, pieces=pieces))


def _touched(sentence: Sentence, state: EditState) -> bool:
    return any(piece.key in state.touched for piece in sentence.pieces)


def _droppable(sentence: Sentence) -> list[Piece]:
    """From a link word to the end of the words inside one pair of marks; four words stay."""
    if sentence.said is None:
        return []
    words = [
        p
        for p in sentence.pieces
        if p.inside and p.tag not in ("mark", "punct") and f"{sentence.key}.q" in p.key
    ]
    at = next((i for i in range(len(words) - 2, 4, -1) if words[i].value in LINKS), 0)
    if not at:
        return []
    first, last = sentence.pieces.index(words[at]), sentence.pieces.index(words[-1])
    run = list(sentence.pieces[first : last + 1])
    before = sentence.pieces[first - 1]
    return [before, *run] if before.tag == "punct" and before.text == "," else run


def reword(doc: Doc, state: EditState) -> Doc | None:
    """A word inside the marks changed for another."""
    chosen = state.choose(doc, lambda _, p: p.inside and p.tag == "word" and p.value in LIKE)
    if chosen is None:
        return None
    piece = chosen[1]
    text = state.rng.choice([one for one in VOCABULARY[LIKE[piece.value]] if one != piece.value])
    made = replace(piece, text=text, value=text)
    return state.put(doc, replace(made, text=printed(made, state.book)))


def unquote(doc: Doc, state: EditState) -> Doc | None:
    """Partly quoted words told without the marks."""
    found = [s for s in doc.sentences() if s.said and s.said.kind == "mixed" and not _touched(s, state)]
    found = [s for s in found if any(piece.tag == "mark" for piece in s.pieces)]
    if not found:
        return None
    sentence = state.rng.choice(found)
    state.touched.update(piece.key for piece in sentence.pieces)
    first = next(i for i, piece in enumerate(sentence.pieces) if piece.tag == "mark")
    pieces = [piece for piece in sentence.pieces if piece.tag != "mark"]
    pieces[first] = replace(pieces[first], tight=False)
    said = replace(sentence.said, kind="indirect") if sentence.said else None
    return doc.with_sentence(replace(sentence, pieces=tuple(pieces), said=said))


def cue(doc: Doc, state: EditState) -> Doc | None:
    """Another kind of reporting verb: said becomes admitted."""
    chosen = state.choose(doc, lambda s, p: p.tag == "cue" and bool(s.said) and p.value in CUE_SWAPS)
    if chosen is None:
        return None
    sentence, piece = chosen
    assert sentence.said is not None
    new = state.rng.choice(CUE_SWAPS[piece.value])
    made = replace(piece, text=state.rng.choice(CUES[new]), value=new)
    state.touched.add(made.key)
    pieces = tuple(made if one.key == made.key else one for one in sentence.pieces)
    return doc.with_sentence(replace(sentence, pieces=pieces, said=replace(sentence.said, cue=new)))


def same_cue(doc: Doc, state: EditState) -> Doc | None:
    """A reporting verb of the same kind: conceded for admitted; mere wording."""
    chosen = state.choose(doc, lambda _, p: p.tag == "cue" and len(CUES.get(p.value, ())) > 1)
    if chosen is None:
        return None
    piece = chosen[1]
    others = [text for text in CUES[piece.value] if text != piece.text]
    return state.put(doc, replace(piece, text=state.rng.choice(others)))


def reattribute(doc: Doc, state: EditState) -> Doc | None:
    """A quotation, and those that lean on it, given to somebody else in the report."""
    sentences = doc.sentences()
    found = [
        n for n, s in enumerate(sentences) if s.said and not _touched(s, state) and _plain_mention(s, state)
    ]
    state.rng.shuffle(found)
    for number in found:
        before = _introduced(sentences[:number], state)
        taken = sentences[number].said
        assert taken is not None
        ahead = [
            who for who in before if who != taken.speaker and state.event.people[who].full != taken.addressee
        ]
        if ahead:
            return _given(doc, state, sentences[number:], state.rng.choice(ahead))
    return None


def _plain_mention(sentence: Sentence, state: EditState) -> bool:
    """Whether the speaker is named by surname, role or pronoun: nobody is introduced here."""
    assert sentence.said is not None
    person = state.event.people.get(sentence.said.speaker)
    if person is None:
        return False
    spoken = [piece for piece in sentence.pieces if piece.tag == "speaker"]
    return bool(spoken) and not any(piece.text == person.full or piece.flaw for piece in spoken)


def _introduced(sentences: list[Sentence], state: EditState) -> list[str]:
    seen = {
        piece.text for sentence in sentences for piece in sentence.pieces if piece.tag in ("name", "speaker")
    }
    return [who for who in sorted(state.event.people) if state.event.people[who].full in seen]


def _given(doc: Doc, state: EditState, tail: list[Sentence], who: str) -> Doc:
    """Name the new speaker in the first sentence; change the pronouns of those that follow."""
    person = state.event.people[who]
    first = tail[0]
    doc = doc.with_sentence(_renamed(first, person.last, who, state))
    for sentence in tail[1:]:
        if sentence.said is None or not sentence.said.leans:
            break
        doc = doc.with_sentence(_renamed(sentence, person.pronoun, who, state))
    return doc


def _renamed(sentence: Sentence, text: str, who: str, state: EditState) -> Sentence:
    said = sentence.said
    assert said is not None
    spoken = [piece for piece in sentence.pieces if piece.tag == "speaker"]
    made = replace(spoken[0], text=text, value=who)
    pieces = tuple(
        made if piece is spoken[0] else piece for piece in sentence.pieces if piece not in spoken[1:]
    )
    state.touched.update(piece.key for piece in pieces)
    leans = said.leans and text in PRONOUNS
    return replace(sentence, pieces=pieces, said=_with(said, who, leans))


def _with(said: Said, who: str, leans: bool) -> Said:
    return replace(said, speaker=who, leans=leans)


def unname(doc: Doc, state: EditState) -> Doc | None:
    """A quotation left without its speaker: somebody unnamed says it now."""
    sentences = doc.sentences()
    after = [one.said is not None and one.said.leans for one in sentences[1:]] + [False]
    found = [
        s for s, led in zip(sentences, after, strict=True) if s.said and not led and not _touched(s, state)
    ]
    found = [s for s in found if s.said and s.said.speaker and _plain_mention(s, state)]
    if not found:
        return None
    return doc.with_sentence(_renamed(state.rng.choice(found), state.rng.choice(NOBODY), "", state))
