"""Find credits: expressions that lead to a name, and the place they stand in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from retold import parameters
from retold.gazetteer import agencies
from retold.language import UNIVERSAL, Language
from retold.model import Article, Credit, CreditRole, Span
from retold.settings import Credits
from retold.steps.credits.forms import Form, Forms, forms_of
from retold.steps.credits.leads import Searched
from retold.steps.credits.names import Named, Names, names
from retold.steps.credits.own import Own, own_names
from retold.steps.credits.signing import SUPPORT, Signing, signed

_P = parameters.of("credits", "find")
_OPENING = _P.integer("opening")
_OPENING_CHARS = _P.integer("opening_chars")
_SENTENCE = re.compile(r"[.!?][”\"’)]{0,2}\s|\n\s*\n")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLAUSE = _P.integer("clause")
_BESIDE = _P.number("beside")
_BY_FORM = _P.number("by_form")
_CONTRIBUTOR = _P.number("contributor")
_BYLINE = _P.integer("byline")
_CHAIN = _P.integer("chain")
_CONFIRMED = _P.number("confirmed")
IMPLIED = "implied"  # the kind of what names a house by its way of signing, without its name


@dataclass(frozen=True, slots=True)
class Found:
    """A credit and the kind of form that gave it."""

    credit: Credit
    kind: str
    printed: str = ""  # the name as it stands there

    @property
    def named(self) -> tuple[str, str]:
        """The canonical name and the name as it stands there."""
        return self.credit.name, self.printed or self.credit.name


def find(
    article: Article, settings: Credits | None = None, language: Language = UNIVERSAL
) -> tuple[Credit, ...]:
    """The credits of an article in order, those below `settings.support` left out.

    A credit's span covers the words that make it ("According to Press TV", the AFP of "(AFP)"), none where
    the byline alone names an agency; its name is the gazetteer's, or the words as they stand where only
    their form shows an outlet. The article's own
    outlet is credited for nothing but a licence. Where a dateline or a byline names the origin, an outlet
    named in the text is a contributor. In a language without a pack only known agencies are found.
    Time grows with the length of the text alone.

    >>> from retold import language
    >>> dispatch = Article("a", "PORT LISSEL, May 3 (AP) — The ferry sank.")
    >>> [c.name for c in find(dispatch, None, language.of("en"))]
    ['Associated Press']
    """
    known, forms = names(language), forms_of(language)
    own, confirmed = own_names(article, known), _confirmed(article, known, forms)
    least = (settings or Credits()).support
    every = list(_all(article, known, forms, own))
    every += _bylined(article, known, forms, {one.credit.name for one in every})
    every = _without_foreign_ways(every, article, known)
    found = [f for f in every if f.credit.role == "licence" or not own.has(*f.named)]
    weighed = (_weighed(f, found, confirmed) for f in found)
    kept = _apart([credit for credit in weighed if credit.support >= least], len(article.text))
    return _once(kept, article.text)


@dataclass(frozen=True, slots=True)
class _Read:
    """An article with what is looked for in it."""

    article: Article
    searched: Searched
    known: Names
    forms: Forms
    opening: int  # where it ends


def _all(article: Article, known: Names, forms: Forms, own: Own) -> Iterator[Found]:
    one = _Read(article, Searched(article.text), known, forms, _opening(article.text))
    for form in forms.before:
        yield from _led(one, form)
    for form in forms.behind:
        yield from _followed(one, form)
    yield from _contributors(one, own)
    yield from _signed(one)
    if forms.signing is not None:
        yield from _at_the_edges(article, forms.signing, known)


def _weighed(found: Found, others: list[Found], confirmed: frozenset[str]) -> Credit:
    """The credit in the light of the article's other credits and of its metadata."""
    credit = found.credit
    if found.kind == "text" and credit.role == "origin of the report":
        signs = (other for other in others if other.kind in ("dateline", "byline", IMPLIED))
        if any(sign.credit.name != credit.name for sign in signs):
            credit = replace(credit, role="contributor", support=min(credit.support, _BESIDE))
    return replace(credit, support=max(credit.support, _CONFIRMED)) if credit.name in confirmed else credit


