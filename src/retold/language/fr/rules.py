"""What of French is a rule: how regular verbs are inflected and which endings a word sheds."""

from __future__ import annotations

from functools import lru_cache

from retold.language.stems import without_ending

_ENDINGS = ("aient", "ements", "ement", "ées", "ée", "és", "é", "ait", "ent", "es", "er", "e", "s", "x")


def inflected(base: str) -> tuple[str, ...]:
    """Present, imperfect, past and future of a regular verb, third person, and its participles.

    >>> inflected("annoncer")[:4], inflected("réagir")[:3]
    (('annonce', 'annoncent', 'annonçait', 'annonça'), ('réagit', 'réagissent', 'réagissait'))
    """
    root = base[:-2]
    if base.endswith("ir"):
        return (
            f"{root}it",
            f"{root}issent",
            f"{root}issait",
            f"{root}irent",
            f"{root}ira",
            f"{root}i",
            f"{root}ie",
            f"{root}issant",
        )
    soft = root[:-1] + "ç" if root.endswith("c") else root + "e" if root.endswith("g") else root
    third = root.removesuffix("él") + "èl" if root.endswith("él") else root
    third = third.removesuffix("ét") + "èt" if third.endswith("ét") else third
    third = third.removesuffix("pel") + "pell" if third.endswith("pel") else third
    return (
        f"{third}e", f"{third}ent", f"{soft}ait", f"{soft}a", f"{root}èrent", f"{third}era", f"{root}é",
        f"{root}ée", f"{soft}ant",
    )  # fmt: skip


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A folded word without its ending and its elided article.

    >>> stem("l'ouvrier"), stem("ouvrières"), stem("annoncée")
    ('ouvri', 'ouvrièr', 'annonc')
    """
    bare = word.partition("'")[2] or word
    return without_ending(bare, _ENDINGS)
