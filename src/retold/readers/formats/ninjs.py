"""Reports of agencies in ninjs 1 to 3, News in JSON of the IPTC: one item, or several in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from retold import parameters
from retold.messages import N_
from retold.model import SetAside
from retold.readers import fields, notices, records
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Record
from retold.readers.texts import of_records

_URI = re.compile(r'"uri"\s*:\s*"')
_OWN = re.compile(
    r'"(?:versioncreated|versionCreated|pubstatus|pubStatus|body_x?html|body_text|firstcreated)"\s*:'
)
_NAMED = re.compile(r'"name"\s*:\s*"ninjs"')
_LEAST = parameters.of("readers", "ninjs").integer("least")
_INFERRED = "urn:retold:unseen:"
_MARKED = ("html", "xhtml", "xml")
_TAKEN = ("uri", "version", "pubstatus", "bodies", "headlines", "embargoed", "ednote", "signals", "altids")


def _probe(head: Head) -> float:
    if head.start[:1] not in ("{", "[") or not _URI.search(head.start[:20000]):
        return NO
    if _NAMED.search(head.start[:20000]):
        return NO if _lines(head) else CERTAIN
    own = {match.group() for match in _OWN.finditer(head.start[:20000])}
    return CERTAIN if len(own) >= _LEAST and not _lines(head) else NO


def _lines(head: Head) -> bool:
    """Whether several objects stand on lines of their own, which is another format."""
    first, _, rest = head.start.partition("\n")
    return bool(rest.strip()) and records.is_object(first)


def _parse(text: str, content: Content) -> Iterator[Record | SetAside]:
    value = records.parsed(text, content.where)
    if isinstance(value, SetAside):
        yield value
        return
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items, 1):
        tail = f":{number}" if isinstance(value, list) else ""
        yield _article(item, f"{content.where}{tail}", tail)


def _article(item: object, place: str, tail: str) -> Record | SetAside:
    if not isinstance(item, Mapping):
        return SetAside(place, *records.NO_RECORD)
    known = {str(name).replace("_", "").lower(): value for name, value in item.items()}
    article = fields.article(_record(known), _body(known))
    if article is not None:
        return Record(article, tail)
    kill = notices.kind(str(known.get("pubstatus") or ""))
    why = (
        N_("is a notice that withdraws a report ({id})")
        if kill == "kill"
        else N_("an article without text ({id})")
    )
    return SetAside(place, why.format(id=known.get("uri")), N_("give it a text or remove it"))


def _record(known: Mapping[str, object]) -> dict[str, object]:
    """An item as a record that `fields` knows."""
    rest = {n: v for n, v in known.items() if n not in _TAKEN and not n.startswith(("body", "headline"))}
    uri, version = fields.words(known.get("uri")) or "", fields.words(known.get("version")) or ""
    status = fields.words(known.get("pubstatus"))
    told = notices.extra(
        version=known.get("version"),
        replaces=_earlier(known) or notices.versions_before(uri, version),
        status=status,
        signals=filter(None, map(fields.words, [known.get("slugline"), *_listed(known.get("signals"))])),
        rest={"embargo": known.get("embargoed"), "note": known.get("ednote")},
    )
    return {
        **rest,
        "id": notices.version_id(uri, version),
        "outlet": _provider(known),
        "title": fields.marked_text(known.get("headline")) or _valued(known.get("headlines"), "main"),
        "byline": known.get("byline") or known.get("by"),
        "url": known.get("url") or _web_address(known),
        "published": known.get("firstcreated") or known.get("versioncreated"),
        "updated": known.get("versioncreated"),
        **told,
    }


def _body(known: Mapping[str, object]) -> str:
    """The text: plain before marked up, of several bodies the main one."""
    plain = known.get("bodytext")
    marked = known.get("bodyxhtml") or known.get("bodyhtml")
    return fields.marked_text(plain or marked) or _valued(known.get("bodies"), "main") or ""


def _valued(given: object, role: str) -> str | None:
    """The value of the entry with a role among several, else of the first; plain text before markup."""
    entries = [one for one in _listed(given) if isinstance(one, Mapping) and one.get("value")]
    entries.sort(key=lambda one: (one.get("role") not in (role, None), _is_marked(one)))
    return fields.marked_text(entries[0]["value"]) if entries else None


def _is_marked(entry: Mapping[str, object]) -> bool:
    return any(kind in str(entry.get("contenttype") or "").lower() for kind in _MARKED)


def _provider(known: Mapping[str, object]) -> object:
    """The agency: the provider or the first source of information, else the holder of the rights, who stands
    in `rightsInfo` since ninjs 2.

    A source that an export of ours only infers has printed nothing.
    """
    sources = [one for one in _listed(known.get("infosources")) if isinstance(one, Mapping)]
    printed = [one for one in sources if not str(one.get("uri")).startswith(_INFERRED)]
    named = next((one for one in printed if fields.words(one.get("name"))), None)
    return known.get("provider") or named or known.get("copyrightholder") or _holder(known.get("rightsinfo"))


def _holder(rights: object) -> object:
    """Who holds the rights, of what `rightsInfo` says."""
    known = rights if isinstance(rights, Mapping) else {}
    return known.get("copyrightHolder") or known.get("copyrightholder")


def _web_address(known: Mapping[str, object]) -> object:
    """The address of the report's own page, where an item names it among its renditions."""
    pages = (one for one in _listed(known.get("renditions")) if isinstance(one, Mapping))
    return next((one.get("href") for one in pages if one.get("name") == "web"), None)


def _earlier(known: Mapping[str, object]) -> list[str]:
    """The ids of earlier versions, as `altids` or associations name them."""
    named = (one for one in _listed(known.get("altids")) if isinstance(one, Mapping))
    return [str(one.get("value") or "") for one in named if "previous" in str(one.get("role") or "").lower()]


def _listed(given: object) -> list[object]:
    return given if isinstance(given, list) else []


FORMAT: ArticleFormat = Format(
    "ninjs",
    (),
    _probe,
    of_records(_parse),
    "the report, headline, provider, times, byline; version, status, embargo and notices in `extra`",
)