def _without_foreign_ways(every: list[Found], article: Article, known: Names) -> list[Found]:
    """The credits without a house known by its way of signing alone, where the text is another's.

    Other agencies sign as a great one does; whose report it is stands in the dateline.
    """
    placed = {one.credit.name for one in every if one.kind == "dateline"}
    if article.outlet and agencies.is_agency(article.outlet):
        placed.add(known.canonical(article.outlet))
    return [one for one in every if one.kind != IMPLIED or placed <= {one.credit.name}]


def _led(one: _Read, form: Form) -> Iterator[Found]:
    text = one.article.text
    for place in _places(form, one.searched):
        if not _led_to(form, one.forms, place):
            continue
        chain = _chain(text, place.end(), form, one.forms, one.known)
        if chain and form.kind == "byline" and _is_title(chain[0], place, one.known):
            continue
        if chain and (form.tail is None or form.tail.match(text, chain[-1].end)):
            starts = [named.start for named in chain]
            if form.kind not in ("dateline", "byline"):
                starts[0] = place.start() + len(place.group()) - len(place.group().lstrip())
            for start, named in zip(starts, chain, strict=True):
                yield _found(one, form, named, (start, named.end))


def _led_to(form: Form, forms: Forms, place: re.Match[str]) -> bool:
    """Whether what stands before a lead in its sentence is what the form needs there."""
    if not form.said and form.unless is None:
        return True
    before = place.string[max(0, place.start() - _CLAUSE) : place.start()]
    sentence = _SENTENCE.split(before)[-1]
    if form.unless is not None and form.unless.search(sentence.rstrip()) is not None:
        return False
    return not form.said or any(word in forms.says for word in _LETTERS.findall(sentence.lower()))


def _is_title(named: Named, place: re.Match[str], known: Names) -> bool:
    """Whether a byline tells what its reporter is (Canals Reporter), not whose paper it is."""
    text, whose = place.string, place.group().rstrip().endswith((" of", " for"))
    return not (named.known or whose) and known.is_title(text[named.start : named.end])


def _places(form: Form, one: Searched) -> Iterator[re.Match[str]]:
    """Where a form's lead stands, within its reach from the start or the end of the text."""
    whole = len(one.text)
    if form.reach is None:
        yield from form.lead.places(one, 0, whole)
        return
    low = whole if form.end_reach is None else max(form.reach, whole - form.end_reach)
    yield from form.lead.places(one, 0, min(form.reach, whole))
    yield from form.lead.places(one, low, whole)


def _chain(text: str, start: int, form: Form, forms: Forms, known: Names) -> list[Named]:
    """The name at `start`, or behind what its house is to this one there, and those joined to it."""
    chain: list[Named] = []
    related = forms.relation.match(text, start)
    start = start if related is None else related.end()
    while True:
        named = (known.quoted(text, start) if form.quoted else None) or known.at(text, start)
        if form.placed and (named is None or not _fit(named, form, forms)):
            named = known.placed(text, start)
        if named is None or not _fit(named, form, forms):
            return chain
        chain.append(named)
        joined = forms.join.match(text, named.end) if form.several and len(chain) < _CHAIN else None
        if joined is None:
            return chain
        start = joined.end()


def _followed(one: _Read, form: Form) -> Iterator[Found]:
    text = one.article.text
    for match in _places(form, one.searched):
        named = one.known.before(text, match.start())
        if named is None or not _fit(named, form, one.forms):
            continue
        if one.forms.passive.search(text[max(0, named.start - 12) : named.start]) is None:
            yield _found(one, form, named, (named.start, match.end()))


def _contributors(one: _Read, own: Own) -> Iterator[Found]:
    """The first name in a sentence that ends "contributed to this report" which is another outlet's."""
    article, text, known = one.article, one.article.text, one.known
    for match in one.forms.contributed.places(one.searched, 0, len(text)):
        low = max(0, match.start() - 240)
        breaks = [end.end() for end in _SENTENCE.finditer(text, low, match.start())]
        place = breaks[-1] if breaks else low
        for word in re.finditer(r"(?<!\S)[A-Z]\S*", text[place : match.start()]):
            named = known.at(text, place + word.start())
            if named is None or not named.known or named.doubtful or named.end > match.start():
                continue
            if not own.has(named.name, text[named.start : named.end]):
                span = Span(article.id, named.start, match.end())
                yield Found(Credit(span, named.name, "contributor", _CONTRIBUTOR), "footer")
                break


