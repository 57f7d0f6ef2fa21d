"""How sure a statement of a parsed sentence is."""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters
from retold.model import StatementKind
from retold.steps.statements import certainty
from retold.steps.statements.attach import Link
from retold.steps.statements.doubtful import is_doubtful
from retold.steps.statements.frames import Frame
from retold.steps.statements.tree import Tree
from retold.steps.statements.utterance import Who

_P = parameters.of("statements", "reader")
_SIGNED, _LOOSE = _P.number("signed"), _P.number("loose")
_DENIED, _DOUBTFUL = _P.number("denied"), _P.number("doubtful")
_INDIRECT, _ACT = _P.number("indirect"), _P.number("act")  # without quoted words


def of(tree: Tree, frame: Frame, links: Sequence[Link], kind: StatementKind, who: Who | None) -> float:
    """The support of a statement: by its quotations, or by what the parse shows where it has none.

    Less where the text denies or supposes it. `links` are the quotations that belong to it.
    """
    if frame.denied:
        return _DENIED
    if frame.signs and _is_person(who):
        return _SIGNED
    if kind == "act":
        return max((link.support for link in links), default=_ACT)
    sure = max(link.support for link in links) if links else _plain(tree, frame)
    return min(sure, _DOUBTFUL) if is_doubtful(tree, frame, kind, who) else sure


def _plain(tree: Tree, frame: Frame) -> float:
    """The support of words without a quotation."""
    found = certainty.marks(tree, frame)
    sure = _INDIRECT if found is None else certainty.of_statement(found)
    return min(sure, _LOOSE) if frame.misread else sure


def _is_person(who: Who | None) -> bool:
    return who is not None and who.meant.entity is not None and who.meant.entity.person
