"""A trace, or an answer to one question, on the terminal.

Sober on purpose: it reads the same without colour and in 80 columns.
A filled dot is a version that was given, a hollow one a source nobody
holds; a question mark says that nothing tells which way the text went.
Everything from an article comes through `safe` and is printed as `rich.text.Text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from retold.messages import N_, _, many
from retold.model import Article, Comparison, Derivation, Lineage, Reuse, SetAside, Statement, Story
from retold.report import differing, printed
from retold.report import why as why_view
from retold.views import (
    claimed,
    decided,
    excerpts,
    family,
    findings,
    index,
    kept,
    notices,
    safe,
    said,
    summary,
    wording,
)
from retold.views.index import Index
from retold.views.notices import Notice

if TYPE_CHECKING:
    from retold.archive.store import Trace

SEEN, UNSEEN = "●", "○"
_MOST = {
    "sayings": 8,
    "claims": 6,
    "stories": 5,
    "listed": 40,
    "loners": 5,
    "set_aside": 10,
    "passages": 10,
}
_ALL = dict.fromkeys(_MOST, 100_000)
_REUSE = {"wholly": N_("wholly"), "partially": N_("partially"), "none": N_("none")}
_PASSAGE = {"verbatim": N_("verbatim"), "reworded": N_("reworded")}


def show(
    trace: Trace, console: Console, story: str | None = None, why: str | None = None, full: bool = False
) -> None:
    """Print a trace: every story told more than once, or only `story`; with `full` every difference of each.

    With `why`, an article's id, its outlet or the name of an unseen source, print
    instead why it stands where it does. Raises `InputError` for one unknown, or of which there are several.
    """
    here = trace if story is None else summary.only(trace, story)
    if why is not None:
        why_view.explain(here, why, console)
        return
    whole = summary.overview(here)
    retold = whole.stories if story is None else here.stories
    found = index.of_trace(_shown(here, retold, whole.loners))
    if story is None:
        printed.say(console, whole.sentence, printed.QUIET)
        printed.say(console, decided.sentence(trace), printed.QUIET)
    killed = notices.withdrawing(trace.set_aside)
    for number, one in enumerate(retold[: _MOST["stories"]], 1):
        shown = _Shown(summary.of(found, one), notices.of_story(found, one, killed))
        _story(shown, found, console, number if len(retold) > 1 else 0, full)
    if story is None:
        _further(retold[_MOST["stories"] :], found, console)
        _loners(whole.loners, found, console)
        _set_aside(trace.set_aside, console)


def _shown(trace: Trace, retold: Sequence[Story], loners: Sequence[Story]) -> Trace:
    """The part of a trace that a screen shows, so that a stored one is not read whole."""
    names = [one.id for one in retold[: _MOST["stories"] + _MOST["listed"]]]
    return trace.part([*names, *(one.id for one in loners[: _MOST["loners"]])])


def show_comparison(found: Comparison, console: Console, full: bool = False) -> None:
    """Print two articles' relation, what they share, what differs and who is quoted."""
    looked = index.of_comparison(found)
    every = findings.of_loci(summary.of(looked, looked.stories[""]).loci, looked)
    console.print()
    printed.say(
        console,
        wording.names(tuple(safe.isolated(looked.label(a.id)) for a in (found.a, found.b))),
        printed.HEAD,
    )
    for line in wording.comparison_sentences(found, looked):
        printed.say(console, line)
    _notices(notices.of_story(looked, looked.stories[""]), console)
    printed.say(console, findings.differences(every))
    differing.show(every, console, full)
    _sayings(said.of_story(looked, ""), console, full)


def show_statements(article: Article, statements: Iterable[Statement], console: Console) -> None:
    """Print who said what to whom in one article."""
    found = Index({article.id: article}, {})
    console.print()
    printed.say(
        console, safe.isolated(safe.short(article.title or article.outlet or article.id, 200)), printed.HEAD
    )
    lines = said.of_article(statements, found)
    if lines:
        _saying_table(lines, console, versions=False)
    else:
        printed.say(console, _("No statement found."), printed.QUIET)


def show_lineage(lineage: Lineage, console: Console) -> None:
    """Print a lineage as a tree, with what it rests on."""
    found = Index({}, {}, labels=index.unseen_labels(lineage.nodes))
    counts = (
        many(len(lineage.nodes), "{count:,} version", "{count:,} versions"),
        many(len(lineage.origins), "{count:,} origin", "{count:,} origins"),
    )
    printed.say(console, ", ".join(counts), printed.HEAD)
    _tree(family.grow(lineage, found), found, console)
    if lineage.alternatives:
        others = many(
            len(lineage.alternatives),
            "The readings allow {count:,} other lineage as well.",
            "The readings allow {count:,} other lineages as well.",
        )
        printed.say(console, others, printed.QUIET)


