"""Words, sentences and paragraphs of one text, as character ranges.

What counts as a word, once for every step:

- letters, digits and their combining marks, with apostrophes inside (`O'Neill`, `city's`);
- a hyphen parts two words, so that `cease-fire` and `cease fire` read the same;
- a number with its separators (`1,500.5`, `10:30`) and with letters set on it (`20bn`, `5th`);
- letters with points (`U.S.`, `p.m.`), the last point included;
- a sign of currency or of percent, because figures turn on it;
- one sign of scripts written without spaces (Chinese, Japanese, Thai …).

Everything else lies between words. All of it runs in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.kernels import Kernels
from retold.language import UNIVERSAL, Language, folding
from retold.language.folding import kept_form
from retold.language.scripts import SOLID, SOLID_MARKS, is_small
from retold.language.sentences import Abbreviations
from retold.tables import Ints, ManyWords, Words

# Marks that belong to the letter before them; Python's \w leaves them out.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0711\u0730-\u074a\u0900-\u0963\u0970-\u0df3\u135d-\u135f\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f"
)
_LETTER = rf"(?:[^\W_{SOLID}]|[{_MARKS}])"
_APOSTROPHE = "'’ʼ＇"
_SIGN = "[$€£¥¢₹₽₩₪₺₴₦₫₱₿%‰]"
_WORD = re.compile(
    rf"((?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?"  # U.S., a.m., U.S
    rf"|\d+(?:[.,:．，：٫٬]\d+)+{_LETTER}*"  # 1,500.5 and ٣٫٥
    rf"|[{SOLID}][{SOLID_MARKS}]*"
    rf"|{_LETTER}+(?:[{_APOSTROPHE}]{_LETTER}+)*"
    rf"|{_SIGN})"
)
_LONGEST_KEPT = 64  # characters of a word whose form is remembered


def split(text: str) -> Words:
    """The words of `text`, in order, with their folded forms as hashes.

    >>> words = split("The U.S. envoy's 1,500-word note")
    >>> [("The U.S. envoy's 1,500-word note")[a:b] for a, b in zip(words.starts, words.ends)]
    ['The', 'U.S.', "envoy's", '1,500', 'word', 'note']
    >>> bool(split("US").forms[0] == words.forms[1])
    True
    """
    pieces = _WORD.split(text)  # what lies between, a word, what lies between, …
    lengths = np.fromiter(map(len, pieces), np.int64, len(pieces))
    bounds = np.cumsum(lengths)
    starts, ends = bounds[0:-1:2], bounds[1::2]
    longest = int(lengths[1::2].max(initial=0))
    form = kept_form if longest <= _LONGEST_KEPT else folding.form
    forms = np.fromiter(map(form, pieces[1::2]), np.int64, len(starts))
    return Words(starts.astype(np.int32), ends.astype(np.int32), forms)


def split_by(text: str, kernels: Kernels) -> Words:
    """The same by the kernels at hand."""
    return many([text], kernels).text(0) if kernels.name != Kernels.name else split(text)


# ---- many texts ----


def many(texts: Sequence[str], kernels: Kernels) -> ManyWords:
    """The words of many texts, as `split` finds them in each, with their shapes."""
    return kernels.words(texts, split, _classes, kept_form)


_PLANES = (0, 0x40000), (0xE0000, 0xF0000)  # of Unicode that hold characters, but those of private use


@cache
def _classes() -> NDArray[np.uint16]:
    """For each character the kinds of it that `_WORD` tells apart, as bits in the kernel's order."""
    kinds = (
        r"[^\W\d_]+", r"\d+", rf"{_LETTER}+", f"[{SOLID}]+", f"[{SOLID_MARKS}]+",
        f"{_SIGN}+", r"\w+", f"[{_APOSTROPHE}]+",
    )  # fmt: skip
    table = np.zeros(0x110000, np.uint16)
    for low, high in _PLANES:
        every = "".join(map(chr, range(low, high)))
        for bit, kind in enumerate(kinds):
            for run in re.finditer(kind, every):
                table[low + run.start() : low + run.end()] |= 1 << bit
    spaced = np.flatnonzero(table & 0b1001 == 1).tolist()  # letters of scripts with spaces
    table[[code for code in spaced if is_small(chr(code))]] |= 1 << len(kinds)
    return table


