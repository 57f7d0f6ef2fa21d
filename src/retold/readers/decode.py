"""Bytes to text: the mark, UTF-8, what the file declares, and a guess that says so."""

from __future__ import annotations

import codecs
import re
from itertools import zip_longest
from typing import NamedTuple

from retold import parameters
from retold.messages import N_

_P = parameters.of("readers", "decode")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE_MARKS = tuple(mark for mark, name in _MARKS if name != "utf-8")
_LOOKED_AT = _P.integer("looked_at")  # first bytes that tell the charset
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_SEVEN_BIT = re.compile(r"iso-?2022|hz|utf-?7", re.I)  # valid as ASCII, so UTF-8 would swallow them
_SAMPLE = _P.integer("sample")  # bytes that a guess looks at
_ASCII = bytes(range(128))
_WESTERN = "ÀÁÂÃÄÅÆÇÈÉÊËÍÎÏÑÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëíîïñóôõöøùúûüœ“”‘’„‚«»–—…€£§°·•®©™\xa0".encode("cp1252")
_MOST_WESTERN = _P.number("most_western")  # share of bytes beyond ASCII
_ZEROS, _FEW_ZEROS = _P.number("zeros"), _P.number("few_zeros")
# Characters beyond ASCII that UTF-8 gives when it is read as Windows-1252: one that leads, one that follows.
_MISREAD = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u017e\u0192\u02c6-\u02dc\u2013-\u203a\u20ac\u2122]"
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_LEAST_MISREAD = _P.integer("misread")
# Soft hyphens (not at line ends, where they tell of a parted word), marks of direction, spaces of no width
# between letters of scripts that part their words by visible ones.
_UNSEEN = re.compile(
    r"\u00ad(?=\S)|[\u2060\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?<=[\u0021-\u06ff])[\u200b\ufeff]|[\u200b\ufeff](?=[\u0021-\u06ff])"
)
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Decoded(NamedTuple):
    """A text and, where it had to be guessed or mended, a sentence that says so."""

    text: str
    note: str | None = None


def decode(data: bytes, marked_up: bool = False) -> Decoded:
    r"""Text from bytes, never failing.

    The order: a byte order mark; UTF-8 if it is valid (a wrong declaration is
    commoner than other bytes that happen to be valid UTF-8); the charset that
    a page declares, if `marked_up`; the likeliest charset, with a note.

    >>> decode("café".encode("utf-8")).text
    'café'
    >>> decode(b'<meta charset="windows-1252">caf\xe9', marked_up=True)
    Decoded(text='<meta charset="windows-1252">café', note=None)
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name) or Decoded(data.decode(name, "replace"), _broken(name))
    declared = _declared(data) if marked_up else None
    order = [declared, "utf-8"] if declared and _SEVEN_BIT.match(declared) else ["utf-8", declared]
    for codec in [wide(data[:_LOOKED_AT]), *order]:
        found = _strictly(data, codec) if codec else None
        if found is not None:
            return found
    return _guess(data)


def peek(head: bytes) -> str:
    """The first characters of a file, well enough to tell its format; never a guess."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return head.decode(name, "replace")
    return head.decode(wide(head[:_LOOKED_AT]) or "utf-8", "replace")


def wide(head: bytes) -> str | None:
    """The UTF-16 codec of text without a mark, told by where its zero bytes stand; else None.

    >>> wide("Ferry".encode("utf-16-le"))
    'utf-16-le'
    """
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0) / len(head[0::2]), head[1::2].count(0) / len(head[1::2])
    if odd > _ZEROS and even < _FEW_ZEROS:
        return "utf-16-le"
    return "utf-16-be" if even > _ZEROS and odd < _FEW_ZEROS else None


def is_wide(head: bytes) -> bool:
    """Whether bytes of a line feed are no line ends here (UTF-16 and UTF-32)."""
    return head.startswith(_WIDE_MARKS) or wide(head[:_LOOKED_AT]) is not None


