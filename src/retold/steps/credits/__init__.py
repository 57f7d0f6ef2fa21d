"""Credits: the words of an article that name where its report came from.

Datelines, bylines, footers, licence lines and "according to <outlet>" are told by expressions that are data
(`language/LANGUAGE/credits.toml`); names by the gazetteer of agencies and outlets, or by their form.
"""

from __future__ import annotations

from retold.steps.credits.find import find

__all__ = ["find"]
