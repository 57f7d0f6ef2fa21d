"""Stands in for the language's parser until its callers are handed a language."""

from retold.language.en.parser import SpacyParser, parser
from retold.language.parsing import Parse, Parser

__all__ = ["Parse", "Parser", "SpacyParser", "parser"]
