"""Words of many texts at once, from their UTF-8 bytes: `steps.words.split`, compiled.

The classes of characters come from the patterns of `steps.words`, so that both
ways part a text alike; a word whose folding needs Unicode's tables is only
found here, and its form is left 0 for the caller to fill in.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import cache
from typing import ParamSpec, TypeVar

import numba
import numpy as np
from numpy.typing import NDArray

from retold.messages import _
from retold.tables import Hashes, Ints
from retold.tables.words import SHORT_LETTERS

P = ParamSpec("P")
R = TypeVar("R")
Bytes = NDArray[np.uint8]
Classes = NDArray[np.uint16]

# Bits of a character's class; `steps.words.classes` sets them.
LETTER, DIGIT, PART, SOLID, MARK, SIGN, WORDLY, TICK, LOWER = (1 << bit for bit in range(9))
_BEGINS = LETTER | DIGIT | PART | SOLID | SIGN
_POINT, _COMMA, _COLON, _APOSTROPHE = 46, 44, 58, 39
_SEED, _PRIME = np.uint64(0xCBF29CE484222325), np.uint64(0x100000001B3)  # FNV-1a
_ONE, _HALF = np.uint64(1), np.uint64(32)
_NONE, _OTHER = 0, 1
_LOWERED = np.zeros(256, np.uint8)  # ASCII letters in lower case; what may go on with a word: _OTHER
_LOWERED[65:91] = _LOWERED[97:123] = np.arange(97, 123)
_LOWERED[[_APOSTROPHE, *range(48, 58), *range(128, 256)]] = _OTHER


def jit(function: Callable[P, R]) -> Callable[P, R]:
    """Compile on first use and keep the result beside the module (typed, as numba is not).

    Where neither that place nor the user's own can be written, it is compiled anew in every run.
    """
    try:
        compiled: Callable[P, R] = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError as error:
        if "cache" not in str(error):
            raise
        _say_once()
        compiled = numba.njit(nogil=True)(function)
    return compiled


@cache
def _say_once() -> None:
    """Tell that every run has to compile, and how not to."""
    cure = _("set NUMBA_CACHE_DIR to a folder that can be written")
    warnings.warn(
        _("compiled kernels cannot be kept, so each run compiles them anew: {cure}").format(cure=cure),
        stacklevel=4,
    )


@jit
def words(
    data: Bytes, bounds: Hashes, classes: Classes
) -> tuple[Ints, Ints, Hashes, NDArray[np.uint8], Hashes]:
    """Words of texts that stand one after another: text t in `data[bounds[t]:bounds[t+1]]`.

    Gives starts and ends (characters of the text), forms (0: to be folded by
    the caller), shapes (see `tables.ManyWords`) and the bounds of each text's words.
    """
    room = len(data)
    starts, ends = np.empty(room, np.int32), np.empty(room, np.int32)
    forms, shapes = np.empty(room, np.int64), np.empty(room, np.uint8)
    firsts = np.zeros(len(bounds), np.int64)
    count = 0
    for text in range(len(bounds) - 1):
        at, end, place = bounds[text], bounds[text + 1], 0
        while at < end:
            code, size = _code(data, at)
            kind = classes[code]
            if not kind & _BEGINS:
                at, place = at + size, place + 1
                continue
            stop, form = _plain(data, at, end)
            length = stop - at
            if form == 0:
                stop = _word(data, at, end, classes)
                length, form = _characters(data, at, stop), _form(data, at, stop, classes)
            starts[count], ends[count], forms[count] = place, place + length, form
            shapes[count] = 0 if not kind & LOWER else 2 if length <= SHORT_LETTERS else 1
            count += 1
            at, place = stop, place + length
        firsts[text + 1] = count
    found = starts[:count].copy(), ends[:count].copy(), forms[:count].copy()
    return found[0], found[1], found[2], shapes[:count].copy(), firsts


@jit
def _code(data: Bytes, at: int) -> tuple[np.int64, int]:
    """The character at a byte, and how many bytes it takes."""
    lead = np.int64(data[at])
    if lead < 0x80:
        return lead, 1
    if lead < 0xE0:
        return (lead & 0x1F) << 6 | (data[at + 1] & 0x3F), 2
    if lead < 0xF0:
        return (lead & 0x0F) << 12 | (data[at + 1] & 0x3F) << 6 | (data[at + 2] & 0x3F), 3
    high = (lead & 0x07) << 18 | (data[at + 1] & 0x3F) << 12
    return high | (data[at + 2] & 0x3F) << 6 | (data[at + 3] & 0x3F), 4


@jit
def _run(data: Bytes, at: int, end: int, classes: Classes, kind: int) -> int:
    """One past the last of the characters of this kind that begin at `at`."""
    while at < end:
        code, size = _code(data, at)
        if not classes[code] & kind:
            break
        at += size
    return at


@jit
def _plain(data: Bytes, at: int, end: int) -> tuple[int, np.int64]:
    """The end and form of a word of ASCII letters with a plain end: most words; form 0 for any other."""
    value, stop = _SEED, at
    while stop < end:
        sign = _LOWERED[data[stop]]
        if sign <= _OTHER:
            break
        value = (value ^ np.uint64(sign)) * _PRIME
        stop += 1
    alone = stop == at + 1 and stop < end and data[stop] == _POINT  # may open an acronym
    plain = stop > at and not alone and (stop == end or _LOWERED[data[stop]] == _NONE)
    return stop, _finished(value) if plain else np.int64(0)


@jit
def _finished(value: np.uint64) -> np.int64:
    return max(np.int64((value ^ (value >> _HALF)) >> _ONE), np.int64(1))


@jit
def _word(data: Bytes, at: int, end: int, classes: Classes) -> int:
    """One past the word that begins here; the order of the cases is that of the pattern."""
    stop = _pointed(data, at, end, classes)
    if stop > at:
        return stop
    stop = _figure(data, at, end, classes)
    if stop > at:
        return stop
    code, size = _code(data, at)
    if classes[code] & SOLID:
        return _run(data, at + size, end, classes, MARK)
    if not classes[code] & PART:
        return at + size  # a sign
    stop = _run(data, at, end, classes, PART)
    while stop < end:
        code, size = _code(data, stop)
        more = _run(data, stop + size, end, classes, PART)
        if not classes[code] & TICK or more == stop + size:
            break
        stop = more
    return stop


@jit
def _pointed(data: Bytes, at: int, end: int, classes: Classes) -> int:
    """One past an acronym with points (U.S., p.m.), `at` if none begins here."""
    stop, points = at, 0
    while stop < end:
        code, size = _code(data, stop)
        if not classes[code] & LETTER or stop + size >= end or data[stop + size] != _POINT:
            break
        stop, points = stop + size + 1, points + 1
    if points < 2:
        return at
    if stop < end:
        code, size = _code(data, stop)
        after = stop + size
        if classes[code] & LETTER and (after >= end or not classes[_code(data, after)[0]] & WORDLY):
            return after
    return stop


@jit
def _figure(data: Bytes, at: int, end: int, classes: Classes) -> int:
    """One past a number with separators, `at` if none begins here."""
    stop, groups = _run(data, at, end, classes, DIGIT), 0
    if stop == at:
        return at
    while stop < end and (data[stop] == _POINT or data[stop] == _COMMA or data[stop] == _COLON):
        more = _run(data, stop + 1, end, classes, DIGIT)
        if more == stop + 1:
            break
        stop, groups = more, groups + 1
    return _run(data, stop, end, classes, PART) if groups else at


@jit
def _characters(data: Bytes, at: int, stop: int) -> int:
    count = 0
    for byte in range(at, stop):
        count += (data[byte] & 0xC0) != 0x80
    return count


@jit
def _form(data: Bytes, at: int, stop: int, classes: Classes) -> np.int64:
    """The form of a word in ASCII, with any apostrophe; 0 for other words."""
    pointed = classes[data[at]] & LETTER and at + 1 < stop and data[at + 1] == _POINT
    value = _SEED
    while at < stop:
        byte = data[at]
        if byte >= 0x80:
            code, size = _code(data, at)
            if pointed or not classes[code] & TICK:  # between points a tick is a letter
                return np.int64(0)
            at, byte = at + size - 1, np.uint8(_APOSTROPHE)
        elif 65 <= byte <= 90:
            byte = np.uint8(byte + 32)
        at += 1
        if not (pointed and byte == _POINT):
            value = (value ^ np.uint64(byte)) * _PRIME
    return _finished(value)
