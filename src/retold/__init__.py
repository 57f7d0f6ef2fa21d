"""retold: how each news report was retold, with the evidence.

>>> import retold
>>> a = retold.Article("a", "The ferry sank off the mole, the harbour master said.")
>>> [credit.name for credit in retold.credits(a)]
[]

The functions are loaded on first use, so that importing the package is quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from retold.archive import extending
from retold.model import Article
from retold.settings import Settings
from retold.version import __version__ as __version__

if TYPE_CHECKING:
    from retold.archive.store import Trace, load
    from retold.pipeline import trace
    from retold.questions import collation as collate
    from retold.questions import compare, credits, dates, read, reuse, stemma, stories
    from retold.questions import lineage_of as lineage
    from retold.questions import statements_of as statements

__all__ = [
    "Article", "Settings", "Trace", "collate", "compare", "credits", "dates", "lineage",
    "load", "read", "reuse", "statements", "stemma", "stories", "trace",
]  # fmt: skip

_HOME = {"trace": "pipeline", "Trace": "archive.store", "load": "archive.store"}
_NAME = {"collate": "collation", "lineage": "lineage_of", "statements": "statements_of"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'retold' has no attribute '{name}'")
    return getattr(import_module(f"retold.{_HOME.get(name, 'questions')}"), _NAME.get(name, name))


def _extended(trace: Trace, articles: Any, remove: Sequence[str]) -> Trace:
    from retold import adding

    return adding.of_trace(trace, articles, remove)


extending.by(_extended)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
