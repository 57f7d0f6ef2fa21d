"""Where a claim can stand in one article: statements, and figures with their event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from retold import moments, parameters
from retold.language import Language
from retold.language.numbers import Figure
from retold.model import Span, Statement
from retold.tables import Ints, Witness
from retold.tables.tokens import Flags, capitals

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_MARK = re.compile(r"[,;:.!?()—–]")
_DASH = re.compile(r"\s[-–—]{1,2}\s|[–—]")  # between a dateline and what it tells
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_ZONE = re.compile(r"\s[A-Z]{2,4}\b")  # behind an hour that looks like a year: 1550 GMT
_YEAR = re.compile(r"\d{4}")
_P = parameters.of("claims", "occurrences")
_HEAD = _P.integer("head")
_AROUND = _P.integer("around")
_FAR = _P.integer("far")
_PURPOSE = _P.integer("purpose")
_SUPPORT, _LEAST = _P.number("support"), _P.number("least")


@dataclass(frozen=True, slots=True, eq=False)
class Occurrence:
    """A statement or a figure in one article.

    `words` are the numbers of its words in the article, `terms` the stems by
    which it is told from others, `reading` who says it or how much it is.
    `forms` are the folded words of a statement, in order, `stems` the stem of each, '' of a common one; of a
    figure `stems` are those of its sentence.
    `by_name` says that its speaker is named
    right beside it, `beside` are the capitalised words of its paragraph that are none of its own:
    whoever is named there may be the speaker as well; of a figure, those of its sentence but the first.
    `negators` are the places in `forms` of the words that deny. `severed` are the stems of the words
    before it in its sentence, where it was cut out of the middle of a clause that its speaker follows.
    `days` are the days, months and years that its words name, as dates have them (2021-05, 2021-05-22); of a
    figure the years that its sentence names.
    `timed` are the stems of its words that tell when on a day, the names of days and months not among them.
    `predicate` is the stem of what a statement says its subject is or was, "" without such a verb, and
    `subject` the stems before the verb.
    `limiting` are the stems in a figure's sentence by which it may count a part: names and times of day.
    `purpose` are the stems of what a sum is meant for, behind its preposition (5 million for roads).
    `toll` is what a figure counts of people, by the lists of the language (dead, hurt), "" for all else;
    `day` is when its article was published, in days since the year 1.
    """

    article: str
    spans: tuple[Span, ...]
    words: Ints
    terms: frozenset[str]
    reading: str
    support: float
    statement: Statement | None = None
    figure: Figure | None = None
    head: str = ""  # of a figure: the stem of the noun or verb it goes with
    bound: str = ""  # of a figure: "least", "most" or "about" (at least three)
    sentence: int = -1  # number of the sentence of its first word
    forms: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    by_name: bool = False
    beside: frozenset[str] = frozenset()
    negators: tuple[int, ...] = ()
    severed: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    timed: frozenset[str] = frozenset()
    subject: tuple[str, ...] = ()
    predicate: str = ""
    limiting: frozenset[str] = frozenset()
    toll: str = ""
    purpose: frozenset[str] = frozenset()
    day: float | None = None

    @property
    def denied(self) -> bool:
        """Whether it is told in plain words that somebody denies: what he says is its contrary."""
        return self.statement is not None and self.statement.denied

    @property
    def quoted(self) -> bool:
        """Whether it is a statement whose words stand in quotation marks, at least partly."""
        return self.statement is not None and self.statement.kind in ("direct", "mixed")


def of_statements(witness: Witness, said: Sequence[Statement]) -> Iterator[Occurrence]:
    """The statements of an article with a content that are not unsure, none of what belongs to the page."""
    if not said:
        return
    capital = capitals(witness.text, witness.words)
    for one in said:
        words = _inside(witness, one.content)
        texts = (span.of(witness.text) for span in one.content)
        terms = frozenset(term for text in texts for term in terms_of(text, witness.language))
        unsure = one.support < _LEAST and not one.denied
        if len(words) and terms and not unsure and not witness.tokens.furniture[words].all():
            name = one.speaker_name or ""
            support = one.support * (one.speakers[0].support if name else 1.0)
            forms = tuple(_forms(witness, words))
            stems = tuple((*terms_of(form, witness.language), "")[0] for form in forms)
            timed = _timed(witness, words, forms)
            subject, predicate = _predicate(witness.language, forms, stems, timed)
            yield Occurrence(
                witness.id,
                one.content,
                words,
                terms,
                name,
                support,
                statement=one,
                sentence=int(witness.tokens.sentence[words[0]]),
                forms=forms,
                stems=stems,
                by_name=_is_by_name(witness, one),
                beside=_named_beside(witness, words, capital),
                negators=tuple(witness.language.editing.sense.negations(forms)),
                severed=_severed(witness, one, int(words[0])),
                days=_days(witness, one.content),
                timed=timed,
                subject=subject,
                predicate=predicate,
            )


def _predicate(
    language: Language, forms: Sequence[str], stems: Sequence[str], timed: frozenset[str]
) -> tuple[tuple[str, ...], str]:
    """The subject of the first verb of being, and what it is said to be: a man | was still on the run."""
    sense = language.editing.sense
    at = next((k for k, form in enumerate(forms) if form in sense.passive), 0)
    subject = tuple(filter(None, stems[:at]))
    idle = sense.auxiliary | sense.negators | language.editing.no_names
    told = (
        stem
        for form, stem in zip(forms[at + 1 :], stems[at + 1 :], strict=True)
        if stem and stem not in timed and form not in idle
    )
    return (subject, next(told, "")) if subject else ((), "")


def _timed(witness: Witness, words: Ints, forms: Sequence[str]) -> frozenset[str]:
    """The stems of words that tell when on a day: those of a date but the day's name, and shortly, late."""
    editing, dated = witness.language.editing, witness.tokens.date[words] > 0
    told = (
        form
        for form, inside in zip(forms, dated.tolist(), strict=True)
        if form in editing.timely or (inside and form not in editing.no_names)
    )
    return frozenset(stem for form in told for stem in terms_of(form, witness.language))


