"""Every regular expression of the program takes a time that grows no faster than its input.

All patterns that modules and languages hold are tried on texts of hostile kinds at growing lengths, in the ways
in which they are asked: a pattern that is only matched at one place may be slow to search with.
What counts is how the time grows, not the time.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Collection
from functools import cache, cached_property
from pathlib import Path
from types import ModuleType

import pytest

import retold
from retold import language

pytestmark = pytest.mark.long

LENGTHS = (20, 50, 400, 3_200)  # characters; what doubles with each letter shows itself at the first
GROWTH = 24  # times as long for a text eight times as long; 8 would be linear, 64 the square
QUICK = (400, 0.00008)  # characters, and seconds in which no pattern goes through their square
LEAST = 0.0005  # seconds below which a growth is not told from chance
BOUNDED = {  # patterns that are slow on long texts, and why they never meet one
    r"(?:(?<!\s)\s+)?<!--.{0,4000}?-->": "only the opening of a page is asked",
}
ANY = frozenset({"finditer"})
PIECES = (
    " ", "a", "A", "1", ".", ",", "-", "\n", '"', "“", "'", "(", "[", "<", "&", "/", ":", "@", "©", "é", "_", "\t",
    "a ", "A ", "A. ", "Ab ", "Ab-", "1 ", "1,", "1.", "a.", "a-", "a@", "a.b", "A, ", "a:", "\r\n", "\n\n", " - ", "| ",
    "<a ", "<a>", "<!--", "&a;", "&#1", "{a", "\\", "http://", "www.", "by ", "By A ", "said ", "the ", "(A) ", "1:1 ",
    "Jan ", "1 Jan ", "$1 ", "1/1/", "June 1, ", "12 ", "a'b", "St. ", "von ", "Mr. A ", "“a ", "a” ", "“a” ", "AP) ", "--",
)  # fmt: skip


@cache
def loaded() -> dict[re.Pattern[str], set[str]]:
    """Every pattern over text that the program holds, with the methods that it is asked by; none means any."""
    for one in pkgutil.walk_packages(retold.__path__, "retold."):
        if not one.name.endswith("__main__"):
            importlib.import_module(one.name)
    packs = [language.of(code) for code in ("en", "de", "fr", "es", "xx")]
    held = {one: set(ANY) for pack in packs for one in _of(pack, 6) if isinstance(one.pattern, str)}
    for name, module in sorted(sys.modules.items()):
        if name.startswith("retold."):
            for word, value in sorted(vars(module).items()):
                for one in _of(value, 4):
                    if isinstance(one.pattern, str):
                        held.setdefault(one, set()).update(_asked(module, word) or ANY)
    return held


@cache
def _asked(module: ModuleType, name: str) -> frozenset[str]:
    """The methods by which a module asks a pattern of its own; none where it goes other ways."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    named = [one for one in ast.walk(tree) if isinstance(one, ast.Name) and one.id == name]
    asked = [
        one.attr for one in ast.walk(tree)
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == name
    ]  # fmt: skip
    return frozenset(asked) if len(asked) == len(named) - 1 else frozenset()  # one of them gives it its value


def _of(value: object, depth: int) -> list[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        return [value]
    if depth and isinstance(value, dict):
        return [one for inner in value.values() for one in _of(inner, depth - 1)]
    if depth and isinstance(value, (list, tuple, set, frozenset)):
        return [one for inner in value for one in _of(inner, depth - 1)]
    if depth and not isinstance(value, type) and type(value).__module__.startswith("retold"):
        names = [n for kind in type(value).__mro__ for n in getattr(kind, "__slots__", ())]
        names += [
            n
            for kind in type(value).__mro__
            for n, held in vars(kind).items()
            if isinstance(held, cached_property)
        ]
        held = [getattr(value, n, None) for n in names] + list(getattr(value, "__dict__", {}).values())
        return [one for inner in held for one in _of(inner, depth - 1)]
    return []


def seconds(pattern: re.Pattern[str], ways: Collection[str], text: str) -> float:
    """Processor time of asking a text in each way in which the pattern is asked."""
    began = time.process_time()
    if set(ways) <= {"match", "fullmatch"}:
        pattern.match(text)
        pattern.fullmatch(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - began


def grows_too_fast(pattern: re.Pattern[str], ways: Collection[str], piece: str) -> bool:
    """Whether the time grows much faster than the text, from one length to the next, twice measured."""
    return all(_grows(pattern, ways, piece) for _ in range(2))


def _grows(pattern: re.Pattern[str], ways: Collection[str], piece: str) -> bool:
    before = LEAST
    for length in LENGTHS:
        now = seconds(pattern, ways, piece * (length // len(piece)) + "\x00")
        if now > before * GROWTH:
            return True  # before a longer text takes minutes
        if length == QUICK[0] and now < QUICK[1]:
            return False  # the square would show itself here
        before = max(now, LEAST)
    return False


def test_the_patterns_of_the_program_are_seen() -> None:
    assert len(loaded()) >= 130


def test_a_pattern_that_grows_with_the_square_is_noticed() -> None:
    square = re.compile(r"\w+\s*:")
    assert grows_too_fast(square, ANY, "a")
    assert not grows_too_fast(square, {"match"}, "a")
    assert grows_too_fast(re.compile(r"(?:a+)+b"), {"match"}, "a")
    assert not grows_too_fast(re.compile(r"\w+"), ANY, "a")


@pytest.mark.parametrize("part", range(4))
def test_no_pattern_grows_faster_than_its_text(part: int) -> None:
    held = sorted(loaded().items(), key=lambda one: one[0].pattern)
    faults = [
        (one.pattern[:90], piece)
        for one, ways in held[part::4]
        for piece in PIECES
        if one.pattern not in BOUNDED and grows_too_fast(one, ways, piece)
    ]
    assert not faults