# ---- paragraphs ----

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_EDGE = " \t\u00a0\u3000\ufeff\u200b"
_P = parameters.of("words", "words")
_FULL_LINE = _P.integer("full_line")
_SHORT_LINE = _P.integer("short_line")
_RUNNING_ON = _P.number("running_on")
_LONGEST_LINE = _P.integer("longest_line")
_WRAPPED_LINES = _P.integer("wrapped_lines")
_WIDEST = _P.integer("widest")
_FILLED = _P.row("filled")
_FULL_LINES = _P.number("full_lines")


def paragraphs(text: str) -> Ints:
    r"""Character ranges of the paragraphs, without blank edges: int32 [k, 2].

    A line is a paragraph, unless the text is wrapped at a fixed width: then
    an empty or indented line parts them.

    >>> paragraphs("One line.\n\nAnother line.\n").tolist()
    [[0, 9], [11, 24]]
    """
    lines = [span for span in map(_trimmed, _LINE.finditer(text)) if span[0] < span[1]]
    lines = _joined(text, lines, _goes_on if _wrapped(text, lines) else _is_cut)
    return np.array(lines, np.int32).reshape(-1, 2)


def _trimmed(line: re.Match[str]) -> tuple[int, int]:
    body = line.group()
    start = line.start() + len(body) - len(body.lstrip())
    return start, line.start() + len(body.rstrip())


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether most lines that another follows at once fill one common width.

    Lines as short as those of a newspaper's column must also run on in small letters: verse does not.
    """
    followed = [b - a for (a, b), (c, _) in pairwise(lines) if c - b <= 2 or text.count("\n", b, c) < 2]
    if len(followed) < _WRAPPED_LINES:
        return False
    width = sorted(followed)[-max(1, len(followed) // _WIDEST)]
    if not _SHORT_LINE <= width <= _LONGEST_LINE or (width < _FULL_LINE and not _run_on(text, lines)):
        return False
    low, high = _FILLED
    full = sum(1 for length in followed if low * width <= length <= high * width)
    return full >= _FULL_LINES * len(followed)


def _run_on(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether most lines that another follows at once go on there with a small letter."""
    nexts = [text[c] for (_, b), (c, _) in pairwise(lines) if text[b:c].count("\n") < 2]  # no blank line
    return sum(first.islower() for first in nexts) >= _RUNNING_ON * len(nexts)


def _joined(
    text: str, lines: list[tuple[int, int]], goes_on: Callable[[str, int, int, int], bool]
) -> list[tuple[int, int]]:
    """The lines, those made one of which the next `goes_on` with what stands before it."""
    joined: list[tuple[int, int]] = []
    for low, high in lines:
        if joined and goes_on(text, *joined[-1], low):
            joined[-1] = joined[-1][0], high
        else:
            joined.append((low, high))
    return joined


def _goes_on(text: str, _: int, end: int, low: int) -> bool:
    """Whether a line of a wrapped text goes on: no blank line and no indent stands between."""
    gap = text[end:low].replace("\r\n", "\n").lstrip(" \t")  # spaces at the end of a line are nothing
    return gap == "\n" and text[low].isprintable()


def _is_cut(text: str, start: int, end: int, low: int) -> bool:
    """Whether a single end of line cuts a sentence, as feeds break them."""
    gap = text[end:low].strip(" ").replace("\r\n", "\n")
    cut = text[end - 1].islower() or text[end - 1] == ","
    return gap == "\n" and cut and text[low].islower() and end - start >= _FULL_LINE


# ---- sentences ----

_CLOSERS = "\"'”’»›)\\]」』"
_OPENERS = {"”": "“", "’": "‘", "»": "«", "›": "‹"}
_FULL = "。！？｡؟۔।॥։።፧။។៕།"  # these end a sentence wherever they stand
_STOP = re.compile(rf"(?:[.!?…]+|[{_FULL}]+)(?P<close>[{_CLOSERS}]*)(?P<gap>\s*)")
_BEFORE = re.compile(r"[^\s(\[\"“‘'—–]*\Z")
_LEAD = " \t\"'“‘«„‚‹([「『—–-*•"
_TAGGED = r"(?:[^\W\d_][\w.'’-]*\s+){1,4}"
_CREDITING = ("—", "–", "―")  # “…” — Kael
_REACH = _P.integer("reach")


