"""What is an article at all, and the furniture that only a pile reveals.

`read` has already kept the furniture of a single page out of the text.
What is left is known only by its repetition: a line that an outlet prints
under half of its articles, whatever they are about. It is marked, not cut.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count, pairwise

from retold import language, moments, parameters
from retold.messages import N_
from retold.model import Article, SetAside, Span
from retold.settings import Clean
from retold.tables import Recurring

_WORD = re.compile(r"\w+")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_TEXT_FIELDS = ("outlet", "url", "title", "byline", "language")
_TIME_FIELDS = ("published", "updated")

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9©À-ÞА-Я])")
_GOES_ON = re.compile(r"[^\S\n]*\n\s*[a-zà-þа-я,.;)’']")
_SMALL_WORD = re.compile(r"[a-z]{1,4}")
_P = parameters.of("clean", "clean")
_LINE_OF_TEXT = _P.integer("line_of_text")
_EDGE = _P.integer("edge")
_EDGE_SENTENCES = _P.integer("edge_sentences")
_LONGEST_UNIT = _P.integer("longest_unit")
_OPENING = _P.integer("opening")
_FIRST_WORDS = _P.integer("first_words")
_FEWEST_CARRIERS = _P.integer("fewest_carriers")
_SAMPLE = _P.integer("sample")
_LONG_WORD = _P.integer("long_word")
_SAME_MATTER = _P.number("same_matter")


# ---- what is an article ----


def check(articles: Iterable[Article], settings: Clean) -> tuple[list[Article], list[SetAside]]:
    """Articles fit to trace, in their order, and a line for everything that is not used as given.

    Set aside: what is no `Article`, has no text, is too long, or comes again.
    Mended with a note: a time that cannot be read and a field of the wrong
    type (both become None), an id that is no string, half characters (lone
    surrogates, which no file can hold, become U+FFFD; offsets stay).

    >>> check([Article("a", "A ferry sank.", published="last week"), Article("b", " ")], Clean())[1][1].why
    'an article without text'
    """
    notes: list[SetAside] = []
    return list(checked(articles, settings, notes)), notes


def checked(
    articles: Iterable[Article | SetAside], settings: Clean, notes: list[SetAside]
) -> Iterator[Article]:
    """The same one by one, as they come; what is not used as given is added to `notes`.

    So are the notes of a reader that stand among the articles.
    """
    texts: dict[str, int] = {}  # of each id, hashed
    numbers = count(1)
    for given in articles:
        if isinstance(given, SetAside):
            notes.append(given)
            continue
        number = next(numbers)
        refused = _refused(given, number, settings)
        if refused is not None:
            notes.append(refused)
            continue
        article, mended = _mended(given, number)
        notes += mended
        text = hash(article.text)
        if article.id in texts:
            notes.append(_again(article, same=texts[article.id] == text))
            continue
        texts[article.id] = text
        yield article


def _refused(given: object, number: int, settings: Clean) -> SetAside | None:
    """The reason why this is no article, None if it is one."""
    if not isinstance(given, Article):
        why = N_("is no Article but {name}").format(name=type(given).__name__)
        return SetAside(N_("article {number}").format(number=number), why, N_("give retold.Article objects"))
    where = _name(given, number)
    if not _is_text(given.text):
        why = N_("its text is {name}, not str").format(name=type(given.text).__name__)
        return SetAside(where, why, N_("give its text as a str"))
    if not given.text.strip():
        return SetAside(where, N_("an article without text"), N_("give it a text or leave it out"))
    if len(given.text) > settings.largest_bytes:
        why = N_("is longer than {most:,} characters").format(most=settings.largest_bytes)
        return SetAside(where, why, N_("split it, or raise [clean] largest_bytes"))
    words = _WORD.finditer(given.text)
    if sum(1 for _ in zip(range(settings.least_words), words, strict=False)) < settings.least_words:
        why = N_("has fewer than {least} words").format(least=settings.least_words)
        return SetAside(where, why, N_("leave it out, or lower [clean] least_words"))
    return None


def _name(article: Article, number: int) -> str:
    """The id if it can be one; a number is written out, anything else gives way to the article's place."""
    given: object = article.id
    if isinstance(given, int):
        return str(given)
    return given if isinstance(given, str) and given.strip() else N_("article {number}").format(number=number)


def _mended(article: Article, number: int) -> tuple[Article, list[SetAside]]:
    """The article with every field of a type that later steps rely on, and what had to be done."""
    where = _LONE_SURROGATE.sub("\ufffd", _name(article, number))
    mends: dict[str, object] = {}
    notes = []
    if article.id != where:
        mends["id"] = where
        why = N_("its id {value} is no plain string").format(value=_short(article.id))
        notes.append(SetAside(where, why, N_("give a str as id")))
    for name in ("text", *_TEXT_FIELDS):
        value = getattr(article, name)
        if isinstance(value, str) and _LONE_SURROGATE.search(value):
            mends[name] = _LONE_SURROGATE.sub("\ufffd", value)
            why = N_("its {name} holds half characters").format(name=name)
            notes.append(SetAside(where, why, N_("decode its source again")))
    for name, value in _misfits(article):
        mends[name] = {} if name == "extra" else None
        cure = N_("give ISO 8601, a date or a datetime") if name in _TIME_FIELDS else N_("give a str or None")
        why = N_("its {name} {value} cannot be read").format(name=name, value=_short(value))
        notes.append(SetAside(where, why, cure))
    return (replace(article, **mends) if mends else article), notes  # type: ignore[arg-type]  # names are fields


