"""What is truly said and claimed in a story: statements, figures, their carriers and origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evaluation.generator.document import Layout, Piece, Place, Sentence
from evaluation.generator.ground_truth import Version
from evaluation.generator.names import Person


@dataclass(frozen=True, slots=True)
class TrueStatement:
    """One statement of an article; `content` is where the words stand, without marks."""

    quote: str
    article: str
    speaker: str
    addressee: str
    cue: str
    kind: str
    content: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One wording of a quotation, or one value of a figure, and who carries it.

    `origins` are the roots of the lineage once every version without this
    reading is taken out; they may be unseen nodes.
    """

    reading: str
    carriers: tuple[tuple[str, Place], ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrueClaim:
    """A quotation or a figure as the articles of a story carry it."""

    name: str
    kind: str  # statement or figure
    readings: tuple[Reading, ...]
    carriers: tuple[str, ...]
    origins: tuple[str, ...]


def true_statements(version: Version) -> list[TrueStatement]:
    """Every statement of a version, in reading order."""
    found = []
    for sentence in version.doc.sentences():
        said = sentence.said
        if said is None:
            continue
        content = content_places(sentence, version.layout)
        speaker = _full(said.speaker, version.people)
        found.append(
            TrueStatement(said.quote, version.id, speaker, said.addressee, said.cue, said.kind, content)
        )
    return found


def _full(who: str, people: Mapping[str, Person]) -> str:
    return people[who].full if who in people else who


def content_places(sentence: Sentence, layout: Layout) -> tuple[Place, ...]:
    """Where the words that were said stand: one range for each unbroken run."""
    runs: list[list[Piece]] = []
    broken = True
    for piece in sentence.pieces:
        if not _is_content(piece, sentence.key):
            broken = True
            continue
        if broken:
            runs.append([])
        runs[-1].append(piece)
        broken = False
    return tuple((layout.pieces[run[0].key][0], layout.pieces[run[-1].key][1]) for run in runs)


def _is_content(piece: Piece, key: str) -> bool:
    if piece.tag == "mark" or piece.key.endswith(".stop"):
        return False
    return piece.key.startswith((f"{key}.q.", f"{key}.z.", f"{key}.mid"))


def quoted_words(version: Version) -> dict[str, tuple[str, Place]]:
    """Quotation: its words without regard to style, and where they stand."""
    found: dict[str, tuple[str, Place]] = {}
    for sentence in version.doc.sentences():
        places = content_places(sentence, version.layout)
        if sentence.said is None or not places:
            continue
        words = [p.value for p in sentence.pieces if _is_content(p, sentence.key) and p.tag != "punct"]
        found[sentence.said.quote] = (" ".join(words), (places[0][0], places[-1][1]))
    return found


def figures(version: Version) -> dict[str, tuple[str, Place]]:
    """Figure of the event: its value, and where it first stands."""
    found: dict[str, tuple[str, Place]] = {}
    for _, piece in version.doc.pieces():
        if piece.tag == "figure" and piece.fact and piece.fact not in found:
            found[piece.fact] = (piece.value.partition(":")[2], version.layout.pieces[piece.key])
    return found


def roots(nodes: Iterable[str], parents: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Those of `nodes` none of whose parents is among `nodes`."""
    within = set(nodes)
    return tuple(sorted(node for node in within if not within & set(parents.get(node, []))))


def true_claims(versions: list[Version], parents: Mapping[str, list[str]], seen: set[str]) -> list[TrueClaim]:
    """All quotations and figures of a story that at least one article carries."""
    made = []
    for kind, read in (("statement", quoted_words), ("figure", figures)):
        table = {version.id: read(version) for version in versions}
        names = sorted({name for row in table.values() for name in row})
        made += [_told(name, kind, table, parents, seen) for name in names]
    return [one for one in made if one.carriers]


def _told(
    name: str,
    kind: str,
    table: Mapping[str, dict[str, tuple[str, Place]]],
    parents: Mapping[str, list[str]],
    seen: set[str],
) -> TrueClaim:
    carried = {ident: row[name] for ident, row in table.items() if name in row}
    readings = []
    for value in sorted({reading for reading, _ in carried.values()}):
        same = [ident for ident in carried if carried[ident][0] == value]
        carriers = tuple((ident, carried[ident][1]) for ident in sorted(same) if ident in seen)
        if carriers:
            readings.append(Reading(value, carriers, roots(same, parents)))
    everyone = tuple(sorted(ident for ident in carried if ident in seen))
    return TrueClaim(name, kind, tuple(readings), everyone, roots(carried, parents))
