"""What the retellings changed, on the terminal: a line a finding, the gravest first."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from retold.messages import _, many, told
from retold.report import printed
from retold.views import findings, safe, wording
from retold.views.findings import Finding

_SUBSTANCE = 24  # findings of substance that are printed unless all are asked for
_TITLE = 200  # cells of a headline, which is seldom longer
_READINGS = 4  # of one finding that are printed


def show(every: Sequence[Finding], console: Console, full: bool) -> None:
    """Where versions differ, the gravest first, as on the page; with `full` wording and spelling too."""
    if not every:
        return
    substance = [one for one in every if one.locus.weight == "substance"]
    first, rest = findings.gravest(substance, _SUBSTANCE)
    printed.heading(console, _("Where the versions differ"))
    if not substance:
        printed.say(console, _("  In nothing of substance."), printed.QUIET)
    titles = findings.headlines(every)
    _listed([*(substance if full else first), *titles], console)
    printed.more(0 if full else len(rest), console)
    minor = findings.minor(every)
    if full and minor:
        for weight, head in (("wording", _("Wording")), ("style", _("Style"))):
            some = [one for one in every if one.locus.weight == weight and one not in titles]
            _listed(some, console, head)
    elif minor:
        printed.say(
            console, _("  Beside these {minor}; --full lists them.").format(minor=minor), printed.QUIET
        )


def _listed(some: Sequence[Finding], console: Console, head: str = "") -> None:
    """Findings in a table, the kind on the left."""
    if not some:
        return
    printed.say(console, f"  {head}", "underline")
    table = printed.grid(2, 0)
    width = max(40, min(console.width, 120) - 24)
    last = ""
    for one in some:
        table.add_row(
            Text("" if one.label == last else told(one.label), printed.HEAD), _finding(one, width), ""
        )
        last = one.label
    console.print(Padding(table, (0, 0, 0, 2)))


def _finding(one: Finding, width: int) -> Text:
    """The readings with who has them, then the words they stand in."""
    line = Text()
    room = _TITLE if one.label == wording.HEADLINE else width if len(one.readings) < 2 else width * 2 // 3
    for number, reading in enumerate(one.readings[:_READINGS]):
        line.append(", " if number else "")
        line.append(
            safe.isolated(findings.told_words(one, reading, room)),
            "bold" if one.is_speaker else "",
        )
        line.append(f" {reading.where}" if reading.words else reading.where)
    more = len(one.readings) - _READINGS
    if more > 0:
        line.append(many(more, " and {count} more", " and {count} more"))
    line.append("" if one.readings else _("stands in another place"))
    line.append(f" ({told(one.place)})" if one.place else "", printed.QUIET)
    if one.quote:
        line.append(f"\n“{safe.isolated(wording.in_marks(safe.short(one.quote, width - 2)))}”", "italic")
    elif one.context is not None:
        line.append(f"\n{safe.isolated(safe.short(one.context.within(width), width))}", printed.QUIET)
    if one.support:
        line.append(f"  {one.support}", printed.QUIET)
    return line
