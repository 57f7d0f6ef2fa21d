"""Wide things: words, tokens, alignments and pairs as flat numpy arrays.

A 500-word article costs about 6 KiB here and 100 KiB as word objects.
All offsets are characters of `Article.text` unless a comment says words.
"""

from __future__ import annotations

from retold.tables.corpus import Bags, Edges, Grams, Pairs, Ties
from retold.tables.generation import Bars, Generation, Recurring, Weights
from retold.tables.tokens import Tokens
from retold.tables.witness import MISSING, NOTHING, Alignment, Block, Grid, Witness
from retold.tables.words import SHAPES, Hashes, Ints, ManyWords, Words

__all__ = [
    "MISSING",
    "NOTHING",
    "SHAPES",
    "Alignment",
    "Bags",
    "Bars",
    "Block",
    "Edges",
    "Generation",
    "Grams",
    "Grid",
    "Hashes",
    "Ints",
    "ManyWords",
    "Pairs",
    "Recurring",
    "Ties",
    "Tokens",
    "Weights",
    "Witness",
    "Words",
]
