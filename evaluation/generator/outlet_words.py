"""What outlets do to words: spellings, synonyms, loaded words, hedges and reporting verbs."""

from __future__ import annotations

from evaluation.generator.word_lists import read, rows, strings

# Either spelling of a word: (British, American).
SPELLING = {word: (pair[0], pair[1]) for pair in rows("words", "spelling") for word in pair}
# A word: all that may stand for each other, itself included.
SYNONYMS = {word: tuple(line) for line in rows("words", "synonyms") for word in line}
LOADED_BEFORE = strings("words", "loaded_before")
LOADED_FOR: dict[str, list[str]] = read("words")["loaded_for"]
HEDGES = [*strings("words", "hedges"), *strings("words", "hedge_phrases")]
ABBREVIATIONS: dict[str, list[str]] = read("words")["abbreviations"]
CUES: dict[str, list[str]] = read("words")["cues"]
CUE_SWAPS: dict[str, list[str]] = read("words")["cue_swaps"]