def _days(witness: Witness, content: Sequence[Span]) -> frozenset[str]:
    """The days, months and years that some words name."""
    held = (d for d in witness.dates if any(s.start <= d.span.start and d.span.end <= s.end for s in content))
    return frozenset(d.value for d in held if d.kind == "DATE" and d.value and _DAY.fullmatch(d.value))


def _years(witness: Witness, word: int) -> frozenset[str]:
    """The years that the sentence of a word names: what was counted in two of them is two things."""
    table = witness.tokens
    inside = {int(n) for n in table.date[table.sentence == table.sentence[word]].tolist()} - {0}
    dates = (witness.dates[n - 1] for n in inside)
    years = (d for d in dates if _YEAR.fullmatch(d.value or "") and not _ZONE.match(witness.text, d.span.end))
    return frozenset(d.value for d in years if d.value)


def _severed(witness: Witness, statement: Statement, first: int) -> frozenset[str]:
    """The stems before the content in its sentence, if it was cut out of the middle of what is told there.

    The speaker stands behind it and no mark before it: who was freed | after the theft, police said.
    """
    if statement.kind != "indirect" or statement.cue is None or first == 0:
        return frozenset()
    table, words = witness.tokens, witness.words
    opened = int(np.searchsorted(table.sentence, table.sentence[first], side="left"))
    start = int(words.starts[first])
    behind = statement.cue.start >= statement.content[0].end
    marked = not witness.text[int(words.ends[first - 1]) : start].isspace()
    if opened == first or not behind or marked:
        return frozenset()
    return frozenset(terms_of(witness.text[int(words.starts[opened]) : start], witness.language))


def of_figures(witness: Witness) -> Iterator[Occurrence]:
    """The figures of an article that count something, with the words around them."""
    capital = capitals(witness.text, witness.words) if witness.figures else None
    day = moments.day_number(witness.article.published)
    for figure in witness.figures:
        span = Span(witness.id, figure.start, figure.end)
        words = _inside(witness, (span,))
        if not _counts(figure) or witness.tokens.furniture[words].any():
            continue
        before, after = _context(witness, span)
        head = next(iter(after), "") or (before[-1] if before else "")
        if head and len(words) and not _is_hour(witness, words):
            yield Occurrence(
                witness.id,
                (span,),
                words,
                frozenset([*before, *after]),
                figure.reading,
                _SUPPORT,
                figure=figure,
                head=head,
                bound=witness.language.numbers.bound(_forms(witness, range(max(0, words[0] - 3), words[0]))),
                sentence=int(witness.tokens.sentence[words[0]]),
                beside=frozenset() if capital is None else _named_with(witness, words, capital),
                stems=tuple(_of_sentence(witness, words)),
                limiting=_limiting(witness, words, capital),
                days=_years(witness, int(words[0])),
                toll=_toll(witness, words),
                purpose=_purpose(witness, figure),
                day=day,
            )


def _toll(witness: Witness, words: Ints) -> str:
    """What a figure counts of people, by the nearest telling word of its sentence."""
    low, high = int(words[0]), int(words[-1]) + 1
    inside = witness.tokens.sentence == witness.tokens.sentence[low]
    near = range(max(0, low - _AROUND), min(len(inside), high + _AROUND))
    forms = dict(zip(near, _forms(witness, near), strict=True))
    before = [forms[k] for k in reversed(range(near.start, low)) if inside[k]]
    return witness.language.numbers.counted((before, [forms[k] for k in range(high, near.stop) if inside[k]]))


def _purpose(witness: Witness, figure: Figure) -> frozenset[str]:
    """The stems of what a sum is meant for, in the few words behind its preposition."""
    if not figure.unit:
        return frozenset()
    behind = _MARK.split(witness.text[figure.end : figure.end + _FAR], maxsplit=1)[0].split()
    leads = behind and witness.language.fold(behind[0]) in witness.language.editing.purposes
    return frozenset(terms_of(" ".join(behind[1 : 1 + _PURPOSE]), witness.language) if leads else ())


def _counts(figure: Figure) -> bool:
    """Whether a figure has a value that can be held against another: not dozens, the first, millions."""
    return not (figure.weak or figure.vague) and figure.unit != "ordinal"