def show_reuse(found: Reuse, console: Console) -> None:
    """Print how much of an article comes from the sources, with the longest passages."""
    words = {
        "wholly": _("{name} comes wholly from the sources."),
        "partially": _("{name} comes partly from the sources."),
        "none": _("{name} takes nothing from the sources that we can see."),
    }
    name = safe.short(found.article.outlet or found.article.id, 60)
    printed.say(console, words[found.label].format(name=name), printed.HEAD)
    shares = [f"{_(_REUSE[label])} {wording.percent(share)}" for label, share in found.probabilities.items()]
    printed.say(console, " · ".join(shares), printed.QUIET)
    table = printed.grid(2, 0)
    for passage in sorted(found.passages, key=lambda p: (-len(p.a), p.a.start))[: _MOST["passages"]]:
        shown = Text(safe.short(passage.a.of(found.article.text), 160))
        source = Text(safe.ends(passage.b.article or "", 24), printed.QUIET)
        table.add_row(Text(_(_PASSAGE[passage.kind]), printed.QUIET), shown, source)
    console.print(Padding(table, (0, 0, 0, 2)))


# ---- one story ----


@dataclass(frozen=True, slots=True)
class _Shown:
    """A story, and what outlets withdrew or corrected in it."""

    summary: summary.StorySummary
    notices: Sequence[Notice]


def _story(shown: _Shown, found: Index, console: Console, number: int = 0, full: bool = False) -> None:
    one = shown.summary
    every = findings.of_loci(one.loci, found)
    console.print()
    console.rule(style=printed.QUIET)
    printed.say(console, f"{number}  {one.title}" if number else one.title, printed.HEAD)
    printed.say(console, one.kicker, printed.QUIET)
    _notices(shown.notices, console)
    printed.say(console, " ".join(filter(None, (one.sentence, findings.differences(every)))))
    differing.show(every, console, full)
    printed.heading(console, _("Who had it from whom"))
    _tree(one.twigs, found, console)
    _pieces(one.pieces, console)
    _sayings(said.of_story(found, one.story.id), console, full)
    _claims(one.claims, console, full)


def _notices(every: Iterable[Notice], console: Console) -> None:
    """What outlets withdrew and corrected, before all else, in their own words where the text has them."""
    for one in every:
        printed.say(console, one.sentence, "bold red" if one.kind == "withdrawal" else printed.HEAD)
        printed.say(console, f"  “{one.quote}”" if one.quote else "", "italic")


def _tree(twigs: Sequence[family.Twig], found: Index, console: Console) -> None:
    """One row an article: what it stands below, its time, what it took and kept, what it changed."""
    table = Table.grid(padding=(0, 2, 0, 0))
    width = console.width - 56  # what the other columns and the margin leave
    for twig, guide in zip(twigs, family.guides(list(twigs)), strict=True):
        version = _version(twig, guide, width)
        table.add_row(
            version, Text(twig.published, printed.QUIET), *_taken(twig, found), Text(_changed(twig))
        )
        for other in twig.others:
            lead = " " * (len(guide) + 2)
            table.add_row(Text(f"{lead}{_further_source(found, other)}", printed.QUIET))
    console.print(Padding(table, (0, 0, 0, 2)))


def _further_source(found: Index, edge: Derivation) -> str:
    return _("and from {source}").format(source=found.label(edge.source)) + _doubt(edge)


def _pieces(pieces: Sequence[excerpts.Piece], console: Console) -> None:
    """What reports have of others word for word, or nearly, without being their copies."""
    if not pieces:
        return
    printed.heading(console, _("What was taken in pieces"))
    for one in pieces[: _MOST["listed"]]:
        printed.say(console, f"  {one.sentence}: “{wording.in_marks(safe.short(one.words, 90))}”")
    printed.more(len(pieces) - _MOST["listed"], console)


def _taken(twig: family.Twig, found: Index) -> tuple[Text, Text]:
    """How much of an article is word for word in its source, and how many paragraphs of that it kept."""
    if not twig.node.seen or twig.edge is None or not found.alignments:
        return Text(), Text()
    took = kept.nearest(found, twig.node.id, twig.edge.source)
    if took.source is None:
        return Text(), Text()
    share = _(took.words) if took.words == "identical" else f"{_(took.words)} {100 * took.share:.0f} %"
    return Text(share, printed.QUIET), Text(f"{took.kept}/{took.kept + took.cut} ¶", printed.QUIET)


def _version(twig: family.Twig, guide: str, width: int) -> Text:
    """The dot and the name; a tie without direction is dashed and carries a question mark."""
    line = Text(guide if twig.sure else guide[:-1] + "╌", printed.QUIET, no_wrap=True)
    line.append(f"{SEEN if twig.node.seen else UNSEEN} ", "" if twig.node.seen else "cyan")
    label = safe.isolated(safe.short(twig.label, max(16, width - len(guide))))
    line.append(label, "bold" if twig.node.seen else "italic cyan")
    line.append("" if twig.edge is None else _doubt(twig.edge))
    return line


def _doubt(edge: Derivation) -> str:
    return "" if edge.directed else " ?"


