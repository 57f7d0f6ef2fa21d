"""Messages (RFC 5322), mailboxes (RFC 4155) and pages saved with their parts (MHTML, RFC 2557)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from functools import cache

from retold import gazetteer, parameters
from retold.messages import N_
from retold.model import Article, SetAside
from retold.readers import decode, fields, forwarded, furniture, signatures
from retold.readers.content import Content, Head
from retold.readers.registry import LIKELY, NO, ArticleFormat, Format, Found, Record
from retold.readers.sources import MemberSource, Refused
from retold.readers.sources.members import held

_KINDS = (N_("an e-mail"), N_("a mailbox"), N_("a saved page with its parts (MHTML)"))
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|mso-hide\s{0,9}:\s{0,9}all", re.IGNORECASE)
# What parts the messages of a mailbox: a sender and a moment; a sentence may begin with the word, too.
_FROM = re.compile(rb"From (?:- |\S+@\S+ |\S[^\n]{0,200}? (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?=[A-Z\d]))")
_LINE = "_" * 20  # with which lists part their foot from a letter
_FRACTION = parameters.of("readers", "mail").number("fraction")
_SIGNATURE = parameters.of("readers", "mail").number("signature")
_ABOVE = parameters.of("readers", "mail").number("above")
_FOOT = parameters.of("readers", "mail").integer("foot")
_FOOT_WORDS = parameters.of("readers", "mail").integer("foot_words")
_EMPTY = (N_("is an e-mail without a text"), N_("give its text as .txt or .html"))


def _probe(head: Head) -> float:
    return LIKELY if head.text[:1].isalpha() and signatures.signed(head) in _KINDS else NO


def _read(content: Content) -> Found:
    kind = signatures.signed(content.head)
    if kind == "a mailbox":
        yield from _mailbox(content)
        return
    if kind not in _KINDS:
        named = signatures.by_suffix(content.head.suffix) or "an e-mail"
        raise Refused(
            content.where,
            N_("is {our_named} without the headers of one").format(our_named=named),
            N_("save it again"),
        )
    message = _message(content.whole())
    if content.copied is not None:
        yield content.copied
    elif kind == "an e-mail":
        yield _record(message, content.where)
    else:
        yield _page(message, content)


def _message(data: bytes) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(data)


def _mailbox(content: Content) -> Found:
    """The messages of a mailbox, each as long as a content may be."""
    refused: list[SetAside] = []
    number = 0
    for number, data in enumerate(_messages(content, refused), 1):
        yield _record(_message(data), f"{content.where}:{number}", f":{number}")
    yield from refused
    if not number:
        yield SetAside(content.where, N_("is a mailbox without a message"), N_("remove it"))


def _messages(content: Content, refused: list[SetAside]) -> Iterator[bytes]:
    """The bytes of each message, without the line that opens it; above the limit only its beginning."""
    lines: list[bytes] = []
    size, blank = 0, True
    for _, line in content.lines(refused):
        if blank and _FROM.match(line):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        elif size + len(line) <= content.limits.largest_bytes:
            lines.append(line.removeprefix(b">") if line.startswith(b">From ") else line)
            size += len(line)
        blank = not line.strip()
    if lines:
        yield b"".join(lines)


def _record(message: EmailMessage, where: str, tail: str = "") -> Record | SetAside:
    article = _article(message)
    return SetAside(where, *_EMPTY) if article is None else Record(article, tail)


def _article(message: EmailMessage) -> Article | None:
    """The article of a message: its sender is the outlet, its subject the title.

    Of one that passes on another letter, and says little itself, these are of that letter; of one that says
    much, the text is its own alone.
    """
    text = _text(message)
    own = forwarded.Letter(_header(message, "from"), _sent(message), _header(message, "subject"), text)
    passed = forwarded.letter(text)
    letter = own if passed is None else own._replace(text=passed.above) if _says_much(passed) else passed
    sender, address = parseaddr(letter.sender)
    return fields.article(
        {
            "text": _without_foot(_without_signature(_of_list(forwarded.answer(letter.text)))),
            "outlet": sender or address.rpartition("@")[2],
            "title": letter.subject,
            "published": letter.sent,
            "language": _header(message, "content-language"),
            "message_id": _header(message, "message-id"),
            "sender": address,
        }
    )


def _of_list(text: str) -> str:
    """A text without what a mailing list puts below a line of its own: its name, and how to leave it."""
    above, mark, below = text.rpartition(f"\n{_LINE}")
    little = len(below.split()) < _SIGNATURE * len(above.split())
    return above.rstrip("_") if mark and little and _listed().search(below) else text


def _without_signature(text: str) -> str:
    """A text without what stands below the last line of two dashes (RFC 3676), if that is little."""
    above, mark, below = text.rpartition("\n-- \n") if "\n-- \n" in text else text.rpartition("\n--\n")
    return above if mark and len(below.split()) < _SIGNATURE * len(above.split()) else text


def _without_foot(text: str) -> str:
    """A text without what a newsletter says at its end: why it came, how to be rid of it, an address."""
    lines = text.rstrip().split("\n")
    low = max(1, len(lines) - _FOOT)
    ends = [at for at in range(low, len(lines)) if _leads_out(lines[at])]
    at = next(iter(ends), len(lines))
    while ends and at > low and not lines[at - 1].strip():
        at -= 1
    little = all(len(line.split()) <= _FOOT_WORDS for line in lines[at:] if not furniture.is_line(line))
    return "\n".join(lines[:at]) if little else text


def _leads_out(line: str) -> bool:
    """Whether a line of a letter is furniture that tells its reader why it came or how to unsubscribe."""
    return _leaving().search(line) is not None and furniture.is_line(line.strip())


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(gazetteer.toml("fields")["mail"]["lists"], re.IGNORECASE)


@cache
def _leaving() -> re.Pattern[str]:
    return re.compile(gazetteer.toml("fields")["mail"]["leaving"], re.IGNORECASE)


def _says_much(passed: forwarded.Letter) -> bool:
    """Whether what stands above a letter that is passed on is a text of its own."""
    return len(passed.above.split()) > _ABOVE * len(passed.text.split())


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except Exception:  # the parser of headers raises what it meets in them
        return ""


def _sent(message: EmailMessage) -> str:
    """The time of a message with its zone, '' where it gives none that can be read."""
    try:
        return parsedate_to_datetime(_header(message, "date")).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _text(message: EmailMessage) -> str:
    """The plain text of a message, or its markup where the other is missing or a fraction of it.

    Letters made for the eye may say in plain words no more than that there is more to see.
    """
    try:
        plain, marked = (_part(message, kind) for kind in ("plain", "html"))
        shown = _shown(marked) if marked.strip() else ""
        enough = _FRACTION * _count(shown) if plain.strip() and shown else 0
        return plain if plain.strip() and len(plain.split()) >= enough else shown
    except Exception:  # a part may name any charset and any encoding
        payload = message.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _part(message: EmailMessage, kind: str) -> str:
    """The body of a message that is of one kind, its line ends as in any text; "" where it has none."""
    part = message.get_body((kind,))
    return "" if part is None else str(part.get_content()).replace("\r\n", "\n")


def _count(markup: str) -> int:
    """How many words a letter's markup shows."""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(markup)
    except (etree.ParserError, ValueError):
        return 0
    etree.strip_elements(tree, "head", "style", "script", with_tail=False)
    return len(tree.text_content().split())


