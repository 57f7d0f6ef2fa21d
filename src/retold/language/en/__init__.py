"""English: its lists lie in this folder, its rules in `rules`, its parser in `parser`."""

from __future__ import annotations

from retold.language.base import Rules
from retold.language.en.parser import parser
from retold.language.en.rules import inflected, stem

RULES = Rules(stem=stem, inflected=inflected, parser=parser)
