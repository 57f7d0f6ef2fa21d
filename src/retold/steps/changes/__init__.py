"""What a retelling changed: each change of exactly one kind, with its places and its reason.

    changes.find(alignment, statements, edge, settings.changes)
    changes.settled(found, lineage, pairs)   of copies of a source that nobody holds: against it

The alignment sets the smallest units apart; finders propose what each is, kind by kind
(`kinds.TABLE`), and the first that fits gets its words (`arbiter`). What is left of the unit is
asked again. Headlines are versions too (`headlines`).
The order is the contract's but for one thing: a unit that says the same in another
spelling, or that is a slip of the pen, is one before anybody calls it an altered quotation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retold.model import Change, Derivation, Statement
from retold.settings import Changes
from retold.steps.changes import arbiter, headlines, units
from retold.steps.changes.evidence import Ends, changes_of
from retold.steps.changes.finders.typography import grouped_by_habit
from retold.steps.changes.material import material_of
from retold.steps.changes.unseen import settled
from retold.tables import Alignment

__all__ = ["find", "settled"]


def find(
    alignment: Alignment,
    statements: Mapping[str, Sequence[Statement]],
    edge: Derivation | None,
    settings: Changes,
    story: str = "",
) -> list[Change]:
    """All changes between two versions, in the order of the source's text.

    `edge` joins the two, in either order and directed or not; without one they
    are siblings of an unseen source and the smaller id counts as the source.
    `statements` may lack either article: then no attribution is judged.
    Raises `ValueError` when the edge joins other articles.
    """
    alignment = _turned(alignment, edge)
    ends = Ends(story, alignment.a.id, alignment.b.id, edge)
    pair = units.prepared(alignment, ends.directed)
    said = (tuple(statements.get(ends.source, ())), tuple(statements.get(ends.copy, ())))
    accepted = arbiter.settled(material_of(pair, said, settings))
    titles = headlines.changed_headlines(alignment.a.article, alignment.b.article, pair.language, said)
    return changes_of([*grouped_by_habit(accepted), *titles], ends)


def _turned(alignment: Alignment, edge: Derivation | None) -> Alignment:
    """The alignment with the source as `a`."""
    ids = (alignment.a.id, alignment.b.id)
    if edge is None:
        return alignment if ids[0] <= ids[1] else alignment.turned()
    if {edge.source, edge.copy} != set(ids):
        raise ValueError(f"the edge {edge.id} does not join {ids[0]} and {ids[1]}")
    return alignment if edge.source == ids[0] else alignment.turned()
