"""A trace, or an answer to one question, on the terminal.

Sober on purpose: it reads the same without colour and in 80 columns.
A filled dot is a version that was given, a hollow one a source nobody
holds; a question mark says that nothing tells which way the text went.
Everything from an article comes through `safe` and is printed as `rich.text.Text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from retold.errors import InputError
from retold.model import Article, Comparison, Derivation, Lineage, Node, Reuse, SetAside, Statement, Story
from retold.views import claimed, family, index, safe, said, summary, wording
from retold.views.index import Index

if TYPE_CHECKING:
    from retold.archive.store import Trace

SEEN, UNSEEN = "●", "○"
_HEAD = "bold"
_QUIET = "dim"
_STYLES: dict[wording.Role, str] = {
    "plain": "",
    "quote": "italic",
    "before": "yellow",
    "after": "cyan",
    "name": "bold",
    "where": "",
}
_MOST = {
    "substance": 40,
    "wording": 8,
    "sayings": 14,
    "claims": 10,
    "stories": 5,
    "listed": 40,
    "loners": 5,
    "set_aside": 10,
}


def show(trace: Trace, console: Console, story: str | None = None, why: str | None = None) -> None:
    """Print a trace: every story told more than once, or only `story`.

    With `why`, an article's id, its outlet or the name of an unseen source, print
    instead why it stands where it does. Raises `InputError` for one unknown.
    """
    here = trace if story is None else summary.only(trace, story)
    if why is not None:
        _why(here, why, console)
        return
    whole = summary.overview(here)
    retold = whole.stories if story is None else here.stories
    found = index.of_trace(_shown(here, retold, whole.loners))
    if story is None:
        _say(console, whole.sentence, _QUIET)
    for one in retold[: _MOST["stories"]]:
        _story(summary.of(found, one), found, console)
    if story is None:
        _further(retold[_MOST["stories"] :], found, console)
        _loners(whole.loners, found, console)
        _set_aside(trace.set_aside, console)


def _shown(trace: Trace, retold: Sequence[Story], loners: Sequence[Story]) -> Trace:
    """The part of a trace that a screen shows, so that a stored one is not read whole."""
    names = [one.id for one in retold[: _MOST["stories"] + _MOST["listed"]]]
    return trace.part([*names, *(one.id for one in loners[: _MOST["loners"]])])


def show_comparison(found: Comparison, console: Console) -> None:
    """Print two articles' relation, what they share, what differs and who is quoted."""
    looked = index.of_comparison(found)
    console.print()
    _say(console, " and ".join(looked.label(a.id) for a in (found.a, found.b)), _HEAD)
    for line in wording.comparison_sentences(found, looked):
        _say(console, line)
    _changes(summary.consequences(found.changes, looked), console)
    _sayings(said.of_story(looked, ""), console)


def show_statements(article: Article, statements: Iterable[Statement], console: Console) -> None:
    """Print who said what to whom in one article."""
    found = Index({article.id: article}, {})
    console.print()
    _say(console, safe.short(article.title or article.outlet or article.id, 200), _HEAD)
    lines = said.of_article(statements, found)
    if lines:
        _saying_table(lines, console, versions=False)
    else:
        _say(console, "No statement found.", _QUIET)


def show_lineage(lineage: Lineage, console: Console) -> None:
    """Print a lineage as a tree, with what it rests on."""
    found = Index({}, {}, labels=index.unseen_labels(lineage.nodes))
    counts = index.many(len(lineage.nodes), "version"), index.many(len(lineage.origins), "origin")
    _say(console, ", ".join(counts), _HEAD)
    _tree(family.grow(lineage, found), found, console)
    if lineage.alternatives:
        others = index.many(len(lineage.alternatives), "other lineage")
        _say(console, f"The readings allow {others} as well.", _QUIET)


def show_reuse(found: Reuse, console: Console) -> None:
    """Print how much of an article comes from the sources, with the longest passages."""
    words = {"wholly": "comes wholly from the sources", "partially": "comes partly from the sources",
             "none": "takes nothing from the sources that we can see"}  # fmt: skip
    name = safe.short(found.article.outlet or found.article.id, 60)
    _say(console, f"{name} {words[found.label]}.", _HEAD)
    shares = [f"{label} {wording.percent(share)}" for label, share in found.probabilities.items()]
    _say(console, " · ".join(shares), _QUIET)
    table = _grid(2, 0)
    for passage in sorted(found.passages, key=lambda p: (-len(p.a), p.a.start))[: _MOST["claims"]]:
        table.add_row(Text(passage.kind, _QUIET), Text(safe.short(passage.a.of(found.article.text), 160)),
                      Text(safe.ends(passage.b.article or "", 24), _QUIET))  # fmt: skip
    console.print(Padding(table, (0, 0, 0, 2)))


# ---- one story ----


