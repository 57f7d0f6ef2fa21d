"""Who said what to whom: statements by rules on a dependency parse.

`find` reads one article. Only sentences that need it are parsed: those with a
quotation, a cue, or an occasion. See the modules for the rules:
`segments` (sentences made ready), `frames` (cues and their arguments), `attach`
(quotations to cues), `cast` and `resolve` (who is meant), `occasions`, `reader`.
"""

from __future__ import annotations

import re

from retold import parameters
from retold.model import Statement
from retold.settings import Statements
from retold.steps.statements.lexicon import Lexicon, lexicon
from retold.steps.statements.parser import Parser, parser
from retold.steps.statements.reader import Reader
from retold.steps.statements.segments import Segment, segments
from retold.steps.statements.tree import Tree, tree
from retold.steps.statements.utterance import printed
from retold.tables import Witness

__all__ = ["Parser", "find", "parser"]

_WORD = re.compile(r"[^\W\d_]+")
_P = parameters.of("statements", "statements")
_LEAST = _P.integer("least")


def find(witness: Witness, parser: Parser, settings: Statements) -> list[Statement]:
    """The statements of an article in text order, each named after its place (`ids.statement`).

    A party whose name is not sure enough (`settings.support`) keeps its
    mention and has no name. Furniture is skipped. Never raises on odd text.
    """
    words = lexicon()
    parts = segments(witness, words)
    wanted = [
        n for n, part in enumerate(parts) if _needs_parse(part, words) and not _furniture(witness, part)
    ]
    parses = parser.parse([parts[n].text for n in wanted])
    trees: dict[int, Tree] = {
        n: tree(parts[n], parse, words) for n, parse in zip(wanted, parses, strict=True) if parse.words
    }
    return printed(witness.id, Reader(witness, parts, trees, words).read(), settings)


def _needs_parse(part: Segment, words: Lexicon) -> bool:
    """Whether a sentence may tell speech: a quotation with words around it, a cue, or an occasion."""
    if part.bare or len(part.text) < _LEAST:
        return False
    if part.quotes or part.text.rstrip().endswith(":"):
        return True
    lower = {word.lower() for word in _WORD.findall(part.text)}
    cues = any(not verb.weak for word in lower if (verb := words.verbs.get(word)) is not None)
    if cues or "according" in lower or ("that" in lower and lower & words.nouns.keys()):
        return True
    placed = lower & words.platforms and lower & words.verbs.keys()
    return bool(placed or (lower & words.occasions and lower & words.leads))


def _furniture(witness: Witness, part: Segment) -> bool:
    return any(one.start <= part.start and part.end <= one.end for one in witness.furniture)
