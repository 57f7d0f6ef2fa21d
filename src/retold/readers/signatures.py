"""What a content is that no format reads: told by its first bytes, its headers or its suffix."""

from __future__ import annotations

import re
from functools import cache

from retold import gazetteer, parameters
from retold.messages import N_
from retold.readers import decode
from retold.readers.content import Head

_P = parameters.of("readers", "signatures")

UNKNOWN = N_("a binary file")
CURE = N_("give its text as .txt, .html, .jsonl or .csv")

_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x08\x0b"))
_MOST_CONTROL = _P.number("most_control")  # share of control bytes that no text reaches
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")

# Internet messages (RFC 5322, RFC 2557 for pages with their parts, RFC 4155 for mailboxes).
# The sender is an address, and with some programs a name too.
_MAILBOX = re.compile(r"From \S[^\n]{0,200}? (?:[A-Z][a-z]{2},? ){2}")
_HEADER = re.compile(r"([A-Za-z][A-Za-z-]{1,60}):[ \t]?(.*)")
_MAIL_ALONE = {
    "message-id",
    "mime-version",
    "received",
    "return-path",
    "delivered-to",
    "snapshot-content-location",
}
_MOST_HEADERS = _P.integer("headers")  # lines that are looked at


def is_binary(data: bytes) -> bool:
    """Whether these first bytes are of no text in any charset.

    >>> is_binary(bytes(range(32)) * 2), is_binary("Ferry".encode("utf-16-le")), is_binary(b"The ferry")
    (True, False, False)
    """
    if data.startswith(_BOMS) or decode.wide(data) is not None:
        return False
    control = len(data) - len(data.translate(None, _CONTROL))
    return control > _MOST_CONTROL * len(data)


def signed(head: Head) -> str | None:
    """What a content is by its first bytes or its headers; None if they say nothing.

    >>> signed(Head.of(b"%PDF-1.7 ..."))
    'a PDF'
    >>> signed(Head.of(b"The ferry sank.")) is None
    True
    """
    known = next((name for magic, name in _magic() if head.data.startswith(magic)), None)
    return known or (_message(head.text) if head.text[:1].isalpha() else None)


def by_suffix(suffix: str) -> str | None:
    """What a content is by its suffix in lower case, for contents that say nothing themselves."""
    name: str | None = gazetteer.toml("files")["suffixes"].get(suffix)
    return name


def is_no_article(kind: str) -> bool:
    """Whether what is of this kind holds no article whatever is in it, as pictures and programs."""
    return kind in gazetteer.toml("files")["no_articles"]


def suffixes() -> tuple[str, ...]:
    """The suffixes that `by_suffix` knows."""
    return tuple(sorted(gazetteer.toml("files")["suffixes"]))


def packed_document(names: set[str]) -> str | None:
    """What a ZIP archive with these members is, if it is the body of one document."""
    known: dict[str, str] = gazetteer.toml("files")["packed_documents"]
    return next((kind for name, kind in known.items() if name in names), None)


@cache
def _magic() -> tuple[tuple[bytes, str], ...]:
    table: dict[str, str] = gazetteer.toml("files")["signatures"]
    return tuple((_bytes(written), name) for written, name in table.items())


def _bytes(written: str) -> bytes:
    r"""The bytes of a signature as the table has it, such as `\x1f\x8b`."""
    return written.encode("ascii").decode("unicode_escape").encode("latin-1")


def _message(text: str) -> str | None:
    """Whether a text opens as an Internet message does, and which kind it is."""
    if _MAILBOX.match(text):
        return "a mailbox"
    headers = _headers(text)
    sender = "@" in headers.get("from", "") and len({"to", "subject", "date"} & headers.keys()) > 0
    if not sender and (len(headers) < 2 or not _MAIL_ALONE & headers.keys()):
        return None
    kind = headers.get("content-type", "").lower()
    page = "multipart/related" in kind or "snapshot-content-location" in headers
    return N_("a saved page with its parts (MHTML)") if page else N_("an e-mail")


def _headers(text: str) -> dict[str, str]:
    """The header lines at the top, by their names in lower case; empty if any line there is none."""
    found: dict[str, str] = {}
    name = ""
    for line in text.split("\n", _MOST_HEADERS)[:_MOST_HEADERS]:
        if not line.strip():
            return found
        header = _HEADER.fullmatch(line.rstrip("\r"))
        if line[0] in " \t" and name:
            found[name] += line
        elif header is not None:
            name = header[1].lower()
            found[name] = header[2]
        else:
            return {}
    return found