def _story(one: summary.StorySummary, found: Index, console: Console) -> None:
    console.print()
    console.rule(style=_QUIET)
    _say(console, one.title, _HEAD)
    _say(console, "  ·  ".join(filter(None, (one.counts, one.span))), _QUIET)
    _say(console, one.sentence)
    _heading(console, "Who had it from whom")
    _tree(one.twigs, found, console)
    _changes(one.consequences, console)
    _sayings(said.of_story(found, one.story.id), console)
    _claims(one.claims, console)


def _tree(twigs: Sequence[family.Twig], found: Index, console: Console) -> None:
    """The family, a line a version: what it stands below, its time, what it changed."""
    table = Table.grid(padding=(0, 2, 0, 0))
    width = console.width - 40  # what the times, the counts and the margin leave
    for twig, guide in zip(twigs, family.guides(list(twigs)), strict=True):
        table.add_row(_version(twig, guide, width), Text(twig.published, _QUIET), Text(_changed(twig)))
        for other in twig.others:
            lead = " " * (len(guide) + 2)
            table.add_row(Text(f"{lead}and from {found.label(other.source)}{_doubt(other)}", _QUIET))
    console.print(Padding(table, (0, 0, 0, 2)))


def _version(twig: family.Twig, guide: str, width: int) -> Text:
    """The dot and the name; a tie without direction is dashed and carries a question mark."""
    line = Text(guide if twig.sure else guide[:-1] + "╌", _QUIET, no_wrap=True)
    line.append(f"{SEEN if twig.node.seen else UNSEEN} ", "" if twig.node.seen else "cyan")
    label = safe.short(twig.label, max(12, width - len(guide)))
    line.append(label, "bold" if twig.node.seen else "italic cyan")
    line.append("" if twig.edge is None else _doubt(twig.edge))
    return line


def _doubt(edge: Derivation) -> str:
    return "" if edge.directed else " ?"


def _changed(twig: family.Twig) -> str:
    return f"{twig.substance} of substance" if twig.substance else ""


# ---- what the retellings changed ----


def _changes(changes: summary.Consequences, console: Console) -> None:
    if not len(changes):
        return
    _heading(console, "What differs between the versions")
    _differences(changes.substance, "substance", console)
    _differences(changes.wording, "wording", console)
    if changes.style:
        count = index.many(len(changes.style), "difference")
        _say(console, f"  {count} of spelling and punctuation not shown.", _QUIET)


def _differences(differences: Sequence[summary.Difference], weight: str, console: Console) -> None:
    """Differences of one weight, the kind on the left."""
    if not differences:
        return
    _say(console, f"  {weight.capitalize()}", "underline")
    table = _grid(2, 0)
    width = max(40, min(console.width, 120) - 24)
    last = ""
    for one in differences[: _MOST[weight]]:
        table.add_row(Text("" if one.label == last else one.label, _HEAD), _sentence(one, width), "")
        last = one.label
    console.print(Padding(table, (0, 0, 0, 2)))
    _more(len(differences) - _MOST[weight], console)


