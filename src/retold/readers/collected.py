"""Several texts in one file, each under the same block of fields: a collection of clippings."""

from __future__ import annotations

import re

from retold import parameters
from retold.readers.frontmatter import bare_block

_FEWEST = parameters.of("readers", "plain_text").integer("collected")  # fields of a block that comes again
_LONGEST = parameters.of("readers", "plain_text").integer("block_characters")  # in which a block ends
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_RULE = re.compile(r"([=*_~#+-])(?:[ \t]?\1){3,}")
_SPACE = re.compile(r"\s*")


def parts(text: str) -> list[str]:
    r"""The texts of a collection, each with its block; the whole as one part where it is none.

    A block of the same fields as the one at the head begins each; a rule may stand between two.

    >>> head = "Title: {0}\nSource: Harbour Post\nDate: 3 March 2031\n\nA ferry sank.\n\n"
    >>> [part.split("\n")[0] for part in parts(head.format("One") + "=====\n\n" + head.format("Two"))]
    ['Title: One', 'Title: Two']
    >>> len(parts("A ferry sank.\n\n=====\n\nIt was old."))
    1
    """
    starts = _starts(text)
    if len(starts) < 2:
        return [text]
    found = [text[low:high] for low, high in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [_without_rules_below(part) for part in found]


def _without_rules_below(part: str) -> str:
    lines = part.rstrip().split("\n")
    while lines and (not lines[-1].strip() or _RULE.fullmatch(lines[-1].strip()) is not None):
        lines.pop()
    return "\n".join(lines) + "\n"


def _starts(text: str) -> list[int]:
    """Where the blocks begin; none where the text does not open with one."""
    first = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    names = frozenset(bare_block(text[first:]))
    if len(names) < _FEWEST:
        return []
    found = [first]
    for gap in _BLANK.finditer(text, first):
        at = gap.end()
        rule = _RULE.match(text, at)
        if rule is not None:
            space = _SPACE.match(text, rule.end())
            at = rule.end() if space is None else space.end()
        if frozenset(bare_block(text[at : at + _LONGEST])) == names:
            found.append(at)
    return list(dict.fromkeys(found))