def _is_hour(witness: Witness, words: Ints) -> bool:
    """Whether a figure is an hour of the clock: nine o'clock."""
    behind = int(words[-1]) + 1
    told = _forms(witness, [behind]) if behind < len(witness.tokens.sentence) else []
    return any(word in witness.language.numbers.clock for word in told)


def _of_sentence(witness: Witness, words: Ints) -> list[str]:
    """The stems of the telling words of a figure's sentence."""
    number = int(witness.tokens.sentence[words[0]])
    low, high = np.searchsorted(witness.tokens.sentence, [number, number + 1]).tolist()
    return terms_of(witness.span(low, high).of(witness.text), witness.language)


def _behind_dateline(witness: Witness, start: int) -> int:
    """Where a sentence that begins here tells something: behind the dash of a dateline, if it has one.

    All words before the dash have capitals or are numbers: TARN, May 6 (Quay Wire) - Two boats sank.
    """
    dash = _DASH.search(witness.text, start, start + _HEAD)
    if dash is None:
        return start
    filed = witness.text[start : dash.start()].split()
    return dash.end() if all(not word.strip("(/").islower() for word in filed) else start


def _limiting(witness: Witness, words: Ints, capital: Flags | None) -> frozenset[str]:
    """The stems of the names in a figure's sentence, without days, and of words that tell when on a day."""
    table = witness.tokens
    inside = np.flatnonzero(table.sentence == table.sentence[words[0]]).tolist()
    named = set() if capital is None else {k for k in inside[1:] if capital[k] and not table.date[k]}
    timely = witness.language.editing.timely
    told = (
        form for k, form in zip(inside, _forms(witness, inside), strict=True) if k in named or form in timely
    )
    return frozenset(stem for form in told for stem in terms_of(form, witness.language))


def _forms(witness: Witness, words: Iterable[int]) -> list[str]:
    spans = (witness.span(k, k + 1) for k in words)
    return [witness.language.fold(span.of(witness.text)) for span in spans]


def _is_by_name(witness: Witness, statement: Statement) -> bool:
    """Whether the words beside the statement name its first speaker, so that nothing had to be resolved."""
    if not statement.speakers or not statement.speaker_name or statement.speaker is None:
        return False
    names = witness.language.names
    said = names.tokens([w for w in statement.speaker.of(witness.text).split() if w[:1].isupper()])
    return bool(said) and names.same(said, names.tokens(statement.speaker_name.split()))


def _named_beside(witness: Witness, words: Ints, capital: Flags) -> frozenset[str]:
    """The name parts of the paragraphs in which the words stand and of the one before, but for the words."""
    table = witness.tokens
    around = (table.paragraph >= table.paragraph[words[0]] - 1) & (
        table.paragraph <= table.paragraph[words[-1]]
    )
    around[words] = False
    told = np.flatnonzero(around & capital).tolist()
    return frozenset(witness.language.names.tokens([witness.span(k, k + 1).of(witness.text) for k in told]))


def _named_with(witness: Witness, words: Ints, capital: Flags) -> frozenset[str]:
    """The name parts of the sentence of a figure, without the word that opens it."""
    table = witness.tokens
    counts = table.figure > 0
    told = np.flatnonzero((table.sentence == table.sentence[words[0]]) & capital & ~counts).tolist()
    opens = int(np.searchsorted(table.sentence, table.sentence[words[0]], side="left"))
    behind = _behind_dateline(witness, int(table.starts[opens]))
    inside = (k for k in told if k != opens and table.starts[k] >= behind)
    named = [witness.span(k, k + 1).of(witness.text) for k in inside]
    return frozenset(witness.language.names.tokens(named))


def _context(witness: Witness, span: Span) -> tuple[list[str], list[str]]:
    """Stems before and behind a figure, within its sentence."""
    number = int(np.searchsorted(witness.sentences[:, 0], span.start, side="right")) - 1
    low, high = witness.sentences[number].tolist() if number >= 0 else (span.start, span.end)
    low, high = max(low, span.start - _FAR), min(max(high, span.end), span.end + _FAR)
    before = terms_of(witness.text[low : span.start], witness.language)[-_AROUND:]
    return before, terms_of(witness.text[span.end : high], witness.language)[:_AROUND]


def _inside(witness: Witness, spans: Sequence[Span]) -> Ints:
    parts = [np.arange(*witness.words.touching(s.start, s.end)) for s in spans]
    return np.unique(np.concatenate([np.zeros(0, np.int64), *parts])).astype(np.int32)


def articles_of(group: Sequence[Occurrence]) -> list[str]:
    """The ids of the articles in which the occurrences stand, each once, in order."""
    return list(dict.fromkeys(one.article for one in group))


def terms_of(text: str, language: Language) -> list[str]:
    """The stems of the telling words of a text, in order.

    >>> from retold import language
    >>> terms_of("The crews rescued 32 passengers", language.of("en"))
    ['crew', 'rescu', '32', 'passenger']
    """
    common = language.editing.common
    return [language.stem(word) for word in _WORD.findall(text.casefold()) if word not in common]
