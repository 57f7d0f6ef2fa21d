"""Why a version stands where it does, on the terminal: every tie that leads to it, with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console

from retold.errors import InputError
from retold.messages import N_, _
from retold.model import Node
from retold.report import printed
from retold.views import index, safe, summary, wording
from retold.views.index import Index

if TYPE_CHECKING:
    from retold.archive.store import Trace


def explain(trace: Trace, name: str, console: Console) -> None:
    """Print the evidence for one version's place.

    `name` is its id, its label, its outlet or the name of an unseen source. Raises `InputError` for a name
    that nobody has, and for one that several have.
    """
    meant: dict[str, tuple[Node, Index, str]] = {}
    for part in summary.parts(trace, [one.id for one in trace.stories]):
        found = index.of_trace(part)
        for story, lineage in found.lineages.items():
            for node in lineage.nodes:
                if found.label(node.id).casefold() == name.casefold() or node.id == name:
                    _explain(node, found, story, console)
                    return
                if _meant(node, name, found):
                    meant.setdefault(found.label(node.id), (node, found, story))
    if len(meant) == 1:
        _explain(*next(iter(meant.values())), console)
        return
    if meant:
        raise InputError(
            N_("{count} versions go by the name {name!r}").format(count=len(meant), name=safe.text(name)),
            N_("name one of them: {names}").format(names=", ".join(meant)),
        )
    known = ", ".join(safe.ends(article.id, 40) for article in trace.articles[:6])
    cause = N_("no version {name!r} in this trace").format(name=safe.text(name))
    raise InputError(cause, N_("name one of them, such as {known}").format(known=known))


def _meant(node: Node, name: str, found: Index) -> bool:
    article = found.articles.get(node.id)
    names = (node.name, article.outlet if article else None)
    return name.casefold() in {one.casefold() for one in names if one}


def _explain(node: Node, found: Index, story: str, console: Console) -> None:
    lineage = found.lineage(story)
    printed.say(console, found.label(node.id), printed.HEAD)
    if not node.seen:
        printed.say(
            console,
            _("A source that is not in this pile ({percent}).").format(percent=wording.percent(node.support)),
        )
    _reasons(summary.reasons(node.evidence, found), console)
    ties = summary.ties(found, lineage, node.id)
    for edge, how in ties:
        words = _("It {how} ({percent}).").format(how=how, percent=wording.percent(edge.support))
        printed.say(console, words)
        _reasons(summary.reasons(edge.evidence, found), console)
    if not ties:
        printed.say(console, _("Nothing in this pile leads to it: it is an origin."))


def _reasons(reasons: Iterable[summary.Reason], console: Console) -> None:
    """Evidence with its sign: + for, − against."""
    for one in reasons:
        printed.say(console, f"  {one.sign} {one.words}")
