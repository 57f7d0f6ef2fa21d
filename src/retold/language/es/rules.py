"""What of Spanish is a rule: how regular verbs are inflected and which endings a word sheds."""

from __future__ import annotations

from functools import lru_cache

from retold.language.stems import without_ending

_ENDINGS = (
    "aciones",
    "ación",
    "aron",
    "aban",
    "ando",
    "aba",
    "ado",
    "ada",
    "ados",
    "adas",
    "ar",
    "os",
    "as",
    "es",
    "o",
    "a",
    "e",
    "s",
)


def inflected(base: str) -> tuple[str, ...]:
    """Present, past, imperfect and future of a regular verb, third person, and its participles.

    >>> inflected("explicar")[:4], inflected("responder")[2:4]
    (('explica', 'explican', 'explicó', 'explicaron'), ('respondió', 'respondieron'))
    """
    root = base[:-2]
    if base.endswith("ar"):
        return (
            f"{root}a", f"{root}an", f"{root}ó", f"{root}aron", f"{root}aba", f"{root}aban", f"{root}ará",
            f"{root}ado", f"{root}ando",
        )  # fmt: skip
    return (
        f"{root}e", f"{root}en", f"{root}ió", f"{root}ieron", f"{root}ía", f"{root}ían", f"{base}á",
        f"{root}ido", f"{root}iendo",
    )  # fmt: skip


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A folded word without its ending.

    >>> stem("trabajadores"), stem("heridas"), stem("explicaron")
    ('trabajador', 'herid', 'explic')
    """
    return without_ending(word, _ENDINGS)
