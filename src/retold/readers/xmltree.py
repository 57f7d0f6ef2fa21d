"""XML as a tree: without entities, without the network, within a size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from retold.messages import N_
from retold.readers.content import Content
from retold.readers.sources import Refused

_BODY_BLOCKS = ("p", "h1", "h2", "h3", "h4", "hl2", "li")
_ENTITIES = tuple("<!ENTITY".encode(codec) for codec in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le"))


def parsed(content: Content) -> Any:
    """The root of an XML content, an lxml element; raises `Refused` where it is none.

    A document that declares entities is refused: nothing that news is exchanged in needs them.
    """
    return root_of(content.whole(), content.where)


def refuse_entities(data: bytes, where: str) -> None:
    """Raise `Refused` if an XML document declares entities."""
    if any(mark in data[: 1 << 16] for mark in _ENTITIES):
        raise Refused(where, N_("is XML that declares entities"), N_("write it without a DTD of its own"))


def root_of(data: bytes, where: str) -> Any:
    """The root of an XML document, an lxml element; raises `Refused` where it is none."""
    from lxml import etree

    refuse_entities(data, where)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, load_dtd=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(where, N_("is broken XML"), N_("mend it, or save its articles as text")) from error
    if root is None:
        raise Refused(where, N_("is broken XML"), N_("mend it, or save its articles as text"))
    return root


def name(element: Any) -> str:
    """The name of an element in lower case, without its namespace; '' for a comment.

    >>> from lxml import etree
    >>> name(etree.fromstring("<c:Encoded xmlns:c='x'/>"))
    'encoded'
    """
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def within(element: Any, *names: str) -> Iterator[Any]:
    """The elements of these names anywhere below, in their order."""
    return (one for one in element.iter() if name(one) in names and one is not element)


def words(element: Any) -> str:
    """All text of an element, single spaces between its words; '' for None."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def first(element: Any, *names: str) -> str:
    """The words of the first element of these names, the first name before the next; '' for none."""
    found = (words(one) for wanted in names for one in within(element, wanted))
    return next(filter(None, found), "")


def body_text(holder: Any) -> str:
    """The words of the blocks in the body that an element holds, or in itself where it has none; "" for none.

    The body of NITF comes before that of a page: the head of either has none of the report.
    """
    bodies = [*within(holder, "body.content"), *within(holder, "body"), holder]
    return "\n\n".join(filter(None, map(words, within(bodies[0], *_BODY_BLOCKS))))
