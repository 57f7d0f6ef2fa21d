"""Witnesses from a critical apparatus in TEI, by parallel segmentation (TEI P5 Guidelines, chapter 12).

What carries a collation is read and nothing else. No entity is expanded.
A scribe's words are read as he left them and the editor resolves them: what is struck out is not read,
and of a choice the expanded, corrected or regular form is.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from retold.errors import InputError
from retold.messages import N_
from retold.readers.content import Content, Head
from retold.readers.registry import LIKELY, NO, Format
from retold.readers.witnesses.tables import Columns, WitnessFormat, check_size, text_of

_OUTSIDE = frozenset({"teiHeader", "front", "back", "note", "witDetail", "fw", "del"})
_BLOCKS = frozenset({"p", "l", "lg", "ab", "div", "head", "item", "cell", "sp", "u"})
_BREAKS = frozenset({"lb", "pb", "cb", "gb", "milestone"})
_ABBREVIATED = {"abbr": "expan", "sic": "corr", "orig": "reg", "am": "ex"}
_LOST = frozenset({"lacunaStart", "witEnd"})
_FOUND = frozenset({"lacunaEnd", "witStart"})
_LACUNAE = frozenset({"lac", "lacuna", "illegible"})  # types of a reading that is no omission

_Element = ElementTree.Element
_Token = str | None


def columns(name: str, text: str) -> Columns:
    """The tokens of each witness of a TEI apparatus, '' for a gap, None for what is lost, all of one length.

    Words outside of `app` are everybody's. Of an `app` each witness has the `rdg` or `lem`
    that names it; one that none names has the `lem` that names nobody, or else nothing is known of it there.
    Witnesses are those that readings name and those that a `listWit` lists.
    Raises `InputError` for what is no XML, declares entities, names no witness, or has its apparatus apart.
    """
    if "<!ENTITY" in text:
        raise InputError(
            N_("{name}: declares entities").format(name=name),
            N_("give the file with its entities written out"),
        )
    try:
        # as a str, because bytes would be read in the charset that the file had
        root = ElementTree.fromstring(text.encode("utf-8", "replace").decode())
    except (ElementTree.ParseError, ValueError) as error:
        raise InputError(
            N_("{name}: no XML ({error})").format(name=name, error=error), N_("give a well-formed TEI file")
        ) from error
    if not any(_named(element) for element in root.iter()):
        raise InputError(
            N_("{name}: no reading names a witness").format(name=name),
            N_('give readings as <rdg wit="#A #B">'),
        )
    if any(element.get("from") for element in root.iter() if _tag(element) == "app"):
        raise InputError(
            N_("{name}: entries of its apparatus stand apart from the text").format(name=name),
            N_("give the apparatus by parallel segmentation, each entry where its words stand"),
        )
    try:
        apparatus = _Apparatus(root)
        check_size(name, len(apparatus.sigils))
        return apparatus.columns()
    except RecursionError as error:
        raise InputError(
            N_("{name}: entries within entries without end").format(name=name), N_("give a flat apparatus")
        ) from error


class _Apparatus:
    """The text read through from its beginning, with what each witness has lost so far."""

    def __init__(self, root: _Element) -> None:
        self.root = root
        self.groups = _groups(root)
        named = {sigil for element in root.iter() for sigil in self._witnesses(element)}
        listed = {_id(e) for e in root.iter() if _tag(e) == "witness"} - {""}
        self.sigils = sorted(named | listed)
        late = [e for e in root.iter() if any(_tag(mark) == "witStart" for mark in e.iter())]
        self.lost = {sigil for e in late for sigil in self._witnesses(e)}  # witnesses within a lacuna

    def columns(self) -> Columns:
        """The tokens of each witness, part by part, each filled up to the longest reading."""
        found: Columns = {sigil: [] for sigil in self.sigils}
        for part in _parts(self.root):
            read = {s: self._tokens(part, s) for s in self.sigils}
            width = max(len(tokens) for tokens, _ in read.values())
            for sigil, (tokens, fill) in read.items():
                found[sigil] += [*tokens, *[fill] * (width - len(tokens))]
        return found

    def _tokens(self, part: str | _Element, sigil: str) -> tuple[list[_Token], _Token]:
        """What one witness reads in a part, and what stands where others have more words."""
        if isinstance(part, str):
            words: list[_Token] = list(part.split())
            return [None if sigil in self.lost else word for word in words], ""
        before = sigil in self.lost
        read = self._reading(part, sigil)
        known = [token for token in read if token is not None]
        whole = len(known) == len(read) and not before and sigil not in self.lost
        return (read if whole else [*known] if read else []), "" if whole else None

    def _reading(self, app: _Element, sigil: str) -> list[_Token]:
        """What one witness reads in one apparatus entry, entries within it included; None for a gap in it."""
        own = self._own(app, sigil)
        if own is None:
            return [None]
        lacuna = own.get("type", "") in _LACUNAE or own.get("cause", "") in _LACUNAE
        found: list[_Token] = [None] if lacuna else []
        for part in _parts(own, marks=True):
            tag = "" if isinstance(part, str) else _tag(part)
            if isinstance(part, str):
                found += [] if sigil in self.lost else part.split()
            elif tag == "app":
                found += self._reading(part, sigil)
            elif tag in _LOST:
                self.lost.add(sigil)
            elif tag in _FOUND:
                self.lost.discard(sigil)
            else:
                found.append(None)
        return found

    def _own(self, app: _Element, sigil: str) -> _Element | None:
        """The reading that names the witness, or the text printed where that names nobody."""
        groups = [app, *(child for child in app if _tag(child) == "rdgGrp")]
        readings = [r for group in groups for r in group if _tag(r) in ("rdg", "lem")]
        own = next((r for r in readings if sigil in self._witnesses(r)), None)
        if own is not None:
            return own
        return next((r for r in readings if _tag(r) == "lem" and not _named(r)), None)

    def _witnesses(self, reading: _Element) -> list[str]:
        """The witnesses that a reading names, by themselves or as a group."""
        return [one for name in _named(reading) for one in self.groups.get(name, (name,))]


def _groups(root: _Element) -> dict[str, list[str]]:
    """The witnesses of each list or family of witnesses that has a siglum of its own."""
    found = {}
    for element in root.iter():
        inside = [_id(e) for e in element.iter() if _tag(e) == "witness" and e is not element and _id(e)]
        if _tag(element) in ("listWit", "witness") and _id(element) and inside:
            found[_id(element)] = inside
    return found


def _parts(root: _Element, *, marks: bool = False) -> Iterator[str | _Element]:
    """Text and apparatus entries in order, and if asked gaps and the ends of lacunae.

    Text goes on through elements within a line. Without recursion, for deep files.
    """
    waiting: list[str | _Element] = [root]
    text: list[str] = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            text.append(one)
        elif _tag(one) == "app" or (marks and _tag(one) in _LOST | _FOUND | {"gap"}):
            yield "".join(text)
            yield one
            text = []
        elif _tag(one) not in _OUTSIDE:
            waiting += reversed(_inside(one))
    yield "".join(text)


def _inside(element: _Element) -> list[str | _Element]:
    """What is read of an element, in order: its text and its children, each with the text that follows."""
    tag = _tag(element)
    parted = tag in _BLOCKS or (tag in _BREAKS and element.get("break") != "no") or _is_word(element)
    space = " " if parted else ""
    inside: list[str | _Element] = [space + (element.text or "")] if tag else []
    siblings = {_tag(child) for child in element}
    for child in element:
        passed = _ABBREVIATED.get(_tag(child)) in siblings if tag in ("choice", "expan") else False
        blank = tag == "choice"
        inside += [] if passed else [child]
        inside.append("" if blank else child.tail or "")
    return [*inside, space]


def _is_word(element: _Element) -> bool:
    """Whether an element is a whole word, which files of words need not part from the next by a blank."""
    return _tag(element) == "w" and element.get("part", "N") in ("N", "")


def _named(element: _Element) -> list[str]:
    """The sigla that a reading names; the list of witnesses may be in another file: witnesses.xml#A."""
    given = element.get("wit", "") if _tag(element) in ("rdg", "lem") else ""
    return [name for word in given.split() if (name := word.rpartition("#")[2])]


def _id(element: _Element) -> str:
    return element.get("{http://www.w3.org/XML/1998/namespace}id", "")


def _tag(element: _Element) -> str:
    """The name without its namespace; '' for comments and instructions."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _probe(head: Head) -> float:
    return LIKELY if head.start.startswith("<") else NO


def _read(content: Content) -> Columns:
    return columns(content.where, text_of(content, marked_up=True))


FORMAT: WitnessFormat = Format(
    "TEI apparatus", (".xml", ".tei"), _probe, _read, "the readings of each witness of `<rdg wit>`"
)