def _misfits(article: Article) -> Iterator[tuple[str, object]]:
    """The fields whose value is of no use, with that value."""
    for name in _TEXT_FIELDS:
        value = getattr(article, name)
        if value is not None and not _is_text(value):
            yield name, value
    for name in _TIME_FIELDS:
        value = getattr(article, name)
        if value is not None and moments.moment(value) is None:
            yield name, value
    extra: object = article.extra
    if not isinstance(extra, Mapping):
        yield "extra", extra


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _short(value: object) -> str:
    try:
        shown = ascii(value)
    except ValueError:  # a number of more digits than are ever written out
        shown = N_("a number that is too long ({name})").format(name=type(value).__name__)
    return shown if len(shown) <= 60 else shown[:57] + "..."


def _again(article: Article, same: bool) -> SetAside:
    if same:
        return SetAside(article.id, N_("the same article again"), N_("give each article once"))
    return SetAside(article.id, N_("another article has this id"), N_("give each article an id of its own"))


# ---- what only a pile reveals ----


@dataclass(slots=True)
class _Text:
    """One article of an outlet as units that may recur, and the words that tell its matter."""

    article: Article
    units: dict[str, list[tuple[int, int]]] = field(default_factory=dict)  # folded: characters
    matter: frozenset[str] = frozenset()


def furniture(articles: Sequence[Article], settings: Clean) -> list[tuple[Span, str]]:
    """Lines, and sentences at the edges, that an outlet prints whatever the matter; with the reason.

    A unit counts once for all reprints of one text. It is furniture if it
    stands in `furniture_share` of the outlet's different texts, in at least
    three of them, and those texts are about different matters: their long
    words agree no more than those of unrelated articles. Lines that credit
    somebody are left alone. Time is linear in the length of the pile.
    """
    return furnished(articles, settings)[0]


def furnished(
    articles: Sequence[Article], settings: Clean
) -> tuple[list[tuple[Span, str]], dict[str, Recurring]]:
    """The furniture of a pile as `furniture` has it, and for each outlet, folded, what it was known by."""
    outlets: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        if article.outlet:
            outlets[fold(article.outlet)].append(number)
    found: list[tuple[Span, str]] = []
    known = {}
    for outlet, group in outlets.items():
        if len(group) >= settings.furniture_least:
            spans, recurring = _of_outlet([articles[number] for number in group], settings)
            found += spans
            if recurring.units:
                known[outlet] = recurring
    return sorted(found), known


def marked(articles: Iterable[Article], known: Mapping[str, Recurring]) -> list[tuple[Span, str]]:
    """The furniture of articles by what recurs in their outlets, as `furnished` found it in a pile."""
    found: list[tuple[Span, str]] = []
    for article in articles:
        recurring = known.get(fold(article.outlet)) if article.outlet else None
        if recurring is not None:
            found += _marks(_Text(article, _units(article.text, recurring.openings)), recurring)
    return sorted(found)


def _marks(text: _Text, recurring: Recurring) -> Iterator[tuple[Span, str]]:
    """What of a text is furniture, with the reason."""
    for unit in recurring.units.keys() & text.units.keys():
        why = N_("stands in {count} of {total} articles of {outlet}").format(
            count=recurring.units[unit], total=recurring.total, outlet=text.article.outlet
        )
        yield from ((Span(text.article.id, start, end), why) for start, end in text.units[unit])


def _of_outlet(articles: Sequence[Article], settings: Clean) -> tuple[list[tuple[Span, str]], Recurring]:
    articles = sorted(articles, key=lambda one: one.id)  # whatever the order of the input, one sample
    distinct = _distinct(articles)
    total = len(distinct)
    least = max(_FEWEST_CARRIERS, settings.furniture_share * total)
    openings = frozenset(_recurring_openings(distinct, least)) if total >= settings.furniture_least else ()
    if not openings:
        return [], Recurring(total, {}, frozenset())
    texts = {article.id: _Text(article, _units(article.text, openings)) for article in articles}
    recurring = Recurring(total, _recurring([texts[one.id] for one in distinct], least), openings)
    return [mark for text in texts.values() for mark in _marks(text, recurring)], recurring