def _signed(one: _Read) -> Iterator[Found]:
    for way in one.forms.signed:
        for match in way.lead.places(one.searched, 0, len(one.searched.text)):
            span = Span(one.article.id, match.start(), match.end())
            kind = IMPLIED if way.implied else "byline"
            yield Found(Credit(span, way.name, way.role, way.support), kind)


def _at_the_edges(article: Article, signing: Signing, known: Names) -> Iterator[Found]:
    for one in signed(article.text, signing, known):
        span = Span(article.id, one.named.start, one.named.end)
        role: CreditRole = "contributor" if one.lent else "origin of the report"
        yield Found(Credit(span, one.named.name, role, SUPPORT), "byline", span.of(article.text))


def _bylined(article: Article, known: Names, forms: Forms, told: Collection[str]) -> Iterator[Found]:
    """Agencies that the article's byline names and its text does not: readers take that line off the text."""
    for printed in _parts(article.byline or "", forms):
        name = known.canonical(printed)
        if name in known.agencies and printed not in known.doubtful and name not in told:
            credit = Credit(Span(article.id, 0, 0), name, "origin of the report", SUPPORT)
            yield Found(credit, "byline", printed)


def _fit(named: Named, form: Form, forms: Forms) -> bool:
    """Whether a name of this kind may be credited by this form."""
    if not named.known and (form.known or not (named.sure or form.kind != "text")):
        return False
    if form.voice and not (named.agency or named.described or named.name.endswith(forms.stations)):
        return False
    return not named.doubtful or form.agency or form.kind not in ("text", "heard")


def _found(one: _Read, form: Form, named: Named, place: tuple[int, int]) -> Found:
    article, early = one.article, place[0] <= one.opening
    support = form.support if early else form.later
    role = form.role if early else form.later_role
    if not named.known:
        support -= _BY_FORM
    credit = Credit(Span(article.id, *place), named.name, role, round(support, 2))
    return Found(credit, form.kind, article.text[named.start : named.end])


def _opening(text: str) -> int:
    """Where the opening ends: about three sentences, titles and datelines not counted as such."""
    ends = [match.end() for match in _SENTENCE.finditer(text, 0, _OPENING_CHARS)]
    return ends[_OPENING] if len(ends) > _OPENING else min(len(text), _OPENING_CHARS)


def _apart(credits: list[Credit], length: int) -> tuple[Credit, ...]:
    """Credits without overlap, the best supported first, in order of the text."""
    taken = bytearray(length)
    kept = []
    for credit in sorted(credits, key=lambda c: (-c.support, len(c.span), c.span)):
        start, end = credit.span.start, credit.span.end
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append(credit)
    return tuple(sorted(kept, key=lambda c: c.span))


def _once(credits: tuple[Credit, ...], text: str) -> tuple[Credit, ...]:
    """Credits without those in brackets right behind the same name: Agence France-Presse (AFP)."""
    pairs = zip(credits, (None, *credits), strict=False)
    return tuple(
        one
        for one, before in pairs
        if before is None
        or before.name != one.name
        or text[before.span.end : one.span.start].strip() != "("
        or text[one.span.end : one.span.end + 1] != ")"
    )


def _confirmed(article: Article, known: Names, forms: Forms) -> frozenset[str]:
    """Names that the article's metadata credits."""
    given = article.extra.get("credits")
    lines = [given] if isinstance(given, str) else list(given) if isinstance(given, (list, tuple)) else []
    lines.append(article.byline or "")
    return frozenset(known.canonical(part) for line in lines for part in _parts(str(line), forms))


def _parts(line: str, forms: Forms) -> list[str]:
    """The names in a line that says who wrote a text, as they are printed."""
    return [bare for part in forms.parts.split(line[:_BYLINE]) if (bare := part.strip(" ()[].-–—"))]
