"""Text from articles, made harmless for a terminal and a page.

An article is hostile input: it may hold escape sequences that move the cursor,
overrides that turn the order of letters round, or half of a surrogate pair that
no encoder takes. Every such character is replaced by one visible character, one
for one, so that offsets into the text still hold. Whoever prints must go
through here; and whoever prints with rich must hand it a `rich.text.Text`, never
a string, so that square brackets are not read as markup.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

from retold.errors import RetoldError
from retold.messages import recognised, told
from retold.model import SetAside

_UNKNOWN = "\ufffd"
_FIRST_STRONG, _POP = "\u2068", "\u2069"
# Letters of scripts written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their forms.
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_PICTURES = 0x2400  # U+2400 and on: a picture for each of the 32 old control characters

# Marks that change the direction of what follows (Unicode Standard Annex 9), and invisible
# characters that only serve to hide something: soft format controls, tags, noncharacters.
_DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070))
_HIDDEN = (0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFE, 0xFFFF)


def _table() -> dict[int, str]:
    """What each dangerous character becomes."""
    found = {code: chr(_PICTURES + code) for code in range(0x20)}
    found |= {0x7F: "\u2421", 0x85: " ", 0x2028: " ", 0x2029: " ", 0x09: " ", 0x0C: " ", 0x0B: " "}
    unknown = (*range(0x80, 0x85), *range(0x86, 0xA0), *_DIRECTION, *_HIDDEN)
    found |= dict.fromkeys(unknown, _UNKNOWN)
    found |= dict.fromkeys(range(0xD800, 0xE000), _UNKNOWN)
    return found | dict.fromkeys(range(0xE0000, 0xE0080), _UNKNOWN)


_LINES = _table() | {0x0A: "\n", 0x0D: " "}
_ONE_LINE = _LINES | {0x0A: " "}


def text(value: str) -> str:
    r"""The text on one line, as long as it was, with nothing in it that a terminal obeys.

    >>> text("calm\x1b[2Jsea\nand \u202egale")
    'calm␛[2Jsea and �gale'
    """
    return value.translate(_ONE_LINE)


def note(one: SetAside) -> str:
    """What was set aside and why, on one line, in the language of the screen.

    >>> note(SetAside("pier.txt", "is empty", "remove it or give it a text"))
    'pier.txt: is empty; remove it or give it a text'
    """
    return text(f"{recognised(one.where)}: {told(one.why)}; {told(one.cure)}")


def refusal(error: RetoldError) -> str:
    """What is wrong and what can be done, likewise.

    >>> refusal(RetoldError("no article could be read", "name a file"))
    'no article could be read: name a file'
    """
    return text(f"{told(error.cause)}: {told(error.cure)}")


def lines(value: str) -> str:
    """The same with its line breaks kept; as long as it was, so that offsets hold."""
    return value.translate(_LINES)


def squeezed(value: str) -> str:
    """The text on one line, each run of space made one; offsets do not hold any more."""
    return " ".join(text(value).split())


def folded(value: str) -> str:
    """The words of a text alone, for comparing: without case, marks and spaces between.

    >>> folded("“We’ll pay,”") == folded("we’ll pay")
    True
    """
    words = "".join(c if c.isalnum() else " " for c in squeezed(value).casefold())
    return " ".join(words.split())


def short(value: str, width: int) -> str:
    """At most `width` terminal cells of the squeezed text, cut at a word where one ends near.

    >>> short("The ferry struck the swing bridge", 20)
    'The ferry struck…'
    """
    # A megabyte on one line must not be squeezed whole to show twenty cells of it.
    whole = squeezed(value[: 8 * max(width, 1) + 200])
    if cell_len(whole) <= width:
        return whole
    cut = set_cell_size(whole, max(width - 1, 0))
    head, gap, _ = cut.rpartition(" ")
    kept = head if gap and 4 * cell_len(head) >= 3 * (width - 1) else cut
    return kept.rstrip(" ,;:—–-") + "…"


def ends(value: str, width: int) -> str:
    """At most `width` cells of the squeezed text: its beginning and its end.

    >>> ends("a/very/long/folder/of/reports/ferry.txt", 20)
    'a/very/lo…/ferry.txt'
    """
    whole = squeezed(value)
    if cell_len(whole) <= width:
        return whole
    tail = max(width // 2, 1)
    return whole[: max(width - tail - 1, 0)] + "…" + whole[-tail:]


def isolated(value: str) -> str:
    r"""The text as a line of another direction can hold it: in isolates, if it has letters that run leftward.

    Without them the marks and figures at its edges would go to the wrong side (Unicode Standard Annex 9).
    Offsets do not hold any more; terminals give the two signs no cell.

    >>> isolated("Taven"), isolated("\u05d8\u05d0") == "\u2068\u05d8\u05d0\u2069"
    ('Taven', True)
    """
    return f"{_FIRST_STRONG}{value}{_POP}" if _LEFTWARD.search(value) else value


def hidden(value: str) -> bool:
    r"""Whether the text holds something that `lines` would replace.

    >>> hidden("plain"), hidden("\x9b1m")
    (False, True)
    """
    return lines(value) != value
