"""The things that flow through retold, from an article to a claim.

Frozen, small, and without behaviour beyond questions about themselves.
Offsets are Python `str` positions in `Article.text`; spans are half-open.
`support` is a probability between 0 and 1.
Wide things (words, tokens, pairs) live in `retold.tables` as flat arrays.
"""

from __future__ import annotations

from retold.model.alignments import AlignedBlock, AlignedPair
from retold.model.answers import Comparison, Relation, Reuse, ReuseLabel, Standing
from retold.model.articles import Article, SetAside, When
from retold.model.changes import Change, ChangeKind, Weight
from retold.model.claims import Claim, Variant
from retold.model.lineage import Collation, Derivation, Lineage, Move, Node, OutsideSource, Story
from retold.model.news import News, NewVersion
from retold.model.records import StoryRecord
from retold.model.spans import Evidence, Passage, PassageKind, Quote, Span
from retold.model.statements import Credit, CreditRole, DateMention, Party, Statement, StatementKind

__all__ = [
    "AlignedBlock",
    "AlignedPair",
    "Article",
    "Change",
    "ChangeKind",
    "Claim",
    "Collation",
    "Comparison",
    "Credit",
    "CreditRole",
    "DateMention",
    "Derivation",
    "Evidence",
    "Lineage",
    "Move",
    "NewVersion",
    "News",
    "Node",
    "OutsideSource",
    "Party",
    "Passage",
    "PassageKind",
    "Quote",
    "Relation",
    "Reuse",
    "ReuseLabel",
    "SetAside",
    "Span",
    "Standing",
    "Statement",
    "StatementKind",
    "Story",
    "StoryRecord",
    "Variant",
    "Weight",
    "When",
]
