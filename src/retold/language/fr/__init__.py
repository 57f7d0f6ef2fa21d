"""French: its lists lie in this folder, its rules in `rules`; speech is read by patterns."""

from __future__ import annotations

from retold.language.base import Rules
from retold.language.fr.rules import inflected, stem

RULES = Rules(stem=stem, inflected=inflected)
