"""What no screen may say, whatever the trace: a list of faults, each a kind that was once printed.

Equal readings set against each other, raw ids, numbers that do not add up, evidence without its sign,
dots off the clock, lines told twice, two names for one person, a named speaker called nobody.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import combinations

from rich.console import Console

from retold.archive.store import Trace
from retold.model import Story
from retold.report import page, sections, terminal, ties
from retold.views import descent, index, loci, names, safe, said, summary, wording
from retold.views.index import Index

HASH = re.compile(r"\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{10,}\b")


def faults(trace: Trace) -> list[str]:
    """Everything that is wrong on the screens of a trace."""
    found = index.of_trace(trace)
    told = [fault for story in trace.stories for fault in _of_story(found, story)]
    shown = {"terminal": screen(trace, full=True), "page": words_of(page.html(trace))}
    return told + [f"{where}: {fault}" for where, text in shown.items() for fault in _raw_ids(trace, text)]


def screen(trace: Trace, **options: bool) -> str:
    """What the terminal prints."""
    out = io.StringIO()
    terminal.show(trace, Console(file=out, width=100, no_color=True, highlight=False), **options)  # type: ignore[arg-type]
    return out.getvalue()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.skipped = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        self.skipped += tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.found.append(data)


def words_of(html: str) -> str:
    """The words of a page that a person sees."""
    reader = _Words()
    reader.feed(html)
    return " ".join(reader.found)


def _raw_ids(trace: Trace, text: str) -> Iterator[str]:
    made = [s.id for s in trace.stories] + [c.id for c in trace.changes] + [s.id for s in trace.statements]
    made += [n.id for lineage in trace.lineages.values() for n in lineage.nodes if not n.seen]
    made += [a.id for a in trace.articles if not names.readable(a.id)]
    held = " ".join(f"{a.text} {a.title} {a.url} {a.outlet} {a.byline}" for a in trace.articles)
    for one in {one for one in made if len(one) > 4 and one in text and one not in held}:
        yield f"raw id {one}"
    for one in set(HASH.findall(text)) - set(HASH.findall(held)):
        yield f"hash {one}"


def _of_story(found: Index, story: Story) -> Iterator[str]:
    section = sections.section(found, story, "s")
    for check in (_readings, _differences, _sums, _signs, _clock, _repeated, _persons, _speakers, _labels):
        yield from (f"{story.id} {check.__name__[1:]}: {fault}" for fault in check(found, story, section))


def _readings(_: Index, __: Story, section: sections.Section) -> Iterator[str]:
    for one in (*section.first, *section.rest):
        printed = [safe.squeezed(told.words) for told in one.readings]
        if len(set(printed)) < len(printed):
            yield f"{one.label} {printed}"
        carriers = Counter(label for told in one.readings for label in told.carriers)
        if carriers and max(carriers.values()) > 1:
            yield f"{one.label}: a version has two readings {carriers.most_common(1)}"


def _differences(_: Index, __: Story, section: sections.Section) -> Iterator[str]:
    shown = section.summary.consequences
    for one in (*shown.substance, *shown.wording):
        readings = [wording.shown(p, 200) for p in one.pieces if p.role in ("before", "after", "name")]
        for a, b in combinations(readings, 2):
            if a == b:
                yield f"{one.label} {a} against itself"


def _sums(found: Index, story: Story, section: sections.Section) -> Iterator[str]:
    shares = descent.shares(found, story)
    if found.lineage(story.id).origins and sum(one.count for one in shares) != len(story.articles):
        yield f"{shares} are not {len(story.articles)}"
    counted = Counter(
        (c.source, c.copy)
        for c in found.changes.get(story.id, ())
        if c.weight == "substance" and c.derivation is not None
    )
    for twig in section.summary.twigs:
        want = counted[twig.edge.source, twig.node.id] if twig.edge is not None else 0
        if twig.edge is not None and twig.substance != want:
            yield f"{twig.label} bears {twig.substance}, its tie has {want}"


def _signs(_: Index, __: Story, section: sections.Section) -> Iterator[str]:
    for version in section.versions:
        for tie in version.ties:
            against = [one.against for one in tie.reasons]
            if against != sorted(against):
                yield f"evidence against {version.label} among that for it"
            if any(one.against != (one.sign == "−") for one in tie.reasons):
                yield f"evidence on {version.label} without its sign"


def _clock(_: Index, __: Story, section: sections.Section) -> Iterator[str]:
    rows = section.table.rows
    xs = ties.places(rows, ties.axis_of(rows), ties.WIDTH)
    timed = [(row.twig.when.low, x) for row, x in zip(rows, xs, strict=True) if row.twig.when is not None]
    for (t, x), (u, y) in combinations(timed, 2):
        if (t < u and x > y + 1e-6) or (t == u and abs(x - y) > 1e-6):
            yield f"{t} stands at {x}, {u} at {y}"
    exact = any(row.twig.when is not None and row.twig.when.exact for row in rows)
    if exact and "UTC" not in section.summary.kicker and "as printed" not in section.summary.kicker:
        yield "hours without a clock"


def _repeated(found: Index, story: Story, section: sections.Section) -> Iterator[str]:
    listed = [(f.label, f.quote, f.readings, f.context) for f in (*section.first, *section.rest)]
    lines = [(s.speaker, s.addressee, s.words or s.cue, s.occasion) for s in said.of_story(found, story.id)]
    claims = [(c.speaker, c.words, c.readings) for c in section.summary.claims if c.disputed]
    for many in (listed, lines, claims):
        for line, count in Counter(many).items():
            if count > 1:
                yield f"told {count} times: {line}"
    credits_told = Counter(
        safe.folded(told.words)
        for one in (*section.first, *section.rest)
        if one.label in ("left out", "put in", "only in some", "only in one")
        for told in one.readings
        if len(told.words) > 25
    )
    for words, count in credits_told.items():
        if count > 1:
            yield f"the same words cut or added {count} times: {words[:60]}"


def _persons(found: Index, __: Story, section: sections.Section) -> Iterator[str]:
    listed = [one.name for one in section.persons if one.name and not one.name.startswith("“")]
    for name in listed:
        if found.people.get(name, name) != name:
            yield f"{name} and {found.people[name]} are listed as two"
    for pair in section.pairs.shown:
        voices = [name for _, name in pair.voices]
        if any(found.people.get(name, name) != name for name in voices):
            yield f"two colours for one of {voices}"


def _speakers(found: Index, __: Story, section: sections.Section) -> Iterator[str]:
    for one in (*section.first, *section.rest):
        for reading in one.locus.readings if one.is_speaker else ():
            if reading.words != wording.NOBODY:
                continue
            for span in reading.spans:
                heard = [
                    s
                    for s in found.spoken.get(str(span.article), ())
                    if any(span.meets(p) for p in s.content)
                ]
                if any(s.speaker is not None and found.words([s.speaker]) for s in heard):
                    yield f"nobody, where {found.label(str(span.article))} names somebody"


def _labels(found: Index, story: Story, section: sections.Section) -> Iterator[str]:
    labels = [found.label(n.id) for n in found.lineage(story.id).nodes]
    for label, count in Counter(label.casefold() for label in labels).items():
        if count > 1:
            yield f"{count} versions are called {label}"
    unshown = loci.unshown(found, story.id, section.summary.loci)
    if unshown > len(found.changes.get(story.id, ())):
        yield "more is left out than there is"
    if summary.title(found, story) == story.id:
        yield "an id for a headline"
    for pair in section.pairs.shown:
        if len(pair.unplaced) == len(pair.differences) > 3:
            yield f"no difference of {pair.source} and {pair.copy} is marked in its texts"
