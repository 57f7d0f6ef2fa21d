"""Who said what to whom: statements by rules on a dependency parse.

`find` reads one article. Only sentences that need it are parsed: those with a
quotation, a cue, or an occasion. See the modules for the rules:
`segments` (sentences made ready), `frames` (cues and their arguments), `attach`
(quotations to cues), `unattributed` (quotations without a cue), `addressees`,
`entities` and `resolve` (who is meant), `occasions` and `context`, `reader`.
What is known of a language is asked of `Witness.language`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from retold import parameters
from retold.language.parsing import Parser
from retold.model import Statement
from retold.settings import Statements
from retold.steps.statements.lexicon import Lexicon, lexicon_of
from retold.steps.statements.patterned.asides import without_asides
from retold.steps.statements.patterned.reader import PatternReader
from retold.steps.statements.reader import Reader
from retold.steps.statements.segments import Segment, segments
from retold.steps.statements.tree import Tree, tree
from retold.steps.statements.utterance import Utterance, printed, sound
from retold.tables import Witness

__all__ = ["find", "utterances"]

_WORD = re.compile(r"[^\W\d_]+")
_P = parameters.of("statements", "statements")
_LEAST = _P.integer("least")


def find(witness: Witness, parser: Parser | None, settings: Statements) -> list[Statement]:
    """The statements of an article in text order, each named after its place (`ids.statement`).

    `parser` is that of the article's language; None loads the language's own. A party whose name is
    not sure enough (`settings.support`) keeps its mention and has no name. Furniture is skipped. In a
    language of which speech is known and no parser it is read by patterns (`patterned`); where neither is
    known nothing is found. Never raises on odd text.
    """
    return printed(witness.id, utterances(witness, parser), settings)


def utterances(witness: Witness, parser: Parser | None) -> list[Utterance]:
    """The same before they are printed, with the marks by which they were judged."""
    words, load = lexicon_of(witness.language), witness.language.rules.parser
    if words is None:
        return []
    patterns = witness.language.patterns
    if patterns is not None and load is None:
        witness = without_asides(witness, words.speech, patterns)
    parts = segments(witness, words)
    if parser is None and load is None:
        if patterns is None:
            return []
        return PatternReader(witness, parts, witness.language, (words, patterns)).read()
    wanted = [n for n, part in enumerate(parts) if _needs_parse(part, words)]
    if wanted and parser is None and load is not None:
        parser = load()
    parses = parser.parse([parts[n].text for n in wanted]) if parser is not None else []
    trees: dict[int, Tree] = {
        n: tree(parts[n], parse, words) for n, parse in zip(wanted, parses, strict=True) if parse.words
    }
    return sound(Reader(witness, parts, trees, words).read(), witness.article.text)


def _leads_to_clause(text: str, words: Lexicon) -> bool:
    """Whether a verb that seldom tells speech has a clause behind it: ruled that, found that."""
    forms = [word.lower() for word in _WORD.findall(text)]
    return any(b in words.grammar.clause and a in words.speech.verbs for a, b in pairwise(forms))


def _closes_with_cue(text: str, words: Lexicon) -> bool:
    """Whether a verb that seldom tells speech ends a sentence behind a comma: …, a survey has found."""
    told, comma, behind = text.rpartition(",")
    forms = [word.lower() for word in _WORD.findall(behind)]
    return bool(told and comma and forms[1:]) and forms[-1] in words.speech.verbs


def _needs_parse(part: Segment, words: Lexicon) -> bool:
    """Whether a sentence may tell speech: a quotation with words around it, a cue, or an occasion."""
    if part.bare or len(part.text) < _LEAST:
        return False
    if part.quotes or part.text.rstrip().endswith(":"):
        return True
    speech, lower = words.speech, {word.lower() for word in _WORD.findall(part.text)}
    cues = any(not verb.weak for word in lower if (verb := speech.verbs.get(word)) is not None)
    cues = cues or _leads_to_clause(part.text, words) or _closes_with_cue(part.text, words)
    if cues or lower & speech.telling or (lower & words.grammar.clause and lower & speech.nouns.keys()):
        return True
    placed = lower & speech.platforms and lower & speech.verbs.keys()
    return bool(placed or (lower & speech.occasions and lower & speech.leads))
