"""Fields of feeds by the names that feeds give them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from retold import gazetteer, parameters
from retold.gazetteer import hosts
from retold.messages import N_
from retold.model import Article
from retold.readers import authors, body, decode, exports, guide, headlines, stamps

_TAGS = re.compile(
    r"</(?:p|div|a|em|strong|b|i|span|h[1-6]|li|ul|blockquote)>|<(?:p|br|div)\b[^<>]{0,300}>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_CUT = re.compile(
    r"(?:(?<!\s)\s+)?\[\+?(\d{1,3}(?:,\d{3}){1,2}|\d{1,9}) ?(?:more )?(?:char(?:acter)?|word|line|paragraph)s"
    r"(?: (?:left|more))?\]\s*\Z"
)
_BY = re.compile(r"\A(?:(?:written|reported) )?by:?\s+(?=\S)", re.IGNORECASE)
_LINKED = re.compile(r"\[\[(?:[^\[\]|]{1,80}\|)?([^\[\]|]{1,80})\]\]")  # as notes link their names
_UTC = ("gmt", "utc")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s\(?[A-Z]{2,4}\)?)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARTS_OF_A_DAY = ("year", "month", "day")
_ZONELESS = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?")
_DEEPEST = parameters.of("readers", "fields").integer("deepest")  # levels of a nested text
_LANGUAGE = re.compile(r"[a-z]{2}(?=[-_]|\Z)", re.I)


def roles(names: list[str]) -> dict[str, str]:
    """Which of these field names plays which of our parts: {our name: their name}.

    >>> roles(["headline", "content", "pubDate", "section"])
    {'title': 'headline', 'text': 'content', 'published': 'pubDate'}
    """
    return {role: found[0] for role, found in candidates(names).items()}


def candidates(names: list[str]) -> dict[str, list[str]]:
    """All of these field names that may play each of our parts, the likeliest first."""
    found: dict[str, list[tuple[int, str]]] = {}
    chosen = {name: role for role, name in guide.current().chosen.items()}
    for name in names:
        folded = guide.folded(name)
        known = (chosen[folded], -1) if folded in chosen else _role_of(folded)
        if folded in chosen:
            guide.current().met.add(folded)
        if known is not None:
            found.setdefault(known[0], []).append((known[1], name))
    return {role: [name for _, name in sorted(given)] for role, given in found.items()}


def _role_of(folded: str) -> tuple[str, int] | None:
    """The part that a name plays, with or without what it says of the form of its values: pub_date_utc."""
    known = _roles().get(folded)
    bare = next((folded.removesuffix(end) for end in _keys("suffixes") if folded.endswith(end)), "")
    return known or _roles().get(bare)


@cache
def _roles() -> dict[str, tuple[str, int]]:
    """Our name and how likely it is, by the names that feeds give a field."""
    names: dict[str, list[str]] = gazetteer.toml("fields")["records"]
    return {name: (role, rank) for role, given in names.items() for rank, name in enumerate(given)}


def _keys(kind: str) -> list[str]:
    keys: list[str] = gazetteer.toml("fields")[kind]
    return keys


class Given:
    """What a record gives for each of our parts: the likeliest field whose value is of use."""

    def __init__(self, record: Mapping[str, object]) -> None:
        self.record = record
        names = [name for name in record if isinstance(name, str) and record[name] not in (None, "", [], {})]
        self.known = candidates(names)
        self.used: set[str] = set()

    def first(self, role: str, usable: Callable[[object], Any]) -> Any:
        """The first usable value of a part, as `usable` gives it; its field is then spent."""
        passed: list[str] = []
        for name in self.known.get(role, ()):
            value = usable(self.record[name])
            if value:
                self.used.add(name)
                if guide.current().trail is not None:
                    guide.current().note(role, name, value, _why(role, name, passed))
                return value
            passed.append(name)
        return None

    def text(self) -> str:
        """The text; '' where there is none, or a mark that it was taken down."""
        found = self.first("text", _text) or ""
        return "" if found.strip().lower() in _keys("removed") else found

    def outlet(self) -> str | None:
        """Who published it: a name before an address, and of an address its host alone."""
        name: str | None = self.first("outlet", _outlet_name) or self.first("outlet", _host)
        return name or self._site()

    def _site(self) -> str | None:
        """The host of a field that would hold the address of the article, and has that of its site alone."""
        found = (words(self.record[name]) for name in self.known.get("url", ()))
        return next((hosts.host(one) for one in found if one and "://" in one and not urlpath(one)), None)

    def url(self) -> str | None:
        """The address of the article; a field called a source may hold it, and names no outlet then."""
        found = self.first("url", words)
        values = (_address(self.record[name]) for name in self.known.get("outlet", ()))
        return found or next((v for v in values if v and urlpath(v)), None)

    def time(self, role: str, lost: dict[str, object]) -> str | date | None:
        """A stamp in ISO 8601; one that means no time goes to `lost`."""
        found: str | date | None = self.first(role, _stamp)
        name = next(iter(self.known.get(role, ())), None)
        if found is None and name is not None and stamps.unknown(_plain(self.record[name])):
            self.used.add(name)
            lost[role] = self.record[name]
        return found


def article(record: Mapping[str, object], text: str | None = None) -> Article | None:
    """An article from a record of any feed, None if the record holds no text.

    `text` replaces the record's own. The id is '' where the record has none:
    it is then named for its place. Unknown fields go to `extra`, and so does
    what a service says of a text that it cut off (`cut_off`, in characters).
    """
    given = Given(_dated(_zoned(_exported(_opened(record)))))
    whole, missing = broken_off(given.text() if text is None else text)
    outlet = given.outlet()
    title = headlines.without_site(given.first("title", words), [outlet])
    made = body.make(whole, title)
    if not made.text:
        return None
    lost: dict[str, object] = {}
    return Article(
        id=given.first("id", words) or "",
        text=made.text,
        outlet=outlet,
        url=given.url(),
        title=made.title,
        published=given.time("published", lost),
        updated=given.time("updated", lost),
        byline=_byline(given.first("byline", words), outlet),
        language=_language(given.first("language", words)),
        extra=_extra(given, made.furniture, missing, lost),
    )


def _byline(written: str | None, outlet: str | None) -> str | None:
    """A byline without the word before the name: "By Ida Corrie"; None for a number, an outlet and nobody."""
    bare = _BY.sub("", _LINKED.sub(r"\1", written or ""))
    names_none = bare.casefold() == (outlet or "").casefold() or authors.is_nobody(bare)
    return bare if any(map(str.isalpha, bare)) and not names_none else None


def _why(role: str, name: str, passed: list[str]) -> str:
    """Why a field was taken for a part."""
    if guide.current().chosen.get(role) == guide.folded(name):
        return N_("chosen")
    others = N_("; no use were {passed}").format(passed=", ".join(passed)) if passed else ""
    return N_("the likeliest name for it that has a value{our_others}").format(our_others=others)


def broken_off(text: str) -> tuple[str, int]:
    """A text without the mark of a service that cut it, and how many characters, or words, it says it lacks.

    >>> broken_off("The ferry sank, said a c… [+1843 chars]")
    ('The ferry sank, said a c…', 1843)
    """
    mark = _CUT.search(text) if text.rstrip().endswith("]") else None  # the search is dear
    return (text, 0) if mark is None else (text[: mark.start()].rstrip(), int(mark[1].replace(",", "")))


def urlpath(address: str) -> bool:
    """Whether an address names more than a host."""
    return bool(address.split("://", 1)[-1].partition("/")[2].strip("/"))


def _opened(record: Mapping[str, object]) -> Mapping[str, object]:
    """The record with the fields of its `meta` and the like beside its own, which win."""
    for key in _keys("wrappers"):
        inner = record.get(key)
        if isinstance(inner, Mapping) and (
            key.startswith("meta") or not roles(list(filter(_is_str, record))).get("text")
        ):
            described = ("text", "id") if key.startswith("meta") else ()
            outer = {name: value for name, value in record.items() if name != key}
            return {**{name: value for name, value in inner.items() if name not in described}, **outer}
    return record


def _exported(record: Mapping[str, object]) -> Mapping[str, object]:
    """The record with our names for its fields, if it is of an export that is known."""
    export = exports.of(record)
    if export is None or guide.current().chosen:
        return record
    guide.current().note("format", export.name, "", N_("by the names of its fields"))
    return exports.ours(record, export)


def _zoned(record: Mapping[str, object]) -> Mapping[str, object]:
    """The record with the zone of a time that its field alone tells: `date_gmt`."""
    told = {
        name: f"{value}Z"
        for name, value in record.items()
        if isinstance(name, str) and name.lower().endswith(_UTC) and _ZONELESS.fullmatch(str(value))
    }
    return {**record, **told} if told else record


def _dated(record: Mapping[str, object]) -> Mapping[str, object]:
    """The record with the day that three of its fields make, where no other tells it: year, month, day."""
    record = _clocked(record)
    known = {guide.folded(name): name for name in record if isinstance(name, str)}
    parts = [known.get(_day_prefix(known) + part) for part in _PARTS_OF_A_DAY]
    if None in parts or any(
        name not in parts for name in candidates(list(known.values())).get("published", ())
    ):
        return record
    try:
        day = date(*(int(str(record[part])) for part in parts if part is not None))
    except ValueError:
        return record
    return {name: value for name, value in record.items() if name not in parts} | {"date": day.isoformat()}


def _day_prefix(known: Mapping[str, str]) -> str:
    """What stands before year, month and day in the names of three fields: pub_year; '' for nothing.

    Only what makes a name of the day of publication with "date" behind it: no birth_year.
    """
    before = (name.removesuffix("year") for name in known if name.endswith("year"))
    of_day = (
        one
        for one in before
        if any((_role_of(name) or "-")[0] == "published" for name in (one, f"{one}date"))
    )
    return next((one for one in of_day if all(one + part in known for part in _PARTS_OF_A_DAY)), "")


def _clocked(record: Mapping[str, object]) -> Mapping[str, object]:
    """The record with the clock that one of its fields gives behind the day that another one gives."""
    clocks = (name for name in record if isinstance(name, str) and guide.folded(name) in _keys("clocks"))
    clock = next((name for name in clocks if _CLOCK.fullmatch(str(record[name]).strip())), None)
    if clock is None:
        return record
    names = [name for name in record if isinstance(name, str) and name != clock]
    day = next(iter(candidates(names).get("published", ())), None)
    stamp = None if day is None else stamps.iso(_plain(record[day]))
    if day is None or not _DAY.fullmatch(str(stamp)):
        return record
    return {name: value for name, value in record.items() if name != clock} | {
        day: stamps.iso(f"{stamp} {str(record[clock]).strip().zfill(5)}")
    }


def _host(value: object) -> str | None:
    return hosts.host(_address(value))


def _stamp(value: object) -> str | date | None:
    return stamps.iso(_plain(value))


def _is_str(value: object) -> bool:
    return isinstance(value, str)


def _outlet_name(value: object) -> str | None:
    """A name of an outlet, None for an address, a host or a mark that it was taken down."""
    name = words(value)
    if isinstance(value, Mapping) and name and (hosts.host(name) or "://" in name):
        others = (words(value.get(key)) for key in ("title", "name"))
        name = next((other for other in others if other and not hosts.host(other)), None)
    if not name or "://" in name or name.lower() in _keys("removed"):
        return None
    return None if hosts.is_host(name) else name


def _address(value: object) -> str | None:
    """A value that is an address or a host, of an object its `url` or `uri`."""
    found = words(value)
    if isinstance(value, Mapping):
        found = next((words(value[key]) for key in ("url", "uri", "@id", "domain") if value.get(key)), found)
    return found


def words(value: object) -> str | None:
    """A value as a short text: the name of a thing that has one, a list joined by commas."""
    if isinstance(value, Mapping):
        return words(next((value[key] for key in _keys("naming") if value.get(key)), None))
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(words, value))) or None
    if value is None or isinstance(value, bool):
        return None
    return " ".join(decode.tidy(unescaped(str(value))).split()) or None


def _text(value: object, depth: int = 0) -> str:
    """The text of a record: paragraphs and sections given as lists are joined, markup is taken out."""
    if depth > _DEEPEST:
        return ""
    joint = "\n\n"
    if isinstance(value, Mapping):
        kind = _kind(value)
        joint = "" if kind in _keys("paragraphs") else joint
        value = "" if kind in _keys("beside") else _parts(value)
    if isinstance(value, (list, tuple)):
        joint = "" if _is_inline(value) else joint
        value = joint.join(filter(None, (_text(item, depth + 1) for item in value)))
    if not isinstance(value, str):
        return ""
    return _unmarked(value) if _TAGS.search(value) else unescaped(value)


def _kind(block: Mapping[object, object]) -> str:
    """What kind of block it is of, as the editors of web pages name it; '' for none."""
    return next((str(block[key]).lower() for key in ("type", "_type", "nodeType") if block.get(key)), "")


def _is_inline(pieces: Sequence[object]) -> bool:
    """Whether pieces are of one line: some are bare words and others words with a form."""
    return any(isinstance(one, str) for one in pieces) and any(isinstance(one, Mapping) for one in pieces)


def marked_text(value: object) -> str | None:
    """A text that may be marked up, such as an `articleBody`; None where there is none."""
    return _text(value).strip() or None


def _parts(value: Mapping[object, object]) -> object:
    """What of an object is text: the likeliest of its fields, below its subhead if it is a section."""
    name = next((key for key in _keys("texts") if value.get(key)), None)
    if name is None:
        return ""
    heads = [value[key] for key in _keys("subheads") if value.get(key)] if name == "paragraphs" else []
    return [*heads, value[name]] if heads or not isinstance(value[name], (list, tuple)) else value[name]


def unescaped(text: str) -> str:
    """A text with the entities of markup opened, where it has any.

    >>> unescaped("Harbour &amp; Coast"), unescaped("Taven&amp;#8217;s")
    ('Harbour & Coast', 'Taven’s')
    """
    for _ in range(2):  # some systems escape twice
        if _ENTITY.search(text) is None:
            break
        text = html.unescape(text)
    return text


def _unmarked(markup: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(decode.tidy(markup), alt_texts=False, list_bullets=False))


def _plain(value: object) -> object:
    return value if isinstance(value, (int, float)) else words(value)


def _language(name: str | None) -> str | None:
    known: dict[str, str] = gazetteer.toml("fields")["languages"]
    match = _LANGUAGE.match(name or "")
    return match.group().lower() if match else known.get((name or "").lower())


def _extra(given: Given, cut: tuple[str, ...], missing: int, lost: dict[str, object]) -> dict[str, object]:
    left = {str(name): value for name, value in given.record.items() if name not in given.used}
    rest: dict[str, object] = {name: value for name, value in left.items() if value not in (None, "")}
    own = rest.get("extra")  # of an article that was written out before
    if isinstance(own, Mapping):
        rest = {**{name: value for name, value in rest.items() if name != "extra"}, **own}
    notes = {"furniture": cut, "cut_off": missing, "no_time": lost}
    return {**rest, **{name: value for name, value in notes.items() if value}}
