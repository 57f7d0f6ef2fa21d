"""How often a reported change is right, by kind and by the sign it was found by: a fitted table.

The numbers stand in `parameters/changes.toml` under `[supports]`, each with the size of its sample;
`python -m evaluation.fit.changes` fits them anew from labelled pairs.
"""

from __future__ import annotations

from retold import parameters
from retold.model import ChangeKind

_RATES = parameters.of("changes", "supports").table()


def support_of(kind: ChangeKind, sign: str = "") -> float:
    """The rate at which a reported change of this kind, found by this sign, is right.

    Raises `KeyError` for a kind without a row; a sign without a row of its own has its kind's.
    """
    return _RATES.get(f"{kind}_{sign.replace(' ', '_')}", _RATES[kind])