def tidy(text: str) -> str:
    r"""Line ends as `\n`, no mark, no NUL, nothing that UTF-8 cannot hold or nobody sees, no blank edges.

    What joins or parts letters of a script (as in Persian, in emoji, in Thai) stays.

    >>> tidy("\ufeffOne\r\n\r\ntwo\x00\n")
    'One\n\ntwo'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if text.isascii():
        return text.strip()
    return _UNSEEN.sub("", mended(_whole(text))).strip().strip("\ufeff").strip()


def mended(text: str) -> str:
    """A text whose UTF-8 somebody read as Windows-1252 and stored again, as it was before that.

    It is mended line by line, and only where nothing else can be meant: all that stands beyond ASCII
    in the line must be UTF-8 read so, and the text must have several such places.

    >>> mended("GrÃ¤ben fÃ¼r Ã–l"), mended("NÃO, diz Zoë")
    ('Gräben für Öl', 'NÃO, diz Zoë')
    """
    if len(_MISREAD.findall(text)) < _LEAST_MISREAD:
        return text
    return "\n".join(map(_mended_line, text.split("\n")))


def _mended_line(line: str) -> str:
    runs = _BEYOND_ASCII.split(line), [_reread(run) for run in _BEYOND_ASCII.findall(line)]
    if None in runs[1]:
        return line
    return "".join(part for pair in zip_longest(*runs, fillvalue="") for part in pair if part)


def _reread(run: str) -> str | None:
    """What a run of characters is whose bytes in Windows-1252 are UTF-8, None where they are not."""
    try:
        return b"".join(map(_western, run)).decode("utf-8")
    except UnicodeError:
        return None


def _western(sign: str) -> bytes:
    """The byte of a character in Windows-1252, which leaves five bytes to controls."""
    return sign.encode("latin-1" if "\x80" <= sign <= "\x9f" else "cp1252")


def _whole(text: str) -> str:
    """A text without surrogates that stand alone; that there is any shows when it is encoded."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub("\ufffd", text)
    return text


def as_utf8(data: bytes, charset: str | None) -> bytes:
    """The bytes of a page in the charset that what carried it names, as UTF-8 with the mark of it.

    They are given as they are where no charset is named, or where they are not in it.
    """
    if charset is None or data.startswith(tuple(mark for mark, _ in _MARKS)):
        return data
    name = "cp1252" if charset.lower() in ("iso-8859-1", "latin1", "us-ascii") else charset
    try:
        return data.decode(name).encode("utf-8-sig")
    except (LookupError, ValueError):
        return data


def _strictly(data: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec).removeprefix("\ufeff"))
    except (UnicodeError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    """The charset named near the top, as browsers read it (ISO-8859-1 means Windows-1252)."""
    match = _DECLARED.search(data[:_LOOKED_AT])
    if match is None:
        return None
    name = match.group(1).decode("ascii").lower()
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    if not getattr(codec, "_is_text_encoding", True):  # rot13, hex … are codecs too
        return None
    return "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name


def _guess(data: bytes) -> Decoded:
    sample = _around_the_odd(data)
    likely = "cp1252" if _looks_western(sample) else _likeliest(sample)
    for codec in (likely, "cp1252"):
        found = _strictly(data, codec) if codec else None
        if found is not None:
            return Decoded(found.text, N_("is not valid UTF-8; decoded as {codec}").format(codec=codec))
    return Decoded(data.decode("utf-8", "replace"), _broken("utf-8"))


def _likeliest(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return None if best is None else best.encoding


def _looks_western(sample: bytes) -> bool:
    """Whether this is mostly ASCII with the accents, quotes and dashes of Western Europe.

    Statistics cannot tell one accent in a short text from that of another
    code page; English news has little else.
    """
    odd = sample.translate(None, _ASCII)
    return len(odd) <= _MOST_WESTERN * len(sample) and not odd.translate(None, _WESTERN)


def _around_the_odd(data: bytes) -> bytes:
    """The part of the data worth guessing from: about its first byte beyond ASCII."""
    odd = next((i for i, byte in enumerate(data) if byte > 127), 0)
    start = max(0, odd - _SAMPLE // 4)
    return data[start : start + _SAMPLE]


def _broken(codec: str) -> str:
    return N_("holds bytes that are not valid {codec}; each was replaced by U+FFFD").format(
        codec=codec.upper()
    )