def sentences(text: str, paragraphs: Ints, language: Language = UNIVERSAL) -> Ints:
    """Character ranges of the sentences of each paragraph, in order: int32 [m, 2].

    A stop ends a sentence unless an abbreviation, an initial or an acronym
    carries it, or what follows goes on in lower case; marks that close a
    quotation go with the stop before them.

    >>> from retold import language
    >>> text = "The U.S. drone fell. “Go!” he cried."
    >>> [text[a:b] for a, b in sentences(text, paragraphs(text), language.of("en"))]
    ['The U.S. drone fell.', '“Go!” he cried.']
    """
    found: list[tuple[int, int]] = []
    for start, end in paragraphs.tolist():
        found.extend(_in_paragraph(text, (start, end), language.abbreviations))
    return np.array(found, np.int32).reshape(-1, 2)


def _in_paragraph(text: str, place: tuple[int, int], rules: Abbreviations) -> Iterator[tuple[int, int]]:
    start, end = place
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, stop, start, end, rules):
            yield start, stop.end("close")
            start = stop.end()
    if start < end:
        yield start, end


def _ends(text: str, stop: re.Match[str], start: int, end: int, rules: Abbreviations) -> bool:
    """Whether the sentence ends at this stop."""
    mark = stop.group()[0]
    if mark in _FULL:
        return True
    ahead = text[stop.end() : min(end, stop.end() + _REACH)]
    first = ahead.lstrip(_LEAD)[:1]
    if not stop.group("gap"):
        return _glued(stop, ahead)
    if first.islower() or (stop.group("close") and ahead[:1] in _CREDITING):
        return False
    if mark in "!?":
        tagged = stop.group("close") and rules.tag is not None and rules.tag.match(ahead)
        return not tagged or _is_led_in(text, start, stop)
    if mark == "." and stop.group()[1:2] not in (".", "!", "?"):
        return _plain_stop(text[max(start, stop.start() - _REACH) : stop.start()], ahead, rules)
    return True


def _is_led_in(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a colon leads to the quotation that closes here, so that no "he asked" can follow it."""
    mark = stop.group("close")[-1:]
    opened = text.rfind(_OPENERS.get(mark, mark), start, stop.start())
    return opened > start and text[start:opened].rstrip().endswith(":")


def _glued(stop: re.Match[str], ahead: str) -> bool:
    """A stop without space after it: only where a quotation opens or closes against a capital."""
    if stop.group("close"):
        return ahead[:1].isupper() or ahead[:1] in "“«"
    return ahead[:1] in "“«" and stop.group()[0] in ".!?"


def _plain_stop(before: str, ahead: str, rules: Abbreviations) -> bool:
    """Whether a single full stop ends its sentence, by the words on either side."""
    match = _BEFORE.search(before)
    last = match.group() if match else ""
    key = last.replace(".", "").casefold()
    opens = _opens(ahead, rules)
    if key in rules.titles and last:
        return False
    if key in rules.numbers and (ahead[:1].isdigit() or len(last) > 1 or last.islower()):
        return not ahead[:1].isdigit()
    if rules.ordinals and last.isdigit() and len(last) <= 2:  # the 3. of 3. Mai
        return _opens(ahead, rules)
    initial = len(last) == 1 and last.isupper() and last not in rules.letters
    if initial or "." in last or key in rules.either:
        return opens
    return True


def _opens(ahead: str, rules: Abbreviations) -> bool:
    """Whether a sentence plainly begins here: a common opening word, or an opening mark."""
    word = ahead.lstrip(_LEAD).split(maxsplit=1)[:1]
    opening = bool(word) and word[0].strip("“”\"',.;:’").casefold() in rules.openers
    return opening or ahead[:1] in '"“«„'