def _recurring(texts: Sequence[_Text], least: float) -> dict[str, int]:
    """The units that stand in so many of an outlet's different texts, whatever the matter: in how many."""
    carriers: dict[str, list[_Text]] = defaultdict(list)
    for text in texts:
        for unit in text.units:
            carriers[unit].append(text)
    common = {unit: len(held) for unit, held in carriers.items() if len(held) >= least}
    credited = _credits()
    return {
        unit: count
        for unit, count in common.items()
        if not credited.search(unit) and _on_different_matters(carriers[unit], common)
    }


def _recurring_openings(articles: Sequence[Article], least: float) -> set[str]:
    """The first words of lines and sentences that begin alike in so many texts: most begin like no other."""
    counts = Counter(opening for one in articles for opening in set(_openings(one.text).values()))
    return {opening for opening, count in counts.items() if opening and count >= least}


def _openings(text: str) -> dict[str, str]:
    """The first words of each different line and edge sentence."""
    return {
        unit: " ".join(unit[:_OPENING].split(None, 3)[:3]).casefold()
        for unit in {text[start:end] for start, end in _places(text)}
    }


def _places(text: str) -> list[tuple[int, int]]:
    """Lines and edge sentences, by the characters they cover."""
    found = (*_lines(text), *_edge_sentences(text))
    return [(start, end) for start, end in found if 0 < end - start <= _LONGEST_UNIT]


def _units(text: str, openings: Set[str]) -> dict[str, list[tuple[int, int]]]:
    """The places that open with one of `openings`, by their folded form, as ranges of characters."""
    folded = {
        unit: fold(unit)
        for unit, opening in _openings(text).items()
        if opening in openings and not _SMALL_WORD.fullmatch(unit)
    }
    places: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for start, end in _places(text) if folded else ():
        unit = folded.get(text[start:end], "")
        if _WORD.search(unit) and not _inside_sentence(text, start, end):
            places[unit].add((start, end))
    return {unit: sorted(spans) for unit, spans in places.items()}


def _inside_sentence(text: str, start: int, end: int) -> bool:
    """Whether a line is a piece of a sentence that was broken around a link: a name, an "and"."""
    if _GOES_ON.match(text, end) or _SMALL_WORD.fullmatch(text, start, end):
        return True
    before = text[max(0, start - _LONGEST_UNIT) : start].rstrip()
    return bool(before) and len(before.rsplit("\n", 1)[-1]) > _LINE_OF_TEXT and before[-1].isalnum()


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text):
        yield _stripped(text, match.start(), match.end())


def _edge_sentences(text: str) -> Iterator[tuple[int, int]]:
    """The first and last sentences, a sentence never crossing a line."""
    top = min(len(text), _EDGE)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, top)][:_EDGE_SENTENCES]
    start = 0
    for end in ends:
        yield _stripped(text, start, end)
        start = end
    bottom = max(0, len(text) - _EDGE)
    starts = [match.end() for match in _SENTENCE_END.finditer(text, bottom)][-_EDGE_SENTENCES:]
    for start, end in pairwise([*starts, len(text)]):
        if "\n" not in text[start:end].strip():
            yield _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip())
    return start + left, max(start + left, start + len(inside.rstrip()))


def _distinct(articles: Sequence[Article]) -> list[Article]:
    """One text for all that open with the same words."""
    kept: dict[str, Article] = {}
    for article in articles:
        words = article.text[:_EDGE].casefold().split()
        kept.setdefault(" ".join(words[:_FIRST_WORDS]), article)
    return list(kept.values())


def _on_different_matters(carriers: Sequence[_Text], common: Mapping[str, int]) -> bool:
    """Whether the rest of these texts, common units left out, agrees no more than unrelated texts do."""
    step = max(1, len(carriers) // _SAMPLE)
    sample = carriers[::step][:_SAMPLE]
    for text in sample:
        if not text.matter:
            text.matter = _matter(text, common)
    counts: dict[str, int] = defaultdict(int)
    for text in sample:
        for word in text.matter:
            counts[word] += 1
    held = sum(counts.values())
    if not all(text.matter for text in sample):
        return False
    shared = sum(count * (count - 1) for count in counts.values())
    return shared / (held * (len(sample) - 1)) < _SAME_MATTER


def _matter(text: _Text, common: Mapping[str, int]) -> frozenset[str]:
    """The long words of a text outside its common units."""
    spans = sorted(span for unit in text.units.keys() & common.keys() for span in text.units[unit])
    words: set[str] = set()
    place = 0
    whole = text.article.text
    for start, end in [*spans, (len(whole), len(whole))]:
        words |= {word for word in _WORD.findall(whole[place:start].casefold()) if len(word) >= _LONG_WORD}
        place = max(place, end)
    return frozenset(words)


def fold(text: str) -> str:
    """A line, or the name of an outlet, without case and with single spaces."""
    return " ".join(text.casefold().split())


def _credits() -> re.Pattern[str]:
    """Lines that credit somebody, in any language: they recur, and they are what lineage is read from."""
    return _any_of(tuple(p for one in language.packs() for p in one.credit_lines))


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