def _shown(markup: str) -> str:
    """The markup of a letter without what it hides: the words that mailboxes show beside its subject."""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(markup)
    except (etree.ParserError, ValueError):
        return markup
    for element in [one for one in tree.iter() if _HIDDEN.search(one.get("style") or "")]:
        if element.getparent() is not None:
            element.drop_tree()
    return str(html.tostring(tree, encoding="unicode"))


def _page(message: EmailMessage, content: Content) -> MemberSource:
    """The page that was saved with its parts, as a source under the name of the file."""
    part = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
    data = None if part is None else part.get_payload(decode=True)
    if part is None or not isinstance(data, bytes) or not data.strip():
        raise Refused(
            content.where, N_("is a saved page with its parts (MHTML) without a page"), N_("save it again")
        )
    address = _header(message, "snapshot-content-location") or _header(part, "content-location")
    known = {"url": address} if address.startswith(("http://", "https://")) else {}
    made = held(content.source, "", decode.as_utf8(data, part.get_content_charset()), **known)
    source = content.source
    return replace(
        made, name=source.name, where=source.where, named=source.named, inner=f"{source.stem}.html"
    )


FORMAT: ArticleFormat = Format(
    "e-mail, mailbox, MHTML",
    (".eml", ".mbox", ".mht", ".mhtml"),
    _probe,
    _read,
    "sender as outlet, subject as title, time with zone, the text; of a saved page what a page gives",
)
