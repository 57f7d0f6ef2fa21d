"""The furniture of a single page: what stands around the report and is no report.

Only the edges are cut, and only what a pattern of `language/*/furniture.toml`
knows, so that no sentence of a report is lost: precision before recall.
What is cut is handed back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import NamedTuple

from retold import language, parameters
from retold.gazetteer import agencies
from retold.readers import captions, offers

_STOP = ".!?…。！？؟۔।"
_CLOSERS = "\"'”’»›)]}*"
_ENDED = re.compile(rf"[{re.escape(_STOP)}][{re.escape(_CLOSERS)}]*(?=\s|\Z)")
_SPACES = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
_LEADING = f"{_SPACES}•·▪‣*>»›|-–—←→↑▲+"  # bullets and arrows before a line, and those behind it
_TRAILING = f"{_SPACES}:•·|>»›←→↑▲+"
_P = parameters.of("readers", "furniture")
_LONGEST_TAIL = _P.integer("tail")  # characters after the last full stop that are looked at
_MOST_ITEMS = _P.integer("items")  # glued items in a row
_HEADLINE_WORDS = range(_P.integer("headline_least"), _P.integer("headline_most") + 1)
_REPORT_WORDS = _P.integer("report")  # words above a linked headline that make it one
_LONGEST_REPORT_SEEN = _P.integer("report_seen")  # characters that are enough to count those words
_MOST_LINES = _P.integer("lines")  # lines of furniture at one edge
_SHORT_NAME = _P.integer("short_name")  # letters of the longest name that only counts as it is written
_CODE = _P.integer("code")  # letters of the longest code in capitals that other houses may share
_LONGEST_LINE = _P.integer("line")  # characters; a longer line is no line of furniture


class Cut(NamedTuple):
    """The report and, in their order, the pieces that were cut from around it."""

    text: str
    furniture: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Patterns:
    """Furniture as data, all languages together."""

    lines: frozenset[str]
    line_patterns: tuple[re.Pattern[str], ...]
    openings: tuple[str, ...]
    longest_opening: int  # words
    lists: frozenset[str]
    longest_list: int  # lines
    glued: tuple[re.Pattern[str], ...]
    suppliers: frozenset[str]
    signing: frozenset[str]  # suppliers that sign in small letters beside a desk's initials
    common: frozenset[str]
    least_common: float  # share of words
    keep: re.Pattern[str]
    credits: re.Pattern[str]
    pictures: re.Pattern[str]  # on the folded line
    inside: re.Pattern[str]  # the same
    rights: re.Pattern[str]  # who holds the rights, where that is a supplier
    agencies: re.Pattern[str]  # the name of a supplier
    longest_credit: int  # words


@cache
def patterns() -> Patterns:
    """The furniture of every language that has a list; read once."""
    tables = language.tables("furniture")
    every = partial(language.listed, "furniture")
    glued = [re.compile(item, re.IGNORECASE) for item in every("glued")]
    initials = [re.compile(rf"(?:{item})(?![\w/])") for item in every("initials")]
    credit_lines = every("patterns", "credits")
    return Patterns(
        lines=frozenset(every("lines")),
        line_patterns=tuple(re.compile(item) for item in every("line_patterns")),
        openings=tuple(every("openings")),
        longest_opening=max(table["longest_opening"] for table in tables),
        lists=frozenset(every("lists")),
        longest_list=max(table["longest_list"] for table in tables),
        glued=(*glued, *initials),
        suppliers=frozenset(every("suppliers")),
        signing=frozenset(every("signing")),
        common=frozenset(every("common")),
        least_common=max(table["least_common"] for table in tables),
        keep=re.compile("|".join(f"(?:{item})" for item in every("keep")), re.IGNORECASE),
        credits=re.compile("|".join(f"(?:{item})" for item in credit_lines), re.IGNORECASE),
        pictures=re.compile("|".join(f"(?:{item})" for item in every("pictures"))),
        inside=re.compile("|".join(f"(?:{item})" for item in every("inside"))),
        rights=_rights(
            _agencies(every("suppliers")), every("reserved"), language.listed("credits", "agency_forms")
        ),
        agencies=re.compile(rf"(?<!\w){_agencies(every('suppliers'))}"),
        longest_credit=max(table["credits"]["longest"] for table in tables),
    )


def _agencies(initials: list[str]) -> str:
    """A pattern for the names of agencies.

    Short names count as they are written, in capitals or not: an agency's dpa is no one's DPA.
    """
    every = agencies.spelled()
    doubtful = {*language.listed("credits", "doubtful")}
    long = {name for name in every if len(name) > _SHORT_NAME and name not in doubtful}
    short = {name for name in every - doubtful if name.islower() or len(name) > _CODE}
    short |= {name.upper() for name in short if len(name) > _CODE} | {*initials}
    named, coded = ("|".join(map(re.escape, sorted(names, key=len, reverse=True))) for names in (long, short))
    return rf"(?:(?i:{named})|(?:{coded}))(?!\w)"


def _rights(agencies: str, reserved: list[str], forms: list[str]) -> re.Pattern[str]:
    """A line of copyright that names an agency, known or by its form: some reprints have no other credit."""
    formed = rf"(?:[A-ZÀ-Þ][\w’'&.-]{{1,30}}\s){{1,4}}(?:{'|'.join(map(re.escape, forms))})\b"
    mark = r"(?:©|\([Cc]\)|[Cc]opyright\b|COPYRIGHT\b)"
    before = rf"(?i:(?:{'|'.join(map(re.escape, reserved))})[\s.,:–|-]{{0,9}})?"
    signed = rf"(?:{mark}[\s\d–,:-]{{0,40}}){{1,4}}"
    return re.compile(
        rf"[^\w©]{{0,40}}?{before}{signed}{before}(?:[Bb]y |[Tt]he |[Dd]er ){{0,2}}(?:{agencies}|{formed})"
    )


def cut(text: str) -> Cut:
    r"""The text without what stands at its edges and is known furniture.

    >>> cut("The ferry sank.\n\nShare this article\nBack to top")
    Cut(text='The ferry sank.', furniture=('Share this article', 'Back to top'))
    """
    top, text = _from_top(text)
    text, bottom = _from_bottom(text)
    return Cut(text.strip(), (*top, *reversed(bottom)))


def without_inside(text: str) -> Cut:
    r"""The text without lines between its paragraphs that lead away from it, or ask its reader to subscribe.

    What is quoted is taken for the report, and so is a line beside another without a blank between.

    >>> without_inside("The ferry sank.\n\nRead more: Ten walks by the sea\n\nNobody drowned.")
    Cut(text='The ferry sank.\n\nNobody drowned.', furniture=('Read more: Ten walks by the sea',))
    """
    paragraphs = text.split("\n\n")
    aside = {at for at, one in enumerate(paragraphs) if leads_away(one)}
    if not aside:
        return Cut(text)
    kept = (one for at, one in enumerate(paragraphs) if at not in aside)
    return Cut("\n\n".join(kept).strip(), tuple(paragraphs[at].strip() for at in sorted(aside)))


def leads_away(paragraph: str) -> bool:
    """Whether a paragraph between others is furniture, such as one that leads to another report."""
    short = len(paragraph) <= _LONGEST_LINE and "\n" not in paragraph.strip()
    return short and patterns().inside.fullmatch(fold(paragraph)) is not None


def is_line(line: str) -> bool:
    """Whether a line is furniture and nothing else."""
    return len(line) <= _LONGEST_LINE and _is_line(line)


@lru_cache(maxsize=8192)  # the furniture of a site recurs on its pages
def _is_line(line: str) -> bool:
    known, folded = patterns(), fold(line)
    if not folded:
        return not any(char.isalnum() for char in line)
    if known.rights.match(line):
        return False
    if is_picture_line(line):
        return True
    if folded in known.lines or any(pattern.fullmatch(folded) for pattern in known.line_patterns):
        return True
    short = len(folded.split()) <= known.longest_opening
    return short and f"{folded} ".startswith(known.openings)


def leads_on(label: str) -> bool:
    """Whether words before a colon lead to other reports: Related, Read also."""
    return len(label) <= _LONGEST_LINE and (
        fold(label) in patterns().lists or fold(label) in patterns().lines
    )


def is_licence(line: str) -> bool:
    """Whether a line says that an agency has the rights, which credits it with the report."""
    return len(line) <= _LONGEST_LINE and patterns().rights.match(line) is not None


@lru_cache(maxsize=8192)  # menus and feet recur on the pages of a site
def is_credit(line: str) -> bool:
    """Whether a line says that an agency supplied the words of a report, and not its pictures.

    A name alone may be that of whoever took a picture.

    >>> is_credit("With reporting by Agence France-Presse"), is_credit("Photo: AFP")
    (True, False)
    """
    known = patterns()
    short = len(line) <= _LONGEST_LINE and len(line.split()) <= known.longest_credit
    if not short or known.credits.search(line) is None:  # the dear search comes last
        return False
    rest = known.agencies.sub("", line)
    return rest != line and any(map(str.isalpha, rest)) and not is_picture_line(line)


def is_picture_line(line: str) -> bool:
    """Whether a line only says whose a picture is, or belongs to a gallery."""
    return patterns().pictures.fullmatch(fold(line)) is not None or captions.is_credit(line)


def fold(line: str) -> str:
    """A line as the lists have it: lower case, single spaces, no bullets and arrows around it."""
    bare = line.casefold().lstrip(_LEADING).rstrip(_TRAILING)
    return " ".join(bare.replace("’", "'").split())


def _from_top(text: str) -> tuple[list[str], str]:
    taken: list[str] = []
    place = 0
    while len(taken) < _MOST_LINES:
        end = text.find("\n", place)
        line = text[place:end].strip()
        if end < 0 or (line and not is_line(line)):
            break
        taken += [line] if line else []
        place = end + 1
    return taken, text[place:]


def _from_bottom(text: str) -> tuple[str, list[str]]:
    """Cut pieces off the end until none is furniture; the pieces come last first."""
    taken: list[str] = []
    linked = False
    while text and len(taken) < _MOST_LINES:
        text = text.rstrip()
        keep = _end_of_report(text)
        if keep is None and not linked:
            keep = _before_linked_headline(text)
            linked = keep is not None
        if keep is None:
            break
        taken += [line.strip() for line in reversed(text[keep:].split("\n")) if line.strip()]
        text = text[:keep]
    return text, taken


def _end_of_report(text: str) -> int | None:
    """Where the last piece of furniture begins, None if the text ends with none."""
    start = text.rfind("\n") + 1
    if is_line(text[start:]):
        return start
    tail = _before_glued(text, start)
    if tail is None:
        tail = _before_list(text)
    return tail if tail is not None else _before_offer(text)


def _before_glued(text: str, line_start: int) -> int | None:
    """Where items glued behind the last full stop of the last line begin."""
    floor = max(line_start, len(text) - _LONGEST_TAIL)
    ends = [match.end() for match in _ENDED.finditer(text, floor)][-_MOST_ITEMS:]
    if line_start >= floor:
        ends.insert(0, line_start)
    for end in ends:
        if end < len(text) and _is_row_of_items(text[end:]):
            return end
    return None


def _is_row_of_items(tail: str) -> bool:
    for _ in range(_MOST_ITEMS):
        tail = tail.lstrip(" \t\xa0|·•-–—")
        if not tail:
            return True
        if patterns().rights.match(tail):
            return False
        length = max((_item(pattern, tail) for pattern in patterns().glued), default=0)
        if not length:
            return False
        tail = tail[length:]
    return not tail.strip()


def _item(pattern: re.Pattern[str], tail: str) -> int:
    """The length of the item that opens the tail, 0 for none."""
    match = pattern.match(tail)
    if match is None:
        return 0
    parts = re.split(r"[/ -]", match.group())
    supplied = all(part in patterns().suppliers for part in parts) or not patterns().signing.isdisjoint(parts)
    return 0 if supplied else match.end()


def _before_list(text: str) -> int | None:
    """Where a list of links under a head such as "Related" begins."""
    known, end = patterns(), len(text)
    for _ in range(known.longest_list):
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
        if start == 0 or len(line) > _LONGEST_LINE or _has_ended(line):
            return None
        if fold(line) in known.lists:
            return start
        end = start - 1
    return None


def _before_offer(text: str) -> int | None:
    """Where a box begins that asks for payment or a login."""
    starts, end = [], len(text)
    lines: list[str] = []
    while end > 0 and len(lines) < offers.MOST:
        start = text.rfind("\n", 0, end) + 1
        if end - start > _LONGEST_LINE:
            break
        if text[start:end].strip():
            starts.append(start)
            lines.append(fold(text[start:end]))
        end = start - 1
    count = offers.length(lines[::-1])
    return starts[count - 1] if count else None


def _before_linked_headline(text: str) -> int | None:
    """Where a last line begins that reads like the headline of another article."""
    start = text.rfind("\n") + 1
    line, report = text[start:], text[:start].rstrip()
    if len(line) > _LONGEST_LINE or not _has_ended(report[-_LONGEST_LINE:]):
        return None
    words = line.split()
    if len(words) not in _HEADLINE_WORDS or _has_ended(line) or not words[0][0].isupper():
        return None
    known = patterns()
    if known.keep.search(line) or known.credits.search(line) or known.rights.match(line):
        return None
    return start if _is_readable_report(report[-_LONGEST_REPORT_SEEN:]) else None


def _is_readable_report(text: str) -> bool:
    """Whether this is enough text, in a language whose headlines and sentences we can tell apart."""
    words, known = text.casefold().split(), patterns()
    common = sum(word in known.common for word in words)
    return len(words) >= _REPORT_WORDS and common >= known.least_common * len(words)


def _has_ended(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return line.rstrip().rstrip(_CLOSERS).endswith(tuple(_STOP))
