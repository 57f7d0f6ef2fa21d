"""Invented news stories with a known lineage and a known list of changes: grammars, edits and the truth.

    generator.story(7)                 # one story with everything that is known of it
    generator.corpus(7, 3, 10)         # three stories among ten unrelated reports

This package judges retold and shares no code, lexicon or pattern with it.
"""

from __future__ import annotations

from evaluation.generator.ground_truth import Planted
from evaluation.generator.stories import SyntheticCorpus, SyntheticStory, corpus, story
from evaluation.generator.true_statements import TrueClaim, TrueStatement

__all__ = ["Planted", "SyntheticCorpus", "SyntheticStory", "TrueClaim", "TrueStatement", "corpus", "story"]