def _sentence(one: summary.Difference, width: int) -> Text:
    """A difference in words, with the versions it lies between."""
    line = Text()
    longest = sum(piece.role in ("quote", "before", "after") for piece in one.pieces)
    for piece in one.pieces:
        line.append(wording.shown(piece, width if longest < 2 else width * 2 // 3), _STYLES[piece.role])
    if one.note:
        line.append(f"  {one.note}", _QUIET)
    if one.route:
        line.append(f"  ({one.route})", _QUIET)
    return line


# ---- statements and claims ----


def _sayings(lines: Sequence[said.Saying], console: Console) -> None:
    if not lines:
        return
    _heading(console, "Who said what to whom")
    _saying_table(lines[: _MOST["sayings"]], console, versions=any(one.versions > 1 for one in lines))
    _more(len(lines) - _MOST["sayings"], console)


def _saying_table(lines: Sequence[said.Saying], console: Console, versions: bool) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=_QUIET, show_edge=False)
    table.add_column("who", max_width=22)
    table.add_column("to whom", max_width=18)
    table.add_column("what", ratio=1)
    table.add_column("versions" if versions else "", justify="right")
    for one in lines:
        count = str(one.versions) if versions else ""
        table.add_row(Text(one.speaker or "unsure", _HEAD if one.speaker else _QUIET), Text(one.addressee),
                      _what(one), Text(count))  # fmt: skip
    console.print(Padding(table, (0, 0, 0, 2)))


def _what(one: said.Saying) -> Text:
    """The words, or the bare act, with cue, occasion and day after them."""
    words = safe.short(wording.bare(one.words), 150)
    line = Text(f"“{words}”" if one.statement.kind == "direct" and words else words or one.cue)
    notes = (one.cue if words else "", safe.short(one.occasion, 40), one.when)
    if any(notes):
        line.append(f" [{', '.join(filter(None, notes))}]", _QUIET)
    return line


def _claims(lines: Sequence[claimed.ClaimLine], console: Console) -> None:
    """Claims that more than one version carries, or that versions give differently."""
    shared = [line for line in lines if line.shared]
    if not shared:
        return
    _heading(console, "What the claims rest on")
    table = _grid(0, 0)
    for line in shared[: _MOST["claims"]]:
        table.add_row(Text("≠" if line.disputed else "·"), _claim(line))
    console.print(Padding(table, (0, 0, 0, 2)))
    _more(len(shared) - _MOST["claims"], console)


def _claim(line: claimed.ClaimLine) -> Text:
    who = f"{safe.short(line.speaker, 40)}: " if line.speaker else ""
    text = Text(who, _HEAD)
    text.append(f"“{safe.short(wording.bare(line.words), 80)}” ")
    text.append(claimed.basis(line), _QUIET)
    for reading in line.readings if line.disputed else ():
        text.append("\n  ")
        text.append(claimed.reading_words(line, safe.short(wording.bare(reading.words), 60)), "bold")
        text.append(f" in {wording.names(reading.carriers)}", _QUIET)
    return text


# ---- why ----


def _why(trace: Trace, name: str, console: Console) -> None:
    """The evidence for one version's place, for every tie that leads to it."""
    for part in summary.parts(trace, [one.id for one in trace.stories]):
        found = index.of_trace(part)
        for story, lineage in found.lineages.items():
            node = next((node for node in lineage.nodes if _meant(node, name, found)), None)
            if node is not None:
                _explain(node, found, story, console)
                return
    known = ", ".join(safe.ends(article.id, 40) for article in trace.articles[:6])
    raise InputError(f"no version {safe.text(name)!r} in this trace", f"name one of them, such as {known}")


def _meant(node: Node, name: str, found: Index) -> bool:
    article = found.articles.get(node.id)
    names = (node.id, node.name, found.label(node.id), article.outlet if article else None)
    return name.casefold() in {one.casefold() for one in names if one}


def _explain(node: Node, found: Index, story: str, console: Console) -> None:
    lineage = found.lineage(story)
    _say(console, found.label(node.id), _HEAD)
    if not node.seen:
        _say(console, f"A source that is not in this pile ({wording.percent(node.support)}).")
    _reasons(summary.reasons(node.evidence), console)
    edges = [e for e in lineage.derivations if e.copy == node.id or (e.source == node.id and not e.directed)]
    for edge in edges:
        other = found.label(edge.source if edge.copy == node.id else edge.copy)
        how = f"took text from {other}" if edge.directed else f"shares text with {other}; which way is unsure"
        _say(console, f"It {how} ({wording.percent(edge.support)}).")
        _reasons(summary.reasons(edge.evidence), console)
    if not edges:
        _say(console, "Nothing in this pile leads to it: it is an origin.")


def _reasons(reasons: Iterable[summary.Reason], console: Console) -> None:
    """Evidence with its sign: + for, − against."""
    for one in reasons:
        _say(console, f"  {one.sign} {one.words}")


# ---- the rest ----


def _further(stories: Sequence[Story], found: Index, console: Console) -> None:
    """Stories beyond the first few: one line each, with the id that `retold show` takes."""
    if not stories:
        return
    _heading(console, f"{index.many(len(stories), 'more story', 'more stories')}")
    for one in stories[: _MOST["listed"]]:
        line = f"  {safe.text(one.id)}  {summary.title(found, one)} ({summary.counts(found, one)})"
        _say(console, line)
    _more(len(stories) - _MOST["listed"], console)
    _say(console, "  `retold show TRACE STORY` shows one; a page made with --html shows all.", _QUIET)


def _loners(loners: Sequence[Story], found: Index, console: Console) -> None:
    if not loners:
        return
    console.print()
    _say(console, f"{index.many(len(loners), 'article')} with no other version in this pile.", _QUIET)
    for one in loners[: _MOST["loners"]]:
        _say(
            console,
            f"  {SEEN} {found.label(one.articles[0])}: {safe.short(summary.title(found, one), 60)}",
            _QUIET,
        )
    _more(len(loners) - _MOST["loners"], console)


def _set_aside(notes: Sequence[SetAside], console: Console) -> None:
    if not notes:
        return
    console.print()
    _say(console, f"{index.many(len(notes), 'note')} on what was set aside:", _QUIET)
    for note in notes[: _MOST["set_aside"]]:
        _say(console, f"  {safe.short(str(note), 300)}", _QUIET)
    _more(len(notes) - _MOST["set_aside"], console)


def _heading(console: Console, words: str) -> None:
    console.print()
    _say(console, words, _HEAD)


def _more(count: int, console: Console) -> None:
    if count > 0:
        _say(console, f"  … and {count} more", _QUIET)


def _say(console: Console, words: str, style: str = "") -> None:
    """One line of prose, wrapped with its indent kept."""
    if words:
        indent = len(words) - len(words.lstrip())
        console.print(Padding(Text(words.strip(), style), (0, 0, 0, indent), expand=False))


def _grid(*padding: int) -> Table:
    """A table without lines: a column for each padding, then one more that takes what is left."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in padding:
        table.add_column(no_wrap=False)
    table.add_column(ratio=1)
    return table
