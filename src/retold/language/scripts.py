"""Signs of scripts: those written without spaces, as pieces of a regular expression, and small letters."""

from __future__ import annotations

import re

SOLID = (  # a sign with its marks is a word
    "\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6\u1000-\u102a\u1780-\u17b3"
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
SOLID_MARKS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
)

_SOLID_SIGN = re.compile(f"[{SOLID}]")


def is_small(sign: str) -> bool:
    """Whether a sign is a letter that makes no name of its word: in lower case, or of a script without case.

    Signs of scripts without spaces are none: one alone says too little.

    >>> is_small("q"), is_small("Q"), is_small("ب"), is_small("港"), is_small("7")
    (True, False, True, False, False)
    """
    if sign.isascii():
        return sign.islower()
    caseless = sign.isalpha() and sign == sign.upper() and _SOLID_SIGN.match(sign) is None
    return sign.islower() or (caseless and not sign.istitle())