def _changed(twig: family.Twig) -> str:
    words = many(twig.substance, "{count} of substance", "{count} of substance")
    return words if twig.substance else ""


# ---- statements and claims ----


def _sayings(lines: Sequence[said.Saying], console: Console, full: bool = False) -> None:
    if not lines:
        return
    most = _ALL if full else _MOST
    lines = lines if full else [one for one in lines if one.words] or lines
    printed.heading(console, _("Who said what to whom"))
    _saying_table(lines[: most["sayings"]], console, versions=any(one.versions > 1 for one in lines))
    printed.more(len(lines) - most["sayings"], console)


def _saying_table(lines: Sequence[said.Saying], console: Console, versions: bool) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=printed.QUIET, show_edge=False)
    table.add_column(_("who"), max_width=22)
    table.add_column(_("to whom"), max_width=18)
    table.add_column(_("what"), ratio=1)
    table.add_column(_("versions") if versions else "", justify="right")
    for one in lines:
        count = str(one.versions) if versions else ""
        who = Text(safe.isolated(one.speaker) or _("unsure"), printed.HEAD if one.speaker else printed.QUIET)
        table.add_row(who, Text(safe.isolated(one.addressee)), _what(one), Text(count))
    console.print(Padding(table, (0, 0, 0, 2)))


def _what(one: said.Saying) -> Text:
    """The words, or the bare act, with cue, occasion and day after them."""
    words = safe.isolated(safe.short(wording.bare(one.words), 150))
    line = Text(f"“{words}”" if one.statement.kind == "direct" and words else words or one.cue)
    notes = (one.cue if words else "", safe.isolated(safe.short(one.occasion, 40)), one.when)
    if any(notes):
        line.append(f" [{', '.join(filter(None, notes))}]", printed.QUIET)
    return line


def _claims(lines: Sequence[claimed.ClaimLine], console: Console, full: bool = False) -> None:
    """Claims that more than one version carries, or that versions give differently."""
    shared = [line for line in lines if line.shared]
    if not shared:
        return
    printed.heading(console, _("What the claims rest on"))
    table = printed.grid(0, 0)
    most = len(shared) if full else _MOST["claims"]
    for line in shared[:most]:
        table.add_row(Text("≠" if line.disputed else "·"), _claim(line))
    console.print(Padding(table, (0, 0, 0, 2)))
    printed.more(len(shared) - most, console)


def _claim(line: claimed.ClaimLine) -> Text:
    who = f"{safe.isolated(safe.short(line.who, 40))}: " if line.who else ""
    text = Text(who, printed.HEAD)
    text.append(f"“{safe.isolated(safe.short(wording.bare(line.words), 80))}” ")
    text.append(claimed.basis(line), printed.QUIET)
    for reading in line.readings if line.disputed else ():
        text.append("\n  ")
        text.append(
            claimed.reading_words(line, safe.isolated(safe.short(wording.bare(reading.words), 60))), "bold"
        )
        carriers = wording.names(reading.carriers)
        text.append(_(" in {versions}").format(versions=carriers), printed.QUIET)
    return text


# ---- the rest ----


def _further(stories: Sequence[Story], found: Index, console: Console) -> None:
    """Stories beyond the first few: one line each, with the number that `retold show` takes."""
    if not stories:
        return
    printed.heading(console, many(len(stories), "{count:,} more story", "{count:,} more stories"))
    for number, one in enumerate(stories[: _MOST["listed"]], _MOST["stories"] + 1):
        printed.say(console, f"  {number:>3}  {summary.title(found, one)} ({summary.counts(found, one)})")
    printed.more(len(stories) - _MOST["listed"], console)
    printed.say(
        console,
        _("  `retold show TRACE NUMBER` shows one; a page made with --html shows all."),
        printed.QUIET,
    )


def _loners(loners: Sequence[Story], found: Index, console: Console) -> None:
    if not loners:
        return
    console.print()
    words = many(
        len(loners),
        "{count:,} article with no other version in this pile.",
        "{count:,} articles with no other version in this pile.",
    )
    printed.say(console, words, printed.QUIET)
    for one in loners[: _MOST["loners"]]:
        printed.say(
            console,
            f"  {SEEN} {safe.isolated(found.label(one.articles[0]))}: "
            f"{safe.isolated(safe.short(summary.title(found, one), 60))}",
            printed.QUIET,
        )
    printed.more(len(loners) - _MOST["loners"], console)


def _set_aside(notes: Sequence[SetAside], console: Console) -> None:
    if not notes:
        return
    console.print()
    words = many(
        len(notes), "{count:,} note on what was set aside:", "{count:,} notes on what was set aside:"
    )
    printed.say(console, words, printed.QUIET)
    for note in notes[: _MOST["set_aside"]]:
        printed.say(console, f"  {safe.short(safe.note(note), 300)}", printed.QUIET)
    printed.more(len(notes) - _MOST["set_aside"], console)
